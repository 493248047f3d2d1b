import type { ViewProps } from '../field';
import { useTitleOfId } from './useCandidates';

/** A record that is sought, by its title. */
export default function RecordName({ value }: ViewProps) {
  const id = String(value);
  return useTitleOfId(id) ?? id;
}
