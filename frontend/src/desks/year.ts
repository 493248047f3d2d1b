import type { Label } from '../words/words';

/** What a bureau does at that time of every year: from one day to another, as month and day. */
export interface Season {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly label: Label;
}

/** The bureau's year. */
export const YEAR: readonly Season[] = [
  season('annual-reports', '01-01', '01-31', 'Annual reports and final accounts', '年度报告、决算公开'),
  season('term-opening', '02-10', '03-15', 'Term-opening inspection', '春季开学检查'),
  season('numbers', '02-20', '03-31', 'National student numbers are issued', '全国学籍号核发'),
  season('aid-spring', '03-01', '04-15', 'Student aid: spring confirmation', '春季资助认定'),
  season('exam-registration', '04-01', '04-30', 'Registration for the senior-high entrance examination', '中考报名'),
  season('zones', '05-01', '05-31', 'Kindergarten and primary zones are published', '幼儿园、小学划片公布'),
  season('examinations', '06-01', '06-30', 'Entrance examinations, graduation certificates', '高考、中考，毕业证书发放'),
  season('admission', '07-01', '07-31', 'Results, preferences and admission', '成绩发布、志愿填报与录取'),
  season('entry', '08-01', '08-31', 'Kindergarten, primary and junior entry', '幼儿园、小学、初中招生入学'),
  season('roll-over', '08-20', '08-31', 'Roll-over of the school year', '学年升级'),
  season('status-building', '09-01', '09-30', 'New pupils enter the register', '新生学籍注册'),
  season('statistics', '09-01', '09-20', 'Statistics as of 1 September, due on the 20th', '教育统计（9 月 1 日时点，20 日前上报）'),
  season('aid-autumn', '10-01', '10-31', 'Student aid: autumn list and public notice', '秋季资助名单与公示'),
  season('double-records', '10-01', '10-31', 'Check for pupils in two registers', '双重学籍核查'),
  season('fitness', '11-01', '11-30', 'Fitness results are sent', '体质健康数据上报'),
  season('closing', '12-01', '12-31', 'Yearly checks, supervision report, archives', '年度检查、督导报告与归档'),
];

function season(name: string, from: string, until: string, en: string, zh: string): Season {
  return { name, from, until, label: { en, zh } };
}

/** The day before which a month and a day lie in the year, as they compare. */
function dayOfYear(day: Date): string {
  return `${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
}

/** What is on that day. */
export function seasonsOn(day: Date, among: readonly Season[] = YEAR): readonly Season[] {
  const now = dayOfYear(day);
  return among.filter(({ from, until }) => from <= now && now <= until);
}

/** What begins next, after that day; the year goes round. */
export function nextSeasons(day: Date, count: number, among: readonly Season[] = YEAR): readonly Season[] {
  const now = dayOfYear(day);
  const inOrder = among.toSorted((one, other) => one.from.localeCompare(other.from));
  const later = inOrder.filter(({ from }) => from > now);
  return [...later, ...inOrder.filter(({ from }) => from <= now)].slice(0, count);
}
