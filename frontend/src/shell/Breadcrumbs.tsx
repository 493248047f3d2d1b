import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useStore } from '../api/useStore';
import { useCatalogue } from '../catalogue/context';
import { useLabel, useWords } from '../words/words';
import { heading } from './heading';
import classes from './shell.module.css';
import { usePlace } from './usePlace';
import { SHELL } from './words';

/** Where one is: area, kind, record. */
export function Breadcrumbs() {
  const t = useWords(SHELL);
  const label = useLabel();
  const catalogue = useCatalogue();
  const { kind, recordId } = usePlace();
  const title = useStore(heading);
  if (kind === undefined) return null;
  const area = catalogue.areas.find(({ name }) => name === kind.area);
  return (
    <nav aria-label={t('where')} className={classes.where}>
      <ol>
        {area && (
          <li className={classes.area}>
            <Anchor component={Link} to="/registers" hash={area.name} size="sm" c="dimmed">
              {label(area.label)}
            </Anchor>
          </li>
        )}
        <li>
          {recordId === undefined || kind.plural == null ? (
            <Text size="sm" span aria-current={recordId === undefined ? 'page' : undefined}>
              {label(kind.labelPlural)}
            </Text>
          ) : (
            <Anchor component={Link} to={`/registers/${kind.name}`} size="sm">
              {label(kind.labelPlural)}
            </Anchor>
          )}
        </li>
        {recordId !== undefined && title !== '' && (
          <li className={classes.title}>
            <Text size="sm" span aria-current="page">
              {title}
            </Text>
          </li>
        )}
      </ol>
    </nav>
  );
}
