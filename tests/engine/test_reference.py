"""Random queries, answered by the engine and by the reference: the same, byte for byte, for every sort of actor."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from random import Random
from typing import Any

import orjson
import pytest
from graphql import parse, validate

from bureau.engine.kinds import Kinds
from bureau.kernel.actor import ANONYMOUS, Actor, Wards
from bureau.kernel.kind import Kind
from bureau.kernel.rules import ROLES, Level, Term
from bureau.registry.person import Person
from bureau.storage.tables import scope_columns
from tests.engine.reference.executor import Reference, Rows, takes_part
from tests.engine.reference.queries import Maker, Query
from tests.support import world
from tests.support.api import Api
from tests.support.people import actor

LIKELY = ("director_opened", "registrar", "identity", "integrator")
ADDED = "school_doctor"
MORE = {
    target: frozenset({Term(ADDED, frozenset({Level.COUNTY, Level.UNIT}))})
    for target in ("Student.read", "School.read", "Person.address", "Guardianship.read", "Campus.read")
}
"""What a role of the bureau's own is given."""


@dataclass
class Zoo:
    """A small world with everything in it, and the reference that knows it."""

    api: Api
    rows: Rows
    reference: Reference
    city: world.World
    kinds: Kinds
    moments: tuple[datetime, ...]
    """When the world was looked at before it was changed further."""
    numbers: tuple[str, ...]
    """Identity numbers in the clear, which nobody is ever told."""

    def someone(self, dice: Random) -> Actor:
        """Nobody, or an actor with one to three grants."""
        if dice.random() < 0.05:
            return ANONYMOUS
        units = {
            Level.CITY: [self.city.bureau],
            Level.COUNTY: [self.city.east, self.city.west],
            Level.UNIT: [*sorted(self.city.schools.values()), self.city.east],  # listed, without what lies below
        }
        grants = []
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            level = dice.choice((Level.CITY, Level.CITY, Level.COUNTY, Level.COUNTY, Level.UNIT))
            role = dice.choice(dice.choice((LIKELY, (*ROLES, ADDED))))
            grants.append((role, level, dice.choice(units[level])))
        found = replace(actor(*grants), account=dice.choice((1, 2)))
        if dice.random() < 0.15:
            found = self.guardian(dice, found if dice.random() < 0.5 else replace(found, grants=()))
        if dice.random() < 0.1:
            found = found.heading((self.city.school_class,))
        return found.given(MORE) if any(role == ADDED for role, _, _ in grants) else found

    def guardian(self, dice: Random, who: Actor) -> Actor:
        """The same, who is a guardian of one or two pupils besides."""
        pupils = dice.sample(sorted(self.city.students.values()), dice.choice((1, 1, 2)))
        rows = [self.rows.tables["student"][pupil] for pupil in pupils]
        schools, classes = ({row[name] for row in rows} - {None} for name in ("school_id", "school_class_id"))
        return who.of(Wards(tuple(sorted(pupils)), tuple(sorted(schools)), tuple(sorted(classes))))


async def compare(zoo: Zoo, seed: int) -> tuple[Query, Actor, str]:
    """Answer one random query both ways; how it ended."""
    dice = Random(seed)
    query = Maker(zoo.api.schema.graphql, zoo.kinds, zoo.rows, zoo.moments, dice).query()
    invalid = validate(zoo.api.schema.graphql, parse(query.text))
    assert all("conflicting types" in error.message for error in invalid), query.text
    if invalid:  # one key for `String!` of one type and `String` of another, which no dice can know
        return query, ANONYMOUS, "conflicting"
    asking = zoo.api.as_(zoo.someone(dice)).in_(dice.choice(("en", "zh")))
    said = f"seed {seed}\n{query.text}\n{query.variables}\n{asking.actor.grants}"
    wanted = zoo.reference.answer(query.text, query.variables, asking.actor, asking.language)
    reply = await asking.ask(query.text, **query.variables)
    if set(reply.codes) == {"LIMIT_EXCEEDED"}:
        refused = reply.body["errors"][0]["message"]
        assert any(word in refused for word in ("nest", "deeper", "嵌套")), said
        return query, asking.actor, "too deep"
    if set(reply.codes) == {"CURSOR_INVALID"}:  # also for a list that is not reached in the end
        assert not all(zoo.reference.sees(*cursor) for cursor in query.cursors), said
        return query, asking.actor, "refused"
    if set(reply.codes) == {"FORBIDDEN"}:  # also for a filter that no row meets in the end
        assert not all(zoo.reference.shows(*field) for field in query.sifted), said
        return query, asking.actor, "withheld"
    if wanted.errors:
        causes = {type(error.original_error) for error in wanted.errors}
        raise AssertionError(f"{causes}\n{said}\n{reply.body}")
    assert "errors" not in reply.body, f"{said}\n{reply.body['errors']}"
    assert leaks(zoo, asking.actor, reply.raw.decode()) == [], said
    expected = orjson.dumps({"data": wanted.data})
    assert orjson.loads(expected)["data"] == reply.data, said
    assert reply.raw.startswith(expected[:-1] + b',"extensions":'), f"the order of fields\n{said}"
    told = {tuple(entry["path"]): entry["reason"] for entry in reply.body["extensions"]["withheld"]}
    assert zoo.reference.withheld <= told.keys(), said
    assert not [
        path for path, reason in told.items() if reason == "NOT_ALLOWED" and any(values_at(reply.data, path))
    ], said + reply.raw.decode()
    return query, asking.actor, "answered"


def values_at(data: Any, path: tuple[str, ...]) -> list[Any]:
    """All that stands in an answer under these keys, whatever the lists on the way."""
    found = [data]
    for key in path:
        below = [v[key] for v in found if isinstance(v, dict) and v.get(key) is not None]
        found = [item for v in below for item in (v if isinstance(v, list) else [v])]
    return found


