"""The mapping of columns that was used for files of the same headers: the next one needs not be told (导入列映射)."""

import hashlib
from collections.abc import Iterable, Mapping

import orjson

from bureau.kernel import rules
from bureau.kernel.field import Moment, Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level
from bureau.kernel.text import FORBIDDEN
from bureau.machinery.imports.mapping import EXTRA, Paths
from bureau.storage.record import Record
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_LONGEST = 50_000


class ImportMapping(Record):
    """Which column filled which field, the last time that a file with these headers was imported.

    It is used for the next file with the same headers, unless told otherwise; one that is wrong is made void.
    """

    record_kind = Text(60, "Kind of record", "记录类型", plain=True, pattern="[a-z_]+")
    headers = Text(64, "Headers", "表头摘要", plain=True, pattern="[0-9a-f]{64}", note=("SHA-256.", "SHA-256。"))
    columns = Text(_LONGEST, "Columns", "列对应关系", lines=True, form="verbatim", note=("JSON.", "JSON。"))
    used_by = Text(60, "Used by", "使用人")
    used_at = Moment("Used at", "使用时间")


import_mapping = Kind(
    ImportMapping,
    label=("Import mapping", "Import mappings", "导入列映射"),
    read=(rules.staff | rules.director | rules.system_admin).anywhere,
    void=rules.system_admin.at(Level.CITY),
    natural_key=("record_kind", "headers"),
    title=("record_kind", "used_at"),
    list=("record_kind", "columns", "used_by", "used_at"),
    order=("used_at",),
    filter=("record_kind", "headers"),
    group=("record_kind",),
)


def digest_of(headers: Iterable[str]) -> str:
    """What a set of headers is known by, whatever their order; columns that we added ourselves do not count."""
    known = sorted({header for header in headers if header and not header.startswith(EXTRA)})
    return hashlib.sha256(orjson.dumps(known)).hexdigest()


async def recalled(store: Store, kind: Kind, headers: Iterable[str]) -> Mapping[str, str]:
    """The mapping used for such a file before, path to header; empty if there was none."""
    sql = "SELECT columns FROM import_mapping WHERE record_kind = $1 AND headers = $2 AND void_reason IS NULL"
    rows = await store.database.readers.fetch(sql, [kind.name, digest_of(headers)])
    return orjson.loads(rows[0][0]) if rows else {}


async def remember(tx: Transaction, store: Store, kind: Kind, headers: Iterable[str], paths: Paths) -> None:
    """Keep the mapping of a file for the next one like it; nothing is written where it is the one kept already."""
    columns = orjson.dumps(paths, option=orjson.OPT_SORT_KEYS).decode()
    if len(columns) > _LONGEST or FORBIDDEN.search(columns):
        return
    digest = digest_of(headers)
    known = await ImportMapping.filter(record_kind=kind.name, headers=digest, void_reason__isnull=True).first()
    values = {"columns": columns, "used_by": tx.actor.name, "used_at": tx.now()}
    of = store.kind_of(ImportMapping)
    if known is None:
        await store.create(tx, of, {"record_kind": kind.name, "headers": digest, **values}, verb="import")
    elif known.columns != columns:
        await store.change(tx, of, known, values, verb="import")
