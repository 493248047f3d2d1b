"""Two records side by side: `comparePersons` and its like, for the kinds whose records can turn out to be one."""

from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLField,
    GraphQLID,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
)

from bureau.graph import logged, read
from bureau.graph.context import Context, Info, variables_of
from bureau.graph.describe import term
from bureau.graph.inputs import number_of
from bureau.graph.types import KindTypes
from bureau.kernel.field import Field, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.storage.rights import Row, may_act
from bureau.storage.tables import MERGED_INTO

Given = dict[str, Any]

_FIELD = GraphQLObjectType(
    "ComparedField",
    {
        "name": GraphQLField(GraphQLNonNull(GraphQLString), description="The field, as the API names it. 字段名"),
        "label": GraphQLField(GraphQLNonNull(GraphQLString), description="Its word in your language. 名称"),
        "isSame": GraphQLField(GraphQLNonNull(GraphQLBoolean), description="Whether both hold the same. 是否一致"),
        "isSealed": GraphQLField(GraphQLNonNull(GraphQLBoolean), description="Whether it is sealed. 是否加密"),
    },
    description="A field of two records. 对比字段",
)


def comparisons(types: KindTypes) -> dict[str, GraphQLField]:
    """A root field for each kind whose records merge."""
    kinds = (kind for kind in types.kinds.all if kind.rooted and kind.merges)
    return {f"compare{_several(kind)}": _comparison(kind, types) for kind in kinds}


def _several(kind: Kind) -> str:
    return kind.plural[0].upper() + kind.plural[1:]


def _comparison(kind: Kind, types: KindTypes) -> GraphQLField:
    def shown(key: str, description: str) -> GraphQLField:
        async def resolve(source: Given, info: Info) -> Any:
            return await read.record(kind, source[key], info)

        return GraphQLField(types.record(kind), resolve=resolve, description=description)

    compared = GraphQLObjectType(
        f"{kind.type_name}Comparison",
        lambda: {
            "one": shown("one", "The one. 一方"),
            "other": shown("other", "The other. 另一方"),
            "fields": GraphQLField(
                GraphQLNonNull(GraphQLList(GraphQLNonNull(_FIELD))),
                description="Field by field; what is sealed is the same or not, and no more is told. 逐项对比",
            ),
        },
        description=f"Two {kind.label[1].lower()} side by side. {kind.label[2]}对比",
    )

    async def resolve(_source: Any, info: Info, one: str, other: str) -> Given | None:
        numbers = [number_of(identity, kind, types.kinds) for identity in (one, other)]
        place = await info.context.services.store.database.feed.closed()
        compared = await _compared(kind, numbers, info.context)
        if compared and kind.personal:
            info.context.services.read_log.ask()
            for number in (compared["one"], compared["other"]):
                record = f"{kind.type_name}:{number}"
                logged.note(info.operation, variables_of(info), info.context, place.position, record)
        return compared

    argument = GraphQLArgument(GraphQLNonNull(GraphQLID), description=f"{term(kind.words)}.")
    return GraphQLField(
        compared,
        args={"one": argument, "other": argument},
        resolve=resolve,
        description=f"Two {kind.label[1].lower()} side by side; null unless you see both. {kind.label[2]}对比",
    )


async def _compared(kind: Kind, numbers: list[int], context: Context) -> Given | None:
    rows = [await _row(kind, number, context) for number in numbers]
    one, other = rows
    if one is None or other is None:
        return None
    told = [
        {
            "name": camel(name),
            "label": declared.words.in_(context.language),
            "isSame": all(one[column] == other[column] for column in _columns(declared)),
            "isSealed": isinstance(declared, Sealed),
        }
        for name, declared in kind.fields.items()
        if not declared.internal and _is_shown(kind, declared, context, rows)
    ]
    return {"one": one["id"], "other": other["id"], "fields": told}


async def _row(kind: Kind, number: int, context: Context) -> Given | None:
    """The row of a record that the actor sees, by column; an old id stands for the one it was merged into."""
    columns = [column.name for column in context.services.store.tables[kind.table].columns]
    standing = f"coalesce((SELECT {MERGED_INTO} FROM {kind.table} WHERE id = $1), $1)"
    sql = f"SELECT {', '.join(columns)} FROM {kind.table} WHERE id = {standing}"
    rows = await context.services.store.database.readers.fetch(sql, [number], steady=True)
    found = dict(zip(columns, tuple(rows[0]), strict=True)) if rows else None
    return found if found and may_act(context.actor, kind, kind.read, Row(found)) else None


def _is_shown(kind: Kind, declared: Field[Any], context: Context, rows: list[Given | None]) -> bool:
    return declared.read is None or all(may_act(context.actor, kind, declared.read, Row(row or {})) for row in rows)


def _columns(declared: Field[Any]) -> list[str]:
    columns = declared.columns[1:2] if isinstance(declared, Sealed) else declared.columns
    return [column.name for column in columns]
