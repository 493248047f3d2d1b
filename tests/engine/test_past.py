"""The two times: what was known at a moment, the same whenever it is asked, and what is true on a day."""

import asyncio
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import pytest

from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.people import of_county
from tests.support.world import World

BOARDING = "query($id: ID!, $t: DateTime) { student(id: $id, asOf: $t) { boarding { code } school { name } } }"
LIST = """query($t: DateTime!) {
    students(asOf: $t, orderBy: PERSON_NAME_DESC, first: 5) {
        totalCount nodes { id version number boarding { code } person { name } school { name } }
        pageInfo { endCursor hasNextPage }
    }
    studentsSummary(asOf: $t, by: [BOARDING]) { nodes { key { boarding { code } } count } }
}"""


def now() -> str:
    return datetime.now(UTC).isoformat()


async def test_what_was_known_then(api: Api, city: World) -> None:
    pupil = f"Student:{city.students['曾晓明']}"
    before = now()
    assert (await api.write("updateStudent", id=pupil, boarding="1"))["errors"] == []
    between = now()
    assert (await api.write("updateStudent", id=pupil, boarding="2"))["errors"] == []
    for moment, boarding in ((before, None), (between, {"code": "1"}), (now(), {"code": "2"}), (None, {"code": "2"})):
        found = await api.data(BOARDING, id=pupil, t=moment)
        assert found["student"] == {"boarding": boarding, "school": {"name": "东城小学"}}
    listed = 'query($t: DateTime) { students(asOf: $t, filter: {boarding: {eq: "1"}}, search: "曾") { totalCount } }'
    assert [(await api.data(listed, t=t))["students"]["totalCount"] for t in (before, between, now())] == [0, 1, 0]


async def test_before_all_there_was_nothing_and_the_future_is_not_known(api: Api, city: World) -> None:
    pupil = f"Student:{city.students['王芳']}"
    assert await api.data(BOARDING, id=pupil, t="2001-01-01T00:00:00Z") == {"student": None}
    reply = await api.ask(BOARDING, id=pupil, t=(datetime.now(UTC) + timedelta(hours=1)).isoformat())
    assert reply.codes == ["ARGUMENT_INVALID"]


async def test_the_past_tells_its_position_and_the_present_a_later_one(api: Api, city: World) -> None:
    moment = now()
    assert (await api.write("updateStudent", id=f"Student:{city.students['李伟']}", boarding="2"))["errors"] == []
    past = await api.ask(LIST, t=moment)
    again = await api.ask(LIST, t=moment)
    assert past.raw == again.raw
    for _ in range(200):  # what else runs in the cluster, such as its own upkeep, holds the present's position back
        present = await api.ask("{ students(first: 1) { nodes { id } } }")
        if past.body["extensions"]["position"] < present.body["extensions"]["position"]:
            break
        await asyncio.sleep(0.1)
    else:
        pytest.fail("the position of the present never came to be later than that of the past")


async def test_a_pupil_who_moved_is_each_countys_for_its_own_time(api: Api, city: World) -> None:
    pupil = city.students["赵强"]
    before = now()
    await _move(api, pupil, city.schools["西城小学"])
    query = "query($t: DateTime) { students(asOf: $t, first: 100) { nodes { id } } }"
    east, west = api.as_(of_county(city.east)), api.as_(of_county(city.west))

    async def known(who: Api, moment: str | None) -> bool:
        nodes = (await who.data(query, t=moment))["students"]["nodes"]
        return {"id": f"Student:{pupil}"} in nodes

    assert [await known(east, before), await known(east, now())] == [False, False], "it is not theirs any more"
    assert [await known(west, before), await known(west, now())] == [False, True], "it was not theirs then"
    assert [await known(api, before), await known(api, now())] == [True, True]


