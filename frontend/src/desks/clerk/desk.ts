import { toDecide } from '../../cases/queue';
import type { Desk } from '../desk';
import { inRegister } from '../register';

/** Who keeps the register of one school. */
export const clerk: Desk = {
  name: 'school-clerk',
  label: { en: 'School register', zh: '学校学籍' },
  hint: { en: 'My classes, my pupils, what is missing', zh: '本校班级、学生与待补信息' },
  roles: ['registrar'],
  levels: ['UNIT'],
  seasons: ['numbers', 'exam-registration', 'entry', 'roll-over', 'status-building', 'statistics', 'fitness'],
  opens: 'classes',
  panels: [
    { name: 'classes', label: { en: 'My classes', zh: '本校班级' }, kind: 'SchoolClass', load: () => import('./MyClasses') },
    {
      name: 'attendance',
      label: { en: 'Attendance today', zh: '今日考勤' },
      kind: 'RollCall',
      load: () => import('../../attendance/Today'),
    },
  ],
  queues: [
    toDecide,
    {
      name: 'no-class',
      label: { en: 'Pupils without a class', zh: '未分班学生' },
      hint: { en: 'Enrolled, and in no class yet.', zh: '在读而尚未编入班级。' },
      kind: 'Student',
      filter: { ...inRegister, schoolClass: { isNull: true } },
      bench: () => import('../parts/placing').then((part) => part.placingBench),
    },
    {
      name: 'no-guardian',
      label: { en: 'Pupils without a guardian', zh: '未登记监护人的学生' },
      hint: { en: 'A minor has a guardian; who is it, and how is it reached?', zh: '未成年学生须登记监护人及联系电话。' },
      kind: 'Student',
      filter: { ...inRegister, guardians: { none: {} } },
      bench: () => import('./guardians').then((part) => part.guardianBench),
    },
    {
      name: 'problems',
      label: { en: 'Problems of my pupils', zh: '本校问题学籍' },
      hint: { en: 'Who a pupil is, or whether they are there, must be cleared up.', zh: '须核实身份或是否在校的学生。' },
      kind: 'IdentityProblem',
      filter: { state: { eq: 'OPEN' } },
      bench: () => import('../parts/problems').then((part) => part.problemBench),
    },
  ],
  views: [
    { name: 'suspended', label: { en: 'Pupils on leave', zh: '休学学生' }, kind: 'Student', filter: { status: { eq: 'SUSPENDED' } } },
    { name: 'boarders', label: { en: 'Boarders', zh: '住宿学生' }, kind: 'Student', filter: { ...inRegister, boarding: { in: ['2', '3'] } } },
    {
      name: 'no-head-teacher',
      label: { en: 'Classes without a head teacher', zh: '无班主任的班级' },
      kind: 'SchoolClass',
      filter: { headTeacher: { isNull: true } },
    },
  ],
  verbs: ['registerStudent', 'createSchoolClass'],
  imports: ['Student', 'SchoolClass', 'Guardianship'],
};
