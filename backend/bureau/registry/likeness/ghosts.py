"""Pupils who stand in the register and may not be there at all (空挂学籍): found in sets, told to their schools."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from bureau.kernel.clock import school_year
from bureau.registry.identity_problem import IdentityProblem, ProblemSort, ProblemState
from bureau.registry.standards import standard
from bureau.registry.student import Student
from bureau.registry.unit import Unit
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

AT_ONCE = 1000
_STAGES = "KPJSV"
"""Those that are entered at a usual age; special schools teach all ages."""
_GRADES = range(1, 7)


async def report_ghosts(store: Store) -> dict[ProblemSort, int]:
    """Report pupils who may not be there, each for each reason once; how many are new, by reason."""
    counts = {}
    for sort, condition in _conditions(store.database.clock.today()):
        rows = await store.database.readers.fetch(_SELECT.format(condition=condition), [sort.value])
        found = [(row[0], row[1]) for row in rows]
        for start in range(0, len(found), AT_ONCE):
            await store.database.transaction(partial(_report, store, sort, found[start : start + AT_ONCE]))
        counts[sort] = len(found)
    return counts


_SELECT = """
SELECT s.id, s.school_id FROM student s JOIN unit u ON u.id = s.school_id
WHERE s.status = 'ENROLLED' AND s.void_reason IS NULL AND ({condition}) AND NOT EXISTS (
    SELECT 1 FROM identity_problem p WHERE p.student_id = s.id AND p.sort = $1
        AND p.state <> 'RESOLVED' AND p.void_reason IS NULL)
ORDER BY s.id"""


def _conditions(today: date) -> Iterator[tuple[ProblemSort, str]]:
    majority = standard("majority_age", today)
    yield ProblemSort.SCHOOL_CLOSED, f"u.operation_until <= '{today}'"
    if too_old := " OR ".join(_too_old(today)):
        yield ProblemSort.OVER_AGE, too_old
    yield (
        ProblemSort.NO_STAY,
        "NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.student_id = s.id AND e.period_until IS NULL"
        " AND e.void_reason IS NULL)",
    )
    if majority:
        grown = date(today.year - int(majority.value), today.month, min(today.day, 28))
        yield (
            ProblemSort.NO_GUARDIAN,
            f"s.person_birth_date > '{grown}' AND NOT EXISTS (SELECT 1 FROM guardianship g WHERE g.student_id = s.id"
            f" AND g.void_reason IS NULL AND (g.period_until IS NULL OR g.period_until > '{today}'))",
        )


def _too_old(today: date) -> Iterator[str]:
    """For each grade, the pupils who are some years beyond its usual age."""
    slack, year = standard("over_age_years", today), school_year(today)
    for stage in _STAGES:
        entry = standard(f"usual_entry_age_{stage}", today)
        if slack is None or entry is None:
            continue
        for number in _GRADES:
            born = date(year - int(entry.value) - number - int(slack.value), 9, 1)
            yield f"(s.grade = '{stage}{number}' AND s.person_birth_date < '{born}')"


async def _report(store: Store, sort: ProblemSort, found: Sequence[tuple[int, int]], tx: Transaction) -> None:
    students = {row.id: row for row in await Student.filter(id__in=[student for student, _ in found])}
    units = {row.id: row for row in await Unit.filter(id__in=list({unit for _, unit in found}))}
    rows: list[dict[str, Any]] = [
        {
            "sort": sort,
            "unit": units[unit],
            "student": students[student],
            "state": ProblemState.OPEN,
            "reported_by": tx.actor.name,
            "reported_at": tx.now(),
        }
        for student, unit in found
    ]
    kind = store.kind_of(IdentityProblem)
    drafts = await store.draft(tx, kind, rows, [None] * len(rows), await store.reading())
    await store.write(tx, [draft for draft in drafts if not draft.faults], "detect")
