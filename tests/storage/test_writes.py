"""Writing records: history, journal, scope columns and seals follow every change."""

import asyncio
import json
from datetime import date
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag

from bureau.graph.context import Services
from bureau.kernel.errors import Code, Refusal
from bureau.kernel.number import own_number
from bureau.kernel.rules import registrar
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.student import Student
from bureau.registry.unit import Office
from bureau.storage.record import Record
from bureau.storage.sorting import sort_key
from bureau.storage.transaction import Transaction
from tests.support.invariants import assert_carried
from tests.support.people import REGISTRAR
from tests.support.world import STUDENTS, World, number_of


async def rows(services: Services, sql: str, *values: Any) -> list[Any]:
    return list(await services.store.database.readers.fetch(sql, values))


async def change(services: Services, record: type[Record], identity: int, verb: str = "update", **values: Any) -> None:
    store = services.store
    kind = store.kind_of(record)

    async def work(tx: Transaction) -> None:
        held = await store.hold(tx, kind, identity, registrar)
        await store.change(tx, kind, held, values, verb=verb)

    await store.database.transaction(work, actor=REGISTRAR)


async def test_a_superseded_row_moves_to_its_twin(services: Services, city: World) -> None:
    school = city.schools["东城中学"]
    await change(services, School, school, name="东城实验中学")
    await change(services, School, school, short_name="东实")
    now = await rows(services, "SELECT name, short_name, version, position FROM unit WHERE id = $1", school)
    before = await rows(
        services,
        "SELECT name, short_name, version, position, until_position FROM unit_history WHERE id = $1 ORDER BY version",
        school,
    )
    assert tuple(now[0])[:3] == ("东城实验中学", "东实", 3)
    assert [tuple(row)[:3] for row in before] == [("东城中学", None, 1), ("东城实验中学", None, 2)]
    assert before[0][4] == before[1][3], "one row begins where the other ends"
    assert before[1][4] == now[0][3]
    await change(services, School, school, name="东城中学", short_name=None)


async def test_a_change_that_changes_nothing_leaves_no_trace(services: Services, city: World) -> None:
    school = city.schools["东城小学"]
    journal = await rows(services, "SELECT count(*) FROM journal")
    await change(services, School, school, name="东城小学")
    assert (await rows(services, "SELECT version FROM unit WHERE id = $1", school))[0][0] == 1
    assert await rows(services, "SELECT count(*) FROM journal") == journal


async def test_the_journal_says_who_changed_what_from_what(services: Services, city: World) -> None:
    school = city.schools["西城小学"]
    await change(services, School, school, "rename", name="西城第一小学")
    entry = (
        await rows(services, "SELECT actor, verb, kind, record_id, changes FROM journal ORDER BY id DESC LIMIT 1")
    )[0]
    assert tuple(entry)[:4] == ("tester", "rename", "school", school)
    assert json.loads(entry[4]) == {"name": ["西城小学", "西城第一小学"]}
    await change(services, School, school, name="西城小学")


async def test_sealed_values_stay_out_of_journal_history_and_sort_keys(services: Services, city: World) -> None:
    person = city.persons["赵强"]
    await change(services, Person, person, phone="13800138000")
    await change(services, Person, person, phone="13900139000")
    number = number_of(STUDENTS["赵强"][2], "1")
    for table in ("journal", "person_history", "person", "student"):
        for row in await rows(services, f"SELECT * FROM {table}"):
            said = " ".join(str(value) for value in tuple(row))
            assert "13800138000" not in said
            assert "13900139000" not in said
            assert number not in said
    columns = services.store.tables["person"].history_columns
    assert not {"phone_sealed", "phone_digest", "salt"} & {column.name for column in columns}


