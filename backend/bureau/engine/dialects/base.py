"""What the compiler asks of a dialect."""

from abc import ABC, abstractmethod
from typing import Any

from bureau.engine.tree import Param
from bureau.storage.tables import Index


class Dialect(ABC):
    """SQL fragments; those that write JSON return text and never NULL."""

    needs_lead = False
    """Whether rows of one scope in the order of ids must be asked for as a range of the scope's index."""

    copies = False
    """Whether the database writes CSV by itself."""

    position: str
    """An expression: up to which position the statement's snapshot holds every change, without the database's base."""

    identities = ""
    """What stands before the name of a table of which it is asked which record a row is of, and nothing else."""

    @abstractmethod
    def text(self, column: str) -> str:
        """Free text as a JSON string."""

    @abstractmethod
    def boolean(self, column: str) -> str:
        """A boolean column as true or false."""

    @abstractmethod
    def truth(self, predicate: str) -> str:
        """A predicate, never unknown, as true or false."""

    @abstractmethod
    def date(self, column: str) -> str:
        """A day as text without quotes; NULL stays NULL."""

    @abstractmethod
    def moment(self, column: str) -> str:
        """A moment as RFC 3339 text, without quotes, with microseconds only when there are any; NULL stays NULL."""

    @abstractmethod
    def scaled(self, column: str, scale: int) -> str:
        """A scaled integer as a decimal text without quotes; NULL stays NULL."""

    @abstractmethod
    def number(self, column: str) -> str:
        """A whole number as text; NULL stays NULL."""

    @abstractmethod
    def label(self, table: str, column: str, words: str) -> str:
        """The words of a code, a JSON string; NULL where there is no such code."""

    @abstractmethod
    def words(self, table: str, column: str, words: str) -> str:
        """The words of a code as they are, no JSON; NULL where there is no such code."""

    @abstractmethod
    def like(self, column: str, place: str) -> str:
        """LIKE that ignores the case of A to Z and of no other letter; a backslash escapes."""

    @abstractmethod
    def found(self, columns: list[str], place: str) -> str:
        """Every text of a list parameter stands somewhere in one of the columns, byte for byte."""

    @abstractmethod
    def has_grams(self, index: Index, alias: str, place: str) -> str:
        """What an index of grams can tell of it: true for every row that is found, and for few others."""

    @abstractmethod
    def grams(self, words: Param) -> Param:
        """What `has_grams` looks for, made of the words that are sought."""

    @abstractmethod
    def among(self, column: str, place: str, param: Param) -> str:
        """A column that is one of a list parameter's values."""

    @abstractmethod
    def not_empty(self, place: str) -> str:
        """A list parameter that has values."""

    @abstractmethod
    def one(self, written: str, source: str) -> str:
        """What is written of the one row there is; the text `null` where there is none."""

    @abstractmethod
    def each(self, written: str, within: str, before: str = "") -> str:
        """What is written of each row, joined by commas, with a text `before` the first if there is one.

        Only ever asked for inside `gathered`.
        """

    @abstractmethod
    def gathered(self, written: str, rows: str, otherwise: str) -> str:
        """What is written of all rows together; `otherwise` is the same of none."""

    @abstractmethod
    def place(self, number: int, param: Param) -> str:
        """The placeholder of a parameter."""

    @abstractmethod
    def bind(self, param: Param, value: Any) -> Any:
        """A parameter's value as the driver takes it."""

    @abstractmethod
    def concat(self, pieces: list[str]) -> str:
        """Texts, one after the other."""
