import { words } from '../words/words';

export const GRID = words(
  {
    row: 'Row',
    keys: 'Enter or F2 writes, Esc takes back, Ctrl+C and Ctrl+V copy and paste, Ctrl+D fills down, Ctrl+Z undoes, Delete empties, Alt+↓ goes to the next fault.',
    take: 'Take “{{text}}”',
    takeKey: 'Alt+Enter',
    nothing: 'No rows',
    cellAt: '{{column}}, {{row}}',
  },
  {
    row: '行',
    keys: 'Enter 或 F2 编辑，Esc 取消，Ctrl+C / Ctrl+V 复制粘贴，Ctrl+D 向下填充，Ctrl+Z 撤销，Delete 清空，Alt+↓ 转到下一处问题。',
    take: '采用“{{text}}”',
    takeKey: 'Alt+Enter',
    nothing: '没有数据行',
    cellAt: '{{column}}，{{row}}',
  },
);
