"""A registrar's file: a row is a pupil with enrolment, class and guardians, and is written whole or not at all."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.machinery.imports import importer
from bureau.machinery.imports.beside import places
from bureau.machinery.imports.importer import Fate, Importer, Rejection, Report
from bureau.machinery.imports.mapping import match
from bureau.machinery.imports.slots import Row
from bureau.machinery.imports.tables import CsvTable
from bureau.registry.student import student
from bureau.storage.transaction import Transaction
from tests.machinery.test_imports import written
from tests.support.api import Api
from tests.support.invariants import assert_carried
from tests.support.world import World, number_of

HEADERS = [
    "姓名", "身份证件类型", "身份证件号", "性别", "出生日期", "学校", "年级", "班级", "学籍状态", "入学日期", "入学方式",
    "家长1姓名", "家长1关系", "家长1身份证件类型", "家长1身份证件号", "家长1电话",
    "家长2姓名", "家长2关系", "家长2身份证件类型", "家长2身份证件号", "家长2电话",
]  # fmt: skip
HAN = "零一二三四五六七八九"
BORN, PARENT_BORN = date(2020, 6, 6), date(1990, 1, 1)
NOBODY = [""] * 5
WRITTEN = ("person", "student", "enrolment", "guardianship", "journal")


def parent(name: str, serial: int, relation: str = "母亲", phone: str = "13812345678") -> list[str]:
    return [name, relation, "居民身份证", number_of(PARENT_BORN, "2", serial), phone]


def pupil(name: str, serial: int, first: Sequence[str] = NOBODY, second: Sequence[str] = NOBODY) -> list[str]:
    number = number_of(BORN, "2", serial)
    own = [name, "居民身份证", number, "女", "2020-06-06", "2151000001", "P1", "2151000001-P2026-01", "在读"]
    return [*own, "2026-09-01", "统一招生考试/普通入学", *first, *second]


async def run(services: Services, path: Path, rows: Sequence[Sequence[str]], **options: Any) -> Any:
    """Import rows; how many had which fate, and what was told of them."""
    file = written(path / "pupils.csv", [HEADERS, *rows])
    of_run = {name: options.pop(name) for name in ("resume_from", "on_chunk") if name in options}
    beside = places(services.kinds, student)
    table = CsvTable(file)
    found = match(student, table.headers, {}, beside=beside)
    assert found.unused == []
    rejections: list[Rejection] = []
    report = await Importer(services.store, student, found.paths, beside=beside, **options).run(
        table, rejections.append, **of_run
    )
    return _fates(report), [(r.line, r.column, r.code) for r in rejections]


def _fates(report: Report) -> dict[str, int]:
    return {fate.value: report.fates[fate] for fate in Fate if report.fates[fate]}


async def counted(services: Services) -> dict[str, int]:
    read = services.store.database.readers.fetch
    return {table: (await read(f"SELECT count(*) FROM {table}"))[0][0] for table in WRITTEN}


async def named(services: Services, name: str) -> int:
    read = services.store.database.readers.fetch
    return int((await read("SELECT count(*) FROM person WHERE name = $1", [name]))[0][0])


PUPIL = """query ($name: String!) { persons(first: 2, filter: { name: { eq: $name } }) { nodes { studies(first: 2) { nodes {
    grade { code } enteredOn schoolClass { code } status
    enrolments(first: 3) { nodes { school { code } period { from until } entryGrade { code } entryWay { code } endedBy { code } } }
    guardians(first: 3, orderBy: CONTACT_ORDER_ASC) { nodes {
        relation { code } isLegalGuardian mayDecide maySee mayCollect contactOrder
        guardian { name sex { code } birthDate documentType { code } documentNumber { mask } phone { mask } }
    } } } } } } }"""


async def whole(api: Api, name: str) -> Any:
    """A pupil of this name with all that belongs to them."""
    (person,) = (await api.data(PUPIL, name=name))["persons"]["nodes"]
    (found,) = person["studies"]["nodes"]
    return found


async def test_a_row_says_all_that_the_verbs_would(services: Services, api: Api, city: World, tmp_path: Path) -> None:
    mother, uncle = parent("齐妈", 300), parent("齐叔", 301, "其他")
    assert await run(services, tmp_path, [pupil("齐行", 300, mother, uncle)]) == ({"created": 1}, [])
    reply = await api.write(
        "registerStudent",
        "student { id }",
        school=f"School:{city.schools['东城小学']}",
        schoolClass=f"SchoolClass:{city.school_class}",
        name="齐动",
        sex="2",
        birthDate="2020-06-06",
        documentType="1",
        documentNumber=number_of(BORN, "2", 301),
        grade="P1",
        enteredOn="2026-09-01",
    )
    for order, (name, serial, relation, has_rights) in enumerate(
        (("齐妈", 300, "52", True), ("齐叔", 301, "80", False)), start=1
    ):
        rights = dict.fromkeys(("isLegalGuardian", "mayDecide", "maySee", "mayCollect"), has_rights)
        added = await api.write(
            "addGuardian",
            "student { id }",
            id=reply["student"]["id"],
            name=name,
            relation=relation,
            documentType="1",
            documentNumber=number_of(PARENT_BORN, "2", serial),
            contactOrder=order,
            **rights,
        )
        assert added["errors"] == []
    assert await whole(api, "齐行") == await whole(api, "齐动")
    await assert_carried(services)


async def test_a_second_run_changes_nothing_and_doubles_nobody(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    rows = [
        pupil(f"重来{HAN[n]}", 310 + n, parent(f"重母{HAN[n]}", 310 + n), parent(f"重父{HAN[n]}", 320 + n, "父亲"))
        for n in range(4)
    ]
    assert await run(services, tmp_path, rows) == ({"created": 4}, [])
    before, moments = await counted(services), "SELECT count(*) FROM recorded"
    (recorded,) = await services.store.database.readers.fetch(moments)
    assert await run(services, tmp_path, rows) == ({"unchanged": 4}, [])
    assert await counted(services) == before
    assert [tuple(r) for r in await services.store.database.readers.fetch(moments)] == [tuple(recorded)], (
        "no moment of it"
    )
    rows[1][12] = "继母或养母"
    rows[2][3] = "女 "
    assert await run(services, tmp_path, rows) == ({"updated": 1, "unchanged": 3}, [])
    assert (await whole(api, "重来一"))["guardians"]["nodes"][0]["relation"] == {"code": "58"}


async def test_the_parent_of_two_pupils_is_one_person(services: Services, city: World, tmp_path: Path) -> None:
    of_two = parent("双亲", 330)
    rows = [pupil("老大", 330, of_two), pupil("老二", 331, of_two)]
    assert await run(services, tmp_path, rows) == ({"created": 2}, [])
    assert await run(services, tmp_path, [pupil("老三", 332, of_two)]) == ({"created": 1}, []), "of another file too"
    assert await named(services, "双亲") == 1
    refused = pupil("老四", 333, parent("别人", 330))
    assert await run(services, tmp_path, [refused]) == ({"rejected": 1}, [(2, "家长1身份证件号", "DUPLICATE")])
    assert await named(services, "别人") == await named(services, "老四") == 0


async def test_a_parent_is_given_what_they_lack_and_nothing_else(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    """A pupil's row is no place to change the number by which a parent is called for another pupil."""
    silent, said = parent("电话母", 340, phone=""), parent("电话母", 340, phone="13800000088")
    assert (await run(services, tmp_path, [pupil("无电话", 340, silent)]))[1] == [(2, "家长1电话", "REQUIRED")]
    assert (await run(services, tmp_path, [pupil("有电话", 341, said)]))[0] == {"created": 1}
    changed = parent("电话母", 340, phone="13800000099")
    assert (await run(services, tmp_path, [pupil("换电话", 342, changed)]))[0] == {"created": 1}
    (tie,) = (await whole(api, "换电话"))["guardians"]["nodes"]
    assert tie["guardian"]["phone"] == {"mask": "*********88"}


