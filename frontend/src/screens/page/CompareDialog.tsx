import { Alert, Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useClient } from 'urql';
import type { Field, Kind } from '../../catalogue/catalogue';
import fields from '../../fields/fields.module.css';
import { useWords } from '../../words/words';
import { matchDocument, sealedName } from './sealed';
import { PAGE } from './words';

interface Props {
  readonly kind: Kind;
  readonly field: Field;
  readonly id: string;
  readonly of: string;
  readonly onClose: () => void;
}

type Told = { readonly name: 'same' | 'other' } | { readonly name: 'refused'; readonly reason: string };

/** Learn whether a typed value is the one that is held. */
export function CompareDialog({ kind, field, id, of, onClose }: Props) {
  const t = useWords(PAGE);
  const client = useClient();
  const document = useMemo(() => matchDocument(kind), [kind]);
  const [value, setValue] = useState('');
  const [isAsking, setAsking] = useState(false);
  const [told, setTold] = useState<Told>();
  const compare = async (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() === '') return;
    setAsking(true);
    const { data, error } = await client.mutation(document, { input: { id, field: sealedName(field.name), value } }).toPromise();
    setAsking(false);
    const reason = data?.asked.errors[0]?.message ?? error?.graphQLErrors[0]?.message ?? t('away');
    const isSame = data?.asked.isSame;
    setTold(isSame == null ? { name: 'refused', reason } : { name: isSame ? 'same' : 'other' });
  };
  return (
    <Modal opened onClose={onClose} title={t('compareTitle', { of })} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => void compare(event)}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('compareText')}
          </Text>
          <TextInput
            label={t('value')}
            classNames={{ input: fields.identifier ?? '' }}
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(event) => {
              setValue(event.currentTarget.value);
              setTold(undefined);
            }}
            data-autofocus
          />
          {told?.name === 'same' && (
            <Alert color="green" role="status">
              ✓ {t('isSame')}
            </Alert>
          )}
          {told?.name === 'other' && (
            <Alert color="orange" role="status">
              ✗ {t('isOther')}
            </Alert>
          )}
          {told?.name === 'refused' && (
            <Alert color="red" role="alert">
              {told.reason}
            </Alert>
          )}
          <Button type="submit" loading={isAsking}>
            {t('compare')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
