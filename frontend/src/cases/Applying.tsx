import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Kind } from '../catalogue/catalogue';
import { useCatalogue } from '../catalogue/context';
import { useLabel, useWords } from '../words/words';
import { openings } from './opening';
import { CASES } from './words';

/** What may be applied for on behalf of a record; nothing where there is nothing. */
export function Applying({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const t = useWords(CASES);
  const label = useLabel();
  const found = openings(useCatalogue(), kind.name);
  if (found.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default">
          {t('apply')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {found.map((each) => (
          <Menu.Item
            key={each.action.name}
            component={Link}
            to="/registers/$kind/new"
            params={{ kind: each.kind.name } as never}
            search={{ action: each.action.name, [each.about]: id } as never}
          >
            {label(each.action.label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
