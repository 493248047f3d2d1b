"""`allowedActions`: the verbs that you may use on each of several records, as the catalogue names them."""

from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.access.standing import Standing, standing_records
from bureau.graph.context import Context
from bureau.kernel.errors import LimitExceeded

Info = strawberry.Info[Context, None]

MOST = 200
"""Records that are asked about at a time."""


@strawberry.type(description="What you may do with a record. 可用操作")
class AllowedActions:
    id: strawberry.ID = strawberry.field(description="The id that was asked about. 记录标识")
    actions: list[str] = strawberry.field(
        description="The mutations that your rights let you use on it, as the catalogue names them; none for a record"
        " that is void, that you do not see or that is not there. 操作名"
    )


async def allowed_actions(
    info: Info,
    ids: Annotated[list[strawberry.ID], strawberry.argument(description=f"The records, {MOST} at most. 记录标识列表")],
) -> list[AllowedActions]:
    """Say of each record which verbs of its kind your rights let you use on it."""
    if len(ids) > MOST:
        limit = LimitExceeded(f"At most {MOST} records at a time.", f"一次最多 {MOST} 条记录。", limit=MOST)
        raise GraphQLError("", original_error=limit)
    context = info.context
    context.pay(len(ids))
    services = context.services
    records = await standing_records(services.store.database, services.engine.kinds, map(str, ids))
    return [AllowedActions(id=each, actions=_allowed(records.get(str(each)), context)) for each in ids]


def _allowed(record: Standing | None, context: Context) -> list[str]:
    if record is None or record.is_void or not record.is_seen(context.actor):
        return []
    verbs = context.services.glossary.verbs_of(record.kind)
    return [verb.name for verb in verbs if verb.acts and record.lets(context.actor, verb.rule)]
