"""Keys that two entries of one person share, whatever was mistyped: a name with a birthday or a phone."""

import hashlib
from collections.abc import Iterator
from datetime import date

from bureau.registry.likeness.names import skeleton
from bureau.registry.likeness.traits import Traits

_LEFT_OUT_FROM = 3
"""Characters that a name has before one of them is left out of a key: what is left of a shorter one is a surname."""


def keys(person: Traits) -> set[int]:
    """The keys of a person, as numbers of 63 bits; none of somebody without a date of birth and a phone."""
    return {_number(text) for text in _texts(person)}


def _texts(person: Traits) -> Iterator[str]:
    name, born = skeleton(person.name), person.born
    if person.phone is not None:
        yield f"phone {person.sound} {person.phone.hex()}"
    if born is None:
        return
    day = _either_way(born)
    yield f"sound {person.sound} {day}"
    yield f"part {name} {day}"
    yield f"month {name} {born:%Y%m}"  # one digit of the day was mistyped, or of the month, or of the year
    yield f"day {name} {born:%Y}-{born:%d}"
    yield f"year {name} {born:%m%d}"
    if len(name) >= _LEFT_OUT_FROM:
        for n in range(len(name)):
            yield f"part {name[:n]}{name[n + 1 :]} {day}"


def _either_way(born: date) -> str:
    """A date, the same whichever of month and day comes first where either could be the month."""
    month, day = sorted((born.month, born.day)) if born.day <= 12 else (born.month, born.day)
    return f"{born.year}-{month}-{day}"


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 1
