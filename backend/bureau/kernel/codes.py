"""Code tables in memory: which codes there are, on which day, and what they are called."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bureau.kernel.period import ALWAYS, Period
from bureau.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One code of one table, for as long as it is in force."""

    table: str
    code: str
    words: Words
    valid: Period = ALWAYS


class CodeBook:
    """All code tables, for those who check and read input."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._tables: dict[str, dict[str, Entry]] = {}
        self._named: dict[tuple[str, str], str | None] = {}
        for entry in entries:
            self._tables.setdefault(entry.table, {})[entry.code] = entry
            for name in {entry.words.en.casefold(), entry.words.zh}:
                # A name that two codes of a table share names neither.
                self._named[entry.table, name] = None if (entry.table, name) in self._named else entry.code

    def table(self, name: str) -> Mapping[str, Entry]:
        """The entries of a table by code; empty for a table that is not there."""
        return self._tables.get(name, {})

    def holds(self, table: str, code: str, day: date) -> bool:
        """Whether a code is in force on a day."""
        entry = self.table(table).get(code)
        return entry is not None and entry.valid.holds(day)

    def named(self, table: str, name: str) -> str | None:
        """The one code whose English or Chinese words are `name`."""
        return self._named.get((table, name)) or self._named.get((table, name.casefold()))
