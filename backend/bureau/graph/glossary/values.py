"""Fields and arguments as entries of the catalogue: what each holds, and within which limits."""

from typing import Any

from bureau.graph.glossary.shapes import CatalogueArgument, CatalogueField, CatalogueMaterial, CatalogueState, label
from bureau.kernel.field import Choice, Choices, Coded, Field, Integer, One, Rows, Scaled, Sealed, Text
from bureau.kernel.money import LARGEST
from bureau.kernel.text import camel
from bureau.machinery.approvals.material import Attachments
from bureau.machinery.files.file import File


def field_entry(declared: Field[Any], profile: str, *, can_read: bool) -> CatalogueField:
    """A field of a kind."""
    return CatalogueField(
        **_value(declared.name, declared),
        required=declared.is_required(profile),
        restricted=declared.read is not None,
        choices=[member.value for member in _members(declared)],
        source=declared.table.source if isinstance(declared, Coded) else None,
        by_verbs=declared.by_verbs,
        can_read=can_read,
    )


def argument_entry(name: str, declared: Field[Any], *, is_required: bool, path: str | None = None) -> CatalogueArgument:
    """What a verb is given under a name."""
    columns = declared.shape.fields if isinstance(declared, Rows) else {}
    rows = [argument_entry(n, f, is_required=not f.missing_in) for n, f in columns.items()]
    wanted = [
        CatalogueMaterial(code=one.code, label=label(one.words), required=one.is_required, basis=one.basis)
        for one in (declared.wanted if isinstance(declared, Attachments) else ())
    ]
    value = _value(name, declared)
    if isinstance(declared, One) and declared.target is File:
        value["type"] = "Upload"  # whoever fills in the form has the file, and the product has it not yet
    return CatalogueArgument(**value, required=is_required, path=path, rows=rows, wanted=wanted)


def _value(name: str, declared: Field[Any]) -> dict[str, Any]:
    """What a field and an argument say alike."""
    number = declared if isinstance(declared, Integer | Scaled) else None
    scale = declared.scale if isinstance(declared, Scaled) else None
    text = declared if isinstance(declared, Text) else None
    return {
        "name": camel(name),
        "label": label(declared.words),
        "note": label(declared.note) if declared.note else None,
        "type": type(declared).__name__,
        "sealed": isinstance(declared, Sealed),
        "is_list": isinstance(declared, Choices | Rows),
        "code_table": declared.table.name if isinstance(declared, Coded) else None,
        "target": declared.target.__name__ if isinstance(declared, One) else None,
        "states": [CatalogueState(name=member.value, label=label(member.words)) for member in _members(declared)],
        "size": text.size if text else None,
        "is_multiline": bool(text and text.lines),
        "least": _bound(number.least, scale) if number else None,
        "most": _bound(number.most, scale) if number else None,
        "scale": scale,
        "is_money": isinstance(declared, Scaled) and declared.money,
    }


def _members(declared: Field[Any]) -> list[Any]:
    members: Any = declared.members if isinstance(declared, Choice | Choices) else ()
    return list(members)


def _bound(bound: int, scale: int | None) -> float | None:
    """A bound as the value itself is told; None for what bounds nothing."""
    return None if abs(bound) >= LARGEST else bound / 10 ** (scale or 0)
