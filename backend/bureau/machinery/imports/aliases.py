"""The other names by which columns go: short names of national forms, and what people say."""

from collections.abc import Mapping
from functools import cache

from bureau.kernel.shipped import shipped_rows


@cache
def aliases() -> Mapping[str, tuple[str, ...]]:
    """The other names of fields, by the Chinese word of the field."""
    found: dict[str, tuple[str, ...]] = {}
    for row in shipped_rows("bureau.machinery.imports", "aliases.csv"):
        found[row["field"]] = (*found.get(row["field"], ()), row["alias"])
    return found
