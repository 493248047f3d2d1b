"""Answers queries from rows in memory, through graphql-core's own executor."""

import hashlib
import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from graphql import ExecutionResult, GraphQLResolveInfo, execute, parse

from bureau.catalogue import Catalogue
from bureau.engine.kinds import Kinds
from bureau.graph.schema import BureauSchema
from bureau.kernel.actor import Actor
from bureau.kernel.field import Coded, ColumnType, Field, Numbered, One, Scaled, Sealed, Span, Text
from bureau.kernel.kind import Follows, Kind
from bureau.kernel.money import from_scaled, to_scaled
from bureau.kernel.rules import Rule
from bureau.kernel.text import camel, clean, snake
from bureau.storage.readers import Readers
from bureau.storage.sorting import folded
from bureau.storage.tables import path_column, scope_columns, search_columns

Values = Mapping[str, Any]
_COMPARE = {"eq": operator.eq, "lt": operator.lt, "lte": operator.le, "gt": operator.gt, "gte": operator.ge}
ASCII_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class BadCursor(Exception):
    """A cursor of another list, or of a row that is not seen."""


class Withheld(Exception):
    """A filter by a field that some row the actor sees does not show."""


@dataclass(frozen=True)
class Rows:
    """Every row of every kind's table, by table and id, and the words of the codes."""

    tables: Mapping[str, Mapping[int, Values]]
    words: Mapping[tuple[str, str], tuple[str, str]]


async def read_rows(readers: Readers, parts: Catalogue) -> Rows:
    """Read everything, each value in one form whatever the database holds it in."""
    tables = {}
    for kind in parts.kinds:
        columns = parts.tables[kind.table].columns
        rows = await readers.fetch(f"SELECT {', '.join(c.name for c in columns)} FROM {kind.table} ORDER BY id")
        made = [{c.name: _plain(v, c.type) for c, v in zip(columns, tuple(row), strict=True)} for row in rows]
        tables[kind.table] = {values["id"]: values for values in made}
    entries = [v for v in tables["code_entry"].values() if v["void_reason"] is None]
    return Rows(tables, {(v["code_table"], v["code"]): (v["english"], v["chinese"]) for v in entries})


def _plain(value: Any, type_: ColumnType) -> Any:
    if value is None:
        return None
    if type_ is ColumnType.BOOLEAN:
        return bool(value)
    if type_ is ColumnType.DATE and isinstance(value, str):
        return date.fromisoformat(value)
    if type_ is ColumnType.MOMENT:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        return moment.astimezone(UTC)
    return value


class Place(NamedTuple):
    """Where a scope can be cut: the county and the unit of a row, and whether that row is live."""

    county: int | None
    unit: int | None
    is_live: bool = True


@dataclass(frozen=True)
class Record:
    """A row as it is met: of its kind, at the place from which its scope counts."""

    kind: Kind
    values: Values
    place: Place | None


@dataclass(frozen=True)
class CodeValue:
    """A code, whose words depend on an argument."""

    table: str
    code: str


@dataclass(frozen=True)
class GroupKey:
    """What the records of a group have in common, by path."""

    kind: Kind
    values: Mapping[str, Any]


