"""The procedures of student status as they are written down: each names what there is."""

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from bureau.areas import students
from bureau.areas.students.circumstances import PACKAGE
from bureau.kernel.rules import BUILT_IN
from bureau.registry.standards import standards

FILES = sorted((files(PACKAGE) / "data" / "procedures").iterdir(), key=lambda file: file.name)
VERBS = {verb.name: verb for verb in (*students.ACTIONS, *students.OUTCOMES)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_procedure_names_verbs_roles_steps_and_standards_that_there_are(file: Any) -> None:
    procedure = tomllib.loads(file.read_text("utf-8"))
    verb = VERBS[procedure["outcome"]]
    assert file.name == f"{procedure['code']}.toml"
    assert verb.checks is not None, "whoever decides sees what is looked at"
    assert verb.subject == "student"
    steps = {step["code"] for step in procedure["step"]}
    places = {"subject", *(name for name, field in verb.arguments.items() if name == "school")}
    assert set(procedure["open"]["at"]) <= places
    assert set(procedure["open"]["roles"]) <= {*BUILT_IN, "guardian"}
    for step in procedure["step"]:
        assert step["at"].removesuffix(".authority") in places
        assert set(step["roles"]) <= set(BUILT_IN)
        assert step["due"] in {standard.name for standard in standards(PACKAGE)}
    for apart in procedure.get("apart", ()):
        assert set(apart["steps"]) <= steps


def test_all_that_is_done_by_procedures_alone_has_one() -> None:
    named = {tomllib.loads(file.read_text("utf-8"))["outcome"] for file in FILES}
    assert {verb.name for verb in students.OUTCOMES} <= named
    assert len(FILES) == 11
