import { useCatalogue } from '../../catalogue/context';
import { useLabel, useWords } from '../../words/words';
import { INTEGRATORS } from '../words';
import type { Token } from './Tokens';

/** What a token leaves of the rights of its account, in words. */
export function Narrowing({ token }: { readonly token: Token }) {
  const t = useWords(INTEGRATORS);
  const label = useLabel();
  const catalogue = useCatalogue();
  const roles = names(token.roles).map((name) => {
    const role = catalogue.roles.find((each) => each.name === name);
    return role === undefined ? name : label(role.label);
  });
  const kinds = names(token.kinds).map((name) => {
    const kind = catalogue.kind(name);
    return kind === undefined ? name : label(kind.label);
  });
  const parts = [
    roles.join(', '),
    kinds.join(', '),
    token.readsOnly ? t('readsOnly') : '',
    names(token.documents).join(', ') || (token.storedOnly ? t('storedOnly') : ''),
  ].filter((part) => part !== '');
  return <span>{parts.join(' · ') || t('everything')}</span>;
}

function names(text: string | null | undefined): readonly string[] {
  return text?.split(/[\s,]+/).filter((name) => name !== '') ?? [];
}
