"""Setting a paper as PDF: by Typst in a thread, some at a time, each within a time."""

import asyncio
import dataclasses
import io
import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import segno
import structlog
import typst

from bureau.kernel.errors import PaperUnavailable
from bureau.machinery.papers.letters import FONTS, is_whole, shown
from bureau.machinery.papers.paper import HEADINGS, Paper

log = structlog.get_logger()

AT_ONCE = 2
"""Papers that one process sets at a time; a paper takes a tenth of a second."""
WAITS_SECONDS = 10.0
LONGEST_SECONDS = 20.0

_TEMPLATE = Path(__file__).parent / "paper.typ"
_ARCHIVAL: Final = "a-2u"
"""PDF/A-2u: what is archived carries its fonts, and all its text can be found and copied."""


class Typesetter:
    """Sets papers; one for each process."""

    def __init__(self) -> None:
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def pdf(self, paper: Paper, now: datetime) -> bytes:
        """A paper as PDF; raises PaperUnavailable where others take too long, this one does, or there are no fonts.

        A thread cannot be ended: one that takes too long keeps its place until it is done, and nobody waits for it.
        """
        try:
            async with asyncio.timeout(WAITS_SECONDS):
                await self._slots.acquire()
        except TimeoutError as error:
            raise PaperUnavailable from error
        setting = asyncio.get_running_loop().run_in_executor(None, _set, paper, now)
        setting.add_done_callback(self._done)
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                return await asyncio.shield(setting)
        except (TimeoutError, FileNotFoundError, typst.TypstError) as error:
            log.error("paper_not_set", number=paper.number, reason=type(error).__name__, exc_info=error)
            raise PaperUnavailable from error

    def _done(self, setting: "asyncio.Future[bytes]") -> None:
        self._slots.release()
        if not setting.cancelled():
            setting.exception()  # whoever asked may have gone, and nobody else looks


def _set(paper: Paper, now: datetime) -> bytes:
    compiler = typst.Compiler(_TEMPLATE.read_bytes(), font_paths=_fonts(), sys_inputs={"paper": _given(paper)})
    made = compiler.compile(format="pdf", pdf_standards=_ARCHIVAL, timestamp=int(now.timestamp()))
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONTS])


def _given(paper: Paper) -> str:
    """What the template is given, as JSON: no text of it is ever read as markup."""
    texts = dataclasses.asdict(paper)
    texts["lines"] = [{**dataclasses.asdict(line), "is_long": line.is_long} for line in paper.lines]
    words = {name: paper.heading(name) for name in HEADINGS}
    given = {**_all_shown(texts), "words": words, "code": _code(paper.address)}
    return json.dumps(given | {"substituted": not is_whole(json.dumps(texts, ensure_ascii=False))})


def _all_shown(value: Any) -> Any:
    match value:
        case str():
            return shown(value)
        case dict():
            return {name: _all_shown(one) for name, one in value.items()}
        case list() | tuple():
            return [_all_shown(one) for one in value]
    return value


def _code(address: str) -> str:
    """The QR code of an address as SVG."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=0, xmldecl=False)
    return drawn.getvalue().decode()
