"""Tables that come with the product: CSV files in the `data` of a package, whose lines of `#` give their source."""

import csv
from collections.abc import Iterable
from datetime import date
from importlib.resources import files

Row = dict[str, str]


def shipped_rows(package: str, name: str) -> list[Row]:
    """The rows of the file `name` in the `data` of a package, by the names of its columns."""
    return list(csv.DictReader(uncommented((files(package) / "data" / name).read_text("utf-8"))))


def uncommented(text: str) -> list[str]:
    """The lines of a text but for those of `#`."""
    return [line for line in text.splitlines() if not line.startswith("#")]


def in_force(rows: Iterable[Row], day: date) -> list[Row]:
    """Those of dated rows that hold on a day: from `valid_from` on, until the day before `valid_until` if it is set."""
    on = day.isoformat()
    return [row for row in rows if row["valid_from"] <= on and (not row["valid_until"] or on < row["valid_until"])]
