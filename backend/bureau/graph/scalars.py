"""The scalars of values.md: days, moments, decimals and money, strict in what they take."""

import re
from datetime import UTC, date, datetime
from typing import Any

from graphql import GraphQLError, GraphQLScalarType, StringValueNode, ValueNode
from strawberry.types.scalar import ScalarDefinition

from bureau.kernel.money import is_decimal

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _parse_day(value: Any) -> date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise GraphQLError("A day is written as 2026-09-01.")


def _parse_moment(value: Any) -> datetime:
    if isinstance(value, str) and len(value) <= 40:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
        if moment is not None and moment.tzinfo is not None:
            return moment.astimezone(UTC)
    raise GraphQLError("A moment is written with its offset, as 2026-09-01T08:00:00Z.")


def _parse_decimal(value: Any) -> str:
    if isinstance(value, str) and is_decimal(value):
        return value
    raise GraphQLError('A decimal is a string of digits, as "12345.67".')


def _scalar(name: str, description: str, parse: Any, serialize: Any, url: str | None = None) -> GraphQLScalarType:
    def parse_literal(node: ValueNode, variables: Any = None) -> Any:
        if not isinstance(node, StringValueNode):
            raise GraphQLError(f"{name} is written as a string.", node)
        return parse(node.value)

    return GraphQLScalarType(
        name,
        serialize=serialize,
        parse_value=parse,
        parse_literal=parse_literal,
        description=description,
        specified_by_url=url,
    )


def rfc3339(moment: datetime) -> str:
    """A moment in UTC with `Z`, microseconds only when there are any."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


DATE = _scalar(
    "Date",
    "A day, `2026-09-01`. 日期",
    _parse_day,
    lambda day: day.isoformat(),
    "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
)
DATE_TIME = _scalar(
    "DateTime",
    "A moment in UTC, RFC 3339 with `Z`, microseconds only when there are any. 时间",
    _parse_moment,
    rfc3339,
    "https://www.rfc-editor.org/rfc/rfc3339",
)
DECIMAL = _scalar("Decimal", 'A decimal number as a string, `"12.50"`. 小数', _parse_decimal, str)
MONEY = _scalar("Money", 'Yuan with two decimals as a string, `"12345.67"`. 金额（元）', _parse_decimal, str)


def as_scalar(type_: GraphQLScalarType) -> ScalarDefinition:
    """A scalar as Strawberry knows it, so that what is written by hand has the same one as what is derived."""
    return ScalarDefinition(
        name=type_.name,
        description=type_.description,
        specified_by_url=type_.specified_by_url,
        serialize=type_.serialize,
        parse_value=type_.parse_value,
        parse_literal=type_.parse_literal,
        implementation=type_,
    )
