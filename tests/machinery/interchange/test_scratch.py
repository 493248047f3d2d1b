"""The scratch database goes when it was read, and gives the rows of a sheet after those that they refer to."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bureau.catalogue import catalogue
from bureau.machinery.interchange.scratch import Scratch
from bureau.machinery.interchange.sheets import in_order, registry_profile, sheet
from bureau.registry.division import division

KINDS = catalogue().kinds
BY_RECORD = {kind.record: kind for kind in KINDS}


def test_nothing_stays_behind() -> None:
    with Scratch() as scratch:
        scratch.add("pupils", ("_line", "name"), [(1, "Ada"), (2, None)])
        folder = Path(scratch._folder)
        assert (folder.stat().st_mode & 0o077) == 0, "nobody else reads it"
        assert scratch.filled("pupils") == {"name": 1}
    assert not folder.exists()


def test_names_of_columns_may_be_anything() -> None:
    with Scratch() as scratch:
        scratch.add('a "b" c', ('x"; DROP TABLE y; --', ""), [("1", "2")])
        assert scratch.filled('a "b" c') == {'x"; DROP TABLE y; --': 1, "": 1}


@given(st.lists(st.integers(min_value=0, max_value=30), min_size=1, max_size=31), st.randoms())
def test_a_part_comes_after_its_whole(parents: list[int], random: object) -> None:
    """Row n belongs to row parents[n] where that is an earlier number, whatever the order in which they are written."""
    heads = [column.head for column in sheet(division, BY_RECORD.__getitem__)]
    rows = []
    for number, parent in enumerate(parents):
        values = {"id": f"Division:{number}", "code": f"c{number}", "parent": f"c{parent}" if parent < number else ""}
        rows.append([str(number), *(values.get(head, "") for head in heads)])
    random.shuffle(rows)  # type: ignore[attr-defined]
    (part,) = [p for p in registry_profile(KINDS, BY_RECORD.__getitem__).parts if p.kind == "division"]
    with Scratch() as scratch:
        scratch.add("division", ("_line", *heads), rows)
        seen: dict[str, int] = {}
        for row in scratch.rows(part.sql):
            assert not row["parent"] or seen[row["parent"]] < row["_wave"]
            seen[row["code"]] = row["_wave"]
        assert len(seen) == len(parents)


def test_kinds_come_after_those_that_they_refer_to() -> None:
    order = [kind.name for kind in in_order(KINDS)]
    for before, after in (
        ("person", "school"),
        ("office", "school"),
        ("teacher", "school_class"),
        ("student", "enrolment"),
    ):
        assert order.index(before) < order.index(after)
    assert order[-1] == "term", "what closes others is last"
