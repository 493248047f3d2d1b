"""Recusal: nobody decides what concerns them or their family, nor what they say they have an interest in (回避)."""

from collections.abc import Collection, Mapping
from typing import Any

from bureau.access.account import Account
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Moment, One, Text
from bureau.kernel.kind import Follows, Kind
from bureau.machinery.approvals.case import Case
from bureau.machinery.approvals.case_step import CaseStep
from bureau.registry.guardianship import PARENTS, Guardianship
from bureau.registry.person import Person
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.record import Record


class CaseRecusal(Record):
    """That somebody whose turn it was has an interest in a case, and why; they decide nothing of it from then on."""

    case = One(Case, "Case", "办理事项", back=("recusals", "Recusals", "回避"))
    case_step = One(CaseStep, "Step", "环节", back=("recusals", "Recusals", "回避"))
    account = One(Account, "Account", "账户", internal=True).optional()
    said_by = Text(60, "Said by", "回避人", of_person=True)
    said_at = Moment("Said at", "提出时间")
    reason = Text(500, "Reason", "回避原因", lines=True)
    passed_to = Text(
        200, "Passed on to", "移交机构", note=("Empty where others of the unit decide.", "由本机构他人办理时为空。")
    ).optional()


case_recusal = Kind(
    CaseRecusal,
    label=("Case recusal", "Case recusals", "回避"),
    rooted=False,
    title=("said_by", "said_at"),
    order=("said_at",),
)


async def barred(act: Act, subject: Case, accounts: Collection[int]) -> Mapping[int, Code]:
    """Which of some accounts do not decide a case, and why (§17).

    OWN_CASE for whoever opened it and for whom it is about; RECUSED for the guardians of those, for who is a parent
    together with one of them, and for whoever said that they have an interest. All accounts of a person count as one.
    """
    people = dict(await Account.filter(id__in=list(accounts)).values_list("id", "person_id"))
    said = await CaseRecusal.filter(case_id=subject.id, void_reason__isnull=True)
    aside = await _with_persons({one.__dict__["account_id"] for one in said} - {None})
    opener = await _with_persons({subject.__dict__["opener_id"]} - {None})
    concerned = await _concerned(act, subject)
    family = await _family(concerned)
    found: dict[int, Code] = {}
    for account, person in people.items():
        if account in opener[0] or (person is not None and person in opener[1] | concerned):
            found[account] = Code.OWN_CASE
        elif account in aside[0] or (person is not None and person in aside[1] | family):
            found[account] = Code.RECUSED
    return found


async def refuse_barred(act: Act, subject: Case) -> None:
    """Raise Refusal OWN_CASE or RECUSED where the actor does not decide a case."""
    account = act.actor.account
    found = await barred(act, subject, [account]) if account is not None else {}
    for code in found.values():
        raise refuse(code, "id")


async def _with_persons(accounts: set[int]) -> tuple[set[int], set[int]]:
    """Accounts, and the persons of whom they are."""
    known = await Account.filter(id__in=list(accounts), person_id__isnull=False)
    return accounts, {account.__dict__["person_id"] for account in known}


async def _concerned(act: Act, subject: Case) -> set[int]:
    """The persons whom a case is about: whose record its subject is, or hangs on."""
    name, _, number = subject.subject.partition(":")
    kind = next((kind for kind in act.store.kinds if kind.type_name == name and not kind.abstract), None)
    query: Any = kind.record.filter(id=int(number)) if kind else None  # type: ignore[attr-defined]
    record = await query.first() if query is not None else None
    while kind is not None and record is not None:
        if isinstance(record, Person):
            return {record.id}
        declared = kind.fields.get("person")
        if isinstance(declared, One) and declared.target is Person:
            return {record.__dict__["person_id"]} - {None}
        if not isinstance(kind.scope, Follows):
            break
        record = await getattr(record, kind.scope.subject)
        kind = act.store.kind_of(type(record)) if record is not None else None
    return set()


async def _family(persons: set[int]) -> set[int]:
    """The guardians of these persons as pupils, and who is a parent together with one of them."""
    if not persons:
        return set()
    pupils = [pupil.id for pupil in await Student.filter(person_id__in=list(persons))]
    parents = {"relation__in": sorted(PARENTS), "void_reason__isnull": True}
    own = [tie.__dict__["student_id"] for tie in await Guardianship.filter(guardian_id__in=list(persons), **parents)]
    guardians = await Guardianship.filter(student_id__in=pupils, void_reason__isnull=True)
    partners = await Guardianship.filter(student_id__in=own, **parents)
    return {tie.__dict__["guardian_id"] for tie in (*guardians, *partners)}