async def test_a_sealed_value_opens_with_its_salt_at_its_place_alone(services: Services, city: World) -> None:
    person = city.persons["王芳"]
    row = (await rows(services, "SELECT document_number_sealed, salt FROM person WHERE id = $1", person))[0]
    keyring, place = services.store.keyring, "person.document_number"
    opened = keyring.open(bytes(row[0]), salt=bytes(row[1]), field=place, record_id=person)
    assert opened == number_of(STUDENTS["王芳"][2], "2")
    for wrong in (
        {"salt": bytes(16), "field": place, "record_id": person},
        {"salt": bytes(row[1]), "field": "person.phone", "record_id": person},
        {"salt": bytes(row[1]), "field": place, "record_id": person + 1},
    ):
        with pytest.raises(InvalidTag):
            keyring.open(bytes(row[0]), **wrong)  # type: ignore[arg-type]


async def test_scope_and_copies_follow_their_source(services: Services, city: World) -> None:
    await assert_carried(services)
    await change(services, School, city.schools["东城小学"], superior=city.west)
    student = city.students["王芳"]
    assert (await rows(services, "SELECT county_id FROM student WHERE id = $1", student))[0][0] == city.west
    await assert_carried(services)
    assert not await rows(services, "SELECT 1 FROM student_history WHERE id = $1", student), (
        "being carried is no change"
    )
    await change(services, School, city.schools["东城小学"], superior=city.east)

    await change(services, Person, city.persons["王芳"], name="汪芳")
    key = (await rows(services, "SELECT person_name_sort FROM student WHERE id = $1", student))[0][0]
    assert key == sort_key("汪芳", of_person=True)
    await assert_carried(services)
    await change(services, Person, city.persons["王芳"], name="王芳")


async def test_a_county_that_moves_takes_its_schools_and_pupils_along(services: Services, city: World) -> None:
    """A school below a section below a county bureau: two steps down the tree and one to the pupils."""
    store = services.store

    async def nest(tx: Transaction) -> int:
        section = await store.create(
            tx,
            store.kind_of(Office),
            {"code": "510104-S1", "name": "东城教育指导中心", "category": "DIRECT_UNIT", "superior": city.east},
        )
        return int(section.id)

    section = await store.database.transaction(nest)
    await change(services, School, city.schools["西城小学"], superior=section)
    await change(services, Office, section, superior=city.bureau)
    student = city.students["张丽"]
    assert (await rows(services, "SELECT county_id FROM student WHERE id = $1", student))[0][0] is None
    await assert_carried(services)
    await change(services, School, city.schools["西城小学"], superior=city.west)
    await assert_carried(services)


async def test_void_needs_that_nothing_live_depends_on_it(services: Services, city: World) -> None:
    store = services.store
    kind = store.kind_of(School)

    async def void(tx: Transaction) -> None:
        held = await store.hold(tx, kind, city.schools["西城幼儿园"], registrar)
        await store.void(tx, kind, held, "开错了")

    with pytest.raises(Refusal) as refused:
        await store.database.transaction(void, actor=REGISTRAR)
    assert [f.code for f in refused.value.faults] == [Code.IN_USE]
    assert refused.value.faults[0].words.en == "1 live records of Student depend on it."


async def test_a_void_code_is_never_given_again(services: Services, city: World) -> None:
    store = services.store
    kind = store.kind_of(School)
    values = {"code": "2151009999", "name": "短命小学", "type": "211", "superior": city.east}
    values["division"] = (await rows(services, "SELECT id FROM division WHERE code = '510104'"))[0][0]

    async def begin(tx: Transaction) -> None:
        school = await store.create(tx, kind, values)
        await store.void(tx, kind, school, "重复登记")

    async def again(tx: Transaction) -> None:
        await store.create(tx, kind, {**values, "name": "另一所小学"})

    await store.database.transaction(begin, actor=REGISTRAR)
    with pytest.raises(Refusal) as refused:
        await store.database.transaction(again, actor=REGISTRAR)
    assert [(f.code, f.path) for f in refused.value.faults] == [(Code.DUPLICATE, ("code",))]


