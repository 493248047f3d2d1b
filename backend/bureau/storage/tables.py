"""From kinds to tables: every column, index and check follows from what the kinds declare."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from bureau.kernel.field import (
    Column,
    ColumnType,
    Field,
    One,
    Sealed,
    Span,
    Text,
)
from bureau.kernel.kind import Clock, Distinct, Follows, Kind, Stays, Tree

_ID = Column("id", ColumnType.ID)

SYSTEM_COLUMNS = (
    _ID,
    Column("version", ColumnType.INTEGER),
    Column("position", ColumnType.INTEGER),
    Column("void_reason", ColumnType.TEXT, null=True),
)
SEARCH = Column("search", ColumnType.KEY)
"""What a record is found by, folded: its names, their initials, its codes."""

COUNTY = Column("county_id", ColumnType.ID, null=True)
"""The county bureau above a record; empty where the city's own bureau is directly above it."""

MERGED_INTO = "merged_into_id"
"""The record into which a void one was merged, where its kind merges; never one that was merged itself."""

IDENTITY = ("id", "position", MERGED_INTO)
"""What says which record a row is of, and nothing of the record."""

UNIT = Column("unit_id", ColumnType.ID, null=True)
"""The unit to which a record belongs through its subject."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index; a partial one says for which rows."""

    table: str
    columns: tuple[str, ...]
    unique: bool = False
    where: str = ""
    grams: bool = False
    """Whether it finds what stands anywhere in the columns' texts, be it two characters, not their values."""

    @property
    def name(self) -> str:
        """A name that follows from what it is, at most 63 bytes long."""
        kind = "uq" if self.unique else "gx" if self.grams else "ix"
        name = f"{kind}_{self.table}_{'_'.join(self.columns)}"
        if len(name) <= 63:
            return name
        return f"{name[:54]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class Carried:
    """A column that repeats one of a related record, so that lists can be cut and ordered by an index."""

    column: Column
    relation: str
    """The column here that holds the related record's id."""
    source_table: str
    source_column: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what the migrations must bring about and what the engine may rely on."""

    name: str
    columns: tuple[Column, ...]
    indexes: tuple[Index, ...] = ()
    required: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """Columns that only some variants must have: column, variant column, variant values."""
    carried: tuple[Carried, ...] = ()
    history: bool = True
    secret: frozenset[str] = frozenset()
    """Columns that never enter a history image."""
    past_indexes: tuple[Index, ...] = ()
    """Those of the twin: a list as it stood is cut and ordered there as it is here."""
    append_only: bool = False
    """Whether rows are added and never changed, which a trigger sees to."""
    removed_by: Literal["DELETE", "TRUNCATE", None] = field(default=None, compare=False)
    """What takes rows away again where that is what they are for; None where none ever goes."""
    is_queried: bool = field(default=False, compare=False)
    """Whether queries of the API read it."""
    hidden: frozenset[str] = field(default=frozenset(), compare=False)
    """Columns that queries of the API never name: what is secret, and what is internal."""
    is_guarded: bool = field(default=False, compare=False)
    """Whether its rows are of persons and lie in counties, at which the database cuts them too; see `guard`."""
    parties: tuple[str, str] | None = field(default=None, compare=False)
    """Where units are that take part in its rows, whose counties count there: a table, and its column of a row's id."""

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @property
    def history_name(self) -> str:
        return f"{self.name}_history"

    @property
    def history_columns(self) -> tuple[Column, ...]:
        """Those of the twin: what the row was, and the position at which it ceased to be so."""
        kept = tuple(replace(c, references=None) for c in self.columns if c.name not in self.secret)
        return (*kept, Column("until_position", ColumnType.INTEGER))


def sort_column(name: str, of: Field[Any]) -> Column:
    """The column that orders a field: its own, its sort key where it is free text, the start where it is a period."""
    if isinstance(of, Span):
        return replace(of.columns[0], name=f"{name}_from")
    if isinstance(of, Text) and of.column_type is ColumnType.TEXT:
        return Column(f"{name}_sort", ColumnType.KEY, of.null)
    return replace(of.column, name=name)


@dataclass
class _Builder:
    name: str
    columns: dict[str, Column] = field(default_factory=dict)
    indexes: dict[tuple[str, ...], Index] = field(default_factory=dict)
    required: list[tuple[str, str, tuple[str, ...]]] = field(default_factory=list)
    carried: dict[str, Carried] = field(default_factory=dict)
    secret: set[str] = field(default_factory=set)
    internal: set[str] = field(default_factory=set)
    history: bool = True
    is_removed: bool = False
    is_queried: bool = False
    is_guarded: bool = False
    parties: tuple[str, str] | None = None

    def add(self, column: Column) -> None:
        self.columns.setdefault(column.name, column)

    def index(self, *columns: str, unique: bool = False, where: str = "", grams: bool = False) -> None:
        known = self.indexes.get(columns)
        if columns != ("id",) and not (known and known.unique):
            self.indexes[columns] = Index(self.name, columns, unique, where, grams)

    def carry(self, column: Column, relation: str, source_table: str, source_column: str) -> None:
        self.add(column)
        self.carried[column.name] = Carried(column, relation, source_table, source_column)

    def build(self) -> Table:
        table = Table(
            self.name,
            tuple(self.columns.values()),
            tuple(self.indexes.values()),
            tuple(self.required),
            tuple(self.carried.values()),
            self.history,
            secret=frozenset(self.secret),
            removed_by="DELETE" if self.is_removed else None,
            is_queried=self.is_queried,
            hidden=frozenset(self.secret | self.internal),
            is_guarded=self.is_guarded,
            parties=self.parties,
        )
        return replace(table, past_indexes=_past_indexes(table)) if self.history else table


