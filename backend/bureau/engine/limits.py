"""What a plan may cost: the values it can return at the most, known before it runs."""

from collections.abc import Iterable

from bureau.engine.tree import Each, Grouped, If, Listed, Lists, Object, One, Page, Switch, Value
from bureau.kernel.errors import LimitExceeded


def cost(value: Value) -> int:
    """The values a plan can return at the most: rows times fields, over all levels."""
    match value:
        case Object(fields):
            return sum(cost(inner) for _, inner in fields)
        case Listed(items):
            return sum(cost(item) for item in items)
        case If(_, inner) | One(_, inner):
            return 1 + cost(inner)
        case Switch(_, cases):
            return sum(cost(inner) for _, inner in cases)
        case Page(limit=limit, value=Object(fields)) | Grouped(limit=limit, value=Object(fields)):
            return 1 + sum(limit * cost(v.value) if isinstance(v, Each) else cost(v) for _, v in fields)
        case Page(limit=limit, value=Each(inner)):
            return 1 + limit * cost(inner)
        case Lists(pages):
            return sum(map(cost, pages))
        case _:
            return 1


MOST_LEVELS = 12
"""How deep relations nest: one level for a relation to one, two for a list. SQLite's parser allows no more."""


def levels(value: Value) -> int:
    """How deep the relations of a plan nest."""
    match value:
        case Object(fields):
            return max((levels(inner) for _, inner in fields), default=0)
        case Listed(items):
            return max(map(levels, items), default=0)
        case One(_, inner) | If(_, inner):
            below = levels(inner)
            return below + 1 if below or isinstance(value, One) else 0
        case Switch(_, cases):
            below = max((levels(inner) for _, inner in cases), default=0)
            return below + 1 if below else 0
        case Page(value=inner) | Grouped(value=inner):
            return 2 + levels(inner)
        case Each(inner):
            return levels(inner)
        case Lists(pages):
            return 1 + max(map(levels, pages), default=0)  # what makes them one array nests as a relation does
        case _:
            return 0


def refuse_scan(price: int, cost: int, budget: int) -> None:
    """Raise LimitExceeded if what a statement reads and returns costs more than the budget."""
    if price + cost > budget:
        raise LimitExceeded(
            f"The query would read too many records to find its answer: it costs {price + cost}, and the limit is"
            f" {budget}. Filter more, ask for less, or leave out totals.",
            f"该查询需读取的记录过多：代价为 {price + cost}，上限为 {budget}。"
            "请增加筛选条件、减少返回内容，或不查询总数。",
            cost=price + cost,
            budget=budget,
        )


def within(roots: Iterable[Value], budget: int) -> int:
    """The cost of an operation; raises LimitExceeded when it is above the budget, or nested too deeply."""
    roots = list(roots)
    deepest = max(map(levels, roots), default=0)
    if deepest > MOST_LEVELS:
        raise LimitExceeded(
            f"Relations nest {deepest} levels deep (a list counts two); the limit is {MOST_LEVELS}.",
            f"关联嵌套达 {deepest} 层（列表计两层），上限为 {MOST_LEVELS} 层。",
            levels=deepest,
            limit=MOST_LEVELS,
        )
    total = sum(cost(root) for root in roots)
    if total > budget:
        raise LimitExceeded(
            f"The query may return {total} values; the limit is {budget}. Ask for fewer rows or fields.",
            f"该查询最多可能返回 {total} 个值，超过上限 {budget}。请减少行数或字段。",
            cost=total,
            budget=budget,
        )
    return total
