"""Deliveries of Ed-Fi XML: an interchange, or a zip of several, read by element into a table of their values."""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

from lxml import etree

from bureau.machinery.imports.archives import entries, is_clutter, unpacked
from bureau.machinery.imports.reading import Source, UnreadableFile
from bureau.machinery.interchange.intake import Delivery
from bureau.machinery.interchange.profiles import Profile
from bureau.machinery.interchange.scratch import Scratch

_COLUMNS = ("element", "row", "line", "path", "place", "text")
_ZIP = b"PK\x03\x04"
_SPACE = "http://ed-fi.org/"
_ATTRIBUTES = ("id", "ref")
"""What refers from one element of an interchange to another."""

Node = tuple[str, int, int, str, int, str]
"""The element it stands in, that element's number and line, the path within it, a number shared by the values of one
part (the lines of one address), and the text.
"""


def read_edfi(profile: Profile, path: Path, scratch: Scratch) -> Delivery:
    """Read a delivery; raises UnreadableFile for what is no Ed-Fi, or declares types or entities."""
    scratch.add("node", _COLUMNS, _nodes(path))
    scratch.run("CREATE INDEX node_path ON node (element, path); CREATE INDEX node_row ON node (row, path);")
    sql = "SELECT element, path, count(*) AS filled FROM node GROUP BY element, path ORDER BY min(row), min(rowid)"
    filled = {(row["element"], row["path"]): row["filled"] for row in scratch.rows(sql)}
    return Delivery(profile, profile.name, scratch, filled)


def _nodes(path: Path) -> Iterator[Node]:
    numbers = count(1)
    for source in _sources(path):
        with source.open() as file:
            yield from _nodes_of(file, source.name, numbers)


def _sources(path: Path) -> Iterable[Source]:
    source = Source(path, path.name)
    if not source.head(4).startswith(_ZIP):
        return [source]
    return unpacked(source, [name for name in entries(source) if not is_clutter(name)])


def _nodes_of(file: BinaryIO, name: str, numbers: Iterator[int]) -> Iterator[Node]:
    """The values of one interchange; memory holds one of its elements, and nothing is fetched or expanded."""
    depth = 0
    try:
        events = etree.iterparse(
            file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        for event, element in events:
            if event == "start":
                depth += 1
                if depth == 1:
                    _refuse_strangers(element, name)
                continue
            depth -= 1
            if depth == 1:
                yield from _values(element, next(numbers))
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise UnreadableFile(f"{name} is broken: {error}. XML 文件已损坏：{name}。") from error


def _refuse_strangers(root: Any, name: str) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(f"{name} declares types or entities. {name} 含有不允许的类型或实体声明。")
    tag = etree.QName(root)
    if not (tag.localname.startswith("Interchange") and (tag.namespace or "").startswith(_SPACE)):
        raise UnreadableFile(f"{name} is no interchange of Ed-Fi. {name} 不是 Ed-Fi 交换文件。")


def _values(element: Any, number: int) -> Iterator[Node]:
    """The values in one element of an interchange, each with its path."""
    name, line = etree.QName(element).localname, element.sourceline or 0
    places = count(1)

    def below(node: Any, path: str, place: int) -> Iterator[Node]:
        for attribute in _ATTRIBUTES:
            if value := node.get(attribute):
                yield name, number, line, f"{path}@{attribute}", place, value
        if text := (node.text or "").strip():
            yield name, number, line, path, place, text
        for child in node.iterchildren(tag=etree.Element):
            inner = f"{path}/{etree.QName(child).localname}" if path else etree.QName(child).localname
            yield from below(child, inner, next(places) if len(child) else place)

    yield from below(element, "", 0)
