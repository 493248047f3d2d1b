"""The demo city: the same for the same seed, true to its proportions, and nothing in it that the rules refuse."""

from collections import Counter
from collections.abc import AsyncIterator
from io import StringIO
from typing import Any

import pytest

from bureau.access.account import Account
from bureau.access.grant import RoleGrant
from bureau.catalogue import Catalogue
from bureau.commands.demo import demo_city
from bureau.commands.exporting import export_file
from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import Code, CommandError
from bureau.machinery.demo.accounts import PASSWORD, add_accounts
from bureau.machinery.demo.city import DemoCity
from bureau.machinery.demo.people import spread, table
from bureau.main import opened
from bureau.registry.campus import Campus
from bureau.registry.enrolment import Enrolment
from bureau.registry.guardianship import Guardianship
from bureau.registry.person import Person
from bureau.registry.post import Post
from bureau.registry.record_check import RecordCheck
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_stage import SchoolStage
from bureau.registry.school_year import SchoolYear
from bureau.registry.student import Student
from bureau.registry.teacher import Teacher
from bureau.registry.teacher_study import TeacherStudy
from bureau.registry.term import Term
from bureau.storage.drafts import Draft
from bureau.storage.drafts import check as check_drafts
from bureau.storage.transaction import Transaction
from tests.support import databases, world
from tests.support.invariants import assert_carried

SCHOOLS, STUDENTS = 120, 700
MADE = (
    SchoolYear,
    Term,
    Person,
    School,
    Campus,
    SchoolStage,
    Teacher,
    Post,
    TeacherStudy,
    RecordCheck,
    SchoolClass,
    Student,
    Enrolment,
    Guardianship,
)


@pytest.fixture(scope="module")
async def demo(server: databases.Server, template: str, parts: Catalogue) -> AsyncIterator[Services]:
    async with databases.database(server, template) as name:
        async with opened(server.settings(name), parts, FixedClock(world.NOW)) as services:
            await DemoCity(services.store, "510100", SCHOOLS, STUDENTS, 1).build(lambda _: None)
            yield services


async def exported(services: Services) -> dict[str, str]:
    found = {}
    for name in ("office", *(record.about.name for record in MADE)):
        out = StringIO()
        await export_file(services, name, out)
        found[name] = out.getvalue()
    return found


async def test_the_same_seed_makes_the_same_city(
    demo: Services, server: databases.Server, template: str, parts: Catalogue
) -> None:
    async with databases.database(server, template) as name:
        async with opened(server.settings(name), parts, FixedClock(world.NOW)) as again:
            await DemoCity(again.store, "510100", SCHOOLS, STUDENTS, 1).build(lambda _: None)
            assert await exported(again) == await exported(demo)
    async with databases.database(server, template) as name:
        async with opened(server.settings(name), parts, FixedClock(world.NOW)) as other:
            await DemoCity(other.store, "510100", SCHOOLS, STUDENTS, 2).build(lambda _: None)
            assert (await exported(other))["student"] != (await exported(demo))["student"]


async def test_it_is_as_large_as_asked_and_in_its_proportions(demo: Services) -> None:
    read = demo.store.database.readers.fetch
    types = Counter(row[0] for row in await read("SELECT type FROM unit WHERE category = 'SCHOOL'"))
    assert types.total() == SCHOOLS
    expected = spread(SCHOOLS, [float(row["schools"]) for row in table("institutions.csv")])
    assert dict(types) == {row["type"]: n for row, n in zip(table("institutions.csv"), expected, strict=True) if n}
    assert (await read("SELECT count(*) FROM student"))[0][0] == STUDENTS
    direct = await read("SELECT count(*) FROM unit WHERE category = 'SCHOOL' AND county_id IS NULL")
    assert direct[0][0] > 0, "the city has schools of its own"
    counties = await read("SELECT count(DISTINCT county_id) FROM unit WHERE category = 'SCHOOL'")
    assert counties[0][0] > 10


async def test_ids_lie_together_by_school(demo: Services) -> None:
    rows = await demo.store.database.readers.fetch("SELECT school_id FROM student ORDER BY id")
    seen: list[int] = []
    for (school,) in rows:
        if not seen or seen[-1] != school:
            seen.append(school)
    assert len(seen) == len(set(seen))


async def test_nothing_in_it_breaks_a_rule(demo: Services) -> None:
    """Every record is read as if it were about to be written, with all that its kind's checks look at."""
    store = demo.store
    reading = await store.reading()

    async def check(tx: Transaction) -> int:
        checked = 0
        for record in MADE:
            kind = store.kind_of(record)
            found = await (record.filter(category="SCHOOL") if record is School else record.all())  # type: ignore[attr-defined]
            drafts = await store.draft(tx, kind, [{} for _ in found], found, reading)
            assert [(d.record.id, d.faults) for d in drafts if d.faults] == []
            as_new = [Draft(kind, draft.record) for draft in drafts]
            check_drafts(as_new, reading, "cn", store.keyring, {})
            told = [(d.record.id, f) for d in as_new for f in (*d.faults, *d.warnings)]
            assert [each for each in told if each[1].code is not Code.PERIOD_CLOSED] == [], "terms close later"
            checked += len(found)
        return checked

    assert await store.database.transaction(check) > SCHOOLS + 5 * STUDENTS
    await assert_carried(demo)


