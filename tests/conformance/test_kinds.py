"""What every kind must do, whatever it is: its test is its name and a sample."""

import re
from typing import Any

import pytest
from graphql import GraphQLEnumType, GraphQLObjectType, get_named_type, parse

from bureau.catalogue import catalogue
from bureau.engine.groups import group_name, groupings
from bureau.engine.kinds import Kinds
from bureau.engine.paging import order_name
from bureau.engine.titles import title
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.field import Field, One, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.rules import nobody
from bureau.machinery.imports.mapping import mapped, paths
from tests.conformance.samples import samples
from tests.support.api import Api
from tests.support.conform import conforms
from tests.support.people import DIRECTOR, of_county
from tests.support.world import World

PARTS = catalogue()
KINDS = Kinds(PARTS.kinds, PARTS.tables)
ROOTED = [kind for kind in PARTS.kinds if kind.rooted]
WRITTEN = [kind for kind in ROOTED if kind.create.admits_some]
TOKEN = re.compile(r"\w+|[^\w\s]")
MOST_TOKENS = 3500
"""Kinds are looked at as deep as a document may be large."""
by_name = {"ids": lambda kind: kind.name}


def everything(type_: Any, depth: int, seen: tuple[str, ...] = ()) -> str:
    """A selection of all fields of a type, relations to a depth."""
    parts = ["__typename"]
    for name, field in type_.fields.items():
        inner = get_named_type(field.type)
        if not hasattr(inner, "fields") or isinstance(inner, GraphQLEnumType):
            parts.append(name)
        elif depth > 0 and inner.name not in seen:
            arguments = "(first: 2)" if "first" in field.args else ""
            parts.append(f"{name}{arguments} {{ {everything(inner, depth - 1, (*seen, type_.name))} }}")
    return " ".join(parts)


@pytest.mark.parametrize("kind", ROOTED, **by_name)
async def test_every_field_can_be_asked_for(api: Api, city: World, kind: Kind) -> None:
    type_ = api.schema.graphql.type_map[f"{kind.type_name}Connection"]
    for depth in (4, 3, 2):
        query = f"{{ {kind.plural}(first: 3) {{ {everything(type_, depth)} }} }}"
        if len(TOKEN.findall(query)) < MOST_TOKENS:
            reply = await api.ask(query)
            if reply.codes != ["LIMIT_EXCEEDED"]:  # SQLite's parser is shallow
                break
    data = reply.data
    conforms(api.schema.graphql, parse(query), data)
    assert data[kind.plural]["nodes"], "there are records to look at"


@pytest.mark.parametrize("kind", ROOTED, **by_name)
async def test_every_record_is_found_again_by_its_id(api: Api, city: World, kind: Kind) -> None:
    nodes = (await api.data(f"{{ {kind.plural}(first: 3) {{ nodes {{ id }} }} }}"))[kind.plural]["nodes"]
    for node in nodes:
        query = f"query($id: ID!) {{ {kind.singular}(id: $id) {{ id }} node(id: $id) {{ id __typename }} }}"
        found = await api.data(query, id=node["id"])
        assert found[kind.singular] == node
        assert found["node"] == {**node, "__typename": node["id"].split(":")[0]}


@pytest.mark.parametrize("kind", ROOTED, **by_name)
async def test_every_order_is_total_and_reversible(api: Api, city: World, kind: Kind) -> None:
    for path in ("id", *kind.order):
        lists = []
        for direction in ("ASC", "DESC"):
            query = f"{{ {kind.plural}(first: 1000, orderBy: {order_name(path)}_{direction}) {{ nodes {{ id }} }} }}"
            lists.append([node["id"] for node in (await api.data(query))[kind.plural]["nodes"]])
        if len(lists[0]) < 1000:
            assert lists[0] == lists[1][::-1]
        assert len(set(lists[0])) == len(lists[0])


