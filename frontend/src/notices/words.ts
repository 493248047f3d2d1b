import { words } from '../words/words';

export const NOTICES_WORDS = words(
  {
    title: 'Notices',
    unread: '{{count}} unread',
    none: 'Nothing to tell you.',
    read: 'Mark as read',
    readAll: 'Mark all as read',
    open: 'Open',
    close: 'Close',
  },
  {
    title: '通知',
    unread: '{{count}} 条未读',
    none: '暂无通知。',
    read: '标为已读',
    readAll: '全部标为已读',
    open: '打开',
    close: '关闭',
  },
);
