"""The one schema: what is written by hand in Strawberry, and what follows from the kinds, together."""

from typing import Any

import strawberry
from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLID,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    print_schema,
    validate_schema,
)
from strawberry.schema.config import StrawberryConfig

from bureau.engine.kinds import Kinds
from bureau.graph import files, glossary, read, search, shared
from bureau.graph import viewer as doors
from bureau.graph.compare import comparisons
from bureau.graph.context import Info
from bureau.graph.describe import term
from bureau.graph.executor import FragmentExecutor
from bureau.graph.mutations import Mutations
from bureau.graph.scalars import DATE, DATE_TIME
from bureau.graph.sealed import SealedValues
from bureau.graph.subscriptions import subscription_type
from bureau.graph.types import KindTypes
from bureau.graph.viewer import SignInPayload, SignOutPayload, Viewer, ViewerGrant
from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.registry.unit import unit


@strawberry.type(description="All that can be asked. 查询")
class Query:
    viewer: Viewer | None = strawberry.field(
        resolver=doors.viewer, description="You; null if you did not sign in. 当前用户"
    )
    catalogue: glossary.Catalogue = strawberry.field(
        resolver=glossary.catalogue, description="What kinds, fields, words, verbs and roles there are for you. 目录"
    )


@strawberry.type(description="All that can be changed. 变更")
class Mutation:
    sign_in: SignInPayload = strawberry.mutation(
        resolver=doors.sign_in, description="Begin a session; one for each operation. 登录"
    )
    sign_out: SignOutPayload = strawberry.mutation(resolver=doors.sign_out, description="End the session. 退出登录")
    link_file: files.LinkFilePayload = strawberry.mutation(
        resolver=files.link_file,
        description="Make a link to a file of yours; it is good for minutes and needs no signing in. 获取文件链接",
    )


class BureauSchema(strawberry.Schema):
    """Strawberry's schema with the fields and types of the kinds added to it."""

    def __init__(self, kinds: Kinds, actions: tuple[Action, ...]) -> None:
        super().__init__(
            query=Query,
            mutation=Mutation,
            execution_context_class=FragmentExecutor,
            config=StrawberryConfig(auto_camel_case=True),
        )
        written = self._schema
        types = KindTypes(kinds)
        _add_unit(written.type_map["ViewerGrant"], types)  # type: ignore[arg-type]
        mutations = Mutations(types, written.type_map["Error"])  # type: ignore[arg-type]
        sealed = SealedValues(kinds, written.type_map["Error"])  # type: ignore[arg-type]
        self._schema = GraphQLSchema(
            query=_extended(written.query_type, {**_roots(types), **comparisons(types)}),
            mutation=_extended(written.mutation_type, {**mutations.fields(kinds.all, actions), **sealed.fields()}),
            subscription=subscription_type(types),
            types=[types.record(kind) for kind in kinds.all if kind.rooted],
            directives=written.directives,
            description="Everything a city's education bureau is responsible for. 市教育局统一数据接口",
            extensions=written.extensions,
        )
        self._schema._strawberry_schema = self  # type: ignore[attr-defined]
        self._extend_introspection()
        if errors := validate_schema(self._schema):
            raise TypeError("; ".join(error.message for error in errors))

    @property
    def graphql(self) -> GraphQLSchema:
        """The finished schema, as graphql-core has it."""
        return self._schema

    def as_str(self) -> str:
        """The schema as it is committed in schema.graphql."""
        return print_schema(self._schema) + "\n"


def _add_unit(grant: GraphQLObjectType, types: KindTypes) -> None:
    """Let a grant of the viewer show its unit, which is a record and so is read as records are."""

    def resolve(source: ViewerGrant, info: Info) -> Any:
        return read.record(unit, source.unit_id, info)

    grant.fields["unit"] = GraphQLField(
        types.record(unit), resolve=resolve, description="Where: this unit and all below it. 授权机构"
    )


def _extended(written: GraphQLObjectType | None, derived: dict[str, GraphQLField]) -> GraphQLObjectType:
    assert written is not None
    return GraphQLObjectType(
        written.name,
        lambda: {**written.fields, **derived},
        description=written.description,
        extensions=written.extensions,
    )


def _roots(types: KindTypes) -> dict[str, GraphQLField]:
    """The root fields the engine serves."""
    one_id = {"id": GraphQLArgument(GraphQLNonNull(GraphQLID), description="Its id. 标识")}
    ids = GraphQLArgument(
        GraphQLNonNull(GraphQLList(GraphQLNonNull(GraphQLID))), description="Their ids, 100 at most. 标识列表"
    )
    fields = {
        "node": _root(
            shared.NODE, one_id, "Any record by its id; null if there is none that you see. 按标识查询", "node", None
        ),
        "nodes": _root(
            GraphQLNonNull(GraphQLList(shared.NODE)),
            {"ids": ids},
            "Several records by their ids, in that order, null where there is none that you see. 按标识批量查询",
            "nodes",
            None,
        ),
    }
    fields["search"] = _root(search.results(types), search.arguments(types), search.DESCRIPTION, "search", None)
    for kind in types.kinds.all:
        if kind.rooted:
            fields |= _kind_roots(types, kind, one_id)
    return fields


_TIME = {
    "asOf": GraphQLArgument(
        DATE_TIME,
        description="As it was known at that moment: the records as they stood, of those that you see today. 截至时间",
    ),
    "on": GraphQLArgument(DATE, description="Of what holds for a period, only what is true on that day. 所在日期"),
}


def _kind_roots(types: KindTypes, kind: Kind, one_id: dict[str, GraphQLArgument]) -> dict[str, GraphQLField]:
    several = Words(kind.label[1], kind.label[2])
    one = f"One {kind.label[0].lower()} by its id; null if there is none that you see. 按标识查询{kind.label[2]}"
    found = {
        kind.singular: _root(types.record(kind), one_id, one, "one", kind),
        kind.plural: _root(
            GraphQLNonNull(types.connection(kind)),
            types.list_arguments(kind),
            f"{term(several)} that you see.",
            "many",
            kind,
        ),
    }
    summary = f"{several.en} that you see, counted by groups. {several.zh}汇总"
    found[f"{kind.plural}Summary"] = _root(
        GraphQLNonNull(types.summary(kind)), types.summary_arguments(kind), summary, "summary", kind
    )
    return found


def _root(type_: Any, args: dict[str, GraphQLArgument], description: str, verb: str, kind: Kind | None) -> GraphQLField:
    extensions = {"root": (verb, kind)}
    return GraphQLField(type_, {**args, **_TIME}, description=description, resolve=read.root, extensions=extensions)
