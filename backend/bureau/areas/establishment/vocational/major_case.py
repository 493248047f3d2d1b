"""What is applied for about majors, and what is done in the end: filed, approved, withdrawn (专业备案、审批与撤销)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.vocational.catalogue import is_in_force, needs_approval
from bureau.areas.establishment.vocational.major_class import pupils_of
from bureau.areas.establishment.vocational.school_major import VOCATIONAL, MajorState, SchoolMajor, school_major
from bureau.kernel import rules
from bureau.kernel.action import outcome
from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, kind_of_case
from bureau.registry.school import School
from bureau.registry.stages import stages
from bureau.storage.act import Act

_LAW = "职业教育法第三十六条（待核实）"
_FILING_RULES = "中等职业学校专业设置管理办法（试行）（待核实）"
_CATALOGUE = "职业教育专业目录（2021年）"

Item = Mapping[str, Any]


class MajorCase(Case):
    """An application about a major of a school, seen by the school and the bureaus that take part."""


major_case = kind_of_case(MajorCase, ("Major case", "Major cases", "专业办理事项"), rules.offices)


def judged(code: str, is_met: bool, met: Words, unmet: Words, clause: str, path: str = "") -> Finding:
    """What a look at one rule found."""
    return Finding(code, Verdict.PASSED if is_met else Verdict.BLOCKED, met if is_met else unmet, clause, path)


async def look_at_filings(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether proposed majors may be filed: those that the state does not control."""
    return await _look(act, items, lambda major: _is_opened_by(major, act.today, approval=False))


async def look_at_approvals(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether proposed majors may be approved: those that the state controls."""
    return await _look(act, items, lambda major: _is_opened_by(major, act.today, approval=True))


async def _look(act: Act, items: Sequence[Item], more: Callable[[SchoolMajor], Finding]) -> list[list[Finding]]:
    majors: list[SchoolMajor] = [item["school_major"] for item in items]
    schools = {s.id: s for s in await School.filter(id__in=[major.__dict__["school_id"] for major in majors])}
    found = []
    for major in majors:
        known = await is_in_force(act, major.major, act.today)
        school = schools[major.__dict__["school_id"]]
        found.append([*_may_open(major, school, act.today, known), more(major)])
    return found


def _may_open(major: SchoolMajor, school: School, day: date, is_known: bool) -> Iterator[Finding]:
    state = MajorState[major.state]
    yield judged(
        "proposed",
        state is MajorState.PROPOSED,
        Words("It is proposed.", "专业处于拟设状态。"),
        Words(f"It is “{state.words.en}”.", f"专业当前为“{state.words.zh}”。"),
        _FILING_RULES,
    )
    yield judged(
        "vocational",
        not school.type or VOCATIONAL in stages(school.type),
        Words("The school is a vocational one.", "学校为中等职业学校。"),
        Words("The school is no vocational one.", "学校不是中等职业学校。"),
        _LAW,
    )
    yield judged(
        "school_open",
        not school.operation or school.operation.holds(day),
        Words("The school is open.", "学校正常办学。"),
        Words("The school is closed.", "学校已停办。"),
        _LAW,
    )
    yield judged(
        "catalogue",
        is_known,
        Words("The catalogue has it.", "在现行专业目录内。"),
        Words(f"The catalogue has no such major on {day}.", f"{day} 的专业目录中没有该专业。"),
        _CATALOGUE,
    )


def _is_opened_by(major: SchoolMajor, day: date, *, approval: bool) -> Finding:
    is_controlled = needs_approval(major.major, day)
    met = (
        Words("The state controls it: it needs approval.", "属国家控制布点专业，须经审批。")
        if is_controlled
        else Words("It is set up by the school itself and filed.", "由学校自主设置，报备案。")
    )
    unmet = (
        Words("The state controls it: apply for approval.", "属国家控制布点专业，请办理专业审批。")
        if is_controlled
        else Words("It needs no approval: have it filed.", "不属于国家控制布点专业，请办理专业备案。")
    )
    return judged("controlled", is_controlled is approval, met, unmet, _CATALOGUE)


@outcome(school_major, label=("File a major", "专业备案"), checks=look_at_filings)
async def file_major(
    act: Act,
    school_major: SchoolMajor,
    *,
    grounds: Annotated[str, SchoolMajor.grounds],
    approved_on: Annotated[date | None, SchoolMajor.filed_on] = None,
    approval_number: Annotated[str | None, SchoolMajor.filing_number] = None,
) -> SchoolMajor:
    """File a major that a school has set up: it takes pupils in from now on. The grounds say for whom it is, with which
    teachers, rooms and enterprises.
    """
    await act.refuse_unmet(look_at_filings, {"school_major": school_major})
    return await _open(act, school_major, grounds, approved_on, approval_number)


@outcome(school_major, label=("Approve a major", "专业审批"), checks=look_at_approvals)
async def approve_major(
    act: Act,
    school_major: SchoolMajor,
    *,
    grounds: Annotated[str, SchoolMajor.grounds],
    approved_on: Annotated[date | None, SchoolMajor.filed_on] = None,
    approval_number: Annotated[str | None, SchoolMajor.filing_number] = None,
) -> SchoolMajor:
    """Approve a major that the state controls, as the province decided: it takes pupils in from now on."""
    await act.refuse_unmet(look_at_approvals, {"school_major": school_major})
    return await _open(act, school_major, grounds, approved_on, approval_number)


async def _open(act: Act, major: SchoolMajor, grounds: str, day: date | None, number: str | None) -> SchoolMajor:
    filed = {"filed_on": day or act.today, "filing_number": number, "grounds": grounds}
    return await act.change(major, state=MajorState.OPEN, reason=None, **filed)


async def look_at_withdrawals(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether majors may be withdrawn: those that were open, and in which nobody is any more."""
    majors: list[SchoolMajor] = [item["school_major"] for item in items]
    pupils = await pupils_of(act, [major.id for major in majors])
    return [[*_may_be_withdrawn(major, pupils.get(major.id, 0))] for major in majors]


def _may_be_withdrawn(major: SchoolMajor, pupils: int) -> Iterator[Finding]:
    state = MajorState[major.state]
    yield judged(
        "was_open",
        state in (MajorState.OPEN, MajorState.PAUSED),
        Words("It is one of the school's majors.", "属学校已设专业。"),
        Words(f"It is “{state.words.en}”.", f"专业当前为“{state.words.zh}”。"),
        _FILING_RULES,
    )
    yield judged(
        "no_pupils",
        pupils == 0,
        Words("Nobody is in it.", "没有在校学生。"),
        Words(
            f"{pupils} pupils are in it: pause it, and withdraw it when they have finished.",
            f"尚有 {pupils} 名在校学生，应先停招，待学生毕业后撤销。",
        ),
        _FILING_RULES,
    )


@outcome(school_major, label=("Withdraw a major", "撤销专业"), checks=look_at_withdrawals)
async def withdraw_major(
    act: Act,
    school_major: SchoolMajor,
    *,
    reason: Annotated[str, SchoolMajor.reason],
    approved_on: Annotated[date | None, SchoolMajor.withdrawn_on] = None,
) -> SchoolMajor:
    """Withdraw a major in which nobody is any more; it may be proposed again later."""
    await act.refuse_unmet(look_at_withdrawals, {"school_major": school_major})
    return await act.change(
        school_major, state=MajorState.WITHDRAWN, withdrawn_on=approved_on or act.today, reason=reason
    )
