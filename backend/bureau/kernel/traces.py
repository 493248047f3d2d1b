"""What a log may say of an error: of what sort it is and where it came up, and nothing that it was about.

The texts of other people's exceptions quote what they stumbled over: PostgreSQL the row that stands there already,
Python the key that is missing. That may be a person's name or a number which is sealed everywhere else.
"""

import traceback
from collections.abc import Iterator

from bureau.kernel.errors import BureauError, CommandError, Refusal, RequestError

_ABOUT_CODE = (AttributeError, ImportError, NameError, NotImplementedError, OSError, RecursionError)
"""Exceptions whose texts name what the program or the machine has, and no values."""
_NAMES = ("sqlstate", "sqlite_errorname", "schema_name", "table_name", "column_name", "constraint_name")
"""What databases say of an error beside its text: codes, and names of the schema."""


def reason_of(error: BaseException) -> str:
    """An error in a line."""
    said = [f"{name}={value}" for name in _NAMES if isinstance(value := getattr(error, name, None), str)]
    return f"{type(error).__name__}: {text}" if (text := _text(error, said)) else type(error).__name__


def _text(error: BaseException, said: list[str]) -> str:
    match error:
        case RequestError():
            return error.code
        case Refusal() | CommandError():
            return str(error)  # paths and codes; or our own words for an operator
        case BureauError():
            return ""
        case _ if isinstance(error, _ABOUT_CODE):
            return " ".join((str(error), *said))
    return " ".join(said)


def trace_of(error: BaseException) -> str:
    """An error with the lines of code that led to it, and those before it that it came from, the first one first."""
    parts: list[str] = []
    for link in reversed(list(_chain(error))):
        parts += traceback.format_tb(link.__traceback__)
        parts.append(f"{reason_of(link)}\n")
        if isinstance(link, BaseExceptionGroup):
            parts += (f"  with {trace_of(inner)}\n" for inner in link.exceptions)
    return "Traceback (most recent call last):\n" + "".join(parts).rstrip()


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