async def test_of_two_that_take_one_code_at_once_one_is_refused(services: Services, city: World) -> None:
    store = services.store
    division = (await rows(services, "SELECT id FROM division WHERE code = '510104'"))[0][0]
    from bureau.storage.idempotency import once

    async def create(tx: Transaction) -> int:
        values = {"code": "2151008888", "name": "同号小学", "type": "211", "superior": city.east, "division": division}
        return int((await store.create(tx, store.kind_of(School), values)).id)

    outcomes = await asyncio.gather(
        *(
            once(store.database, create, mutation="createSchool", key=None, given={}, actor=REGISTRAR, request_id="")
            for _ in range(4)
        )
    )
    written = [outcome for outcome in outcomes if outcome.record_id is not None]
    refused = [outcome for outcome in outcomes if outcome.record_id is None]
    assert len(written) == 1
    assert [outcome.faults[0].code for outcome in refused] == [Code.DUPLICATE] * 3


async def test_own_numbers_run_on_and_respect_those_brought_along(services: Services, city: World) -> None:
    numbers = [row[0] for row in await rows(services, "SELECT number FROM student ORDER BY id")]
    assert numbers[0] == "0000000014"
    assert len(set(numbers)) == len(STUDENTS)
    store = services.store

    async def bring(tx: Transaction) -> list[str]:
        made = []
        for name, number in (("外来生", own_number(500)), ("新生", None)):
            person = await store.create(
                tx, store.kind_of(Person), {"name": name, "sex": "1", "birth_date": "2020-01-01"}
            )
            values = {"person": person.id, "school": city.schools["东城小学"], "grade": "P1", "status": "ENROLLED"}
            student = await store.create(tx, store.kind_of(Student), {**values, "number": number} if number else values)
            made.append(student.number)
        return made

    brought, given = await store.database.transaction(bring)
    assert brought == own_number(500)
    assert given == own_number(501), "numbers go on after the highest that is there"


async def test_of_two_alike_in_one_set_the_second_is_refused(services: Services, city: World) -> None:
    """Also where nothing tells the two drafts apart but their names."""
    store = services.store
    facts = {"sex": "2", "birth_date": date(1981, 3, 3), "document_type": "1"}
    both = [{**facts, "name": name, "document_number": number_of(date(1981, 3, 3), "2")} for name in ("甲", "乙")]
    with pytest.raises(Refusal) as refused:
        await store.database.transaction(lambda tx: store.create_all(tx, store.kind_of(Person), both, verb="create"))
    assert [(f.code, f.path) for f in refused.value.faults] == [(Code.DUPLICATE, ("document_number",))]


async def test_a_draft_is_complete_before_it_is_written(services: Services, city: World) -> None:
    """What refers to it can be checked, and written with it; and what is not written takes no id from anybody."""
    store = services.store
    kind = store.kind_of(Person)
    facts = {"sex": "1", "birth_date": date(1982, 3, 3), "document_type": "1"}
    given = [
        {**facts, "name": name, "document_number": number_of(date(1982, 3, 3), "1", serial)}
        for serial, name in enumerate(("丙", "丁"))
    ]

    async def work(tx: Transaction) -> list[Person]:
        reading = await store.reading()
        first = await store.draft(tx, kind, given[:1], [None], reading)
        await store.prepare(tx, first)
        second = await store.draft(tx, kind, given[1:], [None], reading)
        await store.prepare(tx, second)
        record = first[0].record
        assert record.name_sort == sort_key("丙", of_person=True)
        assert record.document_number_mask.endswith(given[0]["document_number"][-2:])
        await store.write(tx, second, "create")
        await store.write(tx, first, "create")
        return [first[0].record, second[0].record]

    made = await store.database.transaction(work)
    assert len({person.id for person in made}) == 2
    stored = await rows(services, "SELECT name FROM person WHERE id = $1", made[0].id)
    assert stored[0][0] == "丙"
