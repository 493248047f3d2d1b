"""What people read of the stored queries: a list of them, and each with its parameters as a form; no script at all."""

from collections.abc import Iterable
from html import escape

from graphql import GraphQLEnumType, get_named_type
from starlette.responses import Response

from bureau.graph.parameters import Parameter
from bureau.graph.queries import Query
from bureau.http.plain_pages import plain_page


def index(queries: Iterable[Query]) -> Response:
    """The list of the queries."""
    rows = "".join(
        f'<tr><td><a href="/q/docs#{query.name}">{query.name}</a></td><td>{_said(query)}</td>'
        f"<td>{' '.join(query.formats)}</td></tr>"
        for query in queries
    )
    body = (
        '<p>Parameters and forms: <a href="/q/docs">/q/docs</a>. For programs: '
        '<a href="/q/openapi.json">/q/openapi.json</a> (OpenAPI 3.1). Each query shows what you may see.<br>'
        "参数与表单见 /q/docs，接口描述见 /q/openapi.json。各查询仅返回您有权查看的内容。</p>"
        f"<table><tr><th>Query 查询</th><th>Description 说明</th><th>Formats 格式</th></tr>{rows}</table>"
    )
    return plain_page("Stored queries 登记的查询", body)


def docs(queries: Iterable[Query]) -> Response:
    """Every query with its parameters, to be read and tried."""
    return plain_page("Stored queries 登记的查询", "".join(map(_section, queries)))


def _section(query: Query) -> str:
    buttons = " ".join(
        f'<button formaction="/q/{query.name}.{format_}">{format_}</button>' for format_ in query.formats
    )
    rows = "".join(map(_row, query.parameters))
    table = (
        f"<table><tr><th>Parameter 参数</th><th>Type 类型</th><th>Value 取值</th></tr>{rows}</table>" if rows else ""
    )
    return (
        f'<h2 id="{query.name}">{query.name}</h2><p>{_said(query)}</p>'
        f'<form method="get" action="/q/{query.name}.json">{table}<p>{buttons}</p></form>'
        f"<p><small>documentId <code>{query.document.id}</code></small></p>"
    )


def _said(query: Query) -> str:
    english, chinese = map(escape, query.document.description)
    return f"{english}<br>{chinese}"


def _row(parameter: Parameter) -> str:
    several = " <small>may be repeated 可重复</small>" if parameter.is_several else ""
    written = " <small>JSON</small>" if parameter.is_json else ""
    return (
        f"<tr><td><code>{parameter.name}</code>{' *' if parameter.is_required else ''}<br>"
        f'<span class="said">{escape(parameter.description)}</span></td>'
        f"<td><code>{escape(str(parameter.type))}</code>{several}{written}</td><td>{_input(parameter)}</td></tr>"
    )


def _input(parameter: Parameter) -> str:
    required = " required" if parameter.is_required else ""
    named = get_named_type(parameter.item)
    choices: Iterable[str] = ()
    if isinstance(named, GraphQLEnumType):
        choices = named.values
    elif named.name == "Boolean":
        choices = ("true", "false")
    if choices:
        options = "".join(f"<option>{choice}</option>" for choice in choices)
        several = " multiple" if parameter.is_several else ""
        empty = "" if parameter.is_required or several else "<option></option>"
        return f'<select name="{parameter.name}"{required}{several}>{empty}{options}</select>'
    shown = "" if parameter.default is None else f' placeholder="{escape(str(parameter.default))}"'
    type_ = "number" if named.name == "Int" else "date" if named.name == "Date" else "text"
    return f'<input name="{parameter.name}" type="{type_}"{shown}{required}>'
