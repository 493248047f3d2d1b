"""1,600 pupils as an Australian system exports them: all load, and each planted defect is named."""

import csv
from pathlib import Path

import pytest

from bureau.graph.context import Services
from tests.machinery.interchange.conftest import delivered
from tests.support.shared import SHARED, needs_shared

HEADERS = ["LocalId", "FamilyName", "GivenName", "BirthDate", "Sex", "YearLevel", "ASLSchoolId", "Locality", "Height"]
GOOD = ["a1", "Black", "Tommy", "2007-03-04", "1", "3", "40451", "BINIGUY", "140"]


def written(path: Path, *rows: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS, *rows])
    return path


@needs_shared
async def test_all_load_and_a_second_delivery_changes_nothing(elsewhere: Services) -> None:
    path = SHARED / "interchange" / "sif" / "nias2_1500students.csv"
    said = await delivered(elsewhere, "nias2", path)
    assert said[:2] == [
        "school: 20 rows: 20 created, 0 updated, 0 unchanged, 0 rejected",
        "student: 1600 rows: 1600 created, 0 updated, 0 unchanged, 0 rejected",
    ]
    assert not any("no column of the format" in line for line in said)
    again = await delivered(elsewhere, "nias2", path)
    assert again[1] == "student: 1600 rows: 0 created, 0 updated, 1600 unchanged, 0 rejected"
    rows = await elsewhere.store.database.readers.fetch("SELECT count(*) FROM person")
    assert rows[0][0] == 1600


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("BirthDate", "2007-13-01", "students.BirthDate, “2007-13-01”: INVALID"),
        ("YearLevel", "UG", "students.YearLevel, “UG”: UNKNOWN_CODE"),
        ("GivenName", "Tom\x07my", "students.FamilyName + students.GivenName + students.MiddleName"),
        ("LocalId", "", "students.LocalId, “”: REQUIRED"),
        ("ASLSchoolId", "", "students.ASLSchoolId, “”: REQUIRED"),
    ],
)
async def test_a_defect_is_named_by_its_column_and_stops_no_other(
    elsewhere: Services, tmp_path: Path, column: str, value: str, told: str
) -> None:
    bad = ["a2", *GOOD[1:]]
    bad[HEADERS.index(column)] = value
    said = await delivered(elsewhere, "nias2", written(tmp_path / "pupils.csv", GOOD, bad, ["a1", *GOOD[1:]]))
    assert said[0].startswith(f"line 3, {told}")
    assert said[1].startswith("line 4, students.LocalId, “a1”: DUPLICATE_ROW")
    assert "student: 3 rows: 1 created, 0 updated, 0 unchanged, 2 rejected" in said


async def test_what_has_no_home_is_counted(elsewhere: Services, tmp_path: Path) -> None:
    said = await delivered(elsewhere, "nias2", written(tmp_path / "pupils.csv", GOOD, ["a2", *GOOD[1:-1], ""]))
    assert [line for line in said if line.startswith("Left out")] == [
        "Left out 未导入: students.Height: 1: no column of the format that we know. 不是该格式的已知列。"
    ]


async def test_a_school_keeps_the_name_that_it_was_given(elsewhere: Services, tmp_path: Path) -> None:
    path = written(tmp_path / "pupils.csv", GOOD)
    await delivered(elsewhere, "nias2", path)
    await elsewhere.store.database.transaction(
        lambda tx: tx.fetch("UPDATE unit SET name = 'Hill' WHERE code = '40451'")
    )
    await delivered(elsewhere, "nias2", path)
    rows = await elsewhere.store.database.readers.fetch("SELECT name FROM unit WHERE code = '40451'")
    assert rows[0][0] == "Hill"
