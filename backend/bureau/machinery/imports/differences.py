"""What the rows of a file would change, cell by cell, as findings of a trial; and why others are rejected."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bureau.kernel.accept import Reading
from bureau.kernel.actor import Actor
from bureau.kernel.field import Boolean, Choice, Coded, Field, One, Scaled, Sealed, Span
from bureau.kernel.kind import Kind
from bureau.kernel.money import from_scaled
from bureau.kernel.text import FORBIDDEN
from bureau.machinery.imports.beside import Place
from bureau.machinery.imports.importer import Rejection
from bureau.machinery.imports.mapping import Paths, all_paths, field_at
from bureau.machinery.imports.run import FindingSort, ImportFinding
from bureau.machinery.imports.slots import Row
from bureau.machinery.imports.suggestions import suggest
from bureau.storage.drafts import Draft
from bureau.storage.rights import may_act
from bureau.storage.rows import differs
from bureau.storage.seal import mask

_WORD = re.compile("[\u4e00-\u9fff0-9]+")

Finding = Mapping[str, Any]
"""A finding as it is written: values of ImportFinding by field."""


class Findings:
    """Makes the findings of one file, as its sender may see them."""

    def __init__(self, kind: Kind, paths: Paths, beside: Sequence[Place], reading: Reading, actor: Actor) -> None:
        self._paths = paths
        self._reading = reading
        self._actor = actor
        self._fields = {header: field_at(kind, path, beside) for path, header in paths.items()}
        self._known = all_paths(kind, beside)

    def of_rejection(self, rejection: Rejection, row: Row | None) -> Finding:
        """Why a row is rejected, or what is odd about it; with what a refused cell may have meant."""
        declared = self._fields.get(rejection.column)
        suggestions: list[str] = []
        if row and declared is not None and not (rejection.is_warning or rejection.column in row.table_row.broken):
            raw = row.table_row.cells.get(rejection.column, "")
            suggestions = (
                [] if isinstance(declared, Sealed) else [s.value for s in suggest(declared, raw, self._reading)]
            )
        return self._written(
            rejection.line,
            FindingSort.ODD if rejection.is_warning else FindingSort.REJECTED,
            column_name=self._called(rejection.column),
            given=rejection.value,
            code=rejection.code,
            english_reason=rejection.reason.en,
            chinese_reason=rejection.reason.zh,
            suggestion="; ".join(suggestions),
        )

    def of_changes(self, row: Row) -> Iterator[Finding]:
        """What a row without faults would make: a new record, or other values in one that is there."""
        line = row.table_row.line
        if row.own is None or row.faults:
            return
        if row.own.is_new:
            yield self._written(line, FindingSort.CREATED)
        by_path = {path: draft for path, draft in row.drafts if not draft.is_new}
        for path, header in self._paths.items():
            steps = tuple(path.split("."))
            found = next(
                ((steps[n:], by_path[steps[:n]]) for n in range(len(steps), -1, -1) if steps[:n] in by_path), None
            )
            if found and found[0]:
                (name, *end), draft = found
                if name in draft.given and differs(draft, name):
                    before = self._before(draft, name, end[0] if end else "")
                    given = row.table_row.cells.get(header, "")
                    yield self._written(
                        line, FindingSort.CHANGED, column_name=header, given=self._shown(header, given), before=before
                    )

    def _called(self, column: str) -> str:
        """A column of the file by its header; one that the file lacks by the word that it would be known by."""
        names = self._known.get(column, ()) if column not in self._fields else ()
        return next((name for name in names if _WORD.fullmatch(name)), column)

    def _shown(self, header: str, given: str) -> str:
        return mask(given) if isinstance(self._fields.get(header), Sealed) else given

    def _before(self, draft: Draft, name: str, end: str) -> str:
        """What stood there, as far as the sender may read it."""
        declared = draft.kind.fields[name]
        if declared.read is not None and not may_act(self._actor, draft.kind, declared.read, draft.before):
            return ""
        return _text(declared, draft.before, end, self._reading)

    def _written(self, line: int, sort: FindingSort, **values: str) -> Finding:
        texts = {name: _clean(text, ImportFinding.about.fields[name]) or None for name, text in values.items()}
        return {"line": line, "sort": sort, **texts}


def _text(declared: Field[Any], record: Any, end: str, reading: Reading) -> str:
    """A value that is stored, as a file would say it."""
    columns = declared.columns
    column = columns[2] if isinstance(declared, Sealed) else columns[1] if end == "until" else columns[0]
    value = record.__dict__.get(column.name)
    if value is None:
        return ""
    match declared:
        case Coded():
            entry = reading.codes.table(declared.table.name).get(value)
            return f"{entry.words.zh} ({value})" if entry else str(value)
        case Choice():
            return f"{declared.members(value).words.zh} ({value})"
        case Boolean():
            return "是" if value else "否"
        case Scaled():
            return from_scaled(value, declared.scale)
        case One():
            return f"{declared.target.__name__}:{value}"
        case Span() | _:
            return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _clean(text: str, declared: Field[Any]) -> str:
    """A text of somebody else's file, so that it can be kept: without characters that none may have, and not longer."""
    size: int = getattr(declared, "size", 0)
    return FORBIDDEN.sub("\ufffd", text)[:size] if size else text
