"""The form of a case: what is asked for, kept line by line as it was filled in, and read again when it is done."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bureau.kernel.action import Action
from bureau.kernel.field import Date, Field, Moment, One, Span
from bureau.kernel.kind import Kind
from bureau.kernel.period import Period
from bureau.machinery.approvals.case import Case
from bureau.machinery.approvals.case_entry import CaseEntry
from bureau.machinery.approvals.procedure import Procedure
from bureau.machinery.approvals.wording import at_path, heading, name_of, reads
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.references import load_by_id


async def fill_in(act: Act, made: Case, procedure: Procedure, subject: Record, arguments: Mapping[str, Any]) -> None:
    """Keep a form: whom or what it is about first, then what procedures show of that, then each argument given."""
    reading, store = await act.store.reading(), act.store
    verb = procedure.outcome
    kind = store.kind_of(type(subject))
    lines = [(verb.subject, kind.words, subject.id, await name_of(store, reading, subject))]
    for path in procedure.shown:
        words = await at_path(store, reading, subject, path)
        lines.append((f"{verb.subject}.{path}", heading(store, kind.record, path), None, words))
    for name, declared in verb.arguments.items():
        if name in arguments:
            words = await reads(store, reading, declared, arguments[name])
            lines.append((name, declared.words, _frozen(arguments[name]), words))
    rows = [
        {
            "case": made,
            "place": place,
            "argument": argument,
            "english_name": called.en,
            "chinese_name": called.zh,
            "given": json.dumps(given, ensure_ascii=False),
            "english_value": words.en or None,
            "chinese_value": words.zh or None,
        }
        for place, (argument, called, given, words) in enumerate(lines, 1)
    ]
    await act.create_all(CaseEntry, rows)


async def arguments_of(act: Act, verb: Action, cases: Sequence[Case]) -> list[dict[str, Any] | None]:
    """The arguments of the outcome of several cases as their forms have them, with the subject under its name.

    Records are loaded whoever asks, a set at a time; None for a case of which one is there no more.
    """
    given: dict[int, dict[str, Any]] = {one.id: {} for one in cases}
    for entry in await CaseEntry.filter(case_id__in=list(given)):
        if entry.argument == verb.subject or entry.argument in verb.arguments:
            given[entry.__dict__["case_id"]][entry.argument] = json.loads(entry.given)
    lost: set[int] = set()
    for name, declared in verb.arguments.items():
        there = {number: values for number, values in given.items() if name in values}
        if isinstance(declared, One):
            lost |= await _load(act.store.kind_of(declared.target), name, there)
        else:
            for values in there.values():
                values[name] = _thawed(declared, values[name])
    lost |= await _load(verb.kind, verb.subject, given)
    return [None if one.id in lost else given[one.id] for one in cases]


async def _load(kind: Kind, name: str, rows: Mapping[int, dict[str, Any]]) -> set[int]:
    """Put records in the place of their ids; returns the cases of which one is there no more."""
    records = await load_by_id(kind, {row[name] for row in rows.values() if row[name] is not None})
    lost = {number for number, row in rows.items() if row[name] is not None and row[name] not in records}
    for row in rows.values():
        row[name] = records.get(row[name])
    return lost


def _frozen(value: Any) -> Any:
    """A value of an argument as JSON has it."""
    match value:
        case Record():
            return value.id
        case Period(start, until):
            return [_frozen(start), _frozen(until)]
        case datetime() | date():
            return value.isoformat()
        case list():
            return [_frozen(one) for one in value]
    return value


def _thawed(declared: Field[Any], given: Any) -> Any:
    """The value that was frozen."""
    match declared:
        case _ if given is None:
            return None
        case Date():
            return date.fromisoformat(given)
        case Moment():
            return datetime.fromisoformat(given)
        case Span():
            return Period(*(date.fromisoformat(day) if day else None for day in given))
    return given
