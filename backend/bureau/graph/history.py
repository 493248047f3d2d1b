"""`recordHistory`: the versions of a record, for those who see it as it is today."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated

import strawberry
from graphql import GraphQLError

from bureau.access.account import account
from bureau.access.standing import Standing, standing_records
from bureau.graph import logged
from bureau.graph.context import Context, variables_of
from bureau.graph.verb_words import words_of_verb
from bureau.kernel.actor import NO_WARDS
from bureau.kernel.errors import ArgumentInvalid, CursorInvalid
from bureau.kernel.text import camel
from bureau.storage.sql import among
from bureau.storage.versions import Version, versions

Info = strawberry.Info[Context, None]

MOST = 200
"""Versions of a page."""
_VOID = "voidReason"


@strawberry.type(description="A record as one change left it. 版本")
class RecordVersion:
    position: str = strawberry.field(
        description="Its place in the one order of all changes; the cursor of the page that ends before it. 变更序号"
    )
    at: datetime = strawberry.field(
        description="The moment as of which (`asOf`) the record is as this change left it. 变更时间"
    )
    verb: str = strawberry.field(description="What was done: `create`, `update`, `void`, or a verb by its name. 操作")
    verb_label: str = strawberry.field(description="The verb in your language. 操作名称")
    by_name: str | None = strawberry.field(
        description="Who did it, for those who see the record by a role; null where the product did. 操作人"
    )
    fields: list[str] = strawberry.field(
        description="The fields that were given another value, of those that you may read. 变更字段"
    )


@strawberry.type(description="The versions of a record. 历史版本")
class RecordHistory:
    versions: list[RecordVersion] = strawberry.field(description="The versions, the newest first. 版本")
    has_more: bool = strawberry.field(description="Whether there are older ones. 是否还有更早版本")


async def record_history(
    info: Info,
    id: Annotated[strawberry.ID, strawberry.argument(description="The record. 记录标识")],  # noqa: A002 (API name)
    first: Annotated[int, strawberry.argument(description=f"So many, {MOST} at most. 条数")] = 50,
    before: Annotated[
        str | None, strawberry.argument(description="Only those before this `position`. 起始变更序号")
    ] = None,
) -> RecordHistory | None:
    """The versions of a record that you see today; null of one that you do not see, or whose kind keeps no history."""
    if not 0 <= first <= MOST:
        raise GraphQLError(
            "", original_error=ArgumentInvalid(f"first lies between 0 and {MOST}.", f"first 应在 0 与 {MOST} 之间。")
        )
    place = _place(before)
    context = info.context
    services = context.services
    database = services.store.database
    record = (await standing_records(database, services.engine.kinds, [str(id)])).get(str(id))
    if record is None or not record.kind.history or not record.is_seen(context.actor):
        return None
    context.pay(first)
    await _log(record, info)
    found = await versions(database, record.kind, record.number, first + 1, place)
    names = await _names(found, record, context)
    fields = _readable(record, context)
    return RecordHistory(
        versions=[_shown(version, names, fields, context) for version in found[:first]], has_more=len(found) > first
    )


async def _log(record: Standing, info: Info) -> None:
    """Note that a record of a person was read, as it is now."""
    if not record.kind.personal:
        return
    services, raw = info.context.services, info._raw_info
    services.read_log.ask()
    closed = await services.store.database.feed.closed()
    named = f"{record.kind.type_name}:{record.number}"
    logged.note(raw.operation, variables_of(raw), info.context, closed.position, named)


def _place(before: str | None) -> int | None:
    if before is None:
        return None
    if not (before.isascii() and before.isdigit() and len(before) <= 18):
        raise GraphQLError("", original_error=CursorInvalid())
    return int(before)


def _readable(record: Standing, context: Context) -> frozenset[str]:
    """The fields of a record that whoever asks may read, as the journal names them."""
    own = (
        camel(name)
        for name, declared in record.kind.fields.items()
        if not declared.internal and (declared.read is None or record.lets(context.actor, declared.read))
    )
    return frozenset((*own, _VOID))


async def _names(found: Iterable[Version], record: Standing, context: Context) -> Mapping[int, str]:
    """What the accounts are called that made these versions, for one who sees the record by a role of theirs, and not
    by a token that knows of no accounts.
    """
    accounts = {version.account for version in found if version.account is not None}
    by_role = replace(context.actor, account=None, wards=NO_WARDS, headed=())
    is_staff = bool(by_role.grants) and record.is_seen(by_role) and by_role.admits(account.read)
    if not accounts or not is_staff:
        return {}
    database = context.services.store.database
    of, values = among(database.dialect, "id", accounts)
    return dict(map(tuple, await database.readers.fetch(f"SELECT id, display_name FROM account WHERE {of}", values)))


def _shown(version: Version, names: Mapping[int, str], readable: frozenset[str], context: Context) -> RecordVersion:
    changed: Sequence[str] = (_VOID,) if version.verb == "void" else version.fields
    return RecordVersion(
        position=str(version.position),
        at=version.at,
        verb=camel(version.verb),
        verb_label=words_of_verb(version.verb, context.services.actions).in_(context.language),
        by_name=names.get(version.account) if version.account is not None else None,
        fields=[name for name in changed if name in readable],
    )
