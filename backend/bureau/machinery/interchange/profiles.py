"""What the files of another system hold and what becomes of it: declared as data, one folder for each format.

`columns.csv` lists each column with our field that it fills, or why it is not carried; `parts.sql` says how the
tables of a delivery become rows of our kinds, part after part.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bureau.kernel.shipped import shipped_rows
from bureau.kernel.words import Words

_HEAD = re.compile(r"^-- (shape|part|left) ?([^\n:]*)(?:: ([^\n]*))?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class CarriedColumn:
    """One column of one file: what it fills, or why it fills nothing."""

    file: str
    column: str
    kind: str
    path: str
    note: str

    @property
    def is_carried(self) -> bool:
        return bool(self.path)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one kind: a statement that gives `_line`, `_key`, and our fields by their paths.

    A path that ends in `?` is filled in new records alone: the file says too little to change what is there.
    A `_wave` that changes begins a new set, whose rows may refer to those of the sets before.
    """

    kind: str
    sql: str


@dataclass(frozen=True, slots=True)
class Left:
    """Rows of a file that become no record: a statement that gives their `_line`, and why."""

    file: str
    why: Words
    sql: str


@dataclass(frozen=True)
class Profile:
    """One format."""

    name: str
    columns: tuple[CarriedColumn, ...]
    shape: str
    """Statements to be run before the parts are read."""
    parts: tuple[Part, ...]
    left: tuple[Left, ...]

    @property
    def files(self) -> Mapping[str, tuple[str, ...]]:
        """The columns that each file is known to have."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for column in self.columns:
            found[column.file][column.column] = None
        return {file: tuple(names) for file, names in found.items()}

    def origin(self, kind: str, path: str) -> str:
        """Which columns fill a field, as a report names them: `users.givenName + users.familyName`."""
        filling = [c for c in self.columns if c.kind in ("", kind) and c.path == path]
        return " + ".join(f"{c.file}.{c.column}" for c in filling) or path

    def reasons(self, file: str, column: str) -> Iterable[Words]:
        """Why a column is not carried; nothing if it is."""
        known = [c for c in self.columns if c.file == file and _stands_for(c.column, column)]
        if any(c.is_carried for c in known):
            return []
        return [Words(c.note, notes()[c.note]) for c in known] or [_UNKNOWN]


_UNKNOWN = Words("no column of the format that we know.", "不是该格式的已知列。")


@cache
def notes() -> Mapping[str, str]:
    """The Chinese of the reasons for which columns are not carried."""
    return {row["en"]: row["zh"] for row in shipped_rows("bureau.machinery.interchange", "notes.csv")}


def _stands_for(declared: str, column: str) -> bool:
    return column == declared or (declared.endswith("*") and column.startswith(declared.removesuffix("*")))


@cache
def profile(name: str) -> Profile:
    """The profile of this name."""
    rows = shipped_rows("bureau.machinery.interchange", f"{name}/columns.csv")
    columns = tuple(CarriedColumn(r["file"], r["column"], r["kind"], r["path"], r["note"]) for r in rows)
    shape, parts, left = "", [], []
    text = (files("bureau.machinery.interchange") / "data" / name / "parts.sql").read_text("utf-8")
    heads = list(_HEAD.finditer(text))
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        sql = text[head.end() : after.start() if after else None].strip().rstrip(";")
        what, name_of, said = head.groups()
        if what == "shape":
            shape = sql
        elif what == "part":
            parts.append(Part(name_of.strip(), sql))
        else:
            en, _, zh = (said or "").partition(" | ")
            left.append(Left(name_of.strip(), Words(en, zh), sql))
    return Profile(name, columns, shape, tuple(parts), tuple(left))
