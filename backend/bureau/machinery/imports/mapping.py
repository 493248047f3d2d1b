"""Which column of a file fills which field: said, remembered, or known by the words of both languages."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from rapidfuzz import fuzz

from bureau.kernel.errors import CommandError
from bureau.kernel.field import Field, Numbered, One, Span
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel, snake
from bureau.machinery.imports.aliases import aliases
from bureau.machinery.imports.beside import Place, fields_at, filled_at
from bureau.machinery.imports.layout import JOINED, plain


class MappingError(CommandError):
    """A mapping that names no field or no column; says so in both languages."""


Paths = dict[str, str]
"""Field path to header: `code`, `person.birth_date`, `operation.from`."""


def all_paths(kind: Kind, beside: Sequence[Place] = ()) -> dict[str, tuple[str, ...]]:
    """Every path a column of a file of this kind can fill, with the names it goes by, those of records beside it too.

    What goes by a name of the row's own record is that record's.
    """
    found = dict(paths(kind))
    own = {plain(name) for names in found.values() for name in names}
    for place in beside:
        for path, declared in fields_at(place):
            names = _names_at(place, path, declared)
            for end, at_end in names.items():
                found[path + end] = tuple(name for name in at_end if plain(name) not in own)
    return found


def _names_at(place: Place, path: str, declared: Field[Any]) -> dict[str, tuple[str, ...]]:
    """What a field of a record beside the row's own is called, by the end of its path: none, or those of a period."""
    stated = [".".join(map(camel, path.split("."))), path]
    called = [f"{word}{name}" for word in place.words for name in _names(path.rpartition(".")[2], declared)]
    if not isinstance(declared, Span):
        return {"": (*stated, *called)}
    ends = {"from": "起", "until": "止"}
    # the last of the names of an end has the field's words alone, as the headers of our exports do
    return {f".{en}": _ended(declared, (*stated, *called), en, zh)[:-1] for en, zh in ends.items()}


def paths(kind: Kind, *, deep: bool = True) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every path a column can fill, with the names it goes by in files."""
    for name, declared in kind.fields.items():
        if declared.internal or declared.derived:
            continue
        own = (*_names(name, declared), *_of_kind(kind, declared))
        if isinstance(declared, Span):
            yield f"{name}.from", _ended(declared, own, "from", "起")
            yield f"{name}.until", _ended(declared, own, "until", "止")
            continue
        yield name, own
        if isinstance(declared, One) and deep and declared.unique:
            for inner, names in _of_target(declared):
                both = f"{declared.words.zh}.{names[3]} {declared.words.en}.{names[2]}"
                whose = _of_kind(kind, declared.target.about.fields[inner])
                yield f"{name}.{inner}", (*(f"{o}.{n}" for o in own for n in names), both, *names, *whose)


def _ended(declared: Span, names: Iterable[str], en: str, zh: str) -> tuple[str, ...]:
    both = f"{declared.words.zh}.{zh} {declared.words.en}.{en}"
    return (*(f"{name}{mark}{end}" for name in names for mark in (".", " ", "") for end in (en, zh)), both)


def _of_target(declared: One[Any]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields of a record that comes with this one in the same row, as a pupil's person does."""
    for name, inner in declared.target.about.fields.items():
        if not (inner.internal or isinstance(inner, One | Span)):
            yield name, _names(name, inner)


def _of_kind(kind: Kind, declared: Field[Any]) -> tuple[str, ...]:
    """What a field is called with the kind's own word before it: 学校名称, School name."""
    (en, zh), (field_en, field_zh) = kind.words, declared.words
    return (f"{zh}{field_zh}", f"{en} {field_en}")


def _names(name: str, declared: Field[Any]) -> tuple[str, ...]:
    """What a field is called: in the API, in Python, in either language, in both at once, and otherwise."""
    en, zh = declared.words
    return (camel(name), name, en, zh, f"{zh} {en}", *aliases().get(zh, ()))


Way = Literal["said", "remembered", "words"]

EXTRA = "※"
"""What the headers of columns begin with that we add to files ourselves: they fill nothing."""