class Reference:
    """Answers queries as one actor sees the rows."""

    def __init__(self, parts: Catalogue, rows: Rows, past: Mapping[datetime, Rows]) -> None:
        self._kinds = Kinds(parts.kinds, parts.tables)
        self._today = rows
        self._past = past
        """The rows as they were read at some moments, before they were changed."""
        self._rows = rows
        self._day: date | None = None
        self.withheld: set[tuple[str, ...]] = set()
        """Where the last query met values that the actor may not read, as response keys."""
        schema = BureauSchema(self._kinds, parts.actions)
        self.schema = schema.graphql
        assert self.schema.query_type
        for root in self.schema.query_type.fields.values():
            if "root" in root.extensions:
                root.resolve = None
        self._actor: Any = None
        self._language = "en"
        self._links: dict[tuple[int, str, str], dict[Any, list[Values]]] = {}

    def answer(self, query: str, variables: Mapping[str, Any], actor: Actor, language: str) -> ExecutionResult:
        """The result of a query for an actor."""
        self._actor, self._language, self.withheld = actor, language, set()
        result = execute(
            self.schema,
            parse(query),
            variable_values=dict(variables),
            field_resolver=self._resolve,
            type_resolver=lambda record, _info, _type: record.kind.type_name,
        )
        assert isinstance(result, ExecutionResult)
        return result

    def sees(self, identity: str, as_of: datetime | None) -> bool:
        """Whether the actor of the last query sees a record at the root."""
        self._rows = self._past[as_of] if as_of else self._today
        kind = self._kinds.of_type(identity.partition(":")[0])
        return kind is not None and self._numbered(kind, self._number(kind, identity)) is not None

    def shows(self, kind: Kind, field: str) -> bool:
        """Whether the actor of the last query may filter a kind by a field."""
        return self._may_sift(kind.fields[field].read, kind)

    # Fields -----------------------------------------------------------------------------------------------------

    def _resolve(self, source: Any, info: GraphQLResolveInfo, **given: Any) -> Any:
        marks = info.parent_type.fields[info.field_name].extensions
        match source:
            case None:
                return self._root(*marks["root"], given)
            case Record():
                declared = source.kind.fields.get(marks.get("one") or marks.get("leaf") or "")
                if declared and not self._may_read(declared.read, source.place):
                    self.withheld.add(tuple(key for key in info.path.as_list() if isinstance(key, str)))
                    return None
                return self._field(source, marks, given)
            case CodeValue(table, code):
                if info.field_name == "code":
                    return code
                words = self._rows.words.get((table, code))
                language = (given.get("lang") or self._language).lower()
                return words and words[language == "zh"]
            case GroupKey():
                return self._group_field(source, marks)
        value = source[info.field_name]
        return min(value, given["upTo"]) if given.get("upTo") is not None else value

    def _root(self, verb: str, kind: Kind, given: Mapping[str, Any]) -> Any:
        as_of = given.get("asOf")  # holds for all that is resolved until the next root
        self._rows = self._past[as_of] if as_of else self._today
        self._day = given.get("on")
        match verb:
            case "one":
                return self._one(kind, given["id"])
            case "many":
                return self._page(kind, given, None, None)
            case "summary":
                return self._summary(kind, given, None, None)
            case "node":
                return self._any(given["id"])
            case "search":
                return self._searched(given)
        return [self._any(identity) for identity in given["ids"]]

    def _any(self, identity: str) -> Record | None:
        kind = self._kinds.of_type(identity.partition(":")[0])
        return self._one(kind, identity) if kind else None

    def _searched(self, given: Mapping[str, Any]) -> list[Record]:
        """The first few records of each kind that a search finds; what holds no word finds none."""
        if not folded(given["text"]).strip():
            return []
        first = given["first"] if given.get("first") is not None else 5
        kinds = [k for k in self._kinds.all if k.rooted and k.search and not k.abstract]
        if given.get("kinds") is not None:
            kinds = [kind for kind in kinds if kind.type_name in given["kinds"]]
        pages = (self._page(kind, {"search": given["text"], "first": first}, None, None) for kind in kinds)
        return [record for page in pages for record in page["nodes"]]

    def _one(self, kind: Kind, identity: str) -> Record | None:
        return self._numbered(kind, self._standing(kind, identity))

    def _numbered(self, kind: Kind, number: int) -> Record | None:
        values = self._rows.tables[kind.table].get(number)
        return self._seen(kind, values, None) if values else None

    def _number(self, kind: Kind, identity: str) -> int:
        type_name, _, number = identity.partition(":")
        fits = type_name in self._kinds.accepts(kind) and number.isascii() and number.isdigit() and len(number) <= 18
        return int(number) if fits else -1

    def _standing(self, kind: Kind, identity: str) -> int:
        """The number of the record that an id stands for: another, where its own was merged into that."""
        number = self._number(kind, identity)
        values = self._rows.tables[kind.table].get(number, {})
        return values.get("merged_into_id") or number

    def _field(self, record: Record, marks: Mapping[str, Any], given: Mapping[str, Any]) -> Any:
        kind, values = record.kind, record.values
        if "many" in marks or "sum" in marks:
            other, relation = marks.get("many") or marks["sum"]
            link = (other.fields[relation].column.name, values["id"])
            work = self._page if "many" in marks else self._summary
            return work(other, given, link, record.place)
        if "one" in marks:
            return self._related(record, kind.fields[marks["one"]])
        match marks["leaf"]:
            case "id":
                return f"{kind.type_name}:{values['id']}"
            case "version" | "void_reason" as column:
                return values[column]
            case "former_ids":
                rows = self._rows.tables[kind.table].values()
                former = sorted(row["id"] for row in rows if row["merged_into_id"] == values["id"])
                return [f"{kind.type_name}:{number}" for number in former]
        declared = kind.fields[marks["leaf"]]
        value = shown(declared, values)
        return (
            {**value, "canReveal": self._may_reveal(declared, record, value)} if isinstance(declared, Sealed) else value
        )

    def _may_reveal(self, declared: Sealed, record: Record, value: Mapping[str, Any]) -> bool:
        """Whether a sealed value may be had in the clear: of a live record of today, met through a live one."""
        is_live = record.values["void_reason"] is None and (record.place is None or record.place.is_live)
        return value["held"] and is_live and self._rows is self._today and self._may_read(declared.reveal, record.place)

    def _related(self, record: Record, declared: One[Any]) -> Record | None:
        target = self._kinds.of_record(declared.target)
        values = self._rows.tables[target.table].get(record.values[declared.column.name])
        return self._seen(target, values, record.place) if values else None

    # What is seen -----------------------------------------------------------------------------------------------

    def _seen(self, kind: Kind, values: Values, above: Place | None) -> Record | None:
        """A row as a record of `kind`, if the actor sees it from the record `above` it, and sees it today too."""
        seen = self._visible(kind, values, above)
        if seen and self._rows is not self._today:
            today = self._today.tables[kind.table][values["id"]]
            return seen if self._visible(kind, today, above) else None
        return seen

    def _visible(self, kind: Kind, values: Values, above: Place | None) -> Record | None:
        for concrete in self._kinds.concrete(kind):
            variant = concrete.variant
            if variant and values[variant.field] not in variant.values:
                continue
            columns = scope_columns(concrete)
            owner = values[concrete.fields[concrete.owner].column.name] if concrete.owner else None
            if self._actor.owns(concrete.read, owner):
                return Record(concrete, values, above)
            if columns is None:
                seen = (above is not None and not concrete.owner) or self._actor.sees_everything(concrete.read)
                return Record(concrete, values, above) if seen else None
            # What follows its subject is where that is today, in the past too.
            here = self._today.tables[kind.table][values["id"]] if isinstance(concrete.scope, Follows) else values
            place = Place(here[columns[0]], here[columns[1]], values["void_reason"] is None)
            seen = (
                self._may_read(concrete.read, place)
                or self._is_of_a_ward(concrete, values)
                or self._is_of_a_headed_class(concrete, values)
                or takes_part(self._today, self._actor, concrete, values)
            )
            return Record(concrete, values, place) if seen else None
        return None

    def _is_of_a_ward(self, kind: Kind, values: Values) -> bool:
        """Whether a row is of a pupil whose guardian the actor is, or of the pupil's school or class."""
        if kind.kin is None or not kind.read.kin:
            return False
        relation, which = kind.kin
        return values[f"{relation}_id" if relation else "id"] in getattr(self._actor.wards, which)

    def _is_of_a_headed_class(self, kind: Kind, values: Values) -> bool:
        """Whether a row is of a class whose head teacher the actor is."""
        if kind.headed is None or not kind.read.heads:
            return False
        return values[f"{kind.headed}_id" if kind.headed else "id"] in self._actor.headed

    def _may_read(self, rule: Rule | None, place: Place | None) -> bool:
        if rule is None:
            return True
        return (
            self._actor.sees_everything(rule) if place is None else self._actor.reaches(rule, place.county, place.unit)
        )

    # Lists ------------------------------------------------------------------------------------------------------

    def _listed(
        self, kind: Kind, given: Mapping[str, Any], link: tuple[str, int] | None, above: Any, *, sifted: bool = True
    ) -> list[Record]:
        """The records of a list that the actor sees, those that its filter and its search let through."""
        condition = given.get("filter") or {}
        found = []
        for values in self._linked(kind.table, *link) if link else self._rows.tables[kind.table].values():
            record = self._seen(kind, values, above)
            if record is None:
                continue
            voided = values["void_reason"] is not None
            if not sifted or (
                voided is bool(condition.get("voided"))
                and self._in_force(kind, values)
                and self._meets(kind, values, condition, above is not None)
                and self._found(kind, values, given.get("search"))
            ):
                found.append(record)
        return found

    def _in_force(self, kind: Kind, values: Values) -> bool:
        columns = [values[column.name] for name in kind.effective for column in kind.fields[name].columns]
        if not columns or self._day is None:
            return True
        start, end = columns
        return (start is None or start <= self._day) and (end is None or end > self._day)

    def _linked(self, table: str, column: str, to: int) -> list[Values]:
        """The rows of a table that lead to a row by a column."""
        key = (id(self._rows), table, column)
        if key not in self._links:
            links = self._links[key] = defaultdict(list)
            for values in self._rows.tables[table].values():
                links[values[column]].append(values)
        return self._links[key][to]

    def _page(self, kind: Kind, given: Mapping[str, Any], link: tuple[str, int] | None, above: Any) -> dict[str, Any]:
        order = given.get("orderBy") or "ID_ASC"
        known = {record.values["id"]: record for record in self._listed(kind, given, link, above)}
        mark = hashlib.sha256(f"{kind.table}:{order}".encode()).hexdigest()[:8]
        backward = given.get("last") is not None
        cursor = given.get("before") if backward else given.get("after")
        among = self._listed(kind, {}, None, above, sifted=False) if cursor is not None else known.values()
        ordered = [record.values["id"] for record in self._ordered(kind, order, among)]
        ahead = ordered[::-1] if backward else ordered
        if cursor is not None:
            start, _, number = cursor.partition("-")
            if start != mark or not number.isdigit() or int(number) not in ordered:
                raise BadCursor
            ahead = [i for i in ahead[ahead.index(int(number)) + 1 :] if i in known]
        limit = given["last"] if backward else given.get("first") if given.get("first") is not None else 50
        page = ahead[:limit][::-1] if backward else ahead[:limit]
        more = len(ahead) > limit
        nodes = [known[i] for i in page]
        cursors = [f"{mark}-{i}" for i in page]
        return {
            "nodes": nodes,
            "edges": [{"cursor": c, "node": n} for c, n in zip(cursors, nodes, strict=True)],
            "pageInfo": {
                "hasNextPage": cursor is not None if backward else more,
                "hasPreviousPage": more if backward else cursor is not None,
                "startCursor": cursors[0] if cursors else None,
                "endCursor": cursors[-1] if cursors else None,
            },
            "totalCount": len(known),
        }

    def _ordered(self, kind: Kind, order: str, records: Iterable[Record]) -> list[Record]:
        path, _, direction = order.rpartition("_")
        column = next((path_column(kind, p).name for p in kind.order if p.replace(".", "_").upper() == path), "id")
        by_id = sorted(records, key=lambda r: r.values["id"], reverse=direction == "DESC")
        valued = [r for r in by_id if r.values[column] is not None]
        valued.sort(key=lambda r: r.values[column], reverse=direction == "DESC")
        return valued + [r for r in by_id if r.values[column] is None]

    # Filters ----------------------------------------------------------------------------------------------------

    def _meets(self, kind: Kind, values: Values, condition: Mapping[str, Any], reached: bool) -> bool:
        return all(self._holds(kind, values, n, c, reached) for n, c in condition.items() if c is not None)

    def _holds(self, kind: Kind, values: Values, name: str, condition: Any, reached: bool) -> bool:
        match name:
            case "and":
                return all(self._meets(kind, values, one, reached) for one in condition)
            case "or":
                return any(self._meets(kind, values, one, reached) for one in condition)
            case "not":
                return not self._meets(kind, values, condition, reached)
            case "voided":
                return True
            case "isNull":
                return not condition
            case "id":
                return compared(values["id"], condition, lambda text: self._standing(kind, text))
        inside = reached or scope_columns(kind) is not None
        if many := self._kinds.many(kind, snake(name)):
            return all(
                self._has(*many, values["id"], inner, inside) is (quantifier == "some")
                for quantifier, inner in condition.items()
                if inner is not None
            )
        declared = kind.fields[snake(name)]
        if not self._may_sift(declared.read, kind):
            raise Withheld
        if not isinstance(declared, One):
            return compared(values[declared.column.name], condition, _conversion(declared))
        target = self._kinds.of_record(declared.target)
        key = values[declared.column.name]
        row = self._rows.tables[target.table].get(key) if key is not None else None
        wanted = {n: c for n, c in condition.items() if c is not None and n != "isNull"}
        if condition.get("isNull") is not None and (key is None) is not condition["isNull"]:
            return False
        if not wanted:
            return True
        if row is None or self._seen(target, row, (None, None) if inside else None) is None:
            return False
        return self._meets(target, row, wanted, inside)

    def _has(self, other: Kind, relation: str, identity: int, condition: Mapping[str, Any], inside: bool) -> bool:
        """Whether the list of this filter below a record has anything in it."""
        link = (other.fields[relation].column.name, identity)
        return bool(self._listed(other, {"filter": condition}, link, (None, None) if inside else None))

    def _may_sift(self, rule: Rule | None, kind: Kind) -> bool:
        """Whether the actor may read a field of this rule in each place where they may read records of `kind`."""
        if rule is None or scope_columns(kind) is None:
            return self._may_read(rule, None)
        if kind.read.kin and self._actor.wards.pupils and not self._actor.sees_everything(rule):
            return False  # of their own child they are not shown it
        if kind.read.heads and self._actor.headed and not self._actor.sees_everything(rule):
            return False  # nor of their own class
        places = [Place(values["county_id"], values["id"]) for values in self._today.tables["unit"].values()]
        return all(self._may_read(rule, place) for place in places if self._may_read(kind.read, place))

    def _found(self, kind: Kind, values: Values, search: str | None) -> bool:
        texts = [values[column.name] or "" for column in search_columns(kind)]
        return all(any(word in text for text in texts) for word in folded(search or "").split())

    # Summaries --------------------------------------------------------------------------------------------------

    def _summary(self, kind: Kind, given: Mapping[str, Any], link: Any, above: Any) -> dict[str, Any]:
        records = self._listed(kind, given, link, above)
        names = list(dict.fromkeys(given.get("by") or ()))
        paths = [self._grouping(kind, name) for name in names]
        groups: dict[tuple[Any, ...], list[Any]] = {} if paths else {(): []}
        for record in records:
            key = tuple(record.values[self._group_column(kind, path)] for path in paths)
            groups.setdefault(key, []).append(record)
        mark = hashlib.sha256(f"{kind.type_name}:{','.join(names)}".encode()).hexdigest()[:8]
        head, _, number = (given.get("after") or f"{mark}-0").partition("-")
        if head != mark or not number.isdigit():
            raise BadCursor
        first, limit = int(number), given["first"] if given.get("first") is not None else 1000
        keys = sorted(groups, key=lambda key: [(value is None, value) for value in key])
        page = keys[first : first + limit]
        return {
            "nodes": [
                {
                    "key": GroupKey(kind, dict(zip(paths, key, strict=True))),
                    "count": len(groups[key]),
                    "sum": {camel(name): _sum(kind.fields[name], groups[key]) for name in kind.sum},
                }
                for key in page
            ],
            "pageInfo": {
                "hasNextPage": len(keys) > first + limit,
                "hasPreviousPage": given.get("after") is not None,
                "startCursor": f"{mark}-{first + 1}" if page else None,
                "endCursor": f"{mark}-{first + len(page)}" if page else None,
            },
            "totalCount": len(records),
        }

    def _grouping(self, kind: Kind, name: str) -> str:
        relations = (n for n, f in kind.fields.items() if isinstance(f, One) and not f.unique)
        return next(path for path in (*kind.group, *relations) if path.replace(".", "_").upper() == name)

    def _group_column(self, kind: Kind, path: str) -> str:
        return path_column(kind, path).name if "." in path else kind.fields[path].column.name

    def _group_field(self, key: GroupKey, marks: Mapping[str, Any]) -> Any:
        path = marks.get("one") or marks["leaf"]
        if path not in key.values:
            return None
        head, _, rest = path.partition(".")
        declared = key.kind.fields[head]
        if isinstance(declared, One) and not rest:
            values = {declared.column.name: key.values[path]}
            return self._related(Record(key.kind, values, None), declared)
        if isinstance(declared, One):
            declared = declared.target.about.fields[rest]
        return shown(declared, {declared.column.name: key.values[path]})


