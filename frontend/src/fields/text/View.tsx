import type { ViewProps } from '../field';

export default function TextView({ value }: ViewProps) {
  return value == null ? null : <span>{String(value)}</span>;
}
