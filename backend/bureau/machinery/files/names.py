"""Names of files as people send them, made harmless: no folders, no control characters, no names of devices."""

import re

from bureau.kernel.text import FORBIDDEN, clean
from bureau.machinery.files.file import LONGEST_NAME

_FOLDERS = re.compile(r"[/\\]")
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
_LONGEST_ENDING = 10
UNNAMED = "file"


def clean_name(given: str) -> str:
    """The last part of whatever path was given, without what some system could take for more than a name."""
    name = FORBIDDEN.sub("", _FOLDERS.split(given.rstrip("/\\"))[-1])
    name = clean(_NOT_IN_NAMES.sub("", name).replace("\n", " ")).strip(" .")  # Windows drops dots at the end
    if _DEVICES.match(name):
        name = f"_{name}"
    stem, dot, end = name.rpartition(".")
    if dot and stem and len(end) <= _LONGEST_ENDING:
        return f"{stem[: LONGEST_NAME - len(end) - 1]}.{end}"
    return name[:LONGEST_NAME] or UNNAMED


def ending(name: str) -> str:
    """What stands after the last dot, in small letters; empty if there is none."""
    stem, dot, end = name.rpartition(".")
    return end.lower() if dot and stem else ""
