"""Every case file: the statement of both dialects, the response, the schema's consent, and the same by every path."""

import json
import os

import orjson
import pytest
from graphql import execute, parse

from bureau.engine.compile import Told, compiled
from bureau.engine.dialects import dialect
from bureau.engine.plan import Planner
from bureau.graph.executor import FragmentExecutor
from bureau.graph.gateway import written
from bureau.graph.selection import Reader
from tests.engine.cases import CASES, Case, readable
from tests.support.api import Api, unplaced
from tests.support.conform import conforms
from tests.support.world import World

WRITE = bool(os.environ.get("BUREAU_WRITE_CASES"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_case(api: Api, city: World, case: Case) -> None:
    asking = api.as_(case.actor(city))
    variables = case.variables(city)
    reply = await asking.ask(case.query, **variables)
    told = [reply.body["extensions"].pop(name) for name in ("position", "cost", "costLeft")]
    assert min(told) > 0  # others in each run
    pretty = json.dumps(reply.body, ensure_ascii=False, indent=1) + "\n"
    statements = {name: readable(_statement(asking, case, variables, name)) for name in ("postgres", "sqlite")}
    if WRITE:
        case.write(".json", pretty)
        for name, sql in statements.items():
            case.write(f".{name}.sql", sql)
    assert pretty == case.expected(".json")
    for name, sql in statements.items():
        assert sql == case.expected(f".{name}.sql")
    conforms(asking.schema.graphql, parse(case.query), reply.data)
    assert unplaced(await _by_executor(asking, case, variables)) == unplaced(reply.raw)
    assert await _by_strawberry(asking, case, variables) == {"data": reply.data}


def _statement(asking: Api, case: Case, variables: dict[str, object], name: str) -> str:
    document = parse(case.query)
    operation = document.definitions[0]
    fragments = {d.name.value: d for d in document.definitions[1:]}  # type: ignore[attr-defined]
    schema, kinds = asking.schema.graphql, asking.services.engine.kinds
    reader = Reader(schema, kinds, fragments, variables)
    assert schema.query_type
    planner = Planner(kinds, asking.actor, asking.language)
    collected = reader.collect(schema.query_type, [operation.selection_set])  # type: ignore[attr-defined]
    values = [planner.root(reader.root(schema.query_type, key, nodes)) for key, nodes in collected.items()]
    return compiled(values, planner.anchors, dialect(name), Told(0, ())).sql  # type: ignore[arg-type]


async def _by_executor(asking: Api, case: Case, variables: dict[str, object]) -> bytes:
    """The way of queries that are not lean."""
    context = asking.context()
    result = await execute(  # type: ignore[misc]
        asking.schema.graphql,
        parse(case.query),
        context_value=context,
        variable_values=variables,
        executor_class=FragmentExecutor,
    )
    return written(result, context, asking.services.engine.max_cost)


async def _by_strawberry(asking: Api, case: Case, variables: dict[str, object]) -> object:
    """The way of callers inside the process."""
    result = await asking.schema.execute(case.query, variable_values=variables, context_value=asking.context())
    assert not result.errors
    return {"data": orjson.loads(orjson.dumps(result.data))}


def test_there_are_cases() -> None:
    assert len(CASES) >= 15
