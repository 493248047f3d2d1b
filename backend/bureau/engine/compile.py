"""A plan written as one SQL statement, with the parameters it binds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bureau.engine.dialects.base import Dialect
from bureau.engine.tree import (
    Anchor,
    Col,
    Count,
    Cursor,
    Each,
    Grouped,
    How,
    If,
    Json,
    Label,
    Listed,
    Lists,
    Object,
    One,
    Page,
    PageFact,
    Param,
    Rows,
    Scalar,
    Switch,
    Truth,
    Value,
    summed,
)
from bureau.engine.where import Where, among, name, quoted
from bureau.engine.withheld import Reason
from bureau.kernel.actor import Actor
from bureau.kernel.field import ColumnType


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a plan beside its answer."""

    cost: int
    """The values it can return at the most."""
    withheld: "tuple[tuple[tuple[str, ...], Reason], ...]"
    """The fields that are null because the actor may not read them, by their response keys."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: JSON text for each root field, then 1 for each cursor if it holds, then the position."""

    sql: str
    params: tuple[Param, ...]
    anchors: int
    dialect: Dialect
    is_steady: bool
    """Whether one plan of the database serves all values: ids, of which each finds about as many rows as another."""
    moments: tuple[int, ...]
    """Which of the parameters are moments, to be bound as positions."""
    is_past: bool
    """Whether all that it reads is read as it stood."""
    is_scanning: bool
    """Whether it may read many more rows than it answers with."""
    is_personal: bool
    """Whether it reads records of persons, and is logged."""
    guarded: frozenset[str]
    """The tables it reads of whose rows the database shows no more than an actor reaches."""
    told: Told

    def bound(self, variables: Any, actor: Actor) -> list[Any]:
        """The parameters' values for one request, moments as moments."""
        return [
            param.read(variables, actor) if param.is_moment else self.dialect.bind(param, param.read(variables, actor))
            for param in self.params
        ]


def compiled(
    roots: Sequence[Value],
    anchors: Sequence[Anchor | Param],
    dialect: Dialect,
    told: Told,
    *,
    is_past: bool = False,
    is_scanning: bool = False,
    is_personal: bool = False,
    guarded: frozenset[str] = frozenset(),
) -> Statement:
    """The statement of the root fields of an operation; all of them read one snapshot, being one statement."""
    writer = _Writer(dialect)
    columns = [writer.json(root) for root in roots]
    columns += [writer.holds(anchor) for anchor in anchors]
    sql = f"SELECT {', '.join((*columns, dialect.position))}"
    params = tuple(writer.params.values())
    steady = not is_scanning and all(param.type is ColumnType.ID or param.is_moment for param in params)
    moments = tuple(number for number, param in enumerate(params) if param.is_moment)
    return Statement(
        sql, params, len(anchors), dialect, steady, moments, is_past, is_scanning, is_personal, guarded, told
    )


def compiled_changes(
    now: Rows, values: Sequence[Value], before: Rows | None, dialect: Dialect
) -> tuple[str, tuple[Param, ...]]:
    """The statement of changed records, and its parameters.

    Those there are `now` are rows (id, position, null, JSON of each value); those there were `before`, in the history
    twin, are rows (id, position, the position until which they were so, nulls).
    """
    writer = _Writer(dialect)
    texts = [writer.json(value) for value in values]
    columns = (f"{now.alias}.id", f"{now.alias}.position", "NULL", *texts)
    sql = f"SELECT {', '.join(columns)} {writer.source(now)}"
    if before is not None:
        own = (f"{before.alias}.{column}" for column in ("id", "position", "until_position"))
        sql += f" UNION ALL SELECT {', '.join((*own, *('NULL' for _ in values)))} {writer.source(before)}"
    return sql, tuple(writer.params.values())


class _Literal(str):
    """JSON text that is the same in every row."""

    __slots__ = ()


Pieces = list[str]


