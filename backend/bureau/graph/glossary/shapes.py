"""What an entry of the catalogue is: areas, kinds, fields, verbs and their arguments, as the schema has them."""

from enum import Enum

import strawberry

from bureau.kernel.words import Words


@strawberry.type(description="A text in both languages. 双语文字")
class Label:
    en: str = strawberry.field(description="English 英文")
    zh: str = strawberry.field(description="Chinese 中文")


def label(words: Words) -> Label:
    """Words as the catalogue shows them."""
    return Label(en=words.en, zh=words.zh)


@strawberry.type(description="A part of what a bureau is responsible for. 业务领域")
class CatalogueArea:
    name: str = strawberry.field(description="Its name, by which kinds say that they belong to it. 名称代码")
    label: Label = strawberry.field(description="Its words. 名称")


@strawberry.type(description="A state that a value may have. 可选值")
class CatalogueState:
    name: str = strawberry.field(description="The value of its enum. 取值")
    label: Label = strawberry.field(description="Its words. 名称")


@strawberry.interface(description="What a value is, whether a record has it or a verb is given it. 取值说明")
class CatalogueValue:
    name: str = strawberry.field(description="Its name in the API. 字段名")
    label: Label = strawberry.field(description="Its words. 名称")
    note: Label | None = strawberry.field(description="What else there is to say of it. 说明")
    type: str = strawberry.field(
        description="What it holds: Text, Coded, Choice, Date, Span, Sealed, One and so on; Upload where a verb takes a"
        " file that is sent to `/files` for it. 类型"
    )
    required: bool = strawberry.field(description="Whether it must be there, under the rules of this bureau. 是否必填")
    sealed: bool = strawberry.field(description="Whether it is kept encrypted. 是否加密")
    is_list: bool = strawberry.field(description="Whether it is several values. 是否多值")
    code_table: str | None = strawberry.field(description="The table of its codes. 代码表")
    target: str | None = strawberry.field(description="The kind it leads to. 关联类型")
    states: list[CatalogueState] = strawberry.field(description="The states it may have. 可选值")
    size: int | None = strawberry.field(description="How many characters it has at the most. 最大长度")
    is_multiline: bool = strawberry.field(description="Whether its text may have several lines. 是否多行")
    least: float | None = strawberry.field(description="The least number it may be. 最小值")
    most: float | None = strawberry.field(description="The greatest number it may be. 最大值")
    scale: int | None = strawberry.field(description="How many decimals its numbers have. 小数位数")
    is_money: bool = strawberry.field(description="Whether it is money, in yuan. 是否金额")


@strawberry.type(description="A field of a kind. 字段")
class CatalogueField(CatalogueValue):
    restricted: bool = strawberry.field(description="Whether it is read by right, narrower than its record. 是否受限")
    choices: list[str] = strawberry.field(description="The states it may have, by their names alone. 可选值")
    source: str | None = strawberry.field(description="Where its codes come from. 来源")
    by_verbs: bool = strawberry.field(description="Whether only named verbs change it. 是否仅由专门操作变更")
    can_read: bool = strawberry.field(description="Whether you may read it of any record at all. 您是否可读")


@strawberry.type(description="A material that is wanted with what is applied for. 申请材料")
class CatalogueMaterial:
    code: str = strawberry.field(description="Its code, by which a file says that it is this one. 材料代码")
    label: Label = strawberry.field(description="Its words. 材料名称")
    required: bool = strawberry.field(description="Whether nothing is opened without it. 是否必交")
    basis: str = strawberry.field(description="The rule that asks for it. 依据")


@strawberry.type(description="What a verb is given. 操作参数")
class CatalogueArgument(CatalogueValue):
    path: str | None = strawberry.field(
        description="The field whose present value it has before it is changed; null for none. 预填字段"
    )
    rows: list["CatalogueArgument"] = strawberry.field(
        description="What each row holds, where it is a list of rows; empty otherwise. 列表各列"
    )
    wanted: list[CatalogueMaterial] = strawberry.field(
        description="Where it is files, the materials that they are to be; others may be given too. 所需材料"
    )


@strawberry.enum(description="What a verb comes to. 操作类别")
class ActionVerb(Enum):
    CREATE = strawberry.enum_value("CREATE", description="A new record. 新建")
    UPDATE = strawberry.enum_value("UPDATE", description="Other values of a record. 修改")
    VOID = strawberry.enum_value("VOID", description="A record that holds no more. 作废")
    OTHER = strawberry.enum_value("OTHER", description="What its words say. 其他")


