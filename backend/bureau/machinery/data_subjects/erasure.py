"""An erasure: what is held on a person is destroyed, proposed by one and carried out by another (个人信息删除)."""

from typing import Annotated

from bureau.access.account import Account
from bureau.access.others import refuse_same_person
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Choice, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.notices.telling import accounts_with, tell
from bureau.registry.person import Person
from bureau.registry.person import person as person_kind
from bureau.storage.act import Act
from bureau.storage.erasure import erase
from bureau.storage.record import Record


class ErasureState(State):
    """How far it has come (删除状态)."""

    PROPOSED = "PROPOSED", "Proposed", "待复核"
    DONE = "DONE", "Carried out", "已删除"
    REFUSED = "REFUSED", "Refused", "已驳回"


class Erasure(Record):
    """That a person's data were to be erased, on what basis, and by whom they were: nothing of them stands in it.

    It is for those of whom no live record is left: the law keeps registers, and what they need is restricted instead.
    """

    subject = Text(80, "Person", "人员", plain=True, pattern=r"Person:\d{1,18}", note=("Its id.", "其标识。"))
    reason = Text(500, "Reason", "事由", lines=True, note=("It names nobody.", "请勿填写姓名等个人信息。"))
    state = Choice(ErasureState, "State", "状态", by_verbs=True)
    proposer = One(Account, "Proposer's account", "申请账户", internal=True)
    proposed_by = Text(60, "Proposed by", "申请人")
    proposed_at = Moment("Proposed at", "申请时间")
    decided_by = Text(60, "Decided by", "复核人").optional()
    decided_at = Moment("Decided at", "复核时间").optional()
    note = Text(500, "Why it was refused", "驳回原因", lines=True).optional()


_PROPOSE = rules.identity.at(Level.CITY)
_CARRY_OUT = (rules.identity | rules.director).at(Level.CITY)

erasure = Kind(
    Erasure,
    label=("Erasure", "Erasures", "个人信息删除"),
    read=_CARRY_OUT,
    title=("subject", "state"),
    list=("subject", "reason", "state", "proposed_by", "proposed_at", "decided_by"),
    order=("proposed_at",),
    filter=("subject", "state", "proposed_at"),
    group=("state",),
)


@action(erasure, _PROPOSE, label=("Propose", "提出删除"))
async def propose_erasure(
    act: Act, *, subject: Annotated[str, Erasure.subject], reason: Annotated[str, Erasure.reason]
) -> Erasure:
    """Propose that a person's data be erased, of whom no live record is left; somebody else carries it out."""
    identity = await _live(act, subject)
    await act.store.refuse_in_use(act.tx, person_kind, identity)
    made = await act.create(
        Erasure,
        subject=subject,
        reason=reason,
        state=ErasureState.PROPOSED,
        proposer=await Account.get(id=act.actor.account),
        proposed_by=act.actor.name,
        proposed_at=act.tx.now(),
    )
    told = Words("An erasure was proposed; somebody else carries it out.", "有一项个人信息删除待复核。")
    await tell(act, erasure, made, await accounts_with(act, _CARRY_OUT, erasure, made), told)
    return made


@action(erasure, _CARRY_OUT, label=("Carry out", "复核并删除"))
async def carry_out_erasure(act: Act, erasure: Erasure) -> Erasure:
    """Erase a person's data for good, where another proposed it: what was sealed opens nowhere any more, in no backup.

    Name, dates and addresses go from their record, its past and what repeats them; the journal keeps its images.
    """
    await _decidable(act, erasure)
    identity = await _live(act, erasure.subject)
    await erase(act.store, act.tx, person_kind, identity, erasure.reason, act.verb)
    return await act.change(erasure, state=ErasureState.DONE, **_decided(act))


@action(erasure, _CARRY_OUT, label=("Refuse", "驳回"))
async def refuse_erasure(act: Act, erasure: Erasure, *, note: Annotated[str, Erasure.note]) -> Erasure:
    """Refuse an erasure, and say why."""
    await _decidable(act, erasure)
    return await act.change(erasure, state=ErasureState.REFUSED, note=note, **_decided(act))


def _decided(act: Act) -> dict[str, object]:
    return {"decided_by": act.actor.name, "decided_at": act.tx.now()}


async def _decidable(act: Act, erasure: Erasure) -> None:
    if erasure.state != ErasureState.PROPOSED:
        raise refuse(Code.ENDED, "id", kind=act.store.kind_of(Erasure).words)
    await refuse_same_person(act, {erasure.__dict__["proposer_id"]})


async def _live(act: Act, subject: str) -> int:
    """The id of a person who is not void, held; raises Refusal NOT_FOUND."""
    held = await act.hold_all(Person, id=int(subject.partition(":")[2]))
    if not held:
        raise refuse(Code.NOT_FOUND, "subject", kind=person_kind.words)
    return int(held[0].id)
