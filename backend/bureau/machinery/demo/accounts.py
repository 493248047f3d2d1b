"""Accounts for trying the demo city out, one person for each duty; they exist on the local default alone."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from random import Random
from typing import Any

from bureau.access.account import Account
from bureau.access.grant import GrantedUnit, RoleGrant
from bureau.access.guardian import BindingState, GuardianBinding
from bureau.access.passwords import hash_password
from bureau.machinery.demo.people import People, table
from bureau.machinery.demo.rows import insert, new
from bureau.registry.guardianship import Guardianship
from bureau.registry.person import Person
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student, StudentStatus
from bureau.registry.teacher import Teacher
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

PASSWORD = "bureau-demo"  # nosec B105 # noqa: S105 (known to everyone by design)
"""The password of every demo account."""

_WHERE: Mapping[str, UnitCategory] = {
    "city": UnitCategory.BUREAU,
    "zone": UnitCategory.BUREAU,
    "county": UnitCategory.COUNTY_BUREAU,
    "school": UnitCategory.SCHOOL,
}
_HEAD_TEACHER = "head-teacher"
"""Who holds no role, and sees the class they head."""
_ZONE = 5
"""Schools of an inspector's zone."""
_GUARDIAN = "guardian"


async def add_accounts(store: Store) -> list[str]:
    """Add accounts of the city, of every county and school, and of one guardian; returns what to say of them."""
    units = await store.database.transaction(lambda tx: _write(store, tx))
    first = {where: next(unit for unit in units if unit.category == category) for where, category in _WHERE.items()}
    duties = [
        (duty["username"].replace("CODE", first[duty["where"]].code), duty["english_duty"], duty["chinese_duty"])
        for duty in table("duties.csv")
    ]
    duties.append((_HEAD_TEACHER, "who heads a class and checks it", "班主任"))
    lines = (f"  {username:<22}{english} {chinese}" for username, english, chinese in duties)
    return [f"Sign in with the password {PASSWORD} as", *lines, f"  {_GUARDIAN:<22}a pupil's guardian 监护人"]


async def _write(store: Store, tx: Transaction) -> Sequence[Unit]:
    units = await Unit.filter(category__in=list(set(_WHERE.values()))).order_by("id")
    hashed, people = hash_password(PASSWORD), People(Random(1))
    wanted = list(_wanted(units))
    accounts = [
        new(Account, username=username, display_name=_called(people, duty), password=hashed, is_demo=True)
        for username, duty, _ in wanted
    ]
    await insert(store, tx, [*accounts, *await _head_teachers(hashed)])
    grants = [
        new(
            RoleGrant,
            account=account,
            role=role,
            unit=unit,
            is_listed=duty["where"] == "zone" or None,
            start=date(2020, 1, 1),
            basis="demo",
        )
        for account, (_, duty, unit) in zip(accounts, wanted, strict=True)
        for role in duty["roles"].split()
    ]
    await insert(store, tx, grants)
    schools = [unit for unit in units if unit.category == UnitCategory.SCHOOL]
    zone = [
        new(GrantedUnit, grant=grant, unit=unit)
        for grant in grants
        if grant.is_listed
        for unit in islice(schools, _ZONE)
    ]
    await insert(store, tx, zone)
    await _write_guardian(store, tx, hashed)
    return units


async def _head_teachers(hashed: str) -> list[Account]:
    """The account of the head teacher of the first class that has one; none where no class has."""
    headed = SchoolClass.filter(head_teacher_id__isnull=False, ended_on__isnull=True, void_reason__isnull=True)
    first = await headed.order_by("id").first()
    if first is None:
        return []
    teacher = await Teacher.get(id=first.__dict__["head_teacher_id"])
    person = await Person.get(id=teacher.__dict__["person_id"])
    called = f"{person.name}（班主任）"[:60]
    known = {"username": _HEAD_TEACHER, "display_name": called, "password": hashed, "is_demo": True}
    return [new(Account, person=person, **known)]


async def _write_guardian(store: Store, tx: Transaction, hashed: str) -> None:
    """An account of the first legal guardian of a pupil who is here, bound as by a school's invitation."""
    here: Any = Guardianship.filter(
        is_legal_guardian=True, may_see=True, student__status=StudentStatus.ENROLLED, void_reason__isnull=True
    )
    tie = await here.order_by("id").first()
    if tie is None:
        return
    them = await Person.get(id=tie.guardian_id)
    account = new(
        Account, username=_GUARDIAN, display_name=f"{them.name}（监护人）", password=hashed, is_demo=True, person=them
    )
    await insert(store, tx, [account])
    binding = new(
        GuardianBinding,
        account=account,
        guardianship=tie,
        student=await Student.get(id=tie.student_id),
        state=BindingState.ACTIVE,
        bound_at=tx.now(),
    )
    await insert(store, tx, [binding])


def _wanted(units: Sequence[Unit]) -> Iterator[tuple[str, Mapping[str, str], Unit]]:
    """User name, duty and unit of each account."""
    for duty in table("duties.csv"):
        for unit in units:
            if unit.category == _WHERE[duty["where"]]:
                yield duty["username"].replace("CODE", unit.code), duty, unit


def _called(people: People, duty: Mapping[str, str]) -> str:
    """A made-up name, and what they do."""
    return f"{people.name()}（{duty['chinese_duty']}）"[:60]
