"""Random queries over the schema as it is: valid, and about rows that are there."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from random import Random
from typing import Any, cast

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    get_named_type,
    is_list_type,
    is_non_null_type,
)

from bureau.engine.kinds import Kinds
from bureau.kernel.field import Scaled, Sealed, Span
from bureau.kernel.kind import Kind
from bureau.kernel.money import from_scaled
from bureau.kernel.text import snake
from bureau.storage.tables import MERGED_INTO
from tests.engine.reference.executor import Rows

DEEPEST = 7
"""Levels below which a query asks for no further relation; a list counts two."""

COMPOSITE = (GraphQLObjectType, GraphQLInterfaceType, GraphQLUnionType)


@cache
def disputed(schema: GraphQLSchema) -> frozenset[str]:
    """The fields whose types differ from one type of record to another, so that they need an alias side by side."""
    types: dict[str, set[str]] = {}
    for record in schema.get_possible_types(cast("GraphQLInterfaceType", schema.type_map["Node"])):
        for name, declared in record.fields.items():
            of = get_named_type(declared.type)
            shown = str(declared.type) if not isinstance(of, COMPOSITE) else str(declared.type).replace(of.name, "{}")
            types.setdefault(name, set()).add(shown)
    return frozenset(name for name, found in types.items() if len(found) > 1)


class Name(str):
    """An enum value."""

    __slots__ = ()


@dataclass
class Query:
    """A query with its variables, and what of the language it uses."""

    text: str
    variables: dict[str, Any]
    used: Counter[str] = field(default_factory=Counter)
    depth: int = 0
    cursors: tuple[tuple[str, datetime | None], ...] = ()
    """The records that its cursors stand for, as their ids, and the moment at which each is asked for."""
    sifted: tuple[tuple[Kind, str], ...] = ()
    """The restricted fields that its filters name."""


_SPINE = ("node", "notice", "person", "school", "student", "unit")
"""How the roots of kinds begin that are asked more often than others, however many others there are."""


class Maker:
    """Makes one query up."""

    def __init__(
        self, schema: GraphQLSchema, kinds: Kinds, rows: Rows, moments: Sequence[datetime], dice: Random
    ) -> None:
        self._schema = schema
        self._moments = moments
        self._kinds = kinds
        self._rows = rows
        self._dice = dice
        self._count = 0
        self._declared: dict[str, str] = {}
        self._variables: dict[str, Any] = {}
        self._fragments: list[str] = []
        self._used: Counter[str] = Counter()
        self._depth = 0
        self._cursors: list[tuple[str, datetime | None]] = []
        self._as_of: datetime | None = None
        self._sifted: list[tuple[Kind, str]] = []

    def query(self) -> Query:
        """A query of one to three root fields."""
        assert self._schema.query_type
        roots = {n: f for n, f in self._schema.query_type.fields.items() if "root" in f.extensions}
        everything = sorted(roots)
        richest = [name for name in everything if name.startswith("specimen")]  # with fields of every type
        spine = [name for name in everything if name.startswith(_SPINE)]  # which most others hang from
        by_id = ["node", "nodes", "person", "student"]  # which old ids may stand for
        pools = (richest, richest, richest, ["search"], by_id, spine, everything, everything, everything)
        body = [
            self._field(self._schema.query_type, self._dice.choice(self._dice.choice(pools)), 0)
            for _ in range(self._dice.choice((1, 1, 1, 2, 3)))
        ]
        head = ", ".join(f"${name}: {type_}" for name, type_ in self._declared.items())
        text = f"query Q{f'({head})' if head else ''} {{ {' '.join(body)} }} {' '.join(self._fragments)}"
        return Query(text, self._variables, self._used, self._depth, tuple(self._cursors), tuple(self._sifted))

    # Selections -------------------------------------------------------------------------------------------------

    def _selection(self, type_: Any, level: int) -> str:
        self._depth = max(self._depth, level)
        names = list(getattr(type_, "fields", ()))  # a union has none
        if level >= DEEPEST:
            names = [n for n in names if not {"one", "many", "sum"} & set(type_.fields[n].extensions)]
        chosen = self._dice.sample(names, min(len(names), self._dice.randint(1, 4)))
        parts = [self._field(type_, name, level) for name in chosen]
        if not parts or self._chance(0.1):
            self._used["__typename"] += 1
            parts.append(self._dice.choice(("__typename", f"{self._new('t')}: __typename")))
        if self._chance(0.15):
            parts.append(self._fragment(type_, level))
        if isinstance(type_, GraphQLInterfaceType) and self._chance(0.7):
            concrete = self._dice.choice(self._schema.get_possible_types(type_))
            self._used["on a type of an interface"] += 1
            parts.append(f"... on {concrete.name} {{ {self._selection(concrete, level + 1)} }}")
        if isinstance(type_, GraphQLUnionType):
            parts += [self._of_union(type_, level) for _ in range(self._dice.randint(0, 3))]
        if self._chance(0.1):
            self._used["merged selections"] += 1
            parts.append(self._dice.choice(parts))
        return " ".join(parts)

    def _of_union(self, type_: GraphQLUnionType, level: int) -> str:
        """A fragment on a member of a union, or on an interface that members have."""
        interfaces = {interface.name: interface for member in type_.types for interface in member.interfaces}
        if self._chance(0.3):
            named: Any = interfaces[self._dice.choice(sorted(interfaces))]
            self._used["on an interface in a union"] += 1
        else:
            named = self._dice.choice(type_.types)
            self._used["on a member of a union"] += 1
        return f"... on {named.name} {self._directive()} {{ {self._selection(named, level + 1)} }}"

    def _fragment(self, type_: Any, level: int) -> str:
        inner = self._selection(type_, level + 1)
        if self._chance(0.5):
            self._used["inline fragment"] += 1
            return f"... {self._directive()} {{ {inner} }}"
        self._used["named fragment"] += 1
        name = self._new("F")
        self._fragments.append(f"fragment {name} on {type_.name} {{ {inner} }}")
        return f"...{name} {self._directive()}"

    def _field(self, type_: Any, name: str, level: int) -> str:
        declared = type_.fields[name]
        given = self._arguments(type_, name, declared)
        alias = ""
        # A field with arguments never stands twice under one key, nor one that is another where it stands again.
        if given or self._chance(0.1) or name in disputed(self._schema):
            self._used["alias"] += 1
            alias = f"{self._new('a')}: "
        of = get_named_type(declared.type)
        marks = declared.extensions
        deeper = level + (1 if "one" in marks else 2 if {"many", "sum", "root"} & set(marks) else 0)
        below = f" {{ {self._selection(of, deeper)} }}" if isinstance(of, COMPOSITE) else ""
        return f"{alias}{name}{given} {self._directive()}{below}"

    def _directive(self) -> str:
        if not self._chance(0.06):
            return ""
        directive = self._dice.choice(("include", "skip"))
        self._used[f"@{directive}"] += 1
        truth = self._chance(0.5)
        if self._chance(0.5):
            return f"@{directive}(if: {self._variable('Boolean!', truth)})"
        return f"@{directive}(if: {json.dumps(truth)})"

    # Arguments --------------------------------------------------------------------------------------------------

    def _arguments(self, type_: Any, name: str, declared: Any) -> str:
        if not declared.args:
            return ""
        marks = declared.extensions
        if name == "totalCount":
            chosen: dict[str, Any] = {"upTo": self._dice.choice((0, 1, 3, 1000))} if self._chance(0.3) else {}
        elif "part" in marks:
            chosen = {"lang": Name(self._dice.choice(("EN", "ZH")))} if self._chance(0.5) else {}
        else:
            verb, kind = marks.get("root") or (
                "many" if "many" in marks else "summary",
                (marks.get("many") or marks["sum"])[0],
            )
            time = self._of_time() if "root" in marks else {}
            chosen = self._of_root(verb, kind) | time
        self._used.update(f"argument {argument}" for argument in chosen)
        texts = [f"{n}: {self._given(declared.args[n].type, value)}" for n, value in chosen.items()]
        return f"({', '.join(texts)})" if texts else ""

    def _of_time(self) -> dict[str, Any]:
        """The two times of a root; the first holds for the lists below it too."""
        chosen: dict[str, Any] = {}
        self._as_of = self._dice.choice(self._moments) if self._chance(0.4) else None
        if self._as_of:
            chosen["asOf"] = self._as_of.isoformat()
        if self._chance(0.25):
            chosen["on"] = date(self._dice.randint(2008, 2031), self._dice.choice((8, 9)), 1).isoformat()
        return chosen

    def _of_root(self, verb: str, kind: Kind | None) -> dict[str, Any]:
        if verb in ("one", "node"):
            return {"id": self._id(kind)}
        if verb == "nodes":
            return {"ids": [self._id(None) for _ in range(self._dice.randint(0, 4))]}
        if verb == "search":
            return self._search_of_all()
        assert kind
        chosen: dict[str, Any] = {}
        if self._chance(0.6):
            chosen["filter"] = self._filter(kind, 0, listed=True)
        elif self._chance(0.1):
            self._used["null for an argument"] += 1
            chosen["filter"] = None
        if kind.search and self._chance(0.15):
            chosen["search"] = self._search()
        if verb == "summary":
            return chosen | self._grouping(kind)
        chosen |= self._window(kind)
        return chosen

    def _grouping(self, kind: Kind) -> dict[str, Any]:
        groupings = self._enum(f"{kind.type_name}Grouping")
        chosen: dict[str, Any] = {}
        if groupings and self._chance(0.8):
            chosen["by"] = self._dice.choices(groupings, k=self._dice.randint(1, 2))
            relations = {name for name in kind.fields if name.upper() in chosen["by"]}
            self._sifted += [(kind, name) for name in sorted(relations) if kind.fields[name].read]
        elif groupings and self._chance(0.3):
            chosen["by"] = None
        if groupings and self._chance(0.4):
            self._used["some of the groups"] += 1
            chosen["first"] = self._dice.choice((0, 1, 1, 2, 5))
        if groupings and self._chance(0.3):
            chosen["after"] = self._after_groups(kind, chosen.get("by") or [])
        return chosen

    def _after_groups(self, kind: Kind, by: list[Name]) -> str:
        """The cursor of a group, or of one in another order."""
        self._used["after a group"] += 1
        names = list(dict.fromkeys(by))
        if self._chance(0.1):
            names.append(Name("ID"))
            self._cursors.append(("a group that is none", None))
        mark = hashlib.sha256(f"{kind.type_name}:{','.join(names)}".encode()).hexdigest()[:8]
        return f"{mark}-{self._dice.choice((1, 1, 2, 3, 10**17))}"

    def _window(self, kind: Kind) -> dict[str, Any]:
        order = self._dice.choice(self._enum(f"{kind.type_name}Order")) if self._chance(0.6) else None
        chosen: dict[str, Any] = {"orderBy": order} if order else {}
        count = self._dice.choice((0, 1, 2, 3, 5, 8))
        backward = self._chance(0.3)
        chosen["last" if backward else "first"] = count
        if self._chance(0.25) and (table := list(self._rows.tables[kind.table])):
            mark = hashlib.sha256(f"{kind.table}:{order or 'ID_ASC'}".encode()).hexdigest()[:8]
            number = self._dice.choice(table)
            self._cursors.append((f"{kind.type_name}:{number}", self._as_of))
            chosen["before" if backward else "after"] = f"{mark}-{number}"
        return chosen

    def _enum(self, name: str) -> list[Name]:
        type_ = self._schema.type_map.get(name)
        return [Name(value) for value in type_.values] if isinstance(type_, GraphQLEnumType) else []

    def _id(self, kind: Kind | None) -> str:
        kind = kind or self._dice.choice([k for k in self._kinds.all if k.rooted])
        table = list(self._rows.tables[kind.table])
        number = self._dice.choice(table) if table and self._chance(0.95) else 10**12
        if kind.merges and self._chance(0.4):  # the old ids, and those that they stand for, are few
            rows = self._rows.tables[kind.table]
            merged = {n: row[MERGED_INTO] for n, row in rows.items() if row[MERGED_INTO] is not None}
            number = self._dice.choice(sorted({*merged, *merged.values()})) if merged else number
        name = kind.type_name if self._chance(0.95) else self._dice.choice(sorted(self._kinds.accepts(kind)))
        return f"{name}:{number}"

    def _search_of_all(self) -> dict[str, Any]:
        chosen: dict[str, Any] = {"text": self._search()}
        if self._chance(0.15):
            self._used["a blank search"] += 1
            chosen["text"] = self._dice.choice(("", " ", "\u3000", "\u0301", "\n"))
        if self._chance(0.5):
            kinds = self._enum("SearchableKind")
            chosen["kinds"] = self._dice.choices(kinds, k=self._dice.randint(0, 3)) if self._chance(0.9) else None
        if self._chance(0.6):
            chosen["first"] = self._dice.choice((0, 1, 1, 2, 3, 20))
        return chosen

    def _search(self) -> str:
        """One piece of what records are found by, or two, both of which must stand in a record."""
        pieces = [self._piece() for _ in range(self._dice.choice((1, 1, 2)))]
        return " ".join(pieces)

    def _piece(self) -> str:
        words = [
            w for name in ("person", "unit") for v in self._rows.tables[name].values() for w in v["search"].split("\n")
        ]
        word = self._dice.choice(words)
        start = self._dice.randrange(len(word)) if word else 0
        return word[start : start + self._dice.randint(1, 3)]

    # Filters ----------------------------------------------------------------------------------------------------

    def _filter(self, kind: Kind, level: int, *, listed: bool = False) -> dict[str, Any]:
        type_ = self._schema.type_map[f"{kind.type_name}Filter"]
        assert isinstance(type_, GraphQLInputObjectType)
        names = [n for n in type_.fields if n not in ("isNull", "voided") or (n == "voided" and listed)]
        if level >= 3:
            names = [n for n in names if n not in ("and", "or", "not") and not self._leads(kind, n)]
        lists = [n for n in names if self._kinds.many(kind, snake(n))]
        if lists and level == 0 and self._chance(0.12):  # where nothing but scope decides
            self._used["any related record"] += 1
            return {self._dice.choice(lists): {self._dice.choice(("some", "none")): {}}}
        likely = [n for n in names if n == "id" or self._leads(kind, n)]  # where the engine has most to decide
        pool = likely if likely and self._chance(0.4) else names
        chosen = self._dice.sample(pool, min(len(pool), self._dice.choice((1, 1, 1, 2))))
        return {name: self._condition(kind, name, level) for name in chosen}

    def _relation(self, kind: Kind, name: str) -> Kind | None:
        declared = kind.fields.get(snake(name))
        target = getattr(declared, "target", None)
        return self._kinds.of_record(target) if target else None

    def _leads(self, kind: Kind, name: str) -> bool:
        return bool(self._relation(kind, name) or self._kinds.many(kind, snake(name)))

    def _condition(self, kind: Kind, name: str, level: int) -> Any:
        self._used[f"filter {name}" if name in ("and", "or", "not", "voided") else "filter"] += 1
        if name in ("and", "or"):
            return [self._filter(kind, level + 1) for _ in range(self._dice.randint(0, 2))]
        if name == "not":
            return self._filter(kind, level + 1)
        if name == "voided":
            return self._chance(0.5)
        if kind.fields.get(snake(name)) and kind.fields[snake(name)].read:
            self._used["filter by a restricted field"] += 1
            self._sifted.append((kind, snake(name)))
        if target := self._relation(kind, name):
            self._used["filter over a relation"] += 1
            found = self._filter(target, level + 1)
            if self._chance(0.15):
                self._used["relation isNull"] += 1
                found["isNull"] = self._chance(0.5)
            return found
        if many := self._kinds.many(kind, snake(name)):
            return self._of_many(many[0], level)
        type_: Any = self._schema.type_map[f"{kind.type_name}Filter"]
        operators = get_named_type(type_.fields[name].type)
        chosen = self._dice.sample(list(operators.fields), self._dice.choice((1, 1, 1, 2)))
        if "contains" in operators.fields and self._chance(0.4):
            chosen = [self._dice.choice(("contains", "startsWith"))]
        for operator in chosen:
            self._used[f"{operators.name}.{operator}"] += 1
        return {operator: self._operand(kind, name, operator) for operator in chosen}

    def _of_many(self, other: Kind, level: int) -> dict[str, Any]:
        """Conditions on the related records of a kind: that there are some, that there are none, or both."""
        found: dict[str, Any] = {}
        for quantifier in self._dice.choice((("some",), ("none",), ("some",), ("none",), ("none", "some"), ())):
            self._used[f"filter {quantifier}"] += 1
            found[quantifier] = {} if self._chance(0.15) else self._filter(other, level + 1, listed=True)
            if not found[quantifier]:
                self._used["any related record"] += 1
            elif any(self._leads(other, name) for name in found[quantifier]):
                self._used["a relation inside some or none"] += 1
            if self._chance(0.05):
                found[quantifier] = None
        return found

    def _operand(self, kind: Kind, name: str, operator: str) -> Any:
        if operator == "isNull":
            return self._dice.choice((True, False, False, None))
        if operator == "in":
            values = (self._value(kind, name) for _ in range(self._dice.randint(0, 3)))
            return [value for value in values if value is not None]
        value = self._value(kind, name)
        if operator in ("contains", "startsWith") and self._chance(0.4):
            return self._dice.choice(("%", "_", "\\", "'", '"', "a_", "0%"))
        if operator in ("contains", "startsWith") and value:
            start = self._dice.randrange(len(value)) if operator == "contains" else 0
            value = value[start : start + self._dice.randint(1, 4)]
            return value.upper() if self._chance(0.3) else value
        return value

    def _value(self, kind: Kind, name: str) -> Any:
        """A value of a field as some row has it, as a request writes it."""
        if name == "id":
            return self._id(kind)
        declared = kind.fields[snake(name)]
        assert not isinstance(declared, Sealed | Span)
        held = [v for row in self._rows.tables[kind.table].values() if (v := row[declared.column.name]) is not None]
        value = self._dice.choice(held) if held else None
        if value is None:
            return None
        if isinstance(declared, Scaled):
            return from_scaled(value, declared.scale)
        if hasattr(declared, "members"):
            return Name(value)
        return value.isoformat() if hasattr(value, "isoformat") else value

    # Writing ----------------------------------------------------------------------------------------------------

    def _given(self, type_: Any, value: Any) -> str:
        if self._chance(0.4):
            self._used["variable"] += 1
            return self._variable(str(type_), value)
        return self._literal(type_, value)

    def _literal(self, type_: Any, value: Any) -> str:
        if is_non_null_type(type_):
            type_ = type_.of_type
        if isinstance(value, Name):
            return str(value)
        if isinstance(value, list):
            inner = type_.of_type if is_list_type(type_) else type_
            return f"[{', '.join(self._literal(inner, item) for item in value)}]"
        if isinstance(value, dict):
            if value and self._chance(0.1) and isinstance(type_, GraphQLInputObjectType):
                self._used["variable inside a filter"] += 1
                name = self._dice.choice(list(value))
                rest = {n: v for n, v in value.items() if n != name}
                fields = [f"{n}: {self._literal(type_.fields[n].type, v)}" for n, v in rest.items()]
                fields.append(f"{name}: {self._variable(str(type_.fields[name].type), value[name])}")
                return f"{{{', '.join(fields)}}}"
            return f"{{{', '.join(f'{n}: {self._literal(type_.fields[n].type, v)}' for n, v in value.items())}}}"
        return json.dumps(value, ensure_ascii=False)

    def _variable(self, type_: str, value: Any) -> str:
        name = self._new("v")
        self._declared[name] = type_
        self._variables[name] = _sent(value)
        return f"${name}"

    def _new(self, stem: str) -> str:
        self._count += 1
        return f"{stem}{self._count}"

    def _chance(self, likely: float) -> bool:
        return self._dice.random() < likely


def _sent(value: Any) -> Any:
    """A value as JSON carries it."""
    if isinstance(value, Mapping):
        return {name: _sent(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_sent(item) for item in value]
    return str(value) if isinstance(value, Name) else value
