"""A number that is refused, or that means somebody, tells that it is held: what nobody sees is paid for as a look-up."""

from datetime import date
from pathlib import Path
from typing import Any

from bureau.kernel.actor import SYSTEM, Actor
from bureau.machinery.imports.beside import places
from bureau.machinery.imports.importer import Fate, Importer, Rejection
from bureau.machinery.imports.mapping import mapped, match
from bureau.machinery.imports.tables import CsvTable
from bureau.registry.student import student as student_kind
from bureau.storage.budget import debit, lookups
from tests.support.api import Api
from tests.support.people import of_city, of_county, of_school
from tests.support.world import STUDENTS, World, number_of

RIGHTS = dict.fromkeys(("isLegalGuardian", "mayDecide", "maySee", "mayCollect"), True)
HEADER = "标识码,姓名,性别,出生日期,身份证件类型,身份证件号,年级,学籍状态"


def another(who: Actor, account: int) -> Actor:
    return Actor(account, f"tester {account}", who.grants)


def clerk(api: Api, city: World, account: int) -> Api:
    """The registrar of 东城小学, in an account that has spent nothing yet."""
    return api.as_(another(of_school(city.schools["东城小学"]), account))


async def register(api: Api, city: World, name: str, number: str | None, born: date, **given: Any) -> list[str]:
    document = {"documentType": "1", "documentNumber": number} if number else {}
    asked = {
        "school": f"School:{city.schools['东城小学']}",
        "name": name,
        "sex": "1",
        "birthDate": born.isoformat(),
        "grade": "P1",
        "enteredOn": "2026-09-01",
        **document,
        **given,
    }
    return codes(await api.write("registerStudent", "student { id }", **asked))


def codes(payload: Any) -> list[str]:
    return [error["code"] for error in payload["errors"]]


def held(name: str) -> tuple[str, date]:
    _, _, born, sex = STUDENTS[name]
    return number_of(born, sex), born


async def spent(api: Api, account: int) -> int:
    sql = "SELECT spent FROM budget WHERE account_id = $1 AND name = 'lookup'"
    rows = await api.services.store.database.readers.fetch(sql, [account])
    return rows[0][0] if rows else 0


async def told(api: Api, account: int) -> list[int]:
    """The persons of whom the journal says that an account was told of them."""
    sql = "SELECT record_id FROM journal WHERE account_id = $1 AND verb = 'lookup' AND kind = 'person' ORDER BY id"
    return [row[0] for row in await api.services.store.database.readers.fetch(sql, [account])]


async def spend(api: Api, who: Api, count: int) -> None:
    budget = lookups(api.services.store.database.settings)
    await api.services.store.database.transaction(lambda tx: debit(tx, budget, count), actor=who.actor)


async def test_a_number_taken_by_an_unseen_pupil_is_paid_for_once_a_day(api: Api, city: World) -> None:
    asking = clerk(api, city, 101)
    number, born = held("单雄信")
    for _ in range(3):
        assert await register(asking, city, "某人", number, born) == ["DUPLICATE"]
    assert await spent(api, 101) == 1
    assert await told(api, 101) == [city.persons["单雄信"]]


async def test_what_is_seen_anyway_and_what_nobody_holds_costs_nothing(api: Api, city: World) -> None:
    asking = clerk(api, city, 102)
    number, born = held("曾晓明")
    assert await register(asking, city, "某人", number, born) == ["DUPLICATE"]
    free = number_of(born, "1", 77)
    assert await register(asking, city, "无名", free, born) == []
    assert await spent(api, 102) == 0


async def test_who_sees_all_persons_pays_nothing(api: Api, city: World) -> None:
    officer = api.as_(another(of_city("identity"), 103))
    number, born = held("单雄信")
    given = {"name": "某人", "sex": "1", "birthDate": born.isoformat(), "documentType": "1", "documentNumber": number}
    assert codes(await officer.write("createPerson", "person { id }", **given)) == ["DUPLICATE"]
    assert await spent(api, 103) == 0


async def test_whoever_has_overdrawn_learns_nothing_by_numbers(api: Api, city: World) -> None:
    asking = clerk(api, city, 104)
    limit = api.services.store.database.settings.lookups_per_day
    await spend(api, asking, limit)
    number, born = held("单雄信")
    assert await register(asking, city, "某人", number, born) == ["BUDGET_SPENT"], "it would have told"
    assert await register(asking, city, "某人", number_of(born, "1", 78), born) == ["BUDGET_SPENT"], "nor by this one"
    assert await register(asking, city, "无证", None, date(2020, 1, 5)) == [], "without a number it goes on"
    budget = await spent(api, 104)
    assert budget == limit + 1


