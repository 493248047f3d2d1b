"""The numbers of people and schools, with the vectors of their standards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from bureau.kernel.errors import Code
from bureau.registry import numbers


@pytest.mark.parametrize(
    ("number", "sex"),
    [
        ("11010519491231002X", "2"),
        ("320106201507091319", "1"),
        ("440305201702280029", "2"),
        ("830000201601010032", "1"),
        ("653228199001011230", None),
    ],
)
def test_identity_numbers(number: str, sex: str | None) -> None:
    if sex is None:  # a division no list of ours has: the number is judged by itself alone
        number = number[:17] + numbers.identity_check(number[:17])
    assert numbers.identity_number(number) == (number, None)
    if sex:
        assert numbers.sex(number) == sex


def test_an_identity_number_is_made_uniform() -> None:
    assert numbers.identity_number(" １１０１０５ 19491231 002x ") == ("11010519491231002X", None)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("110105194912310021", Code.CHECK_DIGIT),
        ("320106201507091310", Code.CHECK_DIGIT),
        ("110105202502301234", Code.INVALID),
        ("110105189912311234", Code.INVALID),
        ("110105491231002", Code.INVALID),
        ("11010519491231002", Code.INVALID),
        ("A1010519491231002X", Code.INVALID),
    ],
)
def test_what_is_no_identity_number(number: str, code: Code) -> None:
    _, problem = numbers.identity_number(number)
    assert problem is not None
    assert problem.code == code


@given(st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_of_an_identity_number_is_caught(place: int, shift: int) -> None:
    number = "320106201507091319"
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert numbers.identity_number(wrong)[1] is not None


@pytest.mark.parametrize("number", ["G11010520180315012X", "L32010620150709131X", "J000000000000000001"])
def test_student_numbers(number: str) -> None:
    assert numbers.student_number(number.lower()) == (number, None)


@pytest.mark.parametrize(
    "number", ["11010520180315012X", "X11010520180315012X", "G1101052018031501", "GX1010520180315012X"]
)
def test_what_is_no_student_number(number: str) -> None:
    assert numbers.student_number(number)[1] is not None


def test_credit_codes() -> None:
    assert numbers.credit_code("91110000600037341L") == ("91110000600037341L", None)
    _, problem = numbers.credit_code("91110000600037341M")
    assert problem is not None
    assert problem.code == Code.CHECK_DIGIT
    assert numbers.credit_code("9111000060003734IL")[1] is not None


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17))
def test_credit_codes_agree_with_another_implementation(body: str) -> None:
    assert uscc.calc_check_digit(body) == numbers.credit_check(body)


@pytest.mark.parametrize("code", ["2111000001", "3451000007", "9351123456"])
def test_school_codes(code: str) -> None:
    assert numbers.SCHOOL_CODE.fullmatch(code)


@pytest.mark.parametrize("code", ["2011000001", "2199000001", "211100001", "21110000011", "A111000001"])
def test_what_is_no_school_code(code: str) -> None:
    assert not numbers.SCHOOL_CODE.fullmatch(code)


@pytest.mark.parametrize(("given_", "kept"), [("138 0013 8000", "13800138000"), ("+86-13800138000", "+8613800138000")])
def test_phones(given_: str, kept: str) -> None:
    assert numbers.phone(given_) == (kept, None)