async def test_what_one_row_lacks_of_a_parent_another_gives(
    services: Services, api: Api, city: World, tmp_path: Path
) -> None:
    rows = [pupil("姐姐", 344, parent("互补母", 344, phone="")), pupil("妹妹", 345, parent("互补母", 344))]
    assert await run(services, tmp_path, rows) == ({"created": 2}, [])
    (tie,) = (await whole(api, "姐姐"))["guardians"]["nodes"]
    assert tie["guardian"]["phone"] == {"mask": "*********78"}


FAULTS = [
    (11, "", "家长1姓名", "REQUIRED"),
    (12, "表弟弟", "家长1关系", "UNKNOWN_CODE"),
    (12, "本人", "家长1关系", "INVALID"),
    (14, "510104199001010041", "家长1身份证件号", "CHECK_DIGIT"),
    (15, "1", "家长1电话", "INVALID"),
    (10, "没有这种", "入学方式", "UNKNOWN_CODE"),
    (7, "2151000001-P2026-99", "班级", "NOT_FOUND"),
    (6, "P2", "班级", "MISMATCH"),
    (2, "510104202006060002", "身份证件号", "CHECK_DIGIT"),
]


async def test_one_fault_refuses_the_whole_row_and_no_other(services: Services, city: World, tmp_path: Path) -> None:
    before = await counted(services)
    rows = []
    for number, (place, cell, _, _) in enumerate(FAULTS):
        wrong = pupil(f"错误{HAN[number]}", 350 + number, parent(f"错母{HAN[number]}", 350 + number))
        wrong[place] = cell
        rows += [wrong, pupil(f"正确{HAN[number]}", 370 + number, parent(f"正母{HAN[number]}", 370 + number))]
    fates, told = await run(services, tmp_path, rows)
    assert told == [(2 + 2 * n, column, code) for n, (_, _, column, code) in enumerate(FAULTS)]
    assert fates == {"created": len(FAULTS), "rejected": len(FAULTS)}
    more = len(FAULTS)
    wanted = {"person": 2 * more, "student": more, "enrolment": more, "guardianship": more, "journal": 5 * more}
    after = await counted(services)
    assert {table: after[table] - before[table] for table in after} == wanted


