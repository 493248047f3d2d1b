"""What a token is narrowed to, as its columns hold it: names with a space between them; nothing where it is not."""

from collections.abc import Iterable, Mapping
from typing import Any

from bureau.kernel.narrowing import Narrowing

COLUMNS = ("roles", "kinds", "reads_only", "stored_only", "documents")
"""The columns that `narrowing_of` wants, in this order."""

NARROWED = "(roles IS NOT NULL OR kinds IS NOT NULL OR coalesce(reads_only, false) OR coalesce(stored_only, false))"
"""The condition that a token is narrowed in any way."""


def narrowing_of(roles: str | None, kinds: str | None, reads_only: Any, stored_only: Any, documents: Any) -> Narrowing:
    """What a token leaves of its account's rights."""
    return Narrowing(
        frozenset(roles.split()) if roles is not None else None,
        frozenset(kinds.split()) if kinds is not None else None,
        bool(reads_only),
        bool(stored_only),
        frozenset((documents or "").split()),
    )


def values_of(narrowing: Narrowing) -> Mapping[str, Any]:
    """The values by which a token keeps a narrowing."""
    return {
        "roles": _joined(narrowing.roles),
        "kinds": _joined(narrowing.kinds),
        "reads_only": narrowing.reads_only,
        "stored_only": narrowing.stored_only,
        "documents": _joined(narrowing.documents or None),
    }


def _joined(names: Iterable[str] | None) -> str | None:
    return None if names is None else " ".join(sorted(names))
