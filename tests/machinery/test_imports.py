"""Imports: every row created, updated, unchanged or rejected, with its reason, whatever else is in the file."""

import csv
import json
import re
from collections.abc import Iterable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from bureau.commands.exporting import export_file
from bureau.commands.importing import import_file, undo_run
from bureau.graph.context import Services
from bureau.kernel.errors import CommandError
from bureau.machinery.imports.importer import Fate, Importer, Rejection
from bureau.machinery.imports.mapping import MappingError, mapped, parse_map, read_map
from bureau.machinery.imports.tables import CsvTable, UnreadableFile
from bureau.registry.person import person
from bureau.registry.school import school
from bureau.registry.student import student
from tests.support.invariants import assert_carried
from tests.support.world import World, number_of

HEADER = ["学校标识码", "名称", "办学类型", "所在区划", "上级机构"]
GOOD = ["2151100001", "新建小学", "211", "510104", ""]


def written(path: Path, rows: Iterable[Iterable[str]], encoding: str = "utf-8", delimiter: str = ",") -> Path:
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


async def run(
    services: Services, path: Path, kind: Any = school, said: str = "code=学校标识码", dry_run: bool = False
) -> Any:
    table = CsvTable(path)
    paths, _ = mapped(kind, table.headers, parse_map(said) if said else {})
    rejections: list[Rejection] = []
    report = await Importer(services.store, kind, paths, dry_run=dry_run).run(table.rows(), rejections.append)
    return {fate.value: report.fates[fate] for fate in Fate if report.fates[fate]}, rejections


async def names(services: Services) -> dict[str, str]:
    rows = await services.store.database.readers.fetch("SELECT code, name FROM unit WHERE category = 'SCHOOL'")
    return {row[0]: row[1] for row in rows}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
