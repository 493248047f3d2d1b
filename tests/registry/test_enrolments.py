"""Enrolments: stays of a student at schools, one after the other."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.machinery.imports.importer import Importer, Rejection
from bureau.machinery.imports.mapping import mapped
from bureau.machinery.imports.tables import CsvTable
from bureau.registry.enrolment import enrolment
from tests.registry.test_rejections import said
from tests.support.api import Api
from tests.support.people import DIRECTOR, of_county, of_school
from tests.support.world import SCHOOLS, World, number_of

CHILDHOOD = {"from": "2018-09-01", "until": "2020-07-01"}


def stay(city: World, **given: Any) -> dict[str, Any]:
    """A stay of 李伟, who has been at 东城小学 since September 2021, at a kindergarten before that."""
    return {
        "student": f"Student:{city.students['李伟']}",
        "school": f"School:{city.schools['西城幼儿园']}",
        "period": CHILDHOOD,
        "entryGrade": "K1",
        **given,
    }


async def test_stays_stand_one_after_the_other(api: Api, city: World) -> None:
    """A day may end one stay and begin the next, and no day lies in two."""
    write = "createEnrolment"
    first = await api.write(write, "enrolment { id student { enrolments { totalCount } } }", **stay(city))
    assert first["enrolment"]["student"]["enrolments"]["totalCount"] == 2
    assert said(await api.write(write, "enrolment { id }", **stay(city))) == [("DUPLICATE", "student")]
    inside = stay(city, period={"from": "2020-06-30", "until": "2020-08-01"})
    refused = await api.in_("zh").write(write, "enrolment { id }", **inside)
    assert said(refused) == [("OVERLAP", "period")]
    assert refused["errors"][0]["message"] == "与另一条就读经历（2018-09-01起）日期重叠。"
    after = stay(city, period={"from": "2020-07-01", "until": "2021-09-01"})
    assert said(await api.write(write, "enrolment { id }", **after)) == []
    longer = {"id": first["enrolment"]["id"], "period": {**CHILDHOOD, "until": "2020-07-02"}}
    assert said(await api.write("updateEnrolment", "enrolment { id }", **longer)) == [("OVERLAP", "period")]
    await api.write("voidEnrolment", "enrolment { id }", id=first["enrolment"]["id"], reason="录入有误")
    assert said(await api.write(write, "enrolment { id }", **stay(city))) == [], "what is void is in nobody's way"


async def test_a_file_moves_the_end_of_one_stay_and_the_start_of_the_next(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    """A change that is refused keeps its days, also from the rows before it."""
    query = "query($id: ID!) { student(id: $id) { number enrolments { nodes { period { from until } } } } }"
    asked = {"id": f"Student:{city.students['孙悟']}"}
    number = (await api.data(query, **asked))["student"]["number"]
    school = SCHOOLS["成都市实验中学"][0]
    lines = ["student,school,period.from,period.until,entryGrade,endedBy"]

    async def load(*stays: str) -> list[tuple[str, str]]:
        path = tmp_path / "stays.csv"
        path.write_text("\n".join([*lines, *(f"{number},{school},{stay}" for stay in stays)]))
        rejections: list[Rejection] = []
        table = CsvTable(path)
        paths, _ = mapped(enrolment, table.headers, {})
        await Importer(services.store, enrolment, paths).run(table.rows(), rejections.append)
        return [(r.column, r.code) for r in rejections]

    assert await load("2022-09-01,2023-09-01,J1,21", "2023-09-01,2024-09-01,J1,21") == []
    assert await load("2023-07-01,2023-09-01,J1,21", "2022-09-01,2023-07-01,J1,21") == [], "the second makes room"
    refused = await load("2023-06-01,2023-07-01,J1,21", "2022-09-01,2023-06-01,J1,77")
    assert refused == [("period.from", "OVERLAP"), ("endedBy", "UNKNOWN_CODE")]
    periods = [node["period"] for node in (await api.data(query, **asked))["student"]["enrolments"]["nodes"]]
    assert sorted((p["from"], p["until"] or "") for p in periods) == [
        ("2022-09-01", "2023-07-01"),
        ("2023-07-01", "2023-09-01"),
        ("2023-09-01", "2024-09-01"),
        ("2024-09-01", ""),
    ]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"period": {"until": "2012-07-01"}}, [("INVALID", "period")]),
        ({"period": {"from": "2012-09-01", "until": "2012-09-01"}}, [("INVALID", "period")]),
        ({"period": {"from": "2012-13-01"}}, None),
        ({"entryGrade": "J1", "period": {"from": "2011-01-01", "until": "2011-02-01"}}, [("NOT_OFFERED", "entryGrade")]),
        ({"entryGrade": "Z9", "period": {"from": "2011-01-01", "until": "2011-02-01"}}, [("UNKNOWN_CODE", "entryGrade")]),
        ({"entryGrade": "Z9"}, [("UNKNOWN_CODE", "entryGrade"), ("DUPLICATE", "student")]),
        ({"student": "Student:999999"}, [("NOT_FOUND", "student")]),
        ({"school": None}, None),
        ({"period": {"from": "2027-01-01"}}, [("MISMATCH", "school"), ("OVERLAP", "period")]),
        ({"endedBy": "21", "period": {"from": "2027-01-01"}}, [("INVALID", "endedBy"), ("MISMATCH", "school"), ("OVERLAP", "period")]),
    ],
)  # fmt: skip
async def test_an_enrolment_is_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]] | None
) -> None:
    """None of the faults: the schema itself does not take it."""
    if faults is None:
        text = "mutation($i: CreateEnrolmentInput!) { createEnrolment(input: $i) { errors { code } } }"
        assert (await api.ask(text, i=stay(city, **given))).codes == ["GRAPHQL_INVALID"]
        return
    payload = await api.write("createEnrolment", "enrolment { id }", **stay(city, **given))
    assert payload["enrolment"] is None
    assert said(payload) == faults


async def test_nobody_enters_a_closed_school(api: Api, city: World) -> None:
    school = f"School:{city.schools['西城幼儿园']}"
    operation = {"from": "1990-09-01", "until": "2012-09-01"}
    assert said(await api.write("updateSchool", "school { id }", id=school, operation=operation)) == []
    too_late = stay(city, period={"from": "2012-09-01", "until": "2013-07-01"})
    assert said(await api.write("createEnrolment", "enrolment { id }", **too_late)) == [("CLOSED", "period")]
    in_time = stay(city, period={"from": "2012-08-31", "until": "2013-07-01"})
    assert said(await api.write("createEnrolment", "enrolment { id }", **in_time)) == []
    await api.write("updateSchool", "school { id }", id=school, operation=None)


NEW = {
    "name": "林小雨",
    "sex": "2",
    "birthDate": "2020-08-31",
    "documentType": "1",
    "grade": "P1",
    "enteredOn": "2026-09-01",
}
PUPIL = """student {
    id number status grade { code } school { name }
    person { name birthDate }
    enrolments { nodes { school { name } period { from until } entryGrade { code } entryWay { code } endedBy { code } } }
}"""


def newcomer(city: World, serial: int, **given: Any) -> dict[str, Any]:
    """A child to be registered at 东城小学; who is born on the last day that is early enough."""
    made = {**NEW, "school": f"School:{city.schools['东城小学']}", **given}
    number = number_of(date.fromisoformat(made["birthDate"]), made["sex"], serial)
    return {"documentNumber": number, "nationalNumber": f"G{number}", **made}


async def test_a_pupil_is_registered(api: Api, city: World) -> None:
    """One verb writes person, student and first enrolment, under one name in the journal."""
    payload = await api.write("registerStudent", PUPIL, **newcomer(city, 101))
    assert payload["errors"] == []
    pupil = payload["student"]
    assert pupil.pop("id").startswith("Student:")
    assert len(pupil.pop("number")) >= 6
    assert pupil == {
        "status": "ENROLLED",
        "grade": {"code": "P1"},
        "school": {"name": "东城小学"},
        "person": {"name": "林小雨", "birthDate": "2020-08-31"},
        "enrolments": {
            "nodes": [
                {
                    "school": {"name": "东城小学"},
                    "period": {"from": "2026-09-01", "until": None},
                    "entryGrade": {"code": "P1"},
                    "entryWay": {"code": "01"},
                    "endedBy": None,
                }
            ]
        },
    }
    verbs = await api.services.store.database.readers.fetch(
        "SELECT kind, verb FROM journal ORDER BY id DESC LIMIT 3", []
    )
    assert sorted(map(tuple, verbs)) == [(kind, "register_student") for kind in ("enrolment", "person", "student")]


@pytest.mark.parametrize(
    ("given", "faults"),
    [
        ({"birthDate": "2020-09-01"}, [("AGE", "birthDate")]),
        ({"grade": "J1"}, [("NOT_OFFERED", "grade")]),
        ({"grade": "?"}, [("UNKNOWN_CODE", "grade")]),
        ({"name": ""}, [("REQUIRED", "name")]),
        ({"school": "School:999999"}, [("NOT_FOUND", "school")]),
        ({"documentNumber": "110105194912310021"}, [("CHECK_DIGIT", "documentNumber")]),
        ({"enteredOn": "0999-09-01"}, [("INVALID", "enteredOn")]),
    ],
)
async def test_a_registration_is_refused(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]]
) -> None:
    """And nothing of it is written, neither person nor student."""
    counting = "{ persons { totalCount } students { totalCount } enrolments { totalCount } }"
    before = await api.data(counting)
    assert said(await api.write("registerStudent", PUPIL, **newcomer(city, 150, **given))) == faults
    assert await api.data(counting) == before


async def test_who_is_registered_is_not_registered_again(api: Api, city: World) -> None:
    asked = newcomer(city, 160)
    assert said(await api.write("registerStudent", PUPIL, **asked)) == []
    assert said(await api.write("registerStudent", PUPIL, **asked)) == [("DUPLICATE", "documentNumber")]
    unnamed = {**asked, "documentNumber": None, "documentType": None}
    assert said(await api.write("registerStudent", PUPIL, **unnamed)) == [("DUPLICATE", "nationalNumber")]


async def test_a_registration_repeated_under_its_key_is_answered(api: Api, city: World) -> None:
    asked = newcomer(city, 170, idempotencyKey="first of many")
    first = await api.write("registerStudent", PUPIL, **asked)
    assert await api.write("registerStudent", PUPIL, **asked) == first
    assert first["errors"] == []


async def test_registrars_register_where_they_are_registrars(api: Api, city: World) -> None:
    """At their own school, in their own county, and nowhere else; the rights to enter a person come with the verb."""
    east, west = city.schools["东城小学"], city.schools["西城小学"]
    asked = newcomer(city, 180)
    for actor in (DIRECTOR, of_county(city.west), of_school(west), of_school(east, "teacher")):
        payload = await api.as_(actor).write("registerStudent", "student { id }", **asked)
        assert {error["code"] for error in payload["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}
        assert payload["student"] is None
    for serial, actor in ((181, of_school(east)), (182, of_county(city.east))):
        payload = await api.as_(actor).write("registerStudent", "student { id person { name } }", **newcomer(city, serial))  # fmt: skip
        assert payload["errors"] == []
        assert payload["student"]["person"] == {"name": "林小雨"}
