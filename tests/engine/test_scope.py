"""What an actor sees, decided from grants alone."""

from bureau.catalogue import catalogue
from bureau.engine.kinds import Kinds
from bureau.engine.scope import Sight
from bureau.kernel.actor import Actor
from bureau.registry.person import Person, person
from tests.support.people import DIRECTOR, REGISTRAR


def may_sift(actor: Actor) -> bool:
    parts = catalogue()
    return Sight(actor, Kinds(parts.kinds, parts.tables)).may_sift(Person.address.read, person)


def test_a_restricted_field_of_what_hangs_nowhere_is_no_filter_for_those_who_may_not_read_it() -> None:
    assert may_sift(REGISTRAR)
    assert not may_sift(DIRECTOR)
