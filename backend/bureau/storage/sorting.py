"""Sort keys: text as the bytes that put it where a reader looks for it, the same on both databases.

Chinese sorts by pinyin syllable, then by tone; Latin without case or accents. The key ends with the text itself,
so that two texts share a key only if they are one.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from bureau.kernel.shipped import shipped_rows

LONGEST = 60
"""Characters of a text that decide its place; an index entry must not grow beyond a third of a page."""


Syllable = tuple[str, str]
"""A sound and its tone, `("zeng", "1")`; of what is not Chinese, the text and no tone."""


@lru_cache(maxsize=16_384)
def sort_key(text: str, of_person: bool = False) -> str:
    """The key that orders `text`; a person's name begins with a surname, which may be read in its own way."""
    text = text[:LONGEST]
    syllables = _name(text) if of_person else _phrase(text)
    plain = " ".join(sound for sound, _ in syllables)
    tones = "".join(tone or "0" for _, tone in syllables)
    return f"{plain}\t{tones}\t{text}"


@lru_cache(maxsize=16_384)
def initials(text: str, of_person: bool = False) -> str:
    """The first letters a user types to find `text`: 曾国藩 is `zgf`, 第七中学 is `dqzx`."""
    syllables = _name(text[:LONGEST]) if of_person else _phrase(text[:LONGEST])
    return "".join(word[0] for sound, _ in syllables for word in sound.split() if word[0].isalnum())


def searchable(texts: Iterable[tuple[str, bool]]) -> str:
    """What the search box finds texts by, each with whether it is a person's name: themselves, and their initials."""
    words: dict[str, None] = {}
    for text, of_person in texts:
        words[_folded(text)] = None
        if not text.isascii():
            words[initials(text, of_person)] = None
    return "\n".join(words)


def folded(text: str) -> str:
    """Text without case and accents, as it is searched."""
    return _folded(text)


def _name(text: str) -> list[Syllable]:
    for length in (2, 1):
        if reading := _surnames().get(text[:length]):
            return [*reading, *_characters(text[length:])]
    return _characters(text)


def _characters(text: str) -> list[Syllable]:
    syllables: list[Syllable] = []
    other = ""
    for character in text:
        reading = _reading(character)
        if reading is None:
            other += character
            continue
        if other:
            syllables.append((_folded(other), ""))
            other = ""
        syllables.append(reading)
    return [*syllables, (_folded(other), "")] if other else syllables


def _phrase(text: str) -> list[Syllable]:
    if text.isascii():
        return [(_folded(text), "")]
    return [_syllable(read) for read in _read(text)]


@lru_cache(maxsize=50_000)
def _reading(character: str) -> Syllable | None:
    if character < "\u3400":
        return None
    (read,) = _read(character)
    return None if read.startswith(_OTHER) else _syllable(read)


_OTHER = "\x00"


def _read(text: str) -> list[str]:
    """The sounds of a text with their tones behind them; what has none is marked."""
    from pypinyin import Style, lazy_pinyin  # half a second to load: only for those who write

    marked: Any = lambda other: [_OTHER + other]  # noqa: E731 (their types name one text, their code takes a list)
    read: Any = lazy_pinyin(text, style=Style.TONE3, errors=marked)
    return list(read)


def _syllable(read: str) -> Syllable:
    if read.startswith(_OTHER):
        return _folded(read.removeprefix(_OTHER)), ""
    sound = read.rstrip("12345")
    return sound, read[len(sound) :]


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    kept = "".join(" " if c in "\t\n" else c for c in decomposed if not unicodedata.combining(c))
    return " ".join(kept.split())


@lru_cache(maxsize=1)
def _surnames() -> dict[str, list[Syllable]]:
    rows = shipped_rows("bureau.storage", "surnames.csv")
    return {row["surname"]: [_syllable(read) for read in row["reading"].split()] for row in rows}