async def test_a_dry_run_tells_the_same_and_writes_nothing(services: Services, city: World, tmp_path: Path) -> None:
    rows = [
        pupil("预演", 390, parent("预母", 390)),
        pupil("预错", 391, parent("预错母", 391, "表弟弟")),
        pupil("预重", 390, parent("预重母", 392)),
    ]
    before = await counted(services)
    rehearsed = await run(services, tmp_path, rows, dry_run=True)
    assert await counted(services) == before
    assert await run(services, tmp_path, rows) == rehearsed
    assert rehearsed == (
        {"created": 1, "rejected": 2},
        [(3, "家长1关系", "UNKNOWN_CODE"), (4, "身份证件号", "DUPLICATE")],
    )


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importer, "CHUNK", 3)


@pytest.mark.usefixtures("small_chunks")
async def test_all_rows_or_none(services: Services, city: World, tmp_path: Path) -> None:
    rows = [pupil(f"全体{HAN[n]}", 400 + n, parent(f"全母{HAN[n]}", 400 + n)) for n in range(8)]
    wrong = [*rows, pupil("全错", 408, parent("全错母", 408, "表弟弟")), pupil("全冒", 409, parent("全冒母", 401))]
    before = await counted(services)
    fates, told = await run(services, tmp_path, wrong, whole=True)
    assert fates == {"created": 8, "rejected": 2}
    assert told == [(10, "家长1关系", "UNKNOWN_CODE"), (11, "家长1身份证件号", "DUPLICATE")]
    assert await counted(services) == before
    assert await run(services, tmp_path, rows, whole=True) == ({"created": 8}, [])


class _KilledError(Exception):
    pass


@pytest.mark.usefixtures("small_chunks")
async def test_a_run_that_was_killed_goes_on_where_it_was(services: Services, city: World, tmp_path: Path) -> None:
    rows = [pupil(f"续传{HAN[n]}", 420 + n, parent(f"续母{HAN[n]}", 420 + n)) for n in range(8)]
    reached: list[int] = []

    async def remember(tx: Transaction, report: Report, rows: Sequence[Row]) -> None:
        await tx.fetch(
            "INSERT INTO counter (name, value) VALUES ('of this test', $1) ON CONFLICT (name) DO UPDATE SET value = $1",
            report.position,
        )
        reached.append(report.position)
        if report.position == 6 and len(reached) == 2:
            raise _KilledError

    with pytest.raises(_KilledError):
        await run(services, tmp_path, rows, on_chunk=remember)
    read = services.store.database.readers.fetch
    (stored,) = await read("SELECT value FROM counter WHERE name = 'of this test'")
    assert stored[0] == 3, "what a chunk remembers is forgotten with it"
    assert await named(services, "续传二") == 1
    assert await named(services, "续传三") == 0
    assert await run(services, tmp_path, rows, resume_from=stored[0], on_chunk=remember) == ({"created": 5}, [])
    assert reached == [3, 6, 6, 8]
    assert await run(services, tmp_path, rows) == ({"unchanged": 8}, [])


@pytest.mark.parametrize("size", [1, 2, 5, 2000])
async def test_the_size_of_chunks_changes_no_outcome(
    services: Services, city: World, tmp_path: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "CHUNK", size)
    first = 430 + 10 * [1, 2, 5, 2000].index(size)
    mother, father = parent("块母", first), parent("块父", first + 1, "父亲")
    rows = [
        pupil("块一", first, mother),
        pupil("块二", first + 1, mother, father),
        pupil("块三", first + 2, parent("冒名", first)),
        pupil("块四", first + 3, father, mother),
        pupil("块五", first + 4, mother, mother),
    ]
    fates, told = await run(services, tmp_path, rows)
    assert told == [(4, "家长1身份证件号", "DUPLICATE"), (6, "家长2姓名", "DUPLICATE")]
    assert fates == {"created": 3, "rejected": 2}
