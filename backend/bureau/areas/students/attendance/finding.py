"""What the sweep looks for: absence without leave day after day, too often, too much of a term; and like symptoms.

The school days of a class are those on which it was checked, so that holidays, and days on which nobody looked, neither
make a chain nor break one. A pupil missed a day without leave where all that was held for them of it is noted as that;
nobody misses anything while they have dropped out or are suspended.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bureau.areas.students.attendance.alert import AbsenceRule
from bureau.areas.students.attendance.away import AWAY, is_expected
from bureau.areas.students.attendance.effects import listed
from bureau.areas.students.attendance.limits import limit
from bureau.kernel.period import Period
from bureau.storage.readers import Readers
from bureau.storage.sql import day_of

LOOKED_BACK = timedelta(days=60)
"""So far back chains are looked for."""


@dataclass(frozen=True, slots=True)
class Absence:
    """What was found of a pupil by one rule."""

    student: int
    school_class: int
    rule: AbsenceRule
    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """So many pupils of a class with one symptom."""

    school_class: int
    symptom: str
    first: date
    last: date
    pupils: int


# Of each class its checks by day, numbered; of each pupil what they missed without leave of those days.
_DAYS = f"""
WITH {AWAY},
held AS (
    SELECT school_class_id, day, count(*) AS checks, row_number() OVER (PARTITION BY school_class_id ORDER BY day) AS n
    FROM roll_call WHERE void_reason IS NULL AND day > $1 AND day <= $2 GROUP BY school_class_id, day
),
noted AS (
    SELECT student_id, school_class_id, day,
        sum(CASE WHEN code IN {listed("truant")} THEN 1 ELSE 0 END) AS missed,
        sum(CASE WHEN code IN {listed("suspended")} THEN 1 ELSE 0 END) AS suspended
    FROM attendance_mark
    WHERE void_reason IS NULL AND day > $1 AND day <= $2
        AND (code IN {listed("truant")} OR code IN {listed("suspended")}) AND {is_expected("student_id", "day")}
    GROUP BY student_id, school_class_id, day
)"""

_CHAINS = f"""{_DAYS},
gone AS (
    SELECT o.student_id, o.school_class_id, o.day, CASE WHEN o.missed > 0 THEN 1 ELSE 0 END AS missed,
        h.n - row_number() OVER (PARTITION BY o.student_id, o.school_class_id ORDER BY h.n) AS run, h.n
    FROM noted o JOIN held h ON h.school_class_id = o.school_class_id AND h.day = o.day
    WHERE o.missed + o.suspended >= h.checks
),
latest AS (SELECT school_class_id, max(n) AS n FROM held GROUP BY school_class_id)
SELECT g.student_id, g.school_class_id, min(CASE WHEN g.missed > 0 THEN g.day END),
    max(CASE WHEN g.missed > 0 THEN g.day END), sum(g.missed)
FROM gone g JOIN latest l ON l.school_class_id = g.school_class_id
GROUP BY g.student_id, g.school_class_id, g.run, l.n
HAVING sum(g.missed) >= $3 OR (sum(g.missed) >= $4 AND max(g.n) = l.n)
ORDER BY 1, 3"""

_CUMULATIVE = f"""{_DAYS}
SELECT o.student_id, max(o.school_class_id), min(o.day), max(o.day), sum(2 * o.missed / h.checks)
FROM noted o JOIN held h ON h.school_class_id = o.school_class_id AND h.day = o.day
WHERE o.missed > 0 GROUP BY o.student_id HAVING sum(2 * o.missed / h.checks) >= 2 * $3 ORDER BY 1"""

# Of pupils who missed anything in a term: half-days missed and suspended, and those that were held since they came.
_RATES = f"""
WITH {AWAY},
held AS (
    SELECT school_class_id, day, count(*) AS checks
    FROM roll_call WHERE void_reason IS NULL AND day >= $1 AND day <= $2 GROUP BY school_class_id, day
),
missed AS (
    SELECT m.student_id, min(m.day) AS first_day, max(m.day) AS last_day,
        sum(CASE WHEN m.code IN {listed("absent")} THEN 2 / h.checks ELSE 0 END) AS missed,
        sum(CASE WHEN m.code IN {listed("suspended")} THEN 2 / h.checks ELSE 0 END) AS suspended
    FROM attendance_mark m JOIN held h ON h.school_class_id = m.school_class_id AND h.day = m.day
    WHERE m.void_reason IS NULL AND (m.code IN {listed("absent")} OR m.code IN {listed("suspended")})
        AND {is_expected("m.student_id", "m.day")}
    GROUP BY m.student_id
),
seen AS (
    SELECT s.id, s.school_class_id, m.first_day, m.last_day, m.missed, 2 * (
        SELECT count(*) FROM held h
        WHERE h.school_class_id = s.school_class_id AND h.day >= e.period_from AND {is_expected("s.id", "h.day")}
    ) - m.suspended AS expected
    FROM missed m JOIN student s ON s.id = m.student_id
    JOIN enrolment e ON e.student_id = s.id AND e.school_id = s.school_id
    WHERE m.missed > 0 AND s.void_reason IS NULL AND s.status = 'ENROLLED' AND s.school_class_id IS NOT NULL
        AND e.void_reason IS NULL AND e.period_until IS NULL
)
SELECT id, school_class_id, first_day, last_day, missed FROM seen
WHERE expected >= 2 * $4 AND 100 * (expected - missed) < $3 * expected ORDER BY 1"""

_SYMPTOMS = """
SELECT school_class_id, symptom, min(day), max(day), count(DISTINCT student_id) FROM symptom_report
WHERE void_reason IS NULL AND day > $1 AND day <= $2 GROUP BY school_class_id, symptom
HAVING count(DISTINCT student_id) >= $3 ORDER BY 1, 2"""


async def absences(readers: Readers, day: date, term: Period | None) -> list[Absence]:
    """Whose absence asks for something to be done, as it stands on a day; of one rule each pupil may have several."""
    chains = [day - LOOKED_BACK, day, limit("absence_report_days", day), limit("absence_contact_days", day)]
    window = [day - timedelta(days=limit("absence_window_days", day)), day, limit("absence_window_most", day)]
    found = [
        *(_absence(AbsenceRule.CHAIN, row, 1) for row in await readers.fetch(_CHAINS, chains)),
        *(_absence(AbsenceRule.CUMULATIVE, row, 2) for row in await readers.fetch(_CUMULATIVE, window)),
    ]
    if term is not None and term.start is not None:
        rate = [term.start, day, limit("absence_least_rate", day), limit("absence_rate_after", day)]
        found += [_absence(AbsenceRule.RATE, row, 2) for row in await readers.fetch(_RATES, rate)]
    return found


async def clusters(readers: Readers, day: date) -> list[Cluster]:
    """In which classes so many have the same symptom on a day, or within days up to it."""
    days, one = limit("symptom_days", day), timedelta(days=1)
    within = await readers.fetch(_SYMPTOMS, [day - days * one, day, limit("symptom_days_most", day)])
    at_once = await readers.fetch(_SYMPTOMS, [day - one, day, limit("symptom_day_most", day)])
    found = {(row[0], row[1]): tuple(row) for row in (*at_once, *within)}  # the longer look tells more
    return [Cluster(class_, of, day_of(first), day_of(last), n) for class_, of, first, last, n in found.values()]


def _absence(rule: AbsenceRule, row: Any, parts: int) -> Absence:
    """One row, whose count is of days or of half-days."""
    student, school_class, first, last, count = tuple(row)
    return Absence(student, school_class, rule, day_of(first), day_of(last), int(count) // parts)
