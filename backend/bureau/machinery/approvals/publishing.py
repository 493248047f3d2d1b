"""What a step of publicity lets everybody read: the fields that its procedure lists, and nothing else (公示)."""

from collections.abc import Mapping, Sequence
from typing import Any

from bureau.kernel.words import Words
from bureau.machinery.approvals.case_step import CaseStep
from bureau.machinery.approvals.procedure import Procedure, Step
from bureau.machinery.approvals.wording import at_path, heading, masked, name_of
from bureau.storage.act import Act


async def publish(act: Act, procedure: Procedure, steps: Sequence[CaseStep], named: Mapping[str, Any]) -> None:
    """Write down what each step of publicity will show, from the records that the form names, by their names there."""
    changes = []
    for declared, step in zip(procedure.steps, steps, strict=True):
        if declared.publicity:
            words = await _shown(act, declared, named)
            changes.append((step, {"public_english": words.en, "public_chinese": words.zh}))
    if changes:
        await act.change_all(CaseStep, changes)


async def _shown(act: Act, step: Step, named: Mapping[str, Any]) -> Words:
    """A line for each field: its heading and how it reads."""
    reading, store = await act.store.reading(), act.store
    lines: list[Words] = []
    assert step.publicity
    for path, is_masked in step.publicity.fields:
        name, _, rest = path.partition(".")
        record = named[name]
        called = heading(store, type(record), rest) if rest else store.kind_of(type(record)).words
        words = await (at_path(store, reading, record, rest) if rest else name_of(store, reading, record))
        said = masked(words) if is_masked else words
        lines.append(Words(f"{called.en}: {said.en}", f"{called.zh}：{said.zh}"))
    return Words("\n".join(line.en for line in lines), "\n".join(line.zh for line in lines))
