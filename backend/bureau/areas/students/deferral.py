"""A deferral of entry: a child of school age whose health forbids it enters school later (延缓入学)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from bureau.access.account import Account
from bureau.access.acting import acting
from bureau.areas.students.circumstances import PACKAGE
from bureau.areas.students.officers import OFFICERS, refuse_kin
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse, warning
from bureau.kernel.field import Boolean, Choice, Coded, Date, Moment, One, State, Text
from bureau.kernel.kind import CheckContext, Clock, Kind, Stays
from bureau.kernel.period import months_later
from bureau.kernel.words import Words
from bureau.machinery.files.file import LONGEST_NAME, File, objection_to
from bureau.machinery.tasks.taking_part import refuse_others
from bureau.registry.division import Division
from bureau.registry.person import SEX, Person
from bureau.registry.school import School
from bureau.registry.school_year import SchoolYear
from bureau.registry.standards import primary_entry_birthday, standard
from bureau.registry.student import Student
from bureau.registry.unit import Office, UnitCategory
from bureau.storage.act import Act
from bureau.storage.record import Record


class DeferralState(State):
    """Where an application stands (缓学状态)."""

    ASKED = "ASKED", "Asked for", "待审批"
    GRANTED = "GRANTED", "Granted", "已批准"
    REFUSED = "REFUSED", "Refused", "不予批准"
    ENDED = "ENDED", "Ended", "已结束"


_LIVE = (DeferralState.ASKED, DeferralState.GRANTED)


class EntryDeferral(Record):
    """That a child of school age enters school a year later than the law wants, because of its health.

    It is applied for with medical proof: a file, or what was shown to the office on paper. Whoever decides on it opens
    the file by `linkRecordFile`. Children who are in a kindergarten are named by its register.
    """

    office = One(Office, "Office in charge", "受理机关", back=("deferrals", "Deferrals of entry", "缓学申请"))
    student = One(
        Student,
        "In a kindergarten as",
        "在园幼儿",
        back=("deferrals", "Deferrals of entry", "缓学申请"),
        note=("Where the child is in the register of one.", "已在幼儿园建立学籍的填写。"),
    ).optional()
    name = Text(60, "Name", "姓名", of_person=True)
    sex = Coded(SEX, "Sex", "性别")
    birth_date = Date("Date of birth", "出生日期")
    guardian_name = Text(60, "Guardian", "监护人", of_person=True)
    school_year = One(SchoolYear, "School year of entry", "应入学学年")
    reason = Text(1000, "Reason", "缓学原因", lines=True)
    certificate = Text(
        200, "Medical proof on paper", "纸质医学证明", note=("Who issued it, and its number.", "出具单位及编号。")
    ).optional()
    document = One(File, "Medical proof", "医学证明文件").optional()
    document_name = Text(LONGEST_NAME, "Name of the medical proof", "医学证明文件名").optional()
    asker = One(Account, "Asker's account", "申请账户", internal=True).optional()
    asked_by = Text(60, "Asked by", "申请人", of_person=True)
    asked_at = Moment("Asked at", "申请时间")
    state = Choice(DeferralState, "State", "状态", by_verbs=True)
    until = Date("Deferred until", "缓学至", by_verbs=True).optional()
    decided_by = Text(60, "Decided by", "审批人", of_person=True, by_verbs=True).optional()
    decided_at = Moment("Decided at", "审批时间", by_verbs=True).optional()
    answer = Text(1000, "Answer", "审批意见", lines=True, by_verbs=True).optional()
    ended_on = Date("Ended on", "结束日期", by_verbs=True).optional()
    outcome = Text(500, "What came of it", "结束说明", lines=True, by_verbs=True).optional()


def _was_born(deferral: EntryDeferral, context: CheckContext) -> Iterator[Fault]:
    if deferral.birth_date > context.today:
        yield invalid("birth_date", "it lies in the future.", "出生日期不能晚于今天。")


entry_deferral = Kind(
    EntryDeferral,
    label=("Entry deferral", "Entry deferrals", "缓学申请"),
    personal=True,
    random_ids=True,
    scope=Stays("office"),
    kin=("student", "pupils"),
    read=OFFICERS | rules.director_opened | rules.guardian,
    title=("name", "school_year.name"),
    list=("name", "birth_date", "school_year.name", "state", "until", "office.name"),
    order=("asked_at", "until"),
    search=("name",),
    filter=("state", "until", "birth_date", "asked_at"),
    group=("state",),
    clocks=(Clock("until", (90, 30, 7), OFFICERS | rules.guardian, unless="ended_on"),),
    checks=(_was_born,),
)


@action(entry_deferral, rules.guardian, label=("Apply for deferral", "申请缓学"), place="student")
async def request_deferral(
    act: Act,
    *,
    student: Annotated[Student, EntryDeferral.student],
    school_year: Annotated[SchoolYear, EntryDeferral.school_year],
    reason: Annotated[str, EntryDeferral.reason],
    document: Annotated[File, EntryDeferral.document],
) -> EntryDeferral:
    """Apply as the guardian of a child in a kindergarten: the office of the kindergarten's county decides (§1.7)."""
    school = await School.get(id=student.__dict__["school_id"])
    office = await _office_of(school)
    child = await Person.get(id=student.__dict__["person_id"])
    who = await acting(act)
    said = {"name": child.name, "sex": child.sex, "birth_date": child.birth_date, "guardian_name": who.name}
    given = {"student": student, "school_year": school_year, "reason": reason, "document": document}
    return await _asked(act, office, school.__dict__["division_id"], {**said, **given})


