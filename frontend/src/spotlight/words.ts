import { words } from '../words/words';

export const SPOTLIGHT = words(
  {
    find: 'Find or do …',
    hint: 'Name, code or pinyin initials; a register; or what you want to do',
    subject: '{{verb}}: find the {{kind}}',
    recent: 'Opened last',
    verbs: 'Do',
    kinds: 'Registers',
    pages: 'Pages',
    here: 'for the record that is open',
    none: 'Nothing was found for “{{text}}”.',
    asking: 'Searching …',
    count: '{{count}} found',
    keys: '↑ ↓ to move, Enter to open, Esc to close',
    close: 'Close',
  },
  {
    find: '查找或办理…',
    hint: '姓名、编号或拼音首字母；台账名称；或要办理的事项',
    subject: '{{verb}}：请查找{{kind}}',
    recent: '最近打开',
    verbs: '办理',
    kinds: '台账',
    pages: '页面',
    here: '当前记录',
    none: '没有找到“{{text}}”。',
    asking: '正在查找…',
    count: '找到 {{count}} 项',
    keys: '↑ ↓ 移动，回车打开，Esc 关闭',
    close: '关闭',
  },
);
