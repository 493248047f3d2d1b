"""Tables that come with the product: what is read of them, and which of their rows hold on a day."""

from datetime import date

import pytest

from bureau.kernel.shipped import in_force, shipped_rows, uncommented


def test_lines_that_begin_otherwise_stay() -> None:
    assert uncommented("# source\na,b\n1,#2\n#3,4\n5,6\n") == ["a,b", "1,#2", "5,6"]


def test_rows_go_by_the_names_of_the_first_line_that_says_no_source() -> None:
    first, *_ = shipped_rows("bureau.access", "roles.csv")
    assert (first["code"], first["chinese_name"], first["valid_until"]) == ("director", "局领导", "")


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2026, 8, 31), ["ended"]),
        (date(2026, 9, 1), ["ended", "open"]),
        (date(2027, 8, 31), ["ended", "open"]),
        (date(2027, 9, 1), ["open"]),
    ],
)
def test_a_row_holds_from_its_first_day_until_the_day_before_its_end(day: date, held: list[str]) -> None:
    rows = [
        {"name": "ended", "valid_from": "2020-01-01", "valid_until": "2027-09-01"},
        {"name": "open", "valid_from": "2026-09-01", "valid_until": ""},
    ]
    assert [row["name"] for row in in_force(rows, day)] == held
