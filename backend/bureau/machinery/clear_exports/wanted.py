"""What a clear-text export asks for: records of one kind, by their ids, and sealed fields by their ways there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bureau.access.restriction import restricted_records
from bureau.engine.kinds import parse_id
from bureau.kernel.errors import Code, CommandError, Refusal, fault, invalid, refuse
from bureau.kernel.field import Field, One, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.machinery.imports.columns import Path, chosen_columns
from bureau.storage.references import of_variant
from bureau.storage.rights import may_act
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Opening:
    """A sealed field, and the way to it from the records of an export."""

    path: Path
    holder: Kind
    """The kind that has it, which the records are of themselves or refer to."""
    declared: Sealed

    @property
    def to_holder(self) -> Path:
        """The way to the id of the record that holds it."""
        return (*self.path[:-1], "id")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Records and fields."""

    kind: Kind
    ids: Sequence[int]
    openings: Sequence[Opening]

    @property
    def ids_text(self) -> str:
        """The records as a request keeps them."""
        return " ".join(f"{self.kind.type_name}:{identity}" for identity in self.ids)

    @property
    def fields_text(self) -> str:
        """The fields as a request keeps them."""
        return " ".join(".".join(map(camel, opening.path)) for opening in self.openings)


def wanted(store: Store, records: str, fields: str) -> Wanted:
    """What these texts ask for; raises Refusal for ids of no kind or of several, and for fields that are not sealed."""
    parsed = [parse_id(text) for text in records.split()]
    names = {one and one[0] for one in parsed}
    kind = next((k for k in store.kinds if {k.type_name} == names and k.rooted and not k.abstract), None)
    if kind is None:
        raise Refusal(
            [invalid("records", "ids of one kind, with blanks between.", "应为同一类型记录的标识，以空白分隔。")]
        )
    openings = tuple(_openings(store, kind, fields.split()))
    if not openings:
        raise Refusal([fault(Code.REQUIRED, "fields")])
    return Wanted(kind, tuple(dict.fromkeys(one[1] for one in parsed if one)), openings)


async def checked(store: Store, tx: Transaction, records: str, fields: str) -> Wanted:
    """What these texts ask for, where the actor may ask for it; raises Refusal where they may not, or for too much."""
    found = wanted(store, records, fields)
    most = store.database.settings.clear_export_records
    if len(found.ids) > most:
        raise Refusal([fault(Code.OUT_OF_RANGE, "records", least=1, most=most)])
    if not all(tx.actor.may_somewhere(opening.declared.reveal) for opening in found.openings):
        raise refuse(Code.FORBIDDEN, "fields")
    live = await of_variant(found.kind).filter(id__in=list(found.ids), void_reason__isnull=True)
    seen = [record for record in live if may_act(tx.actor, found.kind, found.kind.read, record)]
    if len(seen) < len(found.ids):
        raise refuse(Code.NOT_FOUND, "records", kind=found.kind.words)
    if await restricted_records(store, found.kind, found.ids):
        raise refuse(Code.RESTRICTED, "records")
    return found


def _openings(store: Store, kind: Kind, names: Sequence[str]) -> Iterable[Opening]:
    try:
        paths = chosen_columns(kind, names) if names else ()
    except CommandError as error:
        raise Refusal([invalid("fields", str(error), str(error))]) from error
    for path in paths:
        holder, declared = _followed(store, kind, path)
        if not isinstance(declared, Sealed):
            shown = ".".join(map(camel, path))
            raise Refusal([invalid("fields", f"“{shown}” is not sealed.", f"“{shown}”不是加密字段。")])
        yield Opening(path, holder, declared)


def _followed(store: Store, kind: Kind, path: Path) -> tuple[Kind, Field[object] | None]:
    """The kind at which a way ends, and the field there; None for what is no field."""
    for step in path[:-1]:
        declared = kind.fields.get(step)
        if not isinstance(declared, One):
            return kind, None
        kind = store.kind_of(declared.target)
    return kind, kind.fields.get(path[-1])
