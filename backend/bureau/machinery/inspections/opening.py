"""Opening a round for all units that a scheme is for, and naming who inspects which of them (启动检查、组建检查组)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from bureau.access.account import Account
from bureau.access.actors import grants_of
from bureau.kernel.action import action
from bureau.kernel.actor import Actor, Grant
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import Boolean, One, Rows, Text
from bureau.kernel.shape import Shape
from bureau.kernel.words import Words
from bureau.machinery.calendars.calendar import load_calendar
from bureau.machinery.inspections.inspection import (
    ENDED,
    Inspection,
    InspectionMember,
    InspectionRound,
    InspectionState,
    inspection,
    inspection_round,
)
from bureau.machinery.inspections.scheme import InspectionScheme
from bureau.machinery.inspections.team import INSPECTORS, LEADERS, interests
from bureau.machinery.inspections.telling import tell_units
from bureau.machinery.inspections.timing import timed
from bureau.machinery.tasks.taking_part import refuse_others, refuse_outside
from bureau.registry.school import School
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.act import Act
from bureau.storage.rights import may_act

AT_ONCE = 500
"""Inspections that are written in one set."""

_OPENED = Words("Your unit is inspected: see until when what is to be handed in.", "您单位被列入检查，请按期报送材料。")
_OFFICES = (UnitCategory.BUREAU, UnitCategory.SECTION, UnitCategory.COUNTY_BUREAU)


class InspectedUnit(Shape):
    """A unit that is inspected (受检单位)."""

    unit = One(Unit, "Unit", "单位")


class NamedInspector(Shape):
    """Somebody who is to inspect, by the name they sign in with (检查人员)."""

    username = Text(60, "User name", "用户名", form="code")
    is_lead = Boolean("Leads the team", "是否组长").optional()


_UNITS = Rows(
    InspectedUnit,
    "Units",
    "受检单位",
    most=2000,
    note=("All that the scheme is for, where none are named.", "未指定时为方案适用的全部单位。"),
)


@action(inspection_round, LEADERS, label=("Open a round", "启动检查"), place="office", known=("units",))
async def open_inspection_round(
    act: Act,
    *,
    office: Annotated[Unit, InspectionRound.office],
    scheme: Annotated[InspectionScheme, InspectionRound.scheme],
    title: Annotated[str, InspectionRound.title],
    year: Annotated[int, InspectionRound.year],
    self_report_due: Annotated[date | None, InspectionRound.self_report_due] = None,
    due: Annotated[date, InspectionRound.due],
    units: Annotated[list[InspectedUnit] | None, _UNITS] = None,
) -> InspectionRound:
    """Open a round: an inspection of each school in the office's charge that the scheme is for, or of the units named.

    Where the scheme begins with a self-report, it says until when these are handed in.
    """
    refuse_others(act, office.id, office.name, "office")
    _refuse_unfit(act, office, scheme, self_report_due, due)
    named = [one.unit for one in units or ()]
    refuse_outside(office, ((("units", str(number), "unit"), unit) for number, unit in enumerate(named)))
    found = list({unit.id: unit for unit in named}.values()) or await in_scope(office, scheme)
    if not found:
        raise refuse(Code.NOT_FOUND, "scheme", kind=Inspection.unit.words)
    opened = {"opened_on": act.today, "opened_by": act.actor.name, "unit_count": len(found)}
    told = {"title": title, "year": year, "self_report_due": self_report_due, "due": due}
    if scheme.used_on is None:
        scheme = await act.change(scheme, used_on=act.today)
    made = await act.create(InspectionRound, scheme=scheme, office=office, **told, **opened)
    calendar = await load_calendar(act.tx)
    act.tx.warnings += calendar.unknown(act.today, due)
    state = InspectionState.OPEN if scheme.has_self_report else InspectionState.SELF_REPORT
    same: dict[str, Any] = {"round": made, "scheme": scheme, "category": scheme.category, "year": year, "state": state}
    same |= {"office": office, "office_name": office.name, "opened_on": act.today}
    same |= {"times_returned": 0, "times_extended": 0, **timed(calendar, self_report_due or due, act.today)}
    for first in range(0, len(found), AT_ONCE):
        rows = [same | {"unit": unit, "unit_name": unit.name} for unit in found[first : first + AT_ONCE]]
        inspections = await act.create_all(Inspection, rows)
        await tell_units(act, [(one, one.__dict__["unit_id"]) for one in inspections], _OPENED)
    return made


def _refuse_unfit(act: Act, office: Unit, scheme: InspectionScheme, self_report_due: date | None, due: date) -> None:
    """Raise Refusal for an office that opens no rounds, a scheme not in force, or days that make no sense."""
    faults: list[Fault] = []
    if office.category not in _OFFICES:
        words = (
            "only the bureau, a section or a county's bureau inspects.",
            "只有市局、科室和区县教育局可以组织检查。",
        )
        faults.append(invalid("office", *words))
    if not scheme.valid.holds(act.today):
        faults.append(fault(Code.CLOSED, "scheme", kind=InspectionRound.scheme.words))
    if scheme.has_self_report and self_report_due is None:
        faults.append(fault(Code.REQUIRED, "self_report_due"))
    first = self_report_due or due
    for name, day in (("self_report_due", self_report_due), ("due", due)):
        if day is not None and day <= act.today:
            faults.append(invalid(name, "it must lie after today.", "须晚于今天。"))
    if first > due:
        faults.append(invalid("due", f"self-reports are due on {first}.", f"不得早于自查报送期限 {first}。"))
    if faults:
        raise Refusal(faults)


async def in_scope(office: Unit, scheme: InspectionScheme) -> Sequence[School]:
    """The schools at work in an office's charge that a scheme is for: of a county's bureau those of the county."""
    where: dict[str, Any] = {"category": UnitCategory.SCHOOL, "void_reason__isnull": True}
    if office.category == UnitCategory.COUNTY_BUREAU:
        where["county_id"] = office.id
    if scheme.organiser:
        where["organiser"] = scheme.organiser
    types = (scheme.school_types or "").split()
    found = await School.filter(**where).order_by("id")
    return [
        one
        for one in found
        if (not types or any((one.type or "").startswith(part) for part in types))
        and (one.operation is None or one.operation.until is None)
    ]


@action(inspection_round, LEADERS, label=("Name inspectors", "组建检查组"), known=("units",))
async def assign_inspectors(
    act: Act,
    subject: InspectionRound,
    *,
    inspectors: Annotated[list[NamedInspector], Rows(NamedInspector, "Inspectors", "检查人员", most=20)],
    units: Annotated[list[InspectedUnit] | None, _UNITS] = None,
) -> InspectionRound:
    """Let accounts inspect units of a round, or all of them. None inspects a unit at which they work or hold an office,
    or of whose pupils they are a guardian; who is of a team already stays so.
    """
    refuse_others(act, subject.__dict__["office_id"], (await subject.office).name)
    wanted = {"unit_id__in": [one.unit.id for one in units]} if units else {}
    held = await act.hold_all(Inspection, round_id=subject.id, state__not_in=list(ENDED), **wanted)
    if not held or not inspectors:
        raise Refusal([fault(Code.REQUIRED, "inspectors" if held else "units")])
    accounts = await _accounts(inspectors)
    ids = [account.id for account in accounts]
    barred = await interests(act, ids, [one.__dict__["unit_id"] for one in held])
    admitted = await _admitted(act, ids, held)
    faults = []
    for number, account in enumerate(accounts):
        at = ("inspectors", str(number), "username")
        faults += [fault(code, *at) for (other, _), code in barred.items() if other == account.id][:1]
        if not admitted[account.id]:
            faults.append(fault(Code.FORBIDDEN, *at))
    if faults:
        raise Refusal(faults)
    known = InspectionMember.filter(inspection_id__in=[one.id for one in held], void_reason__isnull=True)
    there = set(await known.values_list("inspection_id", "account_id"))
    rows = [
        {"inspection": one, "account": account, "name": account.display_name, "is_lead": bool(given.is_lead)}
        | {"since": act.today}
        for one in held
        for given, account in zip(inspectors, accounts, strict=True)
        if (one.id, account.id) not in there
    ]
    for first in range(0, len(rows), AT_ONCE):
        await act.create_all(InspectionMember, rows[first : first + AT_ONCE])
    return subject


async def _accounts(named: Sequence[Any]) -> list[Account]:
    """The open accounts of names, in their order; raises Refusal NOT_FOUND and DUPLICATE."""
    names = [one.username for one in named]
    found = Account.filter(username__in=names, closed_at__isnull=True, void_reason__isnull=True)
    known = {account.username: account for account in await found}
    faults = []
    for number, name in enumerate(names):
        if name not in known:
            faults.append(fault(Code.NOT_FOUND, "inspectors", str(number), "username", kind=Account.username.words))
        elif name in names[:number]:
            faults.append(fault(Code.DUPLICATE, "inspectors", str(number), "username", kind=Account.username.words))
    if faults:
        raise Refusal(faults)
    return [known[name] for name in names]


async def _admitted(act: Act, accounts: Sequence[int], held: Sequence[Inspection]) -> dict[int, bool]:
    """Whether each account may inspect all of these units by the roles it holds."""
    grants: dict[int, list[Grant]] = {account: [] for account in accounts}
    for account, grant in await grants_of(act.store.database):
        if account in grants:
            grants[account].append(grant)
    actors = {account: Actor(account, "", tuple(found)) for account, found in grants.items()}
    return {
        account: all(may_act(actor, inspection, INSPECTORS, one) for one in held) for account, actor in actors.items()
    }
