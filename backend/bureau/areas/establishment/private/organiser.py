"""An organiser: the person or the body that runs a private school and answers for it (举办者)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from bureau.areas.establishment.private.limits import limit
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import Boolean, Choice, Date, Moment, One, State, Text
from bureau.kernel.kind import CheckContext, Clock, Follows, Kind, Stays
from bureau.kernel.period import months_later
from bureau.kernel.rules import Level
from bureau.machinery.tasks.taking_part import refuse_others
from bureau.registry import numbers
from bureau.registry.person import Person
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record

OFFICERS = rules.registrar.at(Level.CITY, Level.COUNTY)
"""Those who keep the register of private schools at the bureau and at a county's."""
READERS = rules.registrar | rules.director | rules.inspector
"""Those who read what is kept of organisers, at their office and above."""


class OrganiserSort(State):
    """What an organiser is (举办者类型)."""

    PERSON = "PERSON", "Person", "自然人"
    ENTERPRISE = "ENTERPRISE", "Enterprise", "企业"
    SOCIETY = "SOCIETY", "Society or foundation", "社会组织"
    STATE_OWNED = "STATE_OWNED", "State-owned enterprise", "国有企业"
    INSTITUTION = "INSTITUTION", "Public institution", "事业单位"


class Organiser(Record):
    """Who runs private schools: known to the office that approved them, with what is on record of their conduct."""

    office = One(Unit, "Kept by", "登记机关", back=("organisers", "Organisers", "举办者"))
    name = Text(200, "Name", "名称", of_person=True)
    sort = Choice(OrganiserSort, "Sort", "举办者类型")
    person = One(
        Person, "Person", "自然人", back=("organised", "As an organiser", "举办者身份"), read=OFFICERS
    ).optional()
    credit_code = Text(
        18, "Unified social credit code", "统一社会信用代码", form="number", plain=True, pattern="[0-9A-Z]+"
    ).optional()
    has_state_assets = Boolean(
        "With state assets",
        "是否使用国有资产",
        note=("Whether state or fiscal assets are put into its schools.", "是否以国有资产或财政性经费举办。"),
    )
    unqualified_on = Date("Not qualified since", "不再具备条件之日", by_verbs=True).optional()
    change_due = Date(
        "To be changed by",
        "应变更期限",
        by_verbs=True,
        note=("Until when another organiser must be applied for.", "应在此日前申请变更举办者。"),
    ).optional()


class CreditSort(State):
    """What an entry of the credit file is of (信用记录类型)."""

    INSPECTION_FAILED = "INSPECTION_FAILED", "Failed an inspection", "检查不合格"
    INSPECTION_REFERRED = "INSPECTION_REFERRED", "Did not put right what was found", "逾期未整改移送处理"
    LICENCE_LENT = "LICENCE_LENT", "Lent the licence", "出租、出借办学许可证"
    LICENCE_FORGED = "LICENCE_FORGED", "Forged or altered the licence", "伪造、变造办学许可证"
    CHANGE_OVERDUE = "CHANGE_OVERDUE", "Did not apply for a change in time", "逾期未申请变更"
    OTHER = "OTHER", "Another violation", "其他违规行为"


MISUSES = (CreditSort.LICENCE_LENT, CreditSort.LICENCE_FORGED)


class CreditEntry(Record):
    """One violation of an organiser, with the rule that was broken; a licence under one is not renewed by itself."""

    organiser = One(Organiser, "Organiser", "举办者", back=("credit_entries", "Credit file", "信用档案"))
    school = One(Unit, "School", "学校", back=("credit_entries", "Credit file", "信用档案"), read=READERS).optional()
    school_name = Text(200, "Name of the school", "学校名称").optional()
    sort = Choice(CreditSort, "Sort", "信用记录类型")
    facts = Text(2000, "Facts", "事实", lines=True)
    basis = Text(300, "Basis", "依据")
    found_on = Date("Found on", "认定日期")
    document = Text(100, "Decision", "文号").optional()
    noted_by = Text(60, "Noted by", "登记人", of_person=True)
    noted_at = Moment("Noted at", "登记时间")


