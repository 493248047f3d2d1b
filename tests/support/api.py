"""How tests use the product: through GraphQL, as somebody."""

import re
from dataclasses import dataclass, replace
from typing import Any

import orjson

from bureau.graph.context import Context, Services
from bureau.graph.gateway import Asked, Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.words import Language

_POSITION = re.compile(rb'"position":[0-9]+')


def unplaced(raw: bytes) -> bytes:
    """A response without its position, which every write on the same server moves."""
    return _POSITION.sub(b'"position":0', raw)


@dataclass(frozen=True)
class Reply:
    """The answer to one request."""

    body: dict[str, Any]
    raw: bytes

    @property
    def data(self) -> Any:
        """The data, where there are no top-level errors."""
        assert "errors" not in self.body, self.body["errors"]
        return self.body["data"]

    @property
    def codes(self) -> list[str]:
        """The codes of the top-level errors."""
        return [error["extensions"]["code"] for error in self.body.get("errors", [])]


@dataclass(frozen=True)
class Api:
    """The API of one bureau, as one actor sees it."""

    services: Services
    schema: BureauSchema
    gateway: Gateway
    actor: Actor = ANONYMOUS
    language: Language = "en"

    def as_(self, actor: Actor) -> "Api":
        """The same API for somebody else."""
        return replace(self, actor=actor)

    def in_(self, language: Language) -> "Api":
        """The same API in another language."""
        return replace(self, language=language)

    def context(self) -> Context:
        """The context of a fresh request."""
        return Context(self.services, self.actor, self.language, request_id="test")

    async def ask(self, query: str, **variables: Any) -> Reply:
        """Send one request."""
        answer = await self.gateway.answer(Asked(query, variables), self.context())
        return Reply(orjson.loads(answer.body), answer.body)

    async def data(self, query: str, **variables: Any) -> Any:
        """Send one request that must succeed; its data."""
        return (await self.ask(query, **variables)).data

    async def write(self, mutation: str, selection: str = "", **given: Any) -> Any:
        """Send one mutation; its payload."""
        name = mutation[0].upper() + mutation[1:]
        type_ = self.schema.graphql.mutation_type.fields[mutation].args["input"].type  # type: ignore[union-attr]
        text = f"mutation {name}($input: {type_}) {{ {mutation}(input: $input) {{ {selection} errors {{ code path message }} }} }}"
        return (await self.data(text, input=given))[mutation]
