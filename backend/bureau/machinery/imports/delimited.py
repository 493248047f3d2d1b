"""CSV as people make it: any encoding, any of four separators, any line ends."""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from bureau.kernel.guards import unguarded
from bureau.kernel.words import Words
from bureau.machinery.imports.encodings import encoding_of
from bureau.machinery.imports.reading import Merged, RawRow, Source, UnreadableFile
from bureau.machinery.imports.typed import broken_text

_CELL_LIMIT = 1_000_000
_SEPARATORS = {",": "comma 逗号", ";": "semicolon 分号", "\t": "tab 制表符", "|": "bar 竖线"}
_LOOKED_AT = 50
_SAYS_SEPARATOR = "sep="


class Delimited:
    """A file of separated values."""

    merged: tuple[Merged, ...] = ()
    headed = False

    def __init__(self, source: Source, encoding: str = "") -> None:
        csv.field_size_limit(_CELL_LIMIT)
        self._source = source
        self.encoding = encoding_of(source, encoding)
        self._says_separator, self.separator = self._found_separator()

    @property
    def form(self) -> Words:
        """Encoding, with its certainty where it is guessed, and separator."""
        en, zh = _SEPARATORS[self.separator].split()
        return Words(f"{self.encoding.shown}, {en}", f"{self.encoding.shown}，{zh}")

    def rows(self) -> Iterator[RawRow]:
        """The rows in order; raises UnreadableFile where quotes are never closed or a cell is too long."""
        with self._text() as text:
            reader = csv.reader(text, delimiter=self.separator)
            line = 0
            if self._says_separator:
                next(reader)
                line = reader.line_num
            try:
                for cells in reader:
                    begins, line = line + 1, reader.line_num
                    clear = [unguarded(cell) if cell[:1] == "'" else cell for cell in cells]
                    yield RawRow(begins, clear, _broken(clear))
            except csv.Error as error:
                raise UnreadableFile(f"Line {line + 1}: {error}. 第 {line + 1} 行无法解析。") from error

    def _text(self) -> io.TextIOWrapper:
        return io.TextIOWrapper(self._source.open(), encoding=self.encoding.name, newline="")

    def _found_separator(self) -> tuple[bool, str]:
        """Whether the first line says the separator, as Excel lets it; and which it is: the one that most rows of
        one width agree on, and the widest of those.
        """
        with self._text() as text:
            lines = list(islice(text, _LOOKED_AT))
        first = lines[0].strip().casefold() if lines else ""
        if first.startswith(_SAYS_SEPARATOR) and first[4:5] in _SEPARATORS:
            return True, first[4:5]
        return False, max(_SEPARATORS, key=lambda separator: _agreement(lines, separator))


def _broken(cells: list[str]) -> Mapping[int, Words]:
    found = [(place, broken_text(cell)) for place, cell in enumerate(cells) if cell[:1] == "#"]
    return {place: words for place, words in found if words}


def _agreement(lines: list[str], separator: str) -> tuple[float, int]:
    try:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=separator) if any(c.strip() for c in cells)]
    except csv.Error:
        return 0.0, 0
    width, rows = max(Counter(widths).items(), key=lambda found: (found[1], found[0]), default=(1, 0))
    return (rows / len(widths), width) if width > 1 else (0.0, max(widths, default=0))
