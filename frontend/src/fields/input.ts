import type { InputProps } from './field';

/** The words around an input: what it is, whether it must be filled, what is wrong with it. */
export function told({ field, label, error, description }: InputProps) {
  return { label, error, withAsterisk: field.required, ...(description === undefined ? {} : { description }) };
}

/** What an input of one control is given besides its value. */
export function shown(props: InputProps) {
  const { field, disabled, autoFocus } = props;
  return {
    ...told(props),
    'aria-required': field.required,
    ...(disabled === undefined ? {} : { disabled }),
    ...(autoFocus === true ? { autoFocus, 'data-autofocus': true } : {}),
  };
}

export function textual(value: unknown): string {
  return value == null ? '' : String(value);
}
