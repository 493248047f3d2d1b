"""The root field `catalogue`."""

from typing import Annotated, Any, cast

import orjson
import strawberry

from bureau.access.actors import role_words
from bureau.graph.context import Context, variables_of
from bureau.graph.glossary.projection import selected
from bureau.graph.glossary.shapes import Catalogue
from bureau.graph.selection import Reader

Info = strawberry.Info[Context, None]

_VALUE = 20
"""Characters of a value, more or less, which is what answers are priced by."""


async def catalogue(
    info: Info,
    kinds: Annotated[
        list[str] | None, strawberry.argument(description="Only these kinds, by type name. 指定类型")
    ] = None,
) -> Catalogue:
    """The areas, kinds, fields, words, verbs and roles there are."""
    services, raw = info.context.services, info._raw_info
    reader = Reader(raw.schema, services.engine.kinds, raw.fragments, variables_of(raw))
    type_: Any = raw.schema.type_map["Catalogue"]
    wanted = selected(reader, type_, [node.selection_set for node in raw.field_nodes])
    roles = await role_words(services.store.database)
    text = services.glossary.text(info.context.actor, wanted, roles, kinds)
    info.context.pay(len(text) / _VALUE)
    return cast("Catalogue", orjson.Fragment(text))
