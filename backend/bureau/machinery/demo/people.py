"""Made-up people: names, days of birth and numbers that are well formed and belong to nobody on purpose."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from bureau.kernel.errors import CommandError
from bureau.kernel.shipped import shipped_rows
from bureau.machinery.demo.rows import new
from bureau.registry.numbers import identity_check
from bureau.registry.person import CHINA, RESIDENT_CARD, Person


def table(name: str) -> list[dict[str, str]]:
    """A data file of the demo."""
    return shipped_rows("bureau.machinery.demo", name)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A person of the demo city."""

    surname: str
    name: str
    sex: str
    birth_date: date
    identity_number: str
    ethnicity: str

    def record(self) -> Person:
        """Their record, without their number, which is sealed when it is written."""
        return new(
            Person,
            name=self.name,
            sex=self.sex,
            birth_date=self.birth_date,
            ethnicity=self.ethnicity,
            nationality=CHINA,
            document_type=RESIDENT_CARD,
        )


class People:
    """Makes people up, each with an identity number of their own."""

    def __init__(self, random: Random) -> None:
        self._random = random
        surnames = table("surnames.csv")
        self._surnames = [row["surname"] for row in surnames]
        self._weights = list(accumulate(int(row["weight"]) for row in surnames))
        self._given = {row["sex"]: (row["first"], row["second"]) for row in table("given_names.csv")}
        self._serials: dict[tuple[str, date], int] = {}

    def person(
        self, division: str, born_from: date, born_until: date, *, sex: str | None = None, surname: str | None = None
    ) -> MadeUp:
        """Someone from a county, born in a span of days."""
        sex = sex or self._random.choice("12")
        surname = surname or self._surname()
        born = born_from + timedelta(days=self._random.randrange((born_until - born_from).days))
        ethnicity = "01" if self._random.random() < 0.95 else self._random.choice(("03", "04", "06", "07", "15", "33"))
        return MadeUp(surname, surname + self._given_name(sex), sex, born, self._number(division, born, sex), ethnicity)

    def name(self) -> str:
        """A name alone."""
        return self._surname() + self._given_name(self._random.choice("12"))

    def _surname(self) -> str:
        return self._random.choices(self._surnames, cum_weights=self._weights)[0]

    def _given_name(self, sex: str) -> str:
        first, second = self._given[sex]
        given = self._random.choice(second)
        if self._random.random() < 0.82:
            given = self._random.choice(first) + given
        return given

    def _number(self, division: str, born: date, sex: str) -> str:
        serial = self._serials.get((division, born), 0)
        self._serials[division, born] = serial + 1
        sequence = serial * 2 + (1 if sex == "1" else 2)
        if sequence > 999:
            raise CommandError("a thousand people of one county born on one day; make the city smaller")
        digits = f"{division}{born:%Y%m%d}{sequence:03d}"
        return digits + identity_check(digits)


def birth_span(grade: str, year: int) -> tuple[date, date]:
    """The days of birth of those in a grade in the school year that begins in `year`: six on 31 August at P1."""
    stage, number = grade[0], int(grade[1:])
    age = {"K": 3, "P": 6, "J": 12, "S": 15, "V": 15, "E": 6}[stage] + number - 1
    return date(year - age - 1, 9, 1), date(year - age, 9, 1)


def entry_year(grade: str, year: int) -> int:
    """The year in which those in a grade entered their stage."""
    return year - int(grade[1:]) + 1


def spread(total: int, weights: list[float]) -> list[int]:
    """Whole numbers in the proportion of `weights` that sum to `total`, by largest remainder."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    shares = [int(share) for share in exact]
    by_remainder = sorted(range(len(weights)), key=lambda n: (shares[n] - exact[n], n))
    for n in by_remainder[: total - sum(shares)]:
        shares[n] += 1
    return shares


def cycle_names(stems: list[str], suffix: str) -> Iterator[str]:
    """Names that never repeat: each stem once, then each with 第二, 第三 …"""
    numerals = "一二三四五六七八九十"
    round_ = 0
    while True:
        for stem in stems:
            if round_ == 0:
                yield f"{stem}{suffix}"
            elif round_ < 10:
                yield f"{stem}第{numerals[round_]}{suffix}"
            else:
                yield f"{stem}{round_ + 1}号{suffix}"
        round_ += 1