def is_of_a_ward(who: Actor, kind: Kind, values: Any) -> bool:
    """Whether a row is of a pupil whose guardian somebody is."""
    relation, which = kind.kin or ("", "pupils")
    ids = {values[f"{relation}_id" if relation else "id"], values.get("merged_into_id")}  # ids of old are told as such
    return kind.read.kin and not ids.isdisjoint(getattr(who.wards, which))


def is_of_a_headed_class(who: Actor, kind: Kind, values: Any) -> bool:
    """Whether a row is of a class whose head teacher somebody is."""
    if kind.headed is None or not kind.read.heads:
        return False
    return values[f"{kind.headed}_id" if kind.headed else "id"] in who.headed


def leaks(zoo: Zoo, who: Actor, text: str) -> list[str]:
    """What an answer tells of records beyond the actor's scope, and whatever it tells of sealed values."""
    found = [number for number in zoo.numbers if number in text]
    for type_name, number in set(re.findall(r'"([A-Z][A-Za-z]+):(\d+)"', text)) - named(zoo):
        kind = zoo.kinds.of_type(type_name)
        columns = scope_columns(kind) if kind else None
        if kind and columns:
            values = zoo.rows.tables[kind.table][int(number)]
            is_theirs = is_of_a_ward(who, kind, values) or is_of_a_headed_class(who, kind, values)
            is_theirs |= takes_part(zoo.rows, who, kind, values)
            if not is_theirs and not who.reaches(kind.read, *(values[column] for column in columns)):
                found.append(f"{type_name}:{number}")
    persons = zoo.rows.tables["person"]
    places = [(s["person_id"], s["county_id"], s["school_id"]) for s in zoo.rows.tables["student"].values()]
    places += [
        (u["principal_id"], u["county_id"], u["id"]) for u in zoo.rows.tables["unit"].values() if u["principal_id"]
    ]
    for name in set(re.findall('([^"]+)住处', text)):
        homes = [place for person, *place in places if persons[person]["address"] == f"{name}住处"]
        if not any(who.reaches(Person.address.read, *place) for place in homes):  # type: ignore[arg-type]
            found.append(f"the address of {name}")
    return found


def named(zoo: Zoo) -> set[tuple[str, str]]:
    """The records that requests to hand values out or about data name in so many words, for whoever reads these."""
    kinds = [(kind, name) for kind in zoo.kinds.all for name in ("records", "subject") if name in kind.fields]
    texts = (row[name] for kind, name in kinds for row in zoo.rows.tables[kind.table].values())
    return {pair for text in texts if isinstance(text, str) for pair in re.findall(r"([A-Z][A-Za-z]+):(\d+)", text)}


async def run(zoo: Zoo, seeds: range) -> tuple[Counter[str], Counter[Any]]:
    """Compare for every seed; what was used, and what else is worth counting."""
    used: Counter[str] = Counter()
    seen: Counter[Any] = Counter()
    for seed in seeds:
        query, who, ended = await compare(zoo, seed)
        used.update(query.used)
        seen[ended] += 1
        seen["three levels or more"] += query.depth >= 3
        seen["nobody"] += who is ANONYMOUS
        seen["guardians"] += bool(who.wards.pupils)
        seen["head teachers"] += bool(who.headed)
        seen["several grants"] += len(who.grants) > 1
        seen["a role of the bureau's own"] += bool(who.more)
        seen.update({grant.role for grant in who.grants})
        seen.update({grant.level for grant in who.grants})
    return used, seen


OPERATORS = {
    **dict.fromkeys(("StringFilter",), ("eq", "ne", "in", "contains", "startsWith", "isNull")),
    **dict.fromkeys(("CodeFilter",), ("eq", "ne", "in", "isNull")),
    **dict.fromkeys(("IDFilter",), ("eq", "ne", "in")),
    **dict.fromkeys(("DateFilter",), ("eq", "ne", "in", "lt", "lte", "gt", "gte", "isNull")),
}
USES = {
    "filter and", "filter or", "filter not", "filter voided", "filter over a relation", "relation isNull", "variable",
    "variable inside a filter", "inline fragment", "named fragment", "on a type of an interface", "merged selections",
    "alias", "@include", "@skip", "__typename", "argument first", "argument last", "argument after", "argument before",
    "argument orderBy", "argument search", "argument by", "argument id", "argument ids", "argument lang", "argument upTo", "null for an argument", "argument asOf",
    "argument on",
    "filter some", "filter none", "any related record", "a relation inside some or none", "filter by a restricted field",
    "some of the groups", "after a group",
    "argument text", "argument kinds", "a blank search", "on a member of a union", "on an interface in a union",
}  # fmt: skip


async def test_the_engine_answers_as_the_reference_does(zoo: Zoo) -> None:
    used, seen = await run(zoo, range(360))
    assert set(used) >= USES, USES - set(used)
    assert seen["answered"] > 200
    assert seen["refused"] > 3, "cursors that are refused are among them"
    assert seen["withheld"] > 3, "filters by what is not shown are among them"
    assert seen["three levels or more"] > 60
    assert seen["nobody"] > 3
    assert seen["several grants"] > 30
    assert seen["guardians"] > 20
    assert seen["head teachers"] > 20
    assert seen["a role of the bureau's own"] > 5
    assert all(seen[role] > 0 for role in ROLES)
    assert all(seen[level] > 20 for level in Level)


@pytest.mark.soak
async def test_ten_thousand_times(zoo: Zoo) -> None:
    used, _ = await run(zoo, range(1000, 11_000))
    wanted = {f"{name}.{operator}" for name, operators in OPERATORS.items() for operator in operators}
    assert wanted <= set(used), wanted - set(used)
