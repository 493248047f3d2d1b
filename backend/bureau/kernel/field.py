"""The types of field a kind is declared from: words, limits, and the columns that hold a value.

A field stands in a record's class body, `name = Text(100, "Name", "名称")`. On the class it is itself, with
everything that was declared; on a record it is the value. What a value looks like in the database is said by
`columns`; nothing else in the product decides that.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Literal, Self, TypeVar, cast, overload

from bureau.kernel import rules
from bureau.kernel.errors import Fault
from bureau.kernel.money import LARGEST
from bureau.kernel.period import Period
from bureau.kernel.rules import Rule
from bureau.kernel.text import clean, clean_code, half_width
from bureau.kernel.words import Words

if TYPE_CHECKING:
    from bureau.kernel.shape import Shape  # which is made of fields

PROFILES = frozenset({"cn", "generic"})
"""The sets of rules a bureau can run under."""

T = TypeVar("T")
S = TypeVar("S", bound="State")


class ColumnType(Enum):
    """What a column holds; each dialect says how."""

    ID = "id"
    """A 64-bit integer that identifies a row."""
    INTEGER = "integer"
    """A 64-bit integer."""
    TEXT = "text"
    """Free text, NFC."""
    PLAIN = "plain"
    """Text without quotes, backslashes or controls, held so by a CHECK: JSON may take it as it is."""
    KEY = "key"
    """A sort key, compared byte by byte."""
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "moment"
    """UTC, to the microsecond."""
    BYTES = "bytes"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: ColumnType
    null: bool = False
    references: str | None = None
    """The table whose id it holds."""


class State(StrEnum):
    """A state the code branches on; each member is its value and its words: `LIVE = "LIVE", "Live", "有效"`."""

    words: Words

    def __new__(cls, value: str, en: str, zh: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.words = Words(en, zh)
        return member


@dataclass(frozen=True, slots=True)
class CodeTable:
    """A dated table of codes; its entries are data, and so are its words there."""

    name: str
    words: Words
    source: str


class Field(Generic[T]):
    """What every field declares."""

    def __init__(
        self,
        en: str,
        zh: str,
        *,
        unique: Literal["", "live", "ever"] = "",
        read: Rule | None = None,
        by_verbs: bool = False,
        derived: bool = False,
        internal: bool = False,
        secret: bool = False,
        note: tuple[str, str] | None = None,
    ) -> None:
        self.words = Words(en, zh)
        self.unique = unique
        """Whether no two records share a value: among the live ones, or among all that ever were."""
        self.read = read
        """Who may read it, where that is narrower than the kind's rule: a restricted field."""
        self.by_verbs = by_verbs
        """Whether it has a life of its own, which only named verbs and imports change, and no plain update."""
        self.derived = derived
        """Whether it follows from the other fields: a fill of its kind gives it, and nobody else does."""
        self.internal = internal
        """Whether it never leaves the product: no query, input, file or catalogue has it."""
        self.secret = secret
        """Whether no copy of it is kept: neither history nor journal has what it was."""
        self.note = Words(*note) if note else None
        """What else the API should say of it: unit, source of the rule."""
        self.missing_in: frozenset[str] = frozenset()
        """The profiles in which a record may lack it."""
        self.name = ""
        self.owner: type[Any] | None = None

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self.name = name
        self.owner = owner

    if TYPE_CHECKING:

        @overload
        def __get__(self, record: None, owner: type[Any]) -> Self: ...

        @overload
        def __get__(self, record: object, owner: type[Any]) -> T: ...

        def __get__(self, record: object | None, owner: type[Any]) -> Any: ...

        def __set__(self, record: object, value: T) -> None: ...

    def optional(self, only: Literal["generic", ""] = "") -> "Field[T | None]":
        """The same field, which a record may lack: always, or in one profile only."""
        self.missing_in = frozenset({only} if only else PROFILES)
        return cast("Field[T | None]", self)

    @property
    def null(self) -> bool:
        """Whether its columns may be empty in some profile."""
        return bool(self.missing_in)

    def is_required(self, profile: str) -> bool:
        """Whether a record must have it under `profile`."""
        return profile not in self.missing_in

    def uniform(self, text: str) -> str:
        """Text from outside as it is stored and compared."""
        return clean(text)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that hold the value."""
        raise NotImplementedError

    @property
    def column(self) -> Column:
        """The one column of a field that has just one."""
        (only,) = self.columns
        return only


class _OneColumn(Field[T]):
    """A field whose value is one column of its own name."""

    column_type: ColumnType

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return (Column(self.name, self.column_type, self.null),)


class Text(_OneColumn[str]):
    """Text of at most `size` characters; several lines only where it says so."""

    def __init__(
        self,
        size: int,
        en: str,
        zh: str,
        *,
        pattern: str | None = None,
        lines: bool = False,
        form: Literal["text", "code", "number", "verbatim"] = "text",
        of_person: bool = False,
        plain: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(en, zh, **options)
        self.size = size
        self.lines = lines
        self.form = form
        """How it is made uniform: as text; as a code, whose full-width letters and digits become ordinary ones; as a
        number, which has no white space and no small letters either; or not at all, where every character counts."""
        self.of_person = of_person
        """Whether it is a person's name, which sorts by the reading of its surname."""
        self.pattern = re.compile(pattern, re.ASCII) if pattern else None
        self.column_type = ColumnType.PLAIN if plain else ColumnType.TEXT

    def uniform(self, text: str) -> str:
        match self.form:
            case "text":
                return clean(text)
            case "code":
                return half_width(clean(text))
            case "number":
                return clean_code(text)
            case "verbatim":
                return text


