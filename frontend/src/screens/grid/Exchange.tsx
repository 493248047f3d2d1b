import { Button, FileButton } from '@mantine/core';
import type { Kind } from '../../catalogue/catalogue';
import { csvFile } from '../../sheets/delimited';
import { download } from '../../sheets/download';
import { readTable } from '../../sheets/readTable';
import { useLabel, useWords } from '../../words/words';
import { compared, type Difference, exported } from './exchange';
import type { Content } from './sheet';
import { EDIT_GRID } from './words';

interface ExchangeProps {
  readonly kind: Kind;
  readonly content: Content;
  readonly onBack: (difference: Difference) => void;
  /** Hears what became of a file that was brought back. */
  readonly onTold: (text: string) => void;
}

/** Takes the rows to a spreadsheet, and brings back what is other there. */
export function Exchange({ kind, content, onBack, onTold }: ExchangeProps) {
  const t = useWords(EDIT_GRID);
  const label = useLabel();
  const take = () => {
    const day = new Date().toISOString().slice(0, 10);
    download(csvFile(`${label(kind.labelPlural)}-${day}.csv`, exported(content, label(kind.label))));
  };
  const bring = async (file: File | null) => {
    if (file === null) return;
    const table = await readTable(file).catch(() => undefined);
    const difference = table && compared(table, content.lines, content.columns, content.known);
    if (difference !== undefined) onBack(difference);
    onTold(table === undefined ? t('unreadable') : difference === undefined ? t('noIds') : sayOf(difference));
  };
  const sayOf = ({ cells, strangers }: Difference) => {
    const other = cells.length > 0 ? t('broughtBack', { count: cells.length }) : t('sameAsHere');
    return strangers > 0 ? `${other} ${t('strangers', { count: strangers })}` : other;
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={take}>
        {t('export')}
      </Button>
      <FileButton accept=".csv,.txt,.xlsx" onChange={(file) => void bring(file)}>
        {(props) => (
          <Button size="xs" variant="default" {...props}>
            {t('bringBack')}
          </Button>
        )}
      </FileButton>
    </>
  );
}
