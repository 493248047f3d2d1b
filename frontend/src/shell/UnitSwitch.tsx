import { NativeSelect } from '@mantine/core';
import { forgetEverything } from '../api/ClientProvider';
import { actFor, actingUnit } from '../api/unit';
import { useViewer } from '../session/SessionGate';
import { useWords } from '../words/words';
import { SHELL } from './words';

/** For which of their units somebody with several works now. */
export function UnitSwitch() {
  const t = useWords(SHELL);
  const { grants } = useViewer();
  const units = [...new Map(grants.map(({ unitId, unitName }) => [unitId, unitName] as const))];
  if (units.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('unit')}
      value={actingUnit() ?? ''}
      data={[{ value: '', label: t('allUnits') }, ...units.map(([value, label]) => ({ value, label }))]}
      onChange={(event) => {
        actFor(event.currentTarget.value || undefined);
        forgetEverything();
      }}
    />
  );
}
