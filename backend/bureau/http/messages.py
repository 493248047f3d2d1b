"""The messages of graphql-transport-ws: those that clients send, read; those that we send, written.

The protocol: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
"""

from dataclasses import dataclass
from typing import Any

import orjson

from bureau.graph.gateway import Asked
from bureau.http.named import document_id
from bureau.kernel.errors import Malformed

PROTOCOL = "graphql-transport-ws"


class Closing(Exception):
    """The socket is to be closed with a code and a reason, of which the client sees 123 bytes."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason.encode()[:123].decode(errors="ignore")


@dataclass(frozen=True, slots=True)
class Init:
    """`connection_init`."""

    authorization: str | None
    """What stands in the payload as `authorization`, as the header of that name has it."""
    unit: str | None
    """What stands there as `unit`, as the header X-Unit has it."""
    language: str | None
    """What stands there as `accept-language`, as the header of that name has it."""


@dataclass(frozen=True, slots=True)
class Ping:
    """`ping`, which is answered."""


@dataclass(frozen=True, slots=True)
class Pong:
    """`pong`, which is not."""


@dataclass(frozen=True, slots=True)
class Subscribe:
    """`subscribe`: an operation of any type under an id."""

    operation: str
    asked: Asked


@dataclass(frozen=True, slots=True)
class Complete:
    """`complete`: the client wants no more of an operation."""

    operation: str


Message = Init | Ping | Pong | Subscribe | Complete


def read(text: str | None) -> Message:
    """The message in a text; raises Closing 4400 for what is none, None being a message that is not text."""
    if text is None:
        raise Closing(4400, "Messages are text")
    try:
        data = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Closing(4400, "The message is no JSON") from error
    if not isinstance(data, dict):
        raise Closing(4400, "A message is one JSON object")
    payload = data.get("payload")
    match data.get("type"):
        case "connection_init":
            given = _object(payload, "payload")
            return Init(_text(given, "authorization"), _text(given, "unit"), _text(given, "accept-language"))
        case "ping":
            _object(payload, "payload")
            return Ping()
        case "pong":
            _object(payload, "payload")
            return Pong()
        case "subscribe":
            return Subscribe(_operation(data), _asked(payload))
        case "complete":
            return Complete(_operation(data))
    raise Closing(4400, "Unknown type of message")


def _object(given: Any, name: str) -> dict[str, Any]:
    if not isinstance(given, dict | None):
        raise Closing(4400, f"{name} is an object")
    return given or {}


def _text(payload: dict[str, Any], name: str) -> str | None:
    """A text of a payload, whose names are written as headers are, in small letters or in great ones."""
    found = next((value for key, value in payload.items() if key.lower() == name), None)
    if not isinstance(found, str | None):
        raise Closing(4400, f"{name} is a string")
    return found


def _operation(data: dict[str, Any]) -> str:
    found = data.get("id")
    if not isinstance(found, str) or not found:
        raise Closing(4400, "id is a string that is not empty")
    return found


def _asked(payload: Any) -> Asked:
    if not isinstance(payload, dict):
        raise Closing(4400, "payload is an object")
    query, name = payload.get("query"), payload.get("operationName")
    document = _document(payload) if query in (None, "") else None
    if document is None and not isinstance(query, str):
        raise Closing(4400, "query is a string")
    if not isinstance(name, str | None):
        raise Closing(4400, "operationName is a string")
    _object(payload.get("extensions"), "extensions")
    variables = _object(payload.get("variables"), "variables")
    return Asked(query or "", variables, name, queries_only=True, document_id=document)


def _document(payload: dict[str, Any]) -> str | None:
    try:
        return document_id(payload)
    except Malformed as error:
        raise Closing(4400, error.words.en) from error


ACKNOWLEDGED = '{"type":"connection_ack"}'
PONG = '{"type":"pong"}'


def next_(operation: str, response: str) -> tuple[str, str, str]:
    """`next`, in pieces: the response may be shared by many sockets."""
    return f'{{"id":{_json(operation)},"type":"next","payload":', response, "}"


def error(operation: str, errors: Any) -> str:
    """`error`: an operation ends before it was executed, or cannot go on."""
    return f'{{"id":{_json(operation)},"type":"error","payload":{_json(errors)}}}'


def complete(operation: str) -> str:
    """`complete`: an operation has ended."""
    return f'{{"id":{_json(operation)},"type":"complete"}}'


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()
