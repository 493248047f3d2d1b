"""The papers of cases at /files/cases: for those who see the case, with every character of it, and into the trail."""

import asyncio
import io
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import docx
import httpx
import pytest
from pypdf import PdfReader

from bureau.catalogue import Catalogue
from bureau.kernel.errors import PaperUnavailable
from bureau.machinery.papers import setting
from bureau.machinery.papers.letters import covered
from bureau.machinery.papers.paper import Line, Paper, Said, Turn
from bureau.machinery.papers.setting import Typesetter
from bureau.main import opened
from tests.support.files import uploader
from tests.support.live import Live

OPEN = """mutation($i: OpenTransferInput!) { openTransfer(input: $i) { studentCase { id number verification }
    errors { code message path } } }"""
REASON = "随父母迁居\n#set text(red) $x$ *粗* [链接] \\ <b>&amp;"
RARE = "𠅤𬭚𰻞"
"""Beyond the BMP, and in the font."""
LOST = "𪚥𬎆"
"""In no font of ours."""


def ask(client: httpx.Client, query: str, **variables: Any) -> Any:
    reply = client.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in reply, reply
    return reply["data"]


@pytest.fixture(scope="module")
def registrar(live: Live) -> Iterator[httpx.Client]:
    with uploader(live.url) as found:
        yield found.client


@pytest.fixture(scope="module")
def case(registrar: httpx.Client, live: Live) -> Any:
    """A transfer that was applied for on behalf of somebody of a rare name."""
    city = live.city
    given = {"student": f"Student:{city.students['张丽']}", "school": f"School:{city.schools['东城小学']}"}
    given |= {"effectiveOn": "2026-10-12", "reason": REASON, "openedFor": f"张{RARE}{LOST}"}
    payload = ask(registrar, OPEN, i=given)["openTransfer"]
    assert payload["errors"] == []
    return payload["studentCase"]


def had(client: httpx.Client, case: Any, format_: str, **asked: str) -> httpx.Response:
    """The paper of a case as somebody gets it."""
    return client.get(f"/files/cases/{case['number']}.{format_}", params=asked)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def faces(pdf: bytes) -> dict[str, bool]:
    """The fonts of a PDF, each with whether it is embedded."""
    found = {}
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            described = inner.get_object()["/FontDescriptor"].get_object()
            found[str(described["/FontName"]).partition("+")[2]] = "/FontFile2" in described
    return found


def test_the_pdf_holds_each_word_of_the_case_as_text(registrar: httpx.Client, case: Any, live: Live) -> None:
    reply = had(registrar, case, "pdf", language="zh")
    assert (reply.status_code, reply.headers["content-type"]) == (200, "application/pdf")
    assert reply.headers["content-disposition"].startswith("attachment; filename=")
    assert reply.headers["cache-control"] == "private, no-store"
    text = text_of(reply.content)
    squeezed = "".join(text.split()).replace("\u200b", "")
    code = case["verification"]
    for expected in (
        "中小学生转学申请表",
        "办理依据：中小学生学籍管理办法（教基一〔2013〕7号）",
        f"受理编号：{case['number']}",
        "张丽",
        "东城小学",
        "#settext(red)$x$*粗*[链接]\\<b>&amp;",
        f"张{RARE}",
        "〔U+2A6A5〕〔U+2C386〕",
        "统一码（Unicode）编号",
        "转入学校审核",
        "待办理",
        f"核验码：{code}",
        f"{live.url}/verify/{code}",
    ):
        assert expected in squeezed, expected
    found = faces(reply.content)
    assert {"NotoSansSC-Regular", "NotoSansSC-Bold"} <= found.keys()
    assert all(found.values()), "nothing depends on fonts of whoever reads it"


def test_the_docx_holds_the_same_and_loses_no_character(registrar: httpx.Client, case: Any) -> None:
    reply = had(registrar, case, "docx", language="zh")
    document = docx.Document(io.BytesIO(reply.content))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert REASON in cells
    assert f"张{RARE}{LOST}" in cells
    assert any(cell.startswith("转入学校审核\n东城小学") for cell in cells)
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "中小学生转学申请表" in told
    assert f"/verify/{case['verification']}" in told


