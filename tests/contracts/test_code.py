"""What the code promises of itself, and no linter knows."""

import ast
import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import bureau

ROOT = Path(bureau.__file__).parent


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(bureau.__path__, "bureau."):
        yield import_module(found.name)


def public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The classes and functions that a module offers to others."""
    for name, value in vars(module).items():
        if name.startswith("_") or not (inspect.isclass(value) or inspect.isfunction(value)):
            continue
        if value.__module__ == module.__name__ and value.__name__ != "<lambda>":
            yield f"{module.__name__}.{name}", value


def said_of(value: object) -> str:
    """The docstring of something public; of a GraphQL type its description, which is API text."""
    of_schema = getattr(value, "__strawberry_definition__", None)
    return getattr(of_schema, "description", None) or value.__doc__ or ""


def test_what_is_public_says_what_it_means() -> None:
    docs = {name: said_of(value) for module in modules() for name, value in public(module)}
    silent = [name for name, doc in docs.items() if not doc or doc.startswith(f"{name.rpartition('.')[2]}(")]
    assert len(docs) > 300
    assert silent == []
    assert [module.__name__ for module in modules() if not module.__doc__] == []


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in ROOT.rglob("*.py"):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def names(tree: ast.Module) -> set[str]:
    """Every name and attribute that a module uses."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} | {
        node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)
    }


def test_there_is_one_transaction() -> None:
    """Tortoise's own hang or are lost when a task is cancelled."""
    guilty = {file for file, tree in trees() if names(tree) & {"in_transaction", "atomic", "_in_transaction_context"}}
    assert guilty == set()


def test_settings_alone_read_the_environment() -> None:
    guilty = {file for file, tree in trees() if names(tree) & {"environ", "getenv"}}
    assert guilty == set()


def test_the_clock_alone_knows_the_time() -> None:
    told = {"now", "utcnow", "today"}
    guilty = {
        file
        for file, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in told
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"date", "datetime"}
    }
    assert guilty <= {"kernel/clock.py"}
