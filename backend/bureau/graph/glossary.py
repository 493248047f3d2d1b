"""The catalogue, as the API shows it: which kinds, fields, words, verbs and rights there are for the one who asks."""

from typing import Annotated

import strawberry

from bureau.graph.context import Context, Services
from bureau.kernel import rules
from bureau.kernel.action import Action
from bureau.kernel.actor import Actor
from bureau.kernel.field import Choice, Coded, Field, One, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.kernel.words import Words

Info = strawberry.Info[Context, None]


@strawberry.type(description="A text in both languages. 双语文字")
class Label:
    en: str = strawberry.field(description="English 英文")
    zh: str = strawberry.field(description="Chinese 中文")


@strawberry.type(description="A field of a kind. 字段")
class CatalogueField:
    name: str = strawberry.field(description="Its name in the API. 字段名")
    label: Label = strawberry.field(description="Its words. 名称")
    type: str = strawberry.field(
        description="What it holds: Text, Coded, Choice, Date, Span, Sealed, One and so on. 类型"
    )
    required: bool = strawberry.field(description="Whether a record must have it here. 是否必填")
    sealed: bool = strawberry.field(description="Whether it is kept encrypted. 是否加密")
    restricted: bool = strawberry.field(description="Whether it is read by right, narrower than its record. 是否受限")
    code_table: str | None = strawberry.field(description="The table of its codes. 代码表")
    target: str | None = strawberry.field(description="The kind it leads to. 关联类型")
    choices: list[str] = strawberry.field(description="The states it may hold. 可选值")
    source: str | None = strawberry.field(description="Where its codes come from. 来源")


@strawberry.type(description="A verb of a kind. 操作")
class CatalogueAction:
    name: str = strawberry.field(description="The mutation. 操作名")
    label: Label = strawberry.field(description="Its words. 名称")
    allowed: bool = strawberry.field(description="Whether you may use it somewhere. 是否可用")


@strawberry.type(description="A kind of record. 记录类型")
class CatalogueKind:
    name: str = strawberry.field(description="Its type in the API. 类型名")
    label: Label = strawberry.field(description="Its words. 名称")
    description: str = strawberry.field(description="What it is. 说明")
    singular: str | None = strawberry.field(description="The root field that looks one up, if you may. 单条查询")
    plural: str | None = strawberry.field(description="The root field that lists them, if you may. 列表查询")
    columns: list[str] = strawberry.field(description="What a list shows unless asked for more. 默认列")
    fields: list[CatalogueField] = strawberry.field(description="Its fields. 字段")
    actions: list[CatalogueAction] = strawberry.field(description="Its verbs. 操作")


@strawberry.type(description="A role. 角色")
class CatalogueRole:
    name: str = strawberry.field(description="Its code. 代码")
    label: Label = strawberry.field(description="Its words. 名称")


@strawberry.type(description="What there is, for you. 目录")
class Catalogue:
    kinds: list[CatalogueKind] = strawberry.field(description="The kinds of record. 记录类型")
    roles: list[CatalogueRole] = strawberry.field(description="The roles. 角色")


def catalogue(
    info: Info,
    kinds: Annotated[
        list[str] | None, strawberry.argument(description="Only these kinds, by type name. 指定类型")
    ] = None,
) -> Catalogue:
    """The kinds, fields, words, verbs and roles there are."""
    services, actor = info.context.services, info.context.actor
    shown = [k for k in services.kinds if k.rooted and (kinds is None or k.type_name in kinds)]
    return Catalogue(
        kinds=[_kind(kind, services, actor) for kind in shown],
        roles=[CatalogueRole(name=role.code, label=_label(role.words)) for role in rules.ROLES],
    )


def _label(words: Words) -> Label:
    return Label(en=words.en, zh=words.zh)


def _kind(kind: Kind, services: Services, actor: Actor) -> CatalogueKind:
    readable = any(actor.may_somewhere(k.read) for k in services.engine.kinds.concrete(kind))
    return CatalogueKind(
        name=kind.type_name,
        label=_label(kind.words),
        description=kind.doc,
        singular=kind.singular if readable else None,
        plural=kind.plural if readable else None,
        columns=[".".join(map(camel, path.split("."))) for path in kind.list],
        fields=[_field(name, f, services.store.profile) for name, f in kind.fields.items() if not f.internal],
        actions=_actions(kind, services.actions, actor),
    )


def _field(name: str, declared: Field[object], profile: str) -> CatalogueField:
    coded = declared if isinstance(declared, Coded) else None
    return CatalogueField(
        name=camel(name),
        label=_label(declared.words),
        type=type(declared).__name__,
        required=declared.is_required(profile),
        sealed=isinstance(declared, Sealed),
        restricted=declared.read is not None,
        code_table=coded.table.name if coded else None,
        target=declared.target.__name__ if isinstance(declared, One) else None,
        choices=[member.value for member in declared.members] if isinstance(declared, Choice) else [],
        source=coded.table.source if coded else None,
    )


_PLAIN = {
    "create": Words("New", "新建"),
    "update": Words("Change", "修改"),
    "void": Words("Make void", "作废"),
}


def _actions(kind: Kind, actions: tuple[Action, ...], actor: Actor) -> list[CatalogueAction]:
    found = [
        CatalogueAction(name=f"{verb}{kind.type_name}", label=_label(words), allowed=actor.may_somewhere(rule))
        for verb, words in _PLAIN.items()
        if (rule := getattr(kind, verb)).admits_some
    ]
    return found + [
        CatalogueAction(name=a.field_name, label=_label(a.words), allowed=actor.may_somewhere(a.rule))
        for a in actions
        if a.kind is kind
    ]
