"""The documents that requests may name: those of the build, the console's own, and those stored by a right."""

import hashlib
import re
import time
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import bureau
from bureau.kernel.errors import CommandError, DocumentUnknown
from bureau.kernel.words import Words
from bureau.storage.readers import Readers

FOLDER = Path(bureau.__file__).parent / "documents"
"""Where the build's documents lie, one in each file: the file's name is the document's."""

NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
"""What names look like: `schools-of-a-county`."""

RESERVED = frozenset({"docs", "openapi"})
"""Names of which an address beside the documents' is another page."""

REMEMBERED_SECONDS = 3
"""How long a process takes a stored document at its word before it looks again."""
_REMEMBERED = 2_000
_PREFIX = "sha256:"
_HAN = re.compile(r"[\u4e00-\u9fff]")
_IMPERSONAL = "impersonal"


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document that requests may name."""

    name: str
    sha256: str
    text: str
    description: Words
    impersonal: bool
    """Whether it is answered as nobody, whoever asks."""
    is_shipped: bool = False

    @property
    def id(self) -> str:
        """What clients send as `documentId`."""
        return f"{_PREFIX}{self.sha256}"


def digest(text: str) -> str:
    """The SHA-256 of a document's exact text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def shipped(folder: Path = FOLDER) -> Mapping[str, KnownDocument]:
    """The build's documents by name; raises CommandError for a file that does not say what it is."""
    found = (_read(path) for path in sorted(folder.glob("*.graphql")))
    return {document.name: document for document in found}


def _read(path: Path) -> KnownDocument:
    if not re.fullmatch(NAME, path.stem) or path.stem in RESERVED:
        raise CommandError(f"{path.name}: no name for a document; one reads schools-of-a-county.")
    text = path.read_bytes().decode()
    lines: list[str] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.lstrip("# ").rstrip())
    impersonal = _IMPERSONAL in lines
    said = [line for line in lines if line != _IMPERSONAL]
    chinese = " ".join(line for line in said if _HAN.search(line))
    english = " ".join(line for line in said if not _HAN.search(line))
    if not (english and chinese):
        raise CommandError(f"{path.name}: it begins with lines of # that say what it is, in English and in Chinese.")
    return KnownDocument(path.stem, digest(text), text, Words(english, chinese), impersonal, is_shipped=True)


class KnownDocuments:
    """Finds documents by their id or name; one for each process."""

    def __init__(self, readers: Readers, build: Mapping[str, KnownDocument] | None = None) -> None:
        self._readers = readers
        self._by_name = shipped() if build is None else build
        self._by_id = {document.id: document for document in self._by_name.values()}
        self._of_console: dict[str, KnownDocument] = {}
        self._looked_up: OrderedDict[tuple[str, str], tuple[float, KnownDocument]] = OrderedDict()

    def take_in(self, documents: Iterable[KnownDocument]) -> None:
        """Know those that the console's pages ask by too; they have no names, and no list tells of them."""
        self._of_console = {document.id: document for document in documents}

    async def of_id(self, identifier: str) -> KnownDocument:
        """The document of an id, `sha256:` and 64 hexadecimal digits; raises DocumentUnknown."""
        if found := self._by_id.get(identifier) or self._of_console.get(identifier):
            return found
        if not re.fullmatch(f"{_PREFIX}[0-9a-f]{{64}}", identifier):
            raise DocumentUnknown
        return await self._found("sha256", identifier.removeprefix(_PREFIX))

    async def of_name(self, name: str) -> KnownDocument:
        """The document of a name; raises DocumentUnknown."""
        if found := self._by_name.get(name):
            return found
        if not re.fullmatch(NAME, name):
            raise DocumentUnknown
        return await self._found("name", name)

    async def all(self) -> list[KnownDocument]:
        """All there are now, by name."""
        rows = await self._readers.fetch(_SELECT, steady=True)
        return sorted([*self._by_name.values(), *map(_known, rows)], key=lambda document: document.name)

    async def _found(self, column: Literal["name", "sha256"], value: str) -> KnownDocument:
        """A stored one; those found are remembered for a while, those not found are looked up again each time."""
        remembered = self._looked_up.get((column, value))
        if remembered and remembered[0] > time.monotonic():
            return remembered[1]
        rows = await self._readers.fetch(f"{_SELECT} AND {column} = $1", [value], steady=True)
        if not rows:
            self._looked_up.pop((column, value), None)
            raise DocumentUnknown
        document = _known(rows[0])
        self._looked_up[column, value] = (time.monotonic() + REMEMBERED_SECONDS, document)
        self._looked_up.move_to_end((column, value))
        if len(self._looked_up) > _REMEMBERED:
            self._looked_up.popitem(last=False)
        return document


_SELECT = (
    "SELECT name, sha256, text, english_description, chinese_description, impersonal"
    " FROM stored_document WHERE void_reason IS NULL"
)


def _known(row: Any) -> KnownDocument:
    name, sha256, text, english, chinese, impersonal = row
    return KnownDocument(name, sha256, text, Words(english, chinese), bool(impersonal))