@action(entry_deferral, OFFICERS, label=("Note an application", "登记缓学申请"), place="office")
async def note_deferral(
    act: Act,
    *,
    office: Annotated[Office, EntryDeferral.office],
    student: Annotated[Student | None, EntryDeferral.student] = None,
    name: Annotated[str, EntryDeferral.name],
    sex: Annotated[str, EntryDeferral.sex],
    birth_date: Annotated[date, EntryDeferral.birth_date],
    guardian_name: Annotated[str, EntryDeferral.guardian_name],
    school_year: Annotated[SchoolYear, EntryDeferral.school_year],
    reason: Annotated[str, EntryDeferral.reason],
    certificate: Annotated[str | None, EntryDeferral.certificate] = None,
    document: Annotated[File | None, EntryDeferral.document] = None,
) -> EntryDeferral:
    """Note what a guardian applies for at the office, with the medical proof as a file or as it was shown (§1.7)."""
    if office.category not in (UnitCategory.BUREAU, UnitCategory.COUNTY_BUREAU):
        raise Refusal([invalid("office", "a bureau decides on it.", "应由教育局受理。")])
    refuse_others(act, office.id, office.name, "office")
    said = {"name": name, "sex": sex, "birth_date": birth_date, "guardian_name": guardian_name}
    given = {"student": student, "school_year": school_year, "reason": reason}
    proof = {"certificate": certificate, "document": document}
    return await _asked(act, office, office.__dict__["division_id"], {**said, **given, **proof})


@action(entry_deferral, OFFICERS, label=("Decide", "审批缓学"), opens="document")
async def decide_deferral(
    act: Act,
    deferral: EntryDeferral,
    *,
    is_granted: Annotated[bool, Boolean("Granted", "是否批准")],
    until: Annotated[date | None, EntryDeferral.until] = None,
    answer: Annotated[str | None, EntryDeferral.answer] = None,
) -> EntryDeferral:
    """Grant a deferral, until a year after the child should have entered at the latest, or refuse it with an answer."""
    if deferral.state != DeferralState.ASKED:
        raise refuse(Code.ENDED, "id", kind=entry_deferral.words)
    await _refuse_own(act, deferral)
    if not is_granted and not answer:
        raise refuse(Code.REQUIRED, "answer")
    decided = {"decided_by": act.actor.name, "decided_at": act.tx.now(), "answer": answer}
    if not is_granted:
        return await act.change(deferral, state=DeferralState.REFUSED, **decided)
    first = (await SchoolYear.get(id=deferral.__dict__["school_year_id"])).period.start
    assert first is not None
    most = months_later(first, _limit("entry_deferral_months", first, await _division_of(deferral)))
    until = until or most
    least = max(first, act.today)
    if not least < until <= most:
        raise refuse(Code.OUT_OF_RANGE, "until", least=str(least), most=str(most))
    return await act.change(deferral, state=DeferralState.GRANTED, until=until, **decided)


@action(entry_deferral, OFFICERS, label=("End", "结束缓学"))
async def end_deferral(
    act: Act,
    deferral: EntryDeferral,
    *,
    ended_on: Annotated[date, EntryDeferral.ended_on],
    outcome: Annotated[str, EntryDeferral.outcome],
) -> EntryDeferral:
    """Note that a deferral is over, and what came of it: the child entered school, or another was applied for."""
    if deferral.state != DeferralState.GRANTED:
        raise refuse(Code.ENDED, "id", kind=entry_deferral.words)
    if ended_on > act.today:
        raise Refusal([invalid("ended_on", "it lies in the future.", "结束日期不能晚于今天。")])
    return await act.change(deferral, state=DeferralState.ENDED, ended_on=ended_on, outcome=outcome)


