"""Which column of a file fills which field: guessed from the words of both languages, or said."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bureau.kernel.errors import CommandError
from bureau.kernel.field import Field, One, Salt, Span
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel, snake


class MappingError(CommandError):
    """A mapping that names no field or no column; says so in both languages."""


Paths = dict[str, str]
"""Field path to header: `code`, `person.birth_date`, `operation.from`."""


def paths(kind: Kind, *, deep: bool = True) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every path a column can fill, with the names it goes by in files."""
    for name, declared in kind.fields.items():
        if isinstance(declared, Salt) or declared.derived:
            continue
        own = (camel(name), name, declared.words.en, declared.words.zh)
        if isinstance(declared, Span):
            yield f"{name}.from", _ended(own, "from", "起")
            yield f"{name}.until", _ended(own, "until", "止")
            continue
        yield name, own
        if isinstance(declared, One) and deep and declared.unique:
            for inner, names in _of_target(declared):
                yield f"{name}.{inner}", (*(f"{o}.{n}" for o in own for n in names), *names)


def _ended(names: Iterable[str], en: str, zh: str) -> tuple[str, ...]:
    return tuple(f"{name}{mark}{end}" for name in names for mark in (".", " ", "") for end in (en, zh))


def _of_target(declared: One[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of a record that comes with this one in the same row, as a pupil's person does."""
    for name, field in declared.target.about.fields.items():
        if not isinstance(field, One | Salt | Span):
            yield name, (camel(name), name, field.words.en, field.words.zh)


def mapped(kind: Kind, headers: Iterable[str], said: Mapping[str, str]) -> tuple[Paths, list[str]]:
    """The mapping of a file and the headers that fill nothing; `said` goes before what is guessed.

    Raises MappingError for a path or header in `said` that does not exist.
    """
    headers = [header for header in headers if header]
    known = dict(paths(kind))
    found = dict(_said(known, headers, said))
    taken = set(found.values())
    for path, names in known.items():
        if path in found:
            continue
        wanted = {_plain(name) for name in names}
        header = next((h for h in headers if h not in taken and _plain(h) in wanted), None)
        if header is not None:
            found[path] = header
            taken.add(header)
    return found, [header for header in headers if header not in taken]


def _said(known: Mapping[str, object], headers: list[str], said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for left, right in said.items():
        for field, header in ((left, right), (right, left)):  # either way round
            path = ".".join(snake(step) for step in field.split("."))
            if path in known and header in headers:
                yield path, header
                break
        else:
            raise MappingError(f"No field and column for “{left}={right}”. 找不到“{left}={right}”对应的字段或列。")


def parse_map(text: str) -> dict[str, str]:
    """A mapping as it is given to a command: `field=column,…`, or a file of such lines or of JSON."""
    path = Path(text)
    if "=" not in text and path.is_file():
        text = path.read_text("utf-8-sig")
        if text.lstrip().startswith("{"):
            return {str(k): str(v) for k, v in json.loads(text).items()}
    pairs = [pair for pair in re.split(r"[,\n]", text) if pair.strip() and not pair.strip().startswith("#")]
    if wrong := [pair for pair in pairs if "=" not in pair]:
        raise MappingError(f"Write field=column, not “{wrong[0].strip()}”. 请写成 字段=列名。")
    return {left.strip(): right.strip() for left, right in (pair.split("=", 1) for pair in pairs)}


def _plain(name: str) -> str:
    return re.sub(r"[\s_.]+", "", name).casefold()


def field_at(kind: Kind, path: str) -> Field[Any]:
    """The field that a path ends at."""
    head, _, rest = path.partition(".")
    declared = kind.fields[head]
    if isinstance(declared, One) and rest:
        return declared.target.about.fields[rest]  # type: ignore[no-any-return]
    return declared
