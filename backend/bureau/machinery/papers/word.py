"""Writing a paper as DOCX, for whoever must go on with it in a word processor."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import segno
from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from bureau.machinery.papers.paper import Line, Paper, Turn

_FONT = "宋体"
"""The face of official papers; a word processor without it takes another that has the characters."""
_LATIN = "Times New Roman"
_WIDTHS = (30, 55, 30, 55)
"""Millimetres of the four columns, together what A4 leaves between its margins."""
_HEAD, _SECTION = "F0F0F0", "E1E1E1"


def docx(paper: Paper, now: datetime) -> bytes:
    """A paper as DOCX: the same text in the same order as its PDF."""
    document = Document()
    _prepare(document, paper, now)
    title = document.add_paragraph(style="Title")
    title.add_run(_clean(paper.title))
    colon = paper.heading("colon")
    numbered = document.add_paragraph()
    numbered.paragraph_format.tab_stops.add_tab_stop(Mm(sum(_WIDTHS)), WD_TAB_ALIGNMENT.RIGHT)
    numbered.add_run(
        f"{paper.heading('number')}{colon}{paper.number}\t{paper.heading('opened_on')}{colon}{paper.opened_on}"
    )
    table = _Table(document)
    table.form(paper.lines)
    if paper.files:
        table.section(paper.heading("files"))
        table.whole("\n".join(f"{number}. {name}" for number, name in enumerate(paper.files, 1)))
    table.section(paper.heading("opinions"))
    for turn in paper.turns:
        table.turn(turn)
    table.wide(Line(paper.heading("state"), paper.state))
    _foot(document, paper)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _prepare(document: Any, paper: Paper, now: datetime) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(22), Mm(24)
    for name, size in (("Normal", 10.5), ("Title", 18)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _LATIN, Pt(size), RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)  # a theme's font would go before ours
        fonts.set(qn("w:eastAsia"), _FONT)
        style.paragraph_format.space_after = Pt(0)
    heading = document.styles["Title"]
    heading.font.bold = True
    heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    heading.paragraph_format.space_after = Pt(8)
    for border in heading.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    about = document.core_properties
    about.title, about.author, about.comments = f"{_clean(paper.title)} {paper.number}", "", ""
    about.created = about.modified = now
    about.language = "zh-CN" if paper.language == "zh" else "en"


class _Table:
    """The paper's table of four columns: headings, and beside each what was filled in."""

    def __init__(self, document: Any) -> None:
        self._table = document.add_table(rows=0, cols=4, style="Table Grid")
        self._table.autofit = False
        self._table.alignment = WD_TABLE_ALIGNMENT.CENTER
        margins = OxmlElement("w:tblCellMar")
        for side in ("top", "bottom"):
            margin = OxmlElement(f"w:{side}")
            margin.set(qn("w:w"), str(Mm(1).twips))
            margin.set(qn("w:type"), "dxa")
            margins.append(margin)
        self._table._tblPr.find(qn("w:tblLook")).addprevious(margins)

    def form(self, lines: Sequence[Line]) -> None:
        """Two lines beside one another where both are short."""
        open_line: Line | None = None
        for line in lines:
            if open_line is not None and not line.is_long:
                row = self._row()
                _fill(row[0], open_line.name, _HEAD)
                _fill(row[1], open_line.value)
                _fill(row[2], line.name, _HEAD)
                _fill(row[3], line.value)
                open_line = None
                continue
            if open_line is not None:
                self.wide(open_line)
            open_line = None if line.is_long else line
            if line.is_long:
                self.wide(line)
        if open_line is not None:
            self.wide(open_line)

    def wide(self, line: Line) -> Any:
        """A line that takes the whole width; its cell."""
        row = self._row()
        _fill(row[0], line.name, _HEAD)
        cell = row[1].merge(row[3])
        _fill(cell, line.value)
        return cell

    def section(self, name: str) -> None:
        """A heading across the table."""
        cell = self.whole(name)
        _shade(cell, _SECTION)
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
        cell.paragraphs[0].runs[0].bold = True

    def whole(self, text: str) -> Any:
        """Text across the table; its cell."""
        row = self._row()
        cell = row[0].merge(row[3])
        _fill(cell, text)
        return cell

    def turn(self, turn: Turn) -> None:
        """A step with what was said, each signed at the right."""
        cell = self.wide(Line(f"{turn.name}\n{turn.office}", turn.said[0].text if turn.said else turn.state))
        for number, said in enumerate(turn.said):
            if number:
                cell.add_paragraph(_clean(said.text))
            signed = cell.add_paragraph(_clean(f"{said.by}  {said.at}"))
            signed.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for note in turn.notes:
            cell.add_paragraph(_clean(note))

    def _row(self) -> Any:
        cells = self._table.add_row().cells
        for cell, width in zip(cells, _WIDTHS, strict=True):
            cell.width = Mm(width)
        return cells


def _foot(document: Any, paper: Paper) -> None:
    colon = paper.heading("colon")
    told = {name: getattr(paper, name) for name in ("basis", "verification", "address", "printed")}
    said = document.add_paragraph()
    said.paragraph_format.space_before = Pt(6)
    said.add_run(
        _clean("\n".join(f"{paper.heading(name)}{colon}{value}" for name, value in told.items()))
    ).font.size = Pt(9)
    drawn = io.BytesIO()
    segno.make(paper.address, error="m", micro=False).save(drawn, kind="png", scale=8, border=0)
    drawn.seek(0)
    code = document.add_paragraph()
    code.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    code.add_run().add_picture(drawn, width=Mm(26))


def _fill(cell: Any, text: str, shade: str = "") -> None:
    cell.paragraphs[0].add_run(_clean(text))
    if shade:
        _shade(cell, shade)


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _clean(text: str) -> str:
    """A text without the characters that XML cannot hold."""
    return "".join(letter for letter in text if letter in "\n\t" or " " <= letter <= "\ud7ff" or letter >= "\ue000")
