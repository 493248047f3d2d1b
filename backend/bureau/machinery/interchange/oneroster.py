"""OneRoster 1.2 in CSV, bulk: what a roster brings is taken, and the registry leaves as one."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from bureau.engine.run import Engine
from bureau.kernel.errors import CommandError
from bureau.kernel.guards import guarded
from bureau.kernel.kind import Kind
from bureau.kernel.shipped import uncommented
from bureau.machinery.imports.exporter import Export, Exporter
from bureau.machinery.interchange.clear import Clear
from bureau.machinery.interchange.intake import Delivery
from bureau.machinery.interchange.profiles import profile
from bureau.machinery.interchange.scratch import Scratch
from bureau.machinery.interchange.sheets import sheet
from bureau.machinery.interchange.tabular import MANIFEST, manifest, read_tables
from bureau.storage.store import Store

_NAME, _VALUE = "propertyName", "value"
_FILES = (
    "academicSessions", "categories", "classes", "classResources", "courses", "courseResources", "demographics",
    "enrollments", "lineItemLearningObjectiveIds", "lineItems", "lineItemScoreScales", "orgs", "resources",
    "resultLearningObjectiveIds", "results", "resultScoreScales", "roles", "scoreScales", "userProfiles",
    "userResources", "users",
)  # fmt: skip
"""All that a manifest of 1.2 speaks of."""
_KINDS = frozenset({
    "school_year", "term", "office", "school", "person", "teacher", "post", "school_class", "student", "enrolment",
    "guardianship",
})  # fmt: skip
_FILE = re.compile(r"^-- (shape|file) ?(\w*)[^\n]*\n", re.MULTILINE)
_AT_ONCE = 2_000


def read_oneroster(kinds: Sequence[Kind], store: Store, path: Path, scratch: Scratch) -> Delivery:
    """Read a roster; raises CommandError for one without manifest, or one that only tells what changed."""
    said = manifest(path, _NAME, _VALUE)
    if changes := sorted(name for name, value in said.items() if name.startswith("file.") and value == "delta"):
        raise CommandError(f"Only whole rosters are taken: {', '.join(changes)} is delta. 仅支持 bulk（全量）交付。")
    delivery = read_tables(profile("oneroster"), path, scratch)
    delivery.system = f"oneroster:{said.get('source.systemCode') or said.get('source.systemName') or ''}"
    return delivery


async def write_oneroster(
    engine: Engine, store: Store, kinds: Sequence[Kind], out: BinaryIO, clear: Clear | None = None
) -> None:
    """Write the registry as a roster, row by row: organisations, years, classes, people and what binds them.

    Sealed values never leave in a roster; raises CommandError where they are asked for.
    """
    if clear:
        raise CommandError("A roster holds no sealed values. OneRoster 交付不含任何加密字段。")
    shape, tables = _statements()
    with Scratch() as scratch, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind in (kind for kind in kinds if kind.name in _KINDS):
            await _keep(engine, store, kind, scratch)
        scratch.add("_today", ("day",), [(store.database.clock.today().isoformat(),)])
        scratch.function("family_name", _family_name)
        scratch.function("given_name", _given_name)
        scratch.run(shape)
        archive.writestr(f"{MANIFEST}.csv", b"".join(_lines(_manifest(store.database.settings.city, tables))))
        for name, sql in tables.items():
            with archive.open(f"{name}.csv", "w", force_zip64=True) as file:
                rows = (row.values() for row in scratch.rows(sql))
                for piece in _lines(chain([scratch.columns(sql)], rows)):
                    file.write(piece)


async def _keep(engine: Engine, store: Store, kind: Kind, scratch: Scratch) -> None:
    """The records of a kind, in the scratch database under the heads of its sheet."""
    columns = sheet(kind, store.kind_of)
    exporter = Exporter(engine, store.database.settings, Export(kind, tuple(column.source for column in columns)))
    scratch.make(kind.name, [column.head for column in columns])
    async for block in exporter.rows():
        scratch.fill(kind.name, block)


def _statements() -> tuple[str, dict[str, str]]:
    text = (files("bureau.machinery.interchange") / "data" / "oneroster" / "out.sql").read_text("utf-8")
    heads = list(_FILE.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    found = {head[2] or head[1]: text[head.end() : end].strip() for head, end in zip(heads, ends, strict=True)}
    return found.pop("shape"), found


def _manifest(bureau: str, tables: Iterable[str]) -> Iterator[tuple[str, str]]:
    yield _NAME, _VALUE
    yield "manifest.version", "1.0"
    yield "oneroster.version", "1.2"
    for name in _FILES:
        yield f"file.{name}", "bulk" if name in tables else "absent"
    yield "source.systemName", "Bureau"
    yield "source.systemCode", bureau


def _lines(rows: Iterable[Iterable[Any]]) -> Iterator[bytes]:
    """Rows as CSV in pieces, no cell of which a spreadsheet takes for a formula."""
    rows = iter(rows)
    while some := list(islice(rows, _AT_ONCE)):
        text = io.StringIO()
        csv.writer(text).writerows(["" if v is None else guarded(str(v)) for v in row] for row in some)
        yield text.getvalue().encode()


def surname(name: str) -> str:
    """What a Chinese name begins with: two characters where such a surname is known, otherwise the first."""
    return name[:2] if name[:2] in _surnames() else name[:1]


@cache
def _surnames() -> frozenset[str]:
    text = (files("bureau.machinery.interchange") / "data" / "surnames.csv").read_text("utf-8")
    return frozenset(uncommented(text))


def _family_name(name: str) -> str:
    return name.rpartition(" ")[2] if name.isascii() or " " in name else surname(name)


def _given_name(name: str) -> str:
    given = name.rpartition(" ")[0] if name.isascii() or " " in name else name.removeprefix(surname(name))
    return given or name  # the standard has nobody without one
