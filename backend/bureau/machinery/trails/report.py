"""A trail report: a list of who saw one person, or of whom accounts saw, made for auditors (审计报告)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated

from bureau.access.account import Account
from bureau.engine.kinds import parse_id
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.field import Choice, Date, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.files.file import File
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.job import Job
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.sheets import csv_file
from bureau.machinery.trails.listing import Listing, Sought, Span, Trails
from bureau.machinery.trails.looked import looked
from bureau.registry.person import Person
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.budget import debit, lookings
from bureau.storage.journal import Entry, write_journal
from bureau.storage.record import Record
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_LONGEST = 31
"""The days that a guardian's list covers at the most, since each read in them is asked again."""

AUDIT = rules.audit_admin.at(Level.CITY).on("TrailReport")
"""Who looks through the trails: they are of all units together."""


class TrailReportSort(State):
    """What a report lists (报告类型)."""

    ACCESSES = "ACCESSES", "Who saw and changed what there is of a person", "个人信息访问记录"
    BREACH = "BREACH", "Whose records accounts were shown", "泄露影响人员清单"
    SEARCH = "SEARCH", "Entries that were sought", "日志检索"
    LOOKED = "LOOKED", "Who looked at a pupil, for their guardian", "谁查看过学生信息"


class TrailReport(Record):
    """A list drawn from journal and read log, asked for with a reason; it names records by their ids alone."""

    owner = One(Account, "Account", "账户", internal=True)
    sort = Choice(TrailReportSort, "Sort", "类型")
    person = Text(80, "Person", "人员", plain=True, pattern=r"Person:\d{1,18}", note=("Its id.", "其标识。")).optional()
    accounts = Text(
        2000, "Accounts", "账户", plain=True, note=("User names, with blanks between.", "用户名，以空白分隔。")
    ).optional()
    verb = Text(80, "Verb", "操作", plain=True, note=("As the journal has it.", "日志中的操作名。")).optional()
    record_kind = Text(60, "Kind", "数据类型", plain=True, note=("Of the records.", "记录的数据类型。")).optional()
    record = Text(80, "Record", "记录", plain=True, note=("Its id.", "其标识。")).optional()
    request = Text(200, "Request", "请求编号", plain=True).optional()
    first_day = Date("From", "起始日期")
    last_day = Date("Until", "截止日期", note=("The last day.", "含当日。"))
    reason = Text(500, "Reason", "事由", lines=True)
    asked_at = Moment("Asked for at", "提交时间")
    rows = Integer(0, 2**53, "Rows", "行数").optional()
    unknown = Integer(
        0,
        2**53,
        "Reads that cannot be asked again",
        "无法重现的读取",
        note=("They may have shown anybody.", "可能涉及任何人员。"),
    ).optional()
    job = One(Job, "Job", "后台任务").optional()
    file = One(File, "File", "文件").optional()


trail_report = Kind(
    TrailReport,
    label=("Trail report", "Trail reports", "审计报告"),
    owner="owner",
    read=rules.owner,
    title=("sort", "asked_at"),
    list=("sort", "person", "accounts", "first_day", "last_day", "rows", "asked_at"),
    order=("asked_at",),
    filter=("sort", "asked_at"),
    group=("sort",),
    history=False,
)


@action(trail_report, AUDIT, label=("List accesses", "查询访问记录"))
async def list_accesses(
    act: Act,
    *,
    person: Annotated[str, TrailReport.person],
    accounts: Annotated[str | None, TrailReport.accounts] = None,
    first_day: Annotated[date, TrailReport.first_day],
    last_day: Annotated[date, TrailReport.last_day],
    reason: Annotated[str, TrailReport.reason],
) -> TrailReport:
    """List who was shown records about a person and who wrote them, in the background, as a file of yours."""
    if not await Person.filter(id=int(person.partition(":")[2])).exists():
        raise refuse(Code.NOT_FOUND, "person", kind=act.store.kind_of(Person).words)
    days = (first_day, last_day)
    return await _ask(act, TrailReportSort.ACCESSES, days, reason=reason, person=person, accounts=accounts)


@action(trail_report, AUDIT, label=("List those concerned by a breach", "列出泄露影响人员"))
async def list_breach(
    act: Act,
    *,
    accounts: Annotated[str, TrailReport.accounts],
    first_day: Annotated[date, TrailReport.first_day],
    last_day: Annotated[date, TrailReport.last_day],
    reason: Annotated[str, TrailReport.reason],
) -> TrailReport:
    """List the persons about whom accounts were shown records, in the background, as a file of yours."""
    return await _ask(act, TrailReportSort.BREACH, (first_day, last_day), reason=reason, accounts=accounts)


@action(trail_report, AUDIT, label=("Search the trails", "检索日志"))
async def search_trails(
    act: Act,
    *,
    accounts: Annotated[str | None, TrailReport.accounts] = None,
    verb: Annotated[str | None, TrailReport.verb] = None,
    record_kind: Annotated[str | None, TrailReport.record_kind] = None,
    record: Annotated[str | None, TrailReport.record] = None,
    request: Annotated[str | None, TrailReport.request] = None,
    first_day: Annotated[date, TrailReport.first_day],
    last_day: Annotated[date, TrailReport.last_day],
    reason: Annotated[str, TrailReport.reason],
) -> TrailReport:
    """Search journal and read log, in the background, as a file of yours.

    Reads have neither verb nor kind nor record, and are left out where one is sought: `listAccesses` knows whom they
    showed.
    """
    given = {"verb": verb, "record_kind": record_kind, "record": record, "request": request}
    _sought(act.store, given)
    return await _ask(act, TrailReportSort.SEARCH, (first_day, last_day), reason=reason, accounts=accounts, **given)