@strawberry.type(description="A verb of a kind. 操作")
class CatalogueAction:
    name: str = strawberry.field(description="The mutation. 操作名")
    label: Label = strawberry.field(description="Its words. 名称")
    description: str = strawberry.field(description="What it does. 说明")
    verb: ActionVerb = strawberry.field(description="What it comes to. 类别")
    allowed: bool = strawberry.field(description="Whether you may use it somewhere. 是否可用")
    input: str = strawberry.field(description="The type of its input. 输入类型")
    record: str | None = strawberry.field(description="The field of its payload that holds the record. 结果字段")
    subject: str | None = strawberry.field(
        description="The field of its input that says on which record it acts; null for one that makes a record."
        " 记录参数"
    )
    has_expected_version: bool = strawberry.field(
        description="Whether it takes the version that you saw (`expectedVersion`). 是否校验版本"
    )
    opens: str | None = strawberry.field(
        description="The field of its record that is a file which whoever may use it opens by `linkRecordFile`; the"
        " field of that name and `Name` has the file's name. 可打开的附件字段"
    )
    arguments: list[CatalogueArgument] = strawberry.field(
        description="What else it is given, in the order of a form; any verb takes `idempotencyKey` besides. 参数"
    )


@strawberry.type(description="An order that lists of a kind offer. 排序方式")
class CatalogueOrder:
    name: str = strawberry.field(description="As the value of `orderBy` begins; `_ASC` or `_DESC` follows. 名称")
    path: str = strawberry.field(description="The field it orders by. 字段路径")


@strawberry.type(description="A grouping that summaries of a kind offer. 分组方式")
class CatalogueGrouping:
    name: str = strawberry.field(description="The value of `by`. 名称")
    path: str = strawberry.field(description="The field it groups by. 字段路径")
    key: str = strawberry.field(description="The field of the group's `key` that has the value. 分组值字段")


@strawberry.type(description="Records that lead to a record, as a list of it. 关联列表")
class CatalogueList:
    name: str = strawberry.field(description="The field of the list, and of the filter over it. 字段名")
    label: Label = strawberry.field(description="Its words. 名称")
    target: str = strawberry.field(description="The kind of its records. 关联类型")
    summary: str = strawberry.field(description="The field with its summary. 汇总字段")


@strawberry.type(description="A kind of record. 记录类型")
class CatalogueKind:
    name: str = strawberry.field(description="Its type in the API. 类型名")
    label: Label = strawberry.field(description="Its words. 名称")
    label_plural: Label = strawberry.field(description="Its words for several. 复数名称")
    description: str = strawberry.field(description="What it is. 说明")
    area: str = strawberry.field(description="The area it belongs to. 业务领域")
    singular: str | None = strawberry.field(description="The root field that looks one up, if you may. 单条查询")
    plural: str | None = strawberry.field(description="The root field that lists them, if you may. 列表查询")
    title: list[str] = strawberry.field(
        description="The paths to the fields that name a record, first what a person would say. 标题字段"
    )
    columns: list[str] = strawberry.field(description="What a list shows unless asked for more. 默认列")
    variants: list[str] = strawberry.field(
        description="The kinds that its records are of, where it is an interface. 具体类型"
    )
    is_personal: bool = strawberry.field(description="Whether its records are of persons. 是否含个人信息")
    has_history: bool = strawberry.field(description="Whether what its records were is kept. 是否保留历史")
    can_import: bool = strawberry.field(description="Whether you may bring files of it (`importFile`). 是否可导入")
    is_searched: bool = strawberry.field(description="Whether its list takes `search`. 是否可搜索")
    searched_by: Label | None = strawberry.field(description="The words of what is searched. 搜索范围")
    filter_type: str | None = strawberry.field(description="The type of its list's filter. 筛选类型")
    filters: list[str] = strawberry.field(
        description="Its own fields by which you may filter, relations among them. 可筛选字段"
    )
    orders: list[CatalogueOrder] = strawberry.field(description="The orders you may ask for, besides `ID`. 排序方式")
    groupings: list[CatalogueGrouping] = strawberry.field(description="What you may group by. 分组方式")
    sums: list[str] = strawberry.field(description="What summaries add up. 合计字段")
    opens: str | None = strawberry.field(
        description="The file of its record that whoever sees the record opens by `linkRecordFile`; the field of that"
        " name and `Name` has the file's name. 可打开的附件字段"
    )
    lists: list[CatalogueList] = strawberry.field(description="The records that lead to one of it. 关联列表")
    fields: list[CatalogueField] = strawberry.field(description="Its fields. 字段")
    actions: list[CatalogueAction] = strawberry.field(description="Its verbs. 操作")


@strawberry.type(description="A role. 角色")
class CatalogueRole:
    name: str = strawberry.field(description="Its code. 代码")
    label: Label = strawberry.field(description="Its words. 名称")


@strawberry.type(description="What there is, for you. 目录")
class Catalogue:
    version: str = strawberry.field(
        description="Another one whenever anything of your catalogue is other than it was. 版本"
    )
    areas: list[CatalogueArea] = strawberry.field(description="The areas. 业务领域")
    kinds: list[CatalogueKind] = strawberry.field(description="The kinds of record. 记录类型")
    roles: list[CatalogueRole] = strawberry.field(description="The roles. 角色")
