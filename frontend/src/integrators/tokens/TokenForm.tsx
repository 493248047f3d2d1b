import { Button, Checkbox, MultiSelect, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useCatalogue } from '../../catalogue/context';
import { Refused } from '../../session/Refused';
import type { Refusal } from '../../session/refusals';
import { useViewer } from '../../session/SessionGate';
import { SESSION } from '../../session/words';
import { useLabel, useWords } from '../../words/words';
import { useStoredQueries } from '../useStoredQueries';
import { INTEGRATORS } from '../words';
import type { Wanted } from './IssueToken';

/** For how many days a token is good unless somebody says otherwise. */
const USUAL_DAYS = 90;

interface TokenFormProps {
  readonly refusal: Refusal | undefined;
  readonly onWanted: (wanted: Wanted) => void;
}

/** What a token is for, until when, and to what it is narrowed. */
export function TokenForm({ refusal, onWanted }: TokenFormProps) {
  const t = useWords(INTEGRATORS);
  const go = useWords(SESSION)('go');
  const label = useLabel();
  const catalogue = useCatalogue();
  const { grants } = useViewer();
  const { asked } = useStoredQueries();
  const [name, setName] = useState('');
  const [until, setUntil] = useState(() => dayAfter(USUAL_DAYS));
  const [roles, setRoles] = useState<string[]>([]);
  const [kinds, setKinds] = useState<string[]>([]);
  const [documents, setDocuments] = useState<string[]>([]);
  const [readsOnly, setReadsOnly] = useState(true);
  const [storedOnly, setStoredOnly] = useState(false);
  const held = [...new Map(grants.map(({ role, roleName }) => [role, roleName]))];

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onWanted({
      name,
      until,
      readsOnly,
      storedOnly,
      roles: roles.length > 0 ? roles : null,
      kinds: kinds.length > 0 ? kinds : null,
      documents: documents.length > 0 ? documents : null,
    });
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Refused refusal={refusal} />
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={60}
          required
          data-autofocus
        />
        <TextInput
          type="date"
          label={t('until')}
          value={until}
          min={dayAfter(1)}
          onChange={(event) => setUntil(event.currentTarget.value)}
          required
        />
        <Checkbox label={t('readsOnly')} checked={readsOnly} onChange={(event) => setReadsOnly(event.currentTarget.checked)} />
        <MultiSelect
          label={t('roles')}
          description={t('allUnlessChosen')}
          data={held.map(([value, words]) => ({ value, label: words }))}
          value={roles}
          onChange={setRoles}
        />
        <MultiSelect
          label={t('kinds')}
          description={t('allUnlessChosen')}
          data={catalogue.listed.map((kind) => ({ value: kind.name, label: `${label(kind.label)} · ${kind.name}` }))}
          value={kinds}
          onChange={setKinds}
          searchable
          limit={60}
        />
        <MultiSelect
          label={t('storedQueries')}
          description={t('anyUnlessChosen')}
          data={typeof asked === 'object' ? asked.queries.map((query) => query.name) : []}
          value={documents}
          onChange={setDocuments}
          searchable
        />
        <Checkbox
          label={t('storedOnly')}
          checked={storedOnly || documents.length > 0}
          disabled={documents.length > 0}
          onChange={(event) => setStoredOnly(event.currentTarget.checked)}
        />
        <Button type="submit">{go}</Button>
      </Stack>
    </form>
  );
}

function dayAfter(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
