"""A private school case: an application about a private school, its licence or its end (民办学校办理事项)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from bureau.areas.establishment.private.licence import Licence
from bureau.areas.establishment.private.limits import limit
from bureau.areas.establishment.private.project import PrivateProject
from bureau.kernel import rules
from bureau.kernel.event import Written, event, reaction
from bureau.kernel.period import months_later
from bureau.machinery.approvals.case import Case, CaseState, kind_of_case
from bureau.storage.act import Act
from bureau.storage.record import Record


class PrivateSchoolCase(Case):
    """An application about a private school, seen by the bureaus and the school that take part."""


private_school_case = kind_of_case(
    PrivateSchoolCase, ("Private school case", "Private school cases", "民办学校办理事项"), rules.offices
)


_LIMITS: Mapping[str, Callable[[date], date]] = {
    "PRIVATE_PREPARATION": lambda day: day + timedelta(limit("preparation_decision_days", day)),
    "PRIVATE_ESTABLISHMENT": lambda day: months_later(day, limit("establishment_decision_months", day)),
    "PRIVATE_SCHOOL_CHANGE": lambda day: months_later(day, limit("change_decision_months", day)),
}
"""Until when the law wants it decided that was applied for on a day, by procedure."""


@event(private_school_case)
def case_opened(write: Written[Case]) -> bool:
    """Something is applied for of which the law says until when it is decided."""
    is_new = write.before is None and write.record.state == CaseState.OPEN
    return is_new and write.record.procedure in _LIMITS


@event(private_school_case)
def case_ended(write: Written[Case]) -> bool:
    """What was applied for is decided, or asked for no more."""
    was, now = write.before, write.record
    is_over = was is not None and was.state == CaseState.OPEN and now.state != CaseState.OPEN
    return is_over and now.procedure in _LIMITS


@reaction(case_opened)
async def time_decision(act: Act, writes: Sequence[Written[Case]]) -> None:
    """Note until when the law wants it decided: in days or months, whatever the days of the steps."""
    for one, case in await _subjects(act, writes):
        await act.change(one, decide_by=_LIMITS[case.procedure](act.today), decided_on=None)


@reaction(case_ended)
async def end_decision(act: Act, writes: Sequence[Written[Case]]) -> None:
    """Note on which day it was decided."""
    for one, _ in await _subjects(act, writes):
        await act.change(one, decided_on=act.today)


async def _subjects(act: Act, writes: Sequence[Written[Case]]) -> list[tuple[Record, Case]]:
    cases = {write.record.subject: write.record for write in writes}
    found: list[tuple[Record, Case]] = []
    for record in (PrivateProject, Licence):
        parted = (subject.partition(":") for subject in cases)
        ids = [int(number) for name, _, number in parted if name == record.__name__]
        held = await act.hold_all(record, id__in=ids) if ids else []
        found += [(one, cases[f"{record.__name__}:{one.id}"]) for one in held]
    return found