def test_a_paper_is_told_in_the_language_that_is_asked_for(registrar: httpx.Client, case: Any) -> None:
    text = text_of(registrar.get(f"/files/cases/{case['number']}.pdf", headers={"accept-language": "en"}).content)
    assert "Number: " in text
    assert "Under way" in text
    assert "办理状态" not in text


def test_who_does_not_see_the_case_finds_no_paper(registrar: httpx.Client, case: Any, live: Live) -> None:
    address = f"/files/cases/{case['number']}"
    for username, status in (("county", 200), ("east", 200), ("operator", 404), ("", 404)):
        with uploader(live.url, username) as other:
            for format_ in ("pdf", "docx"):
                assert other.client.get(f"{address}.{format_}").status_code == status, username
    for unknown in ("/files/cases/0000000000.pdf", f"{address}.html", f"{address}.pdf/x", "/files/cases/../1.pdf"):
        assert registrar.get(unknown).status_code == 404, unknown
    assert registrar.delete(f"{address}.pdf", headers={"tus-resumable": "1.0.0"}).status_code == 405


async def test_the_trail_tells_who_had_a_paper(
    registrar: httpx.Client, case: Any, live: Live, parts: Catalogue
) -> None:
    request = had(registrar, case, "docx").headers["x-request-id"]
    sql = "SELECT actor, operation, variables FROM read_log WHERE request_id = $1"
    async with opened(live.settings, parts) as services, asyncio.timeout(60):
        while True:
            if found := await services.store.database.readers.fetch(sql, [request]):
                break
            await asyncio.sleep(0.05)
    assert [tuple(row) for row in found] == [("registrar", "PaperOfACase", f'{{"number":"{case["number"]}"}}')]


def test_a_decision_stands_on_the_next_paper(registrar: httpx.Client, case: Any) -> None:
    before = text_of(had(registrar, case, "pdf").content)
    withdrawn = "mutation($i: WithdrawCaseInput!) { withdrawCase(input: $i) { errors { code } } }"
    given = {"id": case["id"], "reason": "不再需要转学"}
    assert ask(registrar, withdrawn, i=given)["withdrawCase"]["errors"] == []
    after = text_of(had(registrar, case, "pdf").content)
    assert "不再需要转学" in after
    assert "不再需要转学" not in before


PAPER = Paper(
    "zh",
    "测试表",
    "1",
    "2026-10-12",
    (Line("事由", "长" * 4000), Line("说明", "a" * 300)),
    ("证明",),
    (Turn("学校审核", "东城小学", "通过", (Said("同意", "王", "2026-10-12 10:00"),), ()),) * 60,
    "已办结",
    "依据",
    "2345",
    "http://localhost/verify/2345",
    "2026-10-12",
)
NOW = datetime(2026, 10, 12, tzinfo=UTC)


async def test_a_long_paper_breaks_over_pages() -> None:
    pdf = await Typesetter().pdf(PAPER, NOW)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) > 2
    squeezed = "".join("".join(pages).split())
    assert squeezed.count("长") == 4000
    assert squeezed.replace("\u200b", "").count("aaaa") >= 60


async def test_a_paper_that_takes_too_long_keeps_its_place_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(paper: Paper, now: datetime) -> bytes:
        time.sleep(0.3)
        return b"done"

    monkeypatch.setattr(setting, "_set", slowly)
    monkeypatch.setattr(setting, "LONGEST_SECONDS", 0.05)
    monkeypatch.setattr(setting, "WAITS_SECONDS", 0.1)
    typesetter = Typesetter()
    begun = time.monotonic()
    results = await asyncio.gather(*(typesetter.pdf(PAPER, NOW) for _ in range(4)), return_exceptions=True)
    assert time.monotonic() - begun < 0.25, "nobody waits for the threads"
    assert all(isinstance(result, PaperUnavailable) for result in results)
    monkeypatch.setattr(setting, "WAITS_SECONDS", 5)
    monkeypatch.setattr(setting, "LONGEST_SECONDS", 5)
    assert await typesetter.pdf(PAPER, NOW) == b"done", "the places are free again"


def test_the_font_has_the_characters_of_names() -> None:
    """All of the unified ideographs of the first block that are in use, and those of Extension A that names hold."""
    assert covered() >= set(range(0x4E00, 0x9FA6))
    assert covered() >= {ord(letter) for letter in "䶮㛃㼆𠅤𣲘𫖯𬭚𬬭𰻞·"}
