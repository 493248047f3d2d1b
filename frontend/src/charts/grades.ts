/** Stages as children go through them, by the letters that grades begin with. */
const STAGES = 'KPJSVE';

/** Rows in the order of their grades: kindergarten first, and in each stage the youngest. */
export function gradesInOrder<T>(rows: readonly T[], gradeOf: (row: T) => string): readonly T[] {
  const place = (grade: string) => {
    const stage = STAGES.indexOf(grade.slice(0, 1));
    return (grade === '' || stage === -1 ? STAGES.length : stage) * 100 + Number(grade.slice(1) || 0);
  };
  return rows.toSorted((one, other) => place(gradeOf(one)) - place(gradeOf(other)));
}
