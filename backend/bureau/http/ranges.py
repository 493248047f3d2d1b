"""Parts of a file that a client asks for: Range and If-Range, for one range at a time."""

import re

_RANGE = re.compile(r"bytes=(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))", re.ASCII)


class Unsatisfiable(Exception):
    """A range that lies beyond the file."""


def asked(range_: str, if_range: str, size: int, etag: str) -> tuple[int, int] | None:
    """The bytes that are asked for, the end exclusive; None for all of them, raises Unsatisfiable for none.

    What is no single range of bytes is ignored, as HTTP allows, and so is one for another state of the file.
    """
    match = _RANGE.fullmatch(range_.strip())
    if not match or (if_range and if_range.strip() != etag):
        return None
    first, last, suffix = match.groups()
    if suffix is not None:
        start, end = max(0, size - int(suffix)), size
    else:
        start, end = int(first), min(size, int(last) + 1) if last else size
        if last and int(last) < start:
            return None
    if start >= end:
        raise Unsatisfiable
    return start, end
