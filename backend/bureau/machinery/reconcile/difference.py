"""A difference between a national register and ours, for as long as it lasts, and what is done about it (对账差异)."""

from datetime import date
from typing import Annotated, Any, cast

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Boolean, Choice, Date, Integer, Moment, One, Sealed, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.kernel.rules import Level
from bureau.kernel.text import snake
from bureau.kernel.words import Words
from bureau.machinery.reconcile.run import ReconciliationRun
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.rights import may_act


class DifferenceType(State):
    """What differs (差异类型)."""

    ONLY_HERE = "ONLY_HERE", "Only here", "仅本地有"
    ONLY_THERE = "ONLY_THERE", "Only there", "仅对方有"
    FIELD = "FIELD", "A field", "字段不一致"
    AMBIGUOUS = "AMBIGUOUS", "Several rows there for one key", "对方同一标识有多行"


class Authority(State):
    """Whose word counts for a field (数据归口)."""

    REGISTER = "REGISTER", "The register's", "以国家系统为准"
    BUREAU = "BUREAU", "The bureau's", "以本地为准"
    BOTH = "BOTH", "Somebody decides", "双方核对"


class DifferenceState(State):
    """What became of a difference (处理状态)."""

    OPEN = "OPEN", "Open", "待处理"
    ACKNOWLEDGED = "ACKNOWLEDGED", "Acknowledged", "已确认保留"
    ACCEPTED = "ACCEPTED", "Theirs accepted", "已采用对方数据"
    GONE = "GONE", "Gone", "已消除"


class ReconciliationDifference(Record):
    """What a register says otherwise than we do, of one field of one record, or of a record that one side lacks.

    It is the same difference from run to run, and knows since when it has been seen and how often. Sealed and
    restricted values are compared and never shown here.
    """

    register = Text(20, "Register", "登记系统", plain=True, pattern="[a-z_]+")
    identity = Text(
        64, "Identity", "差异标识", unique="live", plain=True, pattern="[0-9a-f]{64}", note=("SHA-256.", "")
    )
    unit = One(Unit, "Unit", "所属单位", back=("reconciliation_differences", "Differences", "对账差异"))
    type = Choice(DifferenceType, "Type", "差异类型")
    subject = Text(40, "Record here", "本地记录", plain=True, pattern=r"[A-Za-z]+:\d+").optional()
    label = Text(200, "Who or what", "对象").optional()
    field = Text(60, "Field", "字段", plain=True, pattern=r"[A-Za-z.]+").optional()
    authority = Choice(Authority, "Whose word counts", "数据归口").optional()
    ours = Text(200, "Ours", "本地值").optional()
    theirs = Text(200, "Theirs", "对方值").optional()
    is_withheld = Boolean("Values are not shown", "值不予显示")
    lags = Boolean(
        "They lag",
        "对方滞后",
        note=("Ours was changed on the export's day or later.", "本地数据在对方截止日期当日或之后有变更。"),
    )
    first_seen = Date("First seen", "首次发现日期")
    last_seen = Date("Last seen", "最近发现日期")
    times = Integer(1, 100_000, "Times seen", "发现次数")
    last_run = One(ReconciliationRun, "Last run", "最近批次")
    state = Choice(DifferenceState, "State", "处理状态")
    reason = Text(500, "Reason", "处理原因").optional()
    decided_by = Text(60, "Decided by", "处理人").optional()
    decided_at = Moment("Decided at", "处理时间").optional()


_READERS = rules.staff | rules.personnel | rules.identity
_DECIDERS = rules.registrar | rules.personnel | rules.identity

reconciliation_difference = Kind(
    ReconciliationDifference,
    label=("Reconciliation difference", "Reconciliation differences", "对账差异"),
    personal=True,
    scope=Stays("unit"),
    read=_READERS,
    natural_key=("identity",),
    title=("label", "field"),
    list=("register", "type", "label", "field", "ours", "theirs", "authority", "lags", "first_seen", "times", "state"),
    order=("first_seen", "last_seen", "times"),
    filter=("register", "type", "field", "authority", "state", "lags", "first_seen", "subject"),
    group=("register", "type", "field", "authority", "state", "lags"),
    index=("state",),
)


