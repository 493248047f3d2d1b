"""Events: what the writing of a record means to others, who react to it inside the same transaction, in sets.

    @event(student)
    def student_left(write: Written[Student]) -> bool:
        \"\"\"A student who stood in the register does so no longer.\"\"\"
        return …

    @reaction(student_left)
    async def stop_aid(act: Act, writes: Sequence[Written[Student]]) -> None:
        \"\"\"Stop the aid that they were still to be given.\"\"\"

An event is declared beside its kind, or by whoever listens; a reaction in its area, whose table of contents names it
for the catalogue. Neither knows of the other's area.
"""

import inspect
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bureau.kernel.errors import Fault
from bureau.kernel.kind import Kind

R = TypeVar("R")


@dataclass(slots=True, eq=False)
class Written(Generic[R]):
    """A record that was written: as it is, and as it was before."""

    record: R
    before: R | None
    """None if it is new."""
    is_void: bool = False
    """Whether it was made void."""
    faults: list[Fault] = field(default_factory=list)
    """What a reaction finds wrong with it; if there is any, the whole of what was written is refused."""

    def changed(self, *names: str) -> bool:
        """Whether it is new, void, or has another value in one of these columns."""
        before, now = self.before.__dict__ if self.before is not None else {}, self.record.__dict__
        return self.before is None or self.is_void or any(before.get(name) != now.get(name) for name in names)


Happened = Callable[[Written[Any]], bool]

React = Callable[[Any, Sequence[Written[Any]]], Awaitable[None]]


def concerned(writes: Sequence[Written[Any]], column: str) -> set[int]:
    """The ids that records hold in a column, and held before they were written."""
    records = (record for write in writes for record in (write.record, write.before) if record is not None)
    return {record.__dict__[column] for record in records}


@dataclass(frozen=True, eq=False)
class Event:
    """Something that happens by the writing of a record of `kind`."""

    name: str
    kind: Kind
    doc: str
    happened: Happened


@dataclass(frozen=True, eq=False)
class Reaction:
    """What is done, for all the records of one write together, when an event happens."""

    name: str
    """The verb under which the journal has what it writes."""
    event: Event
    doc: str
    work: React


def event(kind: Kind) -> Callable[[Happened], Event]:
    """Declare the function below, which says whether it happened, as an event of `kind`."""

    def declare(happened: Happened) -> Event:
        return Event(happened.__name__, kind, _said(happened), happened)

    return declare


def reaction(to: Event) -> Callable[[React], Reaction]:
    """Declare the function below as what is done when `to` happens."""

    def declare(work: React) -> Reaction:
        return Reaction(work.__name__, to, _said(work), work)

    return declare


def _said(declared: Callable[..., Any]) -> str:
    doc = inspect.getdoc(declared)
    if not doc:
        raise TypeError(f"{declared.__name__} needs a docstring: it says what happens")
    return doc
