"""Reads an XLSX file as its format says, so that what is written is judged by another hand than the writer's."""

import zipfile
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET

_NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


@dataclass(frozen=True)
class Sheet:
    """The first sheet of a file: its cells by address, as they are shown, and which of them are numbers or formulas."""

    cells: dict[str, str]
    numbers: frozenset[str]
    formulas: frozenset[str]

    def row(self, number: int) -> list[str]:
        """The cells of a row that hold something."""
        return [
            text for address, text in self.cells.items() if address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(number)
        ]


def read_xlsx(content: bytes) -> Sheet:
    """The first sheet of a file."""
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert file.testzip() is None
        sheet = ET.fromstring(file.read("xl/worksheets/sheet1.xml"))
        strings = []
        if "xl/sharedStrings.xml" in file.namelist():
            shared = ET.fromstring(file.read("xl/sharedStrings.xml"))
            strings = ["".join(t.text or "" for t in s.iterfind(".//x:t", _NS)) for s in shared.iterfind("x:si", _NS)]
    cells, numbers, formulas = {}, set(), set()
    for cell in sheet.iterfind(".//x:c", _NS):
        address, type_ = cell.get("r", ""), cell.get("t", "n")
        value = cell.findtext("x:v", "", _NS) or "".join(t.text or "" for t in cell.iterfind(".//x:t", _NS))
        cells[address] = strings[int(value)] if type_ == "s" else value
        if type_ == "n" and value:
            numbers.add(address)
        if cell.find("x:f", _NS) is not None:
            formulas.add(address)
    return Sheet({a: t for a, t in cells.items() if t}, frozenset(numbers), frozenset(formulas))
