"""Stored documents: what may be one, and what a request that names one stands for."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from graphql import GraphQLError, GraphQLSchema, OperationType

from bureau.access.document import store_document
from bureau.access.documents import KnownDocument
from bureau.graph.context import Context
from bureau.graph.documents import Documents, Operation
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.errors import CommandError, DocumentUnknown, Fault, RequestError, StoredOnly, invalid
from bureau.kernel.kind import Fact
from bureau.settings import Settings

_TOLD = 5
"""Errors of one document that are told at a time."""


async def text_of(identifier: str, context: Context) -> str:
    """The text of a document; one that is impersonal is asked as nobody.

    Raises Unavailable, and DocumentUnknown also for one by which the actor's token may not ask.
    """
    document = await context.services.documents.of_id(identifier)
    if not context.actor.narrowing.admits_document(document.name, document.id):
        raise DocumentUnknown
    if document.impersonal:
        context.actor = ANONYMOUS
    return document.text


def permit_text(context: Context, settings: Settings, is_generic: Callable[[], bool]) -> None:
    """Let everybody send a text of their own where texts are taken, and elsewhere those who may store it, and a
    browser's session one of the generic form; nobody whose token is for stored documents alone. Raises StoredOnly.
    """
    if context.actor.narrowing.stored_only:
        raise StoredOnly
    may_send_any = not settings.stored_only or context.actor.sees_everything(store_document.rule)
    if not may_send_any and not (context.is_session_of_browser and is_generic()):
        raise StoredOnly


def judge(schema: Callable[[], GraphQLSchema], settings: Settings) -> Fact:
    """What is wrong with a text that is to be stored; the schema is asked for when the first one comes."""
    documents = cache(lambda: Documents(schema(), settings, kept=1))

    def faults(text: str) -> Iterator[Fault]:
        document = documents().get(text)
        if document.errors:
            yield from map(_fault, document.errors[:_TOLD])
        elif len(document.operations) != 1:
            yield invalid("text", "it holds more than one operation.", "应只含一个操作。")
        elif not _is_query(next(iter(document.operations.values()))):
            yield invalid("text", "it is no query.", "应为查询操作。")

    return faults


def _fault(error: GraphQLError) -> Fault:
    if isinstance(error.original_error, RequestError):
        return invalid("text", *error.original_error.words)
    return invalid("text", error.message, f"不符合数据接口定义：{error.message}")


def check_shipped(schema: GraphQLSchema, settings: Settings, shipped: Iterable[KnownDocument]) -> None:
    """Raise CommandError unless each of the build's documents is one named operation that can be executed."""
    documents = Documents(schema, settings)
    for known in shipped:
        document = documents.get(known.text)
        if document.errors:
            raise CommandError(f"documents/{known.name}.graphql: {document.errors[0].message}")
        if len(document.operations) != 1 or "" in document.operations:
            raise CommandError(f"documents/{known.name}.graphql: it is not one operation with a name.")
        if known.impersonal and not _is_query(next(iter(document.operations.values()))):
            raise CommandError(f"documents/{known.name}.graphql: only a query can be impersonal.")


def _is_query(operation: Operation) -> bool:
    return operation.node.operation is OperationType.QUERY


def outdated(schema: GraphQLSchema, settings: Settings, stored: Iterable[KnownDocument]) -> list[str]:
    """Which stored documents this version cannot execute any more, each with the first reason."""
    documents = Documents(schema, settings)
    found = ((known.name, documents.get(known.text).errors) for known in stored)
    return [f"{name}: {errors[0].message}" for name, errors in found if errors]
