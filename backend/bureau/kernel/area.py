"""An area: a part of what a bureau is responsible for, with the kinds of record that belong to it."""

from dataclasses import dataclass

from bureau.kernel.kind import Kind
from bureau.kernel.words import Words


@dataclass(frozen=True, slots=True)
class Area:
    """An area, by the name of its folder."""

    name: str
    words: Words
    kinds: tuple[Kind, ...]