async def test_a_file_is_read_as_people_make_it(
    services: Services, city: World, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = written(tmp_path / "schools.csv", [HEADER, GOOD, [], ["", "", "", "", ""]], encoding, delimiter)
    fates, rejections = await run(services, path)
    assert rejections == []
    assert fates in ({"created": 1}, {"unchanged": 1})
    assert (await names(services))["2151100001"] == "新建小学"


async def test_a_second_run_changes_nothing_and_a_changed_row_one_thing(
    services: Services, city: World, tmp_path: Path
) -> None:
    rows = [HEADER, *([f"21511000{n:02d}", f"第{n}小学", "小学", "510105", ""] for n in range(10, 40))]
    path = written(tmp_path / "schools.csv", rows)
    assert await run(services, path) == ({"created": 30}, [])
    journal = await services.store.database.readers.fetch("SELECT count(*) FROM journal")
    assert await run(services, path) == ({"unchanged": 30}, [])
    assert [tuple(r) for r in await services.store.database.readers.fetch("SELECT count(*) FROM journal")] == [
        tuple(journal[0])
    ]
    rows[5][1] = "改名小学"
    assert await run(services, written(path, rows)) == ({"updated": 1, "unchanged": 29}, [])
    assert "改名小学" in (await names(services)).values()
    await assert_carried(services)


async def test_a_school_stands_below_the_bureau_of_its_county(services: Services, city: World, tmp_path: Path) -> None:
    path = written(
        tmp_path / "schools.csv",
        [
            HEADER,
            ["2151100050", "无上级小学", "211", "510105", ""],
            ["2151100051", "有上级小学", "211", "510105", "510100"],
        ],
    )
    assert (await run(services, path))[0] == {"created": 2}
    rows = await services.store.database.readers.fetch(
        "SELECT code, superior_id, county_id FROM unit WHERE code IN ('2151100050', '2151100051') ORDER BY code"
    )
    assert [tuple(row) for row in rows] == [("2151100050", city.west, city.west), ("2151100051", city.bureau, None)]


FAULTS = [
    (["215110006", "短码小学", "211", "510104", ""], "学校标识码", "INVALID"),
    (["3151100060", "错类小学", "211", "510104", ""], "学校标识码", "MISMATCH"),
    (["2151100061", "", "211", "510104", ""], "名称", "REQUIRED"),
    (["2151100062", "无型小学", "999", "510104", ""], "办学类型", "UNKNOWN_CODE"),
    (["2151100063", "大类小学", "21", "510104", ""], "办学类型", "UNKNOWN_CODE"),
    (["2151100064", "无区小学", "211", "999999", ""], "所在区划", "NOT_FOUND"),
    (["2151100065", "无级小学", "211", "510104", "NONE"], "上级机构", "NOT_FOUND"),
    (["2151100066", "长" * 201, "211", "510104", ""], "名称", "TOO_LONG"),
    (["2151100067", "坏\x07字", "211", "510104", ""], "名称", "INVALID"),
    (["2.1511E+09", "科学计数", "211", "510104", ""], "学校标识码", "INVALID"),
    (["2151100068", "多列小学", "211", "510104", "", "surplus"], "", "INVALID"),
    (["2151100099", "重复小学", "211", "510104", ""], "学校标识码", "DUPLICATE_ROW"),
]


async def test_bad_rows_are_told_one_by_one_and_stop_no_other(services: Services, city: World, tmp_path: Path) -> None:
    rows: list[list[str]] = [HEADER, ["2151100099", "前面的小学", "211", "510104", ""]]
    for number, (row, _, _) in enumerate(FAULTS):
        rows += [row, [f"2151101{number:03d}", f"好小学{number}", "211", "510104", ""]]
    fates, rejections = await run(services, written(tmp_path / "schools.csv", rows))
    assert fates == {"created": len(FAULTS) + 1, "rejected": len(FAULTS)}
    told = {(r.line, r.column, r.code) for r in rejections}
    assert told == {(3 + 2 * n, column, code) for n, (_, column, code) in enumerate(FAULTS)}
    for rejection in rejections:
        assert rejection.reason.en
        assert rejection.reason.zh
        assert "{" not in rejection.reason.en + rejection.reason.zh


async def test_a_dry_run_says_the_same_and_writes_nothing(services: Services, city: World, tmp_path: Path) -> None:
    rows = [HEADER, ["2151102001", "预演小学", "211", "510104", ""], ["2151102002", "", "211", "510104", ""]]
    path = written(tmp_path / "schools.csv", rows)
    before = await names(services)
    rehearsed = await run(services, path, dry_run=True)
    assert await names(services) == before
    assert await run(services, path) == rehearsed
    assert rehearsed[0] == {"created": 1, "rejected": 1}


PUPILS = ["姓名", "性别", "出生日期", "身份证件类型", "身份证件号", "学校", "年级", "学籍状态"]


def pupil(name: str, serial: int, school_code: str = "2151000001", grade: str = "P1", **changed: str) -> list[str]:

    cells = [
        name,
        "女",
        "2020-05-05",
        "居民身份证",
        number_of(date(2020, 5, 5), "2", serial),
        school_code,
        grade,
        "在读",
    ]
    for index, value in changed.items():
        cells[int(index[1:])] = value
    return cells


async def test_pupils_come_with_their_person_in_one_row(services: Services, city: World, tmp_path: Path) -> None:
    path = written(
        tmp_path / "students.csv", [PUPILS, *(pupil(f"新生{n}", 100 + i) for i, n in enumerate("甲乙丙丁戊"))]
    )
    assert await run(services, path, student, "") == ({"created": 5}, [])
    assert await run(services, path, student, "") == ({"unchanged": 5}, [])
    await assert_carried(services)
    read = services.store.database.readers.fetch
    assert (await read("SELECT count(*) FROM student s JOIN person p ON p.id = s.person_id WHERE p.name LIKE '新生%'"))[
        0
    ][0] == 5


async def test_a_rejected_pupil_leaves_no_person_behind(services: Services, city: World, tmp_path: Path) -> None:
    rows = [
        PUPILS,
        pupil("好孩子", 200),
        pupil("年级错", 201, grade="K1"),
        pupil("号码错", 202, c4="510104202005050045"),
        pupil("生日错", 203, c2="2020-05-06"),
        pupil("性别错", 204, c1="男"),
        pupil("学校错", 205, school_code="2151999999"),
        pupil("遮盖号", 206, c4="****************27"),
    ]
    fates, rejections = await run(services, written(tmp_path / "students.csv", rows), student, "")
    assert fates == {"created": 1, "rejected": 6}
    assert [(r.line, r.column, r.code) for r in rejections] == [
        (3, "年级", "NOT_OFFERED"),
        (4, "身份证件号", "CHECK_DIGIT"),
        (5, "身份证件号", "MISMATCH"),
        (6, "身份证件号", "MISMATCH"),
        (7, "学校", "NOT_FOUND"),
        (8, "身份证件号", "MASKED_VALUE"),
    ]
    assert all(rejection.value.startswith("****") for rejection in rejections if rejection.column == "身份证件号")
    left = await services.store.database.readers.fetch(
        "SELECT name FROM person WHERE name IN ('年级错', '号码错', '生日错', '性别错', '学校错', '遮盖号')"
    )
    assert list(left) == []


async def test_a_document_that_someone_has_already_is_that_person(
    services: Services, city: World, tmp_path: Path
) -> None:

    cells = ["王芳芳", "女", "2020-05-20", "1", number_of(date(2020, 5, 20), "2")]
    path = written(tmp_path / "persons.csv", [PUPILS[:5], cells])
    assert await run(services, path, person, "") == ({"updated": 1}, [])
    name = await services.store.database.readers.fetch(f"SELECT name FROM person WHERE id = {city.persons['王芳']}")
    assert name[0][0] == "王芳芳"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no headers"),
        (b"\n\n", "no headers"),
        (b"a,a\n1,2\n", "stand twice"),
        (b"\x00\x01\x02", "no text file"),
        (b"a\n\xff\xff\xff\xff\n", "Neither UTF-8"),
    ],
)
def test_what_is_no_table_is_refused_whole(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=reason):
        CsvTable(path)


