import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { forgetEverything } from '../api/ClientProvider';
import { sessionEnded } from '../api/connection';
import { useWords } from '../words/words';
import { SignInFlow } from './SignInFlow';
import { tellTabs } from './tabs';
import { SESSION } from './words';

/** The way back in over a page that stays as it was; whoever is somebody else leaves it. */
export function SessionEnded({ username }: { readonly username: string }) {
  const t = useWords(SESSION);
  const goOn = (name: string) => {
    tellTabs({ is: 'in', username: name });
    if (name !== username) return location.assign('/');
    sessionEnded.set(false);
    forgetEverything();
  };
  return (
    <Modal
      opened
      onClose={() => {}}
      title={t('ended')}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      zIndex={1000}
      overlayProps={{ blur: 12, backgroundOpacity: 0.75 }}
    >
      <Stack>
        <Text size="sm">{t('endedText')}</Text>
        <SignInFlow username={username} to={location.pathname + location.search} onIn={(who) => goOn(who.username)} />
        <Anchor href="/sign-in" size="sm">
          {t('another')}
        </Anchor>
      </Stack>
    </Modal>
  );
}
