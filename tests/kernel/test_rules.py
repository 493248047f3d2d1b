"""Rules and actors: who reaches what."""

from datetime import date

import pytest

from bureau.access.segregation import segregations
from bureau.kernel.actor import ANONYMOUS, SYSTEM, Actor, Grant
from bureau.kernel.rules import BUILT_IN, SEPARATED, Level, Term, director, everyone, nobody, registrar, staff
from bureau.kernel.shipped import shipped_rows
from tests.support.people import of_city, of_county, of_school

COUNTY, OTHER, SCHOOL = 20, 21, 300


@pytest.mark.parametrize(
    ("actor", "reaches"),
    [
        (of_city("registrar"), True),
        (of_city("director"), False),
        (of_county(COUNTY), True),
        (of_county(OTHER), False),
        (of_school(SCHOOL), True),
        (of_school(SCHOOL + 1), False),
        (ANONYMOUS, False),
        (SYSTEM, True),
    ],
)
def test_a_rule_reaches_the_granted_subtree(actor: Actor, reaches: bool) -> None:
    assert actor.reaches(registrar, COUNTY, SCHOOL) is reaches


def test_a_direct_school_is_beyond_every_county() -> None:
    assert not of_county(COUNTY).reaches(registrar, None, SCHOOL)
    assert of_city("registrar").reaches(registrar, None, SCHOOL)


def test_a_rule_may_hold_at_some_levels_alone() -> None:
    rule = registrar.at(Level.CITY)
    assert of_city("registrar").reaches(rule, COUNTY, SCHOOL)
    assert not of_county(COUNTY).reaches(rule, COUNTY, SCHOOL)


def test_a_rule_may_hold_everywhere() -> None:
    assert of_school(SCHOOL).sees_everything(staff.anywhere)
    assert not ANONYMOUS.sees_everything(staff.anywhere)


def test_everyone_and_nobody() -> None:
    assert ANONYMOUS.sees_everything(everyone)
    assert not of_city("registrar", "director").sees_everything(nobody)
    assert SYSTEM.sees_everything(nobody)


def test_any_role_of_a_rule_suffices() -> None:
    assert of_city("director").reaches(director | registrar, COUNTY, SCHOOL)


def test_grants_hold_from_a_day_until_another() -> None:
    actor = Actor(1, "x", (Grant("registrar", Level.CITY, 1, date(2026, 1, 1), date(2026, 7, 1)),))
    assert actor.on(date(2026, 6, 30)).reaches(registrar, COUNTY, SCHOOL)
    assert not actor.on(date(2026, 7, 1)).reaches(registrar, COUNTY, SCHOOL)
    assert not actor.on(date(2025, 12, 31)).reaches(registrar, COUNTY, SCHOOL)


def test_actors_of_one_shape_differ_in_units_alone() -> None:
    assert of_county(COUNTY).shape == of_county(OTHER).shape
    assert of_county(COUNTY).shape != of_school(COUNTY).shape
    two = Actor(1, "x", tuple(Grant("registrar", Level.COUNTY, unit, date(2000, 1, 1)) for unit in (COUNTY, OTHER)))
    three = Actor(1, "x", (*two.grants, Grant("registrar", Level.COUNTY, 22, date(2000, 1, 1))))
    assert two.shape == three.shape
    assert two.shape != of_county(COUNTY).shape


def test_roles_that_are_held_together_are_another_shape_than_roles_held_apart() -> None:
    def held(*units: int) -> Actor:
        day = date(2000, 1, 1)
        grants = zip(("registrar", "director"), units, strict=True)
        return Actor(1, "x", tuple(Grant(role, Level.COUNTY, unit, day) for role, unit in grants))

    assert held(COUNTY, COUNTY).shape == held(OTHER, OTHER).shape
    assert held(COUNTY, OTHER).shape == held(OTHER, COUNTY).shape
    assert held(COUNTY, COUNTY).shape != held(COUNTY, OTHER).shape


def test_the_roles_that_rules_name_are_those_of_the_data() -> None:
    rows = shipped_rows("bureau.access", "roles.csv")
    assert [row["code"] for row in rows] == list(BUILT_IN)
    assert {row["code"] for row in rows if row["is_separated"] == "true"} == SEPARATED
    named = {code for segregation in segregations() for code in (segregation.role, segregation.other)}
    assert named - {"*"} <= set(BUILT_IN)


def test_a_rule_knows_what_it_is_the_rule_of_and_takes_what_is_added_to_that() -> None:
    rule = (registrar | director).of("Student.read")
    more = {"Student.read": frozenset({Term("nurse", frozenset({Level.UNIT}))})}
    nurse = Actor(1, "x", (Grant("nurse", Level.UNIT, SCHOOL, date(2020, 1, 1)),))
    assert not nurse.reaches(rule, COUNTY, SCHOOL)
    assert nurse.given(more).reaches(rule, COUNTY, SCHOOL)
    assert not nurse.given(more).reaches(registrar.of("Teacher.read"), COUNTY, SCHOOL)
    assert not nurse.given(more).reaches(rule, COUNTY, SCHOOL + 1)
    assert (rule | registrar.of("Student.file")).about == {"Student.read", "Student.file"}


def test_who_was_given_other_things_sees_by_another_statement() -> None:
    nurse = Actor(1, "x", (Grant("nurse", Level.UNIT, SCHOOL, date(2020, 1, 1)),))
    one = nurse.given({"Student.read": frozenset({Term("nurse", frozenset({Level.UNIT}))})})
    other = nurse.given({"Teacher.read": frozenset({Term("nurse", frozenset({Level.UNIT}))})})
    assert len({nurse.shape, one.shape, other.shape}) == 3
    assert len({nurse.scope, one.scope, other.scope}) == 3
    assert one.on(date(2026, 1, 1)).shape == one.shape
