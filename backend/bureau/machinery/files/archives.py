"""Archives: which kind of document a zip is, and whether it can be unpacked without harm."""

import zipfile
import zlib
from collections.abc import Sequence
from typing import BinaryIO

from bureau.machinery.files.file import Objection
from bureau.machinery.files.names import ending
from bureau.machinery.files.types import PROGRAMS

MOST_ENTRIES = 20_000
MOST_DIRECTORY = 8 << 20
"""Bytes of the directory, which is read as a whole; an entry takes fifty or more, and ten times that in memory."""
MOST_RATIO = 200
"""How many times its own size an archive may unpack to; office files of tables reach some fifty times."""
ALWAYS_UNPACKED = 50_000_000
"""Bytes that any archive may unpack to, whatever its own size."""
MOST_UNPACKED = 4_000_000_000
_AT_A_TIME = 1 << 20
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Of the others zipfile unpacks as much as there is in one go, however little is asked for."""
_MIME_LONGEST = 100

_MAIN_PARTS = {
    b"wordprocessingml.document.main+xml": "docx",
    b"spreadsheetml.sheet.main+xml": "xlsx",
    b"presentationml.presentation.main+xml": "pptx",
}
_MACRO_FOLDERS = ("basic/", "scripts/", "xl/macrosheets/")
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
    b"application/vnd.oasis.opendocument.presentation": "odp",
}


class _TooMuch(Exception):
    """More is read at once than any directory takes."""


class _Sparing:
    """A file of which nobody reads too much at once: zipfile reads the whole directory before it counts anything."""

    def __init__(self, file: BinaryIO) -> None:
        self.seek, self.tell, self.seekable, self._read = file.seek, file.tell, file.seekable, file.read

    def read(self, size: int = -1, /) -> bytes:
        if size > MOST_DIRECTORY:
            raise _TooMuch
        return self._read(size)


def archive(file: BinaryIO, size: int) -> tuple[frozenset[str], Objection | None]:
    """The endings that an archive's content may have, or what is wrong with it."""
    try:
        with zipfile.ZipFile(_Sparing(file)) as opened:
            entries = opened.infolist()
            if objection := _measured(entries, size) or _unpacked(opened, entries):
                return frozenset(), objection
            endings = _kind(opened)
            return endings, _active(entries, is_office="zip" not in endings)
    except _TooMuch:
        return frozenset(), Objection.BOMB
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeError, ValueError, RuntimeError):
        return frozenset(), Objection.DAMAGED


def _measured(entries: Sequence[zipfile.ZipInfo], size: int) -> Objection | None:
    """What the directory alone tells; entries that share their bytes sum up to more than the archive."""
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return Objection.LOCKED
    if any(entry.compress_type not in _METHODS for entry in entries):
        return Objection.UNKNOWN_TYPE
    total = sum(entry.file_size for entry in entries)
    allowed = min(MOST_UNPACKED, max(ALWAYS_UNPACKED, size * MOST_RATIO))
    if len(entries) > MOST_ENTRIES or total > allowed or sum(entry.compress_size for entry in entries) > size:
        return Objection.BOMB
    return None


def _unpacked(opened: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo]) -> Objection | None:
    """Unpack everything and keep nothing: no entry may be larger than the directory says, or damaged."""
    for entry in entries:
        left = entry.file_size
        with opened.open(entry) as content:
            while block := content.read(_AT_A_TIME):
                left -= len(block)
        if left:
            return Objection.DAMAGED
    return None


def _kind(opened: zipfile.ZipFile) -> frozenset[str]:
    names = set(opened.namelist())
    if "[Content_Types].xml" in names:
        parts = _start(opened, "[Content_Types].xml", _AT_A_TIME)
        return frozenset(end for mark, end in _MAIN_PARTS.items() if mark in parts)
    if "mimetype" in names:
        end = _OPEN_DOCUMENTS.get(_start(opened, "mimetype", _MIME_LONGEST).strip())
        return frozenset({end} if end else ())
    return frozenset({"ofd", "zip"} if "OFD.xml" in names else {"zip"})


def _start(opened: zipfile.ZipFile, name: str, size: int) -> bytes:
    with opened.open(name) as content:
        return content.read(size)


def _active(entries: Sequence[zipfile.ZipInfo], *, is_office: bool) -> Objection | None:
    """Macros of an office file lie in entries of known names; a plain archive holds nothing that is refused alone."""
    names = [entry.filename.lower() for entry in entries]
    if is_office:
        is_active = any(name.endswith("vbaproject.bin") or name.startswith(_MACRO_FOLDERS) for name in names)
    else:
        is_active = any(ending(name) in PROGRAMS for name in names)
    return Objection.ACTIVE if is_active else None
