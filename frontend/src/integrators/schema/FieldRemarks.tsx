import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Field } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { integratorsRoute } from '../../router';
import { useLabel, useWords } from '../../words/words';
import { INTEGRATORS } from '../words';

/** What else there is to know of a field: whether it must be there, what it leads to, which codes it takes. */
export function FieldRemarks({ field, onCodes }: { readonly field: Field; readonly onCodes: () => void }) {
  const t = useWords(INTEGRATORS);
  const label = useLabel();
  const catalogue = useCatalogue();
  const navigate = integratorsRoute.useNavigate();
  const target = field.target == null ? undefined : catalogue.kind(field.target);
  const parts: ReactNode[] = [
    field.required && t('required'),
    field.isList && t('several'),
    field.sealed && t('sealed'),
    field.restricted && t('restricted'),
    !field.canRead && t('notYours'),
    field.size != null && t('size', { size: field.size }),
    target && (
      <Anchor
        component="button"
        type="button"
        size="sm"
        onClick={() => void navigate({ search: { tab: 'schema', kind: target.name } })}
      >
        {t('leadsTo', { kind: label(target.label) })}
      </Anchor>
    ),
    field.codeTable != null && (
      <Anchor component="button" type="button" size="sm" onClick={onCodes}>
        {field.codeTable}
      </Anchor>
    ),
    field.states.length > 0 && field.states.map((state) => `${state.name} ${label(state.label)}`).join(', '),
    field.note != null && label(field.note),
  ];
  return parts
    .filter((part) => part !== false && part !== undefined)
    .flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))
    .map((part, index) => <span key={index}>{part}</span>);
}
