"""A whole registry leaves in one archive and comes back the same in an empty database."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bureau.areas.funds.award import AidAward
from bureau.catalogue import Catalogue
from bureau.commands.exporting import export_delivery, export_file
from bureau.commands.said import held
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.errors import CommandError
from bureau.kernel.text import snake
from bureau.machinery.demo.areas import fill
from bureau.machinery.demo.city import DemoCity
from bureau.main import opened
from bureau.registry.student import Student
from bureau.storage.transaction import Transaction
from tests.machinery.interchange.conftest import delivered
from tests.support import databases
from tests.support.api import Api
from tests.support.invariants import assert_carried
from tests.support.people import REGISTRAR

Sheets = dict[str, dict[str, dict[str, str]]]
"""By kind, by id."""


@pytest.fixture
async def bureaus(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema
) -> AsyncIterator[tuple[Services, Services]]:
    """A small demo city, and an empty bureau of the same rules."""
    async with databases.database(server, template) as full, databases.database(server, template) as empty:
        async with opened(server.settings(full), parts) as one, opened(server.settings(empty), parts) as other:
            await DemoCity(one.store, one.store.database.settings.city, 12, 150, 1).build(lambda line: None)
            await fill(one.store, parts.demos, one.store.database.settings.city, 1, lambda line: None)
            await live(Api(one, schema, Gateway(schema, one.store.database.settings)).as_(REGISTRAR))
            yield one, other


async def live(api: Api) -> None:
    """Let happen what only comes with time: a school with a new code, a pupil who leaves and whose aid is stopped."""
    school = (await api.data('{ schools(first: 1, filter: { type: { eq: "211" } }) { nodes { id } } }'))["schools"]
    code = {"id": school["nodes"][0]["id"], "code": "2151777777", "type": "211", "effectiveOn": "2026-10-01"}
    assert not (await api.write("changeSchoolCode", **code))["errors"]
    store = api.services.store

    async def leave(tx: Transaction) -> None:
        award = await AidAward.filter(state="GRANTED").order_by("-school_year").first()
        pupil = await Student.get(id=award.student_id)  # type: ignore[union-attr]
        await store.change(tx, store.kind_of(Student), pupil, {"status": "ABROAD"}, verb="leave")

    await store.database.transaction(leave)
    awards = (await api.data("{ aidAwards(filter: { state: { eq: STOPPED } }) { totalCount } }"))["aidAwards"]
    assert awards["totalCount"] > 0


async def exported(services: Services, path: Path, clear: str = "") -> Path:
    with path.open("wb") as out:
        await export_delivery(services, "registry", out, clear)
    return path


def sheets(path: Path) -> Sheets:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name != "manifest.csv"]
        texts = {name.removesuffix(".csv"): archive.read(name).decode() for name in names}
    return {name: {row["id"]: row for row in csv.DictReader(io.StringIO(text))} for name, text in texts.items()}


def without_ids(of: Sheets) -> dict[str, Counter[Any]]:
    """The rows of each sheet, each id replaced by the record that it leads to."""

    def record(kind: str, identity: str) -> tuple[Any, ...]:
        row = of[kind][identity]
        return tuple((c, linked(v) if c.endswith(".id") else v) for c, v in row.items() if c != "id")

    def linked(identity: str) -> Any:
        return record(snake(identity.partition(":")[0]), identity) if identity else None

    return {kind: Counter(record(kind, identity) for identity in rows) for kind, rows in of.items()}


async def derived(services: Services, kind: str) -> list[str]:
    out = io.BytesIO()
    await export_file(services, kind, out)
    return sorted(out.getvalue().decode().splitlines())


async def test_what_comes_back_is_what_left(bureaus: tuple[Services, Services], tmp_path: Path) -> None:
    one, other = bureaus
    path = await exported(one, tmp_path / "clear.zip", clear="move to a new server")
    said = await delivered(other, "registry", path)
    assert [line for line in said if not line.endswith(" 0 rejected")] == []
    before, after = sheets(path), sheets(await exported(other, tmp_path / "again.zip", clear="comparison"))
    assert before["guardianship"], "there is something to compare"
    assert before["term"]["Term:1"]["status"] != before["term"]["Term:4"]["status"], "a term is closed"
    assert without_ids(before) == without_ids(after)
    for kind in held(one):
        if kind.derived:
            assert await derived(one, kind.name) == await derived(other, kind.name)
    await assert_carried(other)
    again = await delivered(other, "registry", path)
    assert all(" 0 created, 0 updated, " in line for line in again), "a second delivery changes nothing"


async def test_masks_are_not_taken_for_values(bureaus: tuple[Services, Services], tmp_path: Path) -> None:
    one, other = bureaus
    path = await exported(one, tmp_path / "masked.zip")
    assert all(set(row["documentNumber"][:-2]) <= {"*"} for row in sheets(path)["person"].values())
    said = await delivered(other, "registry", path)
    assert any("person.documentNumber" in line and "MASKED_VALUE" in line for line in said)
    rows = await other.store.database.readers.fetch(
        "SELECT count(*) FROM person WHERE document_number_mask IS NOT NULL"
    )
    assert rows[0][0] == 0


async def test_clear_values_leave_a_trail_before_they_leave(bureaus: tuple[Services, Services], tmp_path: Path) -> None:
    one, _ = bureaus
    sql = "SELECT verb, reason FROM journal WHERE verb = 'export_clear'"
    await exported(one, tmp_path / "masked.zip")
    assert list(await one.store.database.readers.fetch(sql)) == []
    await exported(one, tmp_path / "clear.zip", clear="move to a new server")
    assert [tuple(row) for row in await one.store.database.readers.fetch(sql)] == [
        ("export_clear", "move to a new server")
    ]


async def test_accounts_and_rights_stay_here(bureaus: tuple[Services, Services], tmp_path: Path) -> None:
    one, _ = bureaus
    kinds = set(sheets(await exported(one, tmp_path / "masked.zip")))
    assert kinds & {"account", "role_grant", "token", "stored_document", "import_mapping"} == set()
    assert {"person", "student", "school", "aid_award"} <= kinds


async def test_another_archive_is_refused(bureaus: tuple[Services, Services], tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.csv", "property,value\nformat,something\n")
        archive.writestr("person.csv", "id,name\nPerson:1,张三\n")
    with pytest.raises(CommandError):
        await delivered(bureaus[1], "registry", path)
