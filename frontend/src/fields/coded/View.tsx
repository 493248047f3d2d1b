import type { ViewProps } from '../field';

/** A code by its words. */
export default function CodedView({ value }: ViewProps) {
  const coded = value as { code: string; label: string | null } | null | undefined;
  return coded == null ? null : <span title={coded.code}>{coded.label ?? coded.code}</span>;
}
