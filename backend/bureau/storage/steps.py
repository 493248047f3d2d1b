"""The steps of a merge, as they are kept for the day on which it is undone."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class Taken:
    """The record that stays took over values: its columns before and after."""

    kind: str
    record: int
    columns: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Led:
    """Records were led from one record to another by a relation; each with the version that it had afterwards."""

    kind: str
    relation: str
    source: int
    target: int
    versions: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Voided:
    """A record said what another said already."""

    kind: str
    record: int


@dataclass(frozen=True, slots=True)
class Merged:
    """A record was merged into another, and with it those that had been merged into it before."""

    kind: str
    keep: int
    merged: int
    earlier: Sequence[int]


Step = Taken | Led | Voided | Merged

_STEPS: Mapping[str, type[Any]] = {step.__name__: step for step in (Taken, Led, Voided, Merged)}


def written(steps: Sequence[Step]) -> str:
    """Steps as JSON."""
    return orjson.dumps([[type(step).__name__, _plain(step)] for step in steps]).decode()


def read(text: str) -> list[Step]:
    """Steps of JSON."""
    found: list[Step] = []
    for name, values in orjson.loads(text):
        if name == "Taken":
            pairs = values["columns"].items()
            values["columns"] = {column: tuple(map(_value, pair)) for column, pair in pairs}
        if name == "Led":
            values["versions"] = {int(number): version for number, version in values["versions"].items()}
        found.append(_STEPS[name](**values))
    return found


def _plain(step: Step) -> dict[str, Any]:
    values = {name: getattr(step, name) for name in step.__slots__}
    if isinstance(step, Taken):
        values["columns"] = {column: [*map(_marked, pair)] for column, pair in step.columns.items()}
    if isinstance(step, Led):
        values["versions"] = {str(number): version for number, version in step.versions.items()}
    return values


def _marked(value: Any) -> Any:
    """A column's value; those that JSON does not know say what they are."""
    if isinstance(value, bytes | memoryview):
        return {"bytes": base64.b64encode(bytes(value)).decode()}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return value


def _value(marked: Any) -> Any:
    match marked:
        case {"bytes": text}:
            return base64.b64decode(text)
        case {"moment": text}:
            return datetime.fromisoformat(text)
        case {"date": text}:
            return date.fromisoformat(text)
    return marked
