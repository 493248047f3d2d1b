"""Writing lists, and whole registries."""

import codecs
from collections.abc import Sequence
from io import TextIOBase
from typing import Any, BinaryIO, TextIO, cast

from bureau.commands.said import held, kind_called
from bureau.engine.paging import order_name
from bureau.engine.selection import Given
from bureau.graph.arguments import given_filter
from bureau.graph.context import Services
from bureau.kernel.actor import SYSTEM
from bureau.kernel.errors import CommandError
from bureau.kernel.kind import Kind
from bureau.machinery.imports.columns import Heads, chosen_columns
from bureau.machinery.imports.exporter import Export, Exporter, Format
from bureau.machinery.interchange.clear import Clear
from bureau.machinery.interchange.formats import deliver
from bureau.storage.reads import Read


async def export_file(
    services: Services,
    kind_name: str,
    out: TextIO | BinaryIO,
    *,
    format_: Format = "csv",
    filter_: str = "",
    search: str = "",
    order: str = "",
    columns: Sequence[str] = (),
    lang: Heads = "api",
) -> None:
    """Write the live records of a kind, or those that a filter lets through, to a file, open for text or for bytes.

    The read log has it, if it reads of persons. Raises CommandError or RequestError for what cannot be asked.
    """
    kind = kind_called(services, kind_name)
    arguments, variables = _asked(services, kind, filter_, search, order)
    chosen = chosen_columns(kind, columns)
    exporter = Exporter(
        services.engine,
        services.store.database.settings,
        Export(kind, chosen, arguments, variables, heads=lang, language="en" if lang == "en" else "zh"),
    )
    if exporter.is_personal:
        services.read_log.ask()
        options = {"format": format_, "columns": columns, "filter": filter_, "search": search, "order": order}
        services.read_log.note(_export(services, kind.name, {name: value for name, value in options.items() if value}))
    if format_ == "xlsx":
        await exporter.xlsx(cast("BinaryIO", out))
        return
    decode = codecs.getincrementaldecoder("utf-8")().decode
    async for piece in exporter.csv() if format_ == "csv" else exporter.jsonl():
        if isinstance(out, TextIOBase):
            out.write(decode(piece))
        else:
            cast("BinaryIO", out).write(piece)


async def export_delivery(services: Services, format_: str, out: BinaryIO, clear: str = "") -> None:
    """Write the whole registry in a format of interchange; sealed values only for a reason (`clear`), journalled."""
    services.read_log.ask()
    said = {name: value for name, value in {"format": format_, "clear": clear}.items() if value}
    services.read_log.note(_export(services, format_, said))
    granted = await Clear.granted(services.store, clear) if clear else None
    await deliver(format_, services.engine, services.store, held(services), out, granted)


def _asked(
    services: Services, kind: Kind, filter_: str, search: str, order: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The arguments of a list as they are given to a command, and the variables that they are read from."""
    arguments: dict[str, Any] = {}
    variables: dict[str, Any] = {}
    if filter_:
        arguments["filter"], variables["filter"] = given_filter(services.schema().graphql, kind, filter_)
    if search:
        arguments["search"] = Given(search)
    if order:
        offered = [f"{order_name(path)}_{way}" for path in ("id", *kind.order) for way in ("ASC", "DESC")]
        if order.upper() not in offered:
            raise CommandError(f"No order “{order}”; there are {', '.join(offered)}. 没有这种排序。")
        arguments["orderBy"] = Given(order.upper())
    return arguments, variables


def _export(services: Services, what: str, options: dict[str, Any]) -> Read:
    return Read(
        at=services.store.database.clock.now(),
        position=None,
        actor=SYSTEM,
        document=f"bureau export {what}",
        operation="export",
        variables=options,
        record=None,
        language="zh",
        request_id="",
    )
