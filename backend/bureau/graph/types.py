"""Kinds become GraphQL types: built straight as graphql-core objects, whose fields are made when first looked at.

Derived types need no Python classes, because the database completes their values; building them through
decorators would take seconds at every start once there are ninety kinds.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLEnumValue,
    GraphQLField,
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLScalarType,
    GraphQLString,
)

from bureau.engine.groups import group_name, groupings
from bureau.engine.kinds import Kinds
from bureau.engine.paging import DEFAULT_PAGE, LARGEST_PAGE, MOST_GROUPS, order_name
from bureau.graph import shared
from bureau.graph.describe import of_doc, of_field, term
from bureau.graph.scalars import DATE, DATE_TIME, DECIMAL, MONEY
from bureau.kernel.field import (
    Boolean,
    Choice,
    Choices,
    Coded,
    Date,
    Field,
    Integer,
    Moment,
    Numbered,
    One,
    Scaled,
    Sealed,
    Span,
    State,
    Text,
)
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.kernel.words import Words

Fields = dict[str, GraphQLField]

_UP_TO = {
    "upTo": GraphQLArgument(
        GraphQLInt,
        description="Stop counting there: quicker where it is enough to know that there are as many. 计数上限",
    )
}


class KindTypes:
    """The output and filter types of a closed set of kinds, one of each, made when first asked for."""

    def __init__(self, kinds: Kinds) -> None:
        self.kinds = kinds
        for name in (
            "record",
            "connection",
            "summary",
            "filter",
            "list_filter",
            "order",
            "group_by",
            "state",
            "state_filter",
        ):
            setattr(self, name, cache(getattr(self, name)))

    # Records ----------------------------------------------------------------------------------------------------

    def record(self, kind: Kind) -> GraphQLObjectType | GraphQLInterfaceType:
        """The type of a kind: an interface if every record of it is of another kind."""
        description = of_doc(kind.doc, kind.words)
        if kind.abstract:
            return GraphQLInterfaceType(
                kind.type_name,
                lambda: self._fields(kind),
                interfaces=[shared.NODE],
                description=description,
                extensions={"kind": kind},
            )
        interfaces: Any = [shared.NODE, *([self.record(kind.base)] if kind.base else [])]
        return GraphQLObjectType(
            kind.type_name,
            lambda: self._fields(kind),
            interfaces=interfaces,
            description=description,
            extensions={"kind": kind},
        )

    def _fields(self, kind: Kind) -> Fields:
        fields: Fields = {
            "id": _leaf(GraphQLNonNull(GraphQLID), "Its id; opaque by contract. 标识", "id"),
            "version": _leaf(GraphQLNonNull(GraphQLInt), "Grows by one with every change. 版本", "version"),
            "voidReason": _leaf(GraphQLString, "Why it is void; null while it is not. 作废原因", "void_reason"),
        }
        if kind.merges:
            former = "The ids of records that were merged into this one; each of them stands for it. 已并入记录的标识"
            fields["formerIds"] = _leaf(GraphQLNonNull(GraphQLList(GraphQLNonNull(GraphQLID))), former, "former_ids")
        for name, declared in kind.fields.items():
            if not declared.internal:
                fields[camel(name)] = self._field(kind, name, declared)
        for other, name, declared in self.kinds.back(kind):
            fields |= self._back(other, name, declared)
        return fields

    def _field(self, kind: Kind, name: str, declared: Field[Any]) -> GraphQLField:
        if isinstance(declared, One):
            target = self.record(self.kinds.target(kind, name))
            return GraphQLField(target, description=of_field(declared), extensions={"one": name})
        # Not null only what every reader of the row can read, under every profile.
        sure = not declared.null and declared.read is None
        type_ = self.value(declared)
        return _leaf(GraphQLNonNull(type_) if sure else type_, of_field(declared), name)

    def _back(self, other: Kind, name: str, declared: One[Any]) -> Fields:
        assert declared.back
        field, words = declared.back
        many = GraphQLField(
            GraphQLNonNull(self.connection(other)),
            args=self.list_arguments(other),
            description=f"{term(words)}.",
            extensions={"many": (other, name)},
        )
        summary = GraphQLField(
            GraphQLNonNull(self.summary(other)),
            args=self.summary_arguments(other),
            description=f"{words.en}, counted by groups. {words.zh}汇总",
            extensions={"sum": (other, name)},
        )
        return {camel(field): many, f"{camel(field)}Summary": summary}

    def value(self, declared: Field[Any]) -> GraphQLScalarType | GraphQLEnumType | GraphQLObjectType:
        """The output type of a field that is no relation."""
        match declared:
            case Coded():
                return shared.CODE
            case Span():
                return shared.PERIOD
            case Sealed():
                return shared.SEALED
            case _:
                return self.plain(declared)

    def plain(self, declared: Field[Any]) -> GraphQLScalarType | GraphQLEnumType:
        """The type of a field that is given as it is shown."""
        match declared:
            case Choice(members=members) | Choices(members=members):
                return self.state(members)
            case Integer():
                return GraphQLInt
            case Scaled(money=money):
                return MONEY if money else DECIMAL
            case Boolean():
                return GraphQLBoolean
            case Date():
                return DATE
            case Moment():
                return DATE_TIME
            case Text() | Numbered():
                return GraphQLString
        raise TypeError(f"no GraphQL type for {type(declared).__name__}")

    def state(self, members: type[State]) -> GraphQLEnumType:
        """The enum of a state."""
        values = {m.value: GraphQLEnumValue(m.value, description=term(m.words)) for m in members}
        return GraphQLEnumType(members.__name__, values, description=(members.__doc__ or "").strip())

    # Lists ------------------------------------------------------------------------------------------------------

    def connection(self, kind: Kind) -> GraphQLObjectType:
        """The connection of a kind."""
        words = Words(kind.label[1], kind.label[2])
        record = self.record(kind)
        edge = GraphQLObjectType(
            f"{kind.type_name}Edge",
            {
                "cursor": GraphQLField(GraphQLNonNull(GraphQLString), description="Its place in the list. 游标"),
                "node": GraphQLField(GraphQLNonNull(record), description=f"{term(kind.words)}."),
            },
            description=f"One of the {words.en.lower()} of a page. {words.zh}分页中的一项",
            extensions={"edge": kind},
        )
        some = GraphQLNonNull(GraphQLList(GraphQLNonNull(record)))
        return GraphQLObjectType(
            f"{kind.type_name}Connection",
            {
                "nodes": GraphQLField(some, description=f"{term(words)} of this page. 本页记录"),
                "edges": GraphQLField(
                    GraphQLNonNull(GraphQLList(GraphQLNonNull(edge))),
                    description="The same with their cursors. 本页记录及游标",
                ),
                "pageInfo": GraphQLField(GraphQLNonNull(shared.PAGE_INFO), description="Where the page lies. 分页信息"),
                "totalCount": GraphQLField(
                    GraphQLNonNull(GraphQLInt),
                    args=_UP_TO,
                    description="How many there are in all; counted only when asked for. 总数",
                ),
            },
            description=f"A page of {words.en.lower()}. {words.zh}分页",
            extensions={"connection": kind},
        )

    def list_arguments(self, kind: Kind) -> dict[str, GraphQLArgument]:
        """The arguments of a list."""
        page = f"{DEFAULT_PAGE} unless said, {LARGEST_PAGE} at most."
        return {
            "first": GraphQLArgument(GraphQLInt, description=f"So many from the start; {page} 从前取的条数"),
            "after": GraphQLArgument(GraphQLString, description="Only those after this cursor. 起始游标"),
            "last": GraphQLArgument(
                GraphQLInt, description=f"So many from the end; {LARGEST_PAGE} at most. 从后取的条数"
            ),
            "before": GraphQLArgument(GraphQLString, description="Only those before this cursor. 截止游标"),
            "filter": GraphQLArgument(self.filter(kind), description="Only those that meet it. 筛选条件"),
            "orderBy": GraphQLArgument(self.order(kind), description="The order; by id unless said. 排序"),
            **self._search_argument(kind),
        }

    def _search_argument(self, kind: Kind) -> dict[str, GraphQLArgument]:
        if not kind.search:
            return {}
        words = (kind.fields[name].words for name in kind.search)
        said = ", ".join(f"{w.en.lower()} {w.zh}" for w in words)
        description = f"Only those in which every word stands: {said}; or its pinyin initials. 搜索（含拼音首字母）"
        return {"search": GraphQLArgument(GraphQLString, description=description)}

    def order(self, kind: Kind) -> GraphQLEnumType:
        """The orders a kind's lists offer; each has its index, and what lacks a value comes last."""
        values = {}
        for path in ("id", *kind.order):
            for direction, words in (("ASC", Words("ascending", "升序")), ("DESC", Words("descending", "降序"))):
                name = f"{order_name(path)}_{direction}"
                said = Words("Id", "标识") if path == "id" else _path_words(kind, path)
                values[name] = GraphQLEnumValue(name, description=f"{said.en}, {words.en} {said.zh}{words.zh}")
        return GraphQLEnumType(
            f"{kind.type_name}Order", values, description=f"Orders of {kind.label[1].lower()}. {kind.label[2]}排序方式"
        )

    def filter(self, kind: Kind) -> GraphQLInputObjectType:
        """The filter of a kind's lists: its indexed fields, its relations, and, or, not."""
        return GraphQLInputObjectType(
            f"{kind.type_name}Filter",
            lambda: self._filter_fields(kind),
            description=f"Conditions on {kind.label[1].lower()}; all of them hold together. {kind.label[2]}筛选条件",
        )

    def _filter_fields(self, kind: Kind) -> Mapping[str, GraphQLInputField]:
        own = self.filter(kind)
        fields = {"id": GraphQLInputField(shared.ID_FILTER, description="Its id. 标识")}
        for name in (path for path in kind.filter if "." not in path):
            declared = kind.fields[name]
            fields[camel(name)] = GraphQLInputField(self.filter_of(declared), description=f"{term(declared.words)}.")
        for name, declared in kind.fields.items():
            if isinstance(declared, One) and not declared.internal:
                target = self.filter(self.kinds.target(kind, name))
                fields[camel(name)] = GraphQLInputField(target, description=f"{term(declared.words)}.")
        for other, _, declared in self.kinds.back(kind):
            assert declared.back
            field, words = declared.back
            fields[camel(field)] = GraphQLInputField(self.list_filter(other), description=f"{term(words)}.")
        several = GraphQLList(GraphQLNonNull(own))
        fields["and"] = GraphQLInputField(several, description="All of these hold. 同时满足")
        fields["or"] = GraphQLInputField(several, description="At least one of these holds. 满足其一")
        fields["not"] = GraphQLInputField(own, description="This does not hold. 不满足")
        none = "Only over a relation: there is no such record (true), or there is one (false). 是否没有关联记录"
        fields["isNull"] = GraphQLInputField(GraphQLBoolean, description=none)
        fields["voided"] = GraphQLInputField(
            GraphQLBoolean, description="Void records instead of live ones. 仅查作废记录"
        )
        return fields

    def list_filter(self, kind: Kind) -> GraphQLInputObjectType:
        """The filter over a relation to many records of a kind: what its list has, as far as the actor sees it."""
        several, own = kind.label[1].lower(), self.filter(kind)
        some = f"Among its {several} that you see, some meet this; an empty one: it has any. 有满足条件的关联记录"
        none = f"Among its {several} that you see, none meets this; an empty one: it has none. 没有满足条件的关联记录"
        return GraphQLInputObjectType(
            f"{kind.type_name}ListFilter",
            {
                "some": GraphQLInputField(own, description=some),
                "none": GraphQLInputField(own, description=none),
            },
            description=f"Conditions on lists of {several}; all of them hold together. {kind.label[2]}关联列表条件",
        )

    def filter_of(self, declared: Field[Any]) -> GraphQLInputType:
        """The filter of a plain field."""
        match declared:
            case Coded():
                return shared.CODE_FILTER
            case Choice(members=members):
                return self.state_filter(members)
            case Integer():
                return shared.INT_FILTER
            case Scaled(money=money):
                return shared.MONEY_FILTER if money else shared.DECIMAL_FILTER
            case Boolean():
                return shared.BOOLEAN_FILTER
            case Date():
                return shared.DATE_FILTER
            case Moment():
                return shared.DATE_TIME_FILTER
            case Text() | Numbered():
                return shared.STRING_FILTER
        raise TypeError(f"no filter for {type(declared).__name__}")

    def state_filter(self, members: type[State]) -> GraphQLInputObjectType:
        """The filter of a state."""
        enum = self.state(members)
        return shared.filter_input(f"{enum.name}Filter", enum, shared.EQUALITY, f"Conditions on {enum.name}. 状态条件")

    # Summaries --------------------------------------------------------------------------------------------------

    def summary(self, kind: Kind) -> GraphQLObjectType:
        """The summary of a kind: records counted by groups."""
        words = Words(kind.label[1].lower(), kind.label[2])
        key = GraphQLObjectType(
            f"{kind.type_name}GroupKey",
            lambda: self._key_fields(kind),
            description=f"What a group of {words.en} has in common; null what was not grouped by. {words.zh}分组依据",
            extensions={"group_key": kind},
        )
        of_group: Fields = {}
        if groupings(kind):
            of_group["key"] = GraphQLField(GraphQLNonNull(key), description="What they have in common. 分组依据")
        of_group["count"] = GraphQLField(GraphQLNonNull(GraphQLInt), description="How many they are. 数量")
        if kind.sum:
            of_group["sum"] = GraphQLField(GraphQLNonNull(self._sums(kind)), description="Values added up. 合计")
        group = GraphQLObjectType(
            f"{kind.type_name}Group",
            of_group,
            description=f"A group of {words.en}. {words.zh}分组",
            extensions={"group": kind},
        )
        some = GraphQLNonNull(GraphQLList(GraphQLNonNull(group)))
        fields = {
            "nodes": GraphQLField(some, description="The groups, in the order of their keys. 各分组"),
            "totalCount": GraphQLField(
                GraphQLNonNull(GraphQLInt), args=_UP_TO, description="How many records there are in all. 总数"
            ),
        }
        if groupings(kind):
            fields["pageInfo"] = GraphQLField(
                GraphQLNonNull(shared.PAGE_INFO), description="Where these groups lie among all of them. 分页信息"
            )
        return GraphQLObjectType(
            f"{kind.type_name}Summary",
            fields,
            description=f"The {words.en} counted by groups. {words.zh}汇总",
            extensions={"summary": kind},
        )

    def _sums(self, kind: Kind) -> GraphQLObjectType:
        """What a group's values come to."""
        return GraphQLObjectType(
            f"{kind.type_name}GroupSum",
            {
                camel(name): _leaf(GraphQLNonNull(self.value(declared)), f"{term(declared.words)}, added up.", name)
                for name, declared in ((name, kind.fields[name]) for name in kind.sum)
            },
            description=f"The {kind.label[1].lower()} of a group added up; nothing is nought. {kind.label[2]}合计",
            extensions={"group_sum": kind},
        )

    def _key_fields(self, kind: Kind) -> Fields:
        fields: Fields = {}
        for path in groupings(kind):
            head, _, rest = path.partition(".")
            declared = kind.fields[head]
            name = camel(path.replace(".", "_"))
            description = f"{term(_path_words(kind, path))}."
            if isinstance(declared, One) and not rest:
                target = self.record(self.kinds.target(kind, head))
                fields[name] = GraphQLField(target, description=description, extensions={"one": path})
            else:
                inner = self.kinds.target(kind, head).fields[rest] if rest else declared
                fields[name] = _leaf(self.value(inner), description, path)
        return fields

    def group_by(self, kind: Kind) -> GraphQLEnumType:
        """What a kind's summaries can group by."""
        values = {
            group_name(p): GraphQLEnumValue(group_name(p), description=term(_path_words(kind, p)))
            for p in groupings(kind)
        }
        return GraphQLEnumType(
            f"{kind.type_name}Grouping",
            values,
            description=f"Groupings of {kind.label[1].lower()}. {kind.label[2]}分组方式",
        )

    def summary_arguments(self, kind: Kind) -> dict[str, GraphQLArgument]:
        """The arguments of a summary."""
        arguments = {"filter": GraphQLArgument(self.filter(kind), description="Only those that meet it. 筛选条件")}
        arguments |= self._search_argument(kind)
        if groupings(kind):
            by = GraphQLList(GraphQLNonNull(self.group_by(kind)))
            arguments["by"] = GraphQLArgument(
                by, description="What to group by; one group of all unless said. 分组依据"
            )
            arguments["first"] = GraphQLArgument(
                GraphQLInt, description=f"So many groups; {MOST_GROUPS} unless said, and at most. 分组数"
            )
            arguments["after"] = GraphQLArgument(
                GraphQLString, description="Only the groups after this cursor, of the same groupings. 起始游标"
            )
        return arguments


def _leaf(type_: GraphQLOutputType, description: str, name: str) -> GraphQLField:
    return GraphQLField(type_, description=description, extensions={"leaf": name})


def _path_words(kind: Kind, path: str) -> Words:
    head, _, rest = path.partition(".")
    declared = kind.fields[head]
    if not rest:
        return declared.words
    assert isinstance(declared, One)
    inner = declared.target.about.fields[rest].words
    return Words(f"{declared.words.en}: {inner.en.lower()}", f"{declared.words.zh}{inner.zh}")
