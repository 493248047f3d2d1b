import { store } from '../../api/store';

/** The ids of the list that was shown last, in its order: from one of them to the next one need not go back. */
export const rowsPassed = store<readonly string[]>([]);
