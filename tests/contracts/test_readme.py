"""The README is true: its commands are there, its queries are answered, its paths lead somewhere."""

import re
from pathlib import Path

import pytest
import typer.main
from graphql import OperationDefinitionNode, OperationType, parse, validate

from bureau.cli import app
from bureau.graph.gateway import Asked
from bureau.settings import Settings
from tests.support.api import Api
from tests.support.world import World

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
QUERIES = re.findall(r"```graphql\n(.*?)```", README, re.DOTALL)
FIRST_QUERIES = (ROOT / "frontend/src/graphiql/firstQueries.ts").read_text("utf-8").split("`")[1]


def commands() -> set[str]:
    """Every command there is, those of groups with the group's name."""
    found = set()
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found |= {f"{name} {one}" for one in inner} if inner else {name}
    return found


def test_its_commands_are_there() -> None:
    groups = {command.split()[0] for command in commands() if " " in command}
    told = set()
    for first, second in re.findall(r"`bureau ([a-z]+)(?: ([a-z]+))?", README):
        told.add(f"{first} {second}" if first in groups else first)
    assert told == commands(), "each command stands in the README, and no other"


def test_its_make_targets_are_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    told = set(re.findall(r"(?:`|    )make ([a-z-]+)", README + CONTRIBUTING))
    assert {"run", "test", "check", "bench", "gen", "soak", "setup"} <= told
    assert told <= targets


def test_its_settings_are_there() -> None:
    known = {f"BUREAU_{name.upper()}" for name in Settings.model_fields}
    assert set(re.findall(r"`(BUREAU_[A-Z_]+)`", README)) <= known


def test_its_paths_lead_somewhere() -> None:
    for text in (README, CONTRIBUTING):
        for path in re.findall(r"\]\(((?!http)[^)#]+)\)", text):
            assert (ROOT / path).exists(), path
    tree = re.findall(r"```\n(backend/bureau/.*?)```", README, re.DOTALL)[0]
    folder = ROOT
    for line in tree.splitlines():
        path = line.split()[0]
        folder = ROOT if not line.startswith(" ") else ROOT / "backend/bureau"
        assert (folder / path).is_dir(), path


@pytest.mark.parametrize("text", [*QUERIES, FIRST_QUERIES])
async def test_its_queries_are_answered(api: Api, city: World, text: str) -> None:
    document = parse(text)
    assert validate(api.schema.graphql, document) == []
    for node in document.definitions:
        assert isinstance(node, OperationDefinitionNode)
        if node.operation is OperationType.QUERY:
            assert node.name
            answer = await api.gateway.answer(Asked(text, {}, node.name.value), api.context())
            assert b'"errors"' not in answer.body
            assert re.search(rb'"(nodes|kinds|search)":\[{', answer.body)
