import { useEffect } from 'react';
import { useWords } from '../words/words';
import { SHELL } from './words';

/** What the browser's tab says: the page, then the product. */
export function usePageTitle(title: string): void {
  const t = useWords(SHELL);
  const product = t('product');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}
