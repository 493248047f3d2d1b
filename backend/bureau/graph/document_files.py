"""`linkDocumentFile`: a link to a file of a document, for those who see the document."""

from typing import Annotated

import strawberry

from bureau.graph.context import Context
from bureau.graph.errors import told
from bureau.graph.files import FileLink, LinkFilePayload, note_read
from bureau.graph.inputs import number_of
from bureau.graph.scalars import rfc3339
from bureau.kernel.errors import Code, FileClosed, FileUnknown, Refusal, fault
from bureau.machinery.documents.document_file import DocumentFile, document_file
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]


@strawberry.input(description="Which file of a document. 公文附件")
class LinkDocumentFileInput:
    id: strawberry.ID = strawberry.field(description="The file of a document. 公文附件标识")


async def link_document_file(
    info: Info,
    input: Annotated[LinkDocumentFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to a file of a document that you see; it is good for minutes and needs no signing in."""
    context = info.context
    services = context.services
    number = number_of(input.id, document_file, services.engine.kinds)

    async def work(tx: Transaction) -> DocumentFile:
        found: DocumentFile = await services.store.hold(tx, document_file, number, document_file.read)
        return found

    try:
        file = (await services.store.database.transaction(work, actor=context.actor)).__dict__["file_id"]
        await services.files.ready(file, None)
    except Refusal as refusal:
        return LinkFilePayload(link=None, errors=told(refusal.faults, context.language))
    except (FileUnknown, FileClosed) as closed:
        why = fault(Code.INVALID, "id", reason=closed.words)
        return LinkFilePayload(link=None, errors=told([why], context.language))
    note_read(context, file, "linkDocumentFile")
    link = services.files.links.to(file)
    return LinkFilePayload(link=FileLink(url=link.url, until=rfc3339(link.until)), errors=[])
