import { Button, CopyButton, ScrollArea } from '@mantine/core';
import { useWords } from '../words/words';
import classes from './integrators.module.css';
import { INTEGRATORS } from './words';

/** A text for machines, which can be copied; one can go into it by keyboard to scroll. */
export function CodeBlock({ text, label }: { readonly text: string; readonly label: string }) {
  const t = useWords(INTEGRATORS);
  return (
    <figure className={classes.code} aria-label={label}>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="default" onClick={copy} className={classes.copy ?? ''}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
      <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0, 'aria-label': label, role: 'region' }}>
        <pre>{text}</pre>
      </ScrollArea.Autosize>
    </figure>
  );
}
