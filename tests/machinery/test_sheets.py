"""Tables as files: what stands in a cell is what was given, whatever it looks like."""

from decimal import Decimal

import pytest

from bureau.kernel.errors import LimitExceeded
from bureau.machinery.sheets import LONGEST_CELL, csv_file, xlsx_file
from tests.support.sheets import read_xlsx

HEADS = ["text", "whole", "decimal", "long", "flag", "none"]
ROW = ["=1+1", -3, Decimal("-5.10"), Decimal("12345678901234567.89"), True, None]


def test_csv_guards_texts_and_leaves_numbers() -> None:
    content = csv_file(["=head", *HEADS[1:]], [ROW, ['a,"b"\n', 0, Decimal(0), None, False, ""]])
    assert content.decode("utf-8-sig").splitlines()[:2] == [
        "'=head,whole,decimal,long,flag,none",
        "'=1+1,-3,-5.10,12345678901234567.89,true,",
    ]
    assert content.startswith(b"\xef\xbb\xbf")
    assert b'"a,""b""\n",0,0,,false,\r\n' in content


def test_xlsx_has_numbers_where_they_are_exact_and_no_formulas() -> None:
    sheet = read_xlsx(xlsx_file(HEADS, [ROW]))
    assert sheet.row(1) == HEADS
    assert sheet.row(2) == ["=1+1", "-3", "-5.10", "12345678901234567.89", "1"]
    assert sheet.numbers == {"B2", "C2"}
    assert sheet.formulas == frozenset()


def test_the_same_table_is_the_same_file() -> None:
    assert xlsx_file(HEADS, [ROW]) == xlsx_file(HEADS, [ROW])


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    assert read_xlsx(xlsx_file(["a"], [["x" * LONGEST_CELL]])).cells["A2"] == "x" * LONGEST_CELL
    with pytest.raises(LimitExceeded):
        xlsx_file(["a"], [["x" * (LONGEST_CELL + 1)]])
