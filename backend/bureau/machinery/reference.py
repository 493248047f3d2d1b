"""The product's own reference data: code tables, divisions, roles, and the unit at the root of the tree."""

import csv
import gzip
import hashlib
import io
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import groupby
from typing import Any

from bureau.access.role import role
from bureau.kernel.kind import Kind
from bureau.kernel.shipped import uncommented
from bureau.machinery.approvals.procedure import procedure_words
from bureau.machinery.calendars.announced import SOURCE, enter_announced_days
from bureau.machinery.imports.importer import Importer, Rejection
from bureau.machinery.imports.mapping import mapped
from bureau.machinery.imports.tables import TableRow
from bureau.registry.division import division
from bureau.registry.unit import office
from bureau.settings import Settings
from bureau.storage.codes import code_entry
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_CALENDAR = "reference.calendar"


async def load_reference(store: Store, settings: Settings) -> None:
    """Bring code tables, divisions and roles up to what this version ships, and see that the tree has its root.

    What was shipped is remembered by its digest, so that a second call costs one query.
    """
    data = files("bureau.registry") / "data"
    divisions = [data / "divisions.csv", data / "division_changes.csv"]
    shipped = (
        (code_entry, [*(table.read_text("utf-8") for table in _code_tables(store.kinds)), *_procedures(store.kinds)]),
        (division, [*(table.read_text("utf-8") for table in divisions), _streets(data, settings.city)]),
        (role, [(files("bureau.access") / "data" / "roles.csv").read_text("utf-8")]),
    )
    for number, (kind, texts) in enumerate(shipped):
        digest = int.from_bytes(hashlib.sha256("".join(texts).encode()).digest()[:6])
        series = f"reference.{number}"
        if await _loaded(store, series) != digest:
            for text in texts:
                await _load(store, kind, text)
            await _remember(store, series, digest)
    digest = int.from_bytes(hashlib.sha256(SOURCE.encode()).digest()[:6])
    if await _loaded(store, _CALENDAR) != digest:
        await enter_announced_days(store)
        await _remember(store, _CALENDAR, digest)
    await _plant_root(store, settings)


def _code_tables(kinds: Iterable[Kind]) -> Iterator[Traversable]:
    """The files of code tables that lie beside the kinds that use them."""
    for data in _data(kinds):
        folder = data / "codes"
        if folder.is_dir():
            yield from sorted(folder.iterdir(), key=lambda file: file.name)


def _procedures(kinds: Iterable[Kind]) -> Iterator[str]:
    """The words of the procedures of each area, as files of a code table have them."""
    for data in _data(kinds):
        if rows := list(procedure_words(data / "procedures")):
            text = io.StringIO()
            table = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
            table.writeheader()
            table.writerows(rows)
            yield text.getvalue()


def _data(kinds: Iterable[Kind]) -> Iterator[Traversable]:
    """Where the data lie that come with the packages of kinds."""
    for package in dict.fromkeys(kind.record.__module__.rpartition(".")[0] for kind in kinds):
        yield files(package) / "data"


def _streets(data: Traversable, city: str) -> str:
    """The streets of the bureau's own city; those of the whole country would be fourteen times the rows."""
    prefix = city[:2] if city.endswith("0000") else city[:4]
    header, *rows = uncommented(gzip.decompress((data / "streets.csv.gz").read_bytes()).decode())
    return "\n".join([header, *(row for row in rows if row.startswith(prefix))])


async def _loaded(store: Store, series: str) -> int | None:
    rows = await store.database.readers.fetch("SELECT value FROM counter WHERE name = $1", [series])
    return rows[0][0] if rows else None


async def _remember(store: Store, series: str, digest: int) -> None:
    async def keep(tx: Transaction) -> None:
        sql = "INSERT INTO counter (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2"
        await tx.fetch(sql, series, digest)

    await store.database.transaction(keep)


async def _load(store: Store, kind: Kind, text: str) -> None:
    rows = list(_table_rows(text))
    if not rows:
        return
    paths, _ = mapped(kind, rows[0].cells, {})
    importer = Importer(store, kind, paths)
    for _, level in groupby(rows, key=lambda row: row.cells.get("level")):  # a part needs its whole
        await importer.run(level, _refuse)
    store.forget_codes()


def _table_rows(text: str) -> Iterator[TableRow]:
    for number, cells in enumerate(csv.DictReader(uncommented(text)), 2):
        yield TableRow(number, cells)


def _refuse(rejection: Rejection) -> None:
    if not rejection.is_warning:
        raise ValueError(f"reference data, line {rejection.line}, {rejection.column}: {rejection.reason.en}")


async def _plant_root(store: Store, settings: Settings) -> None:
    async def plant(tx: Transaction) -> None:
        if await tx.fetch("SELECT 1 FROM unit WHERE category = 'BUREAU'"):
            return
        city = await tx.fetch("SELECT id, name FROM division WHERE code = $1", settings.city)
        values: dict[str, Any] = {"code": settings.city, "category": "BUREAU", "name": _name(city, settings)}
        if city:
            values["division"] = city[0][0]
        await store.create(tx, office, values)

    await store.database.transaction(plant)


def _name(city: Iterable[Any], settings: Settings) -> str:
    if settings.bureau_name:
        return settings.bureau_name
    return next((f"{row[1]}教育局" for row in city), "Education bureau")
