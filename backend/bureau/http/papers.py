"""The paper of a case, at `/files/cases/NUMBER.pdf` and `.docx`: what its reader sees of it, as a file to keep."""

import asyncio
import re
from urllib.parse import parse_qs

import orjson
from starlette.responses import Response
from starlette.types import Scope

from bureau.access.documents import shipped
from bureau.graph.context import Context
from bureau.graph.gateway import Asked, Gateway
from bureau.http.downloads import disposition
from bureau.http.headers import JSON, Headers
from bureau.http.requests import status_of_code
from bureau.kernel.errors import FileUnknown
from bureau.machinery.papers.setting import Typesetter
from bureau.machinery.papers.told import paper_of
from bureau.machinery.papers.word import docx

FOLDER = "/files/cases/"
_NAME = re.compile(re.escape(FOLDER) + "([0-9]{10})[.](pdf|docx)")
_DOCUMENT = "paper-of-a-case"
_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_STATUSES = {"ARGUMENT_INVALID": 404}
"""A number whose check digit is wrong is that of no case."""
_COST = 200
"""What making one costs of the caller's minute, beside reading the case."""


class Papers:
    """Makes papers for those who see their cases; each is made anew and kept nowhere."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._typesetter = Typesetter()

    async def answer(self, scope: Scope, headers: Headers, context: Context) -> Response:
        """The paper that an address names; raises FileUnknown for a case that the actor does not see, and
        PaperUnavailable.

        It is read by a stored document as any record is, so that scopes, masks and the read log are those of reading.
        """
        named = _NAME.fullmatch(scope["path"])
        if not named:
            raise FileUnknown
        number, format_ = named.groups()
        _choose_language(scope, context)
        asked = Asked(variables={"number": number}, queries_only=True, document_id=shipped()[_DOCUMENT].id)
        body = (await self._gateway.answer(asked, context)).body
        told = orjson.loads(body)
        if "errors" in told:
            return Response(body, status_of_code(told["errors"][0]["extensions"]["code"], _STATUSES), media_type=JSON)
        if not told["data"]["cases"]["nodes"]:
            raise FileUnknown
        (case,) = told["data"]["cases"]["nodes"]
        context.pay(_COST)
        now = context.services.store.database.clock.now()
        paper = paper_of(case, context.language, self._address(scope, headers, context), (now, context.actor.name))
        made = self._typesetter.pdf(paper, now) if format_ == "pdf" else asyncio.to_thread(docx, paper, now)
        said = {"content-disposition": disposition(f"{paper.file_name}.{format_}"), "vary": "Accept-Language"}
        return Response(await made, headers=said, media_type=_TYPES[format_])

    def _address(self, scope: Scope, headers: Headers, context: Context) -> str:
        """Where the console is found by whoever holds the paper."""
        if origins := context.services.store.database.settings.allowed_origins:
            return origins[0]
        return f"{scope['scheme']}://{headers.get(b'host', b'').decode('latin-1')}"


def _choose_language(scope: Scope, context: Context) -> None:
    """Let `?language=` go before what the browser says: a link carries no header of the console's."""
    match parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=20).get("language"):
        case ["zh"]:
            context.language = "zh"
        case ["en"]:
            context.language = "en"
