"""More to look at than the small world has: values of every type, missing ones, void records, and kin of kin."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from bureau.kernel.rules import everyone
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.student import Student
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.world import World

NAMES = ("alpha", "Alpha", "ALPHA beta", "été", "Été", "100%", "a_b", "C:\\dir", "引号“”", "O'Neill", "曾晓明", "单雄信",
    "阿里", "\U00020bb7田", "zz", "Zz", "İstanbul", "ß", '"quoted"', "tab\tno", "line\nbreak", "{}", "[]", "null", "0")  # fmt: skip


async def populate(api: Api, city: World, dice: Random) -> None:
    """Add specimens of every sort, and void some of what is there."""
    made: list[str] = []
    for number in range(60):
        payload = await api.write("createSpecimen", "specimen { id }", **_specimen(number, made, dice))
        assert payload["errors"] == [], payload
        made.append(payload["specimen"]["id"])
    for identity in made[-6:]:
        await api.write("voidSpecimen", "specimen { id }", id=identity, reason="not wanted")
    for name in ("张丽", "孙悟"):
        query = "query($id: ID!) { student(id: $id) { enrolments { nodes { id } } } }"
        found = await api.data(query, id=f"Student:{city.students[name]}")
        for stay in found["student"]["enrolments"]["nodes"]:
            await api.write("voidEnrolment", "enrolment { id }", id=stay["id"], reason="entered by mistake")
        await api.write(
            "voidStudent", "student { id }", id=f"Student:{city.students[name]}", reason="entered by mistake"
        )


async def change(api: Api, city: World, dice: Random) -> None:
    """Change some of everything: specimens, names, grades; pupils move, some things begin and others are void."""
    specimens = await api.data("{ specimens(first: 1000) { nodes { id } } }")
    made = [node["id"] for node in specimens["specimens"]["nodes"]]
    for number in range(12):
        given = _specimen(100 + dice.randrange(800), made, dice)
        given.pop("kin", None)
        payload = await api.write("updateSpecimen", id=dice.choice(made), **given)
        assert {error["code"] for error in payload["errors"]} <= {"DUPLICATE", "OVERLAP"}, (number, payload)
    for identity in dice.sample(made, 4):
        await api.write("voidSpecimen", id=identity, reason="no longer wanted")
    await api.write("createSpecimen", **_specimen(1000 + dice.randrange(9000), [], dice))
    await api.services.store.database.transaction(lambda tx: _move(api, tx, city, dice))
    await _merge(api, city, dice)


async def _merge(api: Api, city: World, dice: Random) -> None:
    """Somebody is entered twice, as a pupil of two schools; they are made one, and once in a while two again."""
    names = sorted(set(city.students) - {"张丽", "孙悟"})
    name, school = dice.choice(names), dice.choice(sorted(city.schools.values()))

    async def enter(tx: Transaction) -> int:
        store = api.services.store
        values = {"name": name, "sex": "1", "birth_date": "2015-05-05", "phone": "13700000000"}
        person = await store.create(tx, store.kind_of(Person), values)
        student = {"person": person.id, "school": school, "grade": "P1", "status": "TRANSFERRED_OUT"}
        (draft,) = await store.draft(tx, store.kind_of(Student), [student], [None], await store.reading())
        draft.faults.clear()
        await store.write(tx, [draft], "create")
        stay = {
            "student": draft.record.id,
            "school": school,
            "entry_grade": "P1",
            "period": (f"{1900 + person.id}-09-01", f"{1901 + person.id}-07-01"),
        }
        (stays,) = await store.draft(tx, store.kind_of(Enrolment), [stay], [None], await store.reading())
        stays.faults.clear()
        await store.write(tx, [stays], "create")
        return int(person.id)

    person = await api.services.store.database.transaction(enter)
    keep = f"Person:{city.persons[name]}"
    asked = {
        "id": keep,
        "merged": f"Person:{person}",
        "mergeStudents": True,
        "take": ["PHONE"],
        "reason": "entered twice",
    }
    payload = await api.write("mergePersons", "person { formerIds }", **asked)
    assert payload["errors"] == [], payload
    if dice.random() < 0.2:
        merges = await api.data("{ personMerges(last: 1, filter: { undoneAt: { isNull: true } }) { nodes { id } } }")
        for merge in merges["personMerges"]["nodes"]:
            undone = await api.write("undoMerge", "personMerge { id }", id=merge["id"], reason="two after all")
            assert {error["code"] for error in undone["errors"]} <= {"CHANGED_SINCE"}, undone


async def _move(api: Api, tx: Transaction, city: World, dice: Random) -> None:
    """Pupils change schools and grades, and schools and people their names, as the system lets them."""
    store = api.services.store

    async def alter(record: type[Record], identity: int, **values: Any) -> None:
        kind = store.kind_of(record)
        held = await store.hold(tx, kind, identity, everyone)
        (draft,) = await store.draft(tx, kind, [values], [held], await store.reading())
        draft.faults.clear()  # whatever it says of schools and grades: it is the past that matters here
        await store.write(tx, [draft], "change")

    living = sorted(set(city.students) - {"张丽", "孙悟"})
    for name in dice.sample(living, 5):
        await alter(Student, city.students[name], school=dice.choice(sorted(city.schools.values())))
    for name in dice.sample(living, 2):
        await alter(Student, city.students[name], grade=dice.choice(("P1", "P3", "J2")))
    name = dice.choice(sorted(city.persons))
    await alter(Person, city.persons[name], name=dice.choice(("欧阳修", "司马光", "甲一", "乙二")))
    school = dice.choice(sorted(city.schools))
    await alter(School, city.schools[school], name=f"{school}分校{dice.randrange(100)}")


def _specimen(number: int, made: list[str], dice: Random) -> dict[str, Any]:
    day = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(days=dice.randrange(900), seconds=dice.randrange(90_000))
    optional: dict[str, Any] = {
        "code": f"S-{number:03d}",
        "sex": dice.choice(("1", "2", "9")),
        "phase": dice.choice(("FRESH", "STALE")),
        "count": dice.choice((-(2**31), -1, 0, 1, 2, 3, 2**31 - 1)),
        "length": dice.choice(("-0.001", "0.000", "1.500", "999999.999")),
        "price": dice.choice(("0.00", "9.99", "100.10", "-5.00")),
        "flag": dice.random() < 0.5,
        "note": f"note {number}",
        "day": day.date().isoformat(),
        "moment": day.isoformat()
        if dice.random() < 0.5
        else day.replace(microsecond=dice.randrange(10**6)).isoformat(),
        "kin": dice.choice(made) if made else None,
    }
    given = {name: value for name, value in optional.items() if dice.random() < 0.7}
    if "kin" not in given and dice.random() < 0.5:
        given["span"] = {"from": day.date().isoformat()} | ({"until": "2030-01-01"} if dice.random() < 0.5 else {})
    return {"name": dice.choice(NAMES), **given}
