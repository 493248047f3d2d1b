"""The search over all kinds at once: a union of what it can find, and the arguments of its root field."""

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLString,
    GraphQLUnionType,
)

from bureau.engine.filters import MOST_WORDS
from bureau.engine.paging import DEFAULT_HITS, MOST_HITS
from bureau.graph.describe import term
from bureau.graph.types import KindTypes

DESCRIPTION = (
    "What a text finds among the records that you see: of each kind the first few that its list with this `search` "
    "holds, one kind after the other. 全局搜索"
)


def results(types: KindTypes) -> GraphQLOutputType:
    """The type of what is found."""
    records = [types.record(kind) for kind in types.kinds.searchable]
    union = GraphQLUnionType(
        "SearchResult",
        [record for record in records if isinstance(record, GraphQLObjectType)],
        description="A record of any kind that has a search box. 搜索结果",
    )
    return GraphQLNonNull(GraphQLList(GraphQLNonNull(union)))


def arguments(types: KindTypes) -> dict[str, GraphQLArgument]:
    """What a search is asked with."""
    kinds = {
        kind.name.upper(): GraphQLEnumValue(kind.type_name, description=f"{term(kind.words)}.")
        for kind in types.kinds.searchable
    }
    kind = GraphQLEnumType("SearchableKind", kinds, description="A kind that has a search box. 可搜索的记录类型")
    words = f"Up to {MOST_WORDS} words, parts of them, or pinyin initials; without any, nothing is found."
    return {
        "text": GraphQLArgument(GraphQLNonNull(GraphQLString), description=f"{words} 搜索内容（含拼音首字母）"),
        "kinds": GraphQLArgument(
            GraphQLList(GraphQLNonNull(kind)), description="Only these kinds; all unless said. 限定记录类型"
        ),
        "first": GraphQLArgument(
            GraphQLInt, description=f"So many of each kind; {DEFAULT_HITS} unless said, {MOST_HITS} at most. 每类条数"
        ),
    }
