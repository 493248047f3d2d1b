"""Texts: whether a file is one, and whether it is a web page, or a drawing that does more than draw."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO
from xml.parsers import expat

from bureau.machinery.files.file import Objection

_AT_A_TIME = 1 << 20
_MOST_BLOCKS = 32
"""So much of markup is read: a drawing that is longer is none, nor is what has no root by then."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_ENCODINGS = ("utf-8-sig", "gb18030")
_MARKED = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|iframe|table|style|meta|object|embed)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(r"\s*<(?:\?xml\b|!--|!doctype\b|[a-z_])", re.IGNORECASE)
_TEXTS = frozenset({"txt", "md", "csv", "tsv", "json", "jsonl", "ndjson"})
_ACTIVE = frozenset({"script", "foreignobject", "iframe", "object", "embed", "handler", "html"})
_ADDRESSES = frozenset({"href", "src"})


def text(file: BinaryIO) -> tuple[frozenset[str], Objection | None]:
    """The endings that a text's content may have, none if it is no text; or what is wrong with it."""
    encoding = _encoding(file)
    if encoding is None:
        return frozenset(), None
    head = next(_decoded(file, encoding), "")
    if _PAGE.match(head[:10_000]):
        return frozenset(), Objection.ACTIVE
    if not _MARKUP.match(head):
        return _TEXTS, None
    try:
        root, objection = _Markup().read(islice(_decoded(file, encoding), _MOST_BLOCKS))
    except expat.ExpatError:
        return _TEXTS, None  # as the text that it is, it does nothing
    if root == "html":
        return frozenset(), Objection.ACTIVE
    return frozenset({"svg"} if root == "svg" else {"xml", "txt"}), objection


def _encoding(file: BinaryIO) -> str | None:
    file.seek(0)
    marked = _MARKED.get(file.read(2))
    for encoding in (marked,) if marked else _ENCODINGS:
        try:
            if not any(_CONTROLS.search(block) for block in _decoded(file, encoding)):
                return encoding
        except UnicodeError:
            continue
    return None


def _decoded(file: BinaryIO, encoding: str) -> Iterator[str]:
    file.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    while block := file.read(_AT_A_TIME):
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


class _Markup:
    """Reads XML as it comes and notes its root, and what in it is more than content."""

    def __init__(self) -> None:
        self._root = ""
        self._objection: Objection | None = None
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._element
        self._parser.EntityDeclHandler = self._entity
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, blocks: Iterator[str]) -> tuple[str, Objection | None]:
        """The root's name in small letters, and an objection; raises ExpatError for what is no XML.

        Of a drawing everything is read, of anything else no more than what stands before and within its first block.
        """
        for block in blocks:
            self._parser.Parse(block, False)
            if self._objection or self._root not in ("", "svg"):
                return self._root, self._objection
        self._parser.Parse("", True)
        return self._root, self._objection

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(" ")[2].lower()
        self._root = self._root or local
        if self._root == "svg" and (local in _ACTIVE or any(_does_something(*pair) for pair in attributes.items())):
            self._objection = self._objection or Objection.ACTIVE

    def _entity(self, *_declared: object) -> None:
        self._objection = Objection.BOMB

    def _instruction(self, target: str, _data: str) -> None:
        if target.lower() != "xml":
            self._objection = self._objection or Objection.ACTIVE


def _does_something(name: str, value: str) -> bool:
    """Whether an attribute of a drawing listens to events, or leads anywhere but to a part of it or a picture in it."""
    local = name.rpartition(" ")[2].lower()
    if local in _ADDRESSES:
        return not value.strip().lower().startswith(("#", "data:image/png", "data:image/jpeg", "http://", "https://"))
    return local.startswith("on") or "javascript:" in value.lower()
