import { Alert } from '@mantine/core';
import { useEffect } from 'react';
import { useClient } from 'urql';
import { askAgain } from '../api/client';
import { connection } from '../api/connection';
import { probe } from '../api/probing';
import { useStore } from '../api/useStore';
import { useWords } from '../words/words';
import { SHELL } from './words';

/** That the server is out of reach, as long as it is; then what failed is asked again. */
export function AwayNotice() {
  const t = useWords(SHELL);
  const client = useClient();
  const isAway = useStore(connection) === 'away';
  useEffect(() => {
    const lost = () => connection.set('away');
    window.addEventListener('offline', lost);
    return () => window.removeEventListener('offline', lost);
  }, []);
  useEffect(() => {
    if (!isAway) return;
    return probe(() => {
      connection.set('there');
      askAgain(client);
    });
  }, [isAway, client]);
  return (
    <div role="status">
      {isAway && (
        <Alert color="orange" radius={0} py="xs">
          {t('away')}
        </Alert>
      )}
    </div>
  );
}
