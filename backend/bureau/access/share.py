"""Sharing: one record shown to one account beyond its grants, for a reason and until a day (个案共享)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from bureau.access.account import Account
from bureau.access.others import other_account
from bureau.access.restriction import restricted_records
from bureau.access.seen import seen_record
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import Date, Moment, One, Text
from bureau.kernel.kind import CheckContext, Kind
from bureau.registry.standards import standard
from bureau.storage.act import Act
from bureau.storage.database import Database
from bureau.storage.record import Record


class RecordShare(Record):
    """One record that was shown to an account beyond its grants: it is found by its id, and stands in no list.

    What of the record is for certain roles alone stays withheld, and so does what hangs on it.
    """

    account = One(Account, "Account", "账户", back=("shares", "Shares", "共享"))
    subject = Text(80, "Record", "记录", plain=True, pattern=r"[A-Z][A-Za-z]*:[0-9]+", note=("Its id.", "记录标识。"))
    shared_by = Text(60, "Shared by", "共享人")
    reason = Text(500, "Reason", "共享事由", lines=True)
    shared_at = Moment("Shared at", "共享时间")
    until = Date("Until", "截止日期")
    ended_at = Moment("Ended at", "终止时间").optional()


def _is_for_a_while(share: RecordShare, context: CheckContext) -> Iterator[Fault]:
    longest = standard("share_longest", context.today, package="bureau.access")
    days = (share.until - context.today).days
    if context.is_new and days <= 0:
        yield invalid("until", "it lies in the past.", "截止日期应晚于今天。")
    elif context.is_new and longest and days > int(longest.value):
        yield fault(Code.OUT_OF_RANGE, "until", least=str(context.today), most=f"+{longest.value} d")


record_share = Kind(
    RecordShare,
    label=("Record share", "Record shares", "个案共享"),
    owner="account",
    read=rules.owner | rules.security_admin | rules.audit_admin,
    title=("subject", "shared_at"),
    list=("subject", "shared_by", "reason", "until", "ended_at"),
    order=("shared_at",),
    filter=("subject", "until"),
    checks=(_is_for_a_while,),
)

_SHARERS = rules.registrar | rules.principal | rules.personnel | rules.aid | rules.funds | rules.foreign_affairs


@action(record_share, _SHARERS, label=("Share", "共享"))
async def share_record(
    act: Act,
    *,
    subject: Annotated[str, RecordShare.subject],
    username: Annotated[str, Account.username],
    reason: Annotated[str, RecordShare.reason],
    until: Annotated[date, RecordShare.until],
) -> RecordShare:
    """Show one record, which you see, to another account until a day: a pupil's to the school that will take them in.

    It is then found by its id, and nothing else is.
    """
    await _refuse_unsharable(act, subject)
    return await act.create(
        RecordShare,
        account=await other_account(act, username),
        subject=subject,
        shared_by=act.actor.name,
        reason=reason,
        shared_at=act.tx.now(),
        until=until,
    )


@action(record_share, _SHARERS, label=("Take back", "收回共享"))
async def take_back_share(
    act: Act, *, subject: Annotated[str, RecordShare.subject], username: Annotated[str, Account.username]
) -> RecordShare:
    """Show a record no longer to an account to which you had shown it, however often; within seconds."""
    account = await Account.filter(username=username).first()
    conditions = {"subject": subject, "shared_by": act.actor.name, "account_id": account and account.id}
    shares = await act.hold_all(RecordShare, **conditions, ended_at__isnull=True)
    if not shares:
        raise Refusal([fault(Code.NOT_FOUND, "subject", kind=record_share.words)])
    ended = await act.change_all(RecordShare, [(share, {"ended_at": act.tx.now()}) for share in shares])
    return ended[-1]


async def _refuse_unsharable(act: Act, subject: str) -> None:
    """Raise Refusal NOT_FOUND unless a record is one that hangs somewhere and that the actor sees by their grants, and
    RESTRICTED where it is about somebody whose data are.
    """
    seen = await seen_record(act, subject, lambda kind: kind.rooted and kind.scope is not None)
    if seen is None:
        raise Refusal([fault(Code.NOT_FOUND, "subject", kind=RecordShare.subject.words)])
    kind, record = seen
    if await restricted_records(act.store, kind, [record.id]):
        raise refuse(Code.RESTRICTED, "subject")


_SHARED = """
SELECT subject, until FROM record_share WHERE account_id = $1 AND ended_at IS NULL AND void_reason IS NULL"""


async def shared_with(database: Database, account: int) -> Mapping[str, tuple[int, ...]]:
    """The records that are shown to an account today, by the name of their kind."""
    today, found = database.clock.today(), dict[str, set[int]]()
    for subject, until in map(tuple, await database.readers.fetch(_SHARED, [account], steady=True)):
        if str(today) < str(until):
            name, _, number = subject.partition(":")
            found.setdefault(name, set()).add(int(number))
    return {name: tuple(sorted(ids)) for name, ids in found.items()}
