"""The cells of an XLSX sheet in which a formula failed; calamine shows them as empty."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET  # nosec B405 # check_workbook refused entities

from bureau.machinery.imports.reading import Source
from bureau.machinery.imports.typed import place_of

_BLOCK = 1 << 20
_CELL = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*\bt=["']e["'][^>]*)(?<!/)>"""  # the cell
    rb"""(?:(?!</?(?:\w+:)?c[\s>]).)*?<(?:\w+:)?v>(#[^<]*)</""",  # its value, and not that of the next
    re.DOTALL,
)
_ADDRESS = re.compile(rb"""\br=["']([A-Z]+)(\d+)["']""")
_LONGEST = 1 << 16
"""How much of a block is looked at again with the next, so that no cell is cut in two."""

_NAMES = {
    "s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "r": "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "p": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def errors_in(source: Source, sheet: str) -> Mapping[tuple[int, int], str]:
    """What failed formulas show, by line and place; nothing for files that are no XLSX."""
    with source.open() as file:
        if not zipfile.is_zipfile(file):
            return {}
        with zipfile.ZipFile(file) as book:
            part = _part_of(book, sheet)
            return dict(_found(book, part)) if part else {}


def _part_of(book: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of a workbook that holds a sheet."""
    try:
        sheets = ET.fromstring(book.read("xl/workbook.xml"))  # nosec B314 # noqa: S314 (check_workbook refused entities)
        relations = ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))  # nosec B314 # noqa: S314 (as above)
    except (KeyError, ET.ParseError):
        return None
    key = next((s.get(_NAMES["r"]) for s in sheets.iterfind(".//s:sheet", _NAMES) if s.get("name") == sheet), None)
    target = next((r.get("Target", "") for r in relations.iterfind("p:Relationship", _NAMES) if r.get("Id") == key), "")
    part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return part if part in book.namelist() else None


def _found(book: zipfile.ZipFile, part: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Every cell of the type `e`; the same one may be met twice, where blocks overlap."""
    left = b""
    with book.open(part) as xml:
        while block := xml.read(_BLOCK):
            text = left + block
            for cell in _CELL.finditer(text):
                if address := _ADDRESS.search(cell[1]):
                    yield (int(address[2]), place_of(address[1].decode())), cell[2].decode()
            left = text[-_LONGEST:]
