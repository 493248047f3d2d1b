import { toDecide } from '../../cases/queue';
import type { Desk, Queue } from '../desk';
import { inRegister } from '../register';

/** Identity problems of one sort, as they were found. */
function problems(sort: string, en: string, zh: string, hintEn: string, hintZh: string): Queue {
  return {
    name: sort.toLowerCase().replaceAll('_', '-'),
    label: { en, zh },
    hint: { en: hintEn, zh: hintZh },
    kind: 'IdentityProblem',
    filter: { state: { eq: 'OPEN' }, sort: { eq: sort } },
    bench: () => import('../parts/problems').then((part) => part.problemBench),
  };
}

/** Who keeps the registers of a city or a county, and who is who in them. */
export const registrar: Desk = {
  name: 'registrar',
  label: { en: 'Registrar', zh: '学籍管理' },
  hint: { en: 'Who is who, who is where, what does not add up', zh: '查重、问题学籍与分班' },
  roles: ['registrar', 'identity'],
  levels: ['CITY', 'COUNTY'],
  seasons: ['numbers', 'entry', 'roll-over', 'status-building', 'statistics', 'double-records'],
  opens: 'duplicates',
  queues: [
    toDecide,
    {
      name: 'duplicates',
      label: { en: 'Duplicates to judge', zh: '疑似重复人员' },
      hint: {
        en: 'Two entries that may be of one person. Those that are one can be merged, and parted again.',
        zh: '可能为同一人的两条记录；确认后可合并，合并后仍可撤销。',
      },
      kind: 'DuplicateCandidate',
      filter: { state: { eq: 'OPEN' } },
      bench: () => import('./duplicates').then((part) => part.duplicateBench),
    },
    problems('SCHOOL_CLOSED', 'Pupils of closed schools', '空挂学籍：学校已停办', 'Enrolled at a school that is closed.', '学籍仍在已停办的学校。'),
    problems('OVER_AGE', 'Far older than the grade', '空挂学籍：年龄远超所在年级', 'Are they there at all?', '核实是否实际在校。'),
    problems('NO_STAY', 'At no school by their enrolments', '空挂学籍：无在读经历', 'Enrolled, with no stay that says where.', '有学籍而无在读经历。'),
    problems('KNOWN_ELSEWHERE', 'In two registers', '双重学籍', 'Looked for here, known elsewhere.', '本地查询时发现已在别处登记。'),
    problems('NO_GUARDIAN', 'Minors without a guardian', '未成年学生无监护人', 'A minor has a guardian; who is it?', '未成年学生须登记监护人。'),
    {
      name: 'no-class',
      label: { en: 'Pupils without a class', zh: '未分班学生' },
      hint: { en: 'Enrolled, and in no class yet.', zh: '在读而尚未编入班级。' },
      kind: 'Student',
      filter: { ...inRegister, schoolClass: { isNull: true } },
      bench: () => import('../parts/placing').then((part) => part.placingBench),
    },
  ],
  panels: [
    {
      name: 'large-classes',
      label: { en: 'Large classes (over 55)', zh: '56 人以上大班额' },
      kind: 'SchoolClass',
      load: () => import('../parts/LargeClasses'),
    },
  ],
  views: [
    { name: 'suspended', label: { en: 'Pupils on leave', zh: '休学学生' }, kind: 'Student', filter: { status: { eq: 'SUSPENDED' } } },
    { name: 'dropped-out', label: { en: 'Dropped out', zh: '辍学学生' }, kind: 'Student', filter: { status: { eq: 'DROPPED_OUT' } } },
    {
      name: 'no-guardian',
      label: { en: 'Pupils without a guardian', zh: '未登记监护人的学生' },
      kind: 'Student',
      filter: { ...inRegister, guardians: { none: {} } },
    },
    {
      name: 'no-head-teacher',
      label: { en: 'Classes without a head teacher', zh: '无班主任的班级' },
      kind: 'SchoolClass',
      filter: { headTeacher: { isNull: true } },
    },
    {
      name: 'no-principal',
      label: { en: 'Schools without a principal', zh: '未登记校长的学校' },
      kind: 'School',
      filter: { principal: { isNull: true } },
    },
    {
      name: 'same',
      label: { en: 'One person, still to be merged', zh: '确认为同一人待合并' },
      kind: 'DuplicateCandidate',
      filter: { state: { eq: 'SAME' } },
    },
  ],
  verbs: ['registerStudent', 'createSchoolClass', 'createSchool'],
  imports: ['Student', 'SchoolClass', 'School'],
};
