import { words } from '../words/words';

export const CHARTS = words(
  {
    chart: 'Chart',
    table: 'Table',
    shownAs: 'Shown as',
    download: 'Download CSV',
    total: 'Total',
    hidden: 'hidden',
    nothing: 'There is nothing to count.',
    list: 'Show the list: {{what}}',
  },
  {
    chart: '图',
    table: '表',
    shownAs: '显示方式',
    download: '下载 CSV',
    total: '合计',
    hidden: '已隐去',
    nothing: '没有可统计的数据。',
    list: '查看名单：{{what}}',
  },
);
