"""What is declared of a format is true: every field that a part fills has a column it comes from, and the other way."""

import pytest

from bureau.catalogue import Catalogue
from bureau.machinery.imports.mapping import paths
from bureau.machinery.interchange.edfi import _COLUMNS
from bureau.machinery.interchange.profiles import Profile, notes, profile
from bureau.machinery.interchange.scratch import Scratch

NAMES = ("nias2", "edfi", "oneroster")
CONSTANT = {"status", "is_main", "category", "superior", "is_legal_guardian", "may_decide", "may_see", "may_collect"}
"""What a part may fill without a column: what holds for every row of it, and what follows from its place."""


def shaped(scratch: Scratch, of: Profile) -> Scratch:
    scratch.add("node", _COLUMNS, ())
    for file, columns in of.files.items():
        scratch.add(file, ("_line", *columns), ())
    scratch.add("_bureau", ("code",), ())
    scratch.run(of.shape)
    return scratch


@pytest.mark.parametrize("name", NAMES)
def test_parts_fill_what_the_columns_say(name: str, parts: Catalogue) -> None:
    of = profile(name)
    with Scratch() as empty:
        scratch = shaped(empty, of)
        filled = {(part.kind, path.removesuffix("?")) for part in of.parts for path in scratch.columns(part.sql)}
    declared = {(column.kind, column.path) for column in of.columns if column.is_carried}
    assert {(kind, path) for kind, path in declared - filled if not path.startswith("_")} == set()
    assert {path for _, path in filled - declared if not path.startswith("_")} <= CONSTANT
    for kind, path in filled:
        assert path.startswith("_") or path in dict(paths(parts.kind(kind))), f"{kind}.{path}"


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_carried_says_why(name: str) -> None:
    assert [c for c in profile(name).columns if not c.is_carried and not notes().get(c.note)] == []
    assert [left for left in profile(name).left if not all(left.why)] == []
