"""Names as they are compared: by the shapes of their characters, by their sound, and by what differs."""

import csv
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA

from bureau.kernel.text import clean, half_width


@lru_cache(maxsize=1)
def _standing_for() -> dict[int, str]:
    text = (files("bureau.registry") / "data" / "lookalikes.csv").read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {ord(other): row["group"][0] for row in rows for other in row["group"][1:]}


def skeleton(name: str) -> str:
    """A name with one character for each group of those that are taken for one another, without blanks and dots."""
    folded = half_width(clean(name)).translate(_standing_for()).casefold()
    return "".join(c for c in folded if c not in " ·•・.")


def sound(sort_key: str) -> str:
    """The syllables of a name without tones, of the key by which it is sorted."""
    return sort_key.partition("\t")[0]


def differ_by_one(one: str, other: str) -> bool:
    """Whether one character was changed, left out, added, or two neighbours were swapped."""
    return OSA.distance(one, other, score_cutoff=1) == 1
