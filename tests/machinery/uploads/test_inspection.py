"""What files are by their content, and what is refused, whatever their names say."""

import io
import os
import struct
import zipfile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from bureau.kernel.text import FORBIDDEN
from bureau.machinery.files.file import LONGEST_NAME, FileUse, Objection
from bureau.machinery.files.inspection import Finding, inspect
from bureau.machinery.files.names import clean_name, ending

OFFICE = "application/vnd.openxmlformats-officedocument"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d494844520000000100000001080600000" + "01f15c489")
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


def zipped(method: int = zipfile.ZIP_DEFLATED, /, **entries: bytes) -> bytes:
    """An archive of these entries; two underscores stand for a dot, three for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), content)
    return file.getvalue()


def office(main: str, **more: bytes) -> bytes:
    types = f'<Types><Override PartName="/main.xml" ContentType="{OFFICE}.{main}.main+xml"/></Types>'.encode()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        for name, content in more.items():
            archive.writestr(name.replace("___", "/").replace("__", "."), content)
    return file.getvalue()


def workbook() -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    for row in range(20_000):
        sheet.write_row(row, 0, ["成都市实验中学", "七年级", 1, "是"])
    book.close()
    return file.getvalue()


def stream(name: str) -> bytes:
    return COMPOUND + bytes(1000) + f"{name}\0".encode("utf-16-le") + bytes(500)


def lying_archive() -> bytes:
    """An archive whose directory says that an entry is smaller than it is."""
    content = bytearray(zipped(a__txt=b"x" * 100_000))
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = struct.pack("<I", 10)
    return bytes(content)


def overlapping() -> bytes:
    """An archive whose directory names the bytes of one entry many times."""
    plain = zipped(a__txt=os.urandom(20_000))
    at, end = plain.index(b"PK\x01\x02"), plain.index(b"PK\x05\x06")
    directory = plain[at:end] * 50
    tail = bytearray(plain[end:])
    tail[8:12] = struct.pack("<HH", 50, 50)
    tail[12:16] = struct.pack("<I", len(directory))
    return plain[:at] + directory + bytes(tail)


def locked() -> bytes:
    content = bytearray(zipped(a__txt=b"secret"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + offset] |= 1
    return bytes(content)


def looked_at(content: bytes, name: str, use: FileUse = FileUse.ATTACHMENT) -> Finding:
    return inspect(io.BytesIO(content), len(content), name, use)


TAKEN: list[tuple[str, bytes, str]] = [
    ("公文.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "application/pdf"),
    ("照片.png", PNG, "image/png"),
    ("照片.JPG", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "image/jpeg"),
    ("a.gif", b"GIF89a\x01\x00\x01\x00\x80\xff", "image/gif"),
    ("a.webp", b"RIFF\x24\x00\x00\x00WEBPVP8 \xff", "image/webp"),
    ("a.heic", b"\x00\x00\x00\x18ftypheic\x00\x00", "image/heif"),
    ("扫描.tif", b"II*\x00\x08\x00\x00\x00\x00\x00", "image/tiff"),
    ("a.mp4", b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", "video/mp4"),
    ("a.mp3", b"ID3\x03\x00\x00", "audio/mpeg"),
    ("a.wav", b"RIFF\x24\x00\x00\x00WAVEfmt \x00", "audio/wav"),
    ("a.rtf", b"{\\rtf1\\ansi hello}", "application/rtf"),
    ("名单.xlsx", workbook(), f"{OFFICE}.spreadsheetml.sheet"),
    ("报告.docx", office("wordprocessingml.document", word___document__xml=b"<w/>"), f"{OFFICE}.wordprocessingml.document"),
    ("a.pptx", office("presentationml.presentation"), f"{OFFICE}.presentationml.presentation"),
    ("a.ods", zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
    ("a.odt", zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "application/vnd.oasis.opendocument.text"),
    ("公文.ofd", zipped(OFD__xml=b"<ofd/>"), "application/ofd"),
    ("a.zip", zipped(a__txt=b"a", b___c__csv=b"1,2"), "application/zip"),
    ("a.doc", stream("WordDocument"), "application/msword"),
    ("a.wps", stream("WordDocument"), "application/msword"),
    ("a.xls", stream("Workbook"), "application/vnd.ms-excel"),
    ("a.et", stream("Workbook"), "application/vnd.ms-excel"),
    ("a.ppt", stream("PowerPoint Document"), "application/vnd.ms-powerpoint"),
    ("名单.txt", "姓名\n张三\n".encode(), "text/plain"),
    ("名单.csv", "姓名,性别\n张三,男\n".encode("gb18030"), "text/csv"),
    ("名单.csv", "\ufeff姓名,性别\n".encode(), "text/csv"),
    ("名单.txt", "姓名\n".encode("utf-16"), "text/plain"),
    ("a.json", b'{"a": 1}', "application/json"),
    ("a.xml", "<?xml version='1.0' encoding='GB18030'?><表><行/></表>".encode("gb18030"), "application/xml"),
    ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/><path d="M0 0"/></svg>', "image/svg+xml"),
    ("BM.txt", b"BMI of pupils\n", "text/plain"),
    ("MZ.txt", b"MZ is a text\n", "text/plain"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "media_type"), TAKEN, ids=[row[0] for row in TAKEN])
def test_a_file_has_the_type_of_its_content(name: str, content: bytes, media_type: str) -> None:
    assert looked_at(content, name) == Finding(name, media_type)


REFUSED: list[tuple[str, str, bytes, str]] = [
    ("a program", "a.exe", b"MZ" + bytes(58) + b"\x80\x00\x00\x00", "ACTIVE"),
    ("a program that is named a picture", "a.png", b"MZ" + bytes(58) + b"\x80\x00\x00\x00", "ACTIVE"),
    ("a program of another system", "a.pdf", b"\x7fELF\x02\x01\x01" + bytes(20), "ACTIVE"),
    ("a script", "a.sh", b"#!/bin/sh\nrm -rf /\n", "ACTIVE"),
    ("a script of Windows", "a.vbs", b"MsgBox 1", "ACTIVE"),
    ("a page", "a.html", b"<!DOCTYPE html><html></html>", "ACTIVE"),
    ("a page that is named a text", "a.txt", b"\n <!-- x --> <HTML><body>", "ACTIVE"),
    ("a page that is named a workbook", "a.xls", b"<table><tr><td>1</td></tr></table>", "ACTIVE"),
    ("a page in XML", "a.xml", b'<html xmlns="http://www.w3.org/1999/xhtml"><p/></html>', "ACTIVE"),
    ("a drawing with a script", "a.svg", b"<svg><script>1</script></svg>", "ACTIVE"),
    ("a drawing that listens", "a.svg", b'<svg onload="alert(1)"/>', "ACTIVE"),
    ("a drawing with a page", "a.svg", b"<svg><foreignObject/></svg>", "ACTIVE"),
    ("a drawing with a link that runs", "a.svg", b'<svg xmlns:x="l"><a x:href="java&#x73;cript:alert(1)"/></svg>', "ACTIVE"),
    ("a drawing with a style sheet", "a.svg", b'<?xml-stylesheet href="a.css"?><svg/>', "ACTIVE"),
    ("a drawing of nested entities", "a.svg", b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg>&b;</svg>', "BOMB"),
    ("XML of nested entities", "a.xml", b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>', "BOMB"),
    ("a document with macros", "a.docx", office("wordprocessingml.document", word___vbaProject__bin=b"x"), "ACTIVE"),
    ("an old workbook with macros", "a.xls", stream("Workbook") + stream("_VBA_PROJECT_CUR"), "ACTIVE"),
    ("an archive with a program", "a.zip", zipped(a___b__exe=b"x"), "ACTIVE"),
    ("a locked archive", "a.zip", locked(), "LOCKED"),
    ("a locked workbook", "a.xlsx", stream("EncryptedPackage"), "LOCKED"),
    ("an archive of zeros", "a.zip", zipped(a__txt=bytes(60_000_000)), "BOMB"),
    ("an archive of too many entries", "a.zip", zipped(**{f"f{n}": b"" for n in range(20_001)}), "BOMB"),
    ("an archive that shares its bytes", "a.zip", overlapping(), "BOMB"),
    ("an archive packed in a way of which nobody can stop", "a.zip", zipped(zipfile.ZIP_BZIP2, a__txt=b"x"), "UNKNOWN_TYPE"),
    ("an archive that lies of a size", "a.zip", lying_archive(), "DAMAGED"),
    ("half an archive", "a.xlsx", workbook()[:5000], "DAMAGED"),
    ("a workbook that is named a document", "a.docx", workbook(), "OTHER_TYPE"),
    ("a picture that is named another", "a.png", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "OTHER_TYPE"),
    ("an old document that is named a workbook", "a.xls", stream("WordDocument"), "OTHER_TYPE"),
    ("a text that is named a picture", "a.png", b"hello", "OTHER_TYPE"),
    ("a plain archive that is named a document", "a.docx", zipped(a__txt=b"x"), "OTHER_TYPE"),
    ("noise", "a.bin", bytes(range(256)) * 10, "UNKNOWN_TYPE"),
    ("noise that is named a text", "a.txt", b"\x01\x02\x03\x04", "UNKNOWN_TYPE"),
    ("a packed file", "a.gz", b"\x1f\x8b\x08\x00\x00\x00", "UNKNOWN_TYPE"),
    ("a type that nobody takes", "a.xyz", b"hello", "UNKNOWN_TYPE"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "objection"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_a_file_is_refused_with_its_reason(name: str, content: bytes, objection: str) -> None:
    found = looked_at(content, name)
    assert (found.objection, found.media_type) == (objection, None)


def test_a_directory_that_is_too_large_is_not_read() -> None:
    entries = struct.pack("<4s42x", b"PK\x01\x02") * 200_000
    end = struct.pack("<4s4xHHIIH", b"PK\x05\x06", 1, 1, len(entries), 0, 0)
    assert looked_at(entries[:0] + b"PK\x03\x04" + entries + end, "a.zip").objection == "BOMB"


def test_a_drawing_without_measure_is_none() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g/>" * (34 << 18) + b"</svg>"
    assert looked_at(drawing, "a.svg").objection == "OTHER_TYPE"


def test_a_table_may_not_be_what_an_attachment_may() -> None:
    assert looked_at(PNG, "照片", FileUse.TABLE) == Finding("照片", objection=Objection.UNKNOWN_TYPE)
    assert looked_at(b"a,b\n", "a.csv", FileUse.TABLE) == Finding("a.csv", "text/csv")


def test_a_name_without_an_ending_gains_that_of_its_content() -> None:
    assert looked_at(PNG, "照片") == Finding("照片.png", "image/png")


@given(st.binary(max_size=3000), st.sampled_from(["a.txt", "a.xlsx", "a.pdf", "a.svg", "a.xls", "a"]))
def test_whatever_is_handed_in_is_taken_or_refused(content: bytes, name: str) -> None:
    for head in (b"", b"PK\x03\x04", COMPOUND, b"<svg ", b"%PDF-", b"\xff\xfe"):
        found = looked_at(head + content, name)
        assert (found.media_type is None) == (found.objection is not None)


@given(st.data())
def test_damage_to_an_archive_is_no_defect(data: st.DataObject) -> None:
    content = bytearray(zipped(mimetype=b"application/vnd.oasis.opendocument.text", a__xml=b"<a/>" * 50))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    looked_at(bytes(content), "a.odt")


NAMES = [
    ("名单.xlsx", "名单.xlsx"),
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\张三\\名单.xlsx", "名单.xlsx"),
    ("/", "file"),
    ("..", "file"),
    ("", "file"),
    ("a\x00b\r\nc.txt", "abc.txt"),
    ("fdp.\u202excod.exe", "fdp.xcod.exe"),
    ('a"b;c.txt', "ab;c.txt"),
    ("con.txt", "_con.txt"),
    ("LPT1", "_LPT1"),
    ("名单.txt. . ", "名单.txt"),
    (".htaccess", "htaccess"),
    ("雨" * 500 + ".xlsx", "雨" * 195 + ".xlsx"),
    ("a." + "b" * 500, ("a." + "b" * 500)[:LONGEST_NAME]),
]


@pytest.mark.parametrize(("given_name", "cleaned"), NAMES)
def test_names_lose_what_is_more_than_a_name(given_name: str, cleaned: str) -> None:
    assert clean_name(given_name) == cleaned


@given(st.text(max_size=400))
def test_a_cleaned_name_is_harmless_and_stays_as_it_is(given_name: str) -> None:
    name = clean_name(given_name)
    assert 0 < len(name) <= LONGEST_NAME
    assert not FORBIDDEN.search(name)
    assert not set(name) & set('/\\:*?"<>|\r\n\x00')
    assert name not in (".", "..")
    assert clean_name(name) == name
    assert ending(name) == ending(name).lower()
