"""Stored queries in the words of OpenAPI 3.1: an address for each, its parameters and what it answers."""

from collections.abc import Iterable
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_non_null_type,
    is_required_input_field,
)

from bureau import __version__
from bureau.graph.parameters import Parameter
from bureau.graph.queries import FORMATS, Query
from bureau.graph.table import Selected, Selections

Json = dict[str, Any]

_SCALARS: dict[str, Json] = {
    "Int": {"type": "integer", "minimum": -(2**31), "maximum": 2**31 - 1},
    "Float": {"type": "number"},
    "Boolean": {"type": "boolean"},
    "Date": {"type": "string", "format": "date"},
    "DateTime": {"type": "string", "format": "date-time"},
    "Decimal": {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    "Money": {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
}
_TEXT: Json = {"type": "string"}

_ERRORS: Json = {
    "type": "object",
    "description": "Why there is no answer. 错误",
    "required": ["errors"],
    "properties": {
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "extensions"],
                "properties": {
                    "message": {"type": "string", "description": "The reason in your language (Accept-Language)."},
                    "extensions": {
                        "type": "object",
                        "required": ["code", "requestId"],
                        "properties": {"code": {"type": "string"}, "requestId": {"type": "string"}},
                    },
                },
            },
        }
    },
}
_BESIDE: Json = {
    "errors": {"description": "What could not be answered of it. 部分错误", **_ERRORS["properties"]["errors"]},
    "extensions": {"type": "object", "description": "What else is told of the answer. 附加信息"},
}
_SECURITY = {
    "token": {"type": "http", "scheme": "bearer", "description": "From `bureau token add`. 令牌"},
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "bureau_session",
        "description": "From signIn; behind TLS __Host-bureau_session. 会话",
    },
}
_FAILURES = {
    "400": "A parameter is wrong; the message names it. 参数有误",
    "404": "No such query, or not in this format. 没有该查询",
    "default": "No answer: refused, too slow, or out of reach. 未能应答",
}


def openapi(schema: GraphQLSchema, queries: Iterable[Query]) -> Json:
    """The OpenAPI document of these queries."""
    writer = _Writer(schema)
    paths = {
        f"/q/{query.name}.{format_}": writer.path(query, format_) for query in queries for format_ in query.formats
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Stored queries of the bureau 登记的查询",
            "version": __version__,
            "description": "Each shows what whoever asks may see. 各查询仅返回调用者有权查看的内容。",
        },
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": {"Errors": _ERRORS, **writer.inputs}, "securitySchemes": _SECURITY},
    }


class _Writer:
    """Writes paths, and keeps the input types that they refer to."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self._schema = schema
        self.inputs: Json = {}

    def path(self, query: Query, format_: str) -> Json:
        """One address: a query in one format."""
        ok: Json = {"description": "The answer. 结果", "content": self._content(query, format_)}
        if format_ != "json" and query.listing and query.listing.page_key and query.listing.after:
            ok["headers"] = {
                "Link": {"description": "Where the next page is, if there is one. 下一页", "schema": _TEXT}
            }
        refused = {
            status: {"description": said, "content": {"application/json": {"schema": _ref("Errors")}}}
            for status, said in _FAILURES.items()
        }
        return {
            "get": {
                "operationId": f"{query.name}.{format_}",
                "summary": query.document.description.en,
                "description": "\n\n".join(query.document.description),
                "x-document-id": query.document.id,
                "parameters": [self._parameter(parameter) for parameter in query.parameters],
                "responses": {"200": ok, **refused},
                "security": [] if query.document.impersonal else [{"token": []}, {"session": []}, {}],
            }
        }

    def _content(self, query: Query, format_: str) -> Json:
        if format_ != "json":
            return {FORMATS[format_]: {"schema": _TEXT if format_ == "csv" else {}}}
        data = self._object(
            self._schema.query_type, Selections(self._schema, query.operation.fragments), query.root, null=False
        )
        body = {"type": "object", "required": ["data"], "properties": {"data": data, **_BESIDE}}
        return {media: {"schema": body} for media in ("application/json", "application/graphql-response+json")}

    # Parameters -------------------------------------------------------------------------------------------------

    def _parameter(self, parameter: Parameter) -> Json:
        said: Json = {
            "name": parameter.name,
            "in": "query",
            "required": parameter.is_required,
            "description": parameter.description,
        }
        one = self._input(parameter.item)
        default = {} if parameter.default is None else {"default": parameter.default}
        if parameter.is_several:
            items = {"type": "string", "contentMediaType": "application/json"} if parameter.is_json else one
            return {**said, "style": "form", "explode": True, "schema": {"type": "array", "items": items, **default}}
        if parameter.is_json:
            return {**said, "content": {"application/json": {"schema": {**one, **default}}}}
        return {**said, "schema": {**one, **default}}

    def _input(self, type_: Any) -> Json:
        if is_non_null_type(type_):
            return self._input(type_.of_type)
        if is_list_type(type_):
            return {"type": "array", "items": self._input(type_.of_type)}
        if is_input_object_type(type_):
            self._keep(type_)
            return _ref(type_.name)
        return _leaf(type_)

    def _keep(self, type_: GraphQLInputObjectType) -> None:
        if type_.name in self.inputs:
            return
        kept: Json = {"type": "object", "description": type_.description or "", "additionalProperties": False}
        self.inputs[type_.name] = kept  # before its fields: filters contain themselves
        fields = {n: {**self._input(f.type), "description": f.description or ""} for n, f in type_.fields.items()}
        required = [name for name, f in type_.fields.items() if is_required_input_field(f)]
        kept |= {"properties": fields, **({"required": required} if required else {})}

    # Answers ----------------------------------------------------------------------------------------------------

    def _output(self, type_: Any, selections: Selections, selected: Selected) -> Json:
        null = not is_non_null_type(type_)
        bare = get_nullable_type(type_)
        if is_list_type(bare):
            items = self._output(bare.of_type, selections, selected)
            return {"type": ["array", "null"] if null else "array", "items": items}
        if is_composite_type(bare):
            return self._object(bare, selections, selected.below, null=null)
        return _or_null(_leaf(bare)) if null else _leaf(bare)

    def _object(self, type_: Any, selections: Selections, sets: Any, *, null: bool) -> Json:
        chosen = selections.of(type_, sets)
        properties = {
            key: {**self._output(s.field.type, selections, s), "description": s.field.description or ""}
            for key, s in chosen.items()
        }
        required = [key for key, selected in chosen.items() if selected.is_sure]
        return {
            "type": ["object", "null"] if null else "object",
            "properties": properties,
            **({"required": required} if required else {}),
        }


def _leaf(type_: Any) -> Json:
    named = get_named_type(type_)
    if is_enum_type(named):
        assert isinstance(named, GraphQLEnumType)
        return {"type": "string", "enum": list(named.values)}
    return _SCALARS.get(named.name, _TEXT)


def _or_null(leaf: Json) -> Json:
    enum = {"enum": [*leaf["enum"], None]} if "enum" in leaf else {}
    return {**leaf, "type": [leaf["type"], "null"], **enum}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