class _Writer(Where):
    """Writes values; the last of `_pages` is the page whose rows are being gathered, None inside one of its rows."""

    def __init__(self, dialect: Dialect) -> None:
        super().__init__(dialect)
        self._pages: list[Page | Grouped | None] = []

    def holds(self, anchor: Anchor | Param) -> str:
        """1 for a cursor whose row is there, or that has the number of a group; NULL for another."""
        if isinstance(anchor, Param):
            return f"CASE WHEN {self._place(anchor)} >= 0 THEN 1 END"
        return f"({self.anchored(anchor)})"

    # Values -----------------------------------------------------------------------------------------------------

    def json(self, value: Value) -> str:
        """One SQL expression for a value's JSON."""
        merged: Pieces = []
        for piece in self._pieces(value):
            if isinstance(piece, _Literal) and merged and isinstance(merged[-1], _Literal):
                merged[-1] = _Literal(merged[-1] + piece)
            else:
                merged.append(piece)
        return self.dialect.concat([quoted(p) if isinstance(p, _Literal) else p for p in merged])

    def _pieces(self, value: Value) -> Pieces:
        match value:
            case Json(text):
                return [_Literal(text)]
            case Object(fields):
                pieces: Pieces = [_Literal("{")]
                for number, (key, inner) in enumerate(fields):
                    pieces += [_Literal(f'{"," if number else ""}"{key}":'), *self._pieces(inner)]
                return [*pieces, _Literal("}")]
            case Listed(items):
                pieces = [_Literal("[")]
                for number, item in enumerate(items):
                    pieces += [_Literal("," if number else ""), *self._pieces(item)]
                return [*pieces, _Literal("]")]
            case Scalar():
                return self._scalar(value)
            case Cursor(fingerprint, identity):
                return [_Literal(f'"{fingerprint}-'), self.dialect.number(name(identity)), _Literal('"')]
            case Each():
                return self._each(value)
            case Lists(pages):
                return self._lists(pages)
            case _:
                return [self._expression(value)]

    def _scalar(self, scalar: Scalar) -> Pieces:
        column = name(scalar.column)
        match scalar.how:
            case How.TEXT:
                text, is_quoted = self.dialect.text(column), False
            case How.NUMBER:
                text, is_quoted = self.dialect.number(column), False
            case How.BOOLEAN:
                text, is_quoted = self.dialect.boolean(column), False
            case How.DATE:
                text, is_quoted = self.dialect.date(column), True
            case How.MOMENT:
                text, is_quoted = self.dialect.moment(column), True
            case How.SCALED:
                text, is_quoted = self.dialect.scaled(column, scalar.scale), True
            case How.PLAIN:
                text, is_quoted = column, True
        if not scalar.column.null:
            return [_Literal(f'"{scalar.prefix}'), text, _Literal('"')] if is_quoted else [text]
        opening = quoted(_Literal(f'"{scalar.prefix}'))
        return [f"coalesce({opening}||{text}||'\"', 'null')" if is_quoted else f"coalesce({text}, 'null')"]

    def _expression(self, value: Value) -> str:
        match value:
            case If(when, inner):
                return f"CASE WHEN {self.predicate(when)} THEN {self.json(inner)} ELSE 'null' END"
            case Truth(of, null):
                holds = self.predicate(of)
                return self.dialect.truth(f"({holds}) IS TRUE" if null else holds)
            case Switch(column, cases):
                branches = " ".join(f"WHEN {among(column, values)} THEN {self.json(inner)}" for values, inner in cases)
                return f"CASE {branches} ELSE 'null' END"
            case Label(table, column, language):
                words = self.dialect.label(table, name(column), "chinese" if language == "zh" else "english")
                return f"coalesce({words}, 'null')"
            case One(rows, inner):
                return self.dialect.one(self.json(inner), self.source(rows))
            case Count(rows, most) if most is not None:
                counted = f"FROM (SELECT 1 {self.source(rows)} LIMIT {most}) c"
                return f"(SELECT {self.dialect.number('count(*)')} {counted})"
            case Count(rows):
                return f"(SELECT {self.dialect.number('count(*)')} {self.source(rows)})"
            case PageFact():
                return self._fact(value)
            case Page():
                return self._page(value)
            case Grouped():
                return self._grouped(value)
            case _:
                raise TypeError(f"no SQL for {type(value).__name__}")

    # Pages ------------------------------------------------------------------------------------------------------

    def _page(self, page: Page) -> str:
        """A page is cut first, from an index; what is written of its rows is worked out for those alone."""
        page = replace(page, value=_settled(page.value, page))
        if not page.reads_rows:
            return self.json(page.value)
        ahead = page.looks_ahead
        cut = self._cut(page, page.limit + ahead)
        if ahead or page.backward:
            cut = _numbered(cut, backward=page.backward)
        return self._gathered(page, cut)

    def _cut(self, page: Page, limit: int) -> str:
        """The first rows of a page; each table that has some is ordered and cut by itself before they come together."""
        order = self.order(page.order, reverse=page.backward)
        if page.rows.past is None:
            columns = ", ".join(f"{page.rows.alias}.{column}" for column in page.rows.columns or "*")
            return f"SELECT {columns} {self._in_order(page, page.rows)} LIMIT {limit}"

        def read(columns: str, rows: Rows, stood: str) -> str:
            return f"SELECT * FROM (SELECT {columns} {self._in_order(page, rows, stood)} LIMIT {limit}) b"

        both = " UNION ALL ".join(self.branches(page.rows, read))
        return f"SELECT * FROM ({both}) {page.rows.alias} ORDER BY {order} LIMIT {limit}"

    def _in_order(self, page: Page, rows: Rows, stood: str = "") -> str:
        if page.lead and self.dialect.needs_lead:
            return self.led(rows, page.order, page.lead, reverse=page.backward, stood=stood)
        order = self.order(page.order, reverse=page.backward)
        return f"{self.standing(rows, stood)} ORDER BY {order}"

    def _grouped(self, grouped: Grouped) -> str:
        grouped = replace(grouped, value=_settled(grouped.value, grouped))
        if not grouped.reads_rows:
            return self.json(grouped.value)
        ahead = grouped.looks_ahead
        before = self._place(grouped.after) if grouped.after else ""
        names = [name(column) for column in grouped.by]
        facts = ["count(*) AS n", *(_sum(column) for column in grouped.sums)]
        cut = f"SELECT {', '.join((*names, *facts))} {self.source(grouped.rows)}"
        if names:
            cut += f" GROUP BY {', '.join(names)} ORDER BY {', '.join(f'{column} NULLS LAST' for column in names)}"
        if names or before:
            cut += f" LIMIT {grouped.limit + ahead}"
        if before:  # negative in a cursor that is going to be refused, which an offset must not be
            cut += f" OFFSET abs({before})"
        if ahead:
            cut = _numbered(cut, f", {before} + rn AS id" if before else ", rn AS id")
        return self._gathered(grouped, cut)

    def _lists(self, pages: Iterable[Page]) -> Pieces:
        parts = [self._page(page) for page in pages]
        return [_Literal("["), f"substr({self.dialect.concat(parts)}, 2)", _Literal("]")]

    def _gathered(self, page: Page | Grouped, cut: str) -> str:
        self._pages.append(page)
        written = self.json(page.value)
        self._pages.pop()
        return self.dialect.gathered(written, f"({cut}) {page.rows.alias}", self.json(_rewritten(page.value, _empty)))

    def _each(self, each: Each) -> Pieces:
        page = self._pages[-1]
        within = f" FILTER (WHERE rn <= {page.limit})" if page and page.looks_ahead else ""
        self._pages.append(None)
        written = self.json(each.value)
        self._pages.pop()
        if each.bare:
            return [self.dialect.each(written, within, "','||")]
        return [_Literal("["), self.dialect.each(written, within), _Literal("]")]

    def _fact(self, fact: PageFact) -> str:
        page = self._pages[-1]
        assert page
        match fact.of:
            case "hasNextPage" | "hasPreviousPage":
                return self.dialect.truth(f"coalesce(max(rc), 0) > {page.limit}")
            case "startCursor" | "endCursor":
                at_start = (fact.of == "startCursor") != page.backward
                row = "rn = 1" if at_start else f"rn = CASE WHEN rc < {page.limit} THEN rc ELSE {page.limit} END"
                identity = self.dialect.number(f"max({page.rows.alias}.id) FILTER (WHERE {row} AND rn <= {page.limit})")
                return f"coalesce('\"{fact.fingerprint}-'||{identity}||'\"', 'null')"


