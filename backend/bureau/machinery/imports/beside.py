"""What else the rows of a file may hold: records of other kinds beside the one that the row is of, such as a pupil's
guardians (监护人1姓名, `guardians.1.guardian.name`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bureau.kernel.field import Field, One, Span
from bureau.kernel.kind import Beside, Kind
from bureau.machinery.imports.aliases import aliases


@dataclass(eq=False)
class Place:
    """Where one record of another kind stands in a row."""

    kind: Kind
    beside: Beside
    number: int
    """From 1."""

    @cached_property
    def path(self) -> tuple[str, ...]:
        """What leads to it: `("enrolments",)`, or `("guardians", "2")` where a row may hold several."""
        relation = self.kind.fields[self.beside.relation]
        assert isinstance(relation, One)
        assert relation.back
        name = relation.back[0]
        return (name,) if self.beside.times == 1 else (name, str(self.number))

    @property
    def prefix(self) -> str:
        """The path as the paths of its columns begin."""
        return ".".join(self.path) + "."

    @cached_property
    def brought(self) -> One | None:  # type: ignore[type-arg]
        """The relation to the record that is written down with it, if one is."""
        declared = self.kind.fields.get(self.beside.brings)
        return declared if isinstance(declared, One) else None

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What stands before the words of its fields in headers; nothing where a row holds but one."""
        if self.beside.times == 1:
            return ("",)
        declared = self.brought or self.kind.fields[self.beside.relation]
        en, zh = declared.words
        called = (zh, *aliases().get(zh, ()), en)
        plain = called if self.number == 1 else ()
        return (*(f"{word}{self.number}" for word in called), *plain)


def places(kinds: Iterable[Kind], kind: Kind) -> tuple[Place, ...]:
    """All places for records of other kinds in a row of `kind`."""
    return tuple(
        Place(other, other.beside, number)
        for other in kinds
        if other.beside and other.fields[other.beside.relation].target is kind.record  # type: ignore[attr-defined]
        for number in range(1, other.beside.times + 1)
    )


def fields_at(place: Place) -> Iterator[tuple[str, Field[object]]]:
    """The fields that columns fill at a place, each with its path; those of what it brings among them."""
    for name, declared in place.kind.fields.items():
        if name == place.beside.relation or declared.derived or declared.internal:
            continue
        if declared is not place.brought:
            yield f"{place.prefix}{name}", declared
            continue
        for inner, of_it in declared.target.about.fields.items():
            if not (of_it.internal or isinstance(of_it, One | Span)) and not of_it.derived:
                yield f"{place.prefix}{name}.{inner}", of_it


def filled_at(places: Iterable[Place], path: str) -> Place | None:
    """The place that a column of this path fills, if it is none of the row's own record."""
    return next((place for place in places if path.startswith(place.prefix)), None)
