"""A clear-text export: a request for sealed values of many records, its two approvals, and its end (明文导出)."""

from datetime import date, time, timedelta
from typing import Annotated

from bureau.access.account import Account
from bureau.access.others import refuse_same_person
from bureau.access.reveal import PURPOSE
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.field import Choice, Coded, Date, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.kernel.words import Words
from bureau.machinery.clear_exports.wanted import checked
from bureau.machinery.files.file import File
from bureau.machinery.jobs.job import Job
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.notices.telling import accounts_with, tell
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction


class ClearExportState(State):
    """How far a request for clear text has come (明文导出状态)."""

    REQUESTED = "REQUESTED", "Requested", "待审批"
    APPROVED_ONCE = "APPROVED_ONCE", "Approved by one", "一人已审批"
    APPROVED = "APPROVED", "Approved by two", "两人已审批"
    MADE = "MADE", "File made", "已生成"
    REFUSED = "REFUSED", "Refused", "已驳回"
    WITHDRAWN = "WITHDRAWN", "Withdrawn", "已撤回"
    EXPIRED = "EXPIRED", "Expired", "已过期"


OPEN = (ClearExportState.REQUESTED, ClearExportState.APPROVED_ONCE, ClearExportState.APPROVED)
"""The states from which anything still follows."""

ASK = rules.registrar | rules.identity | rules.foreign_affairs | rules.director_opened
"""Who may ask; whether they may have a value in the clear is decided for each field and each record."""
APPROVE = rules.director | rules.principal | rules.security_admin
"""Who may approve, at the unit of the request or above it."""

_ASKED = Words("Somebody asks for sealed values in the clear; it takes two approvals.", "有一项明文导出申请待审批。")
_APPROVED = Words(
    "Your clear-text export was approved; its file can be made.", "您的明文导出申请已获批准，可生成文件。"
)
_REFUSED = Words("Your clear-text export was refused.", "您的明文导出申请被驳回。")


class ClearExport(Record):
    """A request to have sealed values of named records in one file, in the clear.

    It lists the very records, so that those who approve know whom it is about. Whoever asked for it fetches the file;
    two others have to approve it first, and each value in it is journalled before it is opened.
    """

    unit = One(Unit, "Unit", "机构", back=("clear_exports", "Clear exports", "明文导出"))
    requester = One(Account, "Requester's account", "申请账户", internal=True)
    requested_by = Text(60, "Requested by", "申请人")
    requested_at = Moment("Requested at", "申请时间")
    record_kind = Text(60, "Kind", "数据类型", plain=True, note=("Of the records.", "记录的数据类型。"))
    records = Text(
        400_000, "Records", "记录", lines=True, note=("Their ids, with blanks between.", "记录标识，以空白分隔。")
    )
    record_count = Integer(1, 1_000_000, "Number of records", "记录数")
    fields = Text(
        500,
        "Fields",
        "明文字段",
        note=(
            "Sealed fields as the API names them, with blanks between: nationalNumber person.phone.",
            "加密字段的接口名称，以空白分隔，如 nationalNumber person.phone。",
        ),
    )
    purpose = Coded(PURPOSE.table, "Purpose", "用途")
    reason = Text(500, "Reason", "事由", lines=True)
    recipient = Text(
        200, "Handed to", "对外接收方", note=("Who gets the values outside the bureau.", "在本局以外接收该信息的单位。")
    ).optional()
    until = Date("Valid until", "有效期至", note=("The last day.", "含当日。"))
    state = Choice(ClearExportState, "State", "状态", by_verbs=True)
    first_approver = One(Account, "Account of the first approval", "第一审批账户", internal=True).optional()
    first_approved_by = Text(60, "First approved by", "第一审批人").optional()
    first_approved_at = Moment("First approved at", "第一审批时间").optional()
    second_approver = One(Account, "Account of the second approval", "第二审批账户", internal=True).optional()
    second_approved_by = Text(60, "Second approved by", "第二审批人").optional()
    second_approved_at = Moment("Second approved at", "第二审批时间").optional()
    ended_by = Text(60, "Refused or withdrawn by", "驳回或撤回人").optional()
    ended_at = Moment("Refused or withdrawn at", "驳回或撤回时间").optional()
    end_reason = Text(500, "Why it was refused or withdrawn", "驳回或撤回原因", lines=True).optional()
    job = One(Job, "Job", "后台任务").optional()
    file = One(File, "File", "文件").optional()


clear_export = Kind(
    ClearExport,
    label=("Clear export", "Clear exports", "明文导出"),
    personal=True,
    scope=Stays("unit"),
    read=ASK | APPROVE,
    title=("record_kind", "unit.name", "requested_at"),
    list=("unit.name", "record_kind", "record_count", "purpose", "requested_by", "state", "until"),
    order=("requested_at",),
    filter=("state", "requested_at", "until"),
    group=("state", "purpose"),
)


