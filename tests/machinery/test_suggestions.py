"""What refused cells may have meant: vectors for each type of field, and what is never suggested."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.kernel.accept import Reading, accept
from bureau.kernel.codes import CodeBook, Entry
from bureau.kernel.field import (
    Boolean,
    Choice,
    Coded,
    CodeTable,
    Date,
    Field,
    Integer,
    Numbered,
    Scaled,
    Sealed,
    State,
    Text,
)
from bureau.kernel.period import Period
from bureau.kernel.words import Words
from bureau.machinery.imports.suggestions import suggest
from bureau.registry.numbers import document_number
from bureau.registry.student import Student

TABLE = CodeTable("ethnicity", Words("Ethnic group", "民族"), "")
ENTRIES = [
    ("01", "Han", "汉族"),
    ("02", "Mongol", "蒙古族"),
    ("05", "Uyghur", "维吾尔族"),
    ("97", "Other", "其他"),
    ("98", "Alien", "其他"),
]
BOOK = CodeBook(
    [
        *(Entry("ethnicity", code, Words(en, zh)) for code, en, zh in ENTRIES),
        Entry("ethnicity", "99", Words("Gone", "旧族"), Period(None, date(2000, 1, 1))),
    ]
)
READING = Reading(BOOK, date(2026, 10, 12), from_file=True)


class Stay(State):
    """A state for the vectors."""

    DAY = "DAY", "Day pupil", "走读"
    BOARDER = "BOARDER", "Boarder", "寄宿"


def named(field: Field[Any]) -> Field[Any]:
    field.name = "x"
    return field


GROUP = named(Coded(TABLE, "x", "x"))
STAY = named(Choice(Stay, "x", "x"))
DAY = named(Date("x", "x"))
WHOLE = named(Integer(0, 10_000, "x", "x"))
MONEY = named(Scaled(2, "x", "x", money=True))
SHARE = named(Scaled(4, "x", "x"))
FLAG = named(Boolean("x", "x"))
NAME = named(Text(20, "x", "x"))
CODE = named(Text(10, "x", "x", form="code", pattern="[0-9]{6}"))
IDENTITY = named(Sealed("x", "x", check=document_number))
NATIONAL = named(Sealed("x", "x", check=Student.national_number.check))
NUMBER = named(Numbered("x", "x"))

VECTORS = [
    (GROUP, "汉族人", ["汉族"]),
    (GROUP, "蒙古", ["蒙古族"]),
    (GROUP, "维吾尔", ["维吾尔族"]),
    (GROUP, "其他民族", ["98", "97"]),
    (GROUP, "Hann", ["汉族"]),
    (GROUP, "O1", ["01"]),
    (GROUP, "旧族人", []),
    (GROUP, "汉族", []),
    (STAY, "走读生", ["走读"]),
    (STAY, "boarders", ["寄宿"]),
    (DAY, "20150709.0", ["2015-07-09"]),
    (DAY, "2015-07-09 00:00:00", ["2015-07-09"]),
    (DAY, "2015、7、9", ["2015-07-09"]),
    (DAY, "2015年7月9号", ["2015-07-09"]),
    (DAY, "2015.7.9.", ["2015-07-09"]),
    (DAY, "2015.7.9", []),
    (DAY, "２０１５－０７－０９", []),
    (DAY, "42194", ["2015-07-09"]),
    (DAY, "42194.0", ["2015-07-09"]),
    (DAY, "9/7/2015", ["2015-09-07", "2015-07-09"]),
    (DAY, "13/7/2015", ["2015-07-13"]),
    (DAY, "2015-02-30", []),
    (DAY, "15.7.9", []),
    (DAY, "2015-07-09 08:30:00", []),
    (WHOLE, "12.0", ["12"]),
    (WHOLE, "1,234", ["1234"]),
    (WHOLE, "1 234", ["1234"]),
    (WHOLE, "12人", ["12"]),
    (WHOLE, "1O", ["10"]),
    (WHOLE, "12.5", []),
    (WHOLE, "99999", []),
    (MONEY, "1,234.50", ["1234.50"]),
    (MONEY, "¥12.5", ["12.5"]),
    (MONEY, "12.5元", ["12.5"]),
    (MONEY, "1.234", []),
    (SHARE, "35.5%", ["0.355"]),
    (SHARE, "35％", ["0.35"]),
    (FLAG, "√", ["true"]),
    (FLAG, "×", ["false"]),
    (FLAG, "x", ["false"]),
    (FLAG, "也许", []),
    (NAME, "张\u200b三", ["张三"]),
    (NAME, "张\n三", ["张 三"]),
    (NAME, "长" * 21, []),
    (CODE, "51O1O4", ["510104"]),
    (CODE, "5l0104", ["510104"]),
    (CODE, "51010", []),
    (NATIONAL, "G11O105194912310O11", ["G110105194912310011"]),
    (NATIONAL, "G1101051949123l00l1", ["G110105194912310011"]),
    (NATIONAL, "G11010519491231001", []),
    (NATIONAL, "G110105194912310012", []),
    (IDENTITY, "****************27", []),
    (IDENTITY, "", []),
    (NUMBER, "100000000", []),
]  # fmt: skip


@pytest.mark.parametrize(("field", "raw", "wanted"), VECTORS)
def test_a_refused_cell_has_these_suggestions(field: Field[Any], raw: str, wanted: list[str]) -> None:
    assert [suggestion.value for suggestion in suggest(field, raw, READING)] == wanted


def test_what_is_not_certain_is_to_be_confirmed() -> None:
    assert [s.to_confirm for s in suggest(DAY, "42194", READING)] == [True]
    assert [s.to_confirm for s in suggest(DAY, "9/7/2015", READING)] == [True, True]
    assert [s.to_confirm for s in suggest(DAY, "20150709.0", READING)] == [False]
    (group,) = suggest(GROUP, "汉族人", READING)
    assert (group.to_confirm, group.reason.zh) == (True, "代码表中最接近的项")


FIELDS = (GROUP, STAY, DAY, WHOLE, MONEY, SHARE, FLAG, NAME, CODE, IDENTITY, NATIONAL, NUMBER)
TEXTS = st.one_of(
    st.text(max_size=30),
    st.text("0123456789OolI.,-/年月日% X", max_size=22),
    st.sampled_from([raw for _, raw, _ in VECTORS]),
)


@given(st.sampled_from(FIELDS), TEXTS)
def test_whatever_is_suggested_would_be_accepted_and_no_digit_is_made_up(field: Field[Any], raw: str) -> None:
    found = suggest(field, raw, READING)
    assert len(found) <= 3
    for suggestion in found:
        value, problem = accept(field, suggestion.value, READING)
        assert problem is None
        assert value is not None
        if field in (IDENTITY, NATIONAL, NUMBER, CODE):
            assert len(suggestion.value) <= len(raw), "longer than what was typed: a digit was made up"
    if found:
        assert accept(field, raw, READING)[1] is not None or accept(field, raw, READING)[0] is None
