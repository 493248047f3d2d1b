"""Every kind and every action of the product, area by area: the closed registry that all else is derived from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from bureau import access, machinery, registry
from bureau.areas import equity, establishment, exchange, funds, language, standards, students
from bureau.kernel.action import Action
from bureau.kernel.area import Area
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.machinery.approvals.opening import opening_verbs
from bureau.machinery.approvals.procedure import AUTHORITY, Procedure
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task
from bureau.storage import system
from bureau.storage.record import complete
from bureau.storage.tables import Table, tables

AREAS = (funds, exchange, language, standards, students, establishment, equity)


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
    outcomes: tuple[Action, ...] = ()
    """What procedures do in the end and nobody uses by itself."""
    procedures: tuple[Procedure, ...] = ()
    """What is applied for; each is opened by a verb of its own."""
    questions: tuple[Question, ...] = ()
    """What is answered beyond records."""
    areas: tuple[Area, ...] = ()
    """To which of them each kind belongs."""

    def __post_init__(self) -> None:
        names = [kind.name for kind in self.kinds] + [verb.name for verb in self.verbs]
        names += [reaction.name for reaction in self.reactions] + [question.name for question in self.questions]
        if twice := {name for name in names if names.count(name) > 1}:
            raise ValueError(f"declared twice: {', '.join(sorted(twice))}")
        if wrong := {kind.name for kind in self.kinds if kind.owner and kind.scope}:
            raise ValueError(f"has owners and hangs in the tree as well: {', '.join(sorted(wrong))}")
        if wrong := {kind.name for kind in self.kinds if kind.opens and f"{kind.opens}_name" not in kind.fields}:
            raise ValueError(f"opens a file that has no name beside it: {', '.join(sorted(wrong))}")
        for kind in self.kinds:
            siblings = [other for other in self.kinds if other.table == kind.table]
            complete(kind, self.tables[kind.table], siblings)

        facts = {answer.fact for answer in self.answers}
        if lost := {one.code for one in self.procedures if AUTHORITY not in facts and one.asks_authority}:
            raise ValueError(f"nobody says which office is in charge: {', '.join(sorted(lost))}")

    @property
    def verbs(self) -> tuple[Action, ...]:
        """All there are, those that procedures alone use among them."""
        return (*self.actions, *self.outcomes)

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
    procedures = tuple(procedure for area in AREAS for procedure in area.PROCEDURES)
    return Catalogue(
        (*(kind for part in parts for kind in part.KINDS), *more),
        (*(action for part in parts for action in part.ACTIONS), *opening_verbs(procedures)),
        tuple(reaction for part in (machinery, *AREAS) for reaction in part.REACTIONS),
        demos=tuple(demo for part in (machinery, *AREAS) for demo in part.DEMOS),
        tasks=tuple(task for part in (machinery, *AREAS) for task in part.TASKS),
        answers=tuple(answer for part in (machinery, *AREAS) for answer in part.ANSWERS),
        outcomes=tuple(outcome for area in AREAS for outcome in area.OUTCOMES),
        procedures=procedures,
        questions=tuple(question for area in AREAS for question in area.QUESTIONS),
        areas=tuple(Area(part.__name__.rpartition(".")[2], part.WORDS, part.KINDS) for part in parts),
    )
