"""A kind: what the product derives everything from, declared once beside its record.

    school = Kind(School, label=("School", "Schools", "学校"), scope="superior", read=rules.staff, …)

GraphQL type, filters, orders, inputs, import columns, catalogue entry, tables, indexes and permissions follow.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal, Protocol

from bureau.kernel.errors import Code, Fault
from bureau.kernel.field import Field
from bureau.kernel.rules import Level, Rule, nobody
from bureau.kernel.text import camel, pascal
from bureau.kernel.words import Words


@dataclass(frozen=True, slots=True)
class About:
    """What a record class knows of itself."""

    name: str
    table: str
    fields: Mapping[str, Field[Any]]
    """Its declared fields by name, those of its base first."""


class Declared(Protocol):
    """A record class, as far as the kernel is concerned."""

    about: ClassVar[About]


Check = Callable[[Any, "CheckContext"], Iterable[Fault]]
"""Says what is wrong with a record that is about to be written, or odd (`warning`); relations it names are loaded."""

Fact = Callable[[Any], Iterable[Fault]]
"""Says what is wrong with a value, where only a layer above this one can know it."""

Fill = Callable[[Sequence[Any]], Awaitable[None]]
"""Fills in, for a set of records about to be written, what follows from what was given."""


@dataclass(slots=True)
class CheckContext:
    """What a check may know besides the record: the profile, the day, what is new, and sealed values in the clear."""

    profile: str
    today: date
    is_new: bool
    clear: Mapping[str, str]
    """Sealed values by field: those given, and those held, which are opened when a check asks for them."""
    given: frozenset[str] = frozenset()
    """The fields that this change gives a value or clears."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """What layers above know, by name; handed to the store where the product is put together."""
    before: Any = None
    """The record as it stands, where one is changed."""
    opened: Callable[[Any, str], str | None] = lambda record, name: None
    """A sealed value of a related record in the clear, by that record and the field; None where it has none."""

    def touches(self, *names: str) -> bool:
        """Whether any of these fields can be other than it was."""
        return self.is_new or not self.given.isdisjoint(names)


@dataclass(frozen=True, slots=True)
class Tree:
    """Scope of the kind that is the tree of units itself; `field` says at which level a unit stands."""

    parent: str
    field: str
    city: str
    county: str

    def level(self, value: str) -> Level:
        """The level of a unit whose `field` holds `value`."""
        return {self.city: Level.CITY, self.county: Level.COUNTY}.get(value, Level.UNIT)


@dataclass(frozen=True, slots=True)
class Stays:
    """Scope of a record that belongs to the unit its relation names."""

    unit: str


@dataclass(frozen=True, slots=True)
class Follows:
    """Scope of a record that goes where its subject goes: a pupil's enrolments follow the pupil."""

    subject: str


@dataclass(frozen=True, slots=True)
class Parties:
    """Which units see a record: those that live records of another kind name, its own always among them."""

    record: type[Declared]
    relation: str
    """Its relation to the record in which that unit takes part."""
    unit: str
    """Its relation to the unit, by which its own scope goes."""
    of: str = ""
    """The relation to the record in which they take part, of a kind that is seen with it; empty for that itself."""


@dataclass(frozen=True, slots=True)
class Former:
    """Where the values are kept that a natural key once had: who names a record by one of them finds it."""

    record: type[Declared]
    relation: str
    """Its relation to the record that had the value."""
    field: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as a row of another kind's file gives it."""

    values: dict[str, Any]
    """By field name, what its cells say; what comes with it is a dictionary."""
    of: Any
    """The record that the row is of."""
    number: int
    """Its place in the row, from 1."""
    meant: Callable[[str], Any]
    """The value that the text of a field stands for; None if it stands for none."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Where else records of a kind are written down: in the rows of the kind they refer to, a pupil's guardians with
    the pupil. One comes with a row if any of its columns is filled.
    """

    relation: str
    """Its relation to the record that the row is of."""
    times: int = 1
    """How many a row may hold."""
    brings: str = ""
    """Its relation to a record that is written down with it, such as the person who is the guardian."""
    brought: Callable[[dict[str, Any]], None] = lambda values: None
    """Adds to the values of that record what follows from them."""
    complete: Callable[[Entry], None] = lambda entry: None
    """Adds to the values what follows from them, or from the record that the row is of, where cells say nothing."""
    own: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The fields that `complete` takes from the record that the row is of, each with the field there, at the column of
    which it is told what is wrong."""


Scope = Tree | Stays | Follows | None
"""None: the kind hangs nowhere; it is public, or reached only through records that the actor sees."""


@dataclass(frozen=True, slots=True)
class Variant:
    """Which rows of the base kind's table are of this kind: those whose `field` holds one of `values`."""

    field: str
    values: frozenset[str]

    @property
    def only(self) -> str | None:
        """The value that every record of the kind has, if there is just one."""
        return next(iter(self.values)) if len(self.values) == 1 else None


@dataclass(frozen=True, slots=True)
class Distinct:
    """No two live records share the values of all of `fields`; one that lacks a value shares nothing."""

    fields: tuple[str, ...]
    told: str
    """The field at which it is told."""
    code: Code = Code.DUPLICATE


@dataclass(frozen=True, slots=True)
class Clock:
    """A day on which a record runs out: a date, or the end of a period; and when those concerned are reminded."""

    path: str
    """`passport_until`, `valid.until`."""
    before: tuple[int, ...]
    """How many days before it."""
    tell: Rule
    """Who is told: of those whom it admits, those nearest to the unit the record belongs to."""
    unless: str = ""
    """The field that is filled once the day matters no more: when it was answered."""