def _is_what_its_sort_says(organiser: Organiser, context: CheckContext) -> Iterator[Fault]:
    """A person is one of the register; a body has a code of its own."""
    is_person = organiser.sort == OrganiserSort.PERSON
    if is_person and organiser.__dict__.get("_person") is None:
        yield fault(Code.REQUIRED, "person")
    if not is_person and organiser.__dict__.get("_person") is not None:
        yield invalid("person", "only of an organiser who is a person.", "仅自然人举办者填写。")
    if not is_person and not organiser.credit_code:
        yield fault(Code.REQUIRED, "credit_code")
    if organiser.credit_code and context.profile == "cn":
        _, problem = numbers.credit_code(organiser.credit_code)
        if problem:
            yield problem.under("credit_code")
    if organiser.sort in _OF_THE_STATE and not organiser.has_state_assets:
        yield invalid("has_state_assets", "what is the state's has state assets.", "国有单位举办的，应为使用国有资产。")


_OF_THE_STATE = (OrganiserSort.STATE_OWNED, OrganiserSort.INSTITUTION)

organiser = Kind(
    Organiser,
    label=("Organiser", "Organisers", "举办者"),
    personal=True,
    scope=Stays("office"),
    read=READERS,
    create=OFFICERS,
    update=OFFICERS,
    void=OFFICERS,
    natural_key=("office", "name"),
    title=("name",),
    list=("name", "sort", "office.name", "credit_code", "has_state_assets", "change_due"),
    order=("name",),
    search=("name", "credit_code"),
    filter=("name", "sort", "has_state_assets", "unqualified_on", "change_due"),
    group=("sort", "has_state_assets"),
    clocks=(Clock("change_due", (90, 30, 7), OFFICERS),),
    checks=(_is_what_its_sort_says,),
)

credit_entry = Kind(
    CreditEntry,
    label=("Credit entry", "Credit entries", "信用记录"),
    personal=True,
    scope=Follows("organiser"),
    read=READERS,
    void=OFFICERS,
    title=("sort", "organiser.name"),
    list=("organiser.name", "school_name", "sort", "facts", "basis", "found_on"),
    order=("found_on",),
    filter=("sort", "found_on"),
    group=("sort",),
)


@action(organiser, OFFICERS, label=("Note that it is not qualified", "登记不再具备条件"))
async def note_unqualified(
    act: Act,
    organiser: Organiser,
    *,
    since: Annotated[date, Organiser.unqualified_on],
    facts: Annotated[str, CreditEntry.facts],
) -> Organiser:
    """Note since when an organiser lacks what the law demands: within six months another is applied for (§1.4)."""
    await refuse_elsewhere(act, organiser)
    if organiser.unqualified_on is not None:
        raise refuse(Code.DUPLICATE, "id", kind=Organiser.unqualified_on.words)
    if since > act.today:
        raise Refusal([invalid("since", "it lies in the future.", "不能晚于今天。")])
    until = months_later(since, limit("organiser_change_months", act.today))
    act.tx.warnings += [] if until > act.today else [fault(Code.EXPIRED, "since", day=str(until))]
    return await act.change(organiser, unqualified_on=since, change_due=until)


@action(organiser, OFFICERS, label=("Note a violation", "登记违规"))
async def note_violation(
    act: Act,
    organiser: Organiser,
    *,
    sort: Annotated[CreditSort, CreditEntry.sort],
    facts: Annotated[str, CreditEntry.facts],
    basis: Annotated[str, CreditEntry.basis],
    found_on: Annotated[date, CreditEntry.found_on],
    school: Annotated[Unit | None, CreditEntry.school] = None,
    document: Annotated[str | None, CreditEntry.document] = None,
) -> Organiser:
    """Enter a violation into the credit file of an organiser, with the rule that was broken."""
    await refuse_elsewhere(act, organiser)
    if found_on > act.today:
        raise Refusal([invalid("found_on", "it lies in the future.", "不能晚于今天。")])
    entry = {"sort": sort, "facts": facts, "basis": basis, "found_on": found_on, "document": document}
    await note(act, organiser, school, **entry)
    return organiser


async def note(act: Act, organiser: Organiser, school: Unit | None, **entry: object) -> CreditEntry:
    """Enter something into a credit file."""
    said = {"noted_by": act.actor.name, "noted_at": act.tx.now()}
    name = school.name if school else None
    return await act.create(CreditEntry, organiser=organiser, school=school, school_name=name, **entry, **said)


async def refuse_elsewhere(act: Act, organiser: Organiser) -> None:
    """Raise Refusal NOT_YOUR_UNIT unless the actor works at the office that keeps an organiser."""
    if not act.actor.units(OFFICERS, Level.CITY):
        refuse_others(act, organiser.__dict__["office_id"], (await organiser.office).name)
