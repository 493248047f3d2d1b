/** The hash that the build gave a fixed document; those built from the catalogue have none and go as texts. */
export function hashOf(document: unknown): string {
  const meta = (document as { __meta__?: { hash?: string } }).__meta__;
  return meta?.hash ?? '';
}
