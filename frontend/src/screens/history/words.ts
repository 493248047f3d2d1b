import { words } from '../../words/words';

export const HISTORY = words(
  {
    byProduct: 'by itself',
    differences: 'What was changed',
    asItStood: 'As it stood then',
    shown: 'shown now',
    field: 'Field',
    before: 'Before',
    after: 'Afterwards',
    nothing: 'Nothing that you may read was given another value.',
    first: 'With this it began.',
    more: 'Older versions',
    none: 'Nothing has been kept of what it was: it came with the first filling of the register and has not been changed since.',
    atMoment: 'As it stood at a moment',
    show: 'Show',
  },
  {
    byProduct: '系统',
    differences: '变更内容',
    asItStood: '查看当时内容',
    shown: '正在查看',
    field: '字段',
    before: '变更前',
    after: '变更后',
    nothing: '您可查看的字段没有变化。',
    first: '记录由此建立。',
    more: '更早的版本',
    none: '没有历史版本：该记录随台账初始建立，此后未变更。',
    atMoment: '查看某一时刻的内容',
    show: '查看',
  },
);
