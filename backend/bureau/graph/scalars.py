"""The scalars of values.md: days, moments, decimals and money, strict in what they take."""

import re
from datetime import UTC, date, datetime
from typing import Any

from graphql import GraphQLError, GraphQLScalarType, StringValueNode, ValueNode

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
    lambda moment: moment.astimezone(UTC).isoformat().replace("+00:00", "Z"),
    "https://www.rfc-editor.org/rfc/rfc3339",
)
DECIMAL = _scalar("Decimal", 'A decimal number as a string, `"12.50"`. 小数', _parse_decimal, str)
MONEY = _scalar("Money", 'Yuan with two decimals as a string, `"12345.67"`. 金额（元）', _parse_decimal, str)
