"""How large schools and classes are at the most, by type and grade."""

from datetime import date

import pytest

from bureau.registry.sizes import class_size, school_size

DAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("school_type", "most"), [("211", 2000), ("311", 2000), ("312", 2500), ("345", None), ("111", None)]
)
def test_a_school_has_so_many_pupils_at_the_most(school_type: str, most: int | None) -> None:
    assert school_size(school_type, DAY) == most


@pytest.mark.parametrize(
    ("grade", "most"),
    [("K1", 25), ("K2", 30), ("K3", 35), ("P1", 45), ("P6", 45), ("J2", 50), ("S3", 55), ("V1", None)],
)
def test_a_class_has_so_many_pupils_at_the_most(grade: str, most: int | None) -> None:
    assert class_size(grade, DAY) == most


def test_nothing_is_said_of_days_before_it_was_set() -> None:
    assert school_size("211", date(2016, 12, 31)) is None
