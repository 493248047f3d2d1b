import { store } from '../api/store';

/** Whether somebody is on the way out: nothing is shown any more that could ask for them. */
export const leaving = store(false);
