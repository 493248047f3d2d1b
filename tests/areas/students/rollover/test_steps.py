"""Which grade comes after which, and what classes are called then."""

from datetime import date

import pytest

from bureau.areas.students.rollover.names import grade_name, renamed
from bureau.areas.students.rollover.steps import next_grade, year_of_schooling
from bureau.kernel.words import Words

ON = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("grade", "type_", "schooling", "then"),
    [
        ("P1", "211", None, "P2"),
        ("P5", "211", "63", "P6"),
        ("P6", "211", "63", None),
        ("P5", "211", "54", None),
        ("P6", "312", "63", "J1"),
        ("P5", "312", "54", "J1"),
        ("J3", "312", "54", "J4"),
        ("J4", "312", "54", None),
        ("J3", "312", None, None),
        ("J3", "341", None, None),
        ("S2", "341", None, "S3"),
        ("S3", "342", "9", None),
        ("K3", "111", None, None),
        ("E8", "511", None, "E9"),
        ("E9", "511", None, None),
        ("V2", "361", None, "V3"),
        ("P6", None, None, None),
    ],
)
def test_a_grade_leads_to_the_next_or_to_the_end(
    grade: str, type_: str | None, schooling: str | None, then: str | None
) -> None:
    assert next_grade(grade, type_, schooling, ON, "510106") == then


@pytest.mark.parametrize(
    ("grade", "type_", "schooling"),
    [("P6", "312", "54"), ("J4", "312", None), ("J1", "211", None), ("X1", "211", None)],
)
def test_a_grade_that_the_school_has_not_leads_nowhere(grade: str, type_: str, schooling: str | None) -> None:
    with pytest.raises(LookupError):
        next_grade(grade, type_, schooling, ON, "510106")


@pytest.mark.parametrize(
    ("name", "then"),
    [
        ("2024级1班", "2024级1班"),
        ("二年级1班", "三年级1班"),
        ("二（1）班", "三（1）班"),
        ("二(1)班", "三(1)班"),
        ("Primary 2 A", "Primary 3 A"),
        ("二胡特长班", "二胡特长班"),
        (None, None),
    ],
)
def test_a_name_that_says_the_grade_says_the_next(name: str | None, then: str | None) -> None:
    assert renamed(name, Words("Primary 2", "二年级"), Words("Primary 3", "三年级"), 3) == then


def test_a_name_goes_on_into_the_next_stage() -> None:
    """The sixth year is the last of a primary school, or after five and four the first of a junior one."""
    said = grade_name("J1", Words("Junior 1", "七年级"), 6)
    assert said == Words("Junior 1", "六年级")
    assert renamed("五年级3班", Words("Primary 5", "五年级"), said, 6) == "六年级3班"
    assert renamed("七（2）班", Words("Junior 1", "七年级"), Words("Junior 2", "八年级"), 8) == "八（2）班"
    assert year_of_schooling("J1", "54", ON, "510106") == 6
    assert year_of_schooling("J1", None, ON, "510106") == 7
    assert year_of_schooling("S1", None, ON, "510106") == 1
