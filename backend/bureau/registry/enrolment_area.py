"""From where a school may enrol, as a question that whoever lets schools come to be answers (招生范围; §1.5)."""

from datetime import date
from typing import NamedTuple

from bureau.kernel.words import Words

ENROLMENT_AREA = "enrolment_area"
"""The fact that pupils would enter a school from outside its area, asked of `Entering`: an `Elsewhere` each."""


class Entering(NamedTuple):
    """Somebody of a household who enters a grade of a school on a day."""

    school: int
    grade: str
    day: date
    household: int
    """The division in which they are registered."""
    residence: int | None
    """The division in which they live by a residence permit, where they are registered elsewhere."""


class Elsewhere(NamedTuple):
    """That their home lies outside the area: what is said, and whether it is refused or only warned of."""

    area: Words
    is_refused: bool
