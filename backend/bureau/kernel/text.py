"""How text that comes from outside is made uniform before anything looks at it."""

import re
import unicodedata
from functools import cache

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\u200b\u202a-\u202e\u2066-\u2069]"
)
"""Characters that no text field takes: controls, line separators, byte-order marks, lone surrogates and
the invisible marks that reorder text."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_SPACES = re.compile(r"[^\S\n]+")
_MASKS = frozenset("*＊●•×")


def clean(text: str) -> str:
    """NFC, outer white space gone, inner runs of it one space, line ends as line feeds."""
    if text.isalnum() and unicodedata.is_normalized("NFC", text):
        return text  # as nearly all of a large file is
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.strip().split("\n"))


def half_width(text: str) -> str:
    """Full-width Latin letters, digits and punctuation as their ordinary forms: `１２Ａ` becomes `12A`."""
    return text.translate(_FULL_WIDTH)


def clean_code(text: str) -> str:
    """A code or number as it is stored: half-width, upper case, no white space at all."""
    if text.isascii() and text.isalnum():
        return text.upper()
    return "".join(half_width(clean(text)).split()).upper()


def is_masked(text: str) -> bool:
    """Whether text looks like a mask rather than a value, so that a form sent back unchanged is recognised."""
    return not _MASKS.isdisjoint(text)


@cache
def camel(name: str) -> str:
    """`birth_date` as the API writes it: `birthDate`."""
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def pascal(name: str) -> str:
    """`birth_date` as the API writes a type: `BirthDate`."""
    return "".join(part.capitalize() for part in name.split("_"))


def snake(name: str) -> str:
    """`birthDate` as Python writes it: `birth_date`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