@dataclass(eq=False)
class Kind:
    """A declared kind of record."""

    record: type[Declared]
    label: tuple[str, str, str]
    """One, several (both English), and the Chinese word."""
    scope: Scope = None
    owner: str = ""
    """The relation to the account whose own a record is, where `rules.owner` may read or change it; it is whoever makes
    the record, unless the product itself says otherwise. What an account owns hangs nowhere else.
    """
    parties: Parties | None = None
    """The units that take part in its records and see them as their own unit does, where several do."""
    kin: tuple[str, Literal["pupils", "schools", "classes"]] | None = None
    """The relation to what a pupil's guardians see it by, where `rules.guardian` may read or change it, empty for the
    record itself; and what that is: one of their pupils, or a school or a class that one of these is in.
    """
    headed: str | None = None
    """The relation to the class whose head teacher sees a record by it, where `rules.head_teacher` may read or change
    it; empty where the record is the class itself.
    """
    read: Rule = nobody
    create: Rule = nobody
    update: Rule = nobody
    void: Rule = nobody
    file: Rule = nobody
    """Who may enter new records of it by files though nobody creates one, because a verb does so."""
    natural_key: tuple[str, ...] = ()
    """The fields by which an import recognises a record, and other records refer to it."""
    called_by: str = ""
    """The one field by which files refer to a record, where the natural key is several."""
    agree: tuple[str, ...] = ()
    """What must agree, besides the natural key, before a record is named by that in passing: by those who do not see
    it, or beside another. It then gets no more than it lacks.
    """
    former: Former | None = None
    title: tuple[str, ...] = ()
    """The fields that name a record to a reader, first what a person would say; a path reaches over relations. Where
    nothing is declared it follows from what the kind is searched by and referred to by."""
    list: tuple[str, ...] = ()
    """What a list shows unless asked for more."""
    order: tuple[str, ...] = ()
    """What lists can be ordered by, each by an index that begins with each scope; a path reaches over a relation."""
    filter: tuple[str, ...] = ()
    """What lists can be filtered by besides relations, each by an index, so that what few records have is found at
    once and what many have on the way through an order; a path reaches over a relation.
    """
    search: tuple[str, ...] = ()
    """What the search box looks in: fields of its own, and relations, for what finds the related record."""
    group: tuple[str, ...] = ()
    """What summaries can group by."""
    sum: tuple[str, ...] = ()
    """What summaries add up: decimals and money, which everyone who reads a record reads."""
    index: tuple[str, ...] = ()
    """What is filtered or grouped by so often that it has an index within each scope."""
    effective: tuple[str, ...] = ()
    """The period, or the first day and the day of its end, in which a record is true in the world: see `on`."""
    apart: tuple[str, str] | None = None
    """A relation and a period: no two live records of one related record share a day."""
    apart_if: str = ""
    """The yes-or-no field that says which records lie apart; empty where all do."""
    distinct: tuple[Distinct, ...] = ()
    clocks: tuple[Clock, ...] = ()
    beside: Beside | None = None
    """How its records come in the rows of another kind's files."""
    fills: tuple[Fill, ...] = ()
    checks: tuple[Check, ...] = ()
    base: "Kind | None" = None
    variant: Variant | None = None
    rooted: bool = True
    """Whether the API has a list and a look-up of it at its root for those who may read it."""

    history: bool = True
    """Whether superseded rows are kept."""
    personal: bool = False
    """Whether its records are of persons, so that every read of them is logged."""
    derived: bool = False
    """Whether reactions alone write its records, so that they stand in the way of nobody who makes another void."""
    random_ids: bool = False
    """Whether ids are drawn at random, so that nobody can guess one: they stand in addresses."""
    merges: bool = False
    """Whether two of its records can turn out to be one: the one is then merged into the other, which answers to the
    ids of both."""
    closes: bool = False
    """Whether its records keep others from being written, as a closed term does: a whole registry has them last."""
    removed: bool = False
    """Whether rows of it are ever taken away; those of every other are made void at the most."""
    abstract: bool = False
    """Whether every record of it is of one of the kinds that build on it."""
    opens: str = ""
    """The relation to a file that whoever sees a record of it may open (`linkRecordFile`); the record has the file's
    name beside it, as `<relation>_name`."""

    def __post_init__(self) -> None:
        for verb in ("read", "create", "update", "void", "file"):
            rule: Rule = getattr(self, verb)
            setattr(self, verb, rule.of(f"{self.type_name}.{verb}").on(*self.family, writes=verb != "read"))

    @property
    def name(self) -> str:
        """Its name in Python, in commands and in paths: `school`."""
        return self.record.about.name

    @property
    def type_name(self) -> str:
        """Its name as a GraphQL type and in ids: `School`."""
        return pascal(self.name)

    @property
    def family(self) -> tuple[str, ...]:
        """Its name as a type, and that of the kind it builds on."""
        return (self.type_name, self.base.type_name) if self.base else (self.type_name,)

    @property
    def words(self) -> Words:
        return Words(self.label[0], self.label[2])

    @property
    def singular(self) -> str:
        """The root field that looks one up: `school`."""
        return camel(self.name)

    @property
    def plural(self) -> str:
        """The root field that lists them: `schools`."""
        return camel(self.label[1].lower().replace(" ", "_"))

    @property
    def doc(self) -> str:
        """The record's docstring, which is API text."""
        return (self.record.__doc__ or "").strip()

    @property
    def key_field(self) -> Field[Any] | None:
        """The one field by which others refer to a record; None where there is no such one."""
        if self.called_by:
            return self.fields[self.called_by]
        return self.fields[self.natural_key[0]] if len(self.natural_key) == 1 else None

    @property
    def fields(self) -> Mapping[str, Field[Any]]:
        """Its declared fields by name."""
        return self.record.about.fields

    @property
    def table(self) -> str:
        """The table that holds its rows."""
        return self.record.about.table
