"""What follows from a write: once for all of its records, in its transaction, and what is refused there is not written."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.errors import Code, Refusal, fault
from bureau.kernel.event import Written, event, reaction
from bureau.machinery.imports.importer import Importer, Rejection
from bureau.machinery.imports.mapping import mapped, parse_map
from bureau.machinery.imports.tables import CsvTable
from bureau.registry.school import School, school
from bureau.registry.unit import Unit, unit
from bureau.storage.reactions import Reactions
from tests.support.api import Api
from tests.support.faults import said
from tests.support.world import World

Writes = Sequence[Written[Any]]


class Heard:
    """What two reactions heard: one to the writing of schools, one to that of any unit; it refuses what is named so."""

    def __init__(self) -> None:
        self.names: list[list[str]] = []
        self.void: list[str] = []
        self.units = 0
        self.refuses_all = False

    @property
    def reactions(self) -> Reactions:
        @event(school)
        def school_written(write: Written[School]) -> bool:
            """A school is written."""
            return write.changed("name")

        @event(unit)
        def unit_written(write: Written[Unit]) -> bool:
            """Any unit is written."""
            return True

        @reaction(school_written)
        async def listen(act: Any, writes: Writes) -> None:
            """Note what was written, and refuse what nobody wants."""
            if self.refuses_all:
                raise Refusal([fault(Code.CLOSED, "operation", kind=School.about.fields["operation"].words)])
            self.void += [write.record.name for write in writes if write.is_void]
            self.names.append([write.record.name for write in writes])
            for write in writes:
                if "不要" in write.record.name:
                    write.faults.append(fault(Code.NOT_OFFERED, "name"))

        @reaction(unit_written)
        async def count(act: Any, writes: Writes) -> None:
            """Count what was written."""
            self.units += len(writes)

        return Reactions([listen, count])


@pytest.fixture
def heard(services: Services, monkeypatch: pytest.MonkeyPatch) -> Heard:
    found = Heard()
    monkeypatch.setattr(services.store, "reactions", found.reactions)
    return found


def values(city: World, code: str, name: str) -> dict[str, Any]:
    return {"code": code, "name": name, "type": "211", "division": f"Division:{city.division}"}


async def written(services: Services, code: str) -> tuple[int, int]:
    """How many schools and how many entries of the journal there are of a code."""
    read = services.store.database.readers.fetch
    schools = await read("SELECT count(*) FROM unit WHERE code = $1", [code])
    entries = await read("SELECT count(*) FROM journal WHERE changes LIKE $1", [f"%{code}%"])
    return schools[0][0], entries[0][0]


async def test_what_a_reaction_refuses_is_not_written_at_all(api: Api, city: World, heard: Heard) -> None:
    refused = await api.write("createSchool", "school { id }", **values(city, "2151600001", "不要小学"))
    assert said(refused) == [("NOT_OFFERED", "name")]
    assert await written(api.services, "2151600001") == (0, 0)
    taken = await api.write("createSchool", "school { id }", **values(city, "2151600001", "要的小学"))
    assert said(taken) == []
    assert await written(api.services, "2151600001") == (1, 1)


async def test_a_change_a_void_and_nothing_new_are_told_apart(api: Api, city: World, heard: Heard) -> None:
    made = await api.write("createSchool", "school { id }", **values(city, "2151600002", "甲小学"))
    one = made["school"]["id"]
    for change in ({"shortName": "甲小"}, {"name": "甲小学"}, {"name": "乙小学"}):
        assert said(await api.write("updateSchool", id=one, **change)) == []
    assert heard.names == [["甲小学"], ["乙小学"]]
    assert heard.units == 3, "a change that changes nothing is none"
    assert said(await api.write("voidSchool", id=one, reason="误建")) == []
    assert heard.void == ["乙小学"]


async def imported(
    services: Services, path: Path, rows: Sequence[Sequence[str]]
) -> tuple[dict[str, int], list[Rejection]]:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["学校标识码", "名称", "办学类型", "所在区划"], *rows])
    table = CsvTable(path)
    paths, _ = mapped(school, table.headers, parse_map("code=学校标识码"))
    rejections: list[Rejection] = []
    report = await Importer(services.store, school, paths).run(table.rows(), rejections.append)
    return {fate.value: count for fate, count in report.fates.items()}, rejections


async def test_an_import_is_one_set_and_loses_the_rows_to_blame_alone(
    services: Services, city: World, heard: Heard, tmp_path: Path
) -> None:
    rows = [
        ["2151600011", "一小", "211", "510104"],
        ["2151600012", "不要二小", "211", "510104"],
        ["2151600013", "三小", "211", "510104"],
    ]
    fates, rejections = await imported(services, tmp_path / "schools.csv", rows)
    assert fates == {"created": 2, "rejected": 1}
    assert [(r.line, r.column, r.code) for r in rejections] == [(3, "名称", "NOT_OFFERED")]
    assert heard.names == [["一小", "不要二小", "三小"], ["一小", "三小"]], (
        "all at once; again without the one to blame"
    )


async def test_an_import_that_is_refused_as_a_whole_says_so_of_every_row(
    services: Services, city: World, heard: Heard, tmp_path: Path
) -> None:
    heard.refuses_all = True
    rows = [["2151600021", "四小", "211", "510104"], ["2151600022", "五小", "211", "510104"]]
    fates, rejections = await imported(services, tmp_path / "schools.csv", rows)
    assert fates == {"rejected": 2}
    assert {(r.line, r.code) for r in rejections} == {(2, "CLOSED"), (3, "CLOSED")}
    assert await written(services, "2151600021") == (0, 0)
