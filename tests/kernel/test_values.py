"""Money, periods, numbers of our own, names of things: the plain values."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_10

from bureau.kernel.clock import school_year
from bureau.kernel.money import from_fen, from_scaled, to_fen, to_scaled
from bureau.kernel.number import check_digit, is_own_number, own_number
from bureau.kernel.period import Period
from bureau.kernel.text import camel, snake


@given(st.integers(-(2**63) + 1, 2**63 - 1), st.integers(0, 9))
def test_scaled_numbers_come_back(value: int, scale: int) -> None:
    assert to_scaled(from_scaled(value, scale), scale) == value if len(str(abs(value))) - scale <= 18 else True


@pytest.mark.parametrize(
    ("yuan", "fen"), [("0", 0), ("0.05", 5), ("-0.05", -5), ("12345.67", 1234567), ("92233720368547758.07", 2**63 - 1)]
)
def test_money(yuan: str, fen: int) -> None:
    assert to_fen(yuan) == fen
    assert to_fen(from_fen(fen)) == fen


@pytest.mark.parametrize("bad", ["", "1,000", "1.005", " 1", "+1", "Infinity", "1e2", "١", "92233720368547758.08"])
def test_what_is_no_money(bad: str) -> None:
    with pytest.raises(ValueError, match="."):
        to_fen(bad)


def test_periods_end_before_their_end() -> None:
    period = Period(date(2026, 9, 1), date(2027, 9, 1))
    assert period.holds(date(2026, 9, 1))
    assert period.holds(date(2027, 8, 31))
    assert not period.holds(date(2027, 9, 1))
    assert not period.holds(date(2026, 8, 31))
    assert Period(date(2026, 9, 1)).holds(date(9999, 1, 1))
    assert not Period(date(2026, 9, 1), date(2026, 9, 1)).is_ordered


@pytest.mark.parametrize(
    ("day", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 1), 2026)]
)
def test_school_years_begin_in_september(day: date, year: int) -> None:
    assert school_year(day) == year


@given(st.integers(0, 999_999_999))
def test_own_numbers_agree_with_the_standard(serial: int) -> None:
    number = own_number(serial)
    assert is_own_number(number)
    assert mod_11_10.is_valid(number)


@given(st.integers(0, 999_999_999), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(serial: int, place: int, shift: int) -> None:
    number = own_number(serial)
    wrong = str((int(number[place]) + shift) % 10)
    assert not is_own_number(number[:place] + wrong + number[place + 1 :])


def test_the_series_of_numbers_ends_loudly() -> None:
    with pytest.raises(ValueError, match="used up"):
        own_number(1_000_000_000)
    assert check_digit("000000001") == "4"


@pytest.mark.parametrize("name", ["birth_date", "name", "valid_from", "a_b_c"])
def test_names_go_to_the_api_and_back(name: str) -> None:
    assert snake(camel(name)) == name