def _past_indexes(table: Table) -> tuple[Index, ...]:
    by_id = Index(table.history_name, ("id", "position"))
    others = (
        replace(index, table=table.history_name, unique=False)
        for index in table.indexes
        if not index.grams and not table.secret & set(index.columns)
    )
    return (by_id, *others)


def scope_columns(kind: Kind) -> tuple[str, str] | None:
    """The columns by which scope cuts a kind: the county's, and the unit's own."""
    match kind.scope:
        case Tree():
            return (COUNTY.name, "id")
        case Stays(unit):
            return (COUNTY.name, f"{unit}_id")
        case Follows():
            return (COUNTY.name, UNIT.name)
        case None:
            return None


def owner_column(kind: Kind) -> Column | None:
    """The column that says whose own a record is; None where no account owns any."""
    return kind.fields[kind.owner].column if kind.owner else None


def kin_column(kind: Kind) -> tuple[Column, str] | None:
    """The column by which guardians see a kind, and which of theirs its value is one of; None where they see none."""
    if kind.kin is None:
        return None
    relation, which = kind.kin
    return kind.fields[relation].column if relation else _ID, which


def headed_column(kind: Kind) -> Column | None:
    """The column that says of which class a row is, by which its head teacher sees it; None where no such one does."""
    if kind.headed is None:
        return None
    return kind.fields[kind.headed].column if kind.headed else _ID


def scope_relation(kind: Kind) -> One[Any]:
    """The relation through which a kind gets its scope."""
    match kind.scope:
        case Tree(parent=name) | Stays(name) | Follows(name):
            relation = kind.fields[name]
            assert isinstance(relation, One)
            return relation
    raise ValueError(f"{kind.name} has no scope")


def distincts(kind: Kind) -> tuple[Distinct, ...]:
    """The sets of several fields whose values no two live records share."""
    key = (Distinct(kind.natural_key, kind.natural_key[0]),) if len(kind.natural_key) > 1 else ()
    return (*key, *kind.distinct)


def clock_column(kind: Kind, clock: Clock) -> Column:
    """The column with the day on which a clock's time is over."""
    head, _, part = clock.path.partition(".")
    columns = kind.fields[head].columns
    return columns[1] if part == "until" else columns[0]


def path_column(kind: Kind, path: str) -> Column:
    """The column that orders or filters by a path, a field or one over a relation, on the kind's own table."""
    head, _, rest = path.partition(".")
    if not rest:
        return sort_column(head, kind.fields[head])
    relation = kind.fields[head]
    assert isinstance(relation, One)
    column = sort_column(f"{head}_{rest}", relation.target.about.fields[rest])
    return replace(column, null=column.null or relation.null)


def filter_column(kind: Kind, path: str) -> Column:
    """The column on the kind's own table that is compared where lists are filtered by a path."""
    head, _, rest = path.partition(".")
    if not rest:
        return kind.fields[head].column
    relation = kind.fields[head]
    assert isinstance(relation, One)
    column: Column = relation.target.about.fields[rest].column
    return replace(column, name=f"{head}_{column.name}", null=True)


def tables(kinds: Iterable[Kind]) -> dict[str, Table]:
    """All tables of a set of kinds, by name; kinds that share a table are brought together."""
    kinds = tuple(kinds)
    by_record = {kind.record: kind for kind in kinds}
    reached = {kind.table for kind in kinds if _is_reached(kind, kinds)}
    builders: dict[str, _Builder] = {}
    for kind in kinds:
        builder = builders.setdefault(kind.table, _Builder(kind.table, history=kind.history))
        builder.is_removed |= kind.removed
        builder.is_queried |= kind.table in reached
        builder.is_guarded |= kind.personal and kind.scope is not None and kind.table in reached
        if kind.parties and not kind.parties.of:
            parties = kind.parties.record.about
            builder.parties = parties.table, parties.fields[kind.parties.relation].column.name
        for column in SYSTEM_COLUMNS:
            builder.add(column)
        if kind.merges:
            builder.add(Column(MERGED_INTO, ColumnType.ID, null=True, references=kind.table))
            builder.index(MERGED_INTO, where=f"{MERGED_INTO} IS NOT NULL")
        _add_fields(builder, kind)
        _add_scope(builder, kind, by_record)
        _add_paths(builder, kind)
        _add_search(builder, kind)
        _add_indexes(builder, kind)
    return {name: builder.build() for name, builder in builders.items()}


