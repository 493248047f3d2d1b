"""Predicates and orders written as SQL, with the parameters they bind."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from bureau.engine.dialects.base import Dialect
from bureau.engine.tree import (
    Always,
    AmongConstants,
    AmongParam,
    Anchor,
    Beyond,
    Col,
    Compare,
    Every,
    Exists,
    Found,
    IsNull,
    Like,
    Never,
    Not,
    NotEmpty,
    Order,
    Param,
    Predicate,
    Rows,
    Same,
    Some,
    Stands,
    conjuncts,
)
from bureau.kernel.field import ColumnType
from bureau.storage.tables import MERGED_INTO


def name(column: Col) -> str:
    """A column as SQL names it."""
    return f"{column.alias}.{column.name}"


def among(column: Col, values: Sequence[str]) -> str:
    """A column that holds one of a few texts known now."""
    return f"{name(column)} IN ({', '.join(quoted(value) for value in values)})"


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


class Where:
    """Writes predicates in one dialect; each parameter has one place in the statement, however often it is used."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.params: dict[tuple[Any, ...], Param] = {}
        self._is_superseded = False

    def source(self, rows: Rows) -> str:
        """FROM and WHERE of rows."""
        if rows.past is None:
            return self.standing(rows)
        return f"FROM ({' UNION ALL '.join(self.branches(rows, self._everything))}) {rows.alias}"

    def branches(self, rows: Rows, read: Callable[[str, Rows, str], str]) -> list[str]:
        """What `read` makes of the rows that still stand as they did, and of those that were superseded since.

        It is given the columns, the rows, and the condition that they stood so then.
        """
        past, alias = rows.past, rows.alias
        assert past
        columns = ", ".join(f"{alias}.{column}" for column in past.columns)
        place = self._place(past.position)
        stood = f"{alias}.position <= {place}"
        found = [read(columns, rows, stood)]
        superseded = f"{stood} AND {alias}.until_position > {place}"
        if past.now:  # no EXISTS: joined, the rows look few, and all of a scope's would be sorted for one page
            superseded += f" AND (SELECT true {self.source(past.now)})"
        outer, self._is_superseded = self._is_superseded, True
        found.append(read(columns, replace(rows, table=f"{rows.table}_history"), superseded))
        self._is_superseded = outer
        return found

    def standing(self, rows: Rows, stood: str = "") -> str:
        """FROM and WHERE of rows of one table, with the condition that they stood so then, where that is asked."""
        conditions = [stood] if stood else []
        conditions += [self._in_parentheses(condition) for condition in conjuncts(rows.where)]
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        return f"FROM {self.dialect.identities if rows.is_identity else ''}{rows.table} {rows.alias}{where}"

    def _everything(self, columns: str, rows: Rows, stood: str) -> str:
        return f"SELECT {columns} {self.standing(rows, stood)}"

    def predicate(self, predicate: Predicate) -> str:  # noqa: C901 (one case for each kind of predicate)
        """SQL that is true for the rows meant, and false or unknown for others."""
        match predicate:
            case Always():
                return "1 = 1"
            case Never():
                return "1 = 0"
            case Compare(column, operator, param):
                return f"{name(column)} {operator} {self._place(param)}"
            case AmongParam(column, param):
                return self.dialect.among(name(column), self._place(param), param)
            case AmongConstants(column, values):
                return among(column, values)
            case Stands(column, param, rows):
                into, of = f"{rows.alias}.{MERGED_INTO}", self.source(rows)
                if param.many:
                    return f"{name(column)} IN (SELECT coalesce({into}, {rows.alias}.id) {of})"
                return f"{name(column)} = coalesce((SELECT {into} {of}), {self._place(param)})"
            case Like(column, param):
                return self.dialect.like(name(column), self._place(param))
            case Found(columns, param, index):
                found = self.dialect.found([name(column) for column in columns], self._place(param))
                if self._is_superseded:  # history has no index of grams
                    return found
                grams = self.dialect.has_grams(index, columns[0].alias, self._place(self.dialect.grams(param)))
                return f"{grams} AND {found}"
            case NotEmpty(param):
                return self.dialect.not_empty(self._place(param))
            case IsNull(column, null):
                return f"{name(column)} IS {'' if null else 'NOT '}NULL"
            case Same(left, right):
                return f"{name(left)} = {name(right)}"
            case Every(of):
                return " AND ".join(self._in_parentheses(p) for p in of)
            case Some(of):
                return " OR ".join(self._in_parentheses(p) for p in of)
            case Not(Exists() as of):  # never unknown; and PostgreSQL joins only what it finds written so
                return f"NOT {self.predicate(of)}"
            case Not(of):
                return f"({self.predicate(of)}) IS NOT TRUE"
            case Exists(rows):
                return f"EXISTS (SELECT 1 {self.source(rows)})"
            case Beyond():
                return self._beyond(predicate)

    def _in_parentheses(self, predicate: Predicate) -> str:
        text = self.predicate(predicate)
        return f"({text})" if isinstance(predicate, Every | Some | Beyond | Found) else text

    def _beyond(self, beyond: Beyond) -> str:
        order, anchor = beyond.order, beyond.anchor
        sign = "<" if order.descending != beyond.before else ">"
        identity = name(order.identity)
        at = self._place(anchor.identity)  # whether the row is there and seen is asked beside the page
        if order.column is None:
            return f"{identity} {sign} {at}"
        column = name(order.column)
        value = f"({self.anchored(anchor, order.column.name)})"
        after = f"({column}, {identity}) {sign} ({value}, {at})"
        if not order.column.null:
            return after
        if beyond.before:  # those with a value come before those without
            return f"{after} OR ({value} IS NULL AND ({column} IS NOT NULL OR {identity} {sign} {at}))"
        return f"{after} OR ({column} IS NULL AND ({value} IS NOT NULL OR {identity} {sign} {at}))"

    def led(self, rows: Rows, order: Order, lead: Compare, *, reverse: bool, stood: str = "") -> str:
        """FROM, WHERE and ORDER BY of rows of one scope in the order of their ids, as a range of the scope's index.

        With `scope = x ORDER BY id` the planner may walk the primary key instead, through every row of the scopes
        whose ids come before: half a million for a page of 50. No other index has the order (scope, id).
        """
        column, identity, place = name(lead.column), name(order.identity), self._place(lead.param)
        down = order.descending != reverse
        low, high = f"({column}, {identity}) >= ({place}, 0)", f"({column}, {identity}) < ({place} + 1, 0)"
        rest = []
        for condition in conjuncts(rows.where):
            if isinstance(condition, Beyond):
                at = self._place(condition.anchor.identity)
                bound = f"({column}, {identity}) {'<' if down else '>'} ({place}, {at})"
                low, high = (low, bound) if down else (bound, high)
            elif condition is not lead:
                rest.append(self._in_parentheses(condition))
        direction = " DESC" if down else ""
        where = " AND ".join((low, high, *([stood] if stood else []), *rest))
        return f"FROM {rows.table} {rows.alias} WHERE {where} ORDER BY {column}{direction}, {identity}{direction}"

    def anchored(self, anchor: Anchor, column: str = "") -> str:
        """A subquery for a column (or 1) of the row a cursor stands for; no row where the actor does not see it."""
        rows = anchor.rows
        identity = Compare(Col(rows.alias, "id", ColumnType.ID, False), "=", anchor.identity)
        found = self.source(replace(rows, where=Every((identity, *conjuncts(rows.where)))))
        return f"SELECT {f'{rows.alias}.{column}' if column else '1'} {found}"

    def _place(self, param: Param) -> str:
        self.params.setdefault(param.key, param)
        return self.dialect.place(list(self.params).index(param.key) + 1, param)

    def order(self, order: Order, *, reverse: bool) -> str:
        """ORDER BY's list; `reverse` reads the same order from its end."""
        direction = " DESC" if order.descending != reverse else ""
        identity = f"{name(order.identity)}{direction}"
        if order.column is None:
            return identity
        # Without values last both ways: from the end of the list they come first.
        nulls = "" if not order.column.null else " NULLS FIRST" if reverse else " NULLS LAST"
        return f"{name(order.column)}{direction}{nulls}, {identity}"
