"""The catalogue says nothing that the schema does not have, and offers nobody what they would be refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLSchema,
    get_named_type,
    is_leaf_type,
    is_list_type,
    is_non_null_type,
)

from bureau.kernel.actor import ANONYMOUS, Actor, Wards
from bureau.kernel.narrowing import Narrowing
from tests.support.api import Api
from tests.support.catalogue import kind_of, named, whole
from tests.support.people import REGISTRAR, of_city, of_county, of_school
from tests.support.world import World

HAND = {"id", "version", "voidReason", "formerIds"}
"""The fields of a record that its kind does not declare."""
TAKEN = {"and", "or", "not", "isNull", "voided", "id"}
"""What every filter takes."""


def people(city: World) -> dict[str, Actor]:
    """Some who ask, each with other rights."""
    school = city.schools["东城小学"]
    return {
        "the city's registrar": REGISTRAR,
        "a county's registrar": of_county(city.east),
        "a school's registrar": of_school(school),
        "the foreign affairs office": of_city("foreign_affairs"),
        "a system administrator": of_city("system_admin"),
        "a guardian": Actor(1, "parent").of(Wards((city.students["王芳"],), (school,))),
        "a narrowed token": of_county(city.east).by(1, Narrowing(kinds=frozenset({"Student", "School"}))),
        "nobody": ANONYMOUS,
    }


WHO = [
    "the city's registrar", "a county's registrar", "a school's registrar", "the foreign affairs office",
    "a system administrator", "a guardian", "a narrowed token", "nobody",
]  # fmt: skip


def leaf(schema: GraphQLSchema, kind: str, path: str) -> Any:
    """The type of the field at the end of a path."""
    found: Any = schema.type_map[kind]
    for step in path.split("."):
        found = get_named_type(found.fields[step].type)
    return found


@pytest.mark.parametrize("who", WHO)
async def test_all_that_it_names_is_in_the_schema(nobody: Api, city: World, who: str) -> None:
    schema = nobody.schema.graphql
    found = await whole(nobody.as_(people(city)[who]))
    areas = {area["name"] for area in found["areas"]}
    assert areas == {
        "registry",
        "access",
        "machinery",
        "funds",
        "exchange",
        "language",
        "standards",
        "students",
        "establishment",
        "equity",
    }
    names = {kind["name"] for kind in found["kinds"]}
    assert {"Student", "Unit", "ImportFinding"} <= names
    assert "Session" not in names
    for kind in found["kinds"]:
        assert kind["area"] in areas, kind["name"]
        _of_kind(schema, kind, names)
        _of_lists(schema, kind)
        for field in kind["fields"]:
            _of_field(schema, kind["name"], field)
        for action in kind["actions"]:
            _of_action(schema, kind, action)


def _of_kind(schema: GraphQLSchema, kind: Any, names: set[str]) -> None:
    type_: Any = schema.type_map[kind["name"]]
    query: Any = schema.query_type
    assert kind["label"]["zh"]
    assert kind["labelPlural"]["en"]
    for root in filter(None, (kind["singular"], kind["plural"])):
        assert root in query.fields
    lists = {entry["name"] for entry in kind["lists"]} | {entry["summary"] for entry in kind["lists"]}
    assert {f["name"] for f in kind["fields"]} == set(type_.fields) - HAND - lists, kind["name"]
    for entry in kind["lists"]:
        connection = get_named_type(type_.fields[entry["name"]].type)
        assert connection.name == f"{entry['target']}Connection"
        assert get_named_type(type_.fields[entry["summary"]].type).name == f"{entry['target']}Summary"
        assert entry["target"] in names
    for variant in kind["variants"]:
        assert type_ in schema.type_map[variant].interfaces  # type: ignore[union-attr, operator]
    assert bool(kind["variants"]) is (kind["name"] in {"Unit", "Case"})
    for path in kind["columns"]:
        assert leaf(schema, kind["name"], path)


def _of_lists(schema: GraphQLSchema, kind: Any) -> None:
    name = kind["name"]
    filter_: Any = schema.type_map[kind["filterType"]]
    own = {field["name"] for field in kind["fields"]}
    assert set(kind["filters"]) <= set(filter_.fields) & own
    back = {entry["name"] for entry in kind["lists"]}
    assert back <= set(filter_.fields)
    for order in kind["orders"]:
        values = schema.type_map[f"{name}Order"].values  # type: ignore[union-attr]
        assert {f"{order['name']}_ASC", f"{order['name']}_DESC"} <= set(values)
        assert leaf(schema, name, order["path"])
    for grouping in kind["groupings"]:
        assert grouping["name"] in schema.type_map[f"{name}Grouping"].values  # type: ignore[union-attr]
        assert grouping["key"] in schema.type_map[f"{name}GroupKey"].fields  # type: ignore[union-attr]
        assert leaf(schema, name, grouping["path"])
    if kind["sums"]:
        assert set(kind["sums"]) == set(schema.type_map[f"{name}GroupSum"].fields)  # type: ignore[union-attr]
    if kind["plural"]:
        arguments = schema.query_type.fields[kind["plural"]].args  # type: ignore[union-attr]
        assert ("search" in arguments) is kind["isSearched"] is (kind["searchedBy"] is not None)
        assert get_named_type(arguments["filter"].type) is filter_


def _of_field(schema: GraphQLSchema, kind: str, field: Any) -> None:
    type_ = leaf(schema, kind, field["name"])
    if field["target"]:
        assert type_.name == field["target"]
    assert (type_.name == "Sealed") is field["sealed"]
    assert (type_.name == "Code") is bool(field["codeTable"])
    assert (type_.name == "Money") is field["isMoney"]
    _of_states(type_, field)
    assert field["choices"] == [state["name"] for state in field["states"]]


def _of_states(type_: Any, value: Any) -> None:
    is_enum = isinstance(type_, GraphQLEnumType)
    assert [state["name"] for state in value["states"]] == (list(type_.values) if is_enum else [])
    assert all(state["label"]["zh"] for state in value["states"])


def _of_action(schema: GraphQLSchema, kind: Any, action: Any) -> None:
    mutation = schema.mutation_type.fields[action["name"]]  # type: ignore[union-attr]
    given: Any = get_named_type(mutation.args["input"].type)
    assert given.name == action["input"]
    payload: Any = get_named_type(mutation.type)
    answered, own = get_named_type(payload.fields[action["record"]].type), schema.type_map[kind["name"]]
    assert answered is own or answered in own.interfaces, "a verb of the kind, or of the one it builds on"
    assert action["description"]
    named_here = {argument["name"] for argument in action["arguments"]} | {"idempotencyKey"}
    named_here |= {action["subject"]} - {None}
    named_here |= {"expectedVersion"} if action["hasExpectedVersion"] else set()
    assert named_here == set(given.fields), action["name"]
    for argument in action["arguments"]:
        _of_argument(given, argument, action)
        assert argument["path"] in {None, *(field["name"] for field in kind["fields"])}


def _of_argument(given: GraphQLInputObjectType, argument: Any, action: Any) -> None:
    type_ = given.fields[argument["name"]].type
    if is_non_null_type(type_):
        assert argument["required"], f"{action['name']}.{argument['name']}"
        type_ = type_.of_type
    assert is_list_type(type_) is argument["isList"]
    inner = get_named_type(type_)
    composed = ("Span", "Rows", "Attachments")
    assert inner.name == "ID" if argument["target"] else is_leaf_type(inner) or argument["type"] in composed
    _of_states(inner, argument)


async def test_every_mutation_of_a_record_is_in_it(api: Api, city: World) -> None:
    kinds = {kind["name"]: kind for kind in (await whole(api))["kinds"]}
    told = {action["name"] for kind in kinds.values() for action in kind["actions"]}
    made = {
        name
        for name, field in api.schema.graphql.mutation_type.fields.items()  # type: ignore[union-attr]
        if (payload := get_named_type(field.type).name).removesuffix("Payload") in kinds and payload.endswith("Payload")
    }
    assert told == made


@pytest.mark.parametrize("who", WHO)
async def test_by_what_it_offers_lists_are_filtered_ordered_and_grouped(nobody: Api, city: World, who: str) -> None:
    api = nobody.as_(people(city)[who])
    everything = {kind["name"]: kind for kind in (await whole(nobody.as_(REGISTRAR)))["kinds"]}
    for kind in (await whole(api))["kinds"]:
        if kind["plural"]:
            for part in _offered(kind):
                reply = await api.ask(f"{{ {part} }}")
                assert reply.codes == [], part
            for part in _left_out(kind, everything[kind["name"]]):
                assert (await api.ask(f"{{ {part} }}")).codes == ["FORBIDDEN"], part


def _offered(kind: Any) -> Iterator[str]:
    plural, summary = kind["plural"], f"{kind['plural']}Summary(first: 0"
    filters = " ".join(f"{name}: {{}}" for name in kind["filters"])
    yield f"{plural}(first: 0, filter: {{ {filters} }}) {{ nodes {{ id }} }}"
    for order in kind["orders"]:
        yield f"{plural}(first: 0, orderBy: {order['name']}_DESC) {{ nodes {{ id }} }}"
    for grouping in kind["groupings"]:
        yield f"{summary}, by: [{grouping['name']}]) {{ nodes {{ count key {{ __typename }} }} }}"


def _left_out(kind: Any, whole_kind: Any) -> Iterator[str]:
    """What the kind has and this one is not offered."""
    plural, summary = kind["plural"], f"{kind['plural']}Summary(first: 0"
    offered = {grouping["name"] for grouping in kind["groupings"]}
    for grouping in whole_kind["groupings"]:
        if grouping["name"] not in offered:
            yield f"{summary}, by: [{grouping['name']}]) {{ nodes {{ count }} }}"
    for name in set(whole_kind["filters"]) - set(kind["filters"]):
        condition = "isNull: true" if named(whole_kind["fields"], name)["target"] else ""
        yield f"{plural}(first: 0, filter: {{ {name}: {{ {condition} }} }}) {{ nodes {{ id }} }}"


async def test_what_one_may_do_and_read_is_ones_own(nobody: Api, city: World) -> None:
    who = people(city)
    clerk, parent = nobody.as_(who["a school's registrar"]), nobody.as_(who["a guardian"])
    pupil = await kind_of(clerk, "Student")
    assert (pupil["plural"], pupil["canImport"]) == ("students", True)
    assert named(pupil["actions"], "registerStudent")["allowed"]
    own = await kind_of(parent, "Student")
    assert (own["plural"], own["canImport"]) == ("students", False)
    assert not any(action["allowed"] for action in own["actions"])
    assert not named((await kind_of(parent, "School"))["fields"], "principal")["canRead"]
    assert named((await kind_of(clerk, "School"))["fields"], "principal")["canRead"]
    unseen = await kind_of(nobody, "Student")
    assert (unseen["singular"], unseen["plural"], unseen["canImport"]) == (None, None, False)
    assert not any(field["canRead"] for field in unseen["fields"])


async def test_persons_are_read_on_the_way_from_pupils(nobody: Api, city: World) -> None:
    """A kind that hangs nowhere has no list for a clerk, and its fields are read all the same."""
    person = await kind_of(nobody.as_(of_county(city.east)), "Person")
    assert person["plural"] is None
    read = {field["name"] for field in person["fields"] if field["canRead"]}
    assert {"name", "birthDate", "address"} <= read
    of_schools = await kind_of(nobody.as_(of_city("system_admin")), "Person")
    assert named(of_schools["fields"], "name")["canRead"], "schools have principals"
    assert not named(of_schools["fields"], "address")["canRead"]
    assert not any(field["canRead"] for field in (await kind_of(nobody, "Person"))["fields"])


async def test_a_form_is_made_from_the_arguments(api: Api, city: World) -> None:
    pupil, money = await kind_of(api, "Student"), await kind_of(api, "Appropriation")
    update = named(pupil["actions"], "updateStudent")
    assert (update["verb"], update["subject"], update["record"]) == ("UPDATE", "id", "student")
    assert named(update["arguments"], "category")["path"] == "category"
    assert "status" not in {argument["name"] for argument in update["arguments"]}, "it is changed by verbs"
    register = named(pupil["actions"], "registerStudent")
    assert (register["verb"], register["subject"], register["hasExpectedVersion"]) == ("OTHER", None, False)
    assert [a["name"] for a in register["arguments"]][:2] == ["school", "name"]
    amount = named(named(money["actions"], "createAppropriation")["arguments"], "amount")
    assert (amount["isMoney"], amount["scale"], amount["required"], amount["least"]) == (True, 2, True, 0.01)
    why = named(named(money["actions"], "voidAppropriation")["arguments"], "reason")
    assert (why["size"], why["isMultiline"], why["required"]) == (500, True, True)


async def test_titles_are_what_people_say(api: Api, city: World) -> None:
    titles = {kind["name"]: kind["title"] for kind in (await whole(api))["kinds"]}
    assert titles["Student"] == ["person.name", "number"]
    assert titles["School"] == ["name"]
    assert titles["Account"] == ["displayName", "username"]


VERSION = "{ catalogue { version } }"


async def test_its_version_is_that_of_ones_rights(nobody: Api, city: World) -> None:
    async def version(actor: Actor) -> str:
        return str((await nobody.as_(actor).data(VERSION))["catalogue"]["version"])

    one, other = of_school(city.schools["东城小学"]), of_school(city.schools["西城小学"])
    assert await version(one) == await version(other), "they may do the same, each at their school"
    assert len({await version(actor) for actor in people(city).values()}) == len(WHO)
    some = (await nobody.as_(one).data('{ catalogue(kinds: ["Term"]) { version kinds { name } } }'))["catalogue"]
    assert some == {"version": await version(one), "kinds": [{"name": "Term"}]}


async def test_its_version_changes_with_the_roles_there_are(api: Api, city: World) -> None:
    before = await api.data(VERSION)
    made = await api.write(
        "createRole", code="catalogue_reader", englishName="Reader", chineseName="目录读者", atCity=True, atCounty=True,
        atUnit=True, isSeparated=False, secondFactor=False, valid={"from": "2026-01-01"}, basis="内部规定",
    )  # fmt: skip
    assert made["errors"] == []
    assert await api.data(VERSION) != before


async def test_aliases_fragments_and_conditions_hold(api: Api, city: World) -> None:
    query = """query($yes: Boolean!, $no: Boolean!) { all: catalogue(kinds: ["Term"]) {
        __typename few: kinds { ...Some words: label { zh } en: label @include(if: $no) { en } } }
      } fragment Some on CatalogueKind { __typename name @skip(if: $no) area @include(if: $yes) label { en } }"""
    found = await api.data(query, yes=True, no=False)
    kind = {"__typename": "CatalogueKind", "name": "Term", "area": "registry", "label": {"en": "Term"}}
    assert found == {"all": {"__typename": "Catalogue", "few": [{**kind, "words": {"zh": "学期"}}]}}
