"""Opening a case: one verb for each procedure, whose arguments are those of what is done in the end."""

import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bureau.access.acting import acting
from bureau.kernel.action import Action
from bureau.kernel.checklist import blocked
from bureau.kernel.errors import Code, Refusal, fault, refuse, warning
from bureau.kernel.field import Field, One
from bureau.kernel.kind import Tree
from bureau.kernel.rules import Rule, Term, guardian, nobody
from bureau.kernel.text import camel
from bureau.kernel.words import Words
from bureau.machinery.approvals.case import Case, CaseParty, CaseState
from bureau.machinery.approvals.case_step import CaseStep, StepState
from bureau.machinery.approvals.filing import hand_in, refuse_unfit
from bureau.machinery.approvals.form import fill_in
from bureau.machinery.approvals.material import MATERIALS, Attachments
from bureau.machinery.approvals.procedure import AUTHORITY, GUARDIAN, SUBJECT, Procedure, in_force
from bureau.machinery.approvals.publishing import publish
from bureau.machinery.approvals.turn import begin
from bureau.machinery.approvals.wording import name_of
from bureau.registry.division import Division
from bureau.registry.student import Student
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.tables import scope_columns

_FOR = "opened_for"
_CODES = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def opening_verbs(procedures: Iterable[Procedure]) -> tuple[Action, ...]:
    """The verbs by which cases are opened: `openTransfer` for the versions of the procedure `transfer`."""
    versions: dict[str, list[Procedure]] = defaultdict(list)
    for procedure in procedures:
        versions[procedure.code].append(procedure)
    return tuple(_verb(code, held) for code, held in versions.items())


def _verb(code: str, versions: Sequence[Procedure]) -> Action:
    newest = max(versions, key=lambda one: one.valid_from)
    outcome = newest.outcome

    async def work(act: Act, **given: Any) -> Case:
        procedure = in_force(versions, code, act.today)
        if procedure is None:
            raise refuse(Code.NOT_FOUND, kind=newest.words)
        subject, opened_for = given.pop(outcome.subject), given.pop(_FOR, None)
        materials = given.pop(MATERIALS, None) or []
        refuse_unfit(procedure.materials, materials, is_complete=True)
        made = await _open(act, procedure, subject, given, opened_for, len(materials))
        await hand_in(act, made, procedure.materials, materials)
        return made

    name, kind = f"open_{code}", newest.kind
    filled_in = {name: field for name, field in outcome.arguments.items() if name not in newest.supplied}
    arguments: dict[str, Field[Any]] = {outcome.subject: _subject(outcome), **filled_in}
    arguments |= {MATERIALS: Attachments(newest.materials), _FOR: Case.opened_for}
    return Action(
        name,
        kind,
        _openers(newest).of(camel(name)).on(*kind.family, writes=True),
        Words(f"Apply: {newest.words.en.lower()}", f"申请{newest.words.zh}"),
        f"Apply for it under the procedure “{newest.words.en}”; the last approval does it. {outcome.doc}",
        work,
        "",
        outcome.subject,
        arguments,
        outcome.required - newest.supplied.keys() | {outcome.subject},
        others=tuple(at for at in newest.open_at if at != SUBJECT),
        known=frozenset(n for n, f in outcome.arguments.items() if isinstance(f, One) and issubclass(f.target, Unit)),
    )


def _subject(outcome: Action) -> One[Any]:
    words = outcome.kind.words
    declared: One[Any] = One(outcome.kind.record, words.en, words.zh)
    declared.name = outcome.subject
    return declared


def _openers(procedure: Procedure) -> Rule:
    """The rule of those who may open a case: the roles of the file, and guardians where it names them."""
    staff = Rule(frozenset(Term(role) for role in procedure.openers if role != GUARDIAN))
    return staff | (guardian if GUARDIAN in procedure.openers else nobody)


