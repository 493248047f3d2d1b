import { Container, Select, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useRouter } from '@tanstack/react-router';
import type { Action, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { Row } from '../../documents/documents';
import { createRecordRoute as route } from '../../router';
import { NotFound } from '../../shell/NotFound';
import { useLabel, useWords } from '../../words/words';
import { makingVerbs } from '../list/verbs';
import { OneForm } from './OneForm';
import { useGuard } from './useGuard';
import { FORM } from './words';

/** A new record of a kind, on a page of its own; what is known beforehand stands in the address. */
export function CreateScreen() {
  const { kind: name } = route.useParams();
  const kind = useCatalogue().kind(name);
  return kind === undefined ? <NotFound /> : <CreateOf key={name} kind={kind} />;
}

function CreateOf({ kind }: { readonly kind: Kind }) {
  const t = useWords(FORM);
  const label = useLabel();
  const navigate = useNavigate();
  const router = useRouter();
  const { action: chosen, ...initial } = route.useSearch();
  const actions = makingVerbs(kind);
  const action = actions.find(({ name }) => name === chosen) ?? actions[0];
  const guard = useGuard(() => router.history.back());
  const choose = (name: string | null) => void navigate({ to: '.', search: { ...initial, action: name ?? undefined } as never, replace: true });
  const leave = (record: Row | null) =>
    void navigate((record === null ? { to: `/registers/${kind.name}` } : { to: '/records/$id', params: { id: record.id } }) as never);
  return (
    <Container size="sm" py="md">
      <Stack>
        <Title order={1} size="h3">
          {action === undefined || action.verb === 'CREATE' ? t('newOf', { of: label(kind.label) }) : label(action.label)}
        </Title>
        {action === undefined && <Text>{t('notYours')}</Text>}
        {actions.length > 1 && <WhichAction actions={actions} chosen={action} onChoose={choose} />}
        {action !== undefined && <OneForm key={action.name} kind={kind} action={action} record={null} initial={initial} guard={guard} onDone={leave} />}
      </Stack>
    </Container>
  );
}

interface WhichProps {
  readonly actions: readonly Action[];
  readonly chosen: Action | undefined;
  readonly onChoose: (name: string | null) => void;
}

function WhichAction({ actions, chosen, onChoose }: WhichProps) {
  const t = useWords(FORM);
  const label = useLabel();
  return (
    <Select
      label={t('way')}
      data={actions.map((action) => ({ value: action.name, label: label(action.label) }))}
      value={chosen?.name ?? null}
      onChange={onChoose}
      allowDeselect={false}
    />
  );
}
