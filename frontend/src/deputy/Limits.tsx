import { Skeleton, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { useStateWords } from '../desks/parts/useFieldWords';
import { fromSize, LARGE, overPlan, VERY_LARGE } from '../figures/classSizes';
import { useClassSizes } from '../figures/useClassSizes';
import { MEASURES } from '../map/measures';
import { useDistricts } from '../map/useDistricts';
import { Trouble } from '../shell/Trouble';
import { useWords } from '../words/words';
import classes from './deputy.module.css';
import { DEPUTY_PROBLEMS } from './documents';
import type { Sight } from './Late';
import { Rows } from './Rows';
import { DEPUTY } from './words';

const FEW = 6;

/** Where a limit of the law is passed or near. */
export function Limits({ has }: Pick<Sight, 'has'>) {
  const t = useWords(DEPUTY);
  return (
    <section aria-label={t('limits')}>
      <Title order={2} size="h5">
        {t('limits')}
      </Title>
      <div className={classes.columns}>
        {has('Student') ? <Sizes /> : has('Figure') && <Districts />}
        {has('IdentityProblem') && <Sorts />}
      </div>
    </section>
  );
}

function Sizes() {
  const t = useWords(DEPUTY);
  const { classes: all, isWhole, error } = useClassSizes({ status: { eq: 'ENROLLED' } });
  if (error) return <Trouble error={error} />;
  if (!isWhole) return <Skeleton height={160} />;
  const band = (name: string) => ({ to: '/figures', search: { view: 'classes', band: name } });
  return (
    <Rows
      title={t('classes', { count: all.length })}
      rows={[
        { label: t('from', { least: VERY_LARGE }), value: fromSize(all, VERY_LARGE).length, page: band('66-') },
        { label: t('from', { least: LARGE }), value: fromSize(all, LARGE).length, page: band('56-65') },
        { label: t('overPlan'), value: overPlan(all).length, page: { to: '/figures', search: { view: 'classes' } } },
        ...fromSize(all, 51)
          .slice(0, FEW)
          .map((each) => ({ label: `${each.school?.name ?? ''} ${each.grade.label ?? ''} ${each.name ?? ''}`, value: each.size, record: each.id })),
      ]}
    />
  );
}

/** Where classes are fullest on the average, for those who see no pupils. */
function Districts() {
  const t = useWords(DEPUTY);
  const { districts, error } = useDistricts();
  const perClass = MEASURES.find(({ name }) => name === 'per-class')!;
  if (error && districts === undefined) return <Trouble error={error} />;
  if (districts === undefined) return <Skeleton height={160} />;
  const fullest = districts.toSorted((one, other) => (perClass.of(other) ?? 0) - (perClass.of(one) ?? 0)).slice(0, FEW);
  return (
    <Rows
      title={t('fullest')}
      rows={fullest.map((district) => ({
        label: district.name,
        value: perClass.of(district) ?? '—',
        page: { to: '/map', search: { district: district.code, measure: perClass.name } },
      }))}
    />
  );
}

function Sorts() {
  const t = useWords(DEPUTY);
  const sort = useStateWords('IdentityProblem', 'sort');
  const [{ data, error }] = useQuery({ query: DEPUTY_PROBLEMS });
  if (error && !data) return <Trouble error={error} />;
  if (data === undefined) return <Skeleton height={100} />;
  return (
    <Rows
      title={t('register')}
      rows={data.bySort.nodes.map(({ key, count }) => ({
        label: sort(key.sort),
        value: count,
        list: { kind: 'IdentityProblem', filter: { state: { eq: 'OPEN' }, sort: { eq: key.sort } } },
      }))}
    />
  );
}
