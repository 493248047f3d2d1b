"""What a procedure wants handed in with a case, as its file names it, and the files that are given for it (申请材料).

[[material]]
code = "proof_of_death"
english = "Proof of death"
chinese = "死亡证明"
required = true
basis = "…"
verified = false
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.kernel.field import One, Rows, Text
from bureau.kernel.shape import Shape
from bureau.kernel.words import Words
from bureau.machinery.files.file import File

MATERIALS = "materials"
"""The argument under which verbs are given files."""
MOST_AT_ONCE = 40
"""Files that a verb is given."""

_TEXTS = ("code", "english", "chinese", "basis")
_KEYS = {*_TEXTS, "required", "verified"}


@dataclass(frozen=True, slots=True)
class Material:
    """One of the materials that a procedure wants."""

    code: str
    words: Words
    is_required: bool
    """Whether no case is opened without it."""
    basis: str
    """The rule that asks for it."""
    verified: bool
    """Whether the wording of its basis was read where it is published."""


def material_of(given: Mapping[str, Any]) -> Material:
    """A material as a procedure's file has it; raises ValueError where that makes no sense."""
    if unknown := sorted(given.keys() - _KEYS):
        raise ValueError(f"a material has {unknown[0]}, which means nothing")
    for name in _TEXTS:
        if not isinstance(given.get(name), str) or not given[name]:
            raise ValueError(f"a material lacks its {name}")
    words = Words(given["english"], given["chinese"])
    return Material(
        given["code"], words, bool(given.get("required", False)), given["basis"], bool(given.get("verified", False))
    )


class CaseMaterial(Shape):
    """A file that you uploaded: which of the materials it is that are wanted, or else what it is (申请材料)."""

    file = One(File, "File", "文件")
    material = Text(
        60, "Material", "材料代码", plain=True, note=("A code of those wanted.", "须为所列材料。")
    ).optional()
    description = Text(200, "What it is", "材料说明").optional()


class Attachments(Rows):
    """The files that a verb is given, with the materials that are wanted of it."""

    def __init__(self, wanted: Sequence[Material] = ()) -> None:
        super().__init__(CaseMaterial, "Materials", "申请材料", most=MOST_AT_ONCE)
        self.wanted = tuple(wanted)