@action(reconciliation_difference, _DECIDERS, label=("Acknowledge", "确认保留差异"))
async def acknowledge_difference(
    act: Act, difference: ReconciliationDifference, *, reason: Annotated[str, ReconciliationDifference.reason]
) -> ReconciliationDifference:
    """Say why a difference stays: it is counted on, and asked about no more unless a value changes."""
    _refuse_settled(difference)
    return await act.change(difference, **_decided(act, DifferenceState.ACKNOWLEDGED), reason=reason)


@action(reconciliation_difference, _DECIDERS.at(Level.CITY, Level.COUNTY), label=("Accept theirs", "采用对方数据"))
async def accept_difference(act: Act, difference: ReconciliationDifference) -> ReconciliationDifference:
    """Take over what the register says, where its word counts: our record is changed as by hand, and journalled.

    It takes the right to change that record: names are for identity officers. Values that are not shown, and fields
    that change only by verbs of their own, are changed there.
    """
    _refuse_settled(difference)
    if difference.type != DifferenceType.FIELD or difference.authority != Authority.REGISTER:
        raise refuse(Code.INVALID, "id", reason=_NOT_THEIRS)
    if difference.is_withheld or difference.theirs is None:
        raise refuse(Code.INVALID, "id", reason=_BY_HAND)
    record, name = await _held(act, difference)
    now = getattr(record, name)
    if str(now if now is not None else "") != (difference.ours or ""):
        raise refuse(Code.CONFLICT, "id")
    await act.change(record, **{name: difference.theirs})
    return await act.change(difference, **_decided(act, DifferenceState.ACCEPTED))


_NOT_THEIRS = Words(
    "the other register's word does not count for it; somebody has to decide.", "该项不以对方数据为准，请人工判定。"
)
_BY_HAND = Words("this one is changed at the record itself.", "该字段请在对应记录中直接办理。")


async def _held(act: Act, difference: ReconciliationDifference) -> tuple[Any, str]:
    """The record that a difference is about, or the one that comes with it, and the field of it."""
    kinds = {kind.type_name: kind for kind in act.store.kinds}
    type_name, _, identity = (difference.subject or "").partition(":")
    head, _, rest = ".".join(map(snake, (difference.field or "").split("."))).partition(".")
    kind = kinds[type_name]
    found = await act.hold_all(cast("type[Record]", kind.record), id=int(identity))
    if not found:
        raise refuse(Code.NOT_FOUND, "id", kind=kind.words)
    declared = kind.fields[head]
    record: Any = found[0]
    if isinstance(declared, One) and rest:
        (record,) = await act.hold_all(declared.target, id=record.__dict__[f"{head}_id"])
        declared = declared.target.about.fields[rest]
    if declared.by_verbs or isinstance(declared, One | Sealed):
        raise refuse(Code.INVALID, "id", reason=_BY_HAND)
    of = act.store.kind_of(type(record))
    if not may_act(act.actor, of, of.update, record):
        raise refuse(Code.FORBIDDEN)
    return record, rest or head


def _refuse_settled(difference: ReconciliationDifference) -> None:
    if difference.state in (DifferenceState.ACCEPTED, DifferenceState.GONE):
        raise refuse(Code.ENDED, "id", kind=reconciliation_difference.words)


def _decided(act: Act, state: DifferenceState) -> dict[str, Any]:
    return {"state": state, "decided_by": act.actor.name, "decided_at": act.tx.now()}


def seen(day: date) -> dict[str, Any]:
    """What a difference is when it is seen for the first time."""
    return {"state": DifferenceState.OPEN, "first_seen": day, "last_seen": day, "times": 1}
