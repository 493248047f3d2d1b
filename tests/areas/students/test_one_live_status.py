"""Whatever is done to pupils, in whatever order: nobody stands in two registers, and entries and stays agree."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from bureau.areas.students import ACTIONS, OUTCOMES
from bureau.areas.students.moving import AT_A_SCHOOL
from bureau.areas.students.status_change import StatusChange
from bureau.graph.context import Services
from bureau.kernel.action import Action
from bureau.kernel.errors import Refusal
from bureau.registry.enrolment import Enrolment
from bureau.registry.school import School
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction
from tests.support.people import REGISTRAR
from tests.support.world import World

VERBS = {
    verb.name: verb for verb in (*ACTIONS, *OUTCOMES) if verb.subject == "student" and verb.name != "report_dropout"
}
NAMES = ("单雄信", "张丽", "赵强", "孙悟", "阿依古丽·买买提")
SCHOOLS = ("东城小学", "东城中学", "西城小学", "成都市实验中学")
GRADES = ("P2", "P3", "J1", "J2", "S1", "S3")
TODAY = date(2026, 10, 12)

OFTEN = ("correct_status", "transfer_student", "return_from_abroad", "transfer_in", "resume_student")
"""Verbs that lead back to a school, so that a walk does not end with everybody gone."""

Step = tuple[str, str, str, str, int]
"""A verb, a pupil, a school, a grade, and the day as days from today."""


def path(seed: int, length: int) -> list[Step]:
    """Steps of one seed."""
    dice = Random(seed)
    verbs = [*sorted(VERBS), *OFTEN * 4]
    days = (-40, -5, 0, 0, 0, 1)
    return [
        (dice.choice(verbs), dice.choice(NAMES), dice.choice(SCHOOLS), dice.choice(GRADES), dice.choice(days))
        for _ in range(length)
    ]


async def attempt(services: Services, city: World, step: Step) -> bool:
    """Do one step in its own transaction; whether it was not refused."""
    name, pupil, school, grade, days = step
    verb, store = VERBS[name], services.store

    async def work(tx: Transaction) -> None:
        act = Act(store, tx, verb.name)
        (held,) = await act.hold_all(Student, id=city.students[pupil])
        await verb.work(act, held, **await arguments(verb, held, city.schools[school], grade, TODAY + timedelta(days)))

    try:
        await store.database.transaction(work, actor=REGISTRAR)
    except Refusal:
        return False
    return True


async def arguments(verb: Action, pupil: Student, school: int, grade: str, on: date) -> dict[str, Any]:
    """Something for each argument that the verb cannot do without."""
    values = {
        "effective_on": on,
        "until": on + timedelta(100),
        "reason": "样本",
        "elsewhere": "外地",
        "approval_number": "样〔2026〕1号",
        "grade": grade,
        "school": await School.get(id=school),
        "change": await StatusChange.filter(student_id=pupil.id).order_by("-id").first(),
    }
    given = {name: values.get(name) for name in verb.required}
    if None in given.values():
        raise Refusal(())
    return given


async def agree(services: Services, city: World) -> None:
    """What must hold after every step, of every pupil."""

    async def look(_: Transaction) -> tuple[Sequence[Any], ...]:
        live = {"void_reason__isnull": True}
        return (
            await Student.filter(**live),
            await Enrolment.filter(**live).order_by("period_from"),
            await StatusChange.filter(**live).order_by("id"),
        )

    students, stays, entries = await services.store.database.transaction(look)
    assert len({one.__dict__["person_id"] for one in students}) == len(students), "one live student of a person"
    for one in students:
        own = [stay for stay in stays if stay.__dict__["student_id"] == one.id]
        open_ = [stay for stay in own if stay.period.until is None]
        assert len(open_) == (one.status in AT_A_SCHOOL), f"{one.status} and {len(open_)} open stays"
        assert all(stay.__dict__["school_id"] == one.__dict__["school_id"] for stay in open_)
        for earlier, later in pairwise(own):
            assert earlier.period.until <= later.period.start, "stays never overlap"
        told = [entry for entry in entries if entry.__dict__["student_id"] == one.id]
        if told:
            assert told[-1].to_status == one.status, "the last entry says how they stand"


@pytest.mark.parametrize(
    ("seed", "length"), [(7, 80), *(pytest.param(seed, 1000, marks=pytest.mark.soak) for seed in range(5))]
)
async def test_nobody_stands_in_two_registers(services: Services, city: World, seed: int, length: int) -> None:
    done = set()
    for step in path(seed, length):
        if await attempt(services, city, step):
            done.add(step[0])
            await agree(services, city)
    assert len(done) >= 6, f"seed {seed}: {done}"
