"""The error tree is the one its docstring draws, and every code has words in both languages."""

import re

from bureau.kernel import errors
from bureau.kernel.errors import WORDS, BureauError, Code, Fault, RequestError, fault
from bureau.kernel.words import Words


def test_every_code_has_words() -> None:
    assert set(WORDS) == set(Code)
    for words in WORDS.values():
        assert set(re.findall(r"\{(\w+)\}", words.zh)) <= set(re.findall(r"\{(\w+)\}", words.en))
        assert words.en.isascii() or "“" in words.en
        assert not words.zh.isascii()


def test_the_tree_is_drawn_as_it_is() -> None:
    drawn = dict(re.findall(r"[├└]── (\w+) +([A-Z_]+) ", errors.__doc__ or ""))
    there = {cls.__name__: cls.code for cls in RequestError.__subclasses__()}
    assert drawn == there
    assert {cls.__name__ for cls in BureauError.__subclasses__()} == {"CommandError", "Refusal", "RequestError"}


def test_words_are_filled_in_each_language() -> None:
    found = fault(Code.UNKNOWN_CODE, "sex", table=Words("Sex", "性别")).words
    assert found == Words("No such code in the table “Sex”.", "代码表“性别”中没有这个代码。")


def test_a_fault_can_be_seen_from_further_out() -> None:
    assert Fault(Code.REQUIRED, ("name",)).under("person").path == ("person", "name")
