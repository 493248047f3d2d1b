"""What is compared of two persons, and what they have in common."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bureau.registry.likeness.names import differ_by_one, skeleton, sound
from bureau.registry.likeness.weights import Feature
from bureau.registry.person import RESIDENT_CARD
from bureau.storage.sql import day_of


@dataclass(frozen=True, slots=True)
class Traits:
    """One person, as far as they are compared; of what is sealed, only whether it is there or its digest."""

    id: int
    name: str
    sound: str
    sex: str | None
    born: date | None
    document_type: str | None
    has_document: bool
    phone: bytes | None

    @property
    def is_resident(self) -> bool:
        """Whether a resident identity number says who they are."""
        return self.has_document and self.document_type == RESIDENT_CARD

    @classmethod
    def of_row(cls, row: Any) -> "Traits":
        """Those of a row of `COLUMNS`."""
        identity, name, sort_key, sex, born, type_, mask, phone = row
        day = day_of(born) if born else None
        held = bytes(phone) if phone is not None else None
        return cls(identity, name, sound(sort_key), sex, day, type_, mask is not None, held)


COLUMNS = "id, name, name_sort, sex, birth_date, document_type, document_number_mask, phone_digest"


@dataclass(frozen=True, slots=True)
class Circle:
    """Those around a person: who stands by them as a pupil, whom they stand by, and where they go to school."""

    guardians: frozenset[int] = frozenset()
    phones: frozenset[bytes] = frozenset()
    schools: frozenset[int] = frozenset()


ALONE = Circle()


def shared(one: Traits, other: Traits) -> list[Feature]:
    """What two persons have in common by themselves."""
    found = [_of_names(one, other), _of_birthdays(one.born, other.born), *_of_documents(one, other)]
    if one.sex and other.sex:
        found.append(Feature.SAME_SEX if one.sex == other.sex else Feature.OTHER_SEX)
    if one.phone is not None and one.phone == other.phone:
        found.append(Feature.OWN_PHONE)
    return [feature for feature in found if feature is not None]


def around(one: Circle, other: Circle, found: list[Feature]) -> Iterator[Feature]:
    """What they have in common by those around them, besides what was found of themselves."""
    if one.guardians & other.guardians:
        yield Feature.SAME_GUARDIAN
        names = {Feature.SAME_NAME, Feature.SAME_SOUND, Feature.LOOKALIKE_NAME}
        if Feature.SAME_BIRTHDAY in found and names.isdisjoint(found):
            yield Feature.TWINS
    if one.phones & other.phones and Feature.OWN_PHONE not in found:
        yield Feature.SAME_PHONE
    if one.schools & other.schools:
        yield Feature.SAME_SCHOOL


def _of_names(one: Traits, other: Traits) -> Feature | None:
    if one.name == other.name:
        return Feature.SAME_NAME
    first, second = skeleton(one.name), skeleton(other.name)
    if first == second:
        return Feature.LOOKALIKE_NAME
    if one.sound == other.sound:
        return Feature.SAME_SOUND
    return Feature.ONE_CHARACTER if max(len(first), len(second)) > 2 and differ_by_one(first, second) else None


def _of_birthdays(one: date | None, other: date | None) -> Feature | None:
    if one is None or other is None:
        return None
    if one == other:
        return Feature.SAME_BIRTHDAY
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return Feature.SWAPPED_BIRTHDAY
    digits = sum(a != b for a, b in zip(f"{one:%Y%m%d}", f"{other:%Y%m%d}", strict=True))
    return Feature.ONE_DIGIT if digits == 1 else None


def _of_documents(one: Traits, other: Traits) -> Iterator[Feature]:
    if one.has_document and other.has_document:
        if one.is_resident and other.is_resident:
            yield Feature.TWO_RESIDENTS
        elif one.document_type != other.document_type:
            yield Feature.OTHER_DOCUMENT
    elif one.has_document or other.has_document:
        yield Feature.ONE_DOCUMENT
