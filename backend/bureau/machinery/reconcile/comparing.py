"""The comparison itself, in SQL: which rows are the same, what they say otherwise, and what only one side has."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.kernel.field import Field, One, Sealed, Text
from bureau.kernel.kind import Kind
from bureau.machinery.reconcile.difference import DifferenceType
from bureau.machinery.reconcile.register import Register, Use
from bureau.machinery.reconcile.staging import THEIRS, Compared
from bureau.storage.store import Store
from bureau.storage.tables import scope_columns
from bureau.storage.transaction import Transaction

OURS, MATCH, TWICE = "reconciling_ours", "reconciling_match", "reconciling_twice"


@dataclass(frozen=True, slots=True)
class Found:
    """One difference, as the comparison tells it."""

    type: DifferenceType
    field: Compared | None
    key: str
    """Who it is: our id, or the register's key as it was staged."""
    record: int | None
    unit: int | None
    label: str | None
    ours: str | None
    theirs: str | None
    lags: bool


class Comparison:
    """One comparison, inside one transaction; what it stages goes with `close`."""

    def __init__(
        self,
        store: Store,
        tx: Transaction,
        register: Register,
        kind: Kind,
        fields: Sequence[Compared],
        since: int | None,
    ) -> None:
        self._store, self._tx = store, tx
        self._register, self._kind, self._fields = register, kind, fields
        self._since = since
        """The first position of the export's day or later; None where nothing was written since."""
        self._keys = [one for one in fields if one.column.use is Use.KEY]
        self._unit = next((one for one in fields if one.column.use is Use.UNIT), None)
        self._label = next((one for one in fields if one.column.use is Use.LABEL), None)

    async def prepare(self) -> None:
        """Stage our side, and match the rows: by each key in its order, those with a repeated key not at all."""
        await self._tx.fetch(f"CREATE TEMP TABLE {OURS} AS {self._our_side()}")
        await self._tx.fetch(f"CREATE TEMP TABLE {MATCH} (line INTEGER NOT NULL, id BIGINT NOT NULL)")
        await self._tx.fetch(f"CREATE TEMP TABLE {TWICE} (line INTEGER NOT NULL, key TEXT NOT NULL)")
        await self._tx.fetch(f"CREATE INDEX {OURS}_id ON {OURS} (id)")
        await self._tx.fetch(f"CREATE INDEX {THEIRS}_line ON {THEIRS} (line)")
        for key in self._keys:
            await self._tx.fetch(
                f"""INSERT INTO {TWICE} SELECT line, {key.name} FROM {THEIRS} WHERE {key.name} IN (
                    SELECT {key.name} FROM {THEIRS} WHERE {key.name} IS NOT NULL
                    GROUP BY {key.name} HAVING count(*) > 1)"""
            )
        for key in self._keys:
            await self._tx.fetch(
                f"""INSERT INTO {MATCH} SELECT t.line, o.id
                FROM {THEIRS} AS t JOIN {OURS} AS o ON o.{key.name} = t.{key.name}
                WHERE t.line NOT IN (SELECT line FROM {MATCH}) AND o.id NOT IN (SELECT id FROM {MATCH})
                AND t.line NOT IN (SELECT line FROM {TWICE})"""
            )

    async def close(self) -> None:
        """Take the staged tables away."""
        for table in (THEIRS, OURS, MATCH, TWICE):
            await self._tx.fetch(f"DROP TABLE {table}")

    async def matched(self) -> int:
        """How many rows of the export are records of ours."""
        return int((await self._tx.fetch(f"SELECT count(*) FROM {MATCH}"))[0][0])

    async def covered(self) -> set[int] | None:
        """The units of which the export tells; None where it tells of all."""
        if self._unit is None:
            return None
        rows = await self._tx.fetch(
            f"SELECT DISTINCT u.id FROM unit AS u JOIN {THEIRS} AS t ON t.{self._unit.name} = u.code"
        )
        return {row[0] for row in rows}

    async def differences(self) -> list[Found]:
        """Everything that differs."""
        found = [one for field in self._fields for one in await self._field(field)]
        return [*found, *await self._only_here(), *await self._only_there(), *await self._ambiguous()]

    async def _field(self, field: Compared) -> Iterator[Found]:
        label = self._label.name if self._label else "NULL"
        rows = await self._tx.fetch(
            f"""SELECT o.id, o.unit_id, o.{field.name}, t.{field.name}, o.{field.name}_at, {_of("o", label)}
            FROM {MATCH} AS m JOIN {THEIRS} AS t ON t.line = m.line JOIN {OURS} AS o ON o.id = m.id
            WHERE {_plain(field, "o")} <> {_plain(field, "t")} AND t.unread NOT LIKE '%|{field.name}|%'
            ORDER BY o.id"""
        )
        return (
            Found(DifferenceType.FIELD, field, str(i), i, unit, name, ours, theirs, self._is_later(at))
            for i, unit, ours, theirs, at, name in rows
        )

    async def _only_here(self) -> Iterator[Found]:
        """Those that the register should have: of the units of which the export tells."""
        label = self._label.name if self._label else "NULL"
        within = ""
        if self._unit:
            within = f"AND o.unit_id IN (SELECT u.id FROM unit AS u JOIN {THEIRS} AS t ON t.{self._unit.name} = u.code)"
        keys = ", ".join(f"o.{key.name}" for key in self._keys)
        rows = await self._tx.fetch(
            f"""SELECT o.id, o.unit_id, o.at, {_of("o", label)} FROM {OURS} AS o
            WHERE o.is_present = 1 AND o.id NOT IN (SELECT id FROM {MATCH}) {within}
            AND NOT EXISTS (SELECT 1 FROM {TWICE} AS w WHERE w.key IN ({keys})) ORDER BY o.id"""
        )
        return (
            Found(DifferenceType.ONLY_HERE, None, str(i), i, unit, name, None, None, self._is_later(at))
            for i, unit, at, name in rows
        )

    async def _only_there(self) -> Iterator[Found]:
        rows = await self._tx.fetch(
            f"""SELECT {self._their_key()}, {self._their_unit()}, {self._their_label()} FROM {THEIRS} AS t
            WHERE t.line NOT IN (SELECT line FROM {MATCH}) AND t.line NOT IN (SELECT line FROM {TWICE})
            AND {self._their_key()} IS NOT NULL ORDER BY t.line"""
        )
        return (
            Found(DifferenceType.ONLY_THERE, None, key, None, unit, name, None, None, lags=False)
            for key, unit, name in rows
        )

    async def _ambiguous(self) -> Iterator[Found]:
        rows = await self._tx.fetch(
            f"""SELECT w.key, min({self._their_unit()}), min({self._their_label()})
            FROM {TWICE} AS w JOIN {THEIRS} AS t ON t.line = w.line GROUP BY w.key ORDER BY min(t.line)"""
        )
        return (
            Found(DifferenceType.AMBIGUOUS, None, key, None, unit, name, None, None, lags=False)
            for key, unit, name in rows
        )

    def _their_key(self) -> str:
        keys = [f"t.{key.name}" for key in self._keys]
        return keys[0] if len(keys) == 1 else f"coalesce({', '.join(keys)})"

    def _their_unit(self) -> str:
        return f"(SELECT u.id FROM unit AS u WHERE u.code = t.{self._unit.name})" if self._unit else "NULL"

    def _their_label(self) -> str:
        return f"t.{self._label.name}" if self._label else "NULL"

    def _is_later(self, position: int) -> bool:
        return self._since is not None and position >= self._since

    def _our_side(self) -> str:
        """Our records as rows of texts, each beside the position of its last change."""
        kind, relations = self._kind, self._relations()
        scope = scope_columns(kind)
        assert scope is not None
        columns = [f"r.id AS id, r.{scope[1]} AS unit_id, r.position AS at, {self._is_present()} AS is_present"]
        for one in self._fields:
            head, _, rest = one.path.partition(".")
            alias = f"j_{head}" if rest or isinstance(kind.fields[head], One) else "r"
            columns.append(
                f"{self._text(one, alias)} AS {one.name}, {alias if rest else 'r'}.position AS {one.name}_at"
            )
        joins = " ".join(
            f"LEFT JOIN {declared.target.about.table} AS j_{name} ON j_{name}.id = r.{name}_id"
            for name, declared in relations.items()
        )
        variant = ""
        if kind.variant:
            variant = f" AND r.{kind.variant.field} IN ({_texts(sorted(kind.variant.values))})"
        return f"SELECT {', '.join(columns)} FROM {kind.table} AS r {joins} WHERE r.void_reason IS NULL{variant}"

    def _relations(self) -> Mapping[str, One[Any]]:
        heads = dict.fromkeys(one.path.partition(".")[0] for one in self._fields)
        return {head: f for head in heads if isinstance(f := self._kind.fields[head], One)}

    def _is_present(self) -> str:
        """Whether the register should have a record, as 1 or 0."""
        tests = [f"r.{path} IN ({_texts(values)})" for path, values in self._register.present.items()]
        return f"CASE WHEN {' AND '.join(tests)} THEN 1 ELSE 0 END" if tests else "1"

    def _text(self, one: Compared, alias: str) -> str:
        declared: Field[Any] = one.declared
        if isinstance(declared, One):
            key = self._store.kind_of(declared.target).key_field
            assert key is not None
            return f"{alias}.{key.column.name}"
        if isinstance(declared, Sealed):
            digest = f"{alias}.{declared.columns[1].name}"
            return f"encode({digest}, 'hex')" if self._tx.dialect == "postgres" else f"lower(hex({digest}))"
        return f"CAST({alias}.{declared.column.name} AS TEXT)"


def _texts(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)


def _plain(field: Compared, table: str) -> str:
    """A value as it is compared: blanks in a name are a manner of writing it."""
    text = f"coalesce({table}.{field.name}, '')"
    return f"replace({text}, ' ', '')" if isinstance(field.declared, Text) and field.declared.of_person else text


def _of(table: str, name: str) -> str:
    return name if name == "NULL" else f"{table}.{name}"
