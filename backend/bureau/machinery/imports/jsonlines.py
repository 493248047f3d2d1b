"""JSON lines: one object on each line, its keys the headers."""

from collections.abc import Iterator
from typing import Any

import orjson

from bureau.kernel.words import Words
from bureau.machinery.imports.encodings import encoding_of
from bureau.machinery.imports.reading import Merged, RawRow, Source, UnreadableFile
from bureau.machinery.imports.typed import text_of

_LONGEST_LINE = 16 << 20
_LIST = Words("a list stands where one value belongs.", "此处应为单个值，不能是列表。")


class JsonLines:
    """A file of JSON lines; the first row that it gives are its keys, in the order in which they appear."""

    merged: tuple[Merged, ...] = ()
    headed = True
    form = Words("JSON lines", "JSON 行")

    def __init__(self, source: Source) -> None:
        if encoding_of(source).name != "utf-8-sig":
            raise UnreadableFile("JSON is written in UTF-8. JSON 文件应使用 UTF-8 编码。")
        self._source = source
        self._keys = list(dict.fromkeys(key for _, values in self._objects() for key in values))

    def rows(self) -> Iterator[RawRow]:
        """The keys, then the values of each line; raises UnreadableFile for a line that is no object."""
        yield RawRow(0, self._keys)
        for line, values in self._objects():
            cells = [text_of(values.get(key)) for key in self._keys]
            broken = {n: _LIST for n, key in enumerate(self._keys) if isinstance(values.get(key), list)}
            yield RawRow(line, cells, broken)

    def _objects(self) -> Iterator[tuple[int, dict[str, Any]]]:
        with self._source.open() as file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST_LINE + 1), b""), 1):
                if len(line) > _LONGEST_LINE:
                    raise UnreadableFile(f"Line {number} is too long. 第 {number} 行过长。")
                text = line.removeprefix(b"\xef\xbb\xbf").strip()
                if text:
                    yield number, _flat(_object(number, text))


def _object(number: int, text: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise UnreadableFile(f"Line {number} is no JSON: {error}. 第 {number} 行不是有效的 JSON。") from error
    if not isinstance(found, dict):
        raise UnreadableFile(f"Line {number} holds no object. 第 {number} 行不是 JSON 对象。")
    return found


def _flat(values: dict[str, Any], before: str = "") -> dict[str, Any]:
    """An object's values by path: `{"person": {"name": …}}` has `person.name`."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, dict):
            found |= _flat(value, f"{before}{key}.")
        else:
            found[f"{before}{key}"] = value
    return found
