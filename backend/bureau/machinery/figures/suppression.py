"""Which counts of a table may be told, so that no small one can be worked out from the others (小单元格抑制).

A table has units in groups (schools in counties), a count for each column (a grade), and sums: of units, groups and
all, in each column and in total. A count of 1 to 4 is small. Hiding small ones alone falls to subtraction, so more is
hidden, until whoever knows all that is told, and that counts are not negative, can hold for each small count both 0
and the least that is not small.

A unit's columns are told all or none. The units whose columns are hidden, and what is left of the columns for them, are
a table of which the margins are known; in such a one a count lies between max(0, r + c - n) and min(r, c), and may be
either (Fréchet), so that the check is exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST = 5
"""The least count that is not small."""

Counts = Mapping[str, int]
"""By column."""


@dataclass
class Line:
    """A unit, a group or all, with what of it is told."""

    counts: Counts
    lines: "Sequence[Line]" = ()
    """What is in it."""
    is_total_told: bool = True
    is_split_told: bool = True
    """Whether its columns are told."""
    most: int = 0
    """The most that its total can be for whoever knows what is told."""

    def __post_init__(self) -> None:
        self.total = self.most = sum(self.counts.values())

    @property
    def is_split_small(self) -> bool:
        """Whether it has a small count in any column."""
        return any(map(is_small, self.counts.values()))

    def hide(self, most: int) -> None:
        """Tell nothing of it, nor of what is in it, but that all which is hidden with it comes to so many."""
        self.is_total_told, self.most = False, most
        for line in self.lines:
            line.hide(most)
        self.hide_split()

    def hide_split(self) -> None:
        """Tell no columns of it, nor of what is in it."""
        self.is_split_told = False
        for line in self.lines:
            line.hide_split()


def is_small(count: int) -> bool:
    """Whether a count is not told."""
    return 0 < count < LEAST


def summed(lines: Sequence[Line]) -> Line:
    """The line that holds others, with the sums of their columns."""
    columns = dict.fromkeys(column for line in lines for column in line.counts)
    return Line({column: sum(line.counts.get(column, 0) for line in lines) for column in columns}, lines)


def suppress(everything: Line) -> None:
    """Hide what must not be told, in a line of groups of units."""
    for group in everything.lines:
        if not _hide_totals(group):
            group.is_total_told = False
    if not _hide_totals(everything):
        everything.hide(everything.total)
    for group in everything.lines:
        _hide_splits(group)
    _hide_splits(everything)


def _hide_totals(of: Line) -> bool:
    """Hide small totals of what is in a line, and others with them; whether the line's own total can be told."""
    hidden = [line for line in of.lines if is_small(line.total) or not line.is_total_told]
    others = sorted((line for line in of.lines if line.total and line not in hidden), key=lambda line: line.total)
    while hidden and not (len(hidden) > 1 and sum(line.total for line in hidden) >= LEAST) and others:
        hidden.append(others.pop(0))
    most = sum(line.total for line in hidden)
    for line in hidden:
        line.hide(most)
    return not hidden or (len(hidden) > 1 and most >= LEAST)


def _hide_splits(of: Line) -> None:
    """Hide small columns of what is in a line, and others with them, until none of those can be worked out from the
    line's own columns; where that cannot be, its own are hidden.
    """
    for line in of.lines:
        if line.is_split_small:
            line.hide_split()
    others = sorted((line for line in of.lines if line.total and line.is_split_told), key=lambda line: line.total)
    while of.is_split_told and not _are_safe(of):
        if others:
            others.pop(0).hide_split()
        else:
            of.hide_split()
    if of.is_split_small:
        of.is_split_told = False


def _are_safe(of: Line) -> bool:
    """Whether no small column of what is hidden can be worked out from a line's columns and those that are told."""
    hidden = [line for line in of.lines if not line.is_split_told]
    n = sum(line.total for line in hidden)
    left = {column: sum(line.counts.get(column, 0) for line in hidden) for column in of.counts}
    return all(
        _is_safe(line, left[column], n)
        for outer in hidden
        for line in (outer, *outer.lines)
        for column, count in line.counts.items()
        if is_small(count)
    )


def _is_safe(line: Line, column: int, n: int) -> bool:
    least = max(0, line.total + column - n) if line.is_total_told else 0
    return least == 0 and min(line.most, column) >= LEAST
