"""What is met again when somebody is entered: a pupil much like another, and who was merged, by old numbers."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.machinery.imports.importer import Fate, Importer, Rejection
from bureau.machinery.imports.mapping import mapped
from bureau.machinery.imports.tables import CsvTable
from bureau.registry.person import person as person_kind
from bureau.registry.student import student as student_kind
from tests.support.api import Api
from tests.support.people import of_county, of_school
from tests.support.world import World, number_of

ANOTHER = {"documentType": "1", "documentNumber": number_of(date(2020, 3, 1), "1", 7)}
"""The resident number of somebody else who was born on the same day."""


async def register(api: Api, city: World, **given: Any) -> Any:
    asked = {
        "school": f"School:{city.schools['东城小学']}",
        "name": "王方",
        "sex": "2",
        "birthDate": "2020-05-20",
        "grade": "P1",
        "enteredOn": "2026-09-01",
        **given,
    }
    mutation = "mutation($input: RegisterStudentInput!) { registerStudent(input: $input) { student { id } errors { code path } warnings { code path message } } }"  # fmt: skip
    return (await api.data(mutation, input=asked))["registerStudent"]


@pytest.mark.parametrize(
    ("given", "warns"),
    [
        ({}, True),
        ({"name": "王芳"}, True),
        ({"birthDate": "2020-05-21"}, False),
        ({"name": "王丹"}, False),
        ({"name": "曾晓明", "sex": "1", "birthDate": "2020-03-01", **ANOTHER}, False),
    ],
    ids=["of the same sound", "of the same name", "of another day", "of another name", "of another resident number"],
)
async def test_who_enters_a_pupil_is_warned_of_one_much_alike(
    api: Api, city: World, given: dict[str, Any], warns: bool
) -> None:
    payload = await register(api.as_(of_school(city.schools["东城小学"])), city, **given)
    assert payload["errors"] == []
    told = [w["message"] for w in payload["warnings"] if w["code"] == "LIKENESS"]
    assert bool(told) is warns
    if warns:
        assert f"王芳 Student:{city.students['王芳']}" in told[0]


async def test_nobody_is_told_of_pupils_they_do_not_see(api: Api, city: World) -> None:
    """A clerk of the west enters one who is much like a pupil of the east, and hears nothing of it."""
    given = {"school": f"School:{city.schools['西城小学']}", "name": "李维", "sex": "1", "birthDate": "2015-01-31"}
    given |= {"grade": "P6", "documentType": "A", "documentNumber": "E12345678"}
    there = await register(api.as_(of_county(city.west)), city, **given)
    assert (there["errors"], there["warnings"]) == ([], [])
    everywhere = await register(api, city, **{**given, "documentNumber": "E12345679"})
    assert [warning["code"] for warning in everywhere["warnings"]] == ["LIKENESS"]
    assert "李伟" in everywhere["warnings"][0]["message"]


async def test_who_adds_a_guardian_is_warned_of_one_much_alike(api: Api, city: World) -> None:
    """The same mother is added to two pupils of a school, without a document; to another school nothing is said."""
    rights = dict.fromkeys(("isLegalGuardian", "mayDecide", "maySee", "mayCollect"), True)
    mother = {
        "name": "柳依依",
        "birthDate": "1986-06-06",
        "phone": "13800138001",
        "relation": "52",
        "contactOrder": 1,
        **rights,
    }

    async def add(who: Api, pupil: str) -> list[str]:
        payload = await who.write("addGuardian", "student { id } warnings { code message }", id=f"Student:{city.students[pupil]}", sex="2", **mother)  # fmt: skip
        assert payload["errors"] == []
        return [warning["message"] for warning in payload["warnings"] if warning["code"] == "LIKENESS"]

    clerk = api.as_(of_school(city.schools["东城小学"]))
    assert await add(clerk, "王芳") == []
    assert await add(api.as_(of_county(city.west)), "张丽") == []
    (told,) = await add(clerk, "李伟")
    assert told.count("柳依依 Guardianship:") == 1


async def test_the_very_same_document_is_refused(api: Api, city: World) -> None:
    born = date(2020, 5, 20)
    refused = await register(api, city, name="王芳", documentType="1", documentNumber=number_of(born, "2"))
    assert [error["code"] for error in refused["errors"]] == ["DUPLICATE"]


async def imported(services: Services, kind: Any, file: Path, text: str) -> tuple[dict[Fate, int], list[Rejection]]:
    file.write_text(text, encoding="utf-8")
    table = CsvTable(file)
    paths, _ = mapped(kind, table.headers, {})
    told: list[Rejection] = []
    report = await Importer(services.store, kind, paths).run(table.rows(), told.append)
    return dict(report.fates), told


async def test_a_file_that_names_a_merged_person_by_their_document_means_the_one_that_stayed(
    api: Api, city: World, tmp_path: Path
) -> None:

    born = date(1980, 1, 2)
    facts = {"sex": "2", "birthDate": "1980-01-02"}
    one = await api.write("createPerson", "person { id }", name="马一", **facts)
    old = number_of(born, "2", 3)
    two = await api.write("createPerson", "person { id }", name="马二", documentType="1", documentNumber=old, **facts)
    keep, merged = (payload["person"]["id"] for payload in (one, two))
    await api.write("mergePersons", "person { id }", id=keep, merged=merged, reason="同一人")
    text = f"姓名,性别,出生日期,身份证件号,家庭住址\n马一,女,1980-01-02,{old},新住处\n"
    fates, told = await imported(api.services, person_kind, tmp_path / "persons.csv", text)
    assert (fates, told) == ({Fate.UPDATED: 1}, [])
    found = await api.data("query($id: ID!) { person(id: $id) { address documentNumber { held } } }", id=merged)
    assert found["person"] == {"address": "新住处", "documentNumber": {"held": False}}, "its own number stays as it was"
    again, _ = await imported(api.services, person_kind, tmp_path / "persons.csv", text)
    assert again == {Fate.UNCHANGED: 1}


async def test_a_file_that_names_a_merged_pupil_by_their_number_means_the_one_that_stayed(
    api: Api, city: World, tmp_path: Path
) -> None:
    made = [
        await register(api, city, name=name, birthDate="2020-04-04", **given)
        for name, given in (("米一", {}), ("米二", {"enteredOn": "2026-09-02"}))
    ]
    students = [payload["student"]["id"] for payload in made]
    query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Student { number person { id } enrolments { nodes { id } } } } }"  # fmt: skip
    first, second = (await api.data(query, ids=students))["nodes"]
    await api.write("voidEnrolment", "enrolment { id }", id=second["enrolments"]["nodes"][0]["id"], reason="重复登记")
    asked = {"id": first["person"]["id"], "merged": second["person"]["id"], "mergeStudents": True, "reason": "同一人"}
    assert (await api.write("mergePersons", "person { id }", **asked))["errors"] == []
    text = f"学生编号,就读方式\n{second['number']},2\n"
    fates, told = await imported(api.services, student_kind, tmp_path / "students.csv", text)
    assert (fates, told) == ({Fate.UPDATED: 1}, [])
    found = await api.data("query($id: ID!) { student(id: $id) { id number boarding { code } } }", id=students[1])
    assert found["student"] == {"id": students[0], "number": first["number"], "boarding": {"code": "2"}}
