"""Links to files that go with a record: of cases, documents and inspections for those who see these, of any other
record for those who may do what asks for a look at the file.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated

import strawberry

from bureau.graph.context import Context
from bureau.graph.errors import told
from bureau.graph.files import LinkFilePayload, linked
from bureau.graph.inputs import number_of
from bureau.kernel.errors import Code, FileClosed, FileUnknown, Refusal, fault, refuse
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.machinery.approvals.case_file import case_file
from bureau.machinery.approvals.filing import seen_file
from bureau.machinery.documents.document_file import document_file
from bureau.machinery.files.file import file
from bureau.machinery.inspections.evidence import inspection_file
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]


@strawberry.input(description="Which file of a case. 办理材料")
class LinkCaseFileInput:
    id: strawberry.ID = strawberry.field(description="The file of a case. 办理材料标识")


@strawberry.input(description="Which file of a document. 公文附件")
class LinkDocumentFileInput:
    id: strawberry.ID = strawberry.field(description="The file of a document. 公文附件标识")


@strawberry.input(description="Which file of an inspection. 检查材料")
class LinkInspectionFileInput:
    id: strawberry.ID = strawberry.field(description="The file of an inspection. 检查材料标识")


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


async def link_document_file(
    info: Info,
    input: Annotated[LinkDocumentFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to a file of a document that you see; it is good for minutes and needs no signing in."""
    return await _entry_linked(info.context, "linkDocumentFile", document_file, input.id)


async def link_inspection_file(
    info: Info,
    input: Annotated[LinkInspectionFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to a file of an inspection that you see; it is good for minutes and needs no signing in."""
    return await _entry_linked(info.context, "linkInspectionFile", inspection_file, input.id)


async def link_record_file(
    info: Info,
    input: Annotated[LinkRecordFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to the file of a record, for those who may use a verb on it that opens the file; see the catalogue's
    `opens`. It is good for minutes and needs no signing in.
    """
    store, type_name = info.context.services.store, input.id.partition(":")[0]
    verbs = (verb for verb in store.verbs.values() if verb.opens and verb.kind.type_name == type_name)
    verb = next((verb for verb in verbs if camel(verb.opens) == input.field), None)
    if verb is None:
        nothing = fault(Code.NOT_FOUND, "field", kind=file.words)
        return LinkFilePayload(link=None, errors=told([nothing], info.context.language))

    async def seen(tx: Transaction, number: int) -> int:
        held = await store.hold(tx, verb.kind, number, verb.rule)
        identity: int | None = held.__dict__[f"{verb.opens}_id"]
        if identity is None:
            raise refuse(Code.NOT_FOUND, "field", kind=file.words)
        return identity

    return await _linked(info.context, "linkRecordFile", verb.kind, input.id, seen)


async def _entry_linked(context: Context, operation: str, kind: Kind, given: str) -> LinkFilePayload:
    """A link to the file of an entry, for whoever sees the entry."""

    async def seen(tx: Transaction, number: int) -> int:
        entry = await context.services.store.hold(tx, kind, number, kind.read)
        return int(entry.__dict__["file_id"])

    return await _linked(context, operation, kind, given, seen)


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