_LEAST_SCORE = 60


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A header that nearly names a field; the score is 100 for the same word. It is for someone to decide."""

    header: str
    path: str
    score: int


@dataclass(frozen=True)
class Match:
    """Which columns fill which fields, and what is left over on both sides."""

    paths: Paths
    ways: Mapping[str, Way]
    """By path, how its column was found."""
    unused: list[str]
    """Headers that fill nothing."""
    unfilled: list[str]
    """Paths that no column fills."""
    missing: list[str]
    """Those of them without which no new record can be made."""
    near: list[NearMiss] = field(default_factory=list)
    """The nearest path for each header that fills nothing, if any comes near."""


def known_headers(kind: Kind, beside: Sequence[Place] = ()) -> frozenset[str]:
    """Every header that would make sense for a kind, as `layout.plain` has them."""
    return frozenset(plain(name) for names in all_paths(kind, beside).values() for name in names)


def mapped(kind: Kind, headers: Iterable[str], said: Mapping[str, str]) -> tuple[Paths, list[str]]:
    """The mapping of a file and the headers that fill nothing; `said` goes before what is known by its words.

    Raises MappingError for a path or header in `said` that does not exist.
    """
    found = match(kind, headers, said)
    return found.paths, found.unused


def match(
    kind: Kind,
    headers: Iterable[str],
    said: Mapping[str, str],
    remembered: Mapping[str, str] | None = None,
    profile: str = "cn",
    beside: Sequence[Place] = (),
) -> Match:
    """Match columns with fields: as `said`, then as `remembered` from before (path to header), then by their words.

    A header that only nearly names a field is never taken for it, nor is any for one that is said to have none. Raises
    MappingError as `mapped` does.
    """
    headers = [header for header in headers if header and not header.startswith(EXTRA)]
    known = all_paths(kind, beside)
    found: Paths = dict(_said(known, headers, said))
    ways: dict[str, Way] = dict.fromkeys(found, "said")
    for path, header in (remembered or {}).items():
        if path in known and path not in found and header in headers and header not in found.values():
            found[path], ways[path] = header, "remembered"
    taken = set(found.values())
    by_plain: dict[str, list[str]] = {}
    for header in headers:
        by_plain.setdefault(plain(header), []).append(header)
    for path, names in known.items():
        free = (h for name in names for h in by_plain.get(plain(name), ()) if h not in taken)
        if path not in found and (named := next(free, None)) is not None:
            found[path], ways[path] = named, "words"
            taken.add(named)
    found = {path: header for path, header in found.items() if header}
    unused = [header for header in headers if header not in taken]
    unfilled = [path for path in known if path not in found]
    own = (path for path in unfilled if filled_at(beside, path) is None)
    missing = [path for path in own if _is_required(kind, path, found, profile)]
    near = list(_near(unused, {path: known[path] for path in unfilled}))
    return Match(found, ways, unused, unfilled, missing, near)


def _is_required(kind: Kind, path: str, found: Paths, profile: str) -> bool:
    """Whether no new record can do without a path; a related record may come by its key or by its own fields."""
    head, _, rest = path.partition(".")
    declared = kind.fields[head]
    is_fixed = kind.variant is not None and kind.variant.field == head and kind.variant.only is not None
    if is_fixed or isinstance(declared, Numbered) or not declared.is_required(profile):
        return False
    if isinstance(declared, Span):
        return rest == "from"
    if not rest:
        return not any(other.startswith(f"{head}.") for other in found)
    is_apart = head not in found and any(other.startswith(f"{head}.") for other in found)
    return is_apart and field_at(kind, path).is_required(profile)


def _near(headers: Iterable[str], known: Mapping[str, tuple[str, ...]]) -> Iterator[NearMiss]:
    for header in headers:
        best = max(((_score(header, names), path) for path, names in known.items()), default=(0, ""))
        if best[0] >= _LEAST_SCORE:
            yield NearMiss(header, best[1], best[0])


def _score(header: str, names: Iterable[str]) -> int:
    """How near a header comes to a name; the lower part of one that stands on two rows counts for nearly as much."""
    whole, last = plain(header), plain(header.rpartition(JOINED)[2])
    best = 0.0
    for name in map(plain, names):
        best = max(best, fuzz.ratio(whole, name), 90 * (last == name))
        if len(name) > 1 and (name in whole or whole in name):
            best = max(best, 75.0)
    return round(best)


def _said(known: Mapping[str, object], headers: list[str], said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for left, right in said.items():
        for named, header in ((left, right), (right, left)):  # either way round
            path = ".".join(snake(step) for step in named.split("."))
            if path in known and (header in headers or not header):
                yield path, header
                break
        else:
            raise MappingError(f"No field and column for “{left}={right}”. 找不到“{left}={right}”对应的字段或列。")


def read_map(text: str) -> dict[str, str]:
    """A mapping as it is given to a command: what `parse_map` takes, or the path of a file of it."""
    path = Path(text)
    return parse_map(path.read_text("utf-8-sig") if "=" not in text and path.is_file() else text)


def parse_map(text: str) -> dict[str, str]:
    """A mapping as a text: `field=column,…`, such lines, or JSON; a field without a column is filled by none."""
    if text.lstrip().startswith("{"):
        return _from_json(text)
    pairs = [pair for pair in re.split(r"[,\n]", text) if pair.strip() and not pair.strip().startswith("#")]
    if wrong := [pair for pair in pairs if "=" not in pair]:
        raise MappingError(f"Write field=column, not “{wrong[0].strip()}”. 请写成 字段=列名。")
    return {left.strip(): right.strip() for left, right in (pair.split("=", 1) for pair in pairs)}


def _from_json(text: str) -> dict[str, str]:
    try:
        return {str(path): str(header) for path, header in json.loads(text).items()}
    except (ValueError, RecursionError) as error:
        raise MappingError("The mapping is no JSON object. 列对应关系不是有效的 JSON 对象。") from error


def field_at(kind: Kind, path: str, beside: Sequence[Place] = ()) -> Field[Any]:
    """The field that a path ends at."""
    if place := filled_at(beside, path):
        kind, path = place.kind, path.removeprefix(place.prefix)
    head, _, rest = path.partition(".")
    declared = kind.fields[head]
    if isinstance(declared, One) and rest:
        return declared.target.about.fields[rest]  # type: ignore[no-any-return]
    return declared