async def _open(
    act: Act,
    procedure: Procedure,
    subject: Record,
    arguments: Mapping[str, Any],
    opened_for: str | None,
    file_count: int,
) -> Case:
    """Open a case. What is not met today is told and refuses nothing: it counts on the day of the last decision."""
    outcome, store = procedure.outcome, act.store
    await act.hold_all(type(subject), id=subject.id)
    await _refuse_second(procedure, subject)
    if outcome.checks:
        (findings,) = await outcome.checks(act, [{outcome.subject: subject, **arguments}])
        act.tx.warnings += [warning(Code.NOT_MET, f.path, rule=f.words, clause=f.clause) for f in blocked(findings)]
    places = {
        at: _unit_of(act, record)
        for at, record in (("subject", subject), *arguments.items())
        if _is_placed(act, record)
    }
    for at in {*procedure.open_at, *(step.at for step in procedure.steps)} - places.keys():
        raise Refusal([fault(Code.REQUIRED, at)])
    units = await _units_of_steps(act, procedure, subject, places)
    reading, who = await store.reading(), await acting(act)
    record: Any = procedure.kind.record
    made: Case = await act.create(
        record,
        kind=procedure.kind.name,
        procedure=procedure.code.upper(),
        procedure_version=procedure.valid_from,
        form_title=procedure.form,
        basis=procedure.basis,
        outcome=outcome.name,
        supplied=" ".join(f"{name}={what}" for name, what in procedure.supplied.items()) or None,
        subject=procedure.subject_id(subject.id),
        subject_name=(await name_of(store, reading, subject)).zh,
        student=await _student_of(act, subject),
        unit=units[0],
        unit_name=units[0].name,
        state=CaseState.OPEN,
        step=procedure.steps[0].code,
        step_english=procedure.steps[0].words.en,
        step_chinese=procedure.steps[0].words.zh,
        sequence=1,
        opener=who.account,
        opened_by=who.name,
        opened_for=opened_for,
        opened_at=act.tx.now(),
        remedy_english=procedure.remedy.en if procedure.remedy else None,
        remedy_chinese=procedure.remedy.zh if procedure.remedy else None,
        file_count=file_count,
        verification="".join(secrets.choice(_CODES) for _ in range(16)),
    )
    concerned = {unit.id: unit for unit in units}
    openers = {places[at] for at in procedure.open_at} - concerned.keys()
    concerned |= {unit.id: unit for unit in await Unit.filter(id__in=list(openers))}
    await act.create_all(
        CaseParty, [{"case": made, "unit": unit, "unit_name": unit.name} for unit in concerned.values()]
    )
    await fill_in(act, made, procedure, subject, arguments)
    steps = await _plan(act, made, procedure, units)
    await publish(act, procedure, steps, {outcome.subject: subject, **arguments})
    return await begin(act, made, steps[0])


async def _refuse_second(procedure: Procedure, subject: Record) -> None:
    """§2.7: no more than one open change of a record at a time; the second one is told the number of the first."""
    mine = {"kind": procedure.kind.name, "subject": procedure.subject_id(subject.id)}
    other = await Case.filter(**mine, state=CaseState.OPEN, void_reason__isnull=True).first()
    if other is not None:
        raise refuse(Code.CASE_OPEN, number=other.number)


async def _student_of(act: Act, subject: Record) -> Student | None:
    """The pupil whom a case is about: the subject itself, or whom that is of."""
    if isinstance(subject, Student):
        return subject
    declared = act.store.kind_of(type(subject)).fields.get("student")
    return await Student.filter(id=subject.__dict__["student_id"]).first() if isinstance(declared, One) else None


def _is_placed(act: Act, value: Any) -> bool:
    """Whether it is a record that belongs to a unit; a division belongs to none."""
    return isinstance(value, Record) and act.store.kind_of(type(value)).scope is not None


def _unit_of(act: Act, record: Record) -> int:
    """The unit to which a record belongs; a unit is its own."""
    kind = act.store.kind_of(type(record))
    columns = scope_columns(kind)
    unit = record.id if isinstance(kind.scope, Tree) else record.__dict__[columns[1]] if columns else None
    assert unit is not None
    return int(unit)


async def _units_of_steps(act: Act, procedure: Procedure, subject: Record, places: Mapping[str, int]) -> list[Unit]:
    """The unit of each step, as places and those in charge of them are today."""
    about = procedure.subject_id(subject.id)
    asked = sorted({(places[step.at], about) for step in procedure.steps if step.by_authority})
    offices = await act.store.known(act.tx, AUTHORITY, asked)
    ids = [offices[places[step.at], about] if step.by_authority else places[step.at] for step in procedure.steps]
    units = {unit.id: unit for unit in await Unit.filter(id__in=list(set(ids)))}
    return [units[one] for one in ids]


async def _plan(act: Act, made: Case, procedure: Procedure, units: Sequence[Unit]) -> list[CaseStep]:
    """All turns of a case, as the procedure has them today."""
    wanted = {unit.__dict__["division_id"] for unit in units} - {None}
    divisions = {one.id: one.code for one in await Division.filter(id__in=list(wanted))}
    rows = []
    for sequence, (step, unit) in enumerate(zip(procedure.steps, units, strict=True), 1):
        division = divisions.get(unit.__dict__["division_id"], "")
        rows.append(
            {
                "case": made,
                "sequence": sequence,
                "code": step.code,
                "english_name": step.words.en,
                "chinese_name": step.words.zh,
                "sort": step.sort,
                "unit": unit,
                "unit_name": unit.name,
                "roles": " ".join(step.roles),
                "need": step.need,
                "apart": " ".join(sorted(procedure.kept_apart(step.code))) or None,
                "working_days": procedure.number(step.due, act.today, division) if step.due else None,
                "public_days": procedure.number(step.publicity.days, act.today, division) if step.publicity else None,
                "state": StepState.PLANNED,
                "paused_days": 0,
            }
        )
    return await act.create_all(CaseStep, rows)
