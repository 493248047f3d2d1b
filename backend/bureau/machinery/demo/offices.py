"""The offices of the demo city: the bureau's sections, its direct units, the bureaus of counties and of a zone."""

from datetime import date
from typing import Any

from bureau.kernel.errors import CommandError
from bureau.kernel.period import Period
from bureau.machinery.demo.rows import insert, new
from bureau.registry.division import Division
from bureau.registry.unit import Office, Unit, UnitCategory
from bureau.storage.journal import Entry, write_journal
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_SECTIONS = (
    "办公室",
    "人事处",
    "计划财务处",
    "基础教育处",
    "职业与成人教育处",
    "民办教育处",
    "体育卫生与艺术处",
    "学校安全处",
    "督导室",
)
_DIRECT = ("教育考试院", "学生资助管理中心", "教育技术装备管理中心", "教育科学研究院", "青少年活动中心")


async def write_offices(store: Store, tx: Transaction, city_code: str) -> None:
    """Write them all below the root; raises CommandError if the city's division is not known."""
    root = await Office.filter(category="BUREAU").first()
    city = await Division.filter(code=city_code).first()
    if root is None or city is None:
        raise CommandError(f"There is no division {city_code}; give the six-digit code of a city.")
    counties = await Division.filter(parent_id=city.id, level="COUNTY", valid_until__isnull=True).order_by("code")
    offices = [
        _office(root, f"{city_code}-S{n:02d}", f"{root.name}{name}", UnitCategory.SECTION, city)
        for n, name in enumerate(_SECTIONS, 1)
    ]
    offices += [
        _office(root, f"{city_code}-D{n:02d}", f"{city.name}{name}", UnitCategory.DIRECT_UNIT, city)
        for n, name in enumerate(_DIRECT, 1)
    ]
    offices += [
        _office(root, county.code, f"{county.name}教育局", UnitCategory.COUNTY_BUREAU, county) for county in counties
    ]
    zone = f"{city.name}高新技术产业开发区教育局"  # a zone has a bureau and no division code of its own
    offices.append(_office(root, f"{city_code}-Z01", zone, UnitCategory.COUNTY_BUREAU, counties[len(counties) // 2]))
    await insert(store, tx, offices)
    await write_journal(tx, [Entry("demo", store.kind_of(Office), root.id)])


def _office(superior: Unit, code: str, name: str, category: UnitCategory, division: Any) -> Office:
    return new(
        Office,
        code=code,
        name=name,
        category=category,
        superior=superior,
        division=division,
        operation=Period(date(1995, 1, 1)),
    )
