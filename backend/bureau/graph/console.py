"""The console's own documents: those that its build wrote down, which its pages ask by id and nobody has to store."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graphql import GraphQLSchema

from bureau.access.documents import KnownDocument, digest
from bureau.graph.documents import Documents
from bureau.kernel.words import Words
from bureau.settings import Settings

FILE = "documents.json"
"""Where the build leaves them, beside its pages: each text by its SHA-256."""

_OPERATION = re.compile(r"\b(?:query|mutation|subscription)\s+(\w+)")
_NAMELESS = Words("", "")


@dataclass(frozen=True, slots=True)
class ConsoleDocuments:
    """The documents of a build."""

    known: tuple[KnownDocument, ...]
    """Those that this version executes."""
    outdated: tuple[str, ...]
    """Which it does not, each with the reason."""


def console_documents(schema: GraphQLSchema, settings: Settings, site: Path) -> ConsoleDocuments:
    """The documents of the build that lies in `site`; none where it left none."""
    path = site / FILE
    if not path.exists():
        return ConsoleDocuments((), ())
    try:
        texts = _texts(json.loads(path.read_bytes()))
    except ValueError as error:
        return ConsoleDocuments((), (f"{FILE}: {error}",))
    documents = Documents(schema, settings)
    faults = {sha256: _fault(documents, sha256, text) for sha256, text in texts.items()}
    return ConsoleDocuments(
        tuple(
            KnownDocument("", sha256, texts[sha256], _NAMELESS, False) for sha256, said in faults.items() if not said
        ),
        tuple(f"{_name(texts[sha256]) or sha256}: {said}" for sha256, said in faults.items() if said),
    )


def _texts(read: object) -> Mapping[str, str]:
    if not isinstance(read, dict) or not all(isinstance(text, str) for text in read.values()):
        raise ValueError("it is no object of texts.")
    return read


def _name(text: str) -> str:
    """What a text calls its operation, as far as one can tell of a text that may be wrong."""
    found = _OPERATION.search(text)
    return found[1] if found else ""


def _fault(documents: Documents, sha256: str, text: str) -> str:
    """Why a text is not executed under this id; empty where it is."""
    if sha256 != digest(text):
        return "it is not the digest of its text."
    errors = documents.get(text).errors
    return errors[0].message if errors else ""
