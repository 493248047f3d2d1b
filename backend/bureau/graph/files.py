"""Links to files, for whoever their owners pass them on to."""

from typing import Annotated

import strawberry

from bureau.graph.context import Context
from bureau.graph.errors import Error, told
from bureau.graph.inputs import number_of
from bureau.graph.scalars import rfc3339
from bureau.kernel.errors import Code, FileClosed, FileUnknown, fault
from bureau.machinery.files.file import file
from bureau.storage.reads import Read

Info = strawberry.Info[Context, None]


@strawberry.input(description="Which file. 文件")
class LinkFileInput:
    id: strawberry.ID = strawberry.field(description="The file. 文件标识")


@strawberry.type(description="An address that opens one file for whoever holds it. 文件链接")
class FileLink:
    url: str = strawberry.field(description="The address; a path of this server, unless files have their own. 链接")
    until: str = strawberry.field(description="Until when it is good, RFC 3339. 有效期至")


@strawberry.type(description="What became of asking for a link. 获取链接结果")
class LinkFilePayload:
    link: FileLink | None = strawberry.field(description="The link; null where there is none. 链接")
    errors: list[Error] = strawberry.field(description="Why it was refused; empty if it was done. 错误")


async def link_file(
    info: Info,
    input: Annotated[LinkFileInput, strawberry.argument(description="Which file. 输入")],  # noqa: A002 (API name)
) -> LinkFilePayload:
    """Make a link to a file of yours; it is good for minutes and needs no signing in."""
    context = info.context
    services = context.services
    try:
        found = await services.files.ready(number_of(input.id, file, services.engine.kinds), context.actor)
    except FileUnknown:
        return LinkFilePayload(link=None, errors=told([fault(Code.NOT_FOUND, "id", kind=file.words)], context.language))
    except FileClosed as closed:
        why = fault(Code.INVALID, "id", reason=closed.words)
        return LinkFilePayload(link=None, errors=told([why], context.language))
    return linked(context, found.id, "linkFile")


def linked(context: Context, identity: int, operation: str) -> LinkFilePayload:
    """A link to a file, with a note in the read log of who asked for it; raises Unavailable as `note_read` does."""
    note_read(context, identity, operation)
    link = context.services.files.links.to(identity)
    return LinkFilePayload(link=FileLink(url=link.url, until=rfc3339(link.until)), errors=[])


def note_read(context: Context, identity: int, operation: str) -> None:
    """Note in the read log who opens a file, or makes a link to it: files are full of persons.

    Raises Unavailable while too many reads wait to be logged.
    """
    services = context.services
    services.read_log.ask()
    read = Read(
        at=services.store.database.clock.now(),
        position=None,
        actor=context.actor,
        document="/files/{id}",
        operation=operation,
        variables={},
        record=f"File:{identity}",
        language=context.language,
        request_id=context.request_id,
    )
    services.read_log.note(read)
