import { NavLink, Text, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Area, Kind } from '../catalogue/catalogue';
import { useCatalogue } from '../catalogue/context';
import { useLabel, useWords } from '../words/words';
import { hasWords } from '../words/matching';
import { usePlace } from './usePlace';
import { SHELL } from './words';

/** From how many kinds on one seeks rather than looks. */
const MANY = 12;

/** The registers by area, each area folded away or not as it was left. */
export function RegisterLinks() {
  const t = useWords(SHELL);
  const catalogue = useCatalogue();
  const { kind: present } = usePlace();
  const [sought, setSought] = useState('');
  const [open, setOpen] = useLocalStorage<Record<string, boolean>>({
    key: 'bureau.menu.areas',
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const isSought = sought.trim() !== '';
  const areas = catalogue.areas.flatMap((area) => {
    const isMeant = hasWords(area.label, sought);
    const kinds = catalogue.listed.filter((kind) => kind.area === area.name && (isMeant || hasKindWords(kind, sought)));
    return kinds.length > 0 ? [{ area, kinds }] : [];
  });
  return (
    <>
      <Text size="xs" c="dimmed" px="xs" pt="sm" pb={4}>
        {t('registers')}
      </Text>
      {catalogue.listed.length > MANY && (
        <TextInput
          size="xs"
          mb={4}
          type="search"
          aria-label={t('filterKinds')}
          placeholder={t('filterKinds')}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      {areas.map(({ area, kinds }) => (
        <AreaLinks
          key={area.name}
          area={area}
          kinds={kinds}
          present={present}
          isOpen={isSought || (open[area.name] ?? kinds.some((kind) => kind === present))}
          onChange={(isOpen) => setOpen((before) => ({ ...before, [area.name]: isOpen }))}
        />
      ))}
      {areas.length === 0 && (
        <Text size="sm" c="dimmed" px="xs">
          {t('noKinds')}
        </Text>
      )}
    </>
  );
}

interface AreaProps {
  readonly area: Area;
  readonly kinds: readonly Kind[];
  readonly present: Kind | undefined;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
}

/** The registers of one area, drawn once somebody looks at them. */
function AreaLinks({ area, kinds, present, isOpen, onChange }: AreaProps) {
  const label = useLabel();
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  const links = kinds.map((kind) => (
    <NavLink
      key={kind.name}
      component={Link}
      to={`/registers/${kind.name}`}
      label={label(kind.labelPlural)}
      active={kind === present}
    />
  ));
  return (
    <NavLink component="button" type="button" label={label(area.label)} opened={isOpen} onChange={onChange}>
      {wasOpen ? links : <></>}
    </NavLink>
  );
}

function hasKindWords(kind: Kind, sought: string): boolean {
  return hasWords(kind.label, sought) || hasWords(kind.labelPlural, sought);
}