class Coded(_OneColumn[str]):
    """A code of a dated table."""

    column_type = ColumnType.PLAIN

    def __init__(self, table: CodeTable, en: str, zh: str, **options: Any) -> None:
        super().__init__(en, zh, **options)
        self.table = table

    def uniform(self, text: str) -> str:
        return clean_code(text)


class Choice(_OneColumn[S]):
    """A state the code branches on: one of an enum's members, each with its words."""

    column_type = ColumnType.PLAIN

    def __init__(self, members: type[S], en: str, zh: str, **options: Any) -> None:
        super().__init__(en, zh, **options)
        self.members = members


class Choices(Field[list[S]]):
    """Some of an enum's members, each once: what a verb is given, and no record holds."""

    columns = ()

    def __init__(self, members: type[S], en: str, zh: str, **options: Any) -> None:
        super().__init__(en, zh, **options)
        self.members = members


class Rows(Field[list[Any]]):
    """A list of rows of one shape (`kernel.shape`), at most so many: what a verb is given, and no record holds."""

    columns = ()

    def __init__(self, shape: "type[Shape]", en: str, zh: str, *, most: int, **options: Any) -> None:
        super().__init__(en, zh, **options)
        self.shape = shape
        self.most = most


class Integer(_OneColumn[int]):
    """A whole number between two bounds."""

    column_type = ColumnType.INTEGER

    def __init__(self, least: int, most: int, en: str, zh: str, **options: Any) -> None:
        super().__init__(en, zh, **options)
        self.least, self.most = least, most


class Scaled(_OneColumn[int]):
    """A decimal of fixed scale, or money, held as a whole number of its smallest unit; so are its bounds, if any."""

    column_type = ColumnType.INTEGER

    def __init__(
        self,
        scale: int,
        en: str,
        zh: str,
        *,
        money: bool = False,
        least: int = -LARGEST,
        most: int = LARGEST,
        **options: Any,
    ) -> None:
        super().__init__(en, zh, **options)
        self.scale = scale
        self.money = money
        self.least, self.most = least, most


class Boolean(_OneColumn[bool]):
    """Yes or no."""

    column_type = ColumnType.BOOLEAN


class Date(_OneColumn[date]):
    """A day."""

    column_type = ColumnType.DATE


