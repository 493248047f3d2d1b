"""The records that ids stand for, as far as rights look at them: read in sets, one statement for each table."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bureau.engine.kinds import Kinds, parse_id
from bureau.kernel.actor import Actor
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.storage.database import Database
from bureau.storage.rights import Row, columns_of, load_parties, may_act
from bureau.storage.sql import among
from bureau.storage.tables import MERGED_INTO


@dataclass(frozen=True, slots=True)
class Standing:
    """A record: of which kind it is, its number, and the columns of its row by which rights go."""

    kind: Kind
    number: int
    is_void: bool
    row: Row

    def lets(self, actor: Actor, rule: Rule) -> bool:
        """Whether a rule lets the actor act on it, if they see it."""
        return may_act(actor, self.kind, rule, self.row)

    def is_seen(self, actor: Actor) -> bool:
        """Whether the actor sees it by their own rights."""
        return self.lets(actor, self.kind.read)


async def standing_records(database: Database, kinds: Kinds, identities: Iterable[str]) -> Mapping[str, Standing]:
    """By id, the record of a kind at the root that it stands for: that which another was merged into, where one was."""
    wanted: dict[Kind, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for identity in identities:
        name, number = parse_id(identity) or ("", 0)
        kind = kinds.of_type(name)
        if kind and kind.rooted:
            wanted[kind][number].append(identity)
    return {
        identity: found
        for kind, numbers in wanted.items()
        for number, found in await _rows(database, kinds, kind, numbers)
        for identity in numbers[number]
    }


async def _rows(
    database: Database, kinds: Kinds, kind: Kind, numbers: Collection[int]
) -> Iterable[tuple[int, Standing]]:
    concrete = kinds.concrete(kind)
    variants = [k.variant.field for k in concrete if k.variant]
    columns = tuple(dict.fromkeys((*(c for k in concrete for c in columns_of(k)), *variants)))
    of, values = among(database.dialect, "g.id", numbers)
    stands = f"coalesce(g.{MERGED_INTO}, g.id)" if kind.merges else "g.id"
    sql = (
        f"SELECT g.id, t.void_reason, {', '.join(f't.{column}' for column in columns)}"
        f" FROM {kind.table} g JOIN {kind.table} t ON t.id = {stands} WHERE {of}"
    )
    found = list(_standing(concrete, columns, await database.readers.fetch(sql, values)))
    for each in concrete:
        rows = [standing.row for _, standing in found if standing.kind is each]
        await load_parties(lambda sql, *ids: database.readers.fetch(sql, ids), database.dialect, each, rows)
    return found


def _standing(concrete: Iterable[Kind], columns: Iterable[str], rows: Iterable[Any]) -> Iterator[tuple[int, Standing]]:
    for asked, void_reason, *rest in map(tuple, rows):
        values = dict(zip(columns, rest, strict=True))
        for kind in concrete:
            if kind.variant is None or values[kind.variant.field] in kind.variant.values:
                yield asked, Standing(kind, values["id"], void_reason is not None, Row(values))
