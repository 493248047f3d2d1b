import { Button } from '@mantine/core';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { useOpener } from '../../shell/useOpener';
import { useWords } from '../../words/words';
import { ConditionChip } from './ConditionChip';
import { useConditions } from './useConditions';
import type { ChangeList } from './useListed';
import type { Listed } from './validated';
import { LIST } from './words';

const adding = async () => (await import('./AddFilter')).AddFilter;

interface Props {
  readonly kind: Kind;
  readonly listed: Listed;
  readonly onChange: ChangeList;
}

/** The conditions as chips, each with its editor, and the way to more of them. */
export function FilterBar({ kind, listed, onChange }: Props) {
  const t = useWords(LIST);
  const catalogue = useCatalogue();
  const { conditions, set, clear } = useConditions(catalogue, kind, listed, onChange);
  const [button, below] = useOpener(adding, 'dialog', { kind, conditions, onSet: set });
  return (
    <>
      {conditions.map((condition) => (
        <ConditionChip
          key={condition.path}
          kind={kind}
          condition={condition}
          onChange={(value) => set(condition.path, value)}
        />
      ))}
      <Button {...button} size="xs" variant="default">
        + {t('filter')}
      </Button>
      {below}
      {conditions.length > 0 && (
        <Button size="xs" variant="subtle" onClick={clear}>
          {t('clearAll')}
        </Button>
      )}
    </>
  );
}