async def _asked(act: Act, office: Office, division: int | None, values: dict[str, Any]) -> EntryDeferral:
    """Keep an application that meets the rules, under the name of whoever brings it in."""
    code = await _code_of(division)
    document, student, year = values.get("document"), values["student"], values["school_year"]
    faults = [*_unproven(document, values.get("certificate")), *_not_due(year, values["birth_date"], act.today, code)]
    if student is not None and not student.grade.startswith("K"):
        faults.append(invalid("student", "the child is at school already.", "该生已入学。"))
    if student is not None and student.__dict__.get("person_birth_date") != values["birth_date"]:
        faults.append(fault(Code.MISMATCH, "birth_date", other=EntryDeferral.student.words))
    same = {"name": values["name"], "birth_date": values["birth_date"], "office_id": office.id}
    others = await act.hold_all(EntryDeferral, **same)
    if any(one.__dict__["school_year_id"] == year.id and one.state in _LIVE for one in others):
        faults.append(fault(Code.DUPLICATE, "school_year", kind=entry_deferral.words))
    if faults:
        raise Refusal(faults)
    act.tx.warnings += _deferred_before([one for one in others if one.until is not None])
    who = await acting(act)
    return await act.create(
        EntryDeferral,
        office=office,
        document_name=document.name if document else None,
        asker=who.account,
        asked_by=who.name,
        asked_at=act.tx.now(),
        state=DeferralState.ASKED,
        **values,
    )


def _unproven(document: File | None, certificate: str | None) -> Iterator[Fault]:
    """§1.7: it is applied for with medical proof."""
    if document is None and not certificate:
        yield fault(Code.REQUIRED, "document")
    elif document is not None and (why := objection_to(document)):
        yield fault(Code.INVALID, "document", reason=why)


def _not_due(year: SchoolYear, born: date, today: date, division: str) -> Iterator[Fault]:
    """§1.7: it is for a child who should enter in the year by its age, and for a year that is not over."""
    first, until = year.period.start, year.period.until
    if until is not None and until <= today:
        yield fault(Code.EXPIRED, "school_year", day=str(until))
    last = primary_entry_birthday(first.year, division) if first else None
    if last and born > last:
        reason = Words(
            f"born on {last} at the latest; whoever is younger does not enter yet.",
            f"最晚应为 {last} 出生，未到入学年龄无须缓学。",
        )
        yield fault(Code.AGE, "birth_date", reason=reason)


def _deferred_before(others: list[EntryDeferral]) -> Iterator[Fault]:
    """§1.7: normally one year, so that a second one is asked about."""
    for one in others:
        reason = Words(f"it was deferred before, until {one.until}.", f"该儿童曾获准缓学至 {one.until}。")
        yield warning(Code.ODD, "school_year", reason=reason)


async def _refuse_own(act: Act, deferral: EntryDeferral) -> None:
    """Nobody decides on their own child, nor on what they applied for as a guardian."""
    child = deferral.__dict__["student_id"]
    if child is not None and child in act.actor.wards.pupils:
        raise refuse(Code.OWN_CASE, "id")
    pupil = await Student.get_or_none(id=child) if child is not None else None
    if pupil is not None:
        await refuse_kin(act, [pupil])


async def _office_of(school: School) -> Office:
    """The bureau of a school's county, or the city's."""
    county = school.__dict__["county_id"]
    where = {"id": county} if county is not None else {"category": UnitCategory.BUREAU}
    return await Office.filter(**where, void_reason__isnull=True).order_by("id").get()


async def _division_of(deferral: EntryDeferral) -> str:
    office = await Office.get(id=deferral.__dict__["office_id"])
    return await _code_of(office.__dict__["division_id"])


async def _code_of(division: int | None) -> str:
    found = await Division.get_or_none(id=division)
    return found.code if found else ""


def _limit(name: str, day: date, division: str) -> int:
    """A number of `data/standards.csv`; raises LookupError where nothing is set."""
    found = standard(name, day, division, package=PACKAGE)
    if found is None:
        raise LookupError(f"nothing is set for {name} on {day}")
    return int(found.value)
