"""A duplicate candidate: two entries that may be of one person, for staff to say whether they are (疑似重复人员)."""

from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Choice, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.registry.person import Person
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record


class CandidateState(State):
    """What is known of two entries (核查状态)."""

    OPEN = "OPEN", "To be judged", "待核查"
    SAME = "SAME", "One person", "确认为同一人"
    DIFFERENT = "DIFFERENT", "Two persons", "确认为不同人"


class Verdict(State):
    """What staff say of two entries (核查结论)."""

    SAME = "SAME", "One person", "同一人"
    DIFFERENT = "DIFFERENT", "Two persons", "不同人"


class DuplicateCandidate(Record):
    """Two entries that are much alike, and what speaks for their being one person.

    It belongs to the lowest unit above both, whose staff see both. Two entries that were once judged to be two persons
    are not brought up again.
    """

    one = One(Person, "One entry", "人员一", as_found=True)
    other = One(Person, "Other entry", "人员二", as_found=True)
    score = Integer(0, 1000, "Points", "相似分值")
    features = Text(
        200,
        "What they have in common",
        "相似特征",
        plain=True,
        note=("Codes of the table likeness.", "代码表 likeness。"),
    )
    unit = One(Unit, "Unit", "机构", back=("duplicate_candidates", "Duplicate candidates", "疑似重复人员"))
    state = Choice(CandidateState, "State", "核查状态", by_verbs=True)
    found_at = Moment("Found at", "发现时间")
    judged_by = Text(60, "Judged by", "核查人").optional()
    judged_at = Moment("Judged at", "核查时间").optional()
    note = Text(500, "Note", "核查说明", lines=True).optional()


duplicate_candidate = Kind(
    DuplicateCandidate,
    label=("Duplicate candidate", "Duplicate candidates", "疑似重复人员"),
    personal=True,
    scope=Stays("unit"),
    read=rules.registrar | rules.identity,
    natural_key=("one", "other"),
    list=("one.name", "other.name", "score", "features", "state"),
    order=("score", "found_at"),
    filter=("state", "score"),
    group=("state",),
)


@action(duplicate_candidate, rules.registrar | rules.identity, label=("Judge", "核查"))
async def judge_duplicate(
    act: Act,
    candidate: DuplicateCandidate,
    *,
    verdict: Annotated[Verdict, Choice(Verdict, "Verdict", "核查结论")],
    note: Annotated[str | None, DuplicateCandidate.note] = None,
) -> DuplicateCandidate:
    """Say whether two entries are of one person; those that are can then be merged."""
    state = CandidateState[verdict.name]
    if candidate.state == CandidateState.SAME and await _are_one(candidate):
        raise refuse(Code.VOIDED, "id")
    return await act.change(candidate, state=state, judged_by=act.actor.name, judged_at=act.tx.now(), note=note)


async def _are_one(candidate: DuplicateCandidate) -> bool:
    """Whether they were merged already."""
    ids = [candidate.__dict__["one_id"], candidate.__dict__["other_id"]]
    return bool(await Person.filter(id__in=ids, merged_into_id__in=ids).exists())


async def settle_merged(act: Act, *persons: int) -> None:
    """Say of two entries that are merged by now that they were of one person, where it was still to be judged."""
    judged = {"state": CandidateState.SAME, "judged_by": act.actor.name, "judged_at": act.tx.now()}
    both = await act.hold_all(DuplicateCandidate, one_id__in=persons, other_id__in=persons, state="OPEN")
    await act.change_all(DuplicateCandidate, [(candidate, judged) for candidate in both])
