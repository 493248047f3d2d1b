"""Published counts: whoever knows all of them cannot tell a small one, by whatever sums and differences."""

from collections.abc import Iterator, Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bureau.machinery.figures.suppression import LEAST, Line, is_small, summed, suppress

COLUMNS = ("a", "b")
Table = list[list[tuple[int, int]]]
"""Groups of units, each with its two counts."""

tables: st.SearchStrategy[Table] = st.lists(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=3), min_size=1, max_size=3
).filter(lambda table: sum(map(len, table)) <= 6)


def published(table: Table) -> Line:
    groups = [summed([Line(dict(zip(COLUMNS, unit, strict=True))) for unit in group]) for group in table]
    everything = summed(groups)
    suppress(everything)
    return everything


def equations(everything: Line) -> Iterator[tuple[frozenset[tuple[int, int]], int]]:
    """What is told: sets of cells (unit, column) and what each comes to."""
    number = 0
    spans: list[tuple[Line, range]] = []
    for group in everything.lines:
        first = number
        for unit in group.lines:
            spans.append((unit, range(number, number + 1)))
            number += 1
        spans.append((group, range(first, number)))
    spans.append((everything, range(number)))
    for line, units in spans:
        if line.is_total_told:
            yield frozenset((unit, column) for unit in units for column in (0, 1)), line.total
        for column, name in enumerate(COLUMNS):
            if line.is_split_told:
                yield frozenset((unit, column) for unit in units), line.counts[name]


def is_possible(told: Sequence[tuple[frozenset[tuple[int, int]], int]], fixed: dict[tuple[int, int], int]) -> bool:
    """Whether there are counts that come to all that is told, with some of them as they are fixed."""
    rest: set[tuple[frozenset[tuple[int, int]], int]] = set()
    for cells, value in told:
        left = frozenset(cells - fixed.keys())
        remaining = value - sum(fixed[cell] for cell in cells & fixed.keys())
        if remaining < 0 or (not left and remaining):
            return False
        if left:
            rest.add((left, remaining))
    for cells, value in rest:
        if len(cells) == 1:
            return is_possible(told, {**fixed, next(iter(cells)): value})
        if value == 0:
            return is_possible(told, {**fixed, **dict.fromkeys(cells, 0)})
    if not rest:
        return True
    cells, value = min(rest, key=lambda one: (one[1], len(one[0])))
    cell = min(cells)
    return any(is_possible(told, {**fixed, cell: count}) for count in range(value + 1))


def tellable(table: Table, everything: Line) -> Iterator[tuple[str, frozenset[tuple[int, int]], int]]:
    """Each small count of the table, and the cells that it is of."""
    number, of_all = 0, [frozenset[tuple[int, int]](), frozenset[tuple[int, int]]()]
    for group in table:
        of_group = [frozenset[tuple[int, int]](), frozenset[tuple[int, int]]()]
        for unit in group:
            for column in (0, 1):
                yield "unit", frozenset({(number, column)}), unit[column]
                of_group[column] |= {(number, column)}
            yield "unit total", frozenset({(number, 0), (number, 1)}), sum(unit)
            number += 1
        for column in (0, 1):
            yield "group", of_group[column], sum(unit[column] for unit in group)
            of_all[column] |= of_group[column]
        yield "group total", of_group[0] | of_group[1], sum(map(sum, group))
    for column in (0, 1):
        yield "all", of_all[column], sum(unit[column] for group in table for unit in group)


@given(tables)
@example([[(1, 9)]])
@example([[(1, 9), (9, 9)]])
@example([[(1, 1)], [(9, 9)]])
@example([[(2, 0), (0, 9)], [(9, 9)]])
@settings(max_examples=200, deadline=None)
def test_nobody_can_tell_a_small_count(table: Table) -> None:
    everything = published(table)
    told = list(equations(everything))
    for what, cells, count in tellable(table, everything):
        if is_small(count) and any(line.is_total_told or line.is_split_told for line in everything.lines):
            low = [*told, (cells, 0)]
            assert is_possible(low, {}), (what, count, "cannot be 0")
            assert any(is_possible([*told, (cells, high)], {}) for high in range(LEAST, 40)), (what, count, "is small")


@given(tables)
def test_what_is_told_is_so_and_large_tables_are_told(table: Table) -> None:
    everything = published(table)
    for line in (everything, *everything.lines, *(unit for group in everything.lines for unit in group.lines)):
        if line.is_total_told:
            assert not is_small(line.total)
        if line.is_split_told:
            assert line.is_total_told
            assert not line.is_split_small
    if all(count >= LEAST for group in table for unit in group for count in unit):
        assert everything.is_split_told
        assert all(unit.is_split_told for group in everything.lines for unit in group.lines)
