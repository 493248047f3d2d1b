import { beginning, dayOf, ending } from '../date/days';
import { PeriodFilter } from '../date/PeriodFilter';
import type { FilterProps } from '../field';

/** Moments of whole days, as days are counted here. */
export default function MomentFilter(props: FilterProps) {
  return <PeriodFilter {...props} first={beginning} last={ending} dayOf={dayOf} />;
}
