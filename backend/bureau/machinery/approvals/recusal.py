"""Recusal: nobody decides what concerns them or their family, nor what they say they have an interest in (回避)."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
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
from bureau.storage.transaction import Transaction


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


Barred = Mapping[int, Code]
"""Which of some accounts do not decide a case, and why."""

_BEFOREHAND = "barred"


@dataclass(frozen=True, slots=True)
class Beforehand:
    """What is known of some accounts and of cases as they stood at a version."""

    accounts: frozenset[int]
    versions: Mapping[int, int]
    barred: Mapping[int, Barred]

    def let_know(self, tx: Transaction) -> None:
        """Spare a transaction the asking, where it finds a case as it stood."""
        tx.beforehand[_BEFOREHAND] = self

    def of(self, subject: Case, accounts: Collection[int]) -> Barred | None:
        """What is known of some accounts; None where nothing is, or the case is another by now."""
        if self.versions.get(subject.id) != subject.version or not self.accounts.issuperset(accounts):
            return None
        return {account: code for account, code in self.barred[subject.id].items() if account in accounts}


async def ask_beforehand(act: Act, ids: Collection[int]) -> Beforehand:
    """Whether the actor decides cases, asked of many at once: as many statements for two hundred as for one."""
    accounts = frozenset[int]() if act.actor.account is None else frozenset({act.actor.account})
    cases = await Case.filter(id__in=list(ids), void_reason__isnull=True)
    return Beforehand(accounts, {one.id: one.version for one in cases}, await _barred(act, cases, accounts))


async def barred(act: Act, subject: Case, accounts: Collection[int]) -> Barred:
    """Which of some accounts do not decide a case, and why (§17).

    OWN_CASE for whoever opened it and for whom it is about; RECUSED for the guardians of those, for who is a parent
    together with one of them, and for whoever said that they have an interest. All accounts of a person count as one.
    """
    beforehand: Beforehand | None = act.tx.beforehand.get(_BEFOREHAND)
    known = beforehand.of(subject, accounts) if beforehand else None
    return (await _barred(act, [subject], accounts))[subject.id] if known is None else known


async def refuse_barred(act: Act, subject: Case) -> None:
    """Raise Refusal OWN_CASE or RECUSED where the actor does not decide a case."""
    account = act.actor.account
    found = await barred(act, subject, [account]) if account is not None else {}
    for code in found.values():
        raise refuse(code, "id")


async def _barred(act: Act, cases: Sequence[Case], accounts: Collection[int]) -> Mapping[int, Barred]:
    said: dict[int, set[int]] = {one.id: set() for one in cases}
    for aside_of in await CaseRecusal.filter(case_id__in=list(said), void_reason__isnull=True):
        said[aside_of.__dict__["case_id"]] |= {aside_of.__dict__["account_id"]} - {None}
    openers = {one.id: {one.__dict__["opener_id"]} - {None} for one in cases}
    named = set(accounts).union(*said.values(), *openers.values())
    person = dict(await Account.filter(id__in=list(named), person_id__isnull=False).values_list("id", "person_id"))
    concerned = await _concerned(act, cases)
    family = await _family(set[int]().union(*concerned.values()))
    found: dict[int, Barred] = {}
    for one in cases:
        about = concerned[one.id]
        own = openers[one.id], about | _persons(openers[one.id], person)
        aside = said[one.id], _persons(said[one.id], person).union(*(family.get(each, ()) for each in about))
        found[one.id] = {
            account: code
            for account in accounts
            if (code := _why(account, person.get(account), own, aside)) is not None
        }
    return found


_Out = tuple[Set[int], Set[int]]
"""Accounts, and persons."""


def _why(account: int, person: int | None, own: _Out, aside: _Out) -> Code | None:
    for (accounts, persons), code in ((own, Code.OWN_CASE), (aside, Code.RECUSED)):
        if account in accounts or person in persons:
            return code
    return None


def _persons(accounts: Collection[int], person: Mapping[int, int]) -> set[int]:
    """The persons of whom accounts are."""
    return {person[account] for account in accounts if account in person}


async def _concerned(act: Act, cases: Sequence[Case]) -> Mapping[int, Set[int]]:
    """By case, the persons whom it is about: whose record its subject is, or hangs on."""
    found: dict[int, Set[int]] = {one.id: frozenset() for one in cases}
    subjects: dict[str, dict[int, list[int]]] = {}
    for one in cases:
        type_name, _, identity = one.subject.partition(":")
        subjects.setdefault(type_name, {}).setdefault(int(identity), []).append(one.id)
    for type_name, of in subjects.items():
        for number, person in (await _people(act, type_name, list(of))).items():
            found |= {about: {person} for about in of[number]}
    return found


async def _people(act: Act, type_name: str, numbers: Collection[int]) -> Mapping[int, int]:
    """The persons of whom records of a type are, or what these hang on, by the numbers of the records."""
    kind = next((kind for kind in act.store.kinds if kind.type_name == type_name and not kind.abstract), None)
    stands = {number: number for number in numbers}
    while kind is not None and stands and kind.record is not Person:
        declared = kind.fields.get("person")
        is_of = isinstance(declared, One) and declared.target is Person
        if not is_of and not isinstance(kind.scope, Follows):
            return {}
        relation = "person" if is_of else kind.scope.subject  # type: ignore[union-attr]
        query: Any = kind.record.filter(id__in=list(set(stands.values())))  # type: ignore[attr-defined]
        above = dict(await query.values_list("id", f"{relation}_id"))
        stands = {number: above[at] for number, at in stands.items() if above.get(at) is not None}
        kind = act.store.kind_of(Person if is_of else kind.fields[relation].target)  # type: ignore[attr-defined]
    return stands


async def _family(persons: set[int]) -> Mapping[int, Set[int]]:
    """The guardians of each of these persons as a pupil, and who is a parent together with them."""
    if not persons:
        return {}
    pupils = dict(await Student.filter(person_id__in=list(persons)).values_list("id", "person_id"))
    parents = {"relation__in": sorted(PARENTS), "void_reason__isnull": True}
    own = await Guardianship.filter(guardian_id__in=list(persons), **parents).values_list("student_id", "guardian_id")
    guardians = Guardianship.filter(student_id__in=list(pupils), void_reason__isnull=True)
    partners = Guardianship.filter(student_id__in=[child for child, _ in own], **parents)
    found: dict[int, set[int]] = {person: set() for person in persons}
    for child, guardian in await guardians.values_list("student_id", "guardian_id"):
        found[pupils[child]].add(guardian)
    both = dict[int, set[int]]()
    for child, guardian in await partners.values_list("student_id", "guardian_id"):
        both.setdefault(child, set()).add(guardian)
    for child, parent in own:
        found[parent] |= both.get(child, set())
    return found
