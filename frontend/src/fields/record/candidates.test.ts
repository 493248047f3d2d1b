import { describe, expect, it } from 'vitest';
import { Catalogue, type Kind } from '../../catalogue/catalogue';
import type { Row } from '../../documents/documents';
import { chooseLanguage } from '../../words/language';
import { candidate } from './useCandidates';

const field = (name: string, type: string, states: readonly unknown[] = []) => ({ name, type, states });
const SORTS = [
  { name: 'SECTION', label: { en: 'Section', zh: '科室' } },
  { name: 'SCHOOL', label: { en: 'School', zh: '学校' } },
];
const unit = {
  name: 'Unit',
  title: ['name'],
  columns: ['code', 'name', 'category', 'superior.name'],
  fields: [field('code', 'Text'), field('name', 'Text'), field('category', 'Choice', SORTS), { ...field('superior', 'One'), target: 'Unit' }],
  actions: [],
} as unknown as Kind;
const catalogue = new Catalogue({ kinds: [unit], areas: [], roles: [], version: '' } as never);
const section: Row = { id: 'Office:7', code: '510100-1', name: '基础教育科', category: 'SECTION', superior: { id: 'Office:1', name: '成都市教育局' } };

describe('what is offered', () => {
  it('says of a unit what it is, in the language of the page', () => {
    chooseLanguage('zh');
    expect(candidate(catalogue, unit, section)).toEqual({ id: 'Office:7', title: '基础教育科', detail: '510100-1 · 科室 · 成都市教育局' });
    chooseLanguage('en');
    expect(candidate(catalogue, unit, section).detail).toBe('510100-1 · Section · 成都市教育局');
  });
});
