"""How a field's column is written as JSON."""

from typing import Any

from bureau.engine.tree import Col, How, Scalar
from bureau.kernel.field import Boolean, ColumnType, Date, Field, Integer, Moment, Scaled


def how(declared: Field[Any], column: Col) -> Scalar:
    """The JSON of a field that is one column."""
    if isinstance(declared, Scaled):
        return Scalar(column, How.SCALED, declared.scale)
    for types, way in _WAYS:
        if isinstance(declared, types):
            return Scalar(column, way)
    return Scalar(column, How.PLAIN if column.type is ColumnType.PLAIN else How.TEXT)


_WAYS: tuple[tuple[type[Field[Any]], How], ...] = (
    (Integer, How.NUMBER),
    (Boolean, How.BOOLEAN),
    (Date, How.DATE),
    (Moment, How.MOMENT),
)
