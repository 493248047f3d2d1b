"""Reconciliation: what a register's export says otherwise, whose word counts, what lags, and what comes back."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bureau.commands.registers import reconcile_file
from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import CommandError
from bureau.machinery.imports.mapping import paths
from bureau.machinery.reconcile.difference import Authority
from bureau.machinery.reconcile.register import Use, registers
from tests.support.api import Api
from tests.support.people import of_county, of_school
from tests.support.world import NOW, SCHOOLS, STUDENTS, World, number_of

HEADERS = ["学籍号", "姓名", "性别", "出生日期", "民族", "学校标识码", "年级", "学生当前状态", "联系电话", "备注"]
FIELDS = "type field ours theirs authority lags times state isWithheld label subject firstSeen reason unit { name }"


def theirs(name: str, **changed: str) -> list[str]:
    """A pupil as the register would have it, if it agreed."""
    school, grade, born, sex = STUDENTS[name]
    row = dict(zip(HEADERS, [""] * len(HEADERS), strict=True)) | {
        "学籍号": f"G{number_of(born, sex)}", "姓名": name, "性别": {"1": "男", "2": "女"}[sex], "出生日期": f"{born:%Y%m%d}",
        "学校标识码": SCHOOLS[school][0], "年级": grade, "学生当前状态": "在读",
        "联系电话": "139-0000-0000" if name == "赵强" else "",
    }  # fmt: skip
    return list((row | changed).values())


def everybody(**changed: list[str]) -> list[list[str]]:
    """The export of a register, which agrees but for the rows that are given."""
    return [changed.get(name, theirs(name)) for name in STUDENTS]


def written(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADERS, *rows])
    return path


async def run(services: Services, path: Path, rows: Sequence[Sequence[str]]) -> list[str]:
    """Compare an export of a day after all that was written."""
    said: list[str] = []
    await reconcile_file(services, "student", written(path, rows), date(2030, 1, 1), said.append)
    return said


async def differences(api: Api, filter_: str = "{ state: { ne: GONE } }") -> list[dict[str, Any]]:
    query = f"{{ reconciliationDifferences(filter: {filter_}, first: 100) {{ nodes {{ id version {FIELDS} }} }} }}"
    nodes = (await api.data(query))["reconciliationDifferences"]["nodes"]
    return [node for node in nodes if node["subject"] != f"Student:{0}" and node["theirs"] != "01"]


@pytest.fixture
async def path(services: Services, city: World, tmp_path: Path) -> Path:
    """A file of this test's own, after a register that agreed, so that nothing is left over from other tests."""
    agreed = everybody()
    agreed[0][-1] = tmp_path.name  # a file like no other
    await run(services, tmp_path / "agreed.csv", agreed)
    return tmp_path / "export.csv"


async def test_a_register_that_agrees_differs_in_nothing(services: Services, city: World, api: Api, path: Path) -> None:
    rows = everybody(王芳=theirs("王芳", 姓名="王 芳"))
    rows[0][-1] = path.parent.name + "a"
    said = await run(services, path, rows)
    assert said == [
        "Not compared 未比对: 备注",
        "student: 9 rows: 9 matched, 0 only here, 0 only there, 0 ambiguous, 0 fields differ, 0 lag",
    ]
    assert await differences(api) == []


async def test_each_kind_of_difference_is_told(services: Services, city: World, api: Api, path: Path) -> None:
    stranger = theirs("钱多多", 学籍号="G110105194912310038", 姓名="外来生")
    twice = theirs("孙悟")
    rows = [theirs("曾晓明", 姓名="曾小明"), *everybody()[1:-1], stranger, twice, list(twice)]
    rows = [row for row in rows if row[1] != "单雄信"]
    assert (await run(services, path, rows))[-1] == (
        "student: 10 rows: 7 matched, 1 only here, 1 only there, 1 ambiguous, 1 fields differ, 0 lag"
    )
    found = {one["type"]: one for one in await differences(api)}
    assert (found["FIELD"]["field"], found["FIELD"]["ours"], found["FIELD"]["theirs"]) == (
        "person.name",
        "曾晓明",
        "曾小明",
    )
    assert found["FIELD"]["authority"] == "REGISTER"
    assert found["ONLY_HERE"]["label"] == "单雄信"
    assert found["ONLY_HERE"]["unit"] == {"name": "西城小学"}
    assert found["ONLY_THERE"]["label"] == "外来生"
    assert found["ONLY_THERE"]["unit"] == {"name": "西城幼儿园"}
    assert found["AMBIGUOUS"]["label"] == "孙悟"


