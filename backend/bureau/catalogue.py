"""Every kind and every action of the product, area by area: the closed registry that all else is derived from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bureau import access, machinery, registry
from bureau.areas import exchange, funds, language, students
from bureau.kernel.action import Action
from bureau.kernel.area import Area
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task
from bureau.storage import system
from bureau.storage.record import complete
from bureau.storage.tables import Table, tables

AREAS = (funds, exchange, language, students)


@dataclass(frozen=True)
class Catalogue:
    """The kinds, actions and reactions of one bureau, and the tables that follow from them."""

    kinds: tuple[Kind, ...]
    actions: tuple[Action, ...]
    reactions: tuple[Reaction, ...] = ()
    extra_tables: tuple[Table, ...] = field(default=(*system.TABLES, *machinery.TABLES))
    demos: tuple[Demo, ...] = ()
    """What fills the areas of a demo city, in this order."""
    tasks: tuple[Task, ...] = ()
    """What is done in the background."""
    answers: tuple[Answer, ...] = ()
    """What areas know and others ask."""
    areas: tuple[Area, ...] = ()
    """To which of them each kind belongs."""

    def __post_init__(self) -> None:
        names = [kind.name for kind in self.kinds] + [action.name for action in self.actions]
        names += [reaction.name for reaction in self.reactions]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"declared twice: {', '.join(sorted(twice))}")
        if wrong := {kind.name for kind in self.kinds if kind.owner and kind.scope}:
            raise ValueError(f"has owners and hangs in the tree as well: {', '.join(sorted(wrong))}")
        for kind in self.kinds:
            siblings = [other for other in self.kinds if other.table == kind.table]
            complete(kind, self.tables[kind.table], siblings)

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """All tables by name, those storage keeps for itself among them."""
        return tables(self.kinds) | {table.name: table for table in self.extra_tables}

    @property
    def records(self) -> tuple[type[Any], ...]:
        """The record classes, for Tortoise."""
        return tuple(kind.record for kind in self.kinds)

    def kind(self, name: str) -> Kind:
        """The kind of this name; raises KeyError."""
        return {kind.name: kind for kind in self.kinds}[name]


def catalogue(more: Iterable[Kind] = ()) -> Catalogue:
    """The product's catalogue."""
    parts = (registry, access, machinery, *AREAS)
    return Catalogue(
        (*(kind for part in parts for kind in part.KINDS), *more),
        tuple(action for part in parts for action in part.ACTIONS),
        tuple(reaction for part in (machinery, *AREAS) for reaction in part.REACTIONS),
        demos=tuple(demo for area in AREAS for demo in area.DEMOS),
        tasks=tuple(task for part in (machinery, *AREAS) for task in part.TASKS),
        answers=tuple(answer for part in (machinery, *AREAS) for answer in part.ANSWERS),
        areas=tuple(Area(part.__name__.rpartition(".")[2], part.WORDS, part.KINDS) for part in parts),
    )
