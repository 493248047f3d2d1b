"""A registrar's file of pupils, made up: one row for each, with their person, enrolment, class and guardians."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import xlsxwriter

from bureau.machinery.demo.people import birth_span, table
from bureau.registry.numbers import identity_check

_GUARDIAN = ("姓名", "关系", "身份证件类型", "身份证件号", "联系电话", "是否监护人")
HEADERS = (
    "姓名", "性别", "出生日期", "民族", "身份证件类型", "身份证件号", "学籍号", "联系电话", "家庭住址",
    "学校", "年级", "班级", "学籍状态", "就读方式", "入学日期", "入学方式",
    *(f"监护人{number}{name}" for number in (1, 2) for name in _GUARDIAN),
)  # fmt: skip
YEAR = 2026


class Families:
    """Makes up pupils and their parents: no two have one identity number, some parents have two pupils."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        surnames = table("surnames.csv")
        self._surnames = [row["surname"] for row in surnames for _ in range(int(row["weight"]) // 10 + 1)]
        self._given = {row["sex"]: (row["first"], row["second"]) for row in table("given_names.csv")}
        self._serial = 0

    def row(self, school: str, grade: str, class_code: str) -> list[str]:
        """One row of the file, its cells in the order of HEADERS."""
        random, surname = self._random, self._random.choice(self._surnames)
        first, until = birth_span(grade, YEAR)
        sex = random.choice("12")
        born = date.fromordinal(random.randrange(first.toordinal(), until.toordinal()))
        number = self._number(born, sex)
        entered = YEAR  # days in terms that are closed are refused
        cells = [
            self._name(surname, sex), "男" if sex == "1" else "女", born.isoformat(), "汉族", "居民身份证", number, f"G{number}",
            self._phone(), f"锦江区春熙路街道{random.randrange(1, 900)}号",
            school, grade, class_code, "在读", "走读", f"{entered}-09-01", "统一招生考试/普通入学",
        ]  # fmt: skip
        cells += self._parent(surname, "1", born)
        return cells + (self._parent(random.choice(self._surnames), "2", born) if random.random() < 0.6 else [""] * 6)

    def _parent(self, surname: str, sex: str, child: date) -> list[str]:
        born = date.fromordinal(child.toordinal() - self._random.randrange(8000, 15000))
        relation = "父亲" if sex == "1" else "母亲"
        return [self._name(surname, sex), relation, "居民身份证", self._number(born, sex), self._phone(), "是"]

    def _name(self, surname: str, sex: str) -> str:
        first, second = self._given[sex]
        middle = self._random.choice(first) if self._random.random() < 0.82 else ""
        return surname + middle + self._random.choice(second)

    def _phone(self) -> str:
        return f"13{self._random.randrange(10**9):09d}"

    def _number(self, born: date, sex: str) -> str:
        """A number of nobody else: the serial runs through the divisions too."""
        self._serial += 1
        division, sequence = divmod(self._serial, 499)
        digits = f"{510000 + division % 9999:06d}{born:%Y%m%d}{sequence * 2 + (1 if sex == '1' else 2):03d}"
        return digits + identity_check(digits)


def rows(count: int, classes: Sequence[tuple[str, str, str]], seed: int = 1) -> Iterator[list[str]]:
    """The rows of a file for classes (school's code, grade, class code), those of one class together."""
    families = Families(seed)
    each = -(-count // len(classes))
    places = (place for place in classes for _ in range(each))
    return (families.row(*place) for place in islice(places, count))


def write_csv(path: Path, found: Iterator[list[str]]) -> None:
    """Write the rows as CSV."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows(found)


def write_xlsx(path: Path, found: Iterator[list[str]]) -> None:
    """Write the rows as XLSX, every cell a text."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate((list(HEADERS), *found)):
            for place, cell in enumerate(cells):
                if cell:
                    sheet.write_string(number, place, cell)
