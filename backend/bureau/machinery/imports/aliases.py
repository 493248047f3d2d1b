"""The other names by which columns go: short names of national forms, and what people say."""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def aliases() -> Mapping[str, tuple[str, ...]]:
    """The other names of fields, by the Chinese word of the field."""
    text = (files("bureau.machinery.imports") / "data" / "aliases.csv").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        found[row["field"]] = (*found.get(row["field"], ()), row["alias"])
    return found
