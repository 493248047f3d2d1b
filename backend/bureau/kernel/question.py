"""A question: something an area answers beyond its records, whose signature is its API.

    @question(rules.director, label=("Attendance rates", "出勤率"), place="unit")
    async def attendance_rates(asked: Asked, *, unit: Annotated[Unit, …], first: Annotated[date, …]) -> list[Rate]:
        \"\"\"How much of the days …\"\"\"

It becomes a root field of that name with these arguments, whose answer is a list of rows of one shape; null where the
place is none that the one who asks may ask of. Nothing of it is compiled by the engine: it is for what is computed over
many records, and its SQL cuts the scope at the place itself.
"""

import inspect
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from bureau.kernel.action import field_of
from bureau.kernel.field import Field
from bureau.kernel.rules import Rule
from bureau.kernel.shape import Shape
from bureau.kernel.text import camel
from bureau.kernel.words import Words

Answer = Callable[..., Awaitable[Any]]


@dataclass(frozen=True, eq=False)
class Question:
    """A declared question."""

    name: str
    rule: Rule
    words: Words
    doc: str
    answer: Answer
    place: str
    """The argument whose record the rule must reach."""
    arguments: Mapping[str, Field[Any]]
    required: frozenset[str]
    row: type[Shape]

    @property
    def field_name(self) -> str:
        """The root field: `attendanceRates`."""
        return camel(self.name)


def question(rule: Rule, *, label: tuple[str, str], place: str) -> Callable[[Answer], Question]:
    """Declare the function below as a question that `rule` may ask of the record in `place`."""

    def declare(answer: Answer) -> Question:
        name, doc = answer.__name__, inspect.getdoc(answer)
        if not doc:
            raise TypeError(f"{name} needs a docstring: it is the API's description")
        hints = get_type_hints(answer, include_extras=True)
        stated = [p for p in inspect.signature(answer).parameters.values() if p.kind is p.KEYWORD_ONLY]
        (row,) = get_args(hints["return"])
        return Question(
            name,
            rule.of(camel(name)),
            Words(*label),
            doc,
            answer,
            place,
            {p.name: field_of(name, p.name, hints[p.name]) for p in stated},
            frozenset(p.name for p in stated if p.default is p.empty),
            row,
        )

    return declare