async def test_lists_look_like_those_of_a_city(demo: Services) -> None:
    """As many teachers as the pupils ask for, a class for everybody, and somebody to call for every pupil."""
    read = demo.store.database.readers.fetch
    assert (await read("SELECT count(*) FROM student WHERE school_class_id IS NULL"))[0][0] == 0
    crowded = "SELECT count(*) FROM student GROUP BY school_class_id HAVING count(*) > 55"
    assert not await read(crowded)
    guarded = "SELECT count(DISTINCT student_id), count(*) FROM guardianship"
    pupils, guardians = (await read(guarded))[0]
    assert pupils == STUDENTS
    assert 1.7 < guardians / pupils < 2.1
    grand = "SELECT count(*) FROM guardianship WHERE relation IN ('61', '62')"
    assert 0.03 < (await read(grand))[0][0] / STUDENTS < 0.12
    teachers = (await read("SELECT count(*) FROM teacher"))[0][0] - SCHOOLS
    assert STUDENTS / 19 < teachers < STUDENTS / 4
    mains = "SELECT count(*) FROM post WHERE is_main AND period_until IS NULL"
    assert (await read(mains))[0][0] == teachers + SCHOOLS
    short = (
        "SELECT count(*) FROM school_stage g WHERE places < (SELECT count(*) FROM student s"
        " WHERE s.school_id = g.school_id AND substr(s.grade, 1, 1) = g.stage)"
    )
    assert (await read(short))[0][0] == 0
    assert (await read("SELECT count(*) FROM unit WHERE type = '218' AND host_id IS NULL"))[0][0] == 0


async def test_pupils_have_a_history(demo: Services) -> None:
    """One open stay each, at the present school since they entered it, and no day in two stays."""
    read = demo.store.database.readers.fetch
    stays: dict[int, list[tuple[Any, ...]]] = {}
    for row in await read(
        "SELECT e.student_id, e.school_id, e.period_from, e.period_until, s.school_id, s.entered_on"
        " FROM enrolment e JOIN student s ON s.id = e.student_id ORDER BY e.student_id, e.period_from"
    ):
        stays.setdefault(row[0], []).append(tuple(row)[1:])
    assert len(stays) == STUDENTS
    for history in stays.values():
        *earlier, (school, start, until, present, entered) = history
        assert (school, start, until) == (present, entered, None)
        ends = [stay[2] for stay in earlier]
        assert all(end and end <= following[1] for end, following in zip(ends, history[1:], strict=True))
    assert 1.4 < sum(map(len, stays.values())) / STUDENTS < 1.9


async def test_pupils_are_of_the_age_of_their_grade(demo: Services) -> None:
    rows = await demo.store.database.readers.fetch("SELECT grade, person_birth_date FROM student WHERE grade = 'P1'")
    assert rows
    for _, born in rows:
        assert "2019-09-01" <= str(born) < "2020-09-01", "six years old on 31 August 2026"


async def test_accounts_sign_in_and_are_known_as_demo_accounts(demo: Services) -> None:
    said = "\n".join(await add_accounts(demo.store))
    assert PASSWORD in said
    assert "county-510104" in said
    signed = await demo.doors.sign_in("county-510104", PASSWORD, "")
    assert [(grant.role, grant.level.value) for grant in signed.actor.grants] == [("registrar", "COUNTY")]
    zone = (await demo.doors.sign_in("inspector", PASSWORD, "")).actor.grants
    assert [(grant.role, grant.level.value) for grant in zone] == [("inspector", "UNIT")] * 5
    guardian = (await demo.doors.sign_in("guardian", PASSWORD, "")).actor
    assert (len(guardian.grants), len(guardian.wards.pupils)) == (0, 1)
    await _nobody_has_duties_that_are_kept_apart(demo)
    rows = await demo.store.database.readers.fetch(
        "SELECT count(*), sum(CASE WHEN is_demo THEN 1 ELSE 0 END) FROM account"
    )
    assert rows[0][0] == rows[0][1] > SCHOOLS


async def _nobody_has_duties_that_are_kept_apart(demo: Services) -> None:
    """They were written unchecked, so each grant is held against the rules here."""
    kind, reading = demo.store.kind_of(RoleGrant), await demo.store.reading()

    async def work(tx: Transaction) -> list[Any]:
        grants = await RoleGrant.filter(account_id__in=[a.id for a in await Account.filter(is_demo=True)][:60])
        drafts = await demo.store.draft(tx, kind, [{"start": g.start} for g in grants], grants, reading)
        return [fault for draft in drafts for fault in draft.faults]

    assert await demo.store.database.transaction(work) == []


async def test_a_city_that_is_there_is_not_built_over(server: databases.Server, template: str) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        said: list[str] = []
        await demo_city(settings, 30, 60, 1, if_empty=False, say=said.append)
        assert [line.split()[1] for line in said[:3]] == ["institutions.", "teachers.", "students."]
        assert not any("Sign in" in line for line in said), "and no accounts"
        done = len(said)
        await demo_city(settings, 30, 60, 1, if_empty=True, say=said.append)
        assert len(said) == done
        with pytest.raises(CommandError, match="empty database"):
            await demo_city(settings, 30, 60, 1, if_empty=False, say=said.append)


async def test_demo_accounts_keep_a_server_from_starting_elsewhere(demo: Services) -> None:
    from bureau.commands.serving import _ready_to_serve

    with pytest.raises(CommandError, match="demo accounts"):
        await _ready_to_serve(demo.store.database.settings)
