import { AppShell, Burger, Group, Text } from '@mantine/core';
import { useDisclosure, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { JobsButton } from '../jobs/JobsButton';
import { NoticesButton } from '../notices/NoticesButton';
import { Finder } from '../spotlight/Finder';
import { useWords } from '../words/words';
import { AccountMenu } from './AccountMenu';
import { AwayNotice } from './AwayNotice';
import { Breadcrumbs } from './Breadcrumbs';
import { KeyboardHelp } from './KeyboardHelp';
import { Navigation } from './Navigation';
import classes from './shell.module.css';
import { UnitSwitch } from './UnitSwitch';
import { useHeading } from './useHeading';
import { useIdle } from './useIdle';
import { useKey } from './useKey';
import { SHELL } from './words';

/** From here on the menu stands beside the page; before, and where it is folded away, it is drawn after the page. */
const WIDE = '(min-width: 48em)';

/** The frame around every page: where one is, where one can go, who one is. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useWords(SHELL);
  const [isOpen, { toggle, close }] = useDisclosure();
  const [isFolded, setIsFolded] = useLocalStorage({ key: 'bureau.menu.folded', defaultValue: false, getInitialValueInEffect: false });
  const fold = () => setIsFolded((folded) => !folded);
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false });
  const isIdle = useIdle();
  const { pathname } = useLocation();
  const page = useRef<HTMLElement>(null);
  useEffect(close, [pathname, close]);
  useHeading(page);
  useKey('[', fold);
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen, desktop: isFolded } }}
      padding={0}
      withBorder
    >
      <AppShell.Header className={classes.header ?? ''}>
        <a href="#content" className={classes.skip}>
          {t('skip')}
        </a>
        <Group h="100%" px="sm" gap="sm" wrap="nowrap">
          <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />
          <Burger
            opened={false}
            onClick={fold}
            visibleFrom="sm"
            size="xs"
            aria-label={t(isFolded ? 'unfoldMenu' : 'foldMenu')}
            aria-expanded={!isFolded}
          />
          <Text fw={700} className={classes.brand ?? ''} component={Link} to="/">
            {t('product')}
          </Text>
          <Breadcrumbs />
          <Group gap="xs" wrap="nowrap" ms="auto">
            <Finder />
            <JobsButton />
            <UnitSwitch />
            <NoticesButton />
            <AccountMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar ?? ''}>
        {(isOpen || isIdle || (isWide && !isFolded)) && <Navigation />}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} ref={page} className={classes.main ?? ''}>
        <AwayNotice />
        {children}
      </AppShell.Main>
      <KeyboardHelp />
    </AppShell>
  );
}