def test_line_ends_of_every_kind_are_read(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        path = tmp_path / "table.csv"
        path.write_bytes(end.join(["a,b", '1,"x', 'y"', "2,z", ""]).encode())
        rows = list(CsvTable(path).rows())
        assert [row.cells["a"] for row in rows] == ["1", "2"], repr(end)
        assert rows[0].line == 2
        assert rows[1].line == 4


def test_headers_are_guessed_in_both_languages_and_said_ones_go_first() -> None:
    headers = ["Code", "名称", "officialName", "operation.from", "运行期间止", "junk"]
    paths, unused = mapped(school, headers, {"name": "officialName"})
    assert paths["code"] == "Code"
    assert paths["name"] == "officialName"
    assert paths["operation.from"] == "operation.from"
    assert paths["operation.until"] == "运行期间止"
    assert unused == ["名称", "junk"]
    assert mapped(school, ["uai", "x"], {"uai": "code"})[0]["code"] == "uai", "either way round"
    with pytest.raises(MappingError, match="nothing=there"):
        mapped(school, headers, {"nothing": "there"})


def test_a_map_is_given_as_text_as_lines_or_as_json(tmp_path: Path) -> None:
    wanted = {"code": "uai", "name": "appellation officielle"}
    lines, data = tmp_path / "map.txt", tmp_path / "map.json"
    lines.write_text("# French schools\ncode = uai\nname=appellation officielle\n")
    data.write_text(json.dumps(wanted))
    assert read_map("code=uai,name=appellation officielle") == read_map(str(lines)) == read_map(str(data)) == wanted
    assert parse_map(json.dumps(wanted)) == wanted
    with pytest.raises(MappingError, match="field"):
        parse_map("code:uai=x,rubbish")
    with pytest.raises(MappingError, match="JSON"):
        parse_map("{code")


def test_a_map_that_comes_from_outside_opens_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("code=uai")
    with pytest.raises(MappingError, match=secret.name):
        parse_map(str(secret))


def test_a_field_that_is_said_to_have_no_column_gets_none() -> None:
    assert mapped(school, ["code", "name", "junk"], {"name": ""}) == ({"code": "code"}, ["name", "junk"])


async def test_what_is_exported_is_imported_unchanged(services: Services, city: World, tmp_path: Path) -> None:
    for kind in ("school", "office", "division", "enrolment", "student"):
        path = tmp_path / f"{kind}.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            await export_file(services, kind, file)
        count = len(list(CsvTable(path).rows()))
        assert count > 2
        if kind != "student":
            fates, rejections = await run(services, path, services.store.kind_of(_record(services, kind)), "")
            assert (fates, rejections) == ({"unchanged": count}, [])
        else:
            assert "*" in path.read_text("utf-8-sig")
            assert "G5101" not in path.read_text("utf-8-sig"), "sealed values leave as masks alone"


def _record(services: Services, name: str) -> Any:
    return next(kind.record for kind in services.kinds if kind.name == name)


async def test_a_cell_that_looks_like_a_formula_is_guarded_on_its_way_out(
    services: Services, city: World, tmp_path: Path
) -> None:
    path = written(tmp_path / "schools.csv", [HEADER, ["2151103001", "=1+1小学", "211", "510104", ""]])
    assert (await run(services, path))[0] == {"created": 1}
    out = tmp_path / "out.csv"
    with out.open("w", newline="") as file:
        await export_file(services, "school", file)
    assert "'=1+1小学" in out.read_text()
    fates, _ = await run(services, out, school, "")
    assert set(fates) == {"unchanged"}


async def test_the_command_says_what_it_did(services: Services, city: World, tmp_path: Path) -> None:
    path = written(
        tmp_path / "schools.csv",
        [HEADER, ["2151104001", "命令小学", "211", "510104", ""], ["x", "坏", "211", "510104", ""]],
    )
    said: list[str] = []
    report = tmp_path / "report.csv"
    await import_file(services, "school", path, "code=学校标识码", False, report, said.append)
    assert "school: 2 rows: 1 created, 0 updated, 0 unchanged, 1 rejected" in said
    assert any(line.startswith("line 3, 学校标识码, “x”: INVALID:") for line in said)
    (rejected,) = csv.DictReader(StringIO(report.read_text("utf-8-sig")))
    assert (rejected["line"], rejected["column"], rejected["code"]) == ("3", "学校标识码", "INVALID")
    with pytest.raises(CommandError, match="No kind “dragon”"):
        await import_file(services, "dragon", path, "", False, None, said.append)
    with pytest.raises(CommandError, match="No kind “unit”"):
        await import_file(services, "unit", path, "", False, None, said.append)


async def test_a_number_of_our_own_stays_where_a_file_leaves_it_out(
    services: Services, city: World, tmp_path: Path
) -> None:
    document = number_of(date(2015, 7, 9), "1", 77)
    header = ["学生编号", "姓名", "性别", "出生日期", "身份证件类型", "身份证件号", "学校", "年级", "学籍状态"]
    row = ["", "张编号", "男", "2015-07-09", "1", document, "2151000001", "P3", "在读"]
    path = written(tmp_path / "pupils.csv", [header, row])
    assert await run(services, path, student, "") == ({"created": 1}, [])
    assert await run(services, path, student, "") == ({"unchanged": 1}, [])


async def test_an_operators_import_is_undone_by_its_number(services: Services, city: World, tmp_path: Path) -> None:
    await import_file(
        services,
        "school",
        written(tmp_path / "a.csv", [HEADER, ["2151104201", "旧名小学", "211", "510104", ""]]),
        "code=学校标识码",
        False,
        None,
        [].append,
    )
    said: list[str] = []
    path = written(
        tmp_path / "schools.csv",
        [HEADER, ["2151104201", "新名小学", "211", "510104", ""], ["2151104202", "另一小学", "211", "510104", ""]],
    )
    await import_file(services, "school", path, "code=学校标识码", False, None, said.append)
    number = int(re.findall(r"bureau undo (\d+)", said[-2])[0])
    assert await undo_run(services, number, "误导入", said.append)
    found = await names(services)
    assert found["2151104201"] == "旧名小学"
    with pytest.raises(CommandError):
        await undo_run(services, number, "再次", said.append)
    again, rejections = await run(services, path)
    assert (again, rejections) == ({"updated": 1, "created": 1}, []), "what was undone is entered again"


async def test_the_command_imports_all_or_none(services: Services, city: World, tmp_path: Path) -> None:
    rows = [HEADER, ["2151104101", "整批小学", "211", "510104", ""], ["x", "坏", "211", "510104", ""]]
    said: list[str] = []
    path = written(tmp_path / "schools.csv", rows)
    await import_file(services, "school", path, "code=学校标识码", False, None, said.append, whole=True)
    assert said[-1].endswith("1 created, 0 updated, 0 unchanged, 1 rejected (all or none: nothing was written)")
    assert "2151104101" not in await names(services)
    path = written(tmp_path / "schools.csv", rows[:2])
    await import_file(services, "school", path, "code=学校标识码", False, None, said.append, whole=True)
    assert said[-1].endswith("school: 1 rows: 1 created, 0 updated, 0 unchanged, 0 rejected")
    assert "2151104101" in await names(services)
