"""Tables as people send them: whatever the format, the same rows come out, or a reason why not."""

import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from bureau.machinery.imports import archives
from bureau.machinery.imports.tables import Table, TableRow, UnreadableFile, open_table, open_tables

FILES = Path(__file__).parent / "files"
PUPILS = "姓名,学校\n张三,第一小学\n李四,第二小学\n"


def told(table: Table) -> list[dict[str, str]]:
    return [row.cells for row in table.rows()]


def workbook(fill: Callable[[xlsxwriter.Workbook, Any], None], **options: Any) -> bytes:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, **options}) as book:
        fill(book, book.add_worksheet("名册"))
    return buffer.getvalue()


def sheet_of(rows: Sequence[Sequence[str]], merged: Sequence[tuple[str, str]] = ()) -> bytes:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        for area, text in merged:
            sheet.merge_range(area, text)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, place, cell)

    return workbook(fill)


def packed(**files: str | bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


# Text -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5"])
def test_any_encoding_is_read(encoding: str) -> None:
    text = (PUPILS if encoding != "big5" else "姓名,學校\n張三,第一小學\n李四,國民小學\n") * 3
    table = open_table(text.encode(encoding), "pupils.csv")
    assert [line.split(",") for line in text.split()[1:]] == [list(row.values()) for row in told(table)]


def test_what_is_guessed_is_told_with_its_certainty() -> None:
    assert open_table(PUPILS.encode(), "a.csv").form.en == "UTF-8, comma"
    assert open_table(PUPILS.encode("gb18030"), "a.csv").form.en == "GB18030 (99%), comma"
    french = "école,ville\nLycée Molière,Orléans\nCollège Édouard,Besançon\n" * 5
    table = open_table(french.encode("cp1252"), "a.csv")
    assert table.headers == ("école", "ville"), "Latin letters are not taken for Chinese characters"
    assert "%" in table.form.en


def test_the_guess_gives_way_to_what_is_said() -> None:
    assert open_table(PUPILS.encode("gb18030"), "a.csv", encoding="gbk").form.en == "GBK, comma"
    with pytest.raises(UnreadableFile, match="not written in UTF-8"):
        open_table(PUPILS.encode("gb18030"), "a.csv", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="No encoding “klingon”"):
        open_table(PUPILS.encode(), "a.csv", encoding="klingon")


@pytest.mark.parametrize(("separator", "word"), [(",", "comma"), (";", "semicolon"), ("\t", "tab"), ("|", "bar")])
def test_any_separator_is_found(separator: str, word: str) -> None:
    text = separator.join("abc") + "\n" + f'1{separator}"x,y;z|w"{separator}1,5\n' + separator.join("456") + "\n"
    if separator == ",":
        text = text.replace("1,5", "15")
    table = open_table(text.encode(), "a.csv")
    assert table.form.en == f"UTF-8, {word}"
    assert told(table)[0]["b"] == "x,y;z|w"


def test_the_line_that_names_the_separator_is_no_header() -> None:
    table = open_table(b"sep=;\na;b\n1,2;3\n", "a.csv")
    assert [(row.line, row.cells) for row in table.rows()] == [(3, {"a": "1,2", "b": "3"})]


def test_line_ends_may_be_mixed() -> None:
    table = open_table(b'a,b\r1,2\r\n3,"4\r\n5"\n6,7\r', "a.csv")
    assert [(row.line, row.cells["a"]) for row in table.rows()] == [(2, "1"), (3, "3"), (5, "6")]


def test_guards_are_taken_off_and_apostrophes_of_names_stay() -> None:
    table = open_table("a\n'=1+1\n'510104\n'tHooft\n''x\n'＝x\n".encode(), "a.csv")
    assert [row["a"] for row in told(table)] == ["=1+1", "510104", "'tHooft", "'x", "＝x"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "no text file"),
        (b"a,b\n1,\x002\n" * 9, "no text file"),
        ("a,b\n1,2\x00\n".encode("utf-16"), "no text file"),
        (b'a,b\n1,"' + b"x" * 1_100_000, "Line 2"),
        (b"PK\x03\x04broken", "archive is broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1broken", "workbook cannot be read"),
        (b'{"a": 1}\n[2]\n', "Line 2 holds no object"),
        (b'{"a": 1}\n{"a": \n', "Line 2 is no JSON"),
        ('{"a": "中"}'.encode("gb18030"), "written in UTF-8"),
    ],
)
def test_what_cannot_be_read_says_why_in_both_languages(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as refused:
        told(open_table(content, "a"))
    assert any("\u4e00" <= character <= "\u9fff" for character in str(refused.value))


# Workbooks --------------------------------------------------------------------------------------------------------


def test_cells_of_a_workbook_are_read_as_a_person_would_type_them() -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        day, percent = book.add_format({"num_format": "yyyy/m/d"}), book.add_format({"num_format": "0.0%"})
        sheet.write_row(1, 1, ["日", "时刻", "是否", "整数", "小数", "比例", "文本", "误差"])
        sheet.write_datetime(2, 1, date(2015, 7, 9), day)
        sheet.write_datetime(2, 2, datetime(2015, 7, 9, 8, 30), day)  # noqa: DTZ001 (sheets have no zones)
        sheet.write_boolean(2, 3, True)
        sheet.write_number(2, 4, 510104)
        sheet.write_number(2, 5, 1.5)
        sheet.write_number(2, 6, 0.355, percent)
        sheet.write_string(2, 7, " 0510 ")
        sheet.write_number(2, 8, 0.1 + 0.2)

    (row,) = open_table(workbook(fill), "a.xlsx").rows()
    assert row.line == 3
    assert list(row.cells.values()) == [
        "2015-07-09",
        "2015-07-09T08:30:00",
        "true",
        "510104",
        "1.5",
        "0.355",
        " 0510 ",
        "0.3",
    ]
    assert row.broken == {}


def test_numbers_that_lost_digits_and_failed_formulas_are_named_with_their_cells() -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 1, ["证件号", "学校", "备注"])
        sheet.write_number(1, 1, 110105194912310011)
        sheet.write_formula(1, 2, "=VLOOKUP(1,A1,2)", None, "#N/A")
        sheet.write_string(1, 3, "#REF!")
        sheet.write_number(2, 1, 123456789012345)

    bad, good = open_table(workbook(fill), "a.xlsx").rows()
    assert {header: words.en.split(":")[0] for header, words in bad.broken.items()} == {
        "证件号": "cell B2",
        "学校": "cell C2",
        "备注": "cell D2",
    }
    assert "1.1010519491231E+17" in bad.broken["证件号"].en
    assert "单元格 C2" in bad.broken["学校"].zh
    assert "#N/A" in bad.broken["学校"].zh
    assert (good.cells["证件号"], good.broken) == ("123456789012345", {})


