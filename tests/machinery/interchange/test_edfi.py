"""Ed-Fi's own sample loads, what has no home is counted, and a hostile file is refused."""

from pathlib import Path

import pytest

from bureau.graph.context import Services
from bureau.machinery.imports.reading import UnreadableFile
from tests.machinery.interchange.conftest import delivered
from tests.support.shared import SHARED, needs_shared

SAMPLES = SHARED / "interchange" / "edfi"
HEAD = '<?xml version="1.0"?>'
STUDENT = """<Student><StudentUniqueId>7</StudentUniqueId>
  <Name><FirstName>Ada</FirstName><LastSurname>Lane</LastSurname></Name>
  <BirthData><BirthDate>2014-11-13</BirthDate></BirthData><Shoe><Size>37</Size></Shoe></Student>"""
SCHOOL = "<School><NameOfInstitution>Hill School</NameOfInstitution><SchoolId>9</SchoolId></School>"
STAY = """<StudentSchoolAssociation>
  <StudentReference><StudentIdentity><StudentUniqueId>7</StudentUniqueId></StudentIdentity></StudentReference>
  <SchoolReference><SchoolIdentity><SchoolId>{school}</SchoolId></SchoolIdentity></SchoolReference>
  <EntryDate>2021-08-23</EntryDate>
  <EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#First grade</EntryGradeLevel></StudentSchoolAssociation>"""


def interchange(path: Path, *elements: str, head: str = HEAD) -> Path:
    inner = "\n".join(elements)
    path.write_text(f'{head}\n<InterchangeStudent xmlns="http://ed-fi.org/5.2.0">\n{inner}\n</InterchangeStudent>')
    return path


@needs_shared
async def test_the_sample_loads_and_a_second_delivery_changes_nothing(elsewhere: Services) -> None:
    expected = {
        "EducationOrganization": ["office: 3 rows: 3 created", "school: 3 rows: 3 created"],
        "Student": ["person: 960 rows: 960 created"],
        "StaffAssociation": ["teacher: 68 rows: 68 created", "post: 69 rows: 69 created"],
        "Finance": [],
    }
    for name, created in expected.items():
        said = await delivered(elsewhere, "edfi", SAMPLES / f"{name}.xml")
        counts = [line for line in said if " rows: " in line]
        assert counts == [f"{line}, 0 updated, 0 unchanged, 0 rejected" for line in created]
        assert not any("no column of the format" in line for line in said)
    for name in expected:
        said = await delivered(elsewhere, "edfi", SAMPLES / f"{name}.xml")
        assert all(" 0 created, 0 updated, " in line for line in said if not line.startswith("Left out"))


@needs_shared
async def test_every_value_of_the_sample_is_carried_or_told(elsewhere: Services) -> None:
    said = await delivered(elsewhere, "edfi", SAMPLES / "Student.xml")
    assert "Left out 未导入: Student.Name/PersonalTitlePrefix: 960: no home: forms of address 无对应字段：称谓" in said
    assert any(line.startswith("Left out 未导入: Student (rows): 960: entered as persons") for line in said)


async def test_a_pupil_whose_school_is_told_later_is_the_person_that_is_there(
    elsewhere: Services, tmp_path: Path
) -> None:
    path = tmp_path / "students.xml"
    said = await delivered(elsewhere, "edfi", interchange(path, SCHOOL, STUDENT))
    assert "person: 1 rows: 1 created, 0 updated, 0 unchanged, 0 rejected" in said
    assert "Left out 未导入: Student.Shoe/Size: 1: no column of the format that we know. 不是该格式的已知列。" in said
    said = await delivered(elsewhere, "edfi", interchange(path, STAY.format(school=9)))
    assert "student: 1 rows: 1 created, 0 updated, 0 unchanged, 0 rejected" in said
    assert "enrolment: 1 rows: 1 created, 0 updated, 0 unchanged, 0 rejected" in said
    rows = await elsewhere.store.database.readers.fetch(
        "SELECT p.name, s.grade, u.code FROM student s JOIN person p ON p.id = person_id JOIN unit u ON u.id = school_id"
    )
    assert [tuple(row) for row in rows] == [("Ada Lane", "P1", "9")]


async def test_a_defect_is_named_by_element_line_and_path(elsewhere: Services, tmp_path: Path) -> None:
    path = tmp_path / "students.xml"
    wrong = STUDENT.replace("2014-11-13", "2014-13-13")
    said = await delivered(elsewhere, "edfi", interchange(path, wrong, STAY.format(school="none")))
    assert said[0].startswith("line 3, Student.BirthData/BirthDate, “2014-13-13”: INVALID")
    assert any("StudentSchoolAssociation.SchoolReference/SchoolIdentity/SchoolId, “none”: NOT_FOUND" in s for s in said)


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>', "<Student>&b;</Student>"),
        ('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', "<Student>&f;</Student>"),
        ('<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">', STUDENT),
        ("", "<Student>"),
    ],
)
async def test_a_hostile_file_is_refused(elsewhere: Services, tmp_path: Path, head: str, body: str) -> None:
    with pytest.raises(UnreadableFile):
        await delivered(elsewhere, "edfi", interchange(tmp_path / "bad.xml", body, head=HEAD + head))


async def test_a_file_that_is_no_interchange_is_refused(elsewhere: Services, tmp_path: Path) -> None:
    path = tmp_path / "page.xml"
    path.write_text("<html><body/></html>")
    with pytest.raises(UnreadableFile):
        await delivered(elsewhere, "edfi", path)
