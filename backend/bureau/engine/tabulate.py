"""A whole list as rows of columns instead of JSON: for exports, which are longer than any page.

It is planned as lists of the API are, by the same scopes, masks and filters; what differs is how it is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.engine.dialects.base import Dialect
from bureau.engine.kinds import Kinds
from bureau.engine.plan import Planner
from bureau.engine.scope import Place, every
from bureau.engine.selection import Argument, Arguments, Language, Time
from bureau.engine.touched import tables
from bureau.engine.tree import Always, Col, How, Label, Never, Order, Param, Predicate, Rows, Same, Scalar
from bureau.engine.values import way_of
from bureau.engine.where import Where, name
from bureau.kernel.actor import Actor
from bureau.kernel.errors import ArgumentInvalid
from bureau.kernel.field import Coded, ColumnType, Field, One, Sealed, Span
from bureau.kernel.guards import GUARDED
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel

Path = tuple[str, ...]
"""The way to a value, as Python names it: `("person", "name")`, `("operation", "from")`, `("type", "label")`."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of every row; nothing where it is hidden from the actor, or where there is none."""

    value: Scalar | Label | None
    when: Predicate

    @property
    def how(self) -> How:
        """How its text is to be read."""
        return self.value.how if isinstance(self.value, Scalar) else How.TEXT


@dataclass(frozen=True, slots=True)
class Tabular:
    """Rows, the related rows that are joined to them, and the cells of each."""

    rows: Rows
    joined: tuple[Rows, ...]
    cells: tuple[Cell, ...]
    order: Order


@dataclass(frozen=True, slots=True)
class TableStatement:
    """One statement whose rows are texts, one for each column; NULL where there is no value."""

    sql: str
    guarded: str
    """The same, with every text that a spreadsheet would take for a formula guarded; on PostgreSQL alone."""
    params: tuple[Param, ...]
    dialect: Dialect
    hows: tuple[How, ...]
    hidden: tuple[bool, ...]
    """Which columns the actor sees nothing of."""
    is_personal: bool

    def bound(self, variables: Any, actor: Actor) -> list[Any]:
        """The parameters' values."""
        return [self.dialect.bind(param, param.read(variables, actor)) for param in self.params]


def tabulated(
    kinds: Kinds,
    dialect: Dialect,
    actor: Actor,
    kind: Kind,
    columns: Sequence[Path],
    arguments: Arguments,
    language: Language,
    on: Argument = None,
) -> TableStatement:
    """The statement of a list: all records of `kind` that the actor sees, `filter`, `search` and `orderBy` as given.

    Raises ArgumentInvalid for a column that does not exist, and NotAllowed for a filter by a withheld field.
    """
    plan = _TablePlanner(kinds, actor, language).table(kind, columns, arguments, Time(on=on))
    writer = _Writer(dialect)
    return TableStatement(
        writer.statement(plan, guards=False),
        writer.statement(plan, guards=True),
        tuple(writer.params.values()),
        dialect,
        tuple(cell.how for cell in plan.cells),
        tuple(isinstance(cell.when, Never) for cell in plan.cells),
        not kinds.personal_tables.isdisjoint(tables(plan)),
    )