async def test_a_parent_who_is_known_elsewhere_is_found_and_paid_for(api: Api, city: World) -> None:
    born = date(1984, 6, 6)
    facts = {"name": "钱妈妈", "documentType": "1", "documentNumber": number_of(born, "2", 41), "phone": "13812340001"}
    tie = {"relation": "52", "contactOrder": 1, **RIGHTS}
    there = api.as_(another(of_county(city.west), 105))
    asked = {"id": f"Student:{city.students['钱多多']}", **facts, **tie}
    assert codes(await there.write("addGuardian", "student { id }", **asked)) == []
    asking = clerk(api, city, 106)
    here = {**asked, "id": f"Student:{city.students['王芳']}"}
    assert codes(await asking.write("addGuardian", "student { id }", **here)) == []
    assert (await spent(api, 105), await spent(api, 106)) == (0, 1)
    again = {**asked, "id": f"Student:{city.students['李伟']}"}
    assert codes(await asking.write("addGuardian", "student { id }", **again)) == []
    assert await spent(api, 106) == 1, "by now a parent of one's own pupils"


async def test_who_is_employed_and_known_elsewhere_is_paid_for(api: Api, city: World) -> None:
    number, born = held("孙悟")
    officer = api.as_(another(of_school(city.schools["东城小学"], "personnel"), 107))
    given = {"name": "某人", "sex": "1", "birthDate": born.isoformat(), "documentType": "1", "documentNumber": number}
    asked = {"unit": f"School:{city.schools['东城小学']}", "staffing": "1", "enteredOn": "2026-09-01", **given}
    assert "DUPLICATE" in codes(await officer.write("registerTeacher", "teacher { id }", **asked))
    assert await spent(api, 107) == 1


async def run(
    api: Api, city: World, who: Actor, file: Path, names: list[str], *, dry_run: bool
) -> tuple[dict[Fate, int], list[Rejection]]:
    """Import pupils of 东城小学 who hold the numbers of these."""
    lines = [HEADER]
    for name in names:
        number, born = held(name)
        lines.append(f"2151000001,{name},男,{born},1,{number},P1,ENROLLED")
    file.write_text("\n".join(lines), encoding="utf-8")
    table = CsvTable(file)
    paths, _ = mapped(student_kind, table.headers, {"标识码": "school"})
    rejections: list[Rejection] = []
    importer = Importer(api.services.store, student_kind, paths, actor=who, dry_run=dry_run)
    report = await importer.run(table.rows(), rejections.append)
    return dict(report.fates), rejections


async def test_hits_of_a_dry_run_debit_the_budget(api: Api, city: World, tmp_path: Path) -> None:
    who = another(of_school(city.schools["东城小学"]), 108)
    names = ["单雄信", "孙悟", "曾晓明"]
    for _ in range(2):
        await run(api, city, who, tmp_path / "a.csv", names, dry_run=True)
        assert await spent(api, 108) == 2, "曾晓明 is their own, and the second time is the same day"
    assert sorted(await told(api, 108)) == sorted(city.persons[name] for name in names[:2])


async def test_a_dry_run_tells_nothing_that_is_not_paid_for(api: Api, city: World, tmp_path: Path) -> None:
    who = another(of_school(city.schools["东城小学"]), 109)
    await spend(api, api.as_(who), api.services.store.database.settings.lookups_per_day - 1)
    names = ["单雄信", "孙悟", "曾晓明"]
    fates, rejections = await run(api, city, who, tmp_path / "b.csv", names, dry_run=True)
    assert fates == {Fate.REJECTED: 3}
    assert {rejection.code for rejection in rejections} == {"BUDGET_SPENT"}


async def test_the_system_imports_without_a_budget(api: Api, city: World, tmp_path: Path) -> None:
    fates, rejections = await run(api, city, SYSTEM, tmp_path / "c.csv", ["单雄信", "孙悟"], dry_run=True)
    assert "BUDGET_SPENT" not in {rejection.code for rejection in rejections}
    assert sum(fates.values()) == 2


async def test_a_guardian_in_a_pupils_row_who_is_known_elsewhere_is_paid_for(
    api: Api, city: World, tmp_path: Path
) -> None:
    born = date(1983, 5, 5)
    number = number_of(born, "2", 43)
    guardian = {"name": "孙妈妈", "documentType": "1", "documentNumber": number, "phone": "13812340003"}
    there = {"id": f"Student:{city.students['孙悟']}", "relation": "52", "contactOrder": 1, **guardian, **RIGHTS}
    assert codes(await api.write("addGuardian", "student { id }", **there)) == []
    who = another(of_school(city.schools["东城小学"]), 110)
    pupil = number_of(date(2020, 2, 2), "1", 79)
    file = tmp_path / "d.csv"
    file.write_text(
        f"{HEADER},监护人1姓名,监护人1身份证件类型,监护人1身份证件号,监护人1与学生关系,监护人1联系电话\n"
        f"2151000001,新生,男,2020-02-02,1,{pupil},P1,ENROLLED,孙妈妈,1,{number},52,13812340003\n",
        encoding="utf-8",
    )
    beside = places(api.services.store.kinds, student_kind)
    table = CsvTable(file)
    found = match(student_kind, table.headers, {"标识码": "school"}, beside=beside)
    importer = Importer(api.services.store, student_kind, found.paths, beside=beside, actor=who, dry_run=True)
    report = await importer.run(table.rows(), lambda _: None)
    assert report.fates == {Fate.CREATED: 1}
    assert await spent(api, 110) == 1
