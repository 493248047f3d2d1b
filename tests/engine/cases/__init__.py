"""Case files: a query, the SQL it becomes in both dialects, and the response; written anew by one command.

    python -m tests.engine.cases --write

A case is `NAME.graphql`; comment lines at its head say who asks (`# as: county east`) and with which variables
(`# variables: {"first": 2}`). Beside it lie `NAME.postgres.sql`, `NAME.sqlite.sql` and `NAME.json`.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.rules import Level
from tests.support.people import DIRECTOR, REGISTRAR, actor, of_county, of_school
from tests.support.world import World

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One case file."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def query(self) -> str:
        return self.path.read_text("utf-8")

    def _said(self, what: str) -> str:
        found = re.search(rf"^# {what}: (.*)$", self.query, re.MULTILINE)
        return found.group(1).strip() if found else ""

    def variables(self, city: World) -> dict[str, Any]:
        """The variables; `@students.王芳` stands for the id of one of the world's records."""
        text = self._said("variables")
        given = json.loads(text) if text else {}
        return {name: _named(value, city) for name, value in given.items()}

    def actor(self, city: World) -> Actor:
        """Who asks."""
        match self._said("as").split():
            case [] | ["registrar"]:
                return REGISTRAR
            case ["director"]:
                return DIRECTOR
            case ["nobody"]:
                return ANONYMOUS
            case ["county", name]:
                return of_county(getattr(city, name))
            case ["school", name]:
                return of_school(city.schools[name])
            case ["several"]:
                units = ((Level.COUNTY, city.west), (Level.UNIT, city.schools["东城小学"]))
                return actor(*(("registrar", level, unit) for level, unit in units))
            case ["mixed"]:
                return actor(("director_opened", Level.CITY, city.bureau), ("registrar", Level.COUNTY, city.east))
        raise ValueError(f"{self.name}: who is that?")

    def expected(self, suffix: str) -> str:
        path = self.path.with_suffix(suffix)
        return path.read_text("utf-8") if path.exists() else ""

    def write(self, suffix: str, text: str) -> None:
        self.path.with_suffix(suffix).write_text(text, "utf-8")


CASES = [Case(path) for path in sorted(FOLDER.glob("*.graphql"))]


def _named(value: Any, city: World) -> Any:
    if isinstance(value, str) and value.startswith("@"):
        group, _, name = value[1:].partition(".")
        prefixes = {"schools": "School", "students": "Student", "persons": "Person"}
        found = getattr(city, group)
        return f"{prefixes[group]}:{found[name]}" if name else f"Office:{found}"
    if isinstance(value, dict):
        return {key: _named(inner, city) for key, inner in value.items()}
    return [_named(item, city) for item in value] if isinstance(value, list) else value


def readable(sql: str) -> str:
    """A statement broken where a reader would: before each SELECT, FROM, WHERE, GROUP and ORDER."""
    lines, depth = [], 0
    for piece in re.split(r"(?<= )(?=(?:FROM|WHERE|GROUP BY|ORDER BY|LIMIT) )|(?<=\()(?=SELECT )", sql):
        lines.append("  " * min(depth, 12) + piece.strip())
        depth += piece.count("(") - piece.count(")")
    return "\n".join(lines) + "\n"