async def test_a_difference_that_recurs_keeps_its_first_day_and_is_counted(
    services: Services, city: World, api: Api, path: Path, clock: FixedClock
) -> None:
    rows = everybody(李伟=theirs("李伟", 民族="02"))
    await run(services, path, rows)
    (first,) = await differences(api)
    clock.moment = NOW + timedelta(days=30)
    try:
        rows[0][-1] = "another export"
        await run(services, path, rows)
        (again,) = await differences(api)
    finally:
        clock.moment = NOW
    assert (again["id"], again["times"], again["firstSeen"]) == (first["id"], 2, NOW.date().isoformat())


async def test_the_same_file_changes_nothing_the_second_time(
    services: Services, city: World, api: Api, path: Path
) -> None:
    rows = everybody(李伟=theirs("李伟", 年级="P5"))
    first = await run(services, path, rows)
    before = await differences(api)
    runs = "SELECT count(*) FROM reconciliation_run"
    count = (await services.store.database.readers.fetch(runs))[0][0]
    second = await run(services, path, rows)
    assert second[0].startswith("This file was compared before")
    assert second[-1] == first[-1]
    assert await differences(api) == before
    assert (await services.store.database.readers.fetch(runs))[0][0] == count


async def test_the_same_file_is_held_against_what_we_have_by_then(
    services: Services, city: World, api: Api, path: Path
) -> None:
    rows = everybody(李伟=theirs("李伟", 性别="女"))
    await run(services, path, rows)
    (one,) = await differences(api)
    await services.store.database.transaction(lambda tx: tx.fetch("UPDATE person SET sex = '2' WHERE name = '李伟'"))
    assert (await run(services, path, rows))[-1].endswith("0 fields differ, 0 lag")
    assert await differences(api) == []
    await services.store.database.transaction(lambda tx: tx.fetch("UPDATE person SET sex = '1' WHERE name = '李伟'"))
    await run(services, path, rows)
    (back,) = await differences(api)
    assert (back["id"], back["firstSeen"], back["state"]) == (one["id"], one["firstSeen"], "OPEN")


async def test_what_is_acknowledged_stays_so_until_a_value_changes(
    services: Services, city: World, api: Api, path: Path
) -> None:
    rows = everybody(李伟=theirs("李伟", 年级="P5"))
    await run(services, path, rows)
    (one,) = await differences(api)
    reply = await api.write(
        "acknowledgeDifference", "reconciliationDifference { state decidedBy }", id=one["id"], reason="留级待批"
    )
    assert reply["errors"] == []
    assert reply["reconciliationDifference"] == {"state": "ACKNOWLEDGED", "decidedBy": "tester"}
    rows[0][-1] = "again"
    await run(services, path, rows)
    assert [(d["state"], d["reason"]) for d in await differences(api)] == [("ACKNOWLEDGED", "留级待批")]
    await run(services, path, everybody(李伟=theirs("李伟", 年级="P4")))
    assert [d["state"] for d in await differences(api)] == ["OPEN"]
    rows = everybody()
    rows[0][-1] = "mended"
    await run(services, path, rows)
    assert await differences(api) == []


async def test_theirs_is_accepted_where_their_word_counts(
    services: Services, city: World, api: Api, path: Path
) -> None:
    await run(services, path, everybody(张丽=theirs("张丽", 姓名="张莉", 年级="P3")))
    found = {one["field"]: one for one in await differences(api)}
    clerk = api.as_(of_county(city.west))
    forbidden = await clerk.write("acceptDifference", id=found["person.name"]["id"])
    assert [error["code"] for error in forbidden["errors"]] == ["FORBIDDEN"], "names are for identity officers"
    accepted = await api.write("acceptDifference", "reconciliationDifference { state }", id=found["person.name"]["id"])
    assert accepted["reconciliationDifference"] == {"state": "ACCEPTED"}
    pupil = await api.data(
        "query($id: ID!) { student(id: $id) { person { name } } }", id=found["person.name"]["subject"]
    )
    assert pupil["student"]["person"]["name"] == "张莉"
    journal = "SELECT verb FROM journal WHERE kind = 'person' ORDER BY id DESC LIMIT 1"
    assert (await services.store.database.readers.fetch(journal))[0][0] == "accept_difference"
    refused = await api.write("acceptDifference", "reconciliationDifference { state }", id=found["grade"]["id"])
    assert [error["code"] for error in refused["errors"]] == ["INVALID"], "somebody has to decide"
    again = await api.write("acceptDifference", "reconciliationDifference { state }", id=found["person.name"]["id"])
    assert [error["code"] for error in again["errors"]] == ["ENDED"]
    change = {"id": f"Person:{city.persons['张丽']}", "name": "张丽"}
    assert (await api.write("updatePerson", "person { name }", **change))["errors"] == []


