import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { PasswordChange } from '../session/PasswordChange';
import { useWords } from '../words/words';
import { Section } from './Section';
import { ACCOUNT } from './words';

/** Another password for oneself. */
export function Password({ onChange }: { readonly onChange: () => void }) {
  const t = useWords(ACCOUNT);
  const [state, setState] = useState<'closed' | 'open' | 'done'>('closed');
  const done = () => {
    setState('done');
    onChange();
  };
  return (
    <Section title={t('password')} text={t('passwordText')}>
      <div role="status">{state === 'done' && <Alert color="green">{t('passwordChanged')}</Alert>}</div>
      {state === 'open' ? (
        <PasswordChange onDone={done} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setState('open')}>
            {t('changePassword')}
          </Button>
        </div>
      )}
    </Section>
  );
}
