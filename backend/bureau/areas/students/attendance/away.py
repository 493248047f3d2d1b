"""Days on which nobody expects a pupil: from when they dropped out or were suspended until they are back."""

from bureau.registry.student import StudentStatus

_STANDS = """{0}.corrects_id IS NULL AND {0}.void_reason IS NULL AND NOT EXISTS (
        SELECT 1 FROM status_change t WHERE t.corrects_id = {0}.id AND t.void_reason IS NULL)"""

AWAY = f"""away AS (
    SELECT c.student_id, c.effective_on AS first_day, (
        SELECT min(n.effective_on) FROM status_change n WHERE n.student_id = c.student_id
            AND (n.effective_on, n.id) > (c.effective_on, c.id) AND {_STANDS.format("n")}
    ) AS next_day
    FROM status_change c
    WHERE c.to_status IN ('{StudentStatus.DROPPED_OUT}', '{StudentStatus.SUSPENDED}') AND {_STANDS.format("c")}
)"""
"""Since when pupils are or were away, and the first day on which they no longer were; a part of a WITH."""


def is_expected(student: str, day: str) -> str:
    """That the pupil in a column is not away on the day in another; beside AWAY."""
    return (
        f"NOT EXISTS (SELECT 1 FROM away w WHERE w.student_id = {student} AND w.first_day <= {day}"
        f" AND (w.next_day IS NULL OR w.next_day > {day}))"
    )
