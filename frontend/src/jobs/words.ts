import { words } from '../words/words';

export const JOBS_WORDS = words(
  {
    title: 'Jobs in the background',
    running: '{{count}} running',
    none: 'Nothing was asked for yet.',
    cancel: 'Cancel',
    cancelling: 'Stops at its next step',
    progress: '{{done}} of {{total}}',
    open: 'Open',
    close: 'Close',
  },
  {
    title: '后台任务',
    running: '{{count}} 项进行中',
    none: '尚无后台任务。',
    cancel: '取消',
    cancelling: '将在下一步停止',
    progress: '{{done}} / {{total}}',
    open: '打开',
    close: '关闭',
  },
);
