import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Catalogue, Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import type { listDocument } from '../../documents/documents';
import { valueAt } from '../../documents/values';
import { grouped } from '../../words/grouped';
import { inLanguage, useWords } from '../../words/words';
import { csvFile, guarded, writeDelimited } from '../../sheets/delimited';
import { download } from '../../sheets/download';
import type { Column } from './columns';
import { type Exported, MOST, readAll } from './exporting';
import { plainText } from './plainText';
import { useReadStep } from './useReadStep';
import type { Sought } from './useRows';
import { LIST } from './words';

export interface ExportProps {
  readonly kind: Kind;
  readonly document: ReturnType<typeof listDocument>;
  readonly columns: readonly Column[];
  readonly sought: Sought;
  readonly onClose: () => void;
}

/** Reads what the list shows to its end and saves it as a file; can be broken off. */
export function ExportModal({ kind, document: asked, columns, sought, onClose }: ExportProps) {
  const t = useWords(LIST);
  const read = useReadStep(asked, sought);
  const catalogue = useCatalogue();
  const [count, setCount] = useState(0);
  const [exported, setExported] = useState<Exported>();
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    readAll(read, setCount, leaving.signal).then(
      (all) => {
        download(csvFile(`${inLanguage(kind.labelPlural)}.csv`, textOf(all, columns, catalogue)));
        setExported(all);
      },
      (error: Error) => {
        if (!leaving.signal.aborted) setFailed(error.message);
      },
    );
    return () => leaving.abort();
    // What was shown when it began is exported, whatever the list shows later.
  }, []);
  const isOver = exported !== undefined || failed !== undefined;
  return (
    <Modal opened onClose={onClose} title={t('export')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        {!isOver && <Progress value={Math.max(3, (count / MOST) * 100)} animated aria-label={t('exporting')} />}
        <Text size="sm" role="status">
          {failed !== undefined
            ? t('exportFailed', { why: failed })
            : exported === undefined
              ? `${t('exporting')} … ${grouped(count)}`
              : t(exported.isCut ? 'exportedCut' : 'exported', { count: grouped(exported.rows.length) })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(isOver ? 'close' : 'cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function textOf({ rows }: Exported, columns: readonly Column[], catalogue: Catalogue): string {
  const head = columns.map(({ fullLabel }) => inLanguage(fullLabel));
  const lines = rows.map((row) => columns.map(({ path, field }) => plainText(field, valueAt(row, path), catalogue)));
  return writeDelimited([head, ...lines].map((cells) => cells.map(guarded)));
}
