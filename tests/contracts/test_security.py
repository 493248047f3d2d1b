"""docs/security.md: it answers for every section of the standard, and every test it names is there."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "security.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| section", "| advice"))
]
NAMED = re.compile(r"`([\w/]+\.py)::(test_\w+)`")
SECTIONS = {1: 5, 2: 4, 3: 7, 4: 4, 5: 4, 6: 8, 7: 6, 8: 4, 9: 2, 10: 7, 11: 7, 12: 3, 13: 4, 14: 3, 15: 4, 16: 5}
"""How many sections each chapter of ASVS 5.0 has; of V17 none arises."""


def test_it_answers_for_every_section() -> None:
    wanted = {f"V{chapter}.{section}" for chapter, most in SECTIONS.items() for section in range(1, most + 1)}
    answered = [row[0].split()[0] for row in ROWS if re.match(r"V\d", row[0])]
    assert len(answered) == len(set(answered))
    assert set(answered) == wanted | {"V17"}


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_what_it_says_is_shown_or_reasoned(row: list[str]) -> None:
    requirement, state, shown = row
    assert state in ("met", "partly", "open", "n/a")
    assert shown
    if state == "met" and requirement != "V4.3 GraphQL":
        assert NAMED.search(shown), "what is met is shown by a test"


@pytest.mark.parametrize(("file", "name"), sorted(set(NAMED.findall(PAGE))), ids=lambda part: str(part))
def test_every_test_it_names_is_there(file: str, name: str) -> None:
    text = (TESTS / file).read_text("utf-8")
    assert re.search(rf"^(async )?def {name}\(", text, re.MULTILINE)
