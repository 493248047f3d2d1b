"""What a preview counts is what the commit does, whatever the pupils are."""

from collections import Counter
from datetime import date
from random import Random
from typing import Any

import pytest

from bureau.kernel.words import Words
from tests.areas.students.rollover.county import CASES, County

GRADES_OF = ("P1", "P2", "P5", "P6", "J1", "J2", "J3")


async def grown(north: County, name: str, dice: Random) -> None:
    """A school of nine years with pupils of any sort."""
    await north.school(name, "312", schooling=dice.choice(("63", "63", None)))
    for grade in GRADES_OF:
        for number in range(1, dice.randint(1, 2) + 1):
            await north.class_(f"{name}{grade}{number}", name, grade, number)
    for number in range(24):
        grade = dice.choice(GRADES_OF)
        class_ = dice.choice((f"{name}{grade}1", f"{name}{grade}1", ""))
        since = dice.choice((date(2019, 9, 1), date(2019, 9, 1), date(2019, 9, 1), date(2026, 9, 1)))
        status = dice.choice(("ENROLLED",) * 5 + ("SUSPENDED", "DROPPED_OUT"))
        pupil = await north.pupil(f"{name}{number}", name, grade, class_, status=status, since=since)
        if dice.randint(0, 5) == 0:
            CASES[pupil] = Words("A case.", "有业务办理中。")


async def pupils(north: County, name: str) -> dict[int, tuple[Any, ...]]:
    sql = "SELECT id, status, grade FROM student WHERE school_id = $1"
    rows = await north.services.store.database.readers.fetch(sql, [north.schools[name]])
    return {row[0]: tuple(row)[1:] for row in rows}


async def counted(north: County, name: str, dice: Random) -> None:
    await grown(north, name, dice)
    run = await north.of_school(name)
    reasons = {found["sort"]: "名单〔2026〕1号" for found in run["findings"]["nodes"] if found["isBlocking"]}
    run = await north.settle(run, **reasons)
    before = await pupils(north, name)
    assert run["blocked"] == 0
    assert run["pupils"] == sum(status in ("ENROLLED", "SUSPENDED") for status, _ in before.values())
    run = await north.commit(run, name)
    assert run["state"] == "COMMITTED", run["chineseReason"]
    after = await pupils(north, name)
    done = Counter(
        "graduated" if after[one][0] != status else "promoted" if after[one][1] != grade else "stays"
        for one, (status, grade) in before.items()
    )
    assert (done["promoted"], done["graduated"]) == (run["promoted"], run["graduated"])
    again = await north.of_school(name)
    assert again["entered"] == run["entered"] + run["promoted"], "nobody is moved twice"


@pytest.mark.parametrize("seed", range(2))
async def test_a_commit_does_what_its_preview_counts(north: County, seed: int) -> None:
    await counted(north, f"随机学校{seed}", Random(seed))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 160))
async def test_a_commit_does_what_its_preview_counts_for_long(north: County, seed: int) -> None:
    await counted(north, f"随机学校{seed}", Random(seed))
