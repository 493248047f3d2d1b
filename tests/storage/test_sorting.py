"""Sort keys: Chinese by pinyin, surnames by their own reading, Latin without case or accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.storage.sorting import initials, sort_key


def by_key(*texts: str, of_person: bool = False) -> list[str]:
    return sorted(texts, key=lambda text: sort_key(text, of_person).encode())


def test_names_sort_by_syllable_then_tone() -> None:
    assert by_key("赵强", "王芳", "阿依古丽", "张丽", "张力", of_person=True) == [
        "阿依古丽",
        "王芳",
        "张丽",
        "张力",
        "赵强",
    ]


def test_a_shorter_name_comes_before_a_longer_one() -> None:
    assert by_key("张伟明", "张伟", of_person=True) == ["张伟", "张伟明"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [("曾国藩", "zeng"), ("单雄信", "shan"), ("尉迟恭", "yu chi"), ("仇英", "qiu"), ("查良镛", "zha")],
)
def test_surnames_are_read_as_surnames(name: str, begins: str) -> None:
    assert sort_key(name, of_person=True).startswith(begins + " ")


def test_numbers_in_names_count() -> None:
    assert by_key("第3中学", "第1中学", "School 2", "School 1") == ["第1中学", "第3中学", "School 1", "School 2"]


def test_latin_sorts_without_case_or_accents() -> None:
    assert by_key("Zola", "École", "eben", "ECOLE") == ["eben", "ECOLE", "École", "Zola"]


@pytest.mark.parametrize(("text", "typed"), [("成都市第七中学", "cdsdqzx"), ("LYCÉE SAINT-PIERRE", "ls")])
def test_initials_are_what_one_types(text: str, typed: str) -> None:
    assert initials(text) == typed


def test_initials_of_a_person() -> None:
    assert initials("曾国藩", of_person=True) == "zgf"


@given(st.text(max_size=80), st.booleans())
def test_keys_are_short_and_never_hold_what_a_database_refuses(text: str, of_person: bool) -> None:
    text = text.replace("\x00", "").encode("utf-8", "ignore").decode()
    key = sort_key(text, of_person)
    assert len(key.encode()) < 2000
    assert sort_key(text, of_person) == key


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_texts_share_a_key_only_if_they_are_one(first: str, second: str) -> None:
    assert (sort_key(first) == sort_key(second)) == (first == second)
