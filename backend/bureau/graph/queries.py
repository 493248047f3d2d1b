"""Stored queries as they are served under /q: each with its parameters, its formats and the list its table shows."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLSchema, OperationType, SelectionSetNode

from bureau.access.documents import KnownDocument, KnownDocuments
from bureau.graph.documents import Documents, Operation
from bureau.graph.parameters import Parameter, parameters
from bureau.graph.table import Listing, listing
from bureau.kernel.errors import DocumentUnknown
from bureau.settings import Settings

FORMATS = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The formats of an answer, by the ending of the address, and their media types."""
_KEPT = 500


@dataclass(frozen=True, slots=True)
class Query:
    """A stored query."""

    document: KnownDocument
    operation: Operation
    parameters: tuple[Parameter, ...]
    listing: Listing | None

    @property
    def name(self) -> str:
        return self.document.name

    @property
    def root(self) -> tuple[SelectionSetNode, ...]:
        return (self.operation.node.selection_set,)

    @property
    def formats(self) -> tuple[str, ...]:
        """The endings of its address; one that asks for no list has no table."""
        return tuple(FORMATS) if self.listing else ("json",)


class Queries:
    """The stored queries of a bureau, read when they are first asked for."""

    def __init__(self, schema: GraphQLSchema, settings: Settings, known: KnownDocuments) -> None:
        self.schema = schema
        self._documents = Documents(schema, settings, kept=_KEPT)
        self._known = known
        self._read: OrderedDict[KnownDocument, Query | None] = OrderedDict()

    async def of_name(self, name: str) -> Query:
        """The query of a name; raises DocumentUnknown, for what is no query or is outdated too."""
        query = self._query(await self._known.of_name(name))
        if query is None:
            raise DocumentUnknown
        return query

    async def all(self) -> list[Query]:
        """All there are now, by name; those that this version cannot execute are left out."""
        found = map(self._query, await self._known.all())
        return [query for query in found if query]

    def _query(self, document: KnownDocument) -> Query | None:
        if document not in self._read:
            self._read[document] = self._made(document)
            if len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return self._read[document]

    def _made(self, document: KnownDocument) -> Query | None:
        read = self._documents.get(document.text)
        operation: Any = read.operation(None)
        if read.errors or operation is None or operation.node.operation is not OperationType.QUERY:
            return None
        declared = parameters(self.schema, operation.node)
        return Query(document, operation, declared, listing(self.schema, operation))
