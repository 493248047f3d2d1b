"""The planner: a selection and what the actor sees become a plan."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from bureau.engine.filters import Filters, alive, identity_number, on_day, param, something_sought
from bureau.engine.groups import group_column, group_name, groupings
from bureau.engine.kinds import Kinds, parse_id
from bureau.engine.paging import Window, beyond, group_window, hits, up_to, window
from bureau.engine.scope import Place, Sight, every, own_column, some
from bureau.engine.selection import (
    Arguments,
    Connection,
    EdgePart,
    Edges,
    Given,
    GroupCount,
    GroupKey,
    GroupPart,
    Groups,
    GroupSum,
    Language,
    Leaf,
    Node,
    Nodes,
    PageInfo,
    Part,
    Root,
    RootConstant,
    RootMany,
    RootNodes,
    RootOne,
    RootSearch,
    RootSummary,
    Shape,
    Summary,
    Summed,
    Time,
    ToMany,
    ToOne,
    Total,
    TypeName,
)
from bureau.engine.tree import (
    Always,
    AmongConstants,
    AmongParam,
    Anchor,
    Col,
    Compare,
    Count,
    Cursor,
    Each,
    Grouped,
    How,
    If,
    IsNull,
    Json,
    Listed,
    Lists,
    Never,
    Object,
    One,
    Order,
    Page,
    PageFact,
    Param,
    Past,
    Predicate,
    Rows,
    Same,
    Scalar,
    Stands,
    Switch,
    Value,
    conjuncts,
    summed,
)
from bureau.engine.values import column_value, field_value, unless_null
from bureau.engine.withheld import Reason
from bureau.kernel.actor import Actor
from bureau.kernel.errors import NotAllowed
from bureau.kernel.field import ColumnType, Field, Scaled, Sealed
from bureau.kernel.field import One as Relation
from bureau.kernel.kind import Kind
from bureau.storage.tables import IDENTITY, MERGED_INTO

_NULL = Json("null")

MOST_FORMER = 100
"""Former ids that are told of a record."""


class Planner:
    """Plans the root fields of one operation for one shape of actor; aliases are its own."""

    def __init__(self, kinds: Kinds, actor: Actor, language: Language, *, sees_past: bool = False) -> None:
        self._kinds = kinds
        self._sight = Sight(actor, kinds)
        self._language = language
        self._sees_past = sees_past
        self._numbers = count()
        self._filters = Filters(kinds, self._sight, self._alias, self._rows_of, self._in_force, self._stands)
        self._time = Time()
        self._path: list[str] = []
        self.anchors: list[Anchor | Param] = []
        """The rows that cursors of this operation stand for, each of which must be there, or the cursor is refused;
        of a cursor of groups, the number, which is negative for one to be refused."""
        self.is_scanning = False
        """Whether it may read many more rows than it answers with, so that only the database knows what it costs."""
        self.withheld: dict[tuple[str, ...], Reason] = {}
        """The fields, by their response keys, that the actor may not read, of any record or of some."""

    def root(self, root: Root) -> Value:
        """The plan of one root field."""
        self._time = root.time
        with self._at(root.key):
            return self._root(root)

    def _root(self, root: Root) -> Value:
        match root:
            case RootOne():
                return self._root_one(root)
            case RootMany(kind=kind, arguments=arguments, connection=connection):
                return self._page(kind, arguments, connection, Always(), None)
            case RootSummary(kind=kind, arguments=arguments, summary=summary):
                return self._summary(kind, arguments, summary, Always(), None)
            case RootNodes(records=records):
                return Listed(tuple(self._root_one(r) if r else _NULL for r in records))
            case RootSearch():
                return self._root_search(root)
            case RootConstant(json=json):
                return Json(json)

    @contextlib.contextmanager
    def _at(self, key: str) -> Iterator[None]:
        """What is planned meanwhile stands in the response under `key`."""
        self._path.append(key)
        yield
        self._path.pop()

    def _alias(self, table: str) -> str:
        return f"{table[:1]}{next(self._numbers)}"

    def _root_one(self, root: RootOne) -> Value:
        accepted = self._kinds.accepts(root.kind)
        parsed = parse_id(str(root.identity.value))
        if parsed is None or parsed[0] not in accepted:
            return _NULL
        alias = self._alias(root.kind.table)
        identity = Col(alias, "id", ColumnType.ID, False)
        wanted = self._stands(root.kind, identity, param(root.identity, ColumnType.ID, _id_of(accepted)))
        place, shared = self._sight.place(root.kind, alias), self._sight.shared(accepted, alias)
        if place and not isinstance(shared, Never):
            place = replace(place, read=None)  # what the grants show of other rows says nothing of this one
        where = every(wanted, some(self._sight.rows(root.kind, alias), shared))
        value = self._record(root.kind, alias, root.shape, place)
        return _NULL if isinstance(where, Never) else One(self._rows_of(root.kind, alias, where, False), value)

    def _root_search(self, root: RootSearch) -> Value:
        """The first page of each kind's list, of those of whose records the actor sees any."""
        arguments = {"search": root.arguments["text"], "first": Given(hits(root.arguments))}
        sought = something_sought(root.arguments["text"])
        pages = []
        for kind, shape in root.shapes:
            page = self._page(kind, arguments, Connection(()), sought, None)
            if not isinstance(page.rows.where, Never):
                alias = page.rows.alias
                record = self._record(kind, alias, shape, self._sight.place(kind, alias))
                pages.append(replace(page, value=Each(record, bare=True)))
        return Lists(tuple(pages)) if pages else Json("[]")

    # Records ----------------------------------------------------------------------------------------------------

    def _record(self, kind: Kind, alias: str, shape: Shape, place: Place | None) -> Value:
        """The object of one row; of a base kind it depends on which kind the row is of."""
        objects = [(k, self._fields(k, alias, nodes, place)) for k, nodes in shape.of]
        if len(objects) == 1 and objects[0][0] is kind:
            return objects[0][1]
        variants = [(k.variant, obj) for k, obj in objects if k.variant]
        column = Col(alias, variants[0][0].field, ColumnType.PLAIN, False)
        return Switch(column, tuple((tuple(sorted(v.values)), obj) for v, obj in variants))

    def _fields(self, kind: Kind, alias: str, nodes: Iterable[Node], place: Place | None) -> Object:
        fields: list[tuple[str, Value]] = []
        for node in nodes:
            with self._at(node.key):
                fields.append((node.key, self._node(kind, alias, node, place)))
        return Object(tuple(fields))

    def _node(self, kind: Kind, alias: str, node: Node, place: Place | None) -> Value:
        match node:
            case TypeName():
                return self._of_kind(kind, alias, lambda k: Json(f'"{k.type_name}"'))
            case Leaf(name="id"):
                identity = Col(alias, "id", ColumnType.ID, False)
                return self._of_kind(kind, alias, lambda k: Scalar(identity, How.PLAIN, prefix=f"{k.type_name}:"))
            case Leaf():
                return self._leaf(kind, alias, node, place)
            case ToOne(name=name, shape=shape):
                return self._to_one(kind, alias, name, shape, place)
            case ToMany(kind=other, relation=relation, arguments=arguments, connection=connection):
                link = self._link(other, relation, alias)
                return self._page(other, arguments, connection, link, place)
            case Summed(kind=other, relation=relation, arguments=arguments, summary=summary):
                return self._summary(other, arguments, summary, self._link(other, relation, alias), place)

    def _of_kind(self, kind: Kind, alias: str, value: Callable[[Kind], Value]) -> Value:
        """What depends on the kind of a row: known, or to be told from the row where a base kind is asked for."""
        variants = [(k.variant, value(k)) for k in self._kinds.concrete(kind) if k.variant]
        if not kind.abstract:
            return value(kind)
        column = Col(alias, variants[0][0].field, ColumnType.PLAIN, False)
        return Switch(column, tuple((tuple(sorted(variant.values)), v) for variant, v in variants))

    def _leaf(self, kind: Kind, alias: str, leaf: Leaf, place: Place | None) -> Value:
        match leaf.name:
            case "version":
                return Scalar(Col(alias, "version", ColumnType.INTEGER, False), How.NUMBER)
            case "void_reason":
                return Scalar(Col(alias, "void_reason", ColumnType.TEXT), How.TEXT)
            case "former_ids":
                return self._former_ids(kind, alias)
        declared = kind.fields[leaf.name]
        seen = self._sight.field(declared.read, place)
        return self._shown(
            seen, lambda: field_value(alias, declared, leaf, self._language, self._revealed(declared, alias, place))
        )

    def _revealed(self, declared: Field[Any], alias: str, place: Place | None) -> Predicate:
        """Where a field may be had in the clear; never as it stood in the past, of which nothing sealed is kept."""
        if not isinstance(declared, Sealed) or self._time.as_of is not None:
            return Never()
        return self._sight.revealed(declared, alias, place)

    def _former_ids(self, kind: Kind, alias: str) -> Page:
        """The ids of the records that were merged into the row."""
        other = self._alias(kind.table)
        own = Col(other, "id", ColumnType.ID, False)
        merged = Same(Col(other, MERGED_INTO, ColumnType.ID), Col(alias, "id", ColumnType.ID, False))
        rows = self._identities(kind, other, merged)
        each = Each(Scalar(own, How.PLAIN, prefix=f"{kind.type_name}:"))
        return Page(rows, Order(None, own), MOST_FORMER, False, False, each)

    def _shown(self, seen: Predicate, value: Callable[[], Value]) -> Value:
        """A value where it may be read, null elsewhere; what is withheld so is told."""
        if isinstance(seen, Always):
            return value()
        self.withheld[tuple(self._path)] = Reason.EVERYWHERE if isinstance(seen, Never) else Reason.IN_PLACES
        return _NULL if isinstance(seen, Never) else If(seen, value())

    def _to_one(self, kind: Kind, alias: str, name: str, shape: Shape, place: Place | None) -> Value:
        declared = kind.fields[name]
        seen = self._sight.field(declared.read, place)
        target = self._kinds.target(kind, name)
        other = self._alias(target.table)
        key = declared.column
        rows = self._sight.rows(target, other, reached=place is not None)
        where = every(Same(Col(other, "id", ColumnType.ID, False), Col(alias, key.name, key.type, key.null)), rows)
        if isinstance(where, Never):
            return self._shown(where, lambda: _NULL)
        if isinstance(seen, Always) and _is_sure(rows, target) and _asks_only_who(shape):
            return self._who(Col(alias, key.name, key.type, key.null), target, shape)

        def related() -> Value:
            inner = self._record(target, other, shape, self._sight.place(target, other) or place)
            return One(self._rows_of(target, other, where, place is not None), inner)

        return self._shown(seen, related)

    def _who(self, key: Col, target: Kind, shape: Shape) -> Value:
        """The id of a related record, which this row has itself."""
        ((_, nodes),) = shape.of
        identity = Scalar(replace(key, null=False), How.PLAIN, prefix=f"{target.type_name}:")
        fields = tuple((n.key, Json(f'"{target.type_name}"') if isinstance(n, TypeName) else identity) for n in nodes)
        return unless_null(key, Object(fields))

    def _link(self, other: Kind, relation: str, alias: str) -> "_Link":
        return _Link(other.fields[relation].column.name, Col(alias, "id", ColumnType.ID, False))

    # Lists ------------------------------------------------------------------------------------------------------

    def _rows(self, kind: Kind, arguments: Arguments, link: "Predicate | _Link", place: Place | None) -> Rows:
        """The rows of a list that the actor sees and the filter lets through."""
        alias = self._alias(kind.table)
        joined = Same(Col(alias, link.column, ColumnType.ID), link.to) if isinstance(link, _Link) else link
        given = arguments.get("filter")
        seen = self._sight.rows(kind, alias, reached=place is not None)
        sifted = self._filters.predicate(kind, alias, given, reached=place is not None)
        sought = self._filters.found(kind, alias, arguments.get("search"))
        in_force = self._in_force(kind, alias)
        if not all(_is_indexed(condition) for condition in (*conjuncts(sifted), *conjuncts(in_force))):
            self.is_scanning = True
        where = every(joined, alive(alias, given), seen, sifted, sought, in_force)
        return self._rows_of(kind, alias, where, place is not None)

    def _in_force(self, kind: Kind, alias: str) -> Predicate:
        return on_day(kind, alias, self._time.on)

    def _rows_of(self, kind: Kind, alias: str, where: Predicate, reached: bool) -> Rows:
        """Rows of a kind's table, as they are or, where a time gone by is asked for, as they stood then."""
        return self._standing(kind, alias, where, lambda: self._today(kind, alias, reached))

    def _stands(self, kind: Kind, column: Col, identity: Param) -> Predicate:
        """That a column holds the id of a record of `kind`, or of the one it was merged into; of any of a list's."""
        if not kind.merges:
            return AmongParam(column, identity) if identity.many else Compare(column, "=", identity)
        alias = self._alias(kind.table)
        own = Col(alias, "id", ColumnType.ID, False)
        where = AmongParam(own, identity) if identity.many else Compare(own, "=", identity)
        return Stands(column, identity, self._identities(kind, alias, where))

    def _identities(self, kind: Kind, alias: str, where: Predicate) -> Rows:
        """Rows that are asked which record they are of, whoever asks."""
        rows = self._standing(kind, alias, where, lambda: None)
        past = rows.past and replace(rows.past, columns=IDENTITY)
        return replace(rows, past=past, columns=IDENTITY, is_identity=True)

    def _standing(self, kind: Kind, alias: str, where: Predicate, today: Callable[[], Rows | None]) -> Rows:
        table = self._kinds.tables[kind.table]
        columns = tuple(column.name for column in table.columns if column.name not in table.hidden)
        if self._time.as_of is None or not table.history:
            return Rows(kind.table, alias, where, columns=columns if table.hidden else ())
        position = param(self._time.as_of, ColumnType.INTEGER)
        past = Past(replace(position, is_moment=True), columns, today())
        return Rows(kind.table, alias, where, past)

    def _today(self, kind: Kind, alias: str, reached: bool) -> Rows | None:
        """The present row of a past one: the past shows only of what is seen today too."""
        other = self._alias(kind.table)
        seen = self._sight.rows(kind, other, reached=reached)
        if self._sees_past or _is_sure(seen, kind):
            return None
        same = Same(Col(other, "id", ColumnType.ID, False), Col(alias, "id", ColumnType.ID, False))
        return Rows(kind.table, other, every(same, seen))

    def _window(self, kind: Kind, alias: str, arguments: Arguments) -> Window:
        """The part of a list that is asked for; raises NotAllowed for an order by what is not known of."""
        asked = window(kind, alias, arguments)
        if asked.relation and not self._sight.knows(self._kinds.target(kind, asked.relation)):
            raise NotAllowed
        return asked

    def _page(
        self, kind: Kind, arguments: Arguments, connection: Connection, link: "Predicate | _Link", place: Place | None
    ) -> Page:
        rows = self._rows(kind, arguments, link, place)
        asked = self._window(kind, rows.alias, arguments)
        reached = place is not None
        anchor_alias = self._alias(kind.table)
        anchors = self._sight.rows(kind, anchor_alias, reached=reached)
        cut = beyond(asked, self._rows_of(kind, anchor_alias, anchors, reached))
        where = rows.where
        if cut is not None:
            self.anchors.append(cut.anchor)
            where = every(where, cut)
        here = self._sight.place(kind, rows.alias) or place
        fields: list[tuple[str, Value]] = []
        for entry in connection.entries:
            with self._at(entry.key):
                match entry:
                    case TypeName(key, name):
                        fields.append((key, Json(f'"{name}"')))
                    case Total(key, given):
                        fields.append((key, self._total(kind, arguments, link, place, given)))
                    case Nodes(key, shape):
                        fields.append((key, Each(self._record(kind, rows.alias, shape, here))))
                    case Edges(key, parts):
                        fields.append((key, Each(self._edge(kind, rows.alias, parts, asked.fingerprint, here))))
                    case PageInfo(key, parts):
                        fields.append((key, _page_info(parts, asked.fingerprint)))
        return Page(
            replace(rows, where=where),
            asked.order,
            asked.limit,
            asked.backward,
            asked.anchor is not None,
            Object(tuple(fields)),
            self._lead(kind, rows.alias, where) if asked.order.column is None else None,
        )

    def _total(
        self, kind: Kind, arguments: Arguments, link: "Predicate | _Link", place: Place | None, given: Arguments
    ) -> Count:
        most = up_to(given)
        self.is_scanning = self.is_scanning or most is None
        return Count(self._rows(kind, arguments, link, place), most)

    def _lead(self, kind: Kind, alias: str, where: Predicate) -> Compare | None:
        """The condition that keeps the rows to one county, unit or account, where there is one."""
        place = self._sight.place(kind, alias)
        columns = {place.county, place.unit} if place else {own_column(kind, alias)} if kind.owner else set()
        for condition in conjuncts(where):
            if isinstance(condition, Compare) and condition.column in columns and condition.column.name != "id":
                return condition
        return None

    def _edge(
        self, kind: Kind, alias: str, parts: Iterable[EdgePart | TypeName], fingerprint: str, place: Place | None
    ) -> Value:
        fields: list[tuple[str, Value]] = []
        for part in parts:
            if isinstance(part, TypeName):
                fields.append((part.key, Json(f'"{part.name}"')))
            elif part.shape is None:
                fields.append((part.key, Cursor(fingerprint, Col(alias, "id", ColumnType.ID, False))))
            else:
                with self._at(part.key):
                    fields.append((part.key, self._record(kind, alias, part.shape, place)))
        return Object(tuple(fields))

    # Summaries --------------------------------------------------------------------------------------------------

    def _summary(
        self, kind: Kind, arguments: Arguments, summary: Summary, link: "Predicate | _Link", place: Place | None
    ) -> Value:
        rows = self._rows(kind, arguments, link, place)
        self.is_scanning = True
        by = tuple(dict.fromkeys(given.value for given in arguments.get("by") or ()))
        columns = {path: group_column(kind, rows.alias, path) for path in (self._grouping(kind, name) for name in by)}
        asked = group_window(kind, by, arguments)
        if asked.after is not None:
            self.anchors.append(asked.after)
        fields: list[tuple[str, Value]] = []
        for entry in summary.entries:
            match entry:
                case TypeName(key, name):
                    fields.append((key, Json(f'"{name}"')))
                case Total(key, given):
                    fields.append((key, self._total(kind, arguments, link, place, given)))
                case Groups(key, parts):
                    with self._at(key):
                        fields.append((key, Each(self._group(kind, rows.alias, parts, columns))))
                case PageInfo(key, parts):
                    fields.append((key, _page_info(parts, asked.fingerprint)))
        sums = tuple(_column(kind, rows.alias, name) for name in _summed_up(summary))
        return Grouped(rows, tuple(columns.values()), sums, asked.limit, Object(tuple(fields)), asked.after)

    def _grouping(self, kind: Kind, name: str) -> str:
        path = next(p for p in groupings(kind) if group_name(p) == name)
        head = kind.fields[path.partition(".")[0]]
        is_known = not isinstance(head, Relation) or self._sight.knows(self._kinds.of_record(head.target))
        if not is_known or not self._sight.may_sift(head.read, kind):
            raise NotAllowed
        return path

    def _group(
        self,
        kind: Kind,
        alias: str,
        parts: Iterable[GroupPart],
        columns: dict[str, Col],
    ) -> Value:
        fields: list[tuple[str, Value]] = []
        for part in parts:
            match part:
                case TypeName(key, name):
                    fields.append((key, Json(f'"{name}"')))
                case GroupCount(key):
                    fields.append((key, Scalar(Col(alias, "n", ColumnType.INTEGER, False), How.NUMBER)))
                case GroupSum(key, sums):
                    fields.append((key, _sums(kind, alias, sums)))
                case GroupKey(key, inner):
                    with self._at(key):
                        fields.append((key, self._group_key(kind, alias, inner, columns)))
        return Object(tuple(fields))

    def _group_key(
        self, kind: Kind, alias: str, parts: Iterable[Leaf | ToOne | TypeName], columns: dict[str, Col]
    ) -> Object:
        fields: list[tuple[str, Value]] = []
        for part in parts:
            with self._at(part.key):
                fields.append((part.key, self._group_value(kind, alias, part, columns)))
        return Object(tuple(fields))

    def _group_value(self, kind: Kind, alias: str, part: Leaf | ToOne | TypeName, columns: dict[str, Col]) -> Value:
        if isinstance(part, TypeName):
            return Json(f'"{part.name}"')
        if part.name not in columns:
            return _NULL  # not grouped by
        if isinstance(part, ToOne):
            return self._to_one(kind, alias, part.name, part.shape, None)
        head, _, rest = part.name.partition(".")
        declared = self._kinds.target(kind, head).fields[rest] if rest else kind.fields[head]
        return column_value(columns[part.name], declared, part, self._language)


