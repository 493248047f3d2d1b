"""Where made-up pupils were before: the stays that lead up to their present grade, one after the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any

from bureau.machinery.demo.people import entry_year

LONGEST = 14
"""Years that the longest history reaches back: from the last grade of senior school to the first of kindergarten."""

_BEFORE = {"P": "K", "J": "P", "S": "J", "V": "J"}
_YEARS = {"K": 3, "P": 6, "J": 3}
_KNOWN = {"K": 0.45, "P": 0.8, "J": 0.9}
"""How many came from a school of this city; where the others were, its registers do not say."""

_MOVED = 0.05
"""How many came from another school within their stage."""

_STAYED_ON = 0.6
"""How many of a school that taught the stage before too were in it then."""


@dataclass(slots=True)
class Place:
    """A school that is being filled."""

    school: Any
    grades: Sequence[str]
    division_code: str
    students: int
    counts: dict[str, int] = field(default_factory=dict)
    """Pupils by grade."""
    classes: dict[str, list[Any]] = field(default_factory=dict)
    """Classes by grade."""

    @property
    def stages(self) -> set[str]:
        """The letters that its grades begin with."""
        return {grade[0] for grade in self.grades}


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay at one school; the present one has no end."""

    place: Place
    start: date
    grade: str
    way: str = "01"
    until: date | None = None
    ended_by: str | None = None


class Histories:
    """Makes up where pupils of a set of schools were before."""

    def __init__(self, random: Random, places: Iterable[Place], year: int) -> None:
        self._random = random
        self._year = year
        self._near: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for place in places:
            for stage in sorted(place.stages):
                self._near[stage, place.division_code].append(place)

    def stays(self, place: Place, grade: str) -> list[Stay]:
        """The stays of a pupil who is in a grade of a school now, the present one last."""
        return list(self._backwards(place, grade))[::-1]

    def _backwards(self, place: Place, grade: str) -> Iterator[Stay]:
        stage, entered = grade[0], entry_year(grade, self._year)
        stay = Stay(place, _first_day(entered), f"{stage}1")
        if int(grade[1:]) > 1 and self._random.random() < _MOVED and (other := self._other(stage, place)):
            year = self._random.randint(2, int(grade[1:]))
            moved = replace(stay, start=_first_day(entered + year - 1), grade=f"{stage}{year}", way="09")
            yield moved
            stay = replace(stay, place=other, until=moved.start, ended_by="21")
        while before := _BEFORE.get(stage):
            stage = before
            entered -= _YEARS[stage]
            if stage in stay.place.stages and self._random.random() < _STAYED_ON:
                stay = replace(stay, start=_first_day(entered), grade=f"{stage}1")
                continue
            yield stay
            known = self._random.random() < _KNOWN[stage]
            earlier = self._other(stage, stay.place) if known else None
            if earlier is None:
                return
            end = date(stay.start.year, 7, 10)
            stay = Stay(earlier, _first_day(entered), f"{stage}1", until=end, ended_by="99")
        yield stay

    def _other(self, stage: str, place: Place) -> Place | None:
        """Another school of the county that teaches a stage."""
        near = self._near[stage, place.division_code]
        found = self._random.choice(near) if near else None
        return found if found is not place else None


def _first_day(year: int) -> date:
    return date(year, 9, 1)
