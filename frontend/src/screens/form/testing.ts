import type { Action, Argument } from '../../catalogue/catalogue';

/** An argument of a verb with what a test says of it. */
export function argument(name: string, said: Partial<Argument> = {}): Argument {
  return {
    __typename: 'CatalogueArgument',
    name,
    label: { __typename: 'Label', en: name, zh: name },
    note: null,
    type: 'Text',
    required: false,
    sealed: false,
    isList: false,
    codeTable: null,
    target: null,
    states: [],
    size: null,
    isMultiline: false,
    least: null,
    most: null,
    scale: null,
    isMoney: false,
    rows: [],
    path: name,
    wanted: [],
    ...said,
  };
}

/** A verb with these arguments. */
export function verb(name: Action['verb'], ...given: Argument[]): Action {
  return {
    __typename: 'CatalogueAction',
    name: 'act',
    label: { __typename: 'Label', en: 'Act', zh: '办理' },
    description: '',
    allowed: true,
    verb: name,
    input: 'ActInput',
    record: 'pupil',
    subject: name === 'CREATE' ? null : 'id',
    hasExpectedVersion: name !== 'CREATE',
    opens: null,
    arguments: given,
  };
}
