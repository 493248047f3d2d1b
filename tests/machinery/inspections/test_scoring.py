"""What scores come to: weights of what applies alone, vetoes, limits compared before anything is rounded."""

from hypothesis import given, strategies

from bureau.machinery.inspections.inspection import WORST_FIRST, InspectionResult
from bureau.machinery.inspections.scoring import ItemVerdict, Outcome, Weighed, outcome

SCORES = strategies.builds(
    Weighed,
    weight=strategies.integers(1, 100_00),
    is_veto=strategies.booleans(),
    verdict=strategies.sampled_from(ItemVerdict),
    score=strategies.integers(0, 100_00),
)


def weighed(weight: int, score: int, verdict: ItemVerdict = ItemVerdict.PARTLY, *, is_veto: bool = False) -> Weighed:
    return Weighed(weight, is_veto, verdict, score)


def test_what_does_not_apply_counts_for_nothing() -> None:
    found = outcome([weighed(2, 85_00), weighed(1, 100_00), weighed(5, 0, ItemVerdict.NOT_APPLICABLE)], 80_00, 60_00)
    assert found == Outcome(90_00, InspectionResult.PASSED)
    assert outcome([weighed(5, 0, ItemVerdict.NOT_APPLICABLE)], 80_00, 60_00) is None
    assert outcome([], 80_00, 60_00) is None


def test_limits_are_compared_before_rounding() -> None:
    found = outcome([weighed(2, 80_00), weighed(1, 79_99)], 80_00, 60_00)
    assert found == Outcome(80_00, InspectionResult.BASIC), "79.9967 reads 80.00 and is below"
    assert outcome([weighed(1, 80_00)], 80_00, 60_00) == Outcome(80_00, InspectionResult.PASSED)
    assert outcome([weighed(1, 60_00)], 80_00, 60_00) == Outcome(60_00, InspectionResult.BASIC)
    assert outcome([weighed(1, 59_99)], 80_00, 60_00) == Outcome(59_99, InspectionResult.FAILED)


def test_nothing_makes_up_for_a_veto() -> None:
    veto = weighed(1, 0, ItemVerdict.UNMET, is_veto=True)
    found = outcome([weighed(100_00, 100_00, ItemVerdict.MET), veto], 80_00, 60_00)
    assert found is not None
    assert found.result is InspectionResult.FAILED


@given(strategies.lists(SCORES, min_size=1), strategies.integers(0, 100_00), strategies.integers(0, 100_00))
def test_a_score_lies_among_its_parts_and_stricter_limits_never_help(
    scores: list[Weighed], one: int, other: int
) -> None:
    strict, lenient = max(one, other), min(one, other)
    found = outcome(scores, strict, lenient)
    counted = [score.score for score in scores if score.verdict is not ItemVerdict.NOT_APPLICABLE]
    if found is None:
        assert not counted
        return
    assert min(counted) <= found.score <= max(counted)
    eased = outcome(scores, lenient, lenient)
    assert eased is not None
    assert WORST_FIRST.index(found.result) <= WORST_FIRST.index(eased.result)
