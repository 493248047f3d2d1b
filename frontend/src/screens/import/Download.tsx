import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useWords } from '../../words/words';
import { LINK_FILE } from './documents';
import { IMPORT } from './words';

/** Gets a file by a link that is good for a while. */
export function Download({ file }: { readonly file: { readonly id: string } }) {
  const t = useWords(IMPORT);
  const [{ fetching }, link] = useMutation(LINK_FILE);
  const [refused, setRefused] = useState<string>();
  const open = async () => {
    const { data, error } = await link({ input: { id: file.id } });
    const url = data?.linkFile.link?.url;
    setRefused(url === undefined ? (data?.linkFile.errors[0]?.message ?? error?.message) : undefined);
    if (url !== undefined) location.assign(url);
  };
  return (
    <>
      <Button variant="default" size="xs" loading={fetching} onClick={() => void open()}>
        {t('download')}
      </Button>
      {refused !== undefined && <Alert color="red">{refused}</Alert>}
    </>
  );
}