@pytest.mark.parametrize("kind", ROOTED, **by_name)
async def test_every_grouping_counts_every_record_once(api: Api, city: World, kind: Kind) -> None:
    for path in groupings(kind):
        field = f"{kind.plural}Summary"
        query = f"""query($after: String) {{
            {field}(by: [{group_name(path)}], after: $after) {{
                totalCount nodes {{ count }} pageInfo {{ hasNextPage endCursor }} }} }}"""
        counted, after, more = 0, None, True
        while more:
            found = (await api.data(query, after=after))[field]
            counted += sum(group["count"] for group in found["nodes"])
            after, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]
        assert counted == found["totalCount"]


@pytest.mark.parametrize("kind", ROOTED, **by_name)
async def test_nobody_sees_anything_that_is_not_public(api: Api, city: World, kind: Kind) -> None:
    field = f"{kind.plural}Summary"
    query = f"{{ {kind.plural} {{ totalCount nodes {{ id }} }} {field} {{ totalCount nodes {{ count }} }} }}"
    found = await api.as_(ANONYMOUS).data(query)
    if not kind.read.public:
        assert found[kind.plural] == {"totalCount": 0, "nodes": []}
        assert found[field]["totalCount"] == 0


@pytest.mark.parametrize("kind", ROOTED, **by_name)
def test_every_kind_says_who_may_read_it_and_what_it_is(kind: Kind) -> None:
    assert kind.doc
    assert all(kind.label)
    assert kind.read != nobody
    assert set(kind.natural_key) <= set(kind.fields)
    for path in (*kind.list, *kind.order, *kind.filter, *kind.group):
        head, _, rest = path.partition(".")
        assert head in kind.fields
        assert not rest or rest in kind.fields[head].target.about.fields


@pytest.mark.parametrize("kind", ROOTED, **by_name)
def test_every_kind_is_named_by_what_all_its_readers_see(kind: Kind) -> None:
    paths = title(KINDS, kind)
    assert paths
    for path in paths:
        found = kind
        *relations, last = path.split(".")
        for relation in relations:
            _is_plain(found.fields[relation])
            found = KINDS.target(found, relation)
        _is_plain(found.fields[last])
        assert not isinstance(found.fields[last], One), path


def _is_plain(declared: Field[Any]) -> None:
    """Everyone who sees the record sees this field of it in full."""
    assert not isinstance(declared, Sealed), declared.name
    assert declared.read is None, declared.name
    assert not declared.internal, declared.name


@pytest.mark.parametrize("kind", [kind for kind in ROOTED if not kind.abstract], **by_name)
def test_every_column_of_an_export_is_understood_by_an_import(kind: Kind) -> None:
    for language in (0, 1):
        headers = [f.words[language] for f in kind.fields.values() if not (f.internal or f.derived)]
        found, _ = mapped(kind, headers, {})
        plain = {path for path, _ in paths(kind) if "." not in path}
        assert plain <= set(found), f"{kind.name}: {plain - set(found)}"


@pytest.mark.parametrize("kind", WRITTEN, **by_name)
async def test_a_record_is_made_changed_and_made_void(api: Api, city: World, kind: Kind) -> None:
    sample = samples(city)[kind.name]
    one, type_ = kind.singular, kind.type_name
    made = await api.write(f"create{type_}", f"{one} {{ id version }}", **sample.given)
    assert made["errors"] == []
    identity = made[one]["id"]
    assert made[one]["version"] == 1
    selected = " ".join(_selected(api, kind, name) for name in sample.change)
    changed = await api.write(
        f"update{type_}", f"{one} {{ version {selected} }}", id=identity, expectedVersion=1, **sample.change
    )
    assert changed["errors"] == []
    assert changed[one]["version"] == 2
    for name, value in sample.change.items():
        found = changed[one][name]
        assert found == value or (isinstance(found, dict) and (found.get("code") == value or "held" in found))

    stale = await api.write(
        f"update{type_}", f"{one} {{ id version }}", id=identity, expectedVersion=1, **sample.change
    )
    assert [error["code"] for error in stale["errors"]] == ["CONFLICT"]
    assert stale[one] == {"id": identity, "version": 2}, "the record as it stands comes with the conflict"

    void = await api.write(f"void{type_}", f"{one} {{ voidReason version }}", id=identity, reason="样本用完")
    assert void == {one: {"voidReason": "样本用完", "version": 3}, "errors": []}
    listed = f"query($id: ID!) {{ {kind.plural}(filter: {{id: {{eq: $id}}}}) {{ totalCount }} gone: {kind.plural}(filter: {{id: {{eq: $id}}, voided: true}}) {{ totalCount }} }}"
    assert await api.data(listed, id=identity) == {kind.plural: {"totalCount": 0}, "gone": {"totalCount": 1}}
    again = await api.write(f"update{type_}", f"{one} {{ id }}", id=identity, **sample.change)
    assert [error["code"] for error in again["errors"]] == ["VOIDED"]
    verbs = await api.services.store.database.readers.fetch(
        "SELECT verb, actor FROM journal WHERE kind = $1 AND record_id = $2 ORDER BY id",
        [kind.name, int(identity.split(":")[1])],
    )
    assert [tuple(row) for row in verbs] == [(verb, "tester") for verb in ("create", "update", "void")]


