import { lazy } from 'react';
import BooleanView from './boolean/View';
import ChoiceView from './choice/View';
import CodeName from './coded/CodeName';
import CodedView from './coded/View';
import DateView from './date/View';
import type { FieldType } from './field';
import MomentView from './moment/View';
import NumberView from './number/View';
import RecordName from './record/RecordName';
import RecordView from './record/View';
import SealedView from './sealed/View';
import SpanView from './span/View';
import NumberedView from './text/NumberedView';
import TextView from './text/View';

// Filters come with the lists that have them.
const NumberFilter = lazy(() => import('./number/Filter'));
const TextFilter = lazy(() => import('./text/Filter'));
// Inputs come with the forms that have them.
const NumberInput = lazy(() => import('./number/Input'));
const TextInput = lazy(() => import('./text/Input'));

const text: FieldType = { View: TextView, Input: TextInput, Filter: TextFilter };

/** How each type of the catalogue is shown, entered and sought. */
const TYPES: Readonly<Record<string, FieldType>> = {
  Text: text,
  Numbered: { View: NumberedView, Input: lazy(() => import('./text/NumberedInput')), Filter: TextFilter },
  Coded: {
    View: CodedView,
    Input: lazy(() => import('./coded/Input')),
    given: (value) => part(value, 'code'),
    Filter: lazy(() => import('./coded/Filter')),
    Sought: CodeName,
  },
  Choice: { View: ChoiceView, Input: lazy(() => import('./choice/Input')), Filter: lazy(() => import('./choice/Filter')) },
  Choices: { View: ChoiceView, Input: lazy(() => import('./choice/SeveralInput')) },
  Rows: { View: TextView, Input: lazy(() => import('./rows/Input')) },
  Integer: { View: NumberView, Input: NumberInput, isNumeric: true, Filter: NumberFilter },
  Scaled: { View: NumberView, Input: NumberInput, isNumeric: true, Filter: NumberFilter },
  Boolean: { View: BooleanView, Input: lazy(() => import('./boolean/Input')), Filter: lazy(() => import('./boolean/Filter')) },
  Date: { View: DateView, Input: lazy(() => import('./date/Input')), Filter: lazy(() => import('./date/Filter')) },
  Moment: { View: MomentView, Input: lazy(() => import('./moment/Input')), Filter: lazy(() => import('./moment/Filter')) },
  Span: { View: SpanView, Input: lazy(() => import('./span/Input')), given: days },
  Attachments: { View: TextView, Input: lazy(() => import('./attachments/Input')) },
  Upload: { View: RecordView, Input: lazy(() => import('./upload/Input')), given: (value) => part(value, 'id') },
  Sealed: { View: SealedView, Input: lazy(() => import('./sealed/Input')), given: () => null },
  One: {
    View: RecordView,
    Input: lazy(() => import('./record/Input')),
    given: (value) => part(value, 'id'),
    Filter: lazy(() => import('./record/Filter')),
    Sought: RecordName,
  },
};

function part(value: unknown, name: 'code' | 'id'): unknown {
  return value == null ? null : (value as Record<string, unknown>)[name];
}

function days(value: unknown): unknown {
  const span = value as { from: string | null; until: string | null } | null | undefined;
  return span == null || (span.from === null && span.until === null) ? null : { from: span.from, until: span.until };
}

/** A type that is not known yet is read as a text, so that a new one shows at once. */
export function fieldType(type: string): FieldType {
  return TYPES[type] ?? text;
}
