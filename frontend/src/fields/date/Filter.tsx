import type { FilterProps } from '../field';
import { PeriodFilter } from './PeriodFilter';

const asItIs = (day: string) => day;

/** Days from one to another. */
export default function DateFilter(props: FilterProps) {
  return <PeriodFilter {...props} first={asItIs} last={asItIs} dayOf={asItIs} />;
}