def _is_sure(rows: Predicate, target: Kind) -> bool:
    """Whether every row of a kind that is referred to is seen, so that a reference is enough to know it by."""
    own = tuple(sorted(target.variant.values)) if target.variant else ()
    return isinstance(rows, Always) or (isinstance(rows, AmongConstants) and rows.values == own)


def _is_indexed(condition: Predicate) -> bool:
    """Whether a condition of a filter leads to its rows through an index, where few rows meet it."""
    return isinstance(condition, Compare | AmongParam | Stands | IsNull | Never)


def _asks_only_who(shape: Shape) -> bool:
    """Whether nothing is asked of a record but its id and its type."""
    return (
        len(shape.of) == 1
        and not shape.of[0][0].abstract
        and all(isinstance(node, TypeName) or (isinstance(node, Leaf) and node.name == "id") for node in shape.of[0][1])
    )


def _summed_up(summary: Summary) -> Iterable[str]:
    """The fields that a summary adds up, each once."""
    parts = (part for entry in summary.entries if isinstance(entry, Groups) for part in entry.parts)
    sums = (leaf for part in parts if isinstance(part, GroupSum) for leaf in part.parts)
    return dict.fromkeys(leaf.name for leaf in sums if isinstance(leaf, Leaf))


def _sums(kind: Kind, alias: str, parts: Iterable[Leaf | TypeName]) -> Object:
    """The sums of a group."""
    fields: list[tuple[str, Value]] = []
    for part in parts:
        declared = kind.fields.get(part.name)
        if isinstance(part, Leaf) and isinstance(declared, Scaled):
            fields.append((part.key, Scalar(summed(_column(kind, alias, part.name)), How.SCALED, declared.scale)))
        else:
            fields.append((part.key, Json(f'"{part.name}"')))
    return Object(tuple(fields))


def _column(kind: Kind, alias: str, name: str) -> Col:
    column = kind.fields[name].column
    return Col(alias, column.name, column.type, column.null)


class _Link:
    """How the rows of a list hang on the row above it."""

    def __init__(self, column: str, to: Col) -> None:
        self.column = column
        self.to = to


def _page_info(parts: Iterable[Part | TypeName], fingerprint: str) -> Object:
    facts: list[tuple[str, Value]] = []
    for part in parts:
        if isinstance(part, TypeName):
            facts.append((part.key, Json(f'"{part.name}"')))
        else:
            facts.append((part.key, PageFact(part.name, fingerprint)))  # type: ignore[arg-type]
    return Object(tuple(facts))


_IDS: dict[frozenset[str], Any] = {}


def _id_of(accepted: frozenset[str]) -> Any:
    return _IDS.setdefault(accepted, identity_number(accepted))
