"""The score of one item in one inspection, with the rule by which it was given; and what all scores come to (评分)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.kernel.field import Boolean, Choice, Moment, One, Rows, Scaled, State, Text
from bureau.kernel.kind import Follows, Kind
from bureau.kernel.money import from_scaled
from bureau.kernel.rules import Level
from bureau.kernel.shape import Shape
from bureau.machinery.inspections.inspection import (
    ENDED,
    Inspection,
    InspectionResult,
    InspectionState,
    inspection,
)
from bureau.machinery.inspections.scheme import POINTS, InspectionItem, InspectionScheme
from bureau.machinery.inspections.team import INSPECTORS, refuse_all_but_team
from bureau.storage.act import Act
from bureau.storage.record import Record


class ItemVerdict(State):
    """How an item is met (指标结论)."""

    MET = "MET", "Met", "达到"
    PARTLY = "PARTLY", "Partly met", "部分达到"
    UNMET = "UNMET", "Not met", "未达到"
    NOT_APPLICABLE = "NOT_APPLICABLE", "Does not apply", "不适用"


class InspectionScore(Record):
    """How one unit meets one item, with what is demanded and by which rule as the scheme had it then."""

    inspection = One(Inspection, "Inspection", "检查", back=("scores", "Scores", "指标评分"))
    item = One(InspectionItem, "Item", "检查指标")
    verdict = Choice(ItemVerdict, "Verdict", "结论")
    score = Scaled(
        2, "Score", "得分", least=0, most=POINTS, note=("Of 100; empty where it does not apply.", "百分制。")
    ).optional()
    note = Text(1000, "Note", "说明", lines=True).optional()
    demand = Text(500, "What is demanded", "检查要求", lines=True)
    basis = Text(300, "Basis", "依据")
    is_verified = Boolean("Basis verified", "依据是否已核实")
    scored_by = Text(60, "Scored by", "评分人", of_person=True)
    scored_at = Moment("Scored at", "评分时间")


inspection_score = Kind(
    InspectionScore,
    label=("Inspection score", "Inspection scores", "指标评分"),
    scope=Follows("inspection"),
    read=(rules.registrar | rules.director).at(Level.CITY, Level.COUNTY) | rules.inspector,
    natural_key=("inspection", "item"),
    title=("item.name", "verdict"),
    list=("inspection.unit_name", "item.name", "verdict", "score", "note", "basis", "is_verified"),
    order=("scored_at",),
    filter=("verdict", "is_verified"),
    group=("verdict", "is_verified"),
)


class ItemScore(Shape):
    """How one item is met (指标评分)."""

    item = One(InspectionItem, "Item", "检查指标")
    verdict = Choice(ItemVerdict, "Verdict", "结论")
    score = Scaled(
        2,
        "Score",
        "得分",
        least=0,
        most=POINTS,
        note=("Of 100; where it is met in part, and else it follows.", "百分制；部分达到时填写。"),
    ).optional()
    note = Text(1000, "Note", "说明", lines=True).optional()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an item counts, and how it was met."""

    weight: int
    is_veto: bool
    verdict: ItemVerdict
    score: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What scores come to."""

    score: int
    """In hundredths, halves upwards; results are told by what it was before it was rounded."""
    result: InspectionResult


def outcome(scores: Iterable[Weighed], passed_from: int, basic_from: int) -> Outcome | None:
    """The weighted mean of what applies and the result it reaches, FAILED where a veto is not met; None where nothing
    applies.
    """
    counted = [one for one in scores if one.verdict is not ItemVerdict.NOT_APPLICABLE]
    weight = sum(one.weight for one in counted)
    if not weight:
        return None
    total = sum(one.weight * one.score for one in counted)
    vetoed = any(one.is_veto and one.verdict is ItemVerdict.UNMET for one in counted)
    if vetoed or total < basic_from * weight:
        result = InspectionResult.FAILED
    elif total < passed_from * weight:
        result = InspectionResult.BASIC
    else:
        result = InspectionResult.PASSED
    return Outcome((2 * total + weight) // (2 * weight), result)


@action(inspection, INSPECTORS, label=("Score", "评分"))
async def score_inspection(
    act: Act,
    one: Inspection,
    *,
    scores: Annotated[list[ItemScore], Rows(ItemScore, "Scores", "指标评分", most=500)],
) -> Inspection:
    """Score items of an inspection, by one of its team while documents or the spot are checked; what was scored before
    is replaced. What is met counts 100 and what is not 0; what is met in part has a score between.
    """
    await refuse_all_but_team(act, one)
    if one.state not in (InspectionState.DOC_CHECK, InspectionState.SITE_CHECK):
        if one.state in ENDED:
            raise refuse(Code.ENDED, "id", kind=inspection.words)
        state = InspectionState[one.state]
        raise refuse(Code.TRANSITION, "id", before=state.words, after=inspection_score.words)
    _refuse_unfit(one, scores)
    held = await act.hold_all(InspectionScore, inspection_id=one.id)
    before = {score.__dict__["item_id"]: score for score in held}
    said = {"scored_by": act.actor.name, "scored_at": act.tx.now()}
    rows = [
        (
            before.get(given.item.id),
            {"verdict": given.verdict, "score": _points(given), "note": given.note, **said},
            given.item,
        )
        for given in scores
    ]
    await act.change_all(InspectionScore, [(known, values) for known, values, _ in rows if known is not None])
    frozen = ("demand", "basis", "is_verified")
    new = [
        {"inspection": one, "item": item, **values, **{name: getattr(item, name) for name in frozen}}
        for known, values, item in rows
        if known is None
    ]
    await act.create_all(InspectionScore, new)
    return one


def _points(given: ItemScore) -> str | None:
    points = _counted(given)
    return None if points is None else from_scaled(points, 2)


def _counted(given: ItemScore) -> int | None:
    match ItemVerdict[given.verdict]:
        case ItemVerdict.MET:
            return POINTS
        case ItemVerdict.UNMET:
            return 0
        case ItemVerdict.PARTLY:
            return given.score
        case ItemVerdict.NOT_APPLICABLE:
            return None


def _refuse_unfit(one: Inspection, scores: Sequence[ItemScore]) -> None:
    """Raise Refusal with every fault: items of another scheme or named twice, a score in part that is missing."""
    faults, seen = [], set()
    for number, given in enumerate(scores):
        at = ("scores", str(number))
        if given.item.__dict__["scheme_id"] != one.__dict__["scheme_id"]:
            faults.append(fault(Code.MISMATCH, *at, "item", other=Inspection.scheme.words))
        if given.item.id in seen:
            faults.append(fault(Code.DUPLICATE, *at, "item", kind=InspectionScore.item.words))
        if given.verdict == ItemVerdict.PARTLY and given.score is None:
            faults.append(fault(Code.REQUIRED, *at, "score"))
        seen.add(given.item.id)
    if faults:
        raise Refusal(faults)


async def unscored(one: Inspection) -> int:
    """How many items of its scheme have no score yet."""
    items = set(
        await InspectionItem.filter(scheme_id=one.__dict__["scheme_id"], void_reason__isnull=True).values_list(
            "id", flat=True
        )
    )
    scores = InspectionScore.filter(inspection_id=one.id, void_reason__isnull=True)
    return len(items - set(await scores.values_list("item_id", flat=True)))


async def reached(one: Inspection, scheme: InspectionScheme) -> Outcome | None:
    """What the scores of an inspection come to; None where nothing applies."""
    items = {i.id: i for i in await InspectionItem.filter(scheme_id=scheme.id, void_reason__isnull=True)}
    scores = await InspectionScore.filter(inspection_id=one.id, void_reason__isnull=True)
    weighed = [
        Weighed(items[of].weight, items[of].is_veto, ItemVerdict[score.verdict], score.score or 0)
        for score in scores
        if (of := score.__dict__["item_id"]) in items
    ]
    return outcome(weighed, scheme.passed_from, scheme.basic_from)
