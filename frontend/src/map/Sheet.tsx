import { type KeyboardEvent, useMemo } from 'react';
import { useWords } from '../words/words';
import classes from './map.module.css';
import type { District, Measure } from './measures';
import type { Area, Sheet as Laid } from './project';
import { MAP } from './words';

/** Below this width on the sheet a name does not fit in. */
const ROOM = 100;
/** Around a district that is looked at, so much of it again. */
const MARGIN = 0.15;

export interface Spot {
  readonly id: string;
  readonly name: string;
  readonly longitude: number;
  readonly latitude: number;
}

interface Props {
  readonly sheet: Laid;
  readonly districts: readonly District[];
  readonly measure: Measure;
  readonly shades: readonly (number | null)[];
  readonly said: (district: District) => string;
  readonly chosen: string | undefined;
  readonly spots: readonly Spot[];
  readonly onChoose: (code: string) => void;
}

/** The city's districts, each in the shade of its number; one comes near when it is chosen. */
export function Sheet({ sheet, districts, shades, said, chosen, spots, onChoose }: Props) {
  const t = useWords(MAP);
  const known = useMemo(() => new Map(districts.map((district, index) => [district.code, { district, index }])), [districts]);
  const near = sheet.areas.find(({ code }) => code === chosen);
  const [left, top, width, height] = viewOf(sheet, near);
  const size = width / sheet.width;
  return (
    <svg className={classes.sheet} viewBox={`${left} ${top} ${width} ${height}`} role="group" aria-label={t('map')}>
      <defs>
        <pattern id="map-hidden" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" className={classes.ground} />
          <line x1="0" y1="0" x2="0" y2="6" className={classes.hatch} />
        </pattern>
      </defs>
      {sheet.areas.map((area) => {
        const found = known.get(area.code);
        if (found === undefined) return <path key={area.code} d={area.path} className={classes.other} strokeWidth={size} />;
        const shade = shades[found.index] ?? null;
        return (
          <path
            key={area.code}
            d={area.path}
            className={classes.area}
            data-shade={shade ?? undefined}
            data-chosen={area.code === chosen || undefined}
            fill={shade === null ? 'url(#map-hidden)' : undefined}
            strokeWidth={size}
            role="button"
            tabIndex={0}
            aria-label={said(found.district)}
            aria-pressed={area.code === chosen}
            onClick={() => onChoose(area.code)}
            onKeyDown={(event) => pressed(event) && onChoose(area.code)}
          >
            <title>{said(found.district)}</title>
          </path>
        );
      })}
      {near !== undefined && <path d={near.path} className={classes.outline} aria-hidden />}
      {sheet.areas.map((area) => {
        const name = known.get(area.code)?.district.name;
        if (name === undefined || (near === undefined ? area.box[2] - area.box[0] < ROOM : area !== near)) return null;
        return (
          <text key={area.code} x={area.middle[0]} y={area.middle[1]} className={classes.name} fontSize={17 * size} strokeWidth={3 * size} aria-hidden>
            {name}
          </text>
        );
      })}
      {spots.map((spot) => {
        const [x, y] = sheet.place(spot.longitude, spot.latitude);
        return (
          <circle key={spot.id} cx={x} cy={y} r={4 * size} className={classes.spot} strokeWidth={size}>
            <title>{spot.name}</title>
          </circle>
        );
      })}
    </svg>
  );
}

function viewOf(sheet: Laid, near: Area | undefined): readonly [number, number, number, number] {
  if (near === undefined) return [0, 0, sheet.width, sheet.height];
  const [left, top, right, bottom] = near.box;
  const width = Math.max(right - left, (bottom - top) * (sheet.width / sheet.height)) * (1 + 2 * MARGIN);
  const height = width * (sheet.height / sheet.width);
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height];
}

function pressed(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  event.preventDefault();
  return true;
}
