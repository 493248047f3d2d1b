"""By what a reader knows a record: the fields that name it, first what a person would say."""

from bureau.engine.kinds import Kinds
from bureau.kernel.field import One, Text
from bureau.kernel.kind import Kind


def title(kinds: Kinds, kind: Kind) -> tuple[str, ...]:
    """The paths to the fields that name records of a kind: as it declares them, or its name, or what its search finds
    it by over relations and others refer to it by.
    """
    if kind.title:
        return kind.title
    if isinstance(kind.fields.get("name"), Text):
        return ("name",)
    sought = tuple(name for name in kind.search if isinstance(kind.fields[name], One))
    key = (kind.key_field.name,) if kind.key_field else kind.natural_key
    return tuple(_said(kinds, kind, name) for name in dict.fromkeys((*sought, *key)))


def _said(kinds: Kinds, kind: Kind, name: str) -> str:
    """A field as part of a title: of a record it leads to what is said of that first."""
    leads = isinstance(kind.fields[name], One)
    return f"{name}.{title(kinds, kinds.target(kind, name))[0]}" if leads else name
