"""Files of a case: handed in when it is opened, added when they are asked for, taken back with a reason."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from bureau.access.acting import acting
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, refuse
from bureau.kernel.field import Text
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, CaseState, case
from bureau.machinery.approvals.case_file import CaseFile, case_file
from bureau.machinery.approvals.case_step import CaseStep, PauseSort, case_step
from bureau.machinery.approvals.looking import seen_cases
from bureau.machinery.approvals.material import MATERIALS, Attachments, CaseMaterial, Material
from bureau.machinery.approvals.turn import OFFICES, holders, is_admitted, tell_of, turns, waiting
from bureau.machinery.files.file import File, file, objection_to
from bureau.storage.act import Act

_ADDED = Words("Files were added to a case.", "有一项事项补充了材料。")
_TAKEN_BACK = Words("A file of a case was taken back.", "有一项事项撤回了材料。")
_REASON = Text(500, "Reason", "原因", lines=True)


def refuse_unfit(wanted: Sequence[Material], given: Sequence[Any], *, is_complete: bool) -> None:
    """Raise Refusal with every fault of files for a case: such as are not checked yet or were refused, materials that
    nobody wants, and, where they are to be complete, each required one that is missing.
    """
    faults = list(_unfit({one.code for one in wanted}, given))
    if is_complete:
        there = {one.material for one in given}
        faults += [_missing(one) for one in wanted if one.is_required and one.code not in there]
    if faults:
        raise Refusal(faults)


def _unfit(codes: set[str], given: Sequence[Any]) -> Iterator[Fault]:
    for number, one in enumerate(given):
        at = (MATERIALS, str(number))
        if one.material is not None and one.material not in codes:
            yield fault(Code.NOT_FOUND, *at, "material", kind=CaseMaterial.fields["material"].words)
        if why := objection_to(one.file):
            yield fault(Code.INVALID, *at, "file", reason=why)


def _missing(one: Material) -> Fault:
    return fault(Code.MATERIAL_MISSING, MATERIALS, material=one.words, basis=one.basis)


async def hand_in(
    act: Act, made: Case, wanted: Sequence[Material], given: Sequence[Any], step: CaseStep | None = None
) -> None:
    """Keep fit files with a case, at the step at which they came; held, so that nobody makes one void meanwhile."""
    if not given:
        return
    await _hold(act, given)
    by_code = {one.code: one for one in wanted}
    who = await acting(act)
    last = await CaseFile.filter(case_id=made.id).order_by("-place").first()
    rows = []
    for place, one in enumerate(given, last.place + 1 if last else 1):
        held, material = one.file, by_code.get(one.material)
        words = material.words if material else Words(*[one.description or held.name] * 2)
        rows.append(
            {
                "case": made,
                "place": place,
                "material": one.material,
                "english_name": words.en,
                "chinese_name": words.zh,
                "is_required": material is not None and material.is_required,
                "file": held,
                "file_name": held.name,
                "media_type": held.media_type,
                "size": held.size,
                "sha256": held.sha256,
                "step": step.code if step else None,
                "step_english": step.english_name if step else None,
                "step_chinese": step.chinese_name if step else None,
                "account": who.account,
                "added_by": who.name,
                "added_at": act.tx.now(),
            }
        )
    await act.create_all(CaseFile, rows)


async def _hold(act: Act, given: Sequence[Any]) -> None:
    """Hold files until the transaction ends; raises Refusal NOT_FOUND for those that were made void just now."""
    there = {one.id for one in await act.hold_all(File, id__in=[one.file.id for one in given])}
    if lost := [number for number, one in enumerate(given) if one.file.id not in there]:
        raise Refusal(fault(Code.NOT_FOUND, MATERIALS, str(number), "file", kind=file.words) for number in lost)


@action(case, OFFICES | rules.guardian, label=("Add files", "补充材料"))
async def add_case_files(act: Act, subject: Case, *, materials: Annotated[list[CaseMaterial], Attachments()]) -> Case:
    """Add files to a case under way: where you were asked to supplement it, or where it is yours to decide."""
    steps = await turns(subject)
    present = _present(subject, steps)
    _refuse_unasked(act, subject, present)
    if not materials:
        raise refuse(Code.REQUIRED, MATERIALS)
    wanted = _wanted(act, subject)
    refuse_unfit(wanted, materials, is_complete=False)
    await hand_in(act, subject, wanted, materials, present)
    changed = await act.change(subject, file_count=await _count(subject))
    await tell_of(act, changed, await _concerned(act, changed, present), _ADDED, changed.version)
    return changed


@action(case, OFFICES | rules.guardian, label=("Take a file back", "撤回材料"))
async def remove_case_file(
    act: Act,
    subject: Case,
    *,
    place: Annotated[int, CaseFile.place],
    reason: Annotated[str, _REASON],
) -> Case:
    """Take a file of a case under way back; the entry stays, void, with the reason.

    Whoever may add files may do so, and whoever added this one while nothing was decided since. The last one of a
    required material stays until another is there.
    """
    steps = await turns(subject)
    present = _present(subject, steps)
    found = await act.hold_all(CaseFile, case_id=subject.id, place=place)
    if not found:
        raise refuse(Code.NOT_FOUND, "place", kind=case_file.words)
    (held,) = found
    if held.__dict__["account_id"] is None or held.__dict__["account_id"] != act.actor.account:
        _refuse_unasked(act, subject, present)
    elif not is_admitted(act.actor, present) and not _is_asked(act, subject, present):
        _refuse_decided_since(held, steps)
    if held.is_required:
        await _refuse_last(subject, held)
    await act.void(held, reason)
    changed = await act.change(subject, file_count=await _count(subject))
    await tell_of(act, changed, await _concerned(act, changed, present), _TAKEN_BACK, changed.version)
    return changed


def _present(subject: Case, steps: Sequence[CaseStep]) -> CaseStep:
    """The step at which a case waits; raises Refusal CONFLICT where it has ended."""
    if subject.state != CaseState.OPEN:
        raise Refusal([fault(Code.CONFLICT, "id")], current=subject.id)
    return waiting(steps)


def _is_asked(act: Act, subject: Case, present: CaseStep) -> bool:
    """Whether the actor opened the case and is asked to supplement it."""
    opener = subject.__dict__["opener_id"]
    return opener is not None and opener == act.actor.account and present.pause_sort == PauseSort.SUPPLEMENT


def _refuse_unasked(act: Act, subject: Case, present: CaseStep) -> None:
    """Raise Refusal unless the actor decides the step, or opened the case and is asked to supplement it."""
    if is_admitted(act.actor, present) or _is_asked(act, subject, present):
        return
    if subject.__dict__["opener_id"] == act.actor.account:
        raise refuse(Code.SUPPLEMENT_NOT_ASKED, "id")
    raise refuse(Code.NOT_YOUR_STEP, "id", step=Words(present.english_name, present.chinese_name))


def _refuse_decided_since(held: CaseFile, steps: Sequence[CaseStep]) -> None:
    """Raise Refusal where a step was decided after the file had come: others have relied on it."""
    since = [step for step in steps if step.decided_at is not None and step.decided_at >= held.added_at]
    if since:
        step = Words(since[-1].english_name, since[-1].chinese_name)
        raise refuse(Code.CHANGED_SINCE, "place", kind=case_step.words, id=step)


async def _refuse_last(subject: Case, held: CaseFile) -> None:
    """Raise Refusal where no other file is there for a required material."""
    others = CaseFile.filter(case_id=subject.id, material=held.material, void_reason__isnull=True).exclude(id=held.id)
    if not await others.exists():
        words = Words(held.english_name, held.chinese_name)
        raise refuse(Code.MATERIAL_MISSING, "place", material=words, basis=subject.basis)


def _wanted(act: Act, subject: Case) -> Sequence[Material]:
    """What the procedure of a case wants, as the verb that opens one has it."""
    declared = act.store.verbs[f"open_{subject.procedure.lower()}"].arguments[MATERIALS]
    assert isinstance(declared, Attachments)
    return declared.wanted


async def _count(subject: Case) -> int:
    """How many files a case has."""
    return int(await CaseFile.filter(case_id=subject.id, void_reason__isnull=True).count())


async def _concerned(act: Act, subject: Case, present: CaseStep) -> set[int]:
    """Those whose turn it is, and whoever opened the case."""
    return await holders(act, present) | ({subject.__dict__["opener_id"]} - {None})


async def seen_file(act: Act, identity: int) -> CaseFile:
    """A file of a case that the actor sees; raises Refusal NOT_FOUND for any other, and for one taken back."""
    found = await CaseFile.filter(id=identity, void_reason__isnull=True).first()
    if found is None or not await seen_cases(act, [found.__dict__["case_id"]]):
        raise refuse(Code.NOT_FOUND, "id", kind=case_file.words)
    return found
