"""Lists of pupils as people hand them in: a line for each, with its number and what else is said of the pupil."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bureau.kernel.checklist import Finding, blocked
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import Text
from bureau.kernel.text import clean_code
from bureau.kernel.words import Words
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.rights import may_act

PUPILS = Text(
    60_000,
    "Pupils",
    "学生名单",
    lines=True,
    note=(
        "A line for each: the pupil's number, and what else is asked for, as from a table.",
        "每行一名：学生编号及所需的其他内容，可自表格粘贴。",
    ),
)
"""The field of a list."""

_BETWEEN = re.compile(r"[\s,，;；、]+")


class Line(NamedTuple):
    """A line of a list: the pupil, held, and what else it says."""

    pupil: Student
    said: str


async def listed(act: Act, text: str) -> list[Line]:
    """The pupils of a list in its order; raises Refusal with each line that names nobody they see, or one twice."""
    lines = [_BETWEEN.split(line.strip(), maxsplit=1) for line in text.split("\n") if line.strip()]
    if not lines:
        raise refuse(Code.REQUIRED, "pupils")
    numbers = [clean_code(line[0]) for line in lines]
    kind = act.store.kind_of(Student)
    held = await act.hold_all(Student, number__in=list(set(numbers)))
    seen = {pupil.number: pupil for pupil in held if may_act(act.actor, kind, kind.read, pupil)}
    if faults := [*_faults(numbers, seen)]:
        raise Refusal(faults)
    return [Line(seen[number], line[1] if len(line) > 1 else "") for number, line in zip(numbers, lines, strict=True)]


def _faults(numbers: Sequence[str], seen: Mapping[str, Student]) -> Iterator[Fault]:
    places: dict[str, int] = {}
    for place, number in enumerate(numbers, 1):
        if number in places:
            yield fault(Code.DUPLICATE_ROW, "pupils", line=places[number])
        elif number not in seen:
            yield invalid("pupils", f"line {place}: no such pupil.", f"第 {place} 行：找不到该学生。")
        places.setdefault(number, place)


def told(pupil: Student, findings: Sequence[Finding]) -> Iterator[Fault]:
    """What forbids it, with the number of the pupil whom it is about."""
    for found in blocked(findings):
        rule = Words(f"{pupil.number}: {found.words.en}", f"{pupil.number}：{found.words.zh}")
        yield fault(Code.NOT_MET, found.path or "pupils", rule=rule, clause=found.clause)
