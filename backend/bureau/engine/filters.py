"""Filters of a list become predicates on its rows."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bureau.engine.kinds import Kinds, parse_id
from bureau.engine.scope import Sight, every, some
from bureau.engine.selection import Argument, Given
from bureau.engine.tree import (
    Always,
    AmongParam,
    Col,
    Compare,
    Exists,
    Found,
    IsNull,
    Like,
    Never,
    Not,
    NotEmpty,
    Operator,
    Param,
    Predicate,
    Rows,
    Same,
)
from bureau.kernel.actor import Actor
from bureau.kernel.errors import ArgumentInvalid, NotAllowed
from bureau.kernel.field import Coded, ColumnType, Field, Numbered, One, Scaled, Text
from bureau.kernel.kind import Kind
from bureau.kernel.money import to_scaled
from bureau.kernel.number import is_own_number
from bureau.kernel.text import FORBIDDEN, clean, clean_code, snake
from bureau.storage.sorting import folded
from bureau.storage.tables import Index, filter_column, search_columns

_OPERATORS: Mapping[str, Operator] = {"eq": "=", "lt": "<", "lte": "<=", "gt": ">", "gte": ">="}

NewAlias = Callable[[str], str]

InForce = Callable[[Kind, str], Predicate]
"""The rows of a kind that are in force on the day that is asked for, where one is."""

RowsOf = Callable[[Kind, str, Predicate, bool], Rows]
"""Makes rows of a kind's table, as they are or as they stood; the flag says whether they are reached from others."""

StandsFor = Callable[[Kind, Col, Param], Predicate]
"""That a column holds an id of a kind, whether its own or of a record merged into it."""


def param(
    given: Argument, column: ColumnType, convert: Callable[[Any], Any] | None = None, *, many: bool = False
) -> Param:
    """The parameter of an argument's value, made what the column holds by `convert`; `many` where that is a list."""

    def read(variables: Any, actor: Actor) -> Any:
        found = _value(given, variables)
        if many and isinstance(found, list | tuple):
            return [convert(item) if convert else item for item in found if item is not None]
        return convert(found) if convert else found

    return Param(column, many, read, ("given", _origin(given), column, many, convert))


def _value(given: Argument, variables: Any) -> Any:
    """What an argument is in this request."""
    if not isinstance(given, Given):
        return [_value(item, variables) for item in given]
    if given.source is None:
        return given.value
    found = variables
    for step in given.source:
        found = found[step]
    return found


def _origin(given: Argument) -> Any:
    if not isinstance(given, Given):
        return tuple(_origin(item) for item in given)
    return given.source if given.source is not None else ("is", type(given.value), repr(given.value))


