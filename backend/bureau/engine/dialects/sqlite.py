"""SQLite, whose parser has little room: chains of terms are balanced, and nesting costs as few symbols as it can.

Its stack holds 100 symbols before version 3.46. A relation to one takes seven of them and a list twelve; written with
the functions one would use first, coalesce around a subquery and around the aggregate, they took eleven and twenty.
"""

from typing import Any

import orjson

from bureau.engine.dialects.base import Dialect
from bureau.engine.tree import Param
from bureau.kernel.actor import Actor
from bureau.kernel.field import ColumnType
from bureau.storage.positions import NEWEST
from bureau.storage.sql import sqlite_value
from bureau.storage.tables import Index

_CHAIN = 200


class Sqlite(Dialect):
    """SQLite 3.40 and later."""

    position = NEWEST["sqlite"]

    def text(self, column: str) -> str:
        return f"json_quote({column})"

    def boolean(self, column: str) -> str:
        return f"CASE {column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END"

    def truth(self, predicate: str) -> str:
        return f"CASE WHEN {predicate} THEN 'true' ELSE 'false' END"

    def date(self, column: str) -> str:
        return column

    def moment(self, column: str) -> str:
        return f"replace({column}, '.000000Z', 'Z')"

    def scaled(self, column: str, scale: int) -> str:
        if scale == 0:
            return f"CAST({column} AS TEXT)"
        whole = 10**scale
        sign = f"CASE WHEN {column} < 0 THEN '-' ELSE '' END"
        digits = f"printf('%d.%0{scale}d', abs({column} / {whole}), abs({column} % {whole}))"
        return f"CASE WHEN {column} IS NOT NULL THEN {sign}||{digits} END"

    def number(self, column: str) -> str:
        return column

    def label(self, table: str, column: str, words: str) -> str:
        return self.words(table, column, f"json_quote({words})")

    def words(self, table: str, column: str, words: str) -> str:
        entry = f"FROM code_entry WHERE code_table = '{table}' AND code = {column} AND void_reason IS NULL"
        return f"(SELECT {words} {entry})"

    def like(self, column: str, place: str) -> str:
        return f"{column} LIKE {place} ESCAPE '\\'"

    def found(self, columns: list[str], place: str) -> str:
        lacking = " AND ".join(f"instr({column}, word.value) = 0" for column in columns)
        return f"NOT EXISTS (SELECT 1 FROM json_each({place}) word WHERE {lacking})"

    def has_grams(self, index: Index, alias: str, place: str) -> str:
        return f"{alias}.id IN (SELECT rowid FROM {index.name} WHERE {index.name} MATCH {place})"

    def grams(self, words: Param) -> Param:
        def read(variables: Any, actor: Actor) -> str:
            phrases = (" ".join(f"{ord(character):x}" for character in w) for w in words.read(variables, actor))
            return " AND ".join(("x", *(f'"{phrase}"' for phrase in phrases)))

        return Param(ColumnType.TEXT, False, read, ("grams", words.key))

    def among(self, column: str, place: str, param: Param) -> str:
        return f"{column} IN (SELECT value FROM json_each({place}))"

    def not_empty(self, place: str) -> str:
        return f"json_array_length({place}) > 0"

    def one(self, written: str, source: str) -> str:
        return f"(SELECT {written} {source} UNION ALL SELECT 'null' LIMIT 1)"

    def each(self, written: str, within: str, before: str = "") -> str:
        return f"{before}group_concat({written}){within}"

    def gathered(self, written: str, rows: str, otherwise: str) -> str:
        return f"(SELECT {written} FROM {rows} HAVING count(*) > 0 UNION ALL SELECT {otherwise} LIMIT 1)"

    def place(self, number: int, param: Param) -> str:
        return f"?{number}"

    def bind(self, param: Param, value: Any) -> Any:
        if param.many:
            return orjson.dumps([sqlite_value(item) for item in value]).decode()
        return sqlite_value(value)

    def concat(self, pieces: list[str]) -> str:
        if len(pieces) <= _CHAIN:
            return "||".join(pieces)
        groups = [pieces[start : start + _CHAIN] for start in range(0, len(pieces), _CHAIN)]
        return self.concat([f"({'||'.join(group)})" for group in groups])
