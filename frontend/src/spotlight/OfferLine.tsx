import { Text } from '@mantine/core';
import { useLabel, useWords } from '../words/words';
import type { Offer } from './offers';
import classes from './spotlight.module.css';
import { SPOTLIGHT } from './words';

/** What can be chosen, and what tells it from its like. */
export function OfferLine({ offer }: { readonly offer: Offer }) {
  const t = useWords(SPOTLIGHT);
  const label = useLabel();
  const [main, beside] = texts();
  return (
    <>
      <Text size="sm" span className={classes.main ?? ''}>
        {main}
      </Text>
      <Text size="xs" span c="dimmed" className={classes.beside ?? ''}>
        {beside}
      </Text>
    </>
  );

  function texts(): readonly [string, string] {
    switch (offer.is) {
      case 'record':
        return [offer.record.title, offer.record.detail || label(offer.kind.label)];
      case 'verb': {
        const what = offer.record === undefined ? label(offer.kind.label) : `${offer.record.title} · ${t('here')}`;
        return [label(offer.action.label), what];
      }
      case 'kind':
        return [label(offer.kind.labelPlural), ''];
      case 'page':
        return [label(offer.label), ''];
    }
  }
}
