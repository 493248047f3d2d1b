import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../words/words';
import { SESSION } from './words';

/** A password, which can be looked at while it is typed. */
export function PasswordField(props: PasswordInputProps) {
  const t = useWords(SESSION);
  return <PasswordInput {...props} required visibilityToggleButtonProps={{ 'aria-label': t('look') }} />;
}
