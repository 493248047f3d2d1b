"""Drafts: what is about to be written, read from outside, with its relations loaded and its faults collected.

A form of the API is one draft, a file of an import many thousand; both go through the same steps here, in sets.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from bureau.kernel.accept import Reading, accept
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Numbered, One, Salt, Sealed, Span
from bureau.kernel.kind import CheckContext, Fact, Kind
from bureau.storage.record import Record, blank
from bureau.storage.seal import Keyring, sealed_place


@dataclass(slots=True, eq=False)
class Draft:
    """A record on its way into the database. No draft equals another, whatever they hold."""

    kind: Kind
    record: Any
    before: Any = None
    """The record as it stands, where one is changed."""
    revives: Any = None
    """The void record that a new one is once more: one that was undone, see `revive`."""
    clear: dict[str, str] = field(default_factory=dict)
    """Sealed values that were given, in the clear, until they are sealed."""
    given: set[str] = field(default_factory=set)
    """The fields that were given a value or cleared; the others stay as they are."""
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    """What its checks find odd; it is written all the same."""
    is_ready: bool = False
    """Whether its record has all columns but those that say when it was written."""

    @property
    def is_new(self) -> bool:
        return self.before is None

    @property
    def is_lost(self) -> bool:
        """Whether something it refers to was not found, so that where it will be is not known."""
        return any(f.code is Code.NOT_FOUND for f in self.faults)

    @property
    def wrong(self) -> set[str]:
        """The fields that have faults so far."""
        return {f.path[0] for f in self.faults if f.path} if self.faults else set()


def read_draft(kind: Kind, values: Mapping[str, Any], reading: Reading, before: Record | None = None) -> Draft:
    """Read outside values (by field name; absent leaves, None clears) into a draft; relations are left as given."""
    record: Any = kind.record
    draft = Draft(kind, blank(record, _start(kind, before)), before, given=set(values))
    fields, columns = kind.fields, draft.record.__dict__
    for name, raw in values.items():
        declared = fields[name]
        if isinstance(declared, One):
            continue
        value, problem = accept(declared, raw, reading)
        if problem:
            draft.faults.append(problem)
        elif isinstance(declared, Sealed):
            _give_sealed(draft, declared, value)
        elif isinstance(declared, Numbered) and value is None:
            draft.given.discard(name)  # it is ours to give, and stays
        elif isinstance(declared, Span):
            setattr(draft.record, name, value)
        else:
            columns[name] = value
    _keep_to_variant(draft)
    return draft


def _start(kind: Kind, before: Record | None) -> dict[str, Any]:
    values = dict.fromkeys(kind.record._meta.fields_db_projection)  # type: ignore[attr-defined]
    if before is not None:
        values |= {name: before.__dict__.get(name) for name in values}
        values |= {key: before.__dict__[key] for key in map("_{}".format, _relations(kind)) if key in before.__dict__}
    return values


def _keep_to_variant(draft: Draft) -> None:
    """A school's category is SCHOOL without being told, and an office's is none of a school's."""
    variant = draft.kind.variant
    if not variant:
        return
    if draft.is_new and variant.only and variant.field not in draft.given:
        setattr(draft.record, variant.field, variant.only)
    value = getattr(draft.record, variant.field)
    if value is not None and value not in variant.values:
        draft.faults.append(invalid(variant.field, "another kind of record has this.", "该取值属于另一种记录。"))


def _relations(kind: Kind) -> Iterable[str]:
    return (name for name, declared in kind.fields.items() if isinstance(declared, One))


def _give_sealed(draft: Draft, declared: Sealed, value: str | None) -> None:
    if value is None:
        draft.given.discard(declared.name)  # blank means unchanged
    else:
        draft.clear[declared.name] = value


def require(draft: Draft, profile: str) -> None:
    """Add a fault for every field that the profile requires and the draft lacks."""
    wrong, values = draft.wrong, draft.record.__dict__
    for name, column in _required(draft.kind, profile):
        if values.get(column) is None and name not in draft.clear and name not in wrong:
            draft.faults.append(fault(Code.REQUIRED, name))


@cache
def _required(kind: Kind, profile: str) -> tuple[tuple[str, str], ...]:
    """The fields that a record must be given under a profile, each with the column that tells whether it was."""
    return tuple(
        (name, declared.columns[0].name)
        for name, declared in kind.fields.items()
        if declared.is_required(profile) and not declared.derived and not isinstance(declared, Numbered | Salt)
    )


class _Clear(Mapping[str, str]):
    """The sealed values of a draft in the clear: those given, and those held, opened one by one when asked for."""

    def __init__(self, draft: Draft, keyring: Keyring) -> None:
        self._draft = draft
        self._keyring = keyring

    def __getitem__(self, name: str) -> str:
        draft = self._draft
        if name in draft.clear:
            return draft.clear[name]
        declared = draft.kind.fields.get(name)
        if name not in self or not isinstance(declared, Sealed):
            raise KeyError(name)
        sealed = draft.record.__dict__[declared.columns[0].name]
        salt = sealed_by(draft, declared).salt
        return self._keyring.open(
            sealed, salt=salt, field=sealed_place(draft.kind, declared), record_id=draft.record.id
        )

    def __contains__(self, name: object) -> bool:
        declared = self._draft.kind.fields.get(name) if isinstance(name, str) else None
        return isinstance(declared, Sealed) and self._holds(declared)

    def __iter__(self) -> Iterator[str]:
        for name, declared in self._draft.kind.fields.items():
            if isinstance(declared, Sealed) and self._holds(declared):
                yield name

    def _holds(self, declared: Sealed) -> bool:
        if declared.name in self._draft.clear:
            return True
        held = self._draft.record.__dict__.get(f"{declared.name}_sealed")
        return bool(held and sealed_by(self._draft, declared).salt)  # not if it was erased

    def __len__(self) -> int:
        return sum(1 for _ in self)


def sealed_by(draft: Draft, declared: Sealed) -> Any:
    """The person whose salt seals a field of a draft."""
    return getattr(draft.record, declared.subject) if declared.subject else draft.record


def check(drafts: Sequence[Draft], reading: Reading, profile: str, keyring: Keyring, facts: Mapping[str, Fact]) -> None:
    """Run each kind's own checks on drafts that have no fault so far."""
    opened = partial(_opened, keyring)
    for draft in drafts:
        if draft.faults:
            continue
        clear = _Clear(draft, keyring)
        given = frozenset[str]() if reading.restores else frozenset(draft.given)
        is_new = draft.is_new and not reading.restores
        context = CheckContext(profile, reading.today, is_new, clear, given, facts, draft.before, opened)
        for rule in draft.kind.checks:
            for found in rule(draft.record, context):
                (draft.warnings if found.is_warning else draft.faults).append(found)


def _opened(keyring: Keyring, record: Any, name: str) -> str | None:
    """A sealed value of a person in the clear."""
    declared = record.about.fields[name]
    sealed = record.__dict__.get(declared.columns[0].name)
    if not sealed or not record.salt:
        return None
    place = f"{record.about.table}.{name}"
    return keyring.open(bytes(sealed), salt=bytes(record.salt), field=place, record_id=record.id)
