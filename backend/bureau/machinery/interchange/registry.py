"""The whole registry as one archive, and back: what another bureau, or an empty database, needs to be the same."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from bureau.engine.run import Engine
from bureau.kernel.errors import CommandError
from bureau.kernel.kind import Kind
from bureau.machinery.imports.exporter import Export, Exporter
from bureau.machinery.interchange.clear import Clear
from bureau.machinery.interchange.intake import Delivery
from bureau.machinery.interchange.scratch import Scratch
from bureau.machinery.interchange.sheets import NAME, in_order, registry_profile, sheet
from bureau.machinery.interchange.tabular import MANIFEST, manifest, read_tables
from bureau.storage.store import Store

_PROPERTY, _VALUE = "property", "value"


async def write_registry(
    engine: Engine, store: Store, kinds: Sequence[Kind], out: BinaryIO, clear: Clear | None = None
) -> None:
    """Write the live records of these kinds as a zip of CSV files, row by row; sealed values as masks unless `clear`.

    History and journal stay behind: they are this bureau's own.
    """
    settings = store.database.settings
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{MANIFEST}.csv", _manifest({"format": NAME, "version": "1", "bureau": settings.city}))
        for kind in in_order(kinds):
            paths = tuple(column.source for column in sheet(kind, store.kind_of))
            exporter = Exporter(engine, settings, Export(kind, paths))
            through = clear.of(kind, paths) if clear else None
            with archive.open(f"{kind.name}.csv", "w", force_zip64=True) as file:
                async for piece in exporter.csv(through):
                    file.write(piece)


def _manifest(said: dict[str, str]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([(_PROPERTY, _VALUE), *said.items()])
    return text.getvalue()


def read_registry(kinds: Sequence[Kind], store: Store, path: Path, scratch: Scratch) -> Delivery:
    """Read such an archive; raises CommandError for one that is of another format."""
    said = manifest(path, _PROPERTY, _VALUE)
    if said.get("format") != NAME or said.get("version") != "1":
        raise CommandError("It is no registry that was exported here. 不是本系统导出的完整登记册。")
    delivery = read_tables(registry_profile(kinds, store.kind_of), path, scratch)
    delivery.restores = True
    delivery.system = f"{NAME}:{said.get('bureau', '')}"
    for table in {column.file for column in delivery.profile.columns}:
        scratch.run(f'CREATE INDEX "{table}_id" ON "{table}" (id)')
    return delivery
