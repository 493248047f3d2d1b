"""PostgreSQL: text concatenation, typed by column, is the quickest way it has to write JSON."""

from typing import Any

from bureau.engine.dialects.base import Dialect
from bureau.engine.tree import Param
from bureau.kernel.actor import Actor
from bureau.kernel.field import ColumnType
from bureau.kernel.money import from_scaled
from bureau.storage.ddl import texts_of
from bureau.storage.positions import NEWEST
from bureau.storage.sql import MOMENT
from bureau.storage.tables import Index

_CASTS = {
    ColumnType.ID: "bigint",
    ColumnType.INTEGER: "bigint",
    ColumnType.TEXT: "text",
    ColumnType.PLAIN: "text",
    ColumnType.KEY: "text",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "date",
    ColumnType.MOMENT: "timestamptz",
    ColumnType.BYTES: "bytea",
    ColumnType.JSON: "text",
}


def _pairs(word: str) -> list[str]:
    return [word[n : n + 2] for n in range(len(word) - 1)] or [word]


def _entries(table: str, words: str) -> str:
    """The whole table once for a statement: looking each code up cost twelve times as much."""
    return (
        f"(SELECT jsonb_object_agg(code, {words}) FROM code_entry WHERE code_table = '{table}' AND void_reason IS NULL)"
    )


class Postgres(Dialect):
    """PostgreSQL 15 and later, through asyncpg."""

    needs_lead = True
    copies = True
    identities = "public."  # the table itself, where a view guards its rows
    position = NEWEST["postgres"]

    def text(self, column: str) -> str:
        return f"to_json({column})::text"

    def boolean(self, column: str) -> str:
        return f"{column}::text"

    def truth(self, predicate: str) -> str:
        return f"({predicate})::text"

    def date(self, column: str) -> str:
        return f"{column}::text"

    def moment(self, column: str) -> str:
        return f"replace({MOMENT['postgres'].format(column)}, '.000000Z', 'Z')"

    def scaled(self, column: str, scale: int) -> str:
        # Multiplied, not divided: the product keeps every digit, and just as many decimals as the factor has.
        return f"({column}::numeric * {from_scaled(1, scale)})::text"

    def number(self, column: str) -> str:
        return f"{column}::text"

    def label(self, table: str, column: str, words: str) -> str:
        return f"({_entries(table, words)} -> {column})::text"

    def words(self, table: str, column: str, words: str) -> str:
        return f"({_entries(table, words)} ->> {column})"

    def like(self, column: str, place: str) -> str:
        return f"""{column} COLLATE "C" ILIKE {place}"""

    def found(self, columns: list[str], place: str) -> str:
        lacking = " AND ".join(f"strpos({column}, word) = 0" for column in columns)
        # The first word is looked for apart, which is so cheap that it comes first: most rows are settled by it.
        first = " OR ".join(f"strpos({column}, ({place})[1]) > 0" for column in columns)
        every = f"NOT EXISTS (SELECT 1 FROM unnest({place}) word WHERE {lacking})"
        return f"(({place})[1] IS NULL OR {first}) AND {every}"

    def has_grams(self, index: Index, alias: str, place: str) -> str:
        return f"grams({texts_of(index, f'{alias}.')}) @> {place}"

    def grams(self, words: Param) -> Param:
        def read(variables: Any, actor: Actor) -> list[str]:
            return sorted({gram for word in words.read(variables, actor) for gram in _pairs(word)})

        return Param(ColumnType.TEXT, True, read, ("grams", words.key))

    def among(self, column: str, place: str, param: Param) -> str:
        return f"{column} = ANY({place})"

    def not_empty(self, place: str) -> str:
        return f"cardinality({place}) > 0"

    def one(self, written: str, source: str) -> str:
        return f"coalesce((SELECT {written} {source}), 'null')"

    def each(self, written: str, within: str, before: str = "") -> str:
        return f"coalesce({before}string_agg({written}, ','){within}, '')"

    def gathered(self, written: str, rows: str, otherwise: str) -> str:
        return f"(SELECT {written} FROM {rows})"

    def place(self, number: int, param: Param) -> str:
        return f"${number}::{_CASTS[param.type]}{'[]' if param.many else ''}"

    def bind(self, param: Param, value: Any) -> Any:
        return value

    def concat(self, pieces: list[str]) -> str:
        return "||".join(pieces)
