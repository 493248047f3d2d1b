"""How the schema runs a statement: one that reads records of persons is noted in the read log."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from graphql import (
    DocumentNode,
    OperationDefinitionNode,
    OperationType,
    StringValueNode,
    Visitor,
    parse,
    print_ast,
    visit,
)

from bureau.engine.compile import Statement
from bureau.engine.run import Found
from bureau.graph.context import Context
from bureau.storage.reads import Read

_BLANK = "…"


async def run(
    statement: Statement,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    context: Context,
    record: str | None = None,
) -> Found:
    """What the statement finds; `record` is the id of the one that a payload shows.

    Raises what the engine does, and Unavailable also while too many reads wait to be logged.
    """
    services = context.services
    context.pay(statement.told.cost)
    if not statement.is_personal:
        found = await services.engine.run(statement, variables, context.actor)
        context.pay(found.scanned)
        return found
    services.read_log.ask()
    found = await services.engine.run(statement, variables, context.actor)
    context.pay(found.scanned)
    note(operation, variables, context, found.position, record)
    return found


def note(
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    context: Context,
    position: int | None,
    record: str | None = None,
) -> None:
    """Note that an operation read records of persons, as they were at a position."""
    assert operation.loc
    read = Read(
        at=context.services.store.database.clock.now(),
        position=position,
        actor=context.actor,
        document=_kept(operation.loc.source.body),
        operation=operation.name.value if operation.name else None,
        variables=variables if operation.operation is not OperationType.MUTATION else {},
        record=record,
        language=context.language,
        request_id=context.request_id,
    )
    context.services.read_log.note(read)


@lru_cache(maxsize=2000)
def _kept(text: str) -> str:
    """A document as it may be kept: texts written into one with mutations are what they write, or a password."""
    kept = text.replace("\x00", "\ufffd")  # may stand in a comment, and in no text of PostgreSQL
    if "mutation" not in text:
        return kept
    document = parse(text)
    if not any(_is_mutation(node) for node in document.definitions):
        return kept
    blanked: DocumentNode = visit(document, _Blanking())
    return kept if blanked is document else print_ast(blanked)


def _is_mutation(node: Any) -> bool:
    return isinstance(node, OperationDefinitionNode) and node.operation is OperationType.MUTATION


class _Blanking(Visitor):
    def enter_string_value(self, node: StringValueNode, *_: Any) -> StringValueNode:
        return replace(node, value=_BLANK, block=False)