def test_an_error_without_a_value_takes_none_from_its_neighbour() -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["a", "b", "c"])
        sheet.write_formula(1, 0, "=NA()", None, "#N/A")
        sheet.write_formula(1, 1, "=NA()", None, "#REF!")
        sheet.write_number(1, 2, 3)

    book, buffer = workbook(fill), BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(buffer, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info).replace(b"<v>#N/A</v>", b""))
    (row,) = open_table(buffer.getvalue(), "a.xlsx").rows()
    assert row.cells == {"a": "", "b": "#REF!", "c": "3"}
    assert list(row.broken) == ["b"]


def test_the_sheet_is_chosen_by_name_or_number_and_is_the_first_with_headers_otherwise() -> None:
    def fill(book: xlsxwriter.Workbook, sheet: Any) -> None:
        hidden, shown = book.add_worksheet("隐藏"), book.add_worksheet("数据")
        hidden.hide()
        hidden.write_row(0, 0, ["x", "y"])
        shown.write_row(0, 0, ["a", "b"])

    book = workbook(fill)
    assert open_table(book, "a.xlsx").headers == ("a", "b")
    assert open_table(book, "a.xlsx", sheet="2").headers == ("x", "y")
    assert open_table(book, "a.xlsx", sheet="隐藏").headers == ("x", "y")
    with pytest.raises(UnreadableFile, match="there are: 名册, 隐藏, 数据"):
        open_table(book, "a.xlsx", sheet="成绩")
    with pytest.raises(UnreadableFile, match="has no sheets"):
        open_table(b"a,b\n", "a.csv", sheet="1")


def test_an_old_workbook_is_read() -> None:
    table = open_table(FILES / "pupils.xls")
    assert table.headers == ("姓名", "出生日期", "在校", "人数")
    assert [list(row.values()) for row in told(table)] == [
        ["张三", "2015-07-09", "true", "12"],
        ["李四", "", "", "1.5"],
    ]


