"""In which encoding a file of text was written: known for certain, or guessed and told how surely."""

import codecs
import re
from typing import NamedTuple

from charset_normalizer import CharsetMatch, from_bytes

from bureau.machinery.imports.reading import Source, UnreadableFile

_BLOCK = 1 << 20
_SAMPLE = 1 << 18
_WITHOUT_MARK = 0.9
_SEVERAL_BYTES = 0.2
_LEAST = 0.6
"""How sure a guess must be to be taken unasked."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_COMMON = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
"""The characters of GB 2312: almost all that is written in Chinese, and little of what only looks like GB18030."""


class Encoding(NamedTuple):
    """The name Python knows an encoding by, and how sure it is, from 0 to 1."""

    name: str
    certainty: float = 1.0

    @property
    def shown(self) -> str:
        """As it is told: `GB18030 (96%)`; nothing is said of what is certain."""
        name = self.name.removesuffix("-sig").upper()
        return name if self.certainty >= 1 else f"{name} ({self.certainty:.0%})"


def encoding_of(source: Source, said: str = "") -> Encoding:
    """The encoding of a file of text, `said` before what is guessed; raises UnreadableFile for what is no text."""
    if said:
        return _said(source, said)
    head = source.head(_SAMPLE)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return _checked(source, Encoding(name))
    if b"\x00" in head:
        likely = _of_two_bytes(head)
        if not _decodes(source, likely):
            raise _no_text()
        return Encoding(likely, _WITHOUT_MARK)
    if _decodes(source, "utf-8-sig"):
        return Encoding("utf-8-sig")
    return _guessed(source)


def _said(source: Source, said: str) -> Encoding:
    try:
        name = codecs.lookup(said).name
    except LookupError:
        raise UnreadableFile(f"No encoding “{said}” is known. 未知的编码“{said}”。") from None
    return _checked(source, Encoding("utf-8-sig" if name == "utf-8" else name))


def _checked(source: Source, encoding: Encoding) -> Encoding:
    if not _decodes(source, encoding.name):
        shown = encoding.name.removesuffix("-sig").upper()
        raise UnreadableFile(f"The file is not written in {shown}. 文件不是 {shown} 编码。")
    return encoding


def _decodes(source: Source, name: str) -> bool:
    """Whether a whole file is text in an encoding; raises UnreadableFile where it holds what no text has."""
    decoder = codecs.getincrementaldecoder(name)()
    try:
        with source.open() as file:
            while block := file.read(_BLOCK):
                if "\x00" in decoder.decode(block):
                    raise _no_text()
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _of_two_bytes(head: bytes) -> str:
    """UTF-16 without its mark: the order of bytes in which there are lines, and no controls."""
    lines = {}
    for name in ("utf-16-le", "utf-16-be"):
        text = head[: len(head) // 2 * 2].decode(name, errors="replace")
        if not _CONTROL.search(text):
            lines[name] = text.count("\n") + text.count("\r")
    if not any(lines.values()):
        raise _no_text()
    return max(lines, key=lambda name: lines[name])


def _guessed(source: Source) -> Encoding:
    sample = _telling(source)
    pairs = _PAIR.findall(sample)
    common = sum(1 for pair in pairs if _COMMON.fullmatch(pair))
    share = common / len(pairs) if pairs else 0.0
    if share > _LEAST and _decodes(source, "gb18030"):
        return Encoding("gb18030", min(share, 0.99))
    best = from_bytes(sample).best()
    if best is not None:
        likely = (1 - best.percent_chaos / 100) * _weight(best)
        if likely >= _LEAST and _decodes(source, best.encoding):
            return Encoding(best.encoding.replace("_", "-"), min(likely, 0.99))
    raise UnreadableFile(
        "Neither UTF-8 nor GB18030, nor any other encoding that can be told; say which it is (--encoding)."
        " 文件编码既不是 UTF-8 也不是 GB18030，且无法识别，请用 --encoding 指定。"
    )


def _weight(best: CharsetMatch) -> float:
    """How much a guess counts: little where any bytes would pass and no language is recognised."""
    if best.percent_coherence:
        return 1.0
    return 0.8 if best.multi_byte_usage > _SEVERAL_BYTES else 0.5


def _telling(source: Source) -> bytes:
    """Lines that say something of the encoding: those with more than ASCII in them, and the first."""
    found = bytearray()
    with source.open() as file:
        for number, line in enumerate(iter(lambda: file.readline(_BLOCK), b"")):
            if number == 0 or not line.isascii():
                found += line
            if len(found) >= _SAMPLE:
                break
    return bytes(found)


def _no_text() -> UnreadableFile:
    return UnreadableFile("This is no text file. 这不是文本文件。")