@task()
async def make_trail_report(run: Run) -> Words:
    """Look through journal and read log, and keep what is found in a file of whoever asked."""
    asked = await run.step(lambda _tx: TrailReport.get(id=run.given["report"]))
    if not _may_have(run.actor, asked):
        raise refuse(Code.FORBIDDEN)
    found = await _listing(run, asked)
    name = f"trail-report-{asked.id}.csv"
    file = await run.hand_over(name, csv_file(found.heads, found.rows))
    values = {"rows": len(found.rows), "unknown": found.unknown, "file": file.id}
    kind = run.store.kind_of(TrailReport)
    run.done = len(found.rows)

    async def finish(tx: Transaction) -> None:
        await run.store.change(tx, kind, await TrailReport.get(id=asked.id), values, verb="make_trail_report")

    await run.step(finish)
    return Words(
        f"{len(found.rows)} rows; {found.unknown} reads cannot be asked again.",
        f"共 {len(found.rows)} 行；{found.unknown} 条读取无法重现。",
    )


@action(trail_report, rules.guardian, label=("List who looked", "查询谁查看过"))
async def list_who_looked(
    act: Act,
    *,
    student: Annotated[Student, One(Student, "Student", "学生")],
    first_day: Annotated[date, TrailReport.first_day],
    last_day: Annotated[date, TrailReport.last_day],
) -> TrailReport:
    """List who looked at your child's records, in the background, as a file of yours: when, in which role, at what and
    why, without the names of those who did. A month at the most, and so many times a month.
    """
    if student.id not in act.actor.wards.pupils:
        raise refuse(Code.NOT_FOUND, "student", kind=act.store.kind_of(Student).words)
    if (last_day - first_day).days >= _LONGEST:
        raise refuse(Code.OUT_OF_RANGE, "last_day", least=str(first_day), most=f"+{_LONGEST - 1} d")
    await debit(act.tx, lookings(act.store.database.settings))
    days, subject = (first_day, last_day), f"Student:{student.id}"
    reason = TrailReportSort.LOOKED.words.zh
    return await _ask(act, TrailReportSort.LOOKED, days, reason=reason, accounts=None, record=subject)


async def accounts_called(names: Sequence[str]) -> list[int]:
    """The accounts of these user names; raises Refusal NOT_FOUND for one that is not there."""
    found = dict(await Account.filter(username__in=list(names)).values_list("username", "id"))
    if set(names) - set(found):
        raise refuse(Code.NOT_FOUND, "accounts", kind=Words("account", "账户"))
    return sorted(found.values())


async def _listing(run: Run, asked: TrailReport) -> Listing:
    async def note(entries: Sequence[Entry]) -> None:
        await run.step(lambda tx: write_journal(tx, entries))

    trails = Trails(run.store, run.shown, note)
    span = Span.of_days(asked.first_day, asked.last_day, run.given["accounts"])
    if asked.sort == TrailReportSort.LOOKED and asked.record:
        return await looked(trails, _number(asked.record), span)
    if asked.sort == TrailReportSort.ACCESSES and asked.person:
        return await trails.accesses(_number(asked.person), span, asked.reason)
    if asked.sort == TrailReportSort.SEARCH:
        names = ("verb", "record_kind", "record", "request")
        sought = _sought(run.store, {name: getattr(asked, name) for name in names})
        return await trails.search(span, sought)
    return await trails.breach(span, asked.reason)


def _may_have(actor: Actor, asked: TrailReport) -> bool:
    """Whether whoever asked for a report may still have it."""
    if asked.sort == TrailReportSort.LOOKED and asked.record:
        return _number(asked.record) in actor.wards.pupils
    return actor.may_somewhere(AUDIT)


def _number(identity: str) -> int:
    return int(identity.partition(":")[2])


def _sought(store: Store, given: Mapping[str, str | None]) -> Sought:
    """What a report seeks; raises Refusal NOT_FOUND for a kind that is none, and for an id of none."""
    type_name, number = parse_id(given["record"] or "") or ("", None)
    kinds = {kind.type_name: kind for kind in store.kinds}
    wanted = given["record_kind"] or type_name
    if given["record"] and type_name not in kinds:
        raise refuse(Code.NOT_FOUND, "record", kind=TrailReport.record.words)
    if wanted and wanted not in kinds:
        raise refuse(Code.NOT_FOUND, "record_kind", kind=TrailReport.record_kind.words)
    if type_name and wanted != type_name:
        raise refuse(Code.MISMATCH, "record_kind", other=TrailReport.record.words)
    kind = kinds[wanted].name if wanted else None
    return Sought(given["verb"], kind, number, given["request"])


async def _ask(
    act: Act, sort: TrailReportSort, days: tuple[date, date], *, reason: str, **given: str | None
) -> TrailReport:
    first, last = days
    if last < first:
        raise Refusal([fault(Code.OUT_OF_RANGE, "last_day", least=str(first), most=str(act.today))])
    numbers = await accounts_called((given["accounts"] or "").split())
    made = await act.create(
        TrailReport,
        sort=sort,
        first_day=first,
        last_day=last,
        reason=reason,
        asked_at=act.tx.now(),
        **given,
    )
    job = await ask(act.store, act.tx, make_trail_report, {"report": made.id, "accounts": numbers}, title=sort.words.zh)
    return await act.change(made, job=job)