def _sum(column: Col) -> str:
    """The sum of a column; what goes beyond 64 bits is an error on both databases."""
    return f"CAST(coalesce(sum({name(column)}), 0) AS bigint) AS {summed(column).name}"


def _numbered(cut: str, more: str = "", *, backward: bool = False) -> str:
    """The rows of a page with their number in it, and how many they are; from its end, if it was cut from there."""
    numbered = f"SELECT c.*, row_number() OVER () AS rn, count(*) OVER () AS rc FROM ({cut}) c"
    return f"SELECT *{more} FROM ({numbered}) o ORDER BY rn{' DESC' if backward else ''}"


def _rewritten(value: Value, change: Callable[[Value], Value]) -> Value:
    """A value as `change` has it; of an object each value in it, and in the objects inside it."""
    if isinstance(value, Object):
        return Object(tuple((key, _rewritten(inner, change)) for key, inner in value.fields))
    return change(value)


def _settled(value: Value, page: Page | Grouped) -> Value:
    """What is written of a page, with all of it written out that no row can change.

    What is left, if anything, is an aggregate: without one, a SELECT has as many rows as the page.
    """

    def settle(value: Value) -> Value:
        match value:
            case Each() if not page.limit:
                return _empty(value)
            case PageFact(of="startCursor" | "endCursor") if not page.limit:
                return Json("null")
            case PageFact(of="hasNextPage" | "hasPreviousPage" as of) if (of == "hasNextPage") == page.backward:
                return Json("true" if page.anchored else "false")  # the side we came from
            case _:
                return value

    return _rewritten(value, settle)


def _empty(value: Value) -> Value:
    """What is written of a page or of groups where there are no rows."""
    match value:
        case Each(bare=bare):
            return Json("" if bare else "[]")
        case PageFact(of="startCursor" | "endCursor"):
            return Json("null")
        case PageFact():
            return Json("false")
        case _:
            return value
