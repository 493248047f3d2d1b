"""How a field's columns are written as JSON."""

from collections.abc import Callable
from typing import Any

from bureau.engine.scope import every
from bureau.engine.selection import Language, Leaf, Part, TypeName
from bureau.engine.tree import Col, How, If, IsNull, Json, Label, Never, Object, Predicate, Scalar, Truth, Value
from bureau.kernel.field import Boolean, Coded, ColumnType, Date, Field, Integer, Moment, Scaled, Sealed, Span

_NOWHERE = Never()


def field_value(
    alias: str, declared: Field[Any], leaf: Leaf, language: Language, revealed: Predicate = _NOWHERE
) -> Value:
    """The JSON of a field of the row called `alias`; labels are in `language` unless the document says otherwise.

    A sealed one says where it may be `revealed`.
    """
    columns = [Col(alias, c.name, c.type, c.null) for c in declared.columns]
    if isinstance(declared, Span):
        return unless_null(columns[0], _object(leaf, lambda part: _day(columns[part.name == "until"])))
    if isinstance(declared, Sealed):
        return _object(leaf, lambda part: _sealed(columns, part, revealed))
    return column_value(columns[0], declared, leaf, language)


def column_value(column: Col, declared: Field[Any], leaf: Leaf, language: Language) -> Value:
    """The JSON of a field that is one column."""
    if isinstance(declared, Coded):
        return unless_null(column, _object(leaf, lambda part: _code(declared, column, part, language)))
    return way_of(column, declared)


def way_of(column: Col, declared: Field[Any]) -> Scalar:
    """A column and how its values are written."""
    if isinstance(declared, Scaled):
        return Scalar(column, How.SCALED, declared.scale)
    for types, way in _WAYS:
        if isinstance(declared, types):
            return Scalar(column, way)
    return Scalar(column, How.PLAIN if column.type is ColumnType.PLAIN else How.TEXT)


def unless_null(column: Col, value: Value) -> Value:
    """A value, or null where the column has none."""
    return If(IsNull(column, False), value) if column.null else value


_WAYS: tuple[tuple[type[Field[Any]], How], ...] = (
    (Integer, How.NUMBER),
    (Boolean, How.BOOLEAN),
    (Date, How.DATE),
    (Moment, How.MOMENT),
)


def _object(leaf: Leaf, of: Callable[[Part], Value]) -> Object:
    return Object(tuple((p.key, Json(f'"{p.name}"') if isinstance(p, TypeName) else of(p)) for p in leaf.parts))


def _code(declared: Coded, column: Col, part: Part, language: Language) -> Value:
    if part.name == "code":
        return Scalar(column, How.PLAIN)
    wanted = part.arguments.get("lang")
    return Label(declared.table.name, column, wanted.value.lower() if wanted is not None and wanted.value else language)


def _day(column: Col) -> Value:
    return Scalar(column, How.DATE)


def _sealed(columns: list[Col], part: Part, revealed: Predicate) -> Value:
    _sealed, _digest, mask = columns
    match part.name:
        case "held":
            return Truth(IsNull(mask, False))  # which history keeps too
        case "mask":
            return Scalar(mask, How.PLAIN)
        case _:
            can = every(IsNull(mask, False), revealed)
            return Json("false") if isinstance(can, Never) else Truth(can, null=True)
