"""The GraphQL types that every kind shares: values that are objects, page information, and filters of plain values."""

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
    GraphQLString,
)

from bureau.graph.scalars import DATE, DATE_TIME, DECIMAL, MONEY

LANGUAGE = GraphQLEnumType(
    "Language",
    {
        "EN": GraphQLEnumValue("EN", description="English 英文"),
        "ZH": GraphQLEnumValue("ZH", description="Chinese 中文"),
    },
    description="A language of the bureau. 语言",
)

NODE = GraphQLInterfaceType(
    "Node",
    {"id": GraphQLField(GraphQLNonNull(GraphQLID), description="Its id, `Student:1042`; opaque by contract. 标识")},
    description="Anything that has an id and can be fetched by it. 可按标识获取的对象",
)


def part(type_: Any, description: str, name: str, args: Any = None) -> GraphQLField:
    """A part of a value that is an object."""
    return GraphQLField(type_, args=args, description=description, extensions={"part": name})


CODE = GraphQLObjectType(
    "Code",
    {
        "code": part(GraphQLNonNull(GraphQLString), "The code. 代码", "code"),
        "label": part(
            GraphQLString,
            "Its words. 名称",
            "label",
            {"lang": GraphQLArgument(LANGUAGE, description="In which language; the request's own by default. 语言")},
        ),
    },
    description="A code of a dated code table, with its words. 代码",
)

PERIOD = GraphQLObjectType(
    "Period",
    {
        "from": part(DATE, "The first day. 起始日期", "from"),
        "until": part(DATE, "The day on which it is over, null if open. 截止日期（不含）", "until"),
    },
    description="A span of days; its end is no part of it. 期间",
)

SEALED = GraphQLObjectType(
    "Sealed",
    {
        "held": part(GraphQLNonNull(GraphQLBoolean), "Whether there is a value. 是否已登记", "held"),
        "mask": part(GraphQLString, "The value with all but its last two characters hidden. 掩码", "mask"),
        "canReveal": part(
            GraphQLNonNull(GraphQLBoolean), "Whether you may ask for it in the clear. 是否可申请查看", "can_reveal"
        ),
    },
    description="An identifier kept encrypted. 加密保存的标识信息",
)

PAGE_INFO = GraphQLObjectType(
    "PageInfo",
    {
        "hasNextPage": part(GraphQLNonNull(GraphQLBoolean), "Whether more follow. 是否有下一页", "hasNextPage"),
        "hasPreviousPage": part(
            GraphQLNonNull(GraphQLBoolean), "Whether some come before. 是否有上一页", "hasPreviousPage"
        ),
        "startCursor": part(GraphQLString, "The cursor of the first. 首条游标", "startCursor"),
        "endCursor": part(GraphQLString, "The cursor of the last. 末条游标", "endCursor"),
    },
    description="Where a page lies in its list. 分页信息",
)

PERIOD_INPUT = GraphQLInputObjectType(
    "PeriodInput",
    {
        "from": GraphQLInputField(DATE, description="The first day. 起始日期"),
        "until": GraphQLInputField(DATE, description="The day on which it is over, null if open. 截止日期（不含）"),
    },
    description="A span of days; its end is no part of it. 期间",
)

_OPERATORS = {
    "eq": "Equal. 等于",
    "ne": "Not equal, or without a value. 不等于",
    "in": "One of these. 属于其中之一",
    "lt": "Less, or earlier. 小于",
    "lte": "Less or equal. 小于等于",
    "gt": "Greater, or later. 大于",
    "gte": "Greater or equal. 大于等于",
    "contains": "Contains; the case of Latin letters does not matter. 包含",
    "startsWith": "Starts with; the case of Latin letters does not matter. 以其开头",
    "isNull": "Has no value (true), or has one (false). 是否为空",
}
EQUALITY = ("eq", "ne", "in", "isNull")
COMPARISON = ("eq", "ne", "in", "lt", "lte", "gt", "gte", "isNull")


def filter_input(
    name: str, of: GraphQLInputType, operators: tuple[str, ...], description: str
) -> GraphQLInputObjectType:
    """A filter on values of one type; all conditions of one filter hold together."""
    types: dict[str, GraphQLInputType] = {"in": GraphQLList(GraphQLNonNull(of)), "isNull": GraphQLBoolean}
    fields = {o: GraphQLInputField(types.get(o, of), description=_OPERATORS[o]) for o in operators}
    return GraphQLInputObjectType(name, fields, description=description)


ID_FILTER = filter_input("IDFilter", GraphQLID, ("eq", "ne", "in"), "Conditions on an id. 标识条件")
STRING_FILTER = filter_input(
    "StringFilter",
    GraphQLString,
    ("eq", "ne", "in", "contains", "startsWith", "isNull"),
    "Conditions on text. 文本条件",
)
CODE_FILTER = filter_input("CodeFilter", GraphQLString, EQUALITY, "Conditions on a code. 代码条件")
INT_FILTER = filter_input("IntFilter", GraphQLInt, COMPARISON, "Conditions on a whole number. 整数条件")
DATE_FILTER = filter_input("DateFilter", DATE, COMPARISON, "Conditions on a day. 日期条件")
DATE_TIME_FILTER = filter_input("DateTimeFilter", DATE_TIME, COMPARISON, "Conditions on a moment. 时间条件")
DECIMAL_FILTER = filter_input("DecimalFilter", DECIMAL, COMPARISON, "Conditions on a decimal. 小数条件")
MONEY_FILTER = filter_input("MoneyFilter", MONEY, COMPARISON, "Conditions on money. 金额条件")
BOOLEAN_FILTER = filter_input("BooleanFilter", GraphQLBoolean, ("eq", "isNull"), "Conditions on yes or no. 是否条件")
