"""Seals: what is shown, what is compared, and what opens with what."""

import os
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag
from hypothesis import given
from hypothesis import strategies as st

from bureau.settings import Settings
from bureau.storage.seal import Keyring, mask, new_salt

RING = Keyring(b"m" * 32)


@given(st.text(min_size=1, max_size=40), st.integers(1, 2**62))
def test_what_was_sealed_opens_again(value: str, record_id: int) -> None:
    salt = new_salt()
    sealed = RING.seal(value, salt=salt, field="person.phone", record_id=record_id)
    assert RING.open(sealed, salt=salt, field="person.phone", record_id=record_id) == value
    assert value.encode() not in sealed or len(value) < 3


def test_one_value_sealed_twice_looks_different() -> None:
    salt = new_salt()
    first, second = (RING.seal("13800138000", salt=salt, field="f", record_id=1) for _ in range(2))
    assert first != second


def test_without_the_salt_or_with_another_master_key_it_stays_shut() -> None:
    salt = new_salt()
    sealed = RING.seal("13800138000", salt=salt, field="f", record_id=1)
    with pytest.raises(InvalidTag):
        RING.open(sealed, salt=new_salt(), field="f", record_id=1)
    with pytest.raises(InvalidTag):
        Keyring(b"n" * 32).open(sealed, salt=salt, field="f", record_id=1)
    with pytest.raises(ValueError, match="version"):
        RING.open(b"\x02" + sealed[1:], salt=salt, field="f", record_id=1)


def test_digests_are_equal_for_equal_values_of_one_field_alone() -> None:
    assert RING.digest("a", "person.phone") == RING.digest("a", "person.phone")
    assert RING.digest("a", "person.phone") != RING.digest("a", "person.document_number")
    assert RING.digest("a", "person.phone") != Keyring(b"n" * 32).digest("a", "person.phone")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("11010519491231002X", "****************2X"), ("13800138000", "*********00"), ("1234", "****"), ("", "")],
)
def test_a_mask_shows_two_characters_at_the_most(value: str, shown: str) -> None:
    assert mask(value) == shown


def test_a_mask_beside_visible_fields_leaves_the_number_open() -> None:
    """First six, birth date, sex and the mask's two characters known: more than one number still fits."""
    from bureau.registry.numbers import identity_check

    number = "51010420120305003" + identity_check("51010420120305003")
    seen = mask(number)[-2:]
    fitting = {
        digits + identity_check(digits)
        for serial in range(1000)
        if (digits := f"51010420120305{serial:03d}") and (digits + identity_check(digits))[-2:] == seen
    }
    assert number in fitting
    assert len(fitting) >= 5


def test_the_key_file_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, secret_key="")
    first, second = Keyring.of(settings), Keyring.of(settings)
    assert first.digest("a", "f") == second.digest("a", "f")
    assert oct(os.stat(tmp_path / "secret.key").st_mode & 0o777) == "0o600"


def test_a_short_secret_key_is_refused() -> None:
    with pytest.raises(ValueError, match="32 characters"):
        Settings(secret_key="short")
