"""House numbers of a zone: which belong to it, and which two zones would share; in Python and in both databases' SQL."""

from itertools import product

from hypothesis import given, strategies

from bureau.areas.equity.zone_address import Numbers, Side, has_number, have_in_common
from bureau.graph.context import Services

MOST = 12


@strategies.composite
def numbers(draw: strategies.DrawFn) -> Numbers:
    """Numbers as the rules have them: those of a side begin and end on it."""
    side = draw(strategies.sampled_from(Side))
    fits = [n for n in range(MOST + 1) if side is Side.ALL or n % 2 == (side is Side.ODD)]
    first = draw(strategies.sampled_from(fits))
    return Numbers(side, first, draw(strategies.sampled_from([n for n in fits if n >= first])))


def those_of(one: Numbers) -> set[int]:
    return {n for n in range(MOST + 1) if one.holds(n)}


@given(numbers(), numbers())
def test_two_meet_where_a_house_is_in_both(one: Numbers, other: Numbers) -> None:
    assert one.meets(other) is bool(those_of(one) & those_of(other))
    assert one.meets(other) is other.meets(one)


@given(numbers())
def test_a_side_has_every_second_number_from_the_first_to_the_last(one: Numbers) -> None:
    step = 1 if one.side is Side.ALL else 2
    assert those_of(one) == set(range(one.first, one.last + 1, step))


async def test_the_database_says_the_same(services: Services) -> None:
    """All pairs of small ranges at once, as rows of the one table that the condition is about."""
    ranges = [
        Numbers(side, first, last)
        for side, first, last in product(Side, range(5), range(5))
        if first <= last and (side is Side.ALL or first % 2 == last % 2 == (side is Side.ODD))
    ]
    rows = ", ".join(f"({place}, '{r.side}', {r.first}, {r.last})" for place, r in enumerate(ranges))
    named = f"WITH r(id, side, first_number, last_number) AS (VALUES {rows})"
    readers, dialect = services.store.database.readers, services.store.database.dialect
    found = await readers.fetch(f"{named} SELECT a.id, b.id FROM r a, r b WHERE {have_in_common(dialect, 'a', 'b')}")
    meeting = {(a, b) for a, b in product(range(len(ranges)), repeat=2) if ranges[a].meets(ranges[b])}
    assert {(row[0], row[1]) for row in found} == meeting
    houses = f"{named}, h(number) AS (VALUES (0), (1), (2), (3), (4), (5))"
    found = await readers.fetch(f"{houses} SELECT a.id, h.number FROM r a, h WHERE {has_number('a', 'h.number')}")
    held = {(place, n) for place, n in product(range(len(ranges)), range(6)) if ranges[place].holds(n)}
    assert {(row[0], row[1]) for row in found} == held
