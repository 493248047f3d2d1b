"""The kinds as the engine looks them up."""

from collections.abc import Iterable, Mapping
from typing import Any

from bureau.kernel.field import One
from bureau.kernel.kind import Kind
from bureau.storage.tables import Table


class Kinds:
    """An index over a closed set of kinds and their tables."""

    def __init__(self, kinds: Iterable[Kind], tables: Mapping[str, Table]) -> None:
        self.all = tuple(kinds)
        self.tables = tables
        self.personal_tables = frozenset(kind.table for kind in self.all if kind.personal)
        """The tables whose every read is logged."""
        self.guarded_tables = frozenset(kind.table for kind in self.all if tables[kind.table].is_guarded)
        """The tables of whose rows the database shows no more than an actor reaches."""
        self._by_record = {kind.record: kind for kind in self.all}
        self._by_type = {kind.type_name: kind for kind in self.all}
        self._concrete = {
            kind: tuple(k for k in self.all if k.base is kind) if kind.abstract else (kind,) for kind in self.all
        }
        self._many: dict[Kind, dict[str, tuple[Kind, str]]] = {}

    @property
    def searchable(self) -> tuple[Kind, ...]:
        """The kinds among whose records the search over all kinds looks."""
        return tuple(kind for kind in self.all if kind.rooted and kind.search and not kind.abstract)

    def of_record(self, record: type[Any]) -> Kind:
        """The kind of a record class."""
        return self._by_record[record]

    def of_type(self, type_name: str) -> Kind | None:
        """The kind of a GraphQL type name, as ids carry it."""
        return self._by_type.get(type_name)

    def concrete(self, kind: Kind) -> tuple[Kind, ...]:
        """The kinds that records of `kind` are of: itself, or those that build on it."""
        return self._concrete[kind]

    def variants(self, kind: Kind) -> frozenset[str]:
        """The variants there are in the table of `kind`, of which each kind that shares it has some."""
        return frozenset().union(*(k.variant.values for k in self.all if k.variant and k.table == kind.table))

    def target(self, kind: Kind, relation: str) -> Kind:
        """The kind to which a relation leads."""
        declared = kind.fields[relation]
        assert isinstance(declared, One)
        return self._by_record[declared.target]

    def accepts(self, kind: Kind) -> frozenset[str]:
        """The type names whose ids stand for records of `kind`."""
        family = {kind, *self._concrete[kind], *({kind.base} if kind.base else ())}
        return frozenset(k.type_name for k in family)

    def back(self, kind: Kind) -> Iterable[tuple[Kind, str, One[Any]]]:
        """The relations of other kinds that lead to `kind`, or to its base, and have a name on the way back."""
        family = {kind, kind.base} - {None}
        for other in self.all:
            inherited = other.base.fields if other.base else {}
            for name, declared in other.fields.items():
                if not isinstance(declared, One) or not declared.back or name in inherited:
                    continue
                if self._by_record[declared.target] in family:
                    yield other, name, declared

    def many(self, kind: Kind, name: str) -> tuple[Kind, str] | None:
        """The kind of a list that records of `kind` have, and the relation that leads back; None for no such list."""
        if kind not in self._many:
            back = ((other, relation, declared.back) for other, relation, declared in self.back(kind))
            self._many[kind] = {named[0]: (other, relation) for other, relation, named in back if named}
        return self._many[kind].get(name)


def parse_id(text: str) -> tuple[str, int] | None:
    """The type and number of an id such as `Student:1042`; None for what is no id."""
    type_name, _, number = text.partition(":")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    return type_name, int(number)
