type Point = readonly [number, number];
type Ring = readonly Point[];

interface Feature {
  readonly id: string;
  readonly properties: { readonly name: string; readonly cp: Point };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
}

export interface Shapes {
  readonly features: readonly Feature[];
}

export interface Area {
  readonly code: string;
  readonly path: string;
  /** Where its name stands. */
  readonly middle: Point;
  /** Left, top, right and bottom on the sheet. */
  readonly box: readonly [number, number, number, number];
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly Area[];
  /** Where degrees east and north lie on the sheet. */
  readonly place: (longitude: number, latitude: number) => Point;
}

/** How wide a sheet is, in units of its own. */
const WIDTH = 800;
/** Points that lie nearer to the one before are left out: nobody sees them. */
const NEAR = 0.7;

/** Lay shapes out on a sheet: degrees north are as long as they are in the middle of them. */
export function sheetOf(shapes: Shapes): Sheet {
  const points = shapes.features.flatMap((feature) => ringsOf(feature).flat());
  const [west, east] = extent(points.map(([longitude]) => longitude));
  const [south, north] = extent(points.map(([, latitude]) => latitude));
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / ((east - west) * squeeze || 1);
  const place = (longitude: number, latitude: number): Point => [(longitude - west) * squeeze * scale, (north - latitude) * scale];
  const areas = shapes.features.map((feature) => {
    const rings = ringsOf(feature).map((ring) => thinned(ring.map(([longitude, latitude]) => place(longitude, latitude))));
    const [left, right] = extent(rings.flat().map(([x]) => x));
    const [top, bottom] = extent(rings.flat().map(([, y]) => y));
    return { code: feature.id, path: rings.map(pathOf).join(''), middle: place(...feature.properties.cp), box: [left, top, right, bottom] as const };
  });
  return { width: WIDTH, height: (north - south) * scale, areas, place };
}

function ringsOf({ geometry }: Feature): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function extent(values: readonly number[]): readonly [number, number] {
  return values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)] as const, [Infinity, -Infinity] as const);
}

function thinned(ring: Ring): Ring {
  const kept: Point[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAR) kept.push(point);
  }
  return kept;
}

function pathOf(ring: Ring): string {
  return `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}
