"""`linkCaseFile`: a link to a file of a case, for those who see the case."""

from typing import Annotated

import strawberry

from bureau.graph.context import Context
from bureau.graph.errors import told
from bureau.graph.files import FileLink, LinkFilePayload, note_read
from bureau.graph.inputs import number_of
from bureau.graph.scalars import rfc3339
from bureau.kernel.errors import Code, FileClosed, FileUnknown, Refusal, fault
from bureau.machinery.approvals.case_file import CaseFile, case_file
from bureau.machinery.approvals.filing import seen_file
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

Info = strawberry.Info[Context, None]


@strawberry.input(description="Which file of a case. 办理材料")
class LinkCaseFileInput:
    id: strawberry.ID = strawberry.field(description="The file of a case. 办理材料标识")


async def link_case_file(
    info: Info,
    input: Annotated[LinkCaseFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to a file of a case that you see; it is good for minutes and needs no signing in."""
    context = info.context
    services = context.services
    number = number_of(input.id, case_file, services.engine.kinds)

    async def work(tx: Transaction) -> CaseFile:
        return await seen_file(Act(services.store, tx, "link_case_file"), number)

    try:
        file = (await services.store.database.transaction(work, actor=context.actor)).__dict__["file_id"]
        await services.files.ready(file, None)
    except Refusal as refusal:
        return LinkFilePayload(link=None, errors=told(refusal.faults, context.language))
    except (FileUnknown, FileClosed) as closed:
        why = fault(Code.INVALID, "id", reason=closed.words)
        return LinkFilePayload(link=None, errors=told([why], context.language))
    note_read(context, file, "linkCaseFile")
    link = services.files.links.to(file)
    return LinkFilePayload(link=FileLink(url=link.url, until=rfc3339(link.until)), errors=[])
