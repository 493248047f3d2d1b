"""Archives and workbooks are opened only after they were measured: what is packed may be far larger than it looks."""

import shutil
import tempfile
import weakref
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from bureau.machinery.imports.reading import Source, UnreadableFile

MOST_ENTRIES = 1_000
MOST_BYTES = 2 << 30
"""What an archive may hold when unpacked."""
MOST_RATIO = 200
"""How many times larger than packed it may be, beyond a size that harms nobody."""
_HARMLESS = 32 << 20
_BLOCK = 1 << 20
_DECLARES = b"<!DOCTYPE"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Of the others zipfile unpacks as much as there is in one go, however little is asked for."""


def entries(source: Source) -> list[str]:
    """The names of the files in an archive; raises UnreadableFile for one that is broken, or is more than it may be."""
    with source.open() as file, _opened(file) as archive:
        return [_name(info) for info in _files(archive)]


def unpacked(source: Source, names: list[str]) -> Iterator[Source]:
    """Files of an archive, each unpacked into a folder that lasts as long as they do."""
    folder = _Folder()
    spent = 0
    with source.open() as file, _opened(file) as archive:
        by_name = {_name(info): info for info in _files(archive)}
        for number, name in enumerate(names):
            path = folder.path / str(number)  # never by its own name, which may lead anywhere
            with path.open("wb") as out:
                for block in _blocks(archive, by_name[name]):
                    spent += len(block)
                    if spent > MOST_BYTES:
                        raise _too_large()
                    out.write(block)
            yield Source(path, name, kept=folder)


class _Folder:
    """A folder that goes when nobody needs it any more."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="bureau-import-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


def check_workbook(source: Source) -> None:
    """Raise UnreadableFile for a workbook that is a bomb, or whose XML declares types or hides them in UTF-16."""
    with source.open() as file, _opened(file) as archive:
        for info in _files(archive):
            is_xml = info.filename.endswith((".xml", ".rels"))
            end = b""
            for block in _blocks(archive, info):
                if is_xml and (_DECLARES in end + block or b"\x00" in block):
                    raise UnreadableFile("The workbook declares entities. 工作簿含有不允许的实体声明。")
                end = block[-len(_DECLARES) :]


def _opened(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise UnreadableFile(f"The archive is broken: {error}. 压缩包已损坏。") from error


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of an archive, measured by what it says of itself; `_blocks` holds it to that."""
    found = [info for info in archive.infolist() if not info.is_dir()]
    if len(found) > MOST_ENTRIES:
        raise UnreadableFile(f"The archive holds more than {MOST_ENTRIES} files. 压缩包内文件超过 {MOST_ENTRIES} 个。")
    total = sum(info.file_size for info in found)
    packed = sum(info.compress_size for info in found)
    if total > MOST_BYTES or (total > _HARMLESS and total > packed * MOST_RATIO):
        raise _too_large()
    if any(info.flag_bits & _ENCRYPTED for info in found):
        raise UnreadableFile("The archive is protected by a password. 压缩包已加密，请取消密码后重试。")
    if any(info.compress_type not in _METHODS for info in found):
        raise UnreadableFile(
            "Its method of compression is not read; use deflate. 不支持该压缩方法，请使用普通 zip 压缩。"
        )
    return found


def _blocks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """A file's bytes; zipfile ends at the size that was declared, and refuses what differs from its checksum."""
    try:
        with archive.open(info) as packed:
            while block := packed.read(_BLOCK):
                yield block
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise UnreadableFile(f"{_name(info)} is broken: {error}. 压缩包内文件已损坏：{_name(info)}。") from error


def _name(info: zipfile.ZipInfo) -> str:
    """A file's name; those packed on Chinese systems say nothing of their encoding, which is GB18030."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    raw = info.filename.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def is_clutter(name: str) -> bool:
    """Whether a file lies in archives for the sake of some system: `__MACOSX/._x`, `.DS_Store`, `Thumbs.db`."""
    path = PurePosixPath(name)
    return path.name.startswith((".", "~$")) or "__MACOSX" in path.parts or path.name == "Thumbs.db"


def _too_large() -> UnreadableFile:
    return UnreadableFile(
        f"Unpacked it is more than {MOST_BYTES >> 30} GiB, or {MOST_RATIO} times its size; it is not opened."
        f" 解压后超过 {MOST_BYTES >> 30} GiB 或压缩比超过 {MOST_RATIO} 倍，已拒绝打开。"
    )