def _selected(api: Api, kind: Kind, name: str) -> str:
    type_ = api.schema.graphql.type_map[kind.type_name]
    assert isinstance(type_, GraphQLObjectType)
    inner = get_named_type(type_.fields[name].type)
    if isinstance(inner, GraphQLObjectType):
        return (
            f"{name} {{ {' '.join(inner.fields)} }}"
            if inner.name in ("Period", "Sealed", "Code")
            else f"{name} {{ id }}"
        )
    return name


@pytest.mark.parametrize("kind", WRITTEN, **by_name)
async def test_a_write_repeated_under_its_key_is_answered_and_not_done_again(api: Api, city: World, kind: Kind) -> None:
    sample = samples(city)[kind.name]
    one, type_ = kind.singular, kind.type_name
    given = {**sample.given, "idempotencyKey": f"key of {kind.name}"}
    for name in ("code", "number"):
        if isinstance(given.get(name), str):
            given[name] = given[name].replace("777001", "777002").replace("X1", "X2")
    if "documentType" in given:
        del given["documentNumber"]
    first = await api.write(f"create{type_}", f"{one} {{ id }}", **given)
    second = await api.write(f"create{type_}", f"{one} {{ id }}", **given)
    assert first["errors"] == []
    assert second == first
    other = await api.write(f"create{type_}", f"{one} {{ id }}", **{**given, **sample.change})
    assert [error["code"] for error in other["errors"]] == ["KEY_REUSED"]
    refused = {**given, **sample.refused, "idempotencyKey": f"refused {kind.name}"}
    assert await api.write(f"create{type_}", f"{one} {{ id }}", **refused) == await api.write(
        f"create{type_}", f"{one} {{ id }}", **refused
    )


@pytest.mark.parametrize("kind", [kind for kind in WRITTEN if not kind.create.own], **by_name)
async def test_those_without_the_right_write_nothing(api: Api, city: World, kind: Kind) -> None:
    sample = samples(city)[kind.name]
    for actor in (ANONYMOUS, DIRECTOR, of_county(city.west)):
        asking = api.as_(actor)
        payload = await asking.write(f"create{kind.type_name}", f"{kind.singular} {{ id }}", **sample.given)
        assert payload[kind.singular] is None
        assert {error["code"] for error in payload["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}
        nodes = (await api.data(f"{{ {kind.plural}(first: 1) {{ nodes {{ id }} }} }}"))[kind.plural]["nodes"]
        for verb, given in (("update", sample.change), ("void", {"reason": "x"})):
            payload = await asking.write(
                f"{verb}{kind.type_name}", f"{kind.singular} {{ id }}", id=nodes[0]["id"], **given
            )
            assert {error["code"] for error in payload["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}
            assert payload["errors"]


@pytest.mark.parametrize("kind", PARTS.kinds, **by_name)
def test_nothing_restricted_decides_an_order_or_a_search_or_is_added_up(kind: Kind) -> None:
    """A restricted field may be withheld from those who see the record: its place in a list would tell of it."""
    for path in (*kind.order, *kind.search, *kind.sum):
        head, _, rest = path.partition(".")
        assert kind.fields[head].read is None
        assert not rest or kind.fields[head].target.about.fields[rest].read is None  # type: ignore[attr-defined]
    assert len(kind.order) + len(kind.index) <= 8, "each has an index within every scope"