async def test_sealed_values_are_compared_and_never_shown(
    services: Services, city: World, api: Api, path: Path
) -> None:
    phone = "13912345678"
    await run(services, path, everybody(赵强=theirs("赵强", 联系电话=phone)))
    (one,) = await differences(api)
    assert (one["field"], one["ours"], one["theirs"], one["isWithheld"]) == ("person.phone", None, None, True)
    refused = await api.write("acceptDifference", "reconciliationDifference { state }", id=one["id"])
    assert [error["code"] for error in refused["errors"]] == ["INVALID"]
    rows = await services.store.database.readers.fetch(
        "SELECT changes FROM journal WHERE kind = 'reconciliation_difference'"
    )
    assert rows
    assert not any(phone in str(row[0]) for row in rows)


async def test_a_county_sees_its_own_and_a_school_decides_no_more_than_its_own(
    services: Services, city: World, api: Api, path: Path
) -> None:
    await run(services, path, everybody(王芳=theirs("王芳", 年级="P2"), 张丽=theirs("张丽", 年级="P3")))
    assert {one["label"] for one in await differences(api)} == {"王芳", "张丽"}
    assert {one["label"] for one in await differences(api.as_(of_county(city.east)))} == {"王芳"}
    school = api.as_(of_school(city.schools["西城小学"]))
    (own,) = await differences(school)
    assert own["label"] == "张丽"
    refused = await school.write("acceptDifference", id=own["id"])
    assert [error["code"] for error in refused["errors"]] == ["FORBIDDEN"]
    assert (await school.write("acknowledgeDifference", id=own["id"], reason="核实中"))["errors"] == []


async def test_what_was_changed_since_the_export_lags(services: Services, city: World, api: Api, path: Path) -> None:
    rows = everybody(曾晓明=theirs("曾晓明", 性别="女"))
    await reconcile_file(services, "student", written(path, rows), date(2020, 1, 1), lambda line: None)
    assert [one["lags"] for one in await differences(api)] == [True]


async def test_a_cell_that_cannot_be_read_is_named_and_not_compared(
    services: Services, city: World, api: Api, path: Path
) -> None:
    said = await run(services, path, everybody(孙悟=theirs("孙悟", 出生日期="20121304", 民族="外星族")))
    assert [line.partition(":")[0] for line in said[:2]] == ["line 10, 出生日期, “20121304”", "line 10, 民族, “外星族”"]
    assert await differences(api) == []


async def test_a_row_without_a_key_is_named(services: Services, city: World, path: Path) -> None:
    said = await run(services, path, everybody(孙悟=theirs("孙悟", 学籍号="")))
    assert said[0].startswith("line 10, 学籍号, “”: REQUIRED")
    assert said[-1].startswith("student: 9 rows: 8 matched, 1 only here, 0 only there")


async def test_a_file_without_keys_is_refused(services: Services, city: World, tmp_path: Path) -> None:
    path = tmp_path / "nothing.csv"
    path.write_text("姓名,性别\n张三,男\n")
    with pytest.raises(CommandError, match="学籍号"):
        await reconcile_file(services, "student", path, None, lambda line: None)
    with pytest.raises(CommandError, match="No register"):
        await reconcile_file(services, "nobody", path, None, lambda line: None)


@pytest.mark.parametrize(
    ("register", "header", "row", "told"),
    [
        ("school", ["学校（机构）标识码", "学校（机构）名称"], ["2151000001", "东城第一小学"], "name"),
        ("teacher", ["身份证件号", "姓名", "职称等级"], [number_of(date(1975, 6, 1), "1"), "周校长", "3"], "title"),
    ],
)
async def test_the_other_registers_are_compared_too(
    services: Services,
    city: World,
    api: Api,
    tmp_path: Path,
    register: str,
    header: list[str],
    row: list[str],
    told: str,
) -> None:
    path = tmp_path / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, row])
    said: list[str] = []
    await reconcile_file(services, register, path, None, said.append)
    found = await differences(api, f'{{ register: {{ eq: "{register}" }}, type: {{ eq: FIELD }} }}')
    assert told in {one["field"] for one in found}, said


def test_every_column_of_a_register_leads_to_a_field(services: Services) -> None:
    kinds = {kind.name: kind for kind in services.kinds}
    for register in registers().values():
        known = dict(paths(kinds[register.kind]))
        assert {column.path for column in register.columns} <= set(known)
        assert {column.authority for column in register.columns} <= {member.value for member in Authority}
        assert any(column.use is Use.KEY for column in register.columns)
