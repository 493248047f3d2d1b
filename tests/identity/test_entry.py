"""Who was merged is met again when somebody is entered by their old numbers."""

from datetime import date
from pathlib import Path
from typing import Any

from bureau.graph.context import Services
from bureau.machinery.imports.importer import Fate, Importer, Rejection
from bureau.machinery.imports.mapping import mapped
from bureau.machinery.imports.tables import CsvTable
from bureau.registry.person import person as person_kind
from bureau.registry.student import student as student_kind
from tests.support.api import Api
from tests.support.world import World, number_of


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
