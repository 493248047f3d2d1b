"""Orders and pages: which rows of a list are asked for, counted from which cursor."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bureau.engine.filters import param
from bureau.engine.selection import Argument, Arguments
from bureau.engine.tree import Anchor, Beyond, Col, Order, Param, Rows
from bureau.kernel.errors import ArgumentInvalid
from bureau.kernel.field import ColumnType
from bureau.kernel.kind import Kind
from bureau.storage.tables import path_column

DEFAULT_PAGE = 50
LARGEST_PAGE = 1000
MOST_GROUPS = 1000
DEFAULT_HITS = 5
MOST_HITS = 20
NO_SUCH_ROW = -1
"""Stands for a cursor of another list, or of none."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a list that is asked for."""

    order: Order
    fingerprint: str
    limit: int
    backward: bool
    anchor: Param | None
    relation: str
    """The relation over which it is ordered; empty for none."""


def window(kind: Kind, alias: str, arguments: Arguments) -> Window:
    """Read `first, after, last, before, orderBy`; raises ArgumentInvalid for what makes no sense together."""
    order, name, relation = _order(kind, alias, arguments.get("orderBy"))
    fingerprint = hashlib.sha256(f"{kind.table}:{name}".encode()).hexdigest()[:8]
    first, last = (_count(arguments.get(name), name) for name in ("first", "last"))
    if first is not None and last is not None:
        raise ArgumentInvalid("Give first or last, not both.", "first 与 last 只能给出一个。")
    backward = last is not None
    after, before = arguments.get("after"), arguments.get("before")
    if (backward and after) or (not backward and before):
        raise ArgumentInvalid("first goes with after, last with before.", "first 与 after 配合，last 与 before 配合。")
    cursor = before if backward else after
    limit = last if last is not None else first if first is not None else DEFAULT_PAGE
    anchor = param(cursor, ColumnType.ID, _anchors(fingerprint)) if cursor else None
    return Window(order, fingerprint, limit, backward, anchor, relation)


def beyond(window: Window, rows: Rows) -> Beyond | None:
    """The rows after the cursor's, or before it; the cursor's row counts only if it is among `rows`."""
    if window.anchor is None:
        return None
    return Beyond(window.order, Anchor(rows, window.anchor), window.backward)


def _order(kind: Kind, alias: str, given: Argument) -> tuple[Order, str, str]:
    name = given.value if given else "ID_ASC"
    path, _, direction = name.rpartition("_")
    identity = Col(alias, "id", ColumnType.ID, False)
    for offered in kind.order:
        if order_name(offered) == path:
            column = path_column(kind, offered)
            relation = offered.partition(".")[0] if "." in offered else ""
            return (
                Order(Col(alias, column.name, column.type, column.null), identity, direction == "DESC"),
                name,
                relation,
            )
    return Order(None, identity, direction == "DESC"), name, ""


def order_name(path: str) -> str:
    """An offered order as the API's enum begins its name: `person.birth_date` is PERSON_BIRTH_DATE."""
    return path.replace(".", "_").upper()


@dataclass(frozen=True, slots=True)
class GroupWindow:
    """The part of a summary's groups that is asked for."""

    fingerprint: str
    limit: int
    after: Param | None
    """How many groups come before: they have no ids, so a cursor is the number of its group."""


def group_window(kind: Kind, by: Sequence[str], arguments: Arguments) -> GroupWindow:
    """Read `first, after` of a summary by these groupings, as the API names them; raises ArgumentInvalid."""
    fingerprint = hashlib.sha256(f"{kind.type_name}:{','.join(by)}".encode()).hexdigest()[:8]
    first, after = _count(arguments.get("first"), "first", MOST_GROUPS), arguments.get("after")
    most = MOST_GROUPS if by else 1
    limit = most if first is None else min(first, most)
    return GroupWindow(
        fingerprint, limit, param(after, ColumnType.INTEGER, _anchors(fingerprint)) if after is not None else None
    )


def _count(given: Argument, name: str, most: int = LARGEST_PAGE) -> int | None:
    if given is None:
        return None
    value = given.value
    if not 0 <= value <= most:
        raise ArgumentInvalid(f"{name} lies between 0 and {most}.", f"{name} 应在 0 与 {most} 之间。", limit=most)
    return int(value)


def hits(arguments: Arguments) -> int:
    """How many records of each kind a search over several shows; raises ArgumentInvalid."""
    first = _count(arguments.get("first"), "first", MOST_HITS)
    return DEFAULT_HITS if first is None else first


def up_to(arguments: Arguments) -> int | None:
    """Where a total ends to be counted; None counts all. Raises ArgumentInvalid for less than nothing."""
    given = arguments.get("upTo")
    if given is None:
        return None
    if given.value < 0:
        raise ArgumentInvalid("upTo is 0 or more.", "upTo 不能小于 0。")
    return int(given.value)


_ANCHORS: dict[str, Any] = {}


def _anchors(fingerprint: str) -> Any:
    """Turns a cursor of this fingerprint into its row's id or its group's number, and any other into NO_SUCH_ROW."""

    def convert(cursor: Any) -> int:
        found, _, identity = str(cursor).partition("-")
        if found != fingerprint or not identity.isascii() or not identity.isdigit() or len(identity) > 18:
            return NO_SUCH_ROW
        return int(identity)

    return _ANCHORS.setdefault(fingerprint, convert)
