"""Facts: what one area knows of records and others ask by name, for many records at once, neither knowing of the other.

    @answers("open_case")
    async def open_cases(tx: Transaction, students: Sequence[int]) -> Mapping[int, Words]:
        \"\"\"The procedures that are under way for pupils.\"\"\"
        return …

The area that answers names it in `ANSWERS` of its table of contents; who asks does so by `Store.known`. A fact that
nobody answers is known of no record.
"""

import inspect
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Work = Callable[[Any, Sequence[int]], Awaitable[Mapping[int, Any]]]
"""Given the transaction and the ids of records, what is known of those of which anything is."""


@dataclass(frozen=True, eq=False)
class Answer:
    """A declared answer."""

    fact: str
    name: str
    doc: str
    work: Work


def answers(fact: str) -> Callable[[Work], Answer]:
    """Declare the function below as what answers `fact`."""

    def declare(work: Work) -> Answer:
        doc = inspect.getdoc(work)
        if not doc:
            raise TypeError(f"{work.__name__} needs a docstring: it says what is known")
        return Answer(fact, work.__name__, doc, work)

    return declare
