import { NavLink } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useCatalogue } from '../catalogue/context';
import { pagesOf } from '../desks/pages';
import { useDesks } from '../desks/useDesks';
import { useViewer } from '../session/SessionGate';
import { useLabel, useWords } from '../words/words';
import { RegisterLinks } from './RegisterLinks';
import { SHELL } from './words';

/** Desks first; below them the registers, area by area; what programs need last. */
export function Navigation() {
  const t = useWords(SHELL);
  const { pathname } = useLocation();
  const { grants } = useViewer();
  return (
    <nav aria-label={t('menu')}>
      <NavLink component={Link} to="/" label={t('home')} active={pathname === '/'} />
      <DeskLinks />
      <RegisterLinks />
      {grants.length > 0 && (
        <NavLink
          component={Link}
          to="/integrators"
          label={t('integrators')}
          active={pathname.startsWith('/integrators')}
          mt="sm"
        />
      )}
    </nav>
  );
}

/** My desks and the pages made by hand. */
function DeskLinks() {
  const t = useWords(SHELL);
  const label = useLabel();
  const desks = useDesks();
  const catalogue = useCatalogue();
  const { grants } = useViewer();
  const { pathname } = useLocation();
  return (
    <>
      {desks.map((desk) => (
        <NavLink
          key={desk.name}
          component={Link}
          to={`/desks/${desk.name}`}
          label={label(desk.label)}
          active={pathname === `/desks/${desk.name}`}
        />
      ))}
      {pagesOf(grants, catalogue).map((page) => (
        <NavLink key={page} component={Link} to={`/${page}`} label={t(page)} active={pathname === `/${page}`} />
      ))}
    </>
  );
}
