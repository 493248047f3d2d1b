"""Who stands by made-up pupils: mostly two parents, for some one, or grandparents where parents work elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bureau.machinery.demo.people import MadeUp, People
from bureau.machinery.demo.rows import new
from bureau.registry.guardianship import Guardianship
from bureau.registry.person import Person
from bureau.registry.student import Student

_LEFT_BEHIND = 0.07
_ONE_PARENT = 0.12
_FATHER, _MOTHER = "51", "52"
_GRANDPARENTS = (("61", "1"), ("62", "2"))
_BY_LAW, _ENTRUSTED = "1", "6"


@dataclass(frozen=True, slots=True)
class Relative:
    """A guardian to be: who they are, and what they are to the pupil."""

    made: MadeUp
    relation: str
    basis: str
    order: int
    is_here: bool
    """Whether they live with the pupil."""


class Families:
    """Makes up guardians."""

    def __init__(self, random: Random, people: People) -> None:
        self._random = random
        self._people = people

    def of(self, child: MadeUp, division: str) -> Iterator[Relative]:
        """Those who stand by a child, whom to call first first."""
        share = self._random.random()
        alone = self._random.choice((_FATHER, _MOTHER)) if share < _ONE_PARENT else None
        left = share > 1 - _LEFT_BEHIND
        order = 0
        if left:
            relation, sex = self._random.choice(_GRANDPARENTS)
            order += 1
            yield Relative(self._relative(child, division, sex, (48, 68)), relation, _ENTRUSTED, order, is_here=True)
        for relation, sex in ((_MOTHER, "2"), (_FATHER, "1")):
            if alone in (None, relation):
                order += 1
                made = self._relative(child, division, sex, (22, 38))
                yield Relative(made, relation, _BY_LAW, order, is_here=not left)

    def _relative(self, child: MadeUp, division: str, sex: str, years: tuple[int, int]) -> MadeUp:
        youngest = child.birth_date - timedelta(days=365 * years[0])
        oldest = child.birth_date - timedelta(days=365 * years[1])
        surname = child.surname if sex == "1" else None
        return self._people.person(division, date(oldest.year, 1, 1), youngest, sex=sex, surname=surname)

    def phone(self) -> str:
        """A number of a mobile telephone."""
        return f"1{self._random.choice('356789')}{self._random.randrange(10**9):09d}"


def guardianship(student: Student, guardian: Person, relative: Relative) -> Guardianship:
    """What binds a relative to a pupil."""
    parent = relative.basis == _BY_LAW
    return new(
        Guardianship,
        student=student,
        guardian=guardian,
        relation=relative.relation,
        is_legal_guardian=parent,
        may_decide=parent,
        may_see=True,
        may_collect=relative.is_here,
        custody_basis=relative.basis,
        contact_order=relative.order,
    )