class _TablePlanner(Planner):
    """Plans one list as a table."""

    def table(self, kind: Kind, columns: Sequence[Path], arguments: Arguments, time: Time) -> Tabular:
        self._time = time
        self._joined: dict[tuple[str, str], tuple[str, Place | None, Predicate]] = {}
        self._rows_joined: list[Rows] = []
        rows = self._rows(kind, arguments, Always(), None)
        place = self._sight.place(kind, rows.alias)
        cells = tuple(self._cell(kind, rows.alias, path, place, Always(), path) for path in columns)
        return Tabular(rows, tuple(self._rows_joined), cells, self._window(kind, rows.alias, arguments).order)

    def _cell(self, kind: Kind, alias: str, path: Path, place: Place | None, when: Predicate, whole: Path) -> Cell:
        """The cell at the end of a path, followed through the relations on its way."""
        head, *rest = path
        identity = Col(alias, "id", ColumnType.ID, False)
        if head == "id" and not rest:
            return Cell(Scalar(identity, How.PLAIN, prefix=f"{kind.type_name}:"), when)
        declared = kind.fields.get(head)
        if declared is None or not declared.columns:
            raise _no_column(kind, whole)
        seen = every(when, self._sight.field(declared.read, place))
        if not isinstance(declared, One):
            return Cell(self._value(kind, alias, declared, rest, whole), seen)
        target = self._kinds.target(kind, head)
        key = target.key_field
        if not rest and (key is None or isinstance(key, One)):
            return Cell(Scalar(Col(alias, declared.column.name, ColumnType.ID, declared.null), How.NUMBER), seen)
        other, inner, shown = self._join(kind, alias, head, target, place)
        return self._cell(target, other, tuple(rest) or (key.name,), inner, every(seen, shown), whole)  # type: ignore[union-attr]

    def _join(
        self, kind: Kind, alias: str, relation: str, target: Kind, place: Place | None
    ) -> tuple[str, Place | None, Predicate]:
        """The related row, joined once however many columns it fills: its alias, its place, whether any is seen."""
        known = self._joined.get((alias, relation))
        if known is None:
            other, column = self._alias(target.table), kind.fields[relation].column
            same = Same(Col(other, "id", ColumnType.ID, False), Col(alias, column.name, column.type, column.null))
            where = every(same, self._sight.rows(target, other, reached=place is not None))
            if not isinstance(where, Never):
                self._rows_joined.append(Rows(target.table, other, where))
            known = other, self._sight.place(target, other) or place, where if isinstance(where, Never) else Always()
            self._joined[alias, relation] = known
        return known

    def _value(self, kind: Kind, alias: str, declared: Field[Any], rest: Sequence[str], whole: Path) -> Scalar | Label:
        columns = [Col(alias, c.name, c.type, c.null) for c in declared.columns]
        match declared, tuple(rest):
            case Span(), ("from" | "until" as end,):
                return Scalar(columns[end == "until"], How.DATE)
            case Sealed(), () | ("mask",):
                return Scalar(columns[2], How.PLAIN)
            case Coded(table=table), ("label",):
                return Label(table.name, columns[0], self._language)
            case Coded(), ("code",):
                return Scalar(columns[0], How.PLAIN)
            case Span() | Sealed(), _:
                raise _no_column(kind, whole)
            case _, ():
                return way_of(columns[0], declared)
            case _:
                raise _no_column(kind, whole)


def _no_column(kind: Kind, path: Path) -> ArgumentInvalid:
    shown = ".".join(map(camel, path))
    return ArgumentInvalid(f"{kind.type_name} has no column “{shown}”.", f"{kind.words.zh}没有“{shown}”这一列。")


_GUARDED = f"({', '.join(str(ord(each)) for each in GUARDED)})"
"""The characters that a guard goes before, as PostgreSQL numbers them."""


class _Writer(Where):
    """Writes a table's statement."""

    def statement(self, table: Tabular, *, guards: bool) -> str:
        columns = ", ".join(self._texts(table, guards)) or "NULL"
        source = self.standing(table.rows)
        joins = "".join(
            f" LEFT JOIN {rows.table} {rows.alias} ON {self.predicate(rows.where)}" for rows in table.joined
        )
        head = f"FROM {table.rows.table} {table.rows.alias}"
        where = source.removeprefix(head)
        return f"SELECT {columns} {head}{joins}{where} ORDER BY {self.order(table.order, reverse=False)}"

    def _texts(self, table: Tabular, guards: bool) -> Iterator[str]:
        for cell in table.cells:
            if cell.value is None or isinstance(cell.when, Never):
                yield "NULL"
                continue
            text = self._text(cell.value)
            if guards and cell.how in (How.TEXT, How.PLAIN):
                text = f"CASE WHEN ascii({text}) IN {_GUARDED} THEN ''''||{text} ELSE {text} END"
            if not isinstance(cell.when, Always):
                text = f"CASE WHEN {self.predicate(cell.when)} THEN {text} END"
            yield text

    def _text(self, value: Scalar | Label) -> str:
        column = name(value.column)
        if isinstance(value, Label):
            return self.dialect.words(value.table, column, "chinese" if value.language == "zh" else "english")
        match value.how:
            case How.NUMBER:
                return self.dialect.number(column)
            case How.BOOLEAN:
                return self.dialect.boolean(column)
            case How.DATE:
                return self.dialect.date(column)
            case How.MOMENT:
                return self.dialect.moment(column)
            case How.SCALED:
                return self.dialect.scaled(column, value.scale)
            case _:
                return f"'{value.prefix}'||{column}" if value.prefix else column
