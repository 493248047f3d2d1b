"""Errors as the API tells them: faults in payloads, request errors at the top, defects masked with an id."""

import secrets
from collections.abc import Iterable
from typing import Any

import strawberry
import structlog
from graphql import GraphQLError

from bureau.kernel.errors import WORDS, Code, Fault, RequestError
from bureau.kernel.text import camel
from bureau.kernel.words import Language, Words

log = structlog.get_logger()


@strawberry.type(description="A name and a value that the message of an error is made of. 错误参数")
class ErrorParam:
    name: str = strawberry.field(description="Its name. 名称")
    value: str = strawberry.field(description="Its value. 取值")


def _described(codes: type[Code]) -> None:
    """Let the API list the codes, each with the words of its message as its description."""
    strawberry.enum(codes, name="ErrorCode", description="Why an input was refused; codes are never renamed. 错误代码")
    for value in codes.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = " ".join(WORDS[codes(value.value)])


_described(Code)


@strawberry.type(
    description="Why an input was refused, nothing of it being written; or, in warnings, what is odd about it. 错误"
)
class Error:
    code: Code = strawberry.field(description="What is wrong, for programs. 错误代码")
    message: str = strawberry.field(description="The reason in your language (Accept-Language). 说明")
    path: list[str] = strawberry.field(description="The way to the field of the input that it concerns. 字段路径")
    params: list[ErrorParam] = strawberry.field(description="What the message is made of. 参数")
    retryable: bool = strawberry.field(description="Whether the same request may succeed later. 是否可重试")


def told(faults: Iterable[Fault], language: Language) -> list[Error]:
    """Faults in a language."""
    return [
        Error(
            code=fault.code,
            message=fault.words.in_(language),
            path=[camel(step) for step in fault.path],
            params=[ErrorParam(name=camel(k), value=_text(v, language)) for k, v in fault.params.items()],
            retryable=fault.retryable,
        )
        for fault in faults
    ]


def _text(value: str | int | Words, language: Language) -> str:
    return value.in_(language) if isinstance(value, Words) else str(value)


def formatted(error: GraphQLError, language: Language, request_id: str) -> dict[str, Any]:
    """A top-level error as the response carries it; what we did not raise on purpose is logged and masked."""
    original = error.original_error
    while isinstance(original, GraphQLError) and original.original_error is not None:
        original = original.original_error
    if isinstance(original, RequestError):
        return request_error(original, language, request_id, error)
    if original is None or isinstance(original, GraphQLError):
        return {**error.formatted, "extensions": {"code": "GRAPHQL_INVALID", "requestId": request_id}}
    return masked(original, language, request_id, error)


def request_error(
    error: RequestError, language: Language, request_id: str, at: GraphQLError | None = None
) -> dict[str, Any]:
    """A request error in a language, with its code and what else it says."""
    extensions = {"code": error.code, "retryable": error.retryable, "requestId": request_id, **error.extensions}
    return {"message": error.words.in_(language), **_where(at), "extensions": extensions}


def masked(error: BaseException, language: Language, request_id: str, at: GraphQLError | None = None) -> dict[str, Any]:
    """A defect: the log has it under an id, the caller has the id alone."""
    error_id = secrets.token_hex(6)
    log.error("defect", error_id=error_id, request_id=request_id, exc_info=error)
    words = Words(f"Something went wrong; it was logged as {error_id}.", f"系统内部错误，已记录，编号 {error_id}。")
    extensions = {"code": "INTERNAL", "errorId": error_id, "requestId": request_id, "retryable": False}
    return {"message": words.in_(language), **_where(at), "extensions": extensions}


def _where(at: GraphQLError | None) -> dict[str, Any]:
    return {key: value for key, value in at.formatted.items() if key in ("locations", "path")} if at else {}
