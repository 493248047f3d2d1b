"""Names as they are compared: by the shapes of their characters, by their sound, and by what differs."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from bureau.kernel.shipped import shipped_rows
from bureau.kernel.text import clean, half_width


@lru_cache(maxsize=1)
def _standing_for() -> dict[int, str]:
    rows = shipped_rows("bureau.registry", "lookalikes.csv")
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