class Filters:
    """Reads the filter argument of one kind's lists."""

    def __init__(
        self, kinds: Kinds, sight: Sight, new_alias: NewAlias, rows_of: RowsOf, in_force: InForce, stands: "StandsFor"
    ) -> None:
        self._kinds = kinds
        self._sight = sight
        self._new_alias = new_alias
        self._rows_of = rows_of
        self._in_force = in_force
        self._stands = stands

    def predicate(self, kind: Kind, alias: str, given: Argument, *, reached: bool = False) -> Predicate:
        """The rows of `kind` that a filter lets through; None and an empty filter let all through."""
        if given is None:
            return Always()
        parts = []
        for name, condition in given.items():
            match name:
                case "and":
                    parts.append(
                        every(*(self.predicate(kind, alias, one, reached=reached) for one in _as_list(condition)))
                    )
                case "or":
                    parts.append(
                        some(*(self.predicate(kind, alias, one, reached=reached) for one in _as_list(condition)))
                    )
                case "not":
                    parts.append(_negated(self.predicate(kind, alias, condition, reached=reached)))
                case "voided":
                    pass  # `alive` reads it
                case "isNull":  # a record that is here is not missing
                    parts.append(Never() if condition.value else Always())
                case "id":
                    parts.append(self._identity(kind, Col(alias, "id", ColumnType.ID, False), condition))
                case _:
                    parts.append(self._condition(kind, alias, snake(name), condition, reached))
        return every(*parts)

    def _condition(self, kind: Kind, alias: str, name: str, condition: Argument, reached: bool) -> Predicate:
        reached = reached or self._sight.place(kind, alias) is not None
        if many := self._kinds.many(kind, name):
            return self._listed(*many, Col(alias, "id", ColumnType.ID, False), condition, reached)
        declared = kind.fields[name]
        if not self._sight.may_sift(declared.read, kind):
            raise NotAllowed
        if isinstance(declared, One):
            return self._related(kind, alias, name, declared, condition, reached)
        column = declared.column
        return self._operators(Col(alias, column.name, column.type, column.null), declared, condition)

    def _related(
        self, kind: Kind, alias: str, name: str, declared: One[Any], condition: Argument, reached: bool
    ) -> Predicate:
        """A filter over a relation: by what the row carries of the related one where it can, by that one otherwise.

        But for `isNull: true`, its conditions are of a related record that is there.
        """
        target = self._kinds.of_record(declared.target)
        key = declared.column
        column = Col(alias, key.name, key.type, key.null)
        other = self._new_alias(target.table)
        seen = self._sight.rows(target, other, reached=reached)
        given = dict(condition)
        parts: list[Predicate] = []
        if missing := given.pop("isNull", None):
            if not self._sight.knows(target):
                raise NotAllowed
            parts.append(IsNull(column, bool(missing.value)))
        if given and column.null:
            parts.append(IsNull(column, False))
        rest: dict[str, Argument] = {}
        for inner, inner_condition in given.items():
            path = f"{name}.{snake(inner)}"
            if inner == "id":
                parts.append(self._identity(target, column, inner_condition))
            carries = path in kind.filter and self._sight.knows(target)
            if carries and self._sight.may_sift(target.fields[snake(inner)].read, kind):
                carried = filter_column(kind, path)
                column_here = Col(alias, carried.name, carried.type)
                parts.append(self._operators(column_here, target.fields[snake(inner)], inner_condition))
            elif inner != "id" or not isinstance(seen, Always):
                rest[inner] = inner_condition
        if rest:
            found = self.predicate(target, other, rest, reached=reached)
            where = every(Same(Col(other, "id", ColumnType.ID, False), column), seen, found)
            parts.append(Exists(self._rows_of(target, other, where, reached)))
        return every(*parts)

    def found(self, kind: Kind, alias: str, given: Argument) -> Predicate:
        """The rows that the search box finds: each of its words stands somewhere in what they are found by."""
        if given is None:
            return Always()
        hidden = {
            name for name in kind.search
            if isinstance(kind.fields[name], One) and not self._sight.knows(self._kinds.target(kind, name))
        }  # fmt: skip
        columns = [Col(alias, c.name, c.type, c.null) for c in search_columns(kind, but=hidden)]
        index = Index(kind.table, tuple(column.name for column in search_columns(kind)), grams=True)
        return Found(tuple(columns), _sought(given), index)

    def _listed(self, other: Kind, relation: str, to: Col, condition: Argument, reached: bool) -> Predicate:
        """A filter over the list of the records of `other` whose `relation` leads `to` here: it has some, or none."""
        parts = []
        for quantifier, given in condition.items():
            found = self._any(other, relation, to, given, reached)
            parts.append(found if quantifier == "some" else _negated(found))
        return every(*parts)

    def _any(self, other: Kind, relation: str, to: Col, given: Argument, reached: bool) -> Predicate:
        """Whether a list of this filter has anything in it that the actor sees."""
        declared = other.fields[relation]
        if not self._sight.may_sift(declared.read, other):
            raise NotAllowed
        alias = self._new_alias(other.table)
        joined = Same(Col(alias, declared.column.name, ColumnType.ID), to)
        seen = self._sight.rows(other, alias, reached=reached)
        met = self.predicate(other, alias, given, reached=reached)
        where = every(joined, alive(alias, given), seen, met, self._in_force(other, alias))
        return where if isinstance(where, Never) else Exists(self._rows_of(other, alias, where, reached))

    def _identity(self, kind: Kind, column: Col, condition: Argument) -> Predicate:
        """Conditions on a column that holds ids of `kind`; an old id stands for the record it was merged into."""
        accepted = self._kinds.accepts(kind)
        convert = _CONVERSIONS.setdefault(accepted, identity_number(accepted))
        parts: list[Predicate] = []
        for operator, given in condition.items():
            stands = self._stands(kind, column, param(given, ColumnType.ID, convert, many=operator == "in"))
            parts.append(Not(stands) if operator == "ne" else stands)
        return every(*parts)

    def _operators(self, column: Col, declared: Field[Any], condition: Argument) -> Predicate:
        convert = _conversion(declared)
        parts: list[Predicate] = []
        for operator, given in condition.items():
            match operator:
                case "in":
                    parts.append(AmongParam(column, param(given, column.type, convert, many=True)))
                case "isNull":
                    parts.append(IsNull(column, bool(given.value)))
                case "contains" | "startsWith":
                    parts.append(Like(column, param(given, ColumnType.TEXT, _like(operator)), operator == "startsWith"))
                case "ne":
                    parts.append(Not(Compare(column, "=", param(given, column.type, convert))))
                case _:
                    parts.append(Compare(column, _OPERATORS[operator], param(given, column.type, convert)))
        return every(*parts)


