"""Our own registry as sheets, one for each kind: which there are, in which order, and what stands in their columns."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bureau.kernel.field import One, Salt, Sealed, Span
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.machinery.imports.columns import Path
from bureau.machinery.interchange.profiles import CarriedColumn, Part, Profile
from bureau.machinery.interchange.scratch import quoted

NAME = "registry"
_DEEPEST = 20
"""Levels of records of one kind that refer to each other."""
KindOf = Callable[[type], Kind]


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column: where an export finds it, what stands above it, and the path that an import fills with it."""

    source: Path
    head: str
    path: str

    @property
    def is_id(self) -> bool:
        """Whether it names a record by its id, since nothing else is certain to."""
        return self.source[-1] == "id"


def sheet(kind: Kind, kind_of: KindOf) -> tuple[SheetColumn, ...]:
    """The columns of a kind's sheet, its id first: all of them, since what once followed from others may have been
    decided since.

    A record of another kind is named by its key, as people know it, or by its id where the key is sealed, derived
    or several fields.
    """
    columns = [SheetColumn(("id",), "id", "_key")]
    for name, declared in kind.fields.items():
        if isinstance(declared, Salt):
            continue
        if isinstance(declared, Span):
            columns += [_column((name, end), f"{name}.{end}") for end in ("from", "until")]
        elif isinstance(declared, One) and not _has_plain_key(kind_of(declared.target)):
            columns.append(_column((name, "id"), name))
        else:
            columns.append(_column((name,), name))
    return tuple(columns)


def _column(source: Path, path: str) -> SheetColumn:
    return SheetColumn(source, ".".join(map(camel, source)), path)


def _has_plain_key(kind: Kind) -> bool:
    key = kind.key_field
    return key is not None and not isinstance(key, Sealed) and not key.derived


def in_order(kinds: Iterable[Kind]) -> list[Kind]:
    """Kinds so that each comes after those that its records refer to, and those last that close what others write.

    What follows from others is left out.
    """
    waiting = [kind for kind in kinds if kind.rooted and not kind.abstract and not kind.derived]
    waiting.sort(key=lambda kind: kind.closes)
    done: list[Kind] = []
    while waiting:
        tables = {kind.table for kind in waiting}
        ready = next((kind for kind in waiting if not (_refers_to(kind) & tables)), None)
        if ready is None:
            raise ValueError(f"these refer to each other: {', '.join(kind.name for kind in waiting)}")
        waiting.remove(ready)
        done.append(ready)
    return done


def _refers_to(kind: Kind) -> set[str]:
    targets = {f.target.about.table for f in kind.fields.values() if isinstance(f, One) and not f.derived}
    return targets - {kind.table}


def registry_profile(kinds: Sequence[Kind], kind_of: KindOf) -> Profile:
    """The format of a whole registry, which follows from its kinds."""
    columns, parts = [], []
    for kind in in_order(kinds):
        of = sheet(kind, kind_of)
        columns += [CarriedColumn(kind.name, column.head, kind.name, column.path, "") for column in of]
        parts.append(Part(kind.name, _part(kind, of, kind_of)))
    return Profile(NAME, tuple(columns), "", tuple(parts), ())


def _part(kind: Kind, columns: Sequence[SheetColumn], kind_of: KindOf) -> str:
    """A statement that gives a sheet's rows, those that others of the same sheet refer to before these."""
    filled = ", ".join(f"{_value(column)} AS {quoted(column.path)}" for column in columns)
    table = quoted(kind.name)
    parents = [c for c in columns if _is_parent(kind, c)]
    if not parents:
        return f"SELECT _line, {filled} FROM {table} AS t"
    key = next((c for c in columns if kind.key_field and c.path == kind.key_field.name), columns[0])
    edges = " UNION ALL ".join(
        f"SELECT c.id, p.id FROM {table} AS c JOIN {table} AS p ON p.{quoted('id' if c.is_id else key.head)}"
        f" = c.{quoted(c.head)} WHERE c.{quoted(c.head)} <> '' AND c.id <> p.id"
        for c in parents
    )
    return f"""
        WITH RECURSIVE edge (child, parent) AS MATERIALIZED ({edges}),
        wave (id, number) AS (
            SELECT id, 0 FROM {table}
            UNION
            SELECT e.child, w.number + 1 FROM wave AS w JOIN edge AS e ON e.parent = w.id WHERE w.number < {_DEEPEST}
        ),
        deepest AS (SELECT id, max(number) AS number FROM wave GROUP BY id)
        SELECT _line, d.number AS _wave, {filled} FROM {table} AS t JOIN deepest AS d ON d.id = t.id
        ORDER BY d.number, CAST(t._line AS INTEGER)"""


def _is_parent(kind: Kind, column: SheetColumn) -> bool:
    declared = kind.fields.get(column.path)
    return isinstance(declared, One) and declared.target.about.table == kind.table


def _value(column: SheetColumn) -> str:
    """A column as SQL; of an id the number, since a school is a unit wherever it is named."""
    head = f"t.{quoted(column.head)}"
    return f"substr({head}, instr({head}, ':') + 1)" if column.is_id else head
