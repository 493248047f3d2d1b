"""The columns of an export: which there are, what is asked for, and what stands above each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from bureau.kernel.errors import CommandError
from bureau.kernel.field import Field, One, Span
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel, snake
from bureau.kernel.words import Words

Path = tuple[str, ...]

Heads = Literal["api", "zh", "en", "both"]
"""What stands above a column: its name in the API, or its words in one language or in both."""

_PARTS = {
    "id": Words("id", "标识"),
    "from": Words("from", "起"),
    "until": Words("until", "止"),
    "label": Words("label", "名称"),
    "code": Words("code", "代码"),
    "mask": Words("mask", "掩码"),
}


def all_columns(kind: Kind) -> tuple[Path, ...]:
    """The columns of what a record of the kind was given, in the order of their declaration; of a kind of which all
    follows from other records, all columns.
    """
    given = {name: declared for name, declared in kind.fields.items() if not declared.derived}
    return tuple(path for name, declared in (given or kind.fields).items() for path in _of(name, declared))


def chosen_columns(kind: Kind, names: Sequence[str]) -> tuple[Path, ...]:
    """The columns of these names: `name`, `person.name`, `operation.from`, `type.label`, `id`; all unless any is named.

    Raises CommandError for one that is not there or is named twice.
    """
    if not names:
        return all_columns(kind)
    found = [path for name in names for path in _resolved(kind, tuple(snake(step) for step in name.strip().split(".")))]
    if twice := [path for path in found if found.count(path) > 1]:
        shown = ".".join(map(camel, twice[0]))
        raise CommandError(f"The column “{shown}” is named twice. “{shown}”列重复。")
    return tuple(found)


def _of(name: str, declared: Field[object]) -> Iterator[Path]:
    if isinstance(declared, Span):
        yield from ((name, "from"), (name, "until"))
    elif not declared.internal:
        yield (name,)


def _resolved(kind: Kind, path: Path) -> Iterator[Path]:
    """A path that was asked for, a period as its two ends."""
    fields, last = _followed(kind, path)
    if last == len(path) - 1 and isinstance(fields[-1], Span):
        yield from ((*path, "from"), (*path, "until"))
    else:
        yield path


def _followed(kind: Kind, path: Path) -> tuple[list[Field[object]], int]:
    """The fields on a path, and the place of the last of them; what comes after it is a part of its value."""
    fields: list[Field[object]] = []
    of = kind.fields
    for place, step in enumerate(path):
        declared = of.get(step)
        if declared is None or declared.internal:
            is_part = place == len(path) - 1 and (step == "id" or (fields and step in _PARTS))
            if not is_part:
                shown = ".".join(map(camel, path))
                raise CommandError(f"{kind.type_name} has no column “{shown}”. {kind.words.zh}没有“{shown}”这一列。")
            return fields, place - 1
        fields.append(declared)
        if not isinstance(declared, One):
            return fields, place
        of = declared.target.about.fields
    return fields, len(path) - 1


def heads(kind: Kind, columns: Iterable[Path], heads: Heads = "api") -> list[str]:
    """What stands above the columns; an import of the same kind knows each of them."""
    return [_head(kind, path, heads) for path in columns]


def _head(kind: Kind, path: Path, heads: Heads) -> str:
    if heads == "api":
        return ".".join(map(camel, path))
    fields, last = _followed(kind, path)
    words = [declared.words for declared in fields] + [_PARTS[step] for step in path[last + 1 :]]
    en, zh = ".".join(w.en for w in words), ".".join(w.zh for w in words)
    return {"en": en, "zh": zh}.get(heads, f"{zh} {en}")