MOST_WORDS = 6
LONGEST_WORD = 60


def something_sought(given: Argument) -> Predicate:
    """That the search box holds a word; without one, all rows are found."""
    return NotEmpty(_sought(given))


def _sought(given: Argument) -> Param:
    return param(given, ColumnType.TEXT, _words, many=True)


def _words(text: Any) -> list[str]:
    words = folded(_text(text)).split()
    if any(len(word) > LONGEST_WORD for word in words):
        raise ArgumentInvalid(
            f"A word of more than {LONGEST_WORD} characters.",
            f"单个检索词超过 {LONGEST_WORD} 个字符。",
            limit=LONGEST_WORD,
        )
    if len(words) > MOST_WORDS:
        raise ArgumentInvalid(f"At most {MOST_WORDS} words.", f"最多 {MOST_WORDS} 个词。", limit=MOST_WORDS)
    return words


def alive(alias: str, given: Argument) -> Predicate:
    """Lists leave out what is void, unless the filter asks for it."""
    wanted = given.get("voided") if given else None
    voided = bool(wanted and wanted.value)
    return IsNull(Col(alias, "void_reason", ColumnType.TEXT), not voided)


def on_day(kind: Kind, alias: str, given: Argument) -> Predicate:
    """The rows of an effective-dated kind that are in force on a day; those of other kinds all."""
    if given is None or not kind.effective:
        return Always()
    columns = (column for name in kind.effective for column in kind.fields[name].columns)
    start, end = (Col(alias, column.name, column.type) for column in columns)
    day = param(given, ColumnType.DATE)
    begun, over = Compare(start, "<=", day), Compare(end, ">", day)
    return every(some(IsNull(start, True), begun), some(IsNull(end, True), over))


def identity_number(accepted: frozenset[str]) -> Callable[[Any], int]:
    """Turns an id of an accepted type into its number, and any other into one that no record has."""

    def convert(text: Any) -> int:
        parsed = parse_id(text)
        return parsed[1] if parsed and parsed[0] in accepted else -1

    return convert


_CONVERSIONS: dict[frozenset[str], Callable[[Any], int]] = {}


def _negated(predicate: Predicate) -> Predicate:
    if isinstance(predicate, Always):
        return Never()
    return Always() if isinstance(predicate, Never) else Not(predicate)


def _as_list(condition: Argument) -> list[Argument]:
    return list(condition) if isinstance(condition, list | tuple) else [condition]


def _conversion(declared: Field[Any]) -> Callable[[Any], Any] | None:
    if isinstance(declared, Numbered):
        return _own_number
    if isinstance(declared, Text | Coded):
        return _UNIFORM.setdefault(declared, lambda given: declared.uniform(_text(given)))
    if isinstance(declared, Scaled):
        return _scaled(declared.scale)
    return None


def _scaled(scale: int) -> Callable[[Any], int]:
    return _SCALED.setdefault(scale, lambda text: to_scaled(str(text), scale))


_SCALED: dict[int, Callable[[Any], int]] = {}


def _like(operator: str) -> Callable[[Any], str]:
    return _starting if operator == "startsWith" else _containing


def _text(given: Any) -> str:
    text = str(given)
    if FORBIDDEN.search(text):
        raise ArgumentInvalid(
            "Filters take no control or invisible characters.", "筛选条件不能含有控制字符或不可见字符。"
        )
    return text


def _own_number(given: Any) -> str:
    """A number of our own; who mistyped it is told, where nothing found would say that nobody has it."""
    number = clean_code(_text(given))
    if _TEN_DIGITS.fullmatch(number) and not is_own_number(number):
        raise ArgumentInvalid(
            f"The check digit of {number} is wrong: it was mistyped.", f"编号 {number} 的校验位不正确，请核对。"
        )
    return number


_TEN_DIGITS = re.compile(r"[0-9]{10}")
_UNIFORM: dict[Field[Any], Callable[[Any], str]] = {}


def _escaped(text: Any) -> str:
    return clean(_text(text)).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _starting(text: Any) -> str:
    return _escaped(text) + "%"


def _containing(text: Any) -> str:
    return "%" + _escaped(text) + "%"