class Moment(_OneColumn[datetime]):
    """A moment in UTC."""

    column_type = ColumnType.MOMENT


class Span(Field[Period]):
    """A period of days, its end exclusive or open."""

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return (
            Column(f"{self.name}_from", ColumnType.DATE, self.null),
            Column(f"{self.name}_until", ColumnType.DATE, True),
        )

    def __get__(self, record: Any, owner: type[Any] | None = None) -> Any:
        if record is None:
            return self
        first, last = self.columns
        start, until = getattr(record, first.name), getattr(record, last.name)
        return None if start is None and until is None else Period(start, until)

    def __set__(self, record: Any, value: Any) -> None:
        for column, day in zip(self.columns, value or (None, None), strict=True):
            setattr(record, column.name, day)


class Sealed(Field[str]):
    """An identifier that is encrypted under its person's salt and shown as a mask.

    `subject` is the relation to the person whose salt seals it; empty when the record is that person. `reveal` says who
    may have it in the clear, of records that they see.
    """

    def __init__(
        self,
        en: str,
        zh: str,
        *,
        check: Callable[[str], tuple[str, Fault | None]],
        subject: str = "",
        reveal: Rule = rules.director_opened | rules.registrar | rules.identity,
        **options: Any,
    ) -> None:
        super().__init__(en, zh, **options)
        self.check = check
        """Makes a value uniform and says what is wrong with it."""
        self.subject = subject
        self.reveal = reveal

    def uniform(self, text: str) -> str:
        return self.check(text)[0]

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return (
            Column(f"{self.name}_sealed", ColumnType.BYTES, True),
            Column(f"{self.name}_digest", ColumnType.BYTES, True),
            Column(f"{self.name}_mask", ColumnType.PLAIN, True),
        )


class One(Field[T]):
    """A relation to one record of another kind, and the way back from there.

    A record that refers to its own kind names it: `superior = One["Unit"]("Unit", "Superior", "上级单位")`.
    """

    def __init__(
        self,
        target: type[T] | str,
        en: str,
        zh: str,
        *,
        back: tuple[str, str, str] | None = None,
        as_found: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(en, zh, **options)
        self.as_found = as_found
        """Whether it goes on leading to a record that was merged into another, because it tells of just that one."""
        self._target: type[Any] | str = target
        self.accessor: Any = None
        """The property by which a record leads to the related one; storage sets it. A shape has none."""
        self.back = (back[0], Words(back[1], back[2])) if back else None
        """Name and words of the list of these records on the other kind."""

    @property
    def target(self) -> type[Any]:
        """The record class it leads to."""
        if isinstance(self._target, str):
            raise TypeError(f"{self._target} is not defined yet")
        return self._target

    @property
    def target_name(self) -> str:
        """The name of that class, which may be known before the class is."""
        return self._target if isinstance(self._target, str) else self._target.__name__

    def __get__(self, record: Any, owner: type[Any] | None = None) -> Any:
        if record is None:
            return self
        return self.accessor.__get__(record, owner) if self.accessor else record.__dict__[self.name]

    def __set__(self, record: Any, value: Any) -> None:
        if self.accessor:
            self.accessor.__set__(record, value)
        else:
            record.__dict__[self.name] = value

    def found(self, target: type[Any]) -> None:
        """Settle a relation that was declared by name, to a class then still unfinished."""
        self._target = target

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        return (Column(f"{self.name}_id", ColumnType.ID, self.null, references=self.target.about.table),)


class Numbered(_OneColumn[str]):
    """A number of our own: nine digits from a counter and a check digit, given when a record is made."""

    column_type = ColumnType.PLAIN

    def uniform(self, text: str) -> str:
        return clean_code(text)


class Salt(_OneColumn[bytes]):
    """The salt under which a person's sealed values are encrypted; it never leaves storage."""

    column_type = ColumnType.BYTES

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en, zh, internal=True, secret=True)
