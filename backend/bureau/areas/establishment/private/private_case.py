"""A private school case: an application about a private school, its licence or its end (民办学校办理事项)."""

from collections.abc import Sequence
from datetime import timedelta

from bureau.areas.establishment.private.limits import limit
from bureau.areas.establishment.private.project import PrivateProject
from bureau.kernel import rules
from bureau.kernel.event import Written, event, reaction
from bureau.kernel.period import months_later
from bureau.machinery.approvals.case import Case, CaseState, kind_of_case
from bureau.storage.act import Act


class PrivateSchoolCase(Case):
    """An application about a private school, seen by the bureaus and the school that take part."""


private_school_case = kind_of_case(
    PrivateSchoolCase, ("Private school case", "Private school cases", "民办学校办理事项"), rules.offices
)


@event(private_school_case)
def case_opened(write: Written[Case]) -> bool:
    """Something is applied for."""
    is_new = write.before is None and write.record.state == CaseState.OPEN
    return is_new and write.record.subject.startswith("PrivateProject:")


@event(private_school_case)
def case_ended(write: Written[Case]) -> bool:
    """What was applied for is decided, or asked for no more."""
    was, now = write.before, write.record
    is_over = was is not None and was.state == CaseState.OPEN and now.state != CaseState.OPEN
    return is_over and now.subject.startswith("PrivateProject:")


@reaction(case_opened)
async def time_decision(act: Act, writes: Sequence[Written[Case]]) -> None:
    """Note until when the law wants a project decided: in days or months, whatever the days of its steps."""
    for project, case in await _projects(act, writes):
        days = {
            "PRIVATE_PREPARATION": act.today + timedelta(limit("preparation_decision_days", act.today)),
            "PRIVATE_ESTABLISHMENT": months_later(act.today, limit("establishment_decision_months", act.today)),
        }
        await act.change(project, decide_by=days[case.procedure], decided_on=None)


@reaction(case_ended)
async def end_decision(act: Act, writes: Sequence[Written[Case]]) -> None:
    """Note on which day a project was decided."""
    for project, _ in await _projects(act, writes):
        await act.change(project, decided_on=act.today)


async def _projects(act: Act, writes: Sequence[Written[Case]]) -> list[tuple[PrivateProject, Case]]:
    cases = {int(write.record.subject.partition(":")[2]): write.record for write in writes}
    return [(one, cases[one.id]) for one in await act.hold_all(PrivateProject, id__in=list(cases))]
