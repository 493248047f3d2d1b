"""What a narrowed token is shown is a part of what its account is shown, whatever it asks; and of its kinds alone."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from graphql import GraphQLObjectType, GraphQLSchema, get_named_type, is_leaf_type, is_list_type, is_non_null_type
from graphql import get_nullable_type as nullable
from hypothesis import given
from hypothesis import strategies as st

from bureau.catalogue import catalogue
from bureau.kernel.actor import Actor, Wards
from bureau.kernel.narrowing import Narrowing
from bureau.kernel.rules import Level
from tests.support.api import Api
from tests.support.people import REGISTRAR, actor
from tests.support.world import World

KINDS = tuple(kind for kind in catalogue().kinds if kind.rooted)
ROLES = tuple(sorted({grant.role for grant in REGISTRAR.grants}))
FAMILY = {kind.type_name: set(kind.family) for kind in KINDS}


@pytest.fixture(scope="module")
def everybody(city: World) -> list[Actor]:
    """Accounts with much, and in many ways: by roles high and low, as a guardian, by what was shared with them."""
    pupil, other = city.students["王芳"], city.students["单雄信"]
    school = city.schools["东城小学"]
    low = actor(
        ("registrar", Level.UNIT, school), ("personnel", Level.COUNTY, city.east), ("aid", Level.COUNTY, city.west)
    )
    wards = Wards((pupil,), (school,), (city.school_class,))
    shared = {"Student": (other,), "Enrolment": (1,)}
    return [REGISTRAR, low.of(wards).with_shares(shared), actor(("audit_admin", Level.CITY, city.bureau))]


def question(schema: GraphQLSchema, kind: Any) -> str:
    """All records of a kind with all that they hold, and the ids of all that they lead to."""
    type_ = schema.type_map[kind.type_name]
    held = " ".join(_fields(type_, kind.abstract)) if isinstance(type_, GraphQLObjectType) else "id"
    total = f"{kind.plural}Summary {{ totalCount }}"
    return f"{{ {kind.plural}(first: 50) {{ totalCount nodes {{ {held} }} }} {total} }}"


def _fields(type_: GraphQLObjectType, is_shallow: bool) -> Iterator[str]:
    for name, field in type_.fields.items():
        inner = get_named_type(field.type)
        if any(is_non_null_type(argument.type) for argument in field.args.values()):
            continue
        if is_leaf_type(inner):
            yield name
        elif is_list_type(nullable(field.type)) or is_shallow or not isinstance(inner, GraphQLObjectType):
            continue
        elif "nodes" in inner.fields and "totalCount" in inner.fields:
            if "id" in getattr(get_named_type(inner.fields["nodes"].type), "fields", {}):
                yield f"{name}(first: 20) {{ totalCount nodes {{ id }} }}"
        elif "id" in inner.fields:
            yield f"{name} {{ id }}"
        else:
            yield f"{name} {{ {' '.join(n for n, f in inner.fields.items() if is_leaf_type(get_named_type(f.type)))} }}"


def is_part(some: Any, whole: Any) -> bool:
    """Whether nothing stands in one answer that does not stand in the other."""
    if some is None or some == whole:
        return True
    if isinstance(some, dict) and isinstance(whole, dict):
        if "totalCount" in some and some["totalCount"] > whole["totalCount"]:
            return False
        return all(is_part(value, whole[key]) for key, value in some.items() if key != "totalCount")
    if isinstance(some, list) and isinstance(whole, list):
        by_id = {item["id"]: item for item in whole if isinstance(item, dict)}
        return all(isinstance(item, dict) and item["id"] in by_id and is_part(item, by_id[item["id"]]) for item in some)
    return False


def ids(answer: Any) -> Iterator[str]:
    """Every id of a record that stands in an answer."""
    if isinstance(answer, dict):
        found = answer.get("id")
        if isinstance(found, str):
            yield found.partition(":")[0]
        for value in answer.values():
            yield from ids(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from ids(value)


@st.composite
def narrowed(draw: st.DrawFn) -> tuple[Any, Narrowing]:
    """A kind to ask for, and a narrowing that leaves it, for the most part."""
    kind = draw(st.sampled_from([kind for kind in KINDS if not kind.abstract]))
    others = draw(st.none() | st.frozensets(st.sampled_from([other.type_name for other in KINDS]), max_size=20))
    left = others and draw(st.sampled_from([others, others | {kind.type_name}, others | {kind.type_name}]))
    roles = draw(st.none() | st.frozensets(st.sampled_from(ROLES), min_size=1, max_size=4))
    return kind, Narrowing(roles, left or None, reads_only=draw(st.booleans()))


@given(which=st.integers(0, 2), asked=narrowed())
async def test_an_answer_is_a_part_of_what_the_account_is_answered(
    nobody: Api, everybody: list[Actor], which: int, asked: tuple[Any, Narrowing]
) -> None:
    account, (kind, narrowing) = everybody[which], asked
    query = question(nobody.schema.graphql, kind)
    whole = await nobody.as_(account).data(query)
    some = await nobody.as_(account.by(1, narrowing)).data(query)
    assert is_part(some, whole)
    if narrowing.kinds is not None:
        assert all(FAMILY[name] & narrowing.kinds for name in ids(some))


@given(asked=narrowed())
async def test_two_tokens_that_leave_the_same_see_by_the_same(
    everybody: list[Actor], asked: tuple[Any, Narrowing]
) -> None:
    account, (kind, narrowing) = everybody[1], asked
    one, other = account.by(1, narrowing), account.by(2, replace(narrowing, stored_only=True))
    assert (one.shape, one.scope) == (other.shape, other.scope)
    without = replace(narrowing, kinds=frozenset({kind.type_name, "Nothing"}))
    assert account.by(1, without).scope != one.scope


async def test_what_a_narrowing_takes_away_is_taken(nobody: Api, everybody: list[Actor], city: World) -> None:
    pupil = f"Student:{city.students['单雄信']}"
    query = f'{{ student(id: "{pupil}") {{ number }} }}'
    account = everybody[1]
    for narrowing, is_seen in (
        (Narrowing(reads_only=True), True),
        (Narrowing(kinds=frozenset({"Student"})), True),
        (Narrowing(kinds=frozenset({"Enrolment"})), False),
        (Narrowing(roles=frozenset({"registrar"})), False),
        (Narrowing(roles=frozenset({"aid"})), True),
    ):
        found = await nobody.as_(account.by(1, narrowing)).data(query)
        assert (found["student"] is not None) is is_seen, narrowing


async def test_one_narrowed_to_nothing_stays_as_the_account_is(everybody: list[Actor]) -> None:
    for account in everybody:
        whole = account.by(1, Narrowing())
        assert whole.is_program
        assert (whole.shape, whole.scope, whole.grants) == (account.shape, account.scope, account.grants)
