import type { Desk } from '../desk';

/** Who looks after what vocational schools teach, and what their pupils come to. */
export const vocational: Desk = {
  name: 'vocational',
  label: { en: 'Vocational education', zh: '职业教育' },
  hint: { en: 'Majors, internships, what graduates do', zh: '专业设置、学生实习与毕业去向' },
  roles: ['registrar'],
  levels: ['CITY'],
  seasons: ['admission', 'statistics'],
  opens: 'employment',
  queues: [],
  panels: [
    {
      name: 'employment',
      label: { en: 'Employment of graduates', zh: '毕业生就业率' },
      kind: 'GraduateOutcome',
      load: () => import('./Employment'),
    },
  ],
  views: [
    { name: 'proposed-majors', label: { en: 'Majors to be filed', zh: '待备案专业' }, kind: 'SchoolMajor', filter: { state: { eq: 'PROPOSED' } } },
    { name: 'paused-majors', label: { en: 'Majors that take nobody in', zh: '停招专业' }, kind: 'SchoolMajor', filter: { state: { eq: 'PAUSED' } } },
    {
      name: 'internships-to-file',
      label: { en: 'Internship plans to be filed', zh: '待备案实习计划' },
      kind: 'InternshipPlan',
      filter: { state: { eq: 'SCHOOL_OK' } },
    },
    { name: 'on-post', label: { en: 'Pupils on internship', zh: '在岗实习学生' }, kind: 'InternshipPlacement', filter: { state: { eq: 'ON_POST' } } },
  ],
  verbs: ['proposeMajor', 'createInternshipPlan', 'createInternshipPlacement', 'createCooperation'],
  imports: ['SchoolMajor', 'MajorClass', 'MajorIntake', 'Enterprise', 'GraduateOutcome', 'InternshipPlacement'],
};