async def _move(api: Api, pupil: int, school: int) -> None:
    store = api.services.store

    async def work(tx: Transaction) -> None:
        rule = api.services.engine.kinds.of_type("Student")
        assert rule
        held = await store.hold(tx, rule, pupil, rule.read)
        (draft,) = await store.draft(tx, rule, [{"school": school}], [held], await store.reading())
        draft.faults.clear()  # the grade is not the school's
        await store.write(tx, [draft], "move")

    await store.database.transaction(work)


async def test_the_same_question_has_the_same_answer_while_64_write(api: Api, city: World) -> None:
    pupils = sorted(city.students.values())
    asked: list[tuple[str, bytes]] = []
    over = asyncio.Event()

    async def write(number: int) -> None:
        dice = Random(number)
        for _ in range(6):
            boarding = dice.choice(("1", "2", "3", "9"))
            await api.write("updateStudent", id=f"Student:{dice.choice(pupils)}", boarding=boarding)

    async def read() -> None:
        while not over.is_set():
            moment = now()
            asked.append((moment, (await api.ask(LIST, t=moment)).raw))

    readers = [asyncio.create_task(read()) for _ in range(4)]
    await asyncio.gather(*(write(number) for number in range(64)))
    over.set()
    await asyncio.gather(*readers)
    assert len(asked) > 8
    assert b'"errors"' not in b"".join(raw for _, raw in asked)
    for moment, raw in asked:
        again = Api(api.services, api.schema, api.gateway, api.actor)
        assert (await again.ask(LIST, t=moment)).raw == raw, moment
    fresh = type(api.services.engine._moments)(api.services.store.database)  # another process, which remembers nothing
    for moment, _ in asked:
        at = datetime.fromisoformat(moment)
        assert await fresh.position(at) == await api.services.engine._moments.position(at)


async def test_a_row_never_goes_back_in_position(api: Api, city: World) -> None:
    """Two transactions, the first to be given its position being the last to write: it is begun again."""
    database = api.services.store.database
    if database.dialect == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    pupil, first, second = city.students["单雄信"], asyncio.Event(), asyncio.Event()
    attempts: list[int] = []
    grade = "UPDATE student SET boarding = $2, version = version + 1, position = $3 WHERE id = $1"

    async def early(tx: Transaction) -> None:
        attempts.append(await tx.position())
        first.set()
        await second.wait()
        await tx.fetch(grade, pupil, "1", await tx.position())

    async def late(tx: Transaction) -> None:
        await tx.fetch(grade, pupil, "3", await tx.position())

    waiting = asyncio.create_task(database.transaction(early))
    await first.wait()
    await database.transaction(late)
    second.set()
    await waiting
    assert len(attempts) == 2
    rows = await database.readers.fetch(
        "SELECT position, until_position FROM student_history WHERE id = $1 ORDER BY until_position", [pupil]
    )
    now_at = await database.readers.fetch("SELECT position FROM student WHERE id = $1", [pupil])
    ends: list[Any] = [tuple(row) for row in rows]
    assert all(start < until for start, until in ends)
    assert [until for _, until in ends] == [*(start for start, _ in ends[1:]), now_at[0][0]]


async def test_what_is_true_on_a_day(api: Api, city: World) -> None:
    school = f"School:{city.schools['西城幼儿园']}"
    period = {"from": "1998-09-01", "until": "2020-08-31"}
    assert (await api.write("updateSchool", id=school, operation=period))["errors"] == []
    query = """query($id: ID!, $on: Date) {
        schools(on: $on, filter: {id: {eq: $id}}) { totalCount }
        enrolments(on: $on) { totalCount }
        students(on: $on) { nodes { enrolments { totalCount } } }
    }"""
    found = {day: await api.data(query, id=school, on=day) for day in ("1990-01-01", "1998-09-01", "2020-08-31", None)}
    assert [there["schools"]["totalCount"] for there in found.values()] == [0, 1, 0, 1]
    assert found["1990-01-01"]["enrolments"]["totalCount"] == 0
    stays = found["1990-01-01"]["students"]["nodes"]
    assert stays
    assert all(node["enrolments"]["totalCount"] == 0 for node in stays)
    assert found[None]["enrolments"]["totalCount"] == len(city.students)
