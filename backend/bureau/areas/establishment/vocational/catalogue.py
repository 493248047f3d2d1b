"""The national catalogue of vocational majors, as a dated code table, and which of them need approval (专业目录)."""

from datetime import date
from functools import lru_cache

from bureau.kernel.field import CodeTable
from bureau.kernel.shipped import Row, in_force, shipped_rows
from bureau.kernel.words import Words
from bureau.registry.standards import standard
from bureau.storage.act import Act

MAJOR = CodeTable("vocational_major", Words("Major", "专业"), "职业教育专业目录（2021年）, secondary part")
PACKAGE = "bureau.areas.establishment.vocational"


@lru_cache(maxsize=1)
def _controlled() -> list[Row]:
    return shipped_rows(PACKAGE, "controlled_majors.csv")


def needs_approval(major: str, day: date) -> bool:
    """Whether a major is opened by approval alone on a day (国家控制布点专业), and not by filing it."""
    return any(row["major"] == major for row in in_force(_controlled(), day))


async def is_in_force(act: Act, major: str, day: date) -> bool:
    """Whether the catalogue has a major on a day."""
    return (await act.store.reading()).codes.holds(MAJOR.name, major, day)


def limit(name: str, day: date) -> int | None:
    """A number set for vocational education on a day; None where nothing is set."""
    found = standard(name, day, package=PACKAGE)
    return int(found.value) if found else None
