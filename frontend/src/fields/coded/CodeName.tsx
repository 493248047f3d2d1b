import type { ViewProps } from '../field';
import { useEveryCode } from './useEveryCode';

/** A code that is sought, by its words; as it is until these are there. */
export default function CodeName({ field, value }: ViewProps) {
  const codes = useEveryCode(field.codeTable);
  return codes?.find(({ code }) => code === value)?.label ?? String(value);
}
