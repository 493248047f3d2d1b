"""The types of files that are taken, each with the endings of its names and what it may be used for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from bureau.kernel.shipped import shipped_rows
from bureau.machinery.files.file import FileUse
from bureau.machinery.files.names import ending


@dataclass(frozen=True, slots=True)
class FileType:
    """One type that is taken."""

    media_type: str
    endings: tuple[str, ...]
    """Of these the first is the usual one."""
    uses: frozenset[FileUse]


@cache
def taken(use: FileUse) -> Mapping[str, FileType]:
    """The types that are taken for a use, by each of their endings."""
    return {end: type_ for type_ in _types() if use in type_.uses for end in type_.endings}


def may_be_named(name: str, use: FileUse) -> bool:
    """Whether a name can be that of a file for this use; one without an ending can, and gains one by its content."""
    return ending(name) in ("", *taken(use))


@cache
def _types() -> tuple[FileType, ...]:
    return tuple(
        FileType(
            row["media_type"], tuple(row["endings"].split()), frozenset(FileUse[use] for use in row["uses"].split())
        )
        for row in shipped_rows("bureau.machinery.files", "types.csv")
    )


PROGRAMS = frozenset({
    "exe", "dll", "scr", "com", "sys", "ocx", "cpl", "msi", "bat", "cmd", "ps1", "vbs",
    "js", "jse", "wsf", "hta", "lnk", "jar", "class", "elf", "appimage", "sh", "py", "apk",
    "dex", "html", "htm", "xhtml", "mht", "chm", "docm", "xlsm", "xlsb", "pptm", "xla", "swf",
})  # fmt: skip
"""Endings of what runs when it is opened, or shows pages that run scripts."""
