import { Button, Menu } from '@mantine/core';
import type { Action } from '../../catalogue/catalogue';
import { useLabel, useWords } from '../../words/words';
import { PAGE } from './words';

/** So many stand as buttons; the others, and whatever makes void, in a menu. */
const BUTTONS = 2;

interface Props {
  readonly actions: readonly Action[];
  readonly onChoose: (action: Action) => void;
}

/** What may be done with the record. */
export function RecordActions({ actions, onChoose }: Props) {
  const t = useWords(PAGE);
  const label = useLabel();
  const buttons = actions.filter(({ verb }) => verb !== 'VOID').slice(0, BUTTONS);
  const others = actions.filter((action) => !buttons.includes(action));
  return (
    <>
      {buttons.map((action, index) => (
        <Button key={action.name} size="xs" variant={index === 0 ? 'filled' : 'default'} onClick={() => onChoose(action)}>
          {label(action.label)}
        </Button>
      ))}
      {others.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default">
              {t(buttons.length === 0 ? 'actions' : 'more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((action) => (
              <Menu.Item key={action.name} onClick={() => onChoose(action)} {...(action.verb === 'VOID' ? { color: 'red' } : {})}>
                {label(action.label)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
