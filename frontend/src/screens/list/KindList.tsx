import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Kind } from '../../catalogue/catalogue';
import { useCatalogue } from '../../catalogue/context';
import { listDocument } from '../../documents/documents';
import { Trouble } from '../../shell/Trouble';
import { rowsPassed } from '../page/rowsPassed';
import { ActionBar } from './ActionBar';
import { Banners } from './Banners';
import { Cards } from './Cards';
import { columnsOf } from './columns';
import { Grid } from './Grid';
import classes from './list.module.css';
import { ListHead } from './ListHead';
import { Nothing } from './Nothing';
import { placeOf } from './remembered';
import type { RowsShown } from './RowsShown';
import { SelectionBar } from './SelectionBar';
import { soughtBy } from './sought';
import { Toolbar } from './Toolbar';
import { useActive } from './useActive';
import { useListed } from './useListed';
import { useOpening } from './useOpening';
import { useRows } from './useRows';
import { useSelection } from './useSelection';
import { useTotal } from './useTotal';
import { canActOnRows } from './verbs';
import { ViewTabs } from './ViewTabs';

/** Narrower than this is a phone: cards for rows. */
const PHONE = '(max-width: 47.99em)';

export function KindList({ kind }: { readonly kind: Kind }) {
  const catalogue = useCatalogue();
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const entry = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? '' });
  const [listed, change] = useListed(kind);
  const paths = listed.columns.join(' ');
  const columns = useMemo(() => columnsOf(catalogue, kind, paths.split(' ')), [catalogue, kind, paths]);
  const document = useMemo(() => listDocument(catalogue, kind, paths.split(' ')), [catalogue, kind, paths]);
  const sought = soughtBy(listed);
  const soughtKey = JSON.stringify(sought);
  const [left] = useState({ place: placeOf(entry), soughtKey });
  const place = left.soughtKey === soughtKey ? left.place : undefined;
  const rows = useRows(document, sought, place?.depth ?? 1);
  useEffect(() => rowsPassed.set(rows.rows.map(({ id }) => id)), [rows.rows]);
  const total = useTotal(kind, sought, rows.isBegun);
  const selecting = useSelection(rows.rows, soughtKey);
  const [active, setActive] = useActive(soughtKey, place);
  const searchBox = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { asOf } = listed;
  const open = useCallback(
    (id: string) => void navigate({ to: '/records/$id', params: { id }, search: asOf === undefined ? {} : { asOf } }),
    [navigate, asOf],
  );
  const openFound = useOpening(rows, listed.search, active, open);
  const shown: RowsShown = {
    kind,
    columns,
    rows,
    total,
    selecting: asOf === undefined && canActOnRows(catalogue, kind) ? selecting : undefined,
    active,
    onActive: setActive,
    onOpen: open,
    order: listed.order,
    onOrder: (order) => change({ order }),
    asOf,
    soughtKey,
    entry,
    place,
    body,
  };
  return (
    <div className={classes.screen}>
      <ListHead kind={kind} total={total} isCounting={rows.isBegun} tabs={<ViewTabs kind={kind} listed={listed} mayAsk={rows.isBegun} />}>
        <ActionBar kind={kind} listed={listed} document={document} columns={columns} sought={sought} />
      </ListHead>
      <Toolbar
        kind={kind}
        listed={listed}
        isPhone={isPhone}
        onChange={change}
        searchBox={searchBox}
        onFound={openFound}
        onLeave={() => body.current?.focus()}
      />
      <Banners kind={kind} listed={listed} onChange={change} />
      {rows.error !== undefined && <Trouble error={rows.error} onRetry={rows.again} />}
      {rows.rows.length > 0 || (!rows.isBegun && rows.error === undefined) ? (
        isPhone ? (
          <Cards {...shown} />
        ) : (
          <Grid {...shown} />
        )
      ) : (
        rows.error === undefined && <Nothing kind={kind} listed={listed} onChange={change} />
      )}
      {selecting.selection.size > 0 && <SelectionBar selecting={selecting} loaded={rows} total={total} document={document} sought={sought} />}
    </div>
  );
}
