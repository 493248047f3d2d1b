"""What an entry of the read log was shown: the same document, asked again under the same grants, as of its position."""

from dataclasses import replace
from datetime import date
from typing import Any

import orjson
from graphql import FragmentDefinitionNode, OperationDefinitionNode, OperationType, parse
from graphql.execution.values import get_variable_values

from bureau.engine.selection import Given, RootConstant
from bureau.graph.context import Services
from bureau.graph.selection import Reader
from bureau.kernel.actor import Actor, Grant
from bureau.kernel.errors import CommandError
from bureau.kernel.rules import Level

_ENTRY = """
    SELECT l.position, l.account_id, l.actor, l.grants, l.operation, l.variables, l.record, l.language, d.text
    FROM read_log l JOIN read_document d ON d.digest = l.document WHERE l.id = $1
"""


async def replayed(services: Services, entry: int) -> bytes:
    """The response as JSON, as it stood then; of a payload or an event, the id of the record that it showed.

    What was asked besides records (who you are, the catalogue) is left out, and the words of codes are those of
    today. Raises CommandError for an entry that is none, or that was no query.
    """
    rows = await services.store.database.readers.fetch(_ENTRY, [entry])
    if not rows:
        raise CommandError(f"There is no entry {entry} in the read log. 读取日志中没有第 {entry} 条。")
    position, account, name, grants, operation_name, variables, record, language, text = rows[0]
    if record is not None:
        return orjson.dumps({"record": record})
    if position is None:
        raise CommandError(f"Entry {entry} is of a command and no query: {text}. 该条目为命令，并非查询。")
    actor = Actor(
        account, name, tuple(Grant(role, Level(level), unit, date.min) for role, level, unit in orjson.loads(grants))
    )
    schema = services.schema().graphql
    document = parse(text)
    fragments = {d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)}
    operation = _operation(document.definitions, operation_name)
    given = get_variable_values(schema, operation.variable_definitions or (), orjson.loads(variables))
    if isinstance(given, list):
        raise CommandError(f"Entry {entry} cannot be asked under today's schema: {given[0].message}")
    reader = Reader(schema, services.engine.kinds, fragments, given.coerced)
    assert schema.query_type
    collected = reader.collect(schema.query_type, [operation.selection_set])
    fields = schema.query_type.fields
    read = {
        key: nodes
        for key, nodes in collected.items()
        if "root" in getattr(fields.get(nodes[0].name.value), "extensions", {})
    }
    roots = [reader.root(schema.query_type, key, nodes) for key, nodes in read.items()]
    then = Given(position)
    roots = [
        root
        if isinstance(root, RootConstant)
        else replace(root, time=replace(root.time, as_of=root.time.as_of or then))
        for root in roots
    ]
    statement = services.engine.plan(roots, actor, language, sees_past=True)
    found = await services.engine.run(statement, given.coerced, actor)
    return orjson.dumps({key: orjson.Fragment(json) for key, json in zip(read, found.texts, strict=True)})


def _operation(definitions: Any, name: str | None) -> OperationDefinitionNode:
    operations = (d for d in definitions if isinstance(d, OperationDefinitionNode))
    return next(
        d
        for d in operations
        if d.operation is OperationType.QUERY and (name is None or (d.name is not None and d.name.value == name))
    )
