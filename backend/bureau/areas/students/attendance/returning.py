"""How long pupils have been back at school, which closes an alert."""

from collections.abc import Collection, Mapping
from datetime import date

from bureau.areas.students.attendance.away import AWAY, is_expected
from bureau.areas.students.attendance.effects import listed
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction


async def days_back(tx: Transaction, students: Collection[int], since: date) -> Mapping[int, int]:
    """On how many school days after a day each pupil was at school: their class was checked, and they missed nothing.

    Days on which teaching was suspended for them are none, nor are those on which they had dropped out or were
    suspended. Who has no such day is not named.
    """
    of, values = among(tx.dialect, "s.id", list(students))
    after = f"${len(values) + 1}"
    sql = f"""
WITH {AWAY}
SELECT s.id, count(DISTINCT c.day) FROM student s JOIN roll_call c ON c.school_class_id = s.school_class_id
WHERE {of} AND c.void_reason IS NULL AND c.day > {after} AND {is_expected("s.id", "c.day")} AND NOT EXISTS (
    SELECT 1 FROM attendance_mark m WHERE m.student_id = s.id AND m.day = c.day AND m.void_reason IS NULL
        AND (m.code IN {listed("absent")} OR m.code IN {listed("suspended")}))
GROUP BY s.id"""
    return {pupil: int(count) for pupil, count in map(tuple, await tx.fetch(sql, *values, since))} if students else {}
