"""What an entry of the read log was shown: the same document, asked again under the same grants, as of its position."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import orjson
from graphql.execution.values import get_variable_values

from bureau.access.narrowing import COLUMNS, narrowing_of
from bureau.engine.run import Engine
from bureau.engine.selection import Given, Root, RootConstant
from bureau.graph.context import Services
from bureau.graph.documents import Documents
from bureau.graph.marks import Marks
from bureau.graph.read import roots_of
from bureau.graph.selection import Reader
from bureau.kernel.actor import Actor
from bureau.kernel.errors import CommandError
from bureau.storage.moments import Moments
from bureau.storage.reads import seeing
from bureau.storage.subjects import Shown

_ENTRY = """
    SELECT l.position, l.account_id, l.actor, l.grants, l.beyond, l.operation, l.variables, l.record, l.language,
        d.text, t.id, {columns}
    FROM read_log l JOIN read_document d ON d.digest = l.document LEFT JOIN token t ON t.id = l.token_id
    WHERE l.id = $1
""".format(columns=", ".join(f"t.{column}" for column in COLUMNS))


@dataclass(frozen=True, slots=True)
class _Again:
    """What was asked, as it can be asked again."""

    roots: Sequence[Root]
    variables: Any
    actor: Actor
    language: Any


async def replayed(services: Services, entry: int) -> bytes:
    """The response as JSON, as it stood then; of a payload or an event, the id of the record that it showed.

    What was asked besides records (who you are, the catalogue) is left out, and the words of codes are those of
    today. Raises CommandError for an entry that is none, or that was no query.
    """
    again = await _asked(services, entry)
    if isinstance(again, str):
        return orjson.dumps({"record": again})
    texts = await _texts(services.engine, again)
    return orjson.dumps({root.key: orjson.Fragment(json) for root, json in zip(again.roots, texts, strict=True)})


async def shown(services: Services, entry: int) -> Sequence[Shown]:
    """The records of personal kinds that an entry was shown, each with its fields; raises as `replayed` does.

    Of a payload or an event it is the one record that it is about, without fields, whatever was asked beside it.
    """
    again = await _asked(services, entry)
    if isinstance(again, str):
        return [Shown(again)]
    marks = Marks()
    engine, database = services.engine, services.store.database
    # With a mark in each record, a query may cost twice what it did.
    roomy = Engine(
        engine.kinds, database.answering, Moments(database), database.dialect, 2 * engine.max_cost + len(again.roots)
    )
    texts = await _texts(roomy, replace(again, roots=marks.on(again.roots)))
    return marks.found(orjson.loads(text) for text in texts)


async def _texts(engine: Engine, again: _Again) -> list[str]:
    statement = engine.plan(again.roots, again.actor, again.language, sees_past=True)
    return (await engine.run(statement, again.variables, again.actor)).texts


async def _asked(services: Services, entry: int) -> _Again | str:
    """What an entry asked, or the record that it showed; raises CommandError."""
    rows = await services.store.database.readers.fetch(_ENTRY, [entry])
    if not rows:
        raise CommandError(f"There is no entry {entry} in the read log. 读取日志中没有第 {entry} 条。")
    position, account, name, grants, beyond, operation_name, variables, record, language, text, *by = tuple(rows[0])
    if record is not None:
        return str(record)
    if position is None:
        raise CommandError(f"Entry {entry} is of a command and no query: {text}. 该条目为命令，并非查询。")
    actor = seeing(account, name, grants, beyond)
    token, *narrowed = by
    actor = actor.by(token, narrowing_of(*narrowed)) if token is not None else actor
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
    return _Again(roots, given.coerced, actor, language)


def _outdated(entry: int, reason: object) -> CommandError:
    return CommandError(f"Entry {entry} cannot be asked under today's schema: {reason}. 现行接口已无法执行该查询。")
