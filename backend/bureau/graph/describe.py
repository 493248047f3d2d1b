"""What the schema says of itself: every description in English with the Chinese term beside it."""

import inspect
from typing import Any

from bureau.kernel.field import Coded, Field, Integer, Numbered, Scaled, Sealed, Text
from bureau.kernel.words import Words


def term(words: Words) -> str:
    """`Date of birth 出生日期`."""
    return f"{words.en} {words.zh}"


def of_field(declared: Field[Any]) -> str:
    """A field's description: its term, what it may hold, and what else was declared of it."""
    parts = [f"{term(declared.words)}.", *_limits(declared)]
    if declared.note:
        parts.append(f"{declared.note.en} {declared.note.zh}")
    if declared.read is not None:
        parts.append("Restricted: null where it is withheld. 受限字段，无权查看时为空。")
    return " ".join(parts)


def _limits(declared: Field[Any]) -> list[str]:
    match declared:
        case Coded(table=table):
            return [f"A code of {table.name} ({table.source})."]
        case Text(size=size):
            return [f"At most {size} characters."]
        case Integer(least=least, most=most):
            return [f"Between {least} and {most}."]
        case Scaled(money=True):
            return ["In yuan."]
        case Numbered():
            return ["Nine digits and a check digit."]
        case Sealed():
            return ["Sealed: encrypted, shown as a mask. 加密保存，仅显示掩码。"]
    return []


def of_doc(doc: str, words: Words) -> str:
    """A type's description: its docstring, then the Chinese term."""
    return f"{inspect.cleandoc(doc)}\n\n{words.zh}"
