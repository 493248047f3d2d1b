"""An import from a real sheet, from end to end: refused rows come back, are mended, and go in."""

import csv
import zipfile
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import orjson
import pytest
import xlsxwriter

from bureau.commands.importing import import_file
from bureau.graph.context import Services
from bureau.kernel.errors import CommandError
from bureau.machinery.imports.remembered import digest_of
from bureau.machinery.imports.tables import open_table
from tests.support.world import World

HEADERS = ["学校标识码", "机构名称", "办学类型", "所在区划", "运行期间起"]
GOOD = ["2151200001", "良好小学", "小学", "510104", "2001-09-01"]
BAD = [
    ["2151200002", "类型不明小学", "普通小学", "510104", ""],
    ["2151200003", "日期不明小学", "小学", "510104", "20010901.0"],
    ["=2151200004", "公式小学", "小学", "510104", ""],
    ["2151200005", "两错小学", "小学人", "510104", "42194"],
]
MAP = "code=学校标识码,name=机构名称"


def written(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    if path.suffix == ".xlsx":
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            sheet.merge_range("A1:E1", "学校名册")
            for number, row in enumerate(rows, 1):
                for place, cell in enumerate(row):
                    sheet.write_string(number, place, cell)
    else:
        text = StringIO()
        csv.writer(text).writerows(rows)
        path.write_text(text.getvalue(), "gb18030")
    return path


async def imported(services: Services, path: Path, map_: str = MAP, **options: Any) -> list[str]:
    said: list[str] = []
    await import_file(services, "school", path, map_, options.pop("dry_run", False), None, said.append, **options)
    return said


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
async def test_refused_rows_come_back_are_mended_and_go_in(
    services: Services, city: World, tmp_path: Path, suffix: str
) -> None:
    file, mended = written(tmp_path / f"schools{suffix}", [HEADERS, GOOD, *BAD]), tmp_path / f"repaired{suffix}"
    said = await imported(services, file, dry_run=True, repaired=mended)
    assert said[-1].startswith("school: 5 rows: 1 created, 0 updated, 0 unchanged, 4 rejected")
    table = open_table(mended)
    rows = [row.cells for row in table.rows()]
    assert table.headers == (*HEADERS, "※行 line", "※原因", "※reason", "※建议 suggestion")
    assert [[row[header] for header in HEADERS] for row in rows] == BAD, "they are as they were sent"
    first = 3 if suffix == ".xlsx" else 2
    assert [int(row["※行 line"]) for row in rows] == [first + 1, first + 2, first + 3, first + 4]
    assert rows[0]["※原因"].startswith("办学类型: 代码表“办学类型”中没有这个代码")
    assert rows[0]["※reason"].startswith("办学类型: No such code")
    assert "办学类型: 小学 (代码表中最接近的项" in rows[0]["※建议 suggestion"]
    assert "运行期间起: 2001-09-01 (改为规范日期写法 " in rows[1]["※建议 suggestion"]
    assert "请确认" not in rows[1]["※建议 suggestion"]
    assert "办学类型" in rows[3]["※原因"]
    assert (await imported(services, mended, dry_run=True))[-1].startswith("school: 4 rows: 0 created")
    corrected = [
        {**row, "办学类型": "小学", "运行期间起": "2001-09-01", "学校标识码": row["学校标识码"].lstrip("=")}
        for row in rows
    ]
    again = written(tmp_path / f"again{suffix}", [table.headers, *(list(row.values()) for row in corrected)])
    assert (await imported(services, again, dry_run=True))[-1].startswith("school: 4 rows: 4 created, 0 updated")


async def test_refused_cells_are_coloured_and_say_why(services: Services, city: World, tmp_path: Path) -> None:
    file, mended = written(tmp_path / "schools.xlsx", [HEADERS, *BAD]), tmp_path / "repaired.xlsx"
    await imported(services, file, dry_run=True, repaired=mended)
    with zipfile.ZipFile(mended) as book:
        comments = book.read("xl/comments1.xml").decode()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        styles = book.read("xl/styles.xml").decode()
    assert 'ref="C2"' in comments
    assert "没有这个代码" in comments
    assert "No such code" in comments
    assert 'ref="B2"' not in comments
    assert "FFFFC7CE" in styles
    style = {cell: sheet.split(f'<c r="{cell}" s="')[1].split('"')[0] for cell in ("B2", "C2", "E3", "A2", "A4")}
    assert style["C2"] == style["E3"] == style["A4"] != style["B2"] == style["A2"]


async def test_a_formula_that_failed_and_lost_digits_reject_their_rows(
    services: Services, city: World, tmp_path: Path
) -> None:
    path = tmp_path / "schools.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADERS)
        sheet.write_row(1, 0, ["2151200001", "良好小学"])
        sheet.write_formula(1, 2, "=NA()", None, "#N/A")
        sheet.write_string(1, 3, "510104")
        sheet.write_number(2, 0, 110105194912310011)
        sheet.write_row(2, 1, ["数字小学", "小学", "510104"])
        sheet.write_number(3, 0, 2151200009)
        sheet.write_row(3, 1, ["数值小学", "小学", "510104"])
    mended = tmp_path / "repaired.csv"
    said = await imported(services, path, dry_run=True, repaired=mended)
    assert said[-1].startswith("school: 3 rows: 1 created, 0 updated, 0 unchanged, 2 rejected")
    assert any("line 2, 办学类型, “#N/A”: INVALID:" in line and "单元格 C2" in line for line in said)
    assert any("line 3, 学校标识码" in line and "cell A3" in line and "第 15 位" in line for line in said)
    assert "#N/A" in mended.read_text("utf-8-sig")


async def test_the_mapping_is_remembered_for_files_of_the_same_headers(
    services: Services, city: World, tmp_path: Path
) -> None:
    headers = ["甲", "乙", "丙", "丁"]
    rows = [headers, ["2151200077", "记忆小学", "211", "510104"]]
    path = written(tmp_path / "a.csv", rows)
    told = "code=甲,name=乙,type=丙,division=丁"
    count = f"SELECT count(*) FROM import_mapping WHERE headers = '{digest_of(headers)}'"
    read = services.store.database.readers.fetch
    await imported(services, path, told, dry_run=True)
    assert (await read(count))[0][0] == 0, "a dry run remembers nothing"
    assert (await imported(services, path, told))[-1].startswith("school: 1 rows: 1 created")
    said = await imported(services, written(path, [row[::-1] for row in rows]), "")
    assert said[-1] == "school: 1 rows: 0 created, 0 updated, 1 unchanged, 0 rejected"
    assert any("as they were before" in line for line in said)
    journal = (await read("SELECT count(*) FROM journal"))[0][0]
    await imported(services, path, told)
    assert (await read("SELECT count(*) FROM journal"))[0][0] == journal, "the same mapping is not written twice"
    await imported(services, path, "code=甲,shortName=乙,type=丙,division=丁")
    kept = f"SELECT columns, used_by, version FROM import_mapping WHERE headers = '{digest_of(headers)}'"
    ((columns, used_by, version),) = await read(kept)
    assert (orjson.loads(columns)["short_name"], used_by, version) == ("乙", "system", 2)


async def test_what_is_left_over_is_told_on_both_sides(services: Services, city: World, tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", [["学校标识码", "学校全名称", "备注"], ["2151200099", "x", "y"], ["合计", "1"]])
    said = await imported(services, path, "code=学校标识码", dry_run=True)
    assert said[0].startswith("a.csv: GB18030 (99%), comma GB18030 (99%)，逗号; code ← 学校标识码")
    assert "Not used 未使用: 学校全名称, 备注" in said
    assert any(line.startswith("Perhaps 可能: --map") and "=学校全名称" in line for line in said)
    assert any(line.startswith("New records cannot do without 新增记录缺少: name") for line in said)
    assert "Line 3 is no record and was left out: 合计 1 第 3 行不是记录，已跳过。" in said


async def test_an_archive_is_imported_file_by_file(services: Services, city: World, tmp_path: Path) -> None:
    path = tmp_path / "schools.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in (1, 2):
            row = [f"215120010{number}", f"第{number}包小学", "211", "510104", ""]
            archive.writestr(f"{number}.csv", f"{','.join(HEADERS)}\n{','.join(row)}\n")
    said = await imported(services, path, dry_run=True)
    assert sum(line.startswith("school: 1 rows: 1 created") for line in said) == 2
    assert len(await imported(services, path, dry_run=True, entry="2.csv")) < len(said)
    with pytest.raises(CommandError, match="2 files; say which"):
        await imported(services, path, dry_run=True, repaired=tmp_path / "x.csv")
