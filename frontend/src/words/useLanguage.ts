import { useStore } from '../api/useStore';
import { type Language, spoken } from './language';

/** The language of the page for what is drawn in it, and turns with it. */
export function useLanguage(): Language {
  return useStore(spoken);
}
