"""What an actor sees, decided from grants alone."""

from bureau.catalogue import catalogue
from bureau.engine.kinds import Kinds
from bureau.engine.scope import Sight
from bureau.engine.tree import Always, Never
from bureau.kernel.actor import Actor
from bureau.registry.person import Person, person
from bureau.registry.student import student
from tests.support.people import DIRECTOR, REGISTRAR, of_county


def test_a_field_is_told_as_withheld_only_where_it_is() -> None:
    parts = catalogue()
    kinds = Kinds(parts.kinds, parts.tables)
    for who, seen in ((of_county(7), Always), (of_county(7, "director_opened"), Never), (REGISTRAR, Always)):
        sight = Sight(who, kinds)
        place = sight.place(student, "s")
        assert isinstance(sight.field(Person.address.read, place), seen)


def may_sift(actor: Actor) -> bool:
    parts = catalogue()
    return Sight(actor, Kinds(parts.kinds, parts.tables)).may_sift(Person.address.read, person)


def test_a_restricted_field_of_what_hangs_nowhere_is_no_filter_for_those_who_may_not_read_it() -> None:
    assert may_sift(REGISTRAR)
    assert not may_sift(DIRECTOR)
