"""What a file is by its content, and what speaks against it; what its name says is believed of nobody."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import puremagic

from bureau.machinery.files.archives import archive
from bureau.machinery.files.file import FileUse, Objection
from bureau.machinery.files.names import ending
from bureau.machinery.files.texts import text
from bureau.machinery.files.types import PROGRAMS, taken

_AT_A_TIME = 1 << 20
_HEAD = 16_384
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
"""How documents of office programs began before they were archives."""

_STREAMS = {
    "WordDocument": frozenset({"doc", "wps"}),
    "Workbook": frozenset({"xls", "et"}),
    "Book": frozenset({"xls", "et"}),
    "PowerPoint Document": frozenset({"ppt", "dps"}),
}
_NOT_BY_SIGNATURE = frozenset({
    "txt", "md", "csv", "tsv", "json", "jsonl", "ndjson", "xml", "svg", "zip", "ofd", "docx",
    "xlsx", "pptx", "odt", "ods", "odp", "doc", "wps", "xls", "et", "ppt", "dps",
})  # fmt: skip
"""Endings that need more than the first bytes to be recognised."""

_MACROS = ("_VBA_PROJECT", "_VBA_PROJECT_CUR")
_LOCKED = "EncryptedPackage"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a file is found to be: its name, which may gain an ending, its media type, or what speaks against it."""

    name: str
    media_type: str | None = None
    objection: Objection | None = None


def inspect(file: BinaryIO, size: int, name: str, use: FileUse) -> Finding:
    """Look at all of a file; takes a while and little memory, so it belongs on a thread."""
    endings, objection = _content(file, size)
    if objection:
        return Finding(name, objection=objection)
    types = taken(use)
    given = ending(name)
    known = [end for end in types if end in endings]
    if given in types and any(types[given] is types[end] for end in known):
        return Finding(name, types[given].media_type)
    if known and not given:
        return Finding(f"{name}.{known[0]}", types[known[0]].media_type)
    if given in PROGRAMS or (not known and endings & PROGRAMS):
        return Finding(name, objection=Objection.ACTIVE)
    return Finding(name, objection=Objection.OTHER_TYPE if known and given in types else Objection.UNKNOWN_TYPE)


def _content(file: BinaryIO, size: int) -> tuple[frozenset[str], Objection | None]:
    """The endings that fit the content, and what is wrong with it."""
    head = file.read(_HEAD)
    if head.startswith(_ZIP):
        return archive(file, size)
    if head.startswith(_COMPOUND):
        return _compound(file)
    endings, objection = text(file)
    return endings | _signed(head), objection


def _signed(head: bytes) -> frozenset[str]:
    """The endings of what begins like this."""
    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return frozenset()
    return frozenset(match.extension.lstrip(".").lower() for match in matches) - _NOT_BY_SIGNATURE


def _compound(file: BinaryIO) -> tuple[frozenset[str], Objection | None]:
    marks = (*_STREAMS, *_MACROS, _LOCKED)
    found = _held(file, {_named(mark): mark for mark in marks})
    if _LOCKED in found:
        return frozenset(), Objection.LOCKED
    if found & set(_MACROS):
        return frozenset(), Objection.ACTIVE
    return frozenset().union(*(endings for stream, endings in _STREAMS.items() if stream in found)), None


def _named(stream: str) -> bytes:
    """How a stream's name stands in the directory of a compound document: UTF-16, ended by a zero."""
    return f"{stream}\0".encode("utf-16-le")


def _held(file: BinaryIO, marks: dict[bytes, str]) -> set[str]:
    overlap = max(map(len, marks))
    found: set[str] = set()
    before = b""
    for block in _blocks(file):
        window = before + block
        found |= {name for mark, name in marks.items() if mark in window}
        before = window[-overlap:]
    return found


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0, io.SEEK_SET)
    while block := file.read(_AT_A_TIME):
        yield block
