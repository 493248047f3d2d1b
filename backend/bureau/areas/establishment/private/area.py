"""From where private schools enrol: the area of whoever approved them, the city for senior ones (招生范围; §1.5)."""

from collections.abc import Mapping, Sequence

from bureau.areas.establishment.private.licence import COMPULSORY
from bureau.kernel.fact import answers
from bureau.kernel.words import Words
from bureau.registry.enrolment_area import ENROLMENT_AREA, Elsewhere, Entering
from bureau.registry.unit import UnitCategory
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction

_SENIOR = "S"
_CITY_DIGITS = 4
"""How many digits of a division's code say in which city it lies."""

_APPROVED = """
SELECT l.school_id, u.category, u.name, d.code FROM licence l
JOIN unit u ON u.id = l.office_id JOIN division d ON d.id = u.division_id
WHERE {of} AND l.state = 'VALID' AND l.void_reason IS NULL"""
_HOMES = """
SELECT d.id, d.code, s.code FROM division d LEFT JOIN division s ON s.id = d.successor_id WHERE {of}"""


@answers(ENROLMENT_AREA)
async def private_enrolment_areas(tx: Transaction, asked: Sequence[Entering]) -> Mapping[Entering, Elsewhere]:
    """Which pupils would enter a private school from elsewhere: compulsory grades are for the area of the office that
    approved the school, which is refused; senior ones mainly for its city, which is warned of.
    """
    of, values = among(tx.dialect, "l.school_id", sorted({one.school for one in asked}))
    areas = {school: tuple(rest) for school, *rest in map(tuple, await tx.fetch(_APPROVED.format(of=of), *values))}
    wanted = {home for one in asked for home in (one.household, one.residence) if home is not None}
    of, values = among(tx.dialect, "d.id", sorted(wanted))
    homes = {home: codes for home, *codes in map(tuple, await tx.fetch(_HOMES.format(of=of), *values))}
    found = {}
    for one in asked:
        if one.school not in areas:
            continue
        category, office, code = areas[one.school]
        city = code[:_CITY_DIGITS]
        is_compulsory = one.grade[:1] in COMPULSORY
        area = code if is_compulsory and category == UnitCategory.COUNTY_BUREAU else city
        codes = [code for home in (one.household, one.residence) if home is not None for code in homes[home] if code]
        if (is_compulsory or one.grade[:1] == _SENIOR) and not any(code.startswith(area) for code in codes):
            found[one] = Elsewhere(_named(office, is_compulsory=is_compulsory), is_compulsory)
    return found


def _named(office: str, *, is_compulsory: bool) -> Words:
    if is_compulsory:
        return Words(f"the area of {office}, which approved it", f"审批机关（{office}）管辖区域")
    return Words(f"the city of {office}, which approved it", f"审批机关（{office}）所在市")
