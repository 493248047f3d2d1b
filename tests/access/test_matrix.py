"""Who may do what, whole: every role at every level, for every kind and verb, on a record within reach and on one beyond.

What is expected is worked out here, from the rules as they are declared and the rows as they lie, by nothing that the
product decides by. `tests/access/matrix.csv` shows the same as a table, to be reviewed as a diff.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_non_null_type,
)

from bureau.catalogue import catalogue
from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, Actor, Grant
from bureau.kernel.kind import Kind
from bureau.kernel.rules import ROLES, Level, Rule
from bureau.storage.tables import scope_columns
from tests.access.matrix import table
from tests.support.api import Api
from tests.support.world import World

PARTS = catalogue()
ROOTED = [kind for kind in PARTS.kinds if kind.rooted]
WHO = [("", Level.CITY), *((role, level) for role in ROLES for level in Level)]
"""Nobody first, then every role at every level."""
CHANGING = 10
"""Mutations of one request."""


def called(who: tuple[str, Level]) -> str:
    return f"{who[0]}-{who[1]}" if who[0] else "anonymous"


@dataclass(frozen=True)
class Asker:
    """One role on one unit, or nobody."""

    role: str
    level: Level
    unit: int

    @property
    def actor(self) -> Actor:
        if not self.role:
            return ANONYMOUS
        return Actor(987_654_321, "asker", (Grant(self.role, self.level, self.unit, date(2000, 1, 1)),))

    def reaches(self, rule: Rule, place: tuple[int | None, int | None] | None) -> bool:
        """Whether a rule lets them act on a record of this county and unit, or of no place."""
        if rule.public:
            return True
        terms = [term for term in rule.terms if term.role == self.role and self.level in term.levels]
        if any(term.everywhere for term in terms):
            return True
        if self.level is Level.CITY or place is None:
            return bool(terms) and self.level is Level.CITY
        return bool(terms) and self.unit == place[0 if self.level is Level.COUNTY else 1]


def asker(who: tuple[str, Level], city: World) -> Asker:
    role, level = who
    unit = {Level.CITY: city.bureau, Level.COUNTY: city.west, Level.UNIT: city.schools["东城小学"]}[level]
    return Asker(role, level, unit)


async def rows_of(services: Services, kind: Kind) -> dict[str, tuple[int | None, int | None] | None]:
    """The live records of a kind by id, each with its county and unit."""
    columns = scope_columns(kind)
    said = ", ".join(("id", *(columns or ())))
    condition = "void_reason IS NULL"
    if kind.variant:
        condition += f" AND {kind.variant.field} IN ({', '.join(repr(v) for v in sorted(kind.variant.values))})"
    rows = await services.store.database.readers.fetch(f"SELECT {said} FROM {kind.table} WHERE {condition}")
    return {f"{kind.type_name}:{row[0]}": (row[1], row[2]) if columns else None for row in rows}


async def parties_of(services: Services, kind: Kind) -> list[tuple[str, tuple[int | None, int | None]]]:
    """The units that take part in records of a kind: the record's id, and the unit's county and own id."""
    if kind.parties is None:
        return []
    relation, unit = f"p.{kind.parties.relation}_id", f"p.{kind.parties.unit}_id"
    own = f"r.{kind.parties.of}_id" if kind.parties.of else "r.id"
    parties = f"{kind.table} r JOIN {kind.parties.record.about.table} p ON {relation} = {own}"
    sql = f"SELECT r.id, p.county_id, {unit} FROM {parties} WHERE p.void_reason IS NULL AND r.void_reason IS NULL"
    if kind.variant:
        sql += f" AND r.{kind.variant.field} IN ({', '.join(repr(v) for v in sorted(kind.variant.values))})"
    rows = await services.store.database.readers.fetch(sql)
    return [(f"{kind.type_name}:{row[0]}", (row[1], row[2])) for row in rows]


def test_the_table_of_rights_is_as_it_was_reviewed() -> None:
    assert Path(__file__).with_name("matrix.csv").read_text("utf-8") == table(PARTS), (
        "read the difference, then `make gen`"
    )


@pytest.mark.parametrize("who", WHO, ids=called)
async def test_every_list_holds_what_its_rule_reaches(
    services: Services, city: World, nobody: Api, who: tuple[str, Level]
) -> None:
    asking = asker(who, city)
    api = nobody.as_(asking.actor)
    for kind in ROOTED:
        if kind.abstract:
            continue
        rows = await rows_of(services, kind)
        expected = {identity for identity, place in rows.items() if asking.reaches(kind.read, place)}
        parties = await parties_of(services, kind)
        expected |= {identity for identity, place in parties if asking.reaches(kind.read, place)}
        query = (
            f"{{ {kind.plural}(first: 1000) {{ totalCount nodes {{ id }} }} {kind.plural}Summary {{ totalCount }} }}"
        )
        if kind.table == "division" or len(rows) > 1000:
            found = (await api.data(f"{{ {kind.plural}(first: 0) {{ totalCount(upTo: 100000) }} }}"))[kind.plural]
            assert found["totalCount"] == len(expected), kind.name
            continue
        data = await api.data(query)
        assert {node["id"] for node in data[kind.plural]["nodes"]} == expected, kind.name
        assert data[kind.plural]["totalCount"] == data[f"{kind.plural}Summary"]["totalCount"] == len(expected)


@dataclass(frozen=True)
class Attempt:
    """One write, and how it must end."""

    mutation: str
    input: dict[str, Any]
    codes: frozenset[str]
    said: str


REFUSED = frozenset({"FORBIDDEN", "NOT_FOUND"})
STALE = frozenset({"CONFLICT"})


def _attempts(
    api: Api, asking: Asker, kind: Kind, rows: Mapping[str, Sequence[tuple[int | None, int | None] | None]]
) -> Iterator[Attempt]:
    """Each verb on a record within its reach and on one beyond; with a version that no record has, so that nothing is
    written where the verb is allowed."""
    verbs = [(f"{verb}{kind.type_name}", getattr(kind, verb)) for verb in ("update", "void")]
    verbs += [(a.field_name, a.rule) for a in PARTS.actions if a.kind is kind and a.subject]
    mutations = api.schema.graphql.mutation_type
    assert mutations
    for name, rule in verbs:
        field = mutations.fields.get(name)
        if field is None:
            continue
        given = _given(get_named_type(field.args["input"].type))
        reached = {
            i: any(asking.reaches(kind.read, p) for p in places) and any(asking.reaches(rule, p) for p in places)
            for i, places in rows.items()
        }
        for is_within in (True, False):
            identity = next((i for i, is_reached in reached.items() if is_reached is is_within), None)
            if identity is not None:
                wanted = {**given, "id": identity, "expectedVersion": 999_999}
                yield Attempt(name, wanted, STALE if is_within else REFUSED, f"{name} of {identity}")


def _given(type_: Any) -> dict[str, Any]:
    """Something for each argument that an input cannot do without."""
    assert isinstance(type_, GraphQLInputObjectType)
    return {name: _value(field.type) for name, field in type_.fields.items() if is_non_null_type(field.type)}


def _value(type_: Any) -> Any:
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if isinstance(inner, GraphQLList):
        return []
    if isinstance(inner, GraphQLEnumType):
        return next(iter(inner.values))
    if isinstance(inner, GraphQLInputObjectType):
        return _given(inner)
    values = {"ID": "School:1", "Int": 1, "Boolean": True, "Date": "2026-10-12", "DateTime": "2026-10-12T00:00:00Z"}
    return values.get(inner.name, "1" if inner.name in ("Decimal", "Money") else "x")


async def _tried(api: Api, attempts: Sequence[Attempt]) -> Iterator[tuple[Attempt, set[str]]]:
    """What became of some attempts, made in one request."""
    fields = api.schema.graphql.mutation_type
    assert fields
    types = [fields.fields[attempt.mutation].args["input"].type for attempt in attempts]
    head = ", ".join(f"$i{n}: {type_}" for n, type_ in enumerate(types))
    body = " ".join(f"m{n}: {a.mutation}(input: $i{n}) {{ errors {{ code }} }}" for n, a in enumerate(attempts))
    data = await api.data(f"mutation({head}) {{ {body} }}", **{f"i{n}": a.input for n, a in enumerate(attempts)})
    return iter([(a, {error["code"] for error in data[f"m{n}"]["errors"]}) for n, a in enumerate(attempts)])


@pytest.mark.parametrize("who", WHO, ids=called)
async def test_every_verb_reaches_as_far_as_its_rule_and_no_further(
    services: Services, city: World, nobody: Api, who: tuple[str, Level]
) -> None:
    asking = asker(who, city)
    api = nobody.as_(asking.actor)
    attempts: list[Attempt] = []
    for kind in ROOTED:
        if not kind.abstract and not kind.owner:  # what is one's own is nobody else's, whatever the role
            places = {identity: [place] for identity, place in (await rows_of(services, kind)).items()}
            for identity, place in await parties_of(services, kind):
                places[identity].append(place)
            attempts += _attempts(api, asking, kind, places)
    ends: Counter[frozenset[str]] = Counter()
    for first in range(0, len(attempts), CHANGING):
        for attempt, codes in await _tried(api, attempts[first : first + CHANGING]):
            assert codes, attempt.said
            assert codes <= attempt.codes, f"{attempt.said}: {codes}, not {set(attempt.codes)}"
            ends[attempt.codes] += 1
    assert ends[REFUSED] > 30, "there is much beyond everybody's reach"


@pytest.mark.parametrize("who", WHO, ids=called)
async def test_who_may_make_records_nowhere_is_told_only_that(city: World, nobody: Api, who: tuple[str, Level]) -> None:
    asking = asker(who, city)
    api = nobody.as_(asking.actor)
    makers = [(f"create{kind.type_name}", kind.create) for kind in ROOTED if kind.create.admits_some]
    makers += [(a.field_name, a.rule) for a in PARTS.actions if not a.subject]
    mutations = api.schema.graphql.mutation_type
    assert mutations
    nowhere = [
        Attempt(name, _given(get_named_type(mutations.fields[name].args["input"].type)), REFUSED, name)
        for name, rule in makers
        if not rule.public
        and not (rule.own and asking.role)
        and not any(term.role == asking.role and asking.level in term.levels for term in rule.terms)
    ]
    for first in range(0, len(nowhere), CHANGING):
        for attempt, codes in await _tried(api, nowhere[first : first + CHANGING]):
            assert codes, attempt.said
            assert codes <= REFUSED, f"{attempt.said}: {codes}"