def _is_reached(kind: Kind, kinds: Iterable[Kind]) -> bool:
    """Whether queries come to records of a kind: at the root, or by a relation that leads to them or back to them."""
    relations = [declared for other in kinds for declared in other.fields.values() if isinstance(declared, One)]
    return (
        kind.read.public
        or kind.read.admits_some
        or any(one.target is kind.record and not one.internal for one in relations)
        or any(isinstance(declared, One) and declared.back for declared in kind.fields.values())
    )


def _add_fields(builder: _Builder, kind: Kind) -> None:
    inherited = kind.base.fields if kind.base else {}
    for name, declared in kind.fields.items():
        if name in inherited:
            continue
        for column in declared.columns:
            if kind.variant and not column.null:
                values = tuple(sorted(kind.variant.values))
                builder.required.append((column.name, kind.variant.field, values))
            builder.add(replace(column, null=True) if kind.variant else column)
        if isinstance(declared, Sealed):
            sealed, digest, _mask = declared.columns
            builder.secret |= {sealed.name, digest.name}
        if declared.secret:
            builder.secret |= {column.name for column in declared.columns}
        if declared.internal and not isinstance(declared, One):  # whose own a record is, queries compare
            builder.internal |= {column.name for column in declared.columns}


def _add_scope(builder: _Builder, kind: Kind, by_record: dict[Any, Kind]) -> None:
    if kind.scope is None:
        return
    relation = scope_relation(kind)
    builder.carry(COUNTY, relation.column.name, relation.target.about.table, COUNTY.name)
    if isinstance(kind.scope, Follows):
        subject = scope_columns(by_record[relation.target])
        if not subject:
            raise ValueError(f"{kind.name} follows {relation.name}, which has no scope")
        if any(column.name == UNIT.name for declared in kind.fields.values() for column in declared.columns):
            raise ValueError(f"{kind.name} follows {relation.name}, whose unit would overwrite its own")
        builder.carry(UNIT, relation.column.name, relation.target.about.table, subject[1])


def _add_paths(builder: _Builder, kind: Kind) -> None:
    for path in dict.fromkeys((*kind.order, *kind.filter, *kind.group)):
        head, _, rest = path.partition(".")
        declared = kind.fields[head]
        if not rest:
            if path in kind.order:
                builder.add(sort_column(head, declared))
            continue
        assert isinstance(declared, One)
        target = declared.target.about
        source = sort_column(rest, target.fields[rest]) if path in kind.order else target.fields[rest].column
        column = Column(f"{head}_{source.name}", source.type, source.null or declared.null)
        builder.carry(column, f"{head}_id", target.table, source.name)


def _add_search(builder: _Builder, kind: Kind) -> None:
    if kind.search:
        builder.add(SEARCH)
    for name in kind.search:
        relation = kind.fields[name]
        if isinstance(relation, One):
            column = Column(f"{name}_{SEARCH.name}", ColumnType.KEY, relation.null)
            builder.carry(column, relation.column.name, relation.target.about.table, SEARCH.name)
    if kind.search:
        builder.index(*(column.name for column in search_columns(kind)), grams=True)


def search_columns(kind: Kind, but: Collection[str] = ()) -> tuple[Column, ...]:
    """The columns the search box looks in, without those for what finds records that these relations lead to."""
    related = (name for name in kind.search if isinstance(kind.fields[name], One) and name not in but)
    carried = (Column(f"{name}_{SEARCH.name}", ColumnType.KEY, kind.fields[name].null) for name in related)
    return (SEARCH, *carried) if kind.search else ()


_COUNTED = ("id", "void_reason")
"""With these, an index alone tells how many live records there are."""


def _add_indexes(builder: _Builder, kind: Kind) -> None:
    live = "void_reason IS NULL"
    inherited = kind.base.fields if kind.base else {}
    for name, declared in kind.fields.items():
        if declared.unique and name not in inherited:
            column = declared.columns[1] if isinstance(declared, Sealed) else declared.columns[0]
            builder.index(column.name, unique=True, where=live if declared.unique == "live" else "")
        elif isinstance(declared, Sealed) and name not in inherited:  # whoever holds it is looked for by its value
            builder.index(declared.columns[1].name, where=f"{declared.columns[1].name} IS NOT NULL")
        if isinstance(declared, One) and not declared.unique:
            builder.index(declared.column.name, *_COUNTED)
    for distinct in distincts(kind):
        columns = (kind.fields[name].columns[0].name for name in distinct.fields)
        builder.index(*columns, unique=True, where=live)
    for clock in kind.clocks:
        builder.index(clock_column(kind, clock).name)
    scopes = [column for column in scope_columns(kind) or () if column != "id"]
    scopes += [owner.name] if (owner := owner_column(kind)) else []
    for path in ("", *kind.order):
        if path:
            builder.index(path_column(kind, path).name, "id")
        for scope in scopes:
            builder.index(scope, *((path_column(kind, path).name, "id") if path else _COUNTED))
    for path in kind.index:
        for scope in scopes:
            builder.index(scope, path_column(kind, path).name, _COUNTED[1])
    for path in kind.filter:
        compared = filter_column(kind, path).name
        if not any(index.columns[0] == compared and not index.where for index in builder.indexes.values()):
            builder.index(compared)
