"""Deliveries of CSV: one file, or a zip of several whose names say what they hold."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bureau.kernel.errors import CommandError
from bureau.kernel.words import Words
from bureau.machinery.imports.layout import plain
from bureau.machinery.imports.tables import Table, open_table, open_tables
from bureau.machinery.interchange.intake import Delivery, Leftover, counted
from bureau.machinery.interchange.profiles import Profile
from bureau.machinery.interchange.scratch import Scratch

LINE = "_line"


MANIFEST = "manifest"
"""The file that says what the others are; it is read by itself."""


def read_tables(profile: Profile, path: Path, scratch: Scratch, *, only: str = "") -> Delivery:
    """Read a delivery; a profile of one file takes a file of any name (`only`). Raises CommandError.

    Files and columns of the format that are missing are there and empty; files that are none of it are named.
    """
    known = profile.files
    leftovers = []
    opened: set[str] = set()
    for table in open_tables(path, known=[plain(column) for columns in known.values() for column in columns]):
        name = only or PurePosixPath(table.name).stem
        if name in opened:
            raise CommandError(f"{name} stands twice in the delivery. {name} 重复出现。")
        if name in known:
            opened.add(name)
            _add(scratch, name, table, known[name])
        elif name != MANIFEST:
            why = Words("no file of the format that we know.", "不是该格式的已知文件。")
            leftovers.append(Leftover(table.name, sum(1 for _ in table.rows()), why))
        leftovers += [Leftover(f"{table.name}:{row.line}", 1, _NO_RECORD) for row in table.skipped]
    if not opened:
        raise CommandError(f"No file of the format {profile.name} is in it. 其中没有 {profile.name} 格式的文件。")
    for name in known.keys() - opened:
        scratch.add(name, (LINE, *known[name]), ())
    return Delivery(profile, profile.name, scratch, counted(scratch, sorted(opened)), leftovers)


def manifest(path: Path, name: str, value: str) -> dict[str, str]:
    """What a delivery says of itself, from its columns of names and values; raises CommandError without one."""
    table = open_table(path, entry=f"{MANIFEST}.csv", known=[plain(name), plain(value)])
    if missing := {name, value} - set(table.headers):
        raise CommandError(f"{table.name} lacks {', '.join(sorted(missing))}. {table.name} 缺少列。")
    return {row.cells[name].strip(): row.cells[value].strip() for row in table.rows()}


_NO_RECORD = Words("no record: a title, a note or a total.", "不是记录：标题、说明或合计行。")


def _add(scratch: Scratch, name: str, table: Table, columns: tuple[str, ...]) -> None:
    """Keep one file; headers are known in whatever case they are written."""
    proper = {plain(column): column for column in columns}
    headers = {header: proper.get(plain(header), header) for header in table.headers if header}
    missing = [column for column in columns if column not in headers.values()]

    def rows() -> Iterator[list[str]]:
        for row in table.rows():
            cells = [row.cells.get(header, "").strip() for header in headers]
            yield [str(row.line), *cells, *([""] * len(missing))]

    scratch.add(name, (LINE, *headers.values(), *missing), rows())
