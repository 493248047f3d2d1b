"""`linkCaseFile` and `linkDocumentFile`: links to files that go with a record, for those who see the record."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any

import strawberry

from bureau.graph.context import Context
from bureau.graph.errors import told
from bureau.graph.files import LinkFilePayload, linked
from bureau.graph.inputs import number_of
from bureau.kernel.errors import Code, FileClosed, FileUnknown, Refusal, fault
from bureau.kernel.kind import Kind
from bureau.machinery.approvals.case_file import case_file
from bureau.machinery.approvals.filing import seen_file
from bureau.machinery.documents.document_file import document_file
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]


@strawberry.input(description="Which file of a case. 办理材料")
class LinkCaseFileInput:
    id: strawberry.ID = strawberry.field(description="The file of a case. 办理材料标识")


@strawberry.input(description="Which file of a document. 公文附件")
class LinkDocumentFileInput:
    id: strawberry.ID = strawberry.field(description="The file of a document. 公文附件标识")


async def link_case_file(
    info: Info,
    input: Annotated[LinkCaseFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to a file of a case that you see; it is good for minutes and needs no signing in."""
    store = info.context.services.store

    async def seen(tx: Transaction, number: int) -> Any:
        return await seen_file(Act(store, tx, "link_case_file"), number)

    return await _linked(info.context, "linkCaseFile", case_file, input.id, seen)


async def link_document_file(
    info: Info,
    input: Annotated[LinkDocumentFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to a file of a document that you see; it is good for minutes and needs no signing in."""
    store = info.context.services.store

    async def seen(tx: Transaction, number: int) -> Any:
        return await store.hold(tx, document_file, number, document_file.read)

    return await _linked(info.context, "linkDocumentFile", document_file, input.id, seen)


async def _linked(
    context: Context, operation: str, kind: Kind, given: str, seen: Callable[[Transaction, int], Awaitable[Any]]
) -> LinkFilePayload:
    """A link to the file that goes with a record; `seen` finds its entry, or refuses one that is not to be seen."""
    services = context.services
    number = number_of(given, kind, services.engine.kinds)
    try:
        entry = await services.store.database.transaction(lambda tx: seen(tx, number), actor=context.actor)
        file = entry.__dict__["file_id"]
        await services.files.ready(file, None)
    except Refusal as refusal:
        return LinkFilePayload(link=None, errors=told(refusal.faults, context.language))
    except (FileUnknown, FileClosed) as closed:
        why = fault(Code.INVALID, "id", reason=closed.words)
        return LinkFilePayload(link=None, errors=told([why], context.language))
    return linked(context, file, operation)
