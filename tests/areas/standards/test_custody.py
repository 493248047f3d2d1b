"""The custody of a pre-payment: never more out than was taught, and what came in is released, refunded or held."""

from dataclasses import replace

from hypothesis import given, strategies

from bureau.areas.standards.custody import Balance

STEPS = strategies.lists(strategies.tuples(strategies.sampled_from(("teach", "take back", "refund")), strategies.integers(1, 8)), max_size=30)  # fmt: skip


@given(strategies.integers(1, 500_000), strategies.integers(1, 60), STEPS)
def test_never_more_goes_out_than_was_taught(amount: int, hours: int, steps: list[tuple[str, int]]) -> None:
    stands, taught = Balance(amount, hours), 0
    for verb, count in steps:
        if verb == "refund":
            count = min(count, stands.untaught(taught))
            if count:
                paid_back = stands.to_refund(count)
                stands = replace(
                    stands, refunded=stands.refunded + paid_back, refunded_hours=stands.refunded_hours + count
                )
        else:
            taught = max(taught + (count if verb == "teach" else -count), 0)
            stands = replace(stands, released=stands.released + stands.to_release(taught))
        counted = min(taught, hours - stands.refunded_hours)
        assert stands.amount == stands.released + stands.refunded + stands.held
        assert min(stands.released, stands.refunded, stands.held) >= 0
        assert stands.released * hours <= amount * counted, "no more than its share of what was taught"
        assert stands.refunded * hours < amount * stands.refunded_hours + hours, "a part of a fen at most besides"
        assert stands.to_release(taught) == 0, "nothing is released twice"
        if stands.untaught(taught) == 0:
            assert stands.held == 0, "in the end nothing is left"


def test_an_odd_fen_goes_with_the_last_hours() -> None:
    stands = Balance(amount=100, class_hours=3)
    assert [stands.to_release(taught) for taught in range(5)] == [0, 33, 66, 100, 100]
    assert stands.to_refund(1) == 34
    assert replace(stands, refunded=34, refunded_hours=1).to_refund(2) == 66
