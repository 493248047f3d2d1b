"""`explainAccess`: why you, or somebody whose rights you keep, may read or change a record, rule by rule."""

from typing import Annotated, Any

import strawberry
from graphql import GraphQLError

from bureau.access.actors import actor_of, role_words
from bureau.access.explain import Explained, Reason, explain
from bureau.access.permissions import rules_by_target
from bureau.engine.kinds import parse_id
from bureau.graph.context import Context
from bureau.graph.inputs import number_of
from bureau.kernel import rules
from bureau.kernel.actor import Actor
from bureau.kernel.errors import ArgumentInvalid, NotAllowed
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.kernel.words import Words
from bureau.storage.rights import Row, columns_of, load_parties

Info = strawberry.Info[Context, None]

_KEEPERS = rules.security_admin | rules.audit_admin


@strawberry.type(description="One role that a rule admits, and what it comes to for you. 理由")
class AccessReason:
    role: str | None = strawberry.field(description="The role; null where it is not about a role. 角色代码")
    role_name: str | None = strawberry.field(description="The role in your language. 角色名称")
    levels: list[str] = strawberry.field(description="At which levels the rule admits it. 适用层级")
    unit_number: strawberry.Private[int | None]
    since: str | None = strawberry.field(description="Since when it is held there. 授权起始日期")
    until: str | None = strawberry.field(description="Until when; null if open or not held. 授权截止日期")
    basis: str | None = strawberry.field(description="On what basis. 授权依据")
    is_met: bool = strawberry.field(description="Whether it lets you. 是否满足")
    message: str = strawberry.field(description="Why, in your language. 说明")


@strawberry.type(description="One rule, held against a record. 规则说明")
class AccessRule:
    target: str = strawberry.field(
        description="What it is the rule of: `Student.read`, `Person.address`, `registerStudent`. 权限项"
    )
    is_allowed: bool = strawberry.field(description="Whether it lets you act on this record. 是否允许")
    reasons: list[AccessReason] = strawberry.field(description="Each role it admits, and what that comes to. 理由")


@strawberry.type(description="Why a record may be read or changed. 访问说明")
class AccessExplanation:
    is_visible: bool = strawberry.field(
        description="Whether the record is seen; one that is not there is seen by nobody. 是否可见"
    )
    rules: list[AccessRule] = strawberry.field(
        description="The rules of its kind: reading first, its restricted fields, then its verbs. 各项规则"
    )


async def explain_access(
    info: Info,
    id: Annotated[strawberry.ID, strawberry.argument(description="The record. 记录标识")],  # noqa: A002 (API name)
    targets: Annotated[
        list[str] | None, strawberry.argument(description="Only these rules, as `Student.read`. 指定权限项")
    ] = None,
    username: Annotated[
        str | None,
        strawberry.argument(
            description="Somebody else, for those who keep or audit rights. 指定账户（须为安全或审计管理员）"
        ),
    ] = None,
) -> AccessExplanation:
    """Say of each rule of a record's kind whether it lets you, or somebody else, act on that record, and why."""
    context = info.context
    actor = await _whom(context, username)
    kind, number = _record(context, str(id))
    wanted = {t: r for t, r in _rules(context, kind).items() if targets is None or t in targets}
    columns = columns_of(kind)
    sql = f"SELECT {', '.join(columns)} FROM {kind.table} WHERE id = $1"
    rows = await context.services.store.database.readers.fetch(sql, [number], steady=True)
    row = dict(zip(columns, tuple(rows[0]), strict=True)) if rows else None
    if row is not None:
        row |= await _parties(context, kind, row)
    explained = list(explain(actor, kind, row, {f"{kind.type_name}.read": kind.read, **wanted}))
    words = await role_words(context.services.store.database)
    shown = explained if f"{kind.type_name}.read" in wanted else explained[1:]
    return AccessExplanation(is_visible=explained[0].is_allowed, rules=[_rule(one, words, context) for one in shown])


async def _parties(context: Context, kind: Kind, row: dict[str, Any]) -> dict[str, Any]:
    """The units that take part in a record, where rights look for them."""
    database, record = context.services.store.database, Row(row)
    await load_parties(lambda sql, *ids: database.readers.fetch(sql, ids), database.dialect, kind, [record])
    return vars(record)


async def _whom(context: Context, username: str | None) -> Actor:
    if username is None or username == context.actor.name:
        return context.actor
    if not context.actor.may_somewhere(_KEEPERS):
        raise GraphQLError("", original_error=NotAllowed())
    database = context.services.store.database
    rows = await database.readers.fetch("SELECT id FROM account WHERE username = $1", [username])
    found = await actor_of(database, rows[0][0]) if rows else None
    if found is None:
        raise GraphQLError(
            "", original_error=ArgumentInvalid("There is no such open account.", "没有该账户，或账户已停用。")
        )
    return found


def _record(context: Context, identity: str) -> tuple[Kind, int]:
    parsed = parse_id(identity)
    kind = next((k for k in context.services.kinds if parsed and k.type_name == parsed[0]), None)
    if parsed is None or kind is None or not kind.rooted:
        raise GraphQLError("", original_error=ArgumentInvalid("It is no id of a record.", "不是有效的记录标识。"))
    return kind, number_of(identity, kind, context.services.engine.kinds)


def _rules(context: Context, kind: Kind) -> dict[str, Rule]:
    """The rules of a kind and of its verbs, by what they are about."""
    actions = [action for action in context.services.actions if action.kind in (kind, kind.base)]
    return dict(rules_by_target([kind], actions))


def _rule(explained: Explained, words: dict[str, Words], context: Context) -> AccessRule:
    return AccessRule(
        target=explained.target,
        is_allowed=explained.is_allowed,
        reasons=[_reason(reason, words, context) for reason in explained.reasons],
    )


def _reason(reason: Reason, words: dict[str, Words], context: Context) -> AccessReason:
    grant = reason.grant
    called = words.get(reason.role or "")
    return AccessReason(
        role=reason.role,
        role_name=called.in_(context.language) if called else None,
        levels=[level.value for level in reason.levels],
        unit_number=grant.unit if grant else None,
        since=grant.start.isoformat() if grant else None,
        until=grant.until.isoformat() if grant and grant.until else None,
        basis=grant.basis or None if grant else None,
        is_met=reason.is_met,
        message=reason.words.in_(context.language),
    )