def shown(declared: Field[Any], values: Values) -> Any:
    """A field's value as resolvers hand it to graphql-core."""
    if isinstance(declared, Sealed):
        sealed, _, mask = (values[column.name] for column in declared.columns)
        return {"held": sealed is not None, "mask": mask}
    if isinstance(declared, Span):
        start, until = (values[column.name] for column in declared.columns)
        return None if start is None else {"from": start, "until": until}
    value = values[declared.column.name]
    if value is None:
        return None
    if isinstance(declared, Coded):
        return CodeValue(declared.table.name, value)
    return from_scaled(value, declared.scale) if isinstance(declared, Scaled) else value


def _sum(declared: Field[Any], records: list[Any]) -> str:
    assert isinstance(declared, Scaled)
    return from_scaled(sum(record.values[declared.column.name] or 0 for record in records), declared.scale)


def _conversion(declared: Field[Any]) -> Any:
    if isinstance(declared, Scaled):
        return lambda text: to_scaled(text, declared.scale)
    return declared.uniform if isinstance(declared, Text | Coded | Numbered) else lambda value: value


def compared(value: Any, condition: Mapping[str, Any], convert: Any) -> bool:
    """Whether a value meets every operator of a condition; what is missing meets `ne` and `isNull` alone."""
    return all(_operator(value, name, given, convert) for name, given in condition.items() if given is not None)


def _operator(value: Any, name: str, given: Any, convert: Any) -> bool:
    match name:
        case "isNull":
            return (value is None) is given
        case "in":
            return value is not None and value in [convert(item) for item in given if item is not None]
        case "ne":
            return value is None or bool(value != convert(given))
    if value is None:
        return False
    if name in ("contains", "startsWith"):
        text, part = value.translate(ASCII_LOWER), clean(given).translate(ASCII_LOWER)
        return part in text if name == "contains" else text.startswith(part)
    return bool(_COMPARE[name](value, convert(given)))


def takes_part(today: Rows, who: Actor, kind: Kind, values: Values) -> bool:
    """Whether a unit takes part in a row today that an actor reaches."""
    if kind.parties is None:
        return False
    parties = today.tables[kind.parties.record.about.table].values()
    identity = values[f"{kind.parties.of}_id" if kind.parties.of else "id"]
    there = [row for row in parties if row[f"{kind.parties.relation}_id"] == identity and row["void_reason"] is None]
    return any(who.reaches(kind.read, row["county_id"], row[f"{kind.parties.unit}_id"]) for row in there)
