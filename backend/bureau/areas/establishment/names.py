"""What schools may be called: no name twice in a county, and no word that the rules forbid (学校名称)."""

from collections.abc import Iterator
from datetime import date

from bureau.areas.establishment.guards import Guard
from bureau.kernel.errors import Code
from bureau.kernel.shipped import Row, in_force, shipped_rows
from bureau.kernel.words import Words
from bureau.registry.division import Division
from bureau.registry.school import School

_PACKAGE = "bureau.areas.establishment"
_NAMING = "学校命名管理规定（待核实）"


def forbidden(day: date, division: str) -> list[Row]:
    """The words that no name may have in it on a day in a division (its code), with the rules that say so."""
    rows = in_force(shipped_rows(_PACKAGE, "forbidden_names.csv"), day)
    return [row for row in rows if division.startswith(row["scope"])]


def has_no_forbidden_word(name: str, day: date, division: str, path: str = "name") -> Iterator[Guard]:
    """One guard for each word in it that is forbidden; one that is met where there is none."""
    found = [row for row in forbidden(day, division) if row["word"] in name]
    met = Words("No word in it is forbidden.", "名称不含禁用字样。")
    for row in found:
        yield Guard(Code.NAME_FORBIDDEN, path, False, met, {"word": row["word"], "basis": row["source"]}, row["source"])
    if not found:
        yield Guard(Code.NAME_FORBIDDEN, path, True, met, {}, _NAMING)


async def is_free(name: str, division: int | None, day: date, but: int | None = None, path: str = "name") -> Guard:
    """No other school of the county (a division) that goes on has the name."""
    same = await School.filter(name=name, division_id=division, category="SCHOOL", void_reason__isnull=True)
    others = [one for one in same if one.id != but and not _is_over(one, day)]
    met = Words("No other school of the county has the name.", "同县区内无同名学校。")
    kind = Words("school of the county", "同县区学校")
    return Guard(Code.DUPLICATE, path, not others, met, {"kind": kind}, _NAMING)


async def may_be_called(name: str, division: Division, day: date) -> list[Guard]:
    """What is to be said of the name under which a school is to be established in a county on a day."""
    return [await is_free(name, division.id, day), *has_no_forbidden_word(name, day, division.code)]


def _is_over(school: School, day: date) -> bool:
    until = school.operation.until if school.operation else None
    return until is not None and until <= day
