import { Skeleton } from '@mantine/core';
import { Suspense } from 'react';
import type { Action, Argument } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { valueAt } from '../../documents/values';
import { fieldType } from '../../fields/types';
import { useLabel, useWords } from '../../words/words';
import classes from './form.module.css';
import type { Arguments } from './useArguments';
import { FORM } from './words';

/** The id under which an argument's field is found again, to lead there what is wrong with it. */
export function fieldId(name: string): string {
  return `argument-${name}`;
}

/** Put the cursor into the field of an argument. */
export function focusField(name: string): void {
  const inside = 'input:not([type=hidden]), textarea, button';
  document.getElementById(fieldId(name))?.querySelector<HTMLElement>(inside)?.focus();
}

/** What these take no more of a line than half. */
const SHORT = new Set(['Coded', 'Choice', 'Integer', 'Scaled', 'Boolean', 'Date', 'Moment', 'Numbered']);
const SHORT_TEXT = 60;

function isShort({ type, size, isMultiline }: Argument): boolean {
  return SHORT.has(type) || (type === 'Text' && !isMultiline && (size ?? Infinity) <= SHORT_TEXT);
}

interface Props {
  readonly action: Action;
  readonly form: Arguments;
  /** The record whose values are changed, as it was read. */
  readonly record: Row | null;
  readonly isHidden?: ((argument: Argument) => boolean) | undefined;
  readonly disabled?: boolean;
  readonly isOptional?: boolean;
}

/** A field for each argument, in the order of the verb. */
export function ArgumentFields({ action, form, record, isHidden, disabled = false, isOptional = false }: Props) {
  const t = useWords(FORM);
  const label = useLabel();
  return (
    <div className={classes.fields}>
      {action.arguments.map((argument, index) => {
        const { Input } = fieldType(argument.type);
        const withheld = isHidden?.(argument) === true ? t('withheld') : undefined;
        const description = withheld ?? (argument.note == null ? undefined : label(argument.note));
        return (
          <div key={argument.name} id={fieldId(argument.name)} className={isShort(argument) ? classes.short : classes.wide}>
            <Suspense fallback={<Skeleton height={58} />}>
              <Input
                field={isOptional ? { ...argument, required: false } : argument}
                label={label(argument.label)}
                value={form.values[argument.name] ?? null}
                onChange={(value) => form.change(argument.name, value)}
                held={record === null || argument.path == null ? undefined : valueAt(record, argument.path)}
                description={description}
                error={form.errors[argument.name]}
                disabled={disabled}
                autoFocus={index === 0}
              />
            </Suspense>
          </div>
        );
      })}
    </div>
  );
}
