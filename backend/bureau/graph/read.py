"""How the schema reads through the engine: the root fields of an operation become one statement on one snapshot."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
from graphql import FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode

from bureau.engine.compile import Statement
from bureau.engine.selection import Given, Root, RootOne
from bureau.graph import logged
from bureau.graph.context import Context, Info, variables_of
from bureau.graph.selection import Reader
from bureau.kernel.kind import Kind


def planned(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    variables: Mapping[str, Any],
    context: Context,
) -> tuple[tuple[str, ...], Statement]:
    """The statement of all root fields of an operation that the engine serves, and their response keys."""
    engine = context.services.engine
    roots = roots_of(Reader(schema, engine.kinds, fragments, variables), schema, operation)
    return tuple(root.key for root in roots), engine.plan(roots, context.actor, context.language)


def roots_of(reader: Reader, schema: GraphQLSchema, operation: OperationDefinitionNode) -> list[Root]:
    """The root fields of an operation that the engine serves."""
    assert schema.query_type is not None
    roots: list[Root] = []
    for key, nodes in reader.collect(schema.query_type, [operation.selection_set]).items():
        field = schema.query_type.fields.get(nodes[0].name.value)
        if field is None or "root" in field.extensions:
            roots.append(reader.root(schema.query_type, key, nodes))
    return roots


async def root(_source: Any, info: Info, **_given: Any) -> orjson.Fragment:
    """The resolver of every root field that the engine serves; the first of an operation reads for all."""
    context: Context = info.context
    if context.completed is None:
        context.completed = asyncio.ensure_future(_complete(info, context))
    texts = await asyncio.shield(context.completed)  # a sibling that is cancelled must not cancel it for all
    return orjson.Fragment(texts[str(info.path.key)])


async def _complete(info: Info, context: Context) -> dict[str, str]:
    keys, statement = planned(info.schema, info.operation, info.fragments, variables_of(info), context)
    found = await logged.run(statement, info.operation, variables_of(info), context)
    context.reads.append((statement.told, found))
    return dict(zip(keys, found.texts, strict=True))


async def record(kind: Kind, identity: int | None, info: Info) -> orjson.Fragment | None:
    """One record of a payload, read after the commit under today's rights."""
    if identity is None:
        return None
    context: Context = info.context
    engine = context.services.engine
    shape = Reader(info.schema, engine.kinds, info.fragments, variables_of(info)).shape(kind, info.field_nodes)
    asked = RootOne(str(info.path.key), kind, Given(f"{kind.type_name}:{identity}"), shape)
    statement = engine.plan([asked], context.actor, context.language)
    found = await logged.run(statement, info.operation, variables_of(info), context, asked.identity.value)
    context.reads.append((statement.told, found))
    return orjson.Fragment(found.texts[0])


async def records(identities: Sequence[str], info: Info) -> orjson.Fragment:
    """Records of a payload, by their ids, of whatever kinds; each is logged as a read of its own."""
    context: Context = info.context
    engine = context.services.engine
    reader = Reader(info.schema, engine.kinds, info.fragments, variables_of(info))
    texts = []
    for identity in identities:
        asked = reader.any_record(str(info.path.key), Given(identity), info.field_nodes)
        assert asked
        statement = engine.plan([asked], context.actor, context.language)
        found = await logged.run(statement, info.operation, variables_of(info), context, identity)
        context.reads.append((statement.told, found))
        texts += [text for text in found.texts if text != "null"]
    return orjson.Fragment(f"[{','.join(texts)}]")
