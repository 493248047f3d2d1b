import { Alert, Anchor, List, Text } from '@mantine/core';
import type { Action } from '../../catalogue/catalogue';
import { useLabel, useWords } from '../../words/words';
import { focusField } from './ArgumentFields';
import type { Arguments } from './useArguments';
import { FORM } from './words';

/** Why it was not saved: what concerns no field, and the ways to those that are wrong. */
export function Summary({ action, form }: { readonly action: Action; readonly form: Arguments }) {
  const t = useWords(FORM);
  const label = useLabel();
  const wrong = action.arguments.filter(({ name }) => form.errors[name] !== undefined);
  if (wrong.length === 0 && form.rest.length === 0) return null;
  return (
    <Alert color="red" role="alert" title={t('refused')}>
      {form.rest.map((message) => (
        <Text key={message} size="sm">
          {message}
        </Text>
      ))}
      {wrong.length > 0 && (
        <>
          <Text size="sm">{t('see')}</Text>
          <List size="sm">
            {wrong.map((argument) => (
              <List.Item key={argument.name}>
                <Anchor component="button" type="button" inherit onClick={() => focusField(argument.name)}>
                  {label(argument.label)}
                </Anchor>
                {': '}
                {form.errors[argument.name]}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Alert>
  );
}