def test_an_open_document_is_read() -> None:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    day = '<table:table-cell office:value-type="date" office:date-value="2015-07-09"/>'
    rows = "".join(
        f"<table:table-row>{row}</table:table-row>"
        for row in (text.format("姓名") + text.format("生日"), text.format("张三") + day)
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="甲">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    ods = packed(
        **{
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )
    assert told(open_table(ods, "a.ods")) == [{"姓名": "张三", "生日": "2015-07-09"}]


def test_a_workbook_that_declares_entities_is_not_opened() -> None:
    book = sheet_of([["a", "b"], ["1", "2"]])
    for name, xml in (
        ("xl/workbook.xml", b'<?xml version="1.0"?>' + b" " * 9000 + b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'),
        ("docProps/app.xml", '<?xml version="1.0"?><!DOCTYPE x><x/>'.encode("utf-16")),
    ):
        buffer = BytesIO()
        with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(buffer, "w") as new:
            for info in old.infolist():
                new.writestr(info.filename, xml if info.filename == name else old.read(info))
        with pytest.raises(UnreadableFile, match="declares entities"):
            open_table(buffer.getvalue(), "a.xlsx")


# Archives ---------------------------------------------------------------------------------------------------------


def test_an_archive_of_one_file_is_that_file() -> None:
    content = packed(**{"名册/一年级.csv": PUPILS, "__MACOSX/._x": b"\x00", "名册/.DS_Store": b"\x00"})
    table = open_table(content, "a.zip")
    assert (table.name, len(told(table))) == ("名册/一年级.csv", 2)


def test_the_files_of_an_archive_are_chosen_or_all() -> None:
    content = packed(**{"a.csv": "x\n1\n", "b.jsonl": '{"x": 2}\n', "c.xlsx": sheet_of([["x"], ["3"]])})
    assert [row["x"] for table in open_tables(content, "a.zip") for row in told(table)] == ["1", "2", "3"]
    assert told(open_table(content, "a.zip", entry="b.jsonl")) == [{"x": "2"}]
    with pytest.raises(UnreadableFile, match=r"3 files; say which: a\.csv, b\.jsonl, c\.xlsx"):
        open_table(content, "a.zip")
    with pytest.raises(UnreadableFile, match="Nothing to read"):
        open_table(content, "a.zip", entry="d.csv")
    with pytest.raises(UnreadableFile, match="is no archive"):
        open_table(b"a\n1\n", "a.csv", entry="d.csv")


def test_names_packed_on_chinese_systems_are_read() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("AAAA.csv", PUPILS)
    content = buffer.getvalue().replace(b"AAAA.csv", "学生".encode("gb18030") + b".csv")
    assert open_table(content, "a.zip").name == "学生.csv"


def test_bombs_are_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(**{"a.csv": "a,b\n" + "0,0\n" * 20_000_000})
    assert len(bomb) < 1_000_000
    with pytest.raises(UnreadableFile, match="200 times its size"):
        open_table(bomb, "a.zip")
    with monkeypatch.context() as patched:
        patched.setattr(archives, "MOST_ENTRIES", 2)
        with pytest.raises(UnreadableFile, match="more than 2 files"):
            open_table(packed(a="1", b="2", c="3"), "a.zip")
    monkeypatch.setattr(archives, "MOST_BYTES", 100)
    with pytest.raises(UnreadableFile, match="not opened"):
        open_table(packed(a="1" * 101), "a.zip")
    with pytest.raises(UnreadableFile, match="not opened"):
        open_table(sheet_of([["a"]]), "a.xlsx")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_unpacks_without_end_is_not_opened(method: int) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("a.csv", "a\n1\n")
    with pytest.raises(UnreadableFile, match="deflate"):
        open_table(buffer.getvalue(), "a.zip")


def test_an_archive_that_lies_about_its_size_is_broken() -> None:
    content = packed(a="a\n" + "1\n" * 500)
    lying = content.replace((1002).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != content
    with pytest.raises(UnreadableFile, match="broken"):
        open_table(lying, "a.zip")


def test_an_archive_in_an_archive_and_a_protected_one_are_refused() -> None:
    with pytest.raises(UnreadableFile, match="archive in an archive"):
        open_table(packed(inner=packed(a="1")), "a.zip")
    protected = bytearray(packed(a="1"))
    protected[6] |= 1
    at = protected.index(b"PK\x01\x02")
    protected[at + 8] |= 1
    with pytest.raises(UnreadableFile, match="password"):
        open_table(bytes(protected), "a.zip")


# JSON lines -------------------------------------------------------------------------------------------------------


def test_json_lines_have_the_headers_of_all_their_lines() -> None:
    lines = b'{"code": "01", "n": 12, "x": {"y": true}}\n\n{"code": null, "late": 1.50, "big": 12345678901234567890}\n'
    table = open_table(b"\xef\xbb\xbf" + lines, "a.jsonl")
    assert table.headers == ("code", "n", "x.y", "late", "big")
    assert [(row.line, row.cells["code"], row.cells["late"]) for row in table.rows()] == [(1, "01", ""), (3, "", "1.5")]
    assert told(table)[0]["x.y"] == "true"
    assert told(table)[1]["big"] == "12345678901234567890"


def test_a_list_in_a_json_line_is_a_broken_cell() -> None:
    (row,) = open_table(b'{"a": [1, 2], "b": 1}\n', "a.jsonl").rows()
    assert set(row.broken) == {"a"}


# Where the headers are --------------------------------------------------------------------------------------------

TITLED = [
    ["锦江区第一小学2026年新生名册"],
    ["填报单位：教务处", "", "", "填报日期：2026年9月1日"],
    [],
    ["学号", "姓名", "性别", "出生日期", "家庭住址", ""],
    ["必填", "必填", "选填", "如：2015-07-09", "", ""],
    ["1", "2", "3", "4", "5"],
    ["01", "张三", "男", "2015-07-09", "某路", ""],
    [],
    ["02", "李四", "女", "", "", ""],
    ["合 计", "2"],
    ["填表人：王某", "", "", ""],
]


def both_ways(rows: Sequence[Sequence[str]]) -> list[Table]:
    text = "\n".join(",".join(row) for row in rows)
    return [open_table(text.encode(), "a.csv"), open_table(sheet_of(rows), "a.xlsx")]


def test_titles_notes_and_totals_are_no_records_and_are_told() -> None:
    for table in both_ways(TITLED):
        rows = list(table.rows())
        assert [(row.line, row.cells["学号"], row.cells["姓名"], row.surplus) for row in rows] == [
            (7, "01", "张三", 0),
            (9, "02", "李四", 0),
        ]
        assert table.line == 4
        assert [(row.line, row.text.split()[0]) for row in table.skipped] == [
            (5, "必填"),
            (6, "1"),
            (10, "合"),
            (11, "填表人：王某"),
        ]
        assert list(table.rows()) == rows, "it can be read again"


def test_what_looks_like_a_total_among_the_records_is_one_of_them() -> None:
    for table in both_ways([["名称", "人数"], ["合计", "3"], ["第一小学", "3"]]):
        assert [row["名称"] for row in told(table)] == ["合计", "第一小学"]
        assert table.skipped == []
    for table in both_ways([["名称", "地址"], ["第一小学", "甲路"], ["合计", "乙路"]]):
        assert [row["名称"] for row in told(table)] == ["第一小学", "合计"], "a total has numbers beside it"


def test_headers_of_two_rows_are_joined() -> None:
    upper, lower = ["学号", "学生", "", "家长", ""], ["", "姓名", "性别", "姓名", "电话"]
    joined = ("学号", "学生 / 姓名", "学生 / 性别", "家长 / 姓名", "家长 / 电话")
    record = ["01", "张三", "男", "张大", "138"]
    for table in both_ways([["名册"], upper, lower, record]):
        assert table.headers == joined
        assert [list(row.values()) for row in told(table)] == [record]
    merged = sheet_of([[], lower, record], [("A1:A2", "学号"), ("B1:C1", "学生"), ("D1:E1", "家长")])
    assert open_table(merged, "a.xlsx").headers == joined
    filled = sheet_of(
        [["名册"], ["", ""], ["姓名", "性别", "学校", "年级"], ["张三", "男", "一小", "1"]],
        [("A2:B2", "填报单位：教务处"), ("C2:D2", "填报日期：9月1日")],
    )
    assert open_table(filled, "a.xlsx").headers == ("姓名", "性别", "学校", "年级")
    one = sheet_of([["", "", "备注"], ["姓名", "电话", ""], ["张大", "138", "无"]], [("A1:B1", "家长")])
    assert open_table(one, "a.xlsx").headers == ("家长 / 姓名", "家长 / 电话", "备注")


def test_a_record_below_a_header_with_a_gap_is_no_second_header() -> None:
    for table in both_ways([["名称", "代码", ""], ["第一小学", "甲", "备注"]]):
        assert table.headers[:2] == ("名称", "代码")
        assert len(told(table)) == 1


def test_headers_that_make_sense_go_before_what_only_looks_like_one() -> None:
    rows = [["表一", "某区", "某校"], ["xm", "xb", "x"], ["张三", "男", "y"]]
    assert both_ways(rows)[0].headers == ("表一", "某区", "某校")
    text = "\n".join(",".join(row) for row in rows).encode()
    assert open_table(text, "a.csv", known={"xm", "xb"}).headers == ("xm", "xb", "x")


def test_headers_that_stand_twice_are_named_with_their_line() -> None:
    with pytest.raises(UnreadableFile, match=r"姓名 \(line 2\).*表头重复"):
        open_table("名册\n姓名,性别,姓名\n张三,男,李四\n".encode(), "a.csv")


def test_a_row_is_as_it_was_before_tables_had_formats() -> None:
    (row,) = open_table(b"a,b\n1,2,3\n", "a.csv").rows()
    assert row == TableRow(2, {"a": "1", "b": "2"}, 1)
