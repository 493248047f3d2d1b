/** What a scanner or a hand put into the field: a record's id, or something to look for. */
export type Scan = { readonly sort: 'record'; readonly id: string } | { readonly sort: 'text'; readonly text: string };

const ID = /\b([A-Z][A-Za-z]+:\d+)\b/;

/** Read a card or a QR code: the address of a record's page, its id, or a number as it is printed. */
export function readScan(raw: string): Scan {
  const text = raw.normalize('NFKC').replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim();
  const found = ID.exec(safelyDecoded(text));
  return found?.[1] === undefined ? { sort: 'text', text } : { sort: 'record', id: found[1] };
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