@action(clear_export, ASK, label=("Ask for a clear-text export", "申请明文导出"), place="unit")
async def request_clear_export(
    act: Act,
    *,
    unit: Annotated[Unit, ClearExport.unit],
    records: Annotated[str, ClearExport.records],
    fields: Annotated[str, ClearExport.fields],
    purpose: Annotated[str, ClearExport.purpose],
    reason: Annotated[str, ClearExport.reason],
    recipient: Annotated[str | None, ClearExport.recipient] = None,
    until: Annotated[date, ClearExport.until],
) -> ClearExport:
    """Ask for sealed values of records that you see, all of one kind, in one file; two others must approve it."""
    longest = act.store.database.settings.clear_export_days
    if not act.today <= until <= act.today + timedelta(days=longest):
        last = act.today + timedelta(days=longest)
        raise Refusal([fault(Code.OUT_OF_RANGE, "until", least=str(act.today), most=str(last))])
    wanted = await checked(act.store, act.tx, records, fields)
    made = await act.create(
        ClearExport,
        unit=unit,
        requester=await Account.get(id=act.actor.account),
        requested_by=act.actor.name,
        requested_at=act.tx.now(),
        record_kind=wanted.kind.type_name,
        records=wanted.ids_text,
        record_count=len(wanted.ids),
        fields=wanted.fields_text,
        purpose=purpose,
        reason=reason,
        recipient=recipient,
        until=until,
        state=ClearExportState.REQUESTED,
    )
    await tell(act, clear_export, made, await accounts_with(act, APPROVE, clear_export, made), _ASKED)
    return made


@action(clear_export, APPROVE, label=("Approve", "审批通过"))
async def approve_clear_export(act: Act, request: ClearExport) -> ClearExport:
    """Approve a request; it takes two persons, neither of them whoever asked."""
    _must_be(act, request, ClearExportState.APPROVED, ClearExportState.REQUESTED, ClearExportState.APPROVED_ONCE)
    parts = (request.__dict__["requester_id"], request.__dict__["first_approver_id"])
    await refuse_same_person(act, {account for account in parts if account is not None})
    account = await Account.get(id=act.actor.account)
    me = {"approver": account, "approved_by": act.actor.name, "approved_at": act.tx.now()}
    if request.state == ClearExportState.REQUESTED:
        values = {f"first_{name}": value for name, value in me.items()}
        return await act.change(request, state=ClearExportState.APPROVED_ONCE, **values)
    values = {f"second_{name}": value for name, value in me.items()}
    changed = await act.change(request, state=ClearExportState.APPROVED, **values)
    await tell(act, clear_export, request, [request.__dict__["requester_id"]], _APPROVED)
    return changed


@action(clear_export, APPROVE, label=("Refuse", "驳回"))
async def refuse_clear_export(
    act: Act, request: ClearExport, *, reason: Annotated[str, ClearExport.end_reason]
) -> ClearExport:
    """Refuse a request, also one that was approved, as long as its file is not made."""
    _must_be(act, request, ClearExportState.REFUSED, *OPEN)
    changed = await _end(act, request, ClearExportState.REFUSED, reason)
    await tell(act, clear_export, request, [request.__dict__["requester_id"]], _REFUSED)
    return changed


@action(clear_export, ASK, label=("Withdraw", "撤回"))
async def withdraw_clear_export(
    act: Act, request: ClearExport, *, reason: Annotated[str, ClearExport.end_reason]
) -> ClearExport:
    """Withdraw a request of your own whose file is not made yet."""
    if request.__dict__["requester_id"] != act.actor.account:
        raise refuse(Code.FORBIDDEN)
    _must_be(act, request, ClearExportState.WITHDRAWN, *OPEN)
    return await _end(act, request, ClearExportState.WITHDRAWN, reason)


@task(daily=time(1))
async def expire_clear_exports(run: Run) -> Words:
    """End the requests for clear text whose last day has passed."""

    async def expire(tx: Transaction) -> int:
        act = Act(run.store, tx, "expire_clear_export")
        ended = await act.hold_all(ClearExport, state__in=list(OPEN), until__lt=run.day)
        await act.change_all(ClearExport, [(one, {"state": ClearExportState.EXPIRED}) for one in ended])
        return len(ended)

    count = await run.step(expire)
    return Words(f"{count} requests expired.", f"{count} 项申请已过期。")


def refuse_ended(act: Act, request: ClearExport) -> None:
    """Raise Refusal unless a request is approved by two and its last day has not passed."""
    _must_be(act, request, ClearExportState.MADE, ClearExportState.APPROVED)


def _must_be(act: Act, request: ClearExport, after: ClearExportState, *before: ClearExportState) -> None:
    if request.state not in before:
        raise refuse(Code.TRANSITION, "id", before=ClearExportState[request.state].words, after=after.words)
    if request.until < act.today:
        raise refuse(Code.EXPIRED, "id", day=str(request.until))


async def _end(act: Act, request: ClearExport, state: ClearExportState, reason: str) -> ClearExport:
    return await act.change(request, state=state, ended_by=act.actor.name, ended_at=act.tx.now(), end_reason=reason)
