"""What fields take from outside, from the API and from files."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.kernel.accept import Reading, accept
from bureau.kernel.codes import CodeBook, Entry
from bureau.kernel.errors import Code
from bureau.kernel.field import (
    Boolean,
    Choice,
    Coded,
    CodeTable,
    Date,
    Field,
    Integer,
    Moment,
    Numbered,
    Scaled,
    Sealed,
    Span,
    State,
    Text,
)
from bureau.kernel.period import Period
from bureau.kernel.words import Words
from bureau.registry.numbers import phone


class Colour(State):
    RED = "RED", "Red", "红"
    BLUE = "BLUE", "Blue", "蓝"


SEX = CodeTable("sex", Words("Sex", "性别"), "GB/T 2261.1")
BOOK = CodeBook(
    [
        Entry("sex", "1", Words("Male", "男")),
        Entry("sex", "2", Words("Female", "女"), Period(None, date(2030, 1, 1))),
        Entry("sex", "8", Words("Gone", "已停用"), Period(None, date(2020, 1, 1))),
        Entry("sex", "3", Words("Other", "其他")),
        Entry("sex", "4", Words("Other", "其它")),
    ]
)
API = Reading(BOOK, date(2026, 10, 12))
FILE = Reading(BOOK, date(2026, 10, 12), from_file=True)


def named(field: Field[Any]) -> Field[Any]:
    field.name = "it"
    return field


TAKEN = [
    (Text(10, "", ""), " a  b ", "a b"),
    (Text(10, "", ""), "e\u0301", "é"),
    (Text(10, "", "", form="number"), "２１ａ b", "21AB"),
    (Text(10, "", "", lines=True), "a\r\nb", "a\nb"),
    (Text(3, "", ""), "𠮷野家", "𠮷野家"),
    (Coded(SEX, "", ""), "１", "1"),
    (Choice(Colour, "", ""), "RED", Colour.RED),
    (Integer(0, 9, "", ""), 7, 7),
    (Scaled(2, "", "", money=True), "12345.6", 1234560),
    (Scaled(0, "", ""), "12", 12),
    (Boolean("", ""), True, True),
    (Date("", ""), date(2020, 2, 29), date(2020, 2, 29)),
    (Moment("", ""), datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
    (Span("", ""), (date(2020, 1, 1), None), Period(date(2020, 1, 1))),
    (Span("", ""), (None, None), None),
    (Sealed("", "", check=phone), "138-0013 8000", "13800138000"),
    (Numbered("", ""), "0000000014", "0000000014"),
]


@pytest.mark.parametrize(("field", "raw", "value"), TAKEN)
def test_taken(field: Field[Any], raw: Any, value: Any) -> None:
    assert accept(named(field), raw, API) == (value, None)


FROM_FILES = [
    (Coded(SEX, "", ""), "女", "2"),
    (Coded(SEX, "", ""), "male", "1"),
    (Choice(Colour, "", ""), "蓝", Colour.BLUE),
    (Integer(0, 99, "", ""), " ４２ ", 42),
    (Boolean("", ""), "是", True),
    (Boolean("", ""), "No", False),
    (Date("", ""), "2015/7/9", date(2015, 7, 9)),
    (Date("", ""), "2015年7月9日", date(2015, 7, 9)),
    (Date("", ""), "20150709", date(2015, 7, 9)),
    (Span("", ""), ("2015-09-01", ""), Period(date(2015, 9, 1))),
]


@pytest.mark.parametrize(("field", "raw", "value"), FROM_FILES)
def test_taken_from_files(field: Field[Any], raw: Any, value: Any) -> None:
    assert accept(named(field), raw, FILE) == (value, None)


REFUSED = [
    (Text(3, "", ""), "abcd", Code.TOO_LONG),
    (Text(9, "", ""), "a\nb", Code.INVALID),
    (Text(9, "", "", pattern="[a-z]+"), "1", Code.INVALID),
    *((Text(9, "", ""), f"a{bad}b", Code.INVALID) for bad in "\x00\x1b\u2028\u202e\ufeff\ud800\uffff"),
    (Text(40, "", "", form="number"), "1.10105E+17", Code.INVALID),
    (Sealed("", "", check=phone), "1.10105E+17", Code.INVALID),
    (Sealed("", "", check=phone), "*********00", Code.MASKED_VALUE),
    (Sealed("", "", check=phone), "12", Code.INVALID),
    (Coded(SEX, "", ""), "7", Code.UNKNOWN_CODE),
    (Coded(SEX, "", ""), "8", Code.UNKNOWN_CODE),
    (Coded(SEX, "", ""), "女", Code.UNKNOWN_CODE),
    (Choice(Colour, "", ""), "GREEN", Code.INVALID),
    (Integer(0, 9, "", ""), 10, Code.OUT_OF_RANGE),
    (Integer(0, 9, "", ""), "1.5", Code.INVALID),
    (Scaled(2, "", ""), "1.005", Code.INVALID),
    (Scaled(2, "", ""), "1e3", Code.INVALID),
    (Scaled(2, "", ""), "NaN", Code.INVALID),
    (Scaled(2, "", ""), "99999999999999999.99", Code.INVALID),
    (Scaled(2, "", ""), "١", Code.INVALID),
    (Date("", ""), "٢٠١٥-01-01", Code.INVALID),
    (Scaled(2, "", ""), "999999999999999999", Code.INVALID),
    (Boolean("", ""), "maybe", Code.INVALID),
    (Date("", ""), "2015-02-30", Code.INVALID),
    (Date("", ""), date.min, Code.INVALID),
    (Date("", ""), date.max, Code.INVALID),
    (Moment("", ""), datetime.max.replace(tzinfo=UTC), Code.INVALID),
    (Span("", ""), (date.min, None), Code.INVALID),
    (Date("", ""), "2015111", Code.INVALID),
    (Date("", ""), "9.7.2015", Code.INVALID),
    (Moment("", ""), "2026-01-01T00:00:00", Code.INVALID),
    (Span("", ""), (date(2020, 1, 1), date(2020, 1, 1)), Code.INVALID),
    (Span("", ""), (None, date(2020, 1, 1)), Code.INVALID),
    (Numbered("", ""), "0000000015", Code.CHECK_DIGIT),
]


@pytest.mark.parametrize(("field", "raw", "code"), REFUSED)
def test_refused(field: Field[Any], raw: Any, code: Code) -> None:
    value, problem = accept(named(field), raw, API)
    assert problem is not None
    assert (problem.code, problem.path, value) == (code, ("it",), None)
    assert problem.words.en
    assert problem.words.zh


def test_a_name_that_two_codes_share_names_neither() -> None:
    assert accept(named(Coded(SEX, "", "")), "Other", FILE)[1]
    assert accept(named(Coded(SEX, "", "")), "其它", FILE) == ("4", None)


@pytest.mark.parametrize("field", [field for field, _, _ in TAKEN])
def test_blank_is_no_value(field: Field[Any]) -> None:
    if not isinstance(field, Span):
        assert accept(named(field), "  ", FILE) == (None, None)
        assert accept(named(field), None, FILE) == (None, None)


@given(st.text(max_size=60))
def test_text_never_breaks_the_reader(raw: str) -> None:
    for field, _, _ in TAKEN:
        if not isinstance(field, Span):
            value, problem = accept(named(field), raw, FILE)
            assert problem is None or value is None
