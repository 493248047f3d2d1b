"""What an entry of the read log was shown: the same document, asked again under the same grants, as of its position."""

from dataclasses import replace
from datetime import date

import orjson
from graphql.execution.values import get_variable_values

from bureau.engine.selection import Given, RootConstant
from bureau.graph.context import Services
from bureau.graph.documents import Documents
from bureau.graph.read import roots_of
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
    document = Documents(schema, services.store.database.settings, kept=1).get(text)
    operation = document.operation(operation_name)
    if operation is None:
        raise _outdated(entry, document.errors[0] if document.errors else "it has no such operation")
    given = get_variable_values(schema, operation.node.variable_definitions or (), orjson.loads(variables))
    if isinstance(given, list):
        raise _outdated(entry, given[0])
    reader = Reader(schema, services.engine.kinds, operation.fragments, given.coerced)
    then = Given(position)
    roots = [
        root
        if isinstance(root, RootConstant)
        else replace(root, time=replace(root.time, as_of=root.time.as_of or then))
        for root in roots_of(reader, schema, operation.node)
    ]
    statement = services.engine.plan(roots, actor, language, sees_past=True)
    found = await services.engine.run(statement, given.coerced, actor)
    return orjson.dumps({root.key: orjson.Fragment(json) for root, json in zip(roots, found.texts, strict=True)})


def _outdated(entry: int, reason: object) -> CommandError:
    return CommandError(f"Entry {entry} cannot be asked under today's schema: {reason}. 现行接口已无法执行该查询。")
