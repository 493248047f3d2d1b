"""Random queries, answered by the engine and by the reference: the same, byte for byte, for every sort of actor."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import orjson
import pytest
from graphql import parse, validate

from bureau.catalogue import Catalogue
from bureau.engine.kinds import Kinds
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.machinery.reference import load_reference
from bureau.main import opened
from bureau.storage.difference import write_migration
from bureau.storage.migrate import migrate
from tests.engine.reference.executor import Reference, Rows, read_rows
from tests.engine.reference.queries import Maker, Query
from tests.support import databases, world
from tests.support.api import Api
from tests.support.people import REGISTRAR, actor
from tests.support.specimen import with_specimens
from tests.support.zoo import populate

ROLES = ("director", "registrar", "identity", "integrator")


@dataclass
class Zoo:
    """A small world with everything in it, and the reference that knows it."""

    api: Api
    rows: Rows
    reference: Reference
    city: world.World
    kinds: Kinds

    def someone(self, dice: Random) -> Actor:
        """Nobody, or an actor with one to three grants."""
        if dice.random() < 0.05:
            return ANONYMOUS
        units = {
            Level.CITY: [self.city.bureau],
            Level.COUNTY: [self.city.east, self.city.west],
            Level.UNIT: sorted(self.city.schools.values()),
        }
        grants = []
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            level = dice.choice((Level.CITY, Level.CITY, Level.COUNTY, Level.COUNTY, Level.UNIT))
            grants.append((dice.choice(ROLES), level, dice.choice(units[level])))
        return actor(*grants)


@pytest.fixture(scope="module")
async def zoo(server: databases.Server, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Zoo]:
    parts: Catalogue = with_specimens()
    folder: Path = tmp_path_factory.mktemp("migrations")
    write_migration("all", parts.tables, folder)
    async with databases.database(server) as name:
        settings = server.settings(name, max_cost=10**15)  # what may be asked is another test's question
        await migrate(settings.database, folder)
        async with opened(settings, parts, FixedClock(world.NOW)) as services:
            await load_reference(services.store, settings)
            schema = BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions)
            api = Api(services, schema, Gateway(schema, settings), REGISTRAR)
            city = await world.build(services)
            await populate(api, city, Random(11))
            rows = await read_rows(services.store.database.readers, parts)
            yield Zoo(api, rows, Reference(parts, rows), city, Kinds(parts.kinds, parts.tables))


async def compare(zoo: Zoo, seed: int) -> tuple[Query, Actor, str]:
    """Answer one random query both ways; how it ended."""
    dice = Random(seed)
    query = Maker(zoo.api.schema.graphql, zoo.kinds, zoo.rows, dice).query()
    assert validate(zoo.api.schema.graphql, parse(query.text)) == [], query.text
    asking = zoo.api.as_(zoo.someone(dice)).in_(dice.choice(("en", "zh")))
    said = f"seed {seed}\n{query.text}\n{query.variables}\n{asking.actor.grants}"
    wanted = zoo.reference.answer(query.text, query.variables, asking.actor, asking.language)
    reply = await asking.ask(query.text, **query.variables)
    if set(reply.codes) == {"LIMIT_EXCEEDED"}:
        assert "nest" in reply.body["errors"][0]["message"] or "嵌套" in reply.body["errors"][0]["message"], said
        return query, asking.actor, "too deep"
    if set(reply.codes) == {"CURSOR_INVALID"}:  # also for a list that is not reached in the end
        assert not all(map(zoo.reference.sees, query.cursors)), said
        return query, asking.actor, "refused"
    if wanted.errors:
        causes = {type(error.original_error) for error in wanted.errors}
        raise AssertionError(f"{causes}\n{said}\n{reply.body}")
    assert "errors" not in reply.body, f"{said}\n{reply.body['errors']}"
    expected = orjson.dumps({"data": wanted.data})
    assert orjson.loads(expected) == reply.body, said
    assert expected == reply.raw, f"the order of fields\n{said}"
    return query, asking.actor, "answered"


async def run(zoo: Zoo, seeds: range) -> tuple[Counter[str], Counter[Any]]:
    """Compare for every seed; what was used, and what else is worth counting."""
    used: Counter[str] = Counter()
    seen: Counter[Any] = Counter()
    for seed in seeds:
        query, who, ended = await compare(zoo, seed)
        used.update(query.used)
        seen[ended] += 1
        seen["three levels or more"] += query.depth >= 3
        seen["nobody"] += not who.grants
        seen["several grants"] += len(who.grants) > 1
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
    "argument orderBy", "argument search", "argument by", "argument id", "argument ids", "argument lang",
}  # fmt: skip


async def test_the_engine_answers_as_the_reference_does(zoo: Zoo) -> None:
    used, seen = await run(zoo, range(300))
    assert set(used) >= USES, USES - set(used)
    assert seen["answered"] > 200
    assert seen["refused"] > 3, "cursors that are refused are among them"
    assert seen["three levels or more"] > 60
    assert seen["nobody"] > 3
    assert seen["several grants"] > 30
    assert all(seen[level] > 20 for level in Level)


@pytest.mark.soak
async def test_ten_thousand_times(zoo: Zoo) -> None:
    used, _ = await run(zoo, range(1000, 11_000))
    wanted = {f"{name}.{operator}" for name, operators in OPERATORS.items() for operator in operators}
    assert wanted <= set(used), wanted - set(used)
