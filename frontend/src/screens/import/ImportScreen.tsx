import { Alert, Anchor, Box, Group, Stack, Title } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Kind } from '../../catalogue/catalogue';
import { useKind } from '../../catalogue/context';
import { importRoute } from '../../router';
import { NotFound } from '../../shell/NotFound';
import { useLabel, useWords } from '../../words/words';
import classes from './import.module.css';
import { Intake } from './Intake';
import { PastRuns } from './PastRuns';
import { RunView } from './RunView';
import { useImporting } from './useImporting';
import { IMPORT } from './words';

export function ImportScreen() {
  const { kind: name } = importRoute.useParams();
  const kind = useKind(name);
  return kind?.canImport === true ? <ImportOf key={kind.name} kind={kind} /> : <NotFound />;
}

/** The way of a file into the register: tried, mended, brought in, and taken back. */
function ImportOf({ kind }: { readonly kind: Kind }) {
  const t = useWords(IMPORT);
  const label = useLabel();
  const { run } = importRoute.useSearch();
  return (
    <Stack p="md" gap="md" className={classes.page}>
      <Group justify="space-between">
        <Title order={1} size="h3">
          {t('title', { kind: label(kind.labelPlural) })}
        </Title>
        <Anchor component={Link} to="/registers/$kind" params={{ kind: kind.name } as never} size="sm">
          {t('toList')}
        </Anchor>
      </Group>
      <div className={classes.columns}>
        <Box miw={0}>{run === undefined ? <Begin kind={kind} /> : <RunView key={run} kind={kind} id={run} />}</Box>
        <PastRuns kind={kind} current={run} />
      </div>
    </Stack>
  );
}

/** Nothing is chosen yet: a file is, and tried at once. */
function Begin({ kind }: { readonly kind: Kind }) {
  const { file } = importRoute.useSearch();
  const navigate = useNavigate({ from: importRoute.fullPath });
  const { ask, refused } = useImporting(kind);
  const onFile = (id: string) => void ask({ file: id, isTrial: true });
  return (
    <Stack>
      {refused !== undefined && (
        <Alert color="red" role="alert" withCloseButton={file !== undefined} onClose={() => void navigate({ search: {} })}>
          {refused}
        </Alert>
      )}
      <Intake onFile={onFile} />
    </Stack>
  );
}
