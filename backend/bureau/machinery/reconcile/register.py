"""A national register as its exports are: which column is compared with which field of ours, and whose word counts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bureau.kernel.errors import CommandError
from bureau.kernel.shipped import shipped_rows
from bureau.machinery.imports.layout import plain


class Use(StrEnum):
    """What a column is for."""

    KEY = "key"
    LABEL = "label"
    UNIT = "unit"
    COMPARE = "compare"


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """One column of an export."""

    header: str
    path: str
    use: Use
    authority: str


@dataclass(frozen=True)
class Register:
    """One register."""

    name: str
    kind: str
    columns: tuple[RegisterColumn, ...]
    present: Mapping[str, tuple[str, ...]]
    """Which of our records it should have: the values of a field of which a record has one."""

    def found(self, headers: Iterable[str]) -> dict[str, RegisterColumn]:
        """The columns that a file has, by its own headers; raises CommandError where it has no key."""
        known = {plain(column.header): column for column in self.columns}
        found = {header: known[plain(header)] for header in headers if plain(header) in known}
        if not any(column.use is Use.KEY for column in found.values()):
            keys = "、".join(column.header for column in self.columns if column.use is Use.KEY)
            raise CommandError(f"The file lacks the columns by which rows are found: {keys}. 文件缺少关键列：{keys}。")
        return found


@cache
def registers() -> Mapping[str, Register]:
    """The registers that are known, by name."""
    rows = shipped_rows("bureau.machinery.reconcile", "registers.csv")
    names = dict.fromkeys(row["register"] for row in rows)
    return {name: _register(name, [row for row in rows if row["register"] == name]) for name in names}


def _register(name: str, rows: Sequence[Mapping[str, str]]) -> Register:
    columns = tuple(
        RegisterColumn(row["column"], row["path"], Use(row["use"]), row["authority"]) for row in rows if row["column"]
    )
    present = {row["path"]: tuple(row["use"].split()[1:]) for row in rows if row["use"].startswith("present:")}
    return Register(name, rows[0]["kind"], columns, present)
