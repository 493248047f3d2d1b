import { store } from './store';

/** How many answers are waited for. */
export const asking = store(0);
