/** A file of an archive as it is packed there. */
interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  /** How long it is when unpacked. */
  readonly length: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
const DEFLATED = 8;
const VERSION = 20;
/** That the sizes stand behind a file; they are written before it here. */
const SIZES_FOLLOW = 8;

/** The files of an archive, by their names. */
export function archived(archive: ArrayBuffer): ReadonlyMap<string, Entry> {
  const view = new DataView(archive);
  let end = view.byteLength - 22;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new Error('This is no archive');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === DIRECTORY; left -= 1) {
    const long = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(archive, at + 46, long));
    const local = view.getUint32(at + 42, true);
    const begins = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    entries.set(name, {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      length: view.getUint32(at + 24, true),
      bytes: new Uint8Array(archive, begins, view.getUint32(at + 20, true)),
    });
    at += 46 + long + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The text of a file of an archive; undefined for one that is not there. */
export async function textIn(entries: ReadonlyMap<string, Entry>, name: string): Promise<string | undefined> {
  const entry = entries.get(name);
  if (entry === undefined) return undefined;
  const stream = new Blob([entry.bytes]).stream();
  return new Response(entry.method === DEFLATED ? stream.pipeThrough(new DecompressionStream('deflate-raw')) : stream).text();
}

/** The same files with another text in one of them, which is not packed. */
export function archiveWith(entries: ReadonlyMap<string, Entry>, name: string, text: string): Blob {
  const bytes = new TextEncoder().encode(text);
  const other: Entry = { name, flags: 0, method: 0, checksum: checksum(bytes), length: bytes.length, bytes };
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  const all = [...new Map([...entries, [name, other]]).values()];
  for (const entry of all) {
    const called = new TextEncoder().encode(entry.name);
    const common = commonOf(entry, called.length);
    const head = packed([LOCAL, 4], [VERSION, 2], ...common);
    parts.push(head, called, entry.bytes);
    directory.push(packed([DIRECTORY, 4], [VERSION, 2], [VERSION, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), called);
    at += head.length + called.length + entry.bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = all.length;
  const end = packed([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2]);
  return new Blob([...parts, ...directory, end]);
}

/** What stands before a file and in the directory alike. */
function commonOf({ flags, method, checksum: sum, length, bytes }: Entry, named: number): [number, number][] {
  return [[flags & ~SIZES_FOLLOW, 2], [method, 2], [0, 4], [sum, 4], [bytes.length, 4], [length, 4], [named, 2], [0, 2]];
}

/** Numbers one after the other, each in so many bytes. */
function packed(...numbers: readonly [number, number][]): Uint8Array<ArrayBuffer> {
  const bytes = numbers.flatMap(([value, size]) => Array.from({ length: size }, (_byte, place) => (value >>> (8 * place)) & 255));
  return new Uint8Array(bytes);
}

/** CRC-32, as archives have it. */
function checksum(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
