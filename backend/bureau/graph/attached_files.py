"""Links to files that go with a record: for those who see it, or who may do what asks for a look at the file."""

from collections.abc import Awaitable, Callable
from typing import Annotated

import strawberry

from bureau.graph.context import Context
from bureau.graph.errors import told
from bureau.graph.files import LinkFilePayload, linked
from bureau.graph.inputs import number_of
from bureau.kernel.errors import Code, FileClosed, FileUnknown, Refusal, fault, refuse
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.kernel.text import camel
from bureau.machinery.approvals.case_file import case_file
from bureau.machinery.approvals.filing import seen_file
from bureau.machinery.files.file import file
from bureau.storage.act import Act
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]


@strawberry.input(description="Which file of a case. 办理材料")
class LinkCaseFileInput:
    id: strawberry.ID = strawberry.field(description="The file of a case. 办理材料标识")


@strawberry.input(description="Which file of a record. 记录附件")
class LinkRecordFileInput:
    id: strawberry.ID = strawberry.field(description="The record. 记录标识")
    field: str = strawberry.field(description="The field that is the file, as `document`. 文件字段")


async def link_case_file(
    info: Info,
    input: Annotated[LinkCaseFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to a file of a case that you see; it is good for minutes and needs no signing in."""
    store = info.context.services.store

    async def seen(tx: Transaction, number: int) -> int:
        entry = await seen_file(Act(store, tx, "link_case_file"), number)
        return int(entry.__dict__["file_id"])

    return await _linked(info.context, "linkCaseFile", case_file, input.id, seen)


async def link_record_file(
    info: Info,
    input: Annotated[LinkRecordFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to the file of a record, for those who see it where its kind `opens` the file, and else for those who
    may use a verb on it that does; see the catalogue. It is good for minutes and needs no signing in.
    """
    store = info.context.services.store
    opening = _opening(store, input.id.partition(":")[0], input.field)
    if opening is None:
        nothing = fault(Code.NOT_FOUND, "field", kind=file.words)
        return LinkFilePayload(link=None, errors=told([nothing], info.context.language))
    kind, rule, relation = opening

    async def seen(tx: Transaction, number: int) -> int:
        held = await store.hold(tx, kind, number, rule)
        identity: int | None = held.__dict__[f"{relation}_id"]
        if identity is None:
            raise refuse(Code.NOT_FOUND, "field", kind=file.words)
        return identity

    return await _linked(info.context, "linkRecordFile", kind, input.id, seen)


def _opening(store: Store, type_name: str, field: str) -> tuple[Kind, Rule, str] | None:
    """Of a kind's records, who may open the file in a field, and by which relation it is found."""
    for kind in store.kinds:
        if kind.type_name == type_name and kind.opens and camel(kind.opens) == field:
            return kind, kind.read, kind.opens
    for verb in store.verbs.values():
        if verb.kind.type_name == type_name and verb.opens and camel(verb.opens) == field:
            return verb.kind, verb.rule, verb.opens
    return None


async def _linked(
    context: Context, operation: str, kind: Kind, given: str, seen: Callable[[Transaction, int], Awaitable[int]]
) -> LinkFilePayload:
    """A link to the file that goes with a record; `seen` finds its number, or refuses one that is not to be seen."""
    services = context.services
    number = number_of(given, kind, services.engine.kinds)
    try:
        identity = await services.store.database.transaction(lambda tx: seen(tx, number), actor=context.actor)
        await services.files.ready(identity, None)
    except Refusal as refusal:
        return LinkFilePayload(link=None, errors=told(refusal.faults, context.language))
    except (FileUnknown, FileClosed) as closed:
        why = fault(Code.INVALID, "id", reason=closed.words)
        return LinkFilePayload(link=None, errors=told([why], context.language))
    return linked(context, identity, operation)
