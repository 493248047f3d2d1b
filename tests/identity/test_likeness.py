"""What two entries are found and weighed by: whatever one slip of the pen makes of a person still shares a key."""

from dataclasses import replace
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from bureau.registry.likeness.keys import keys
from bureau.registry.likeness.names import differ_by_one, skeleton, sound
from bureau.registry.likeness.traits import Traits, shared
from bureau.registry.likeness.weights import Feature, weights
from bureau.storage.sorting import sort_key

DAY = date(2026, 10, 12)
characters = st.sampled_from("王李张刘陈杨赵黄周吴子轩涵怡睿博文琪然梓宇佳欣一诺思远")
names = st.text(characters, min_size=2, max_size=4)
birthdays = st.dates(date(1940, 1, 1), date(2024, 12, 31))


def person(name: str, born: date | None, identity: int = 1, phone: bytes | None = None) -> Traits:
    return Traits(identity, name, sound(sort_key(name, of_person=True)), "1", born, None, False, phone)


def meet(one: Traits, other: Traits) -> bool:
    return bool(keys(one) & keys(other))


@given(names, birthdays, st.data())
def test_one_slip_in_a_birthday_keeps_a_key(name: str, born: date, data: st.DataObject) -> None:
    others = [(born.year, born.day, born.month), (born.year, born.month, 28), (born.year, 12, born.day), (1999, born.month, born.day)]  # fmt: skip
    year, month, day = data.draw(st.sampled_from(others))
    assume(month <= 12 and not (month == 2 and day > 28))
    assume(day <= 30)
    assert meet(person(name, born), person(name, date(year, month, day)))


@given(names.filter(lambda name: len(name) > 2), birthdays, characters, st.integers(0, 3))
def test_one_slip_in_a_name_of_three_keeps_a_key(name: str, born: date, other: str, place: int) -> None:
    assume(place < len(name))
    for slip in (name[:place] + other + name[place + 1 :], name[:place] + name[place + 1 :]):
        assert meet(person(name, born), person(slip, born))


@given(names, birthdays, birthdays)
def test_who_has_the_same_phone_and_name_shares_a_key_whatever_the_birthday(name: str, one: date, other: date) -> None:
    assert meet(person(name, one, phone=b"x"), person(name, other, phone=b"x"))
    assert meet(person(name, None, phone=b"x"), person(name, other, phone=b"x"))


@given(names, names)
def test_a_difference_of_one_is_one_in_either_direction(one: str, other: str) -> None:
    assert differ_by_one(one, other) is differ_by_one(other, one)
    assert not differ_by_one(one, one)
    assert differ_by_one(one, one + "某")
    assert differ_by_one(one[:-2] + one[-1] + one[-2], one) is (one[-1] != one[-2])


@given(names, names, birthdays, birthdays)
def test_what_two_have_in_common_is_mutual(one: str, other: str, born: date, day: date) -> None:
    mine, theirs = person(one, born), person(other, day, 2)
    assert shared(mine, theirs) == shared(theirs, mine)


def test_look_alikes_and_blanks_make_no_difference() -> None:
    assert skeleton("孫 思鵬") == skeleton("孙思鹏")
    assert skeleton("阿依古丽·买买提") == skeleton("阿依古丽•买买提")


def test_points_are_given_to_every_feature_and_two_residents_are_two() -> None:
    points = weights(DAY)
    assert {*points.points} == {*Feature, "THRESHOLD"}
    assert points.residents_are_two
    resident = replace(person("王芳", date(2015, 1, 1)), has_document=True, document_type="1")
    assert Feature.TWO_RESIDENTS in shared(resident, replace(resident, id=2))
