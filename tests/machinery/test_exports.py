"""Exports: what the actor's lists would show, in every format, and read back as it was."""

import asyncio
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bureau.commands.exporting import export_file
from bureau.engine.selection import Given
from bureau.engine.tree import How
from bureau.graph.arguments import given_filter
from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.errors import ArgumentInvalid, CommandError, LimitExceeded, NotAllowed
from bureau.kernel.guards import FORMULA, guarded, unguarded
from bureau.kernel.kind import Kind
from bureau.kernel.text import FORBIDDEN
from bureau.machinery.imports.columns import Heads, chosen_columns
from bureau.machinery.imports.exporter import Export, Exporter
from bureau.machinery.imports.importer import Fate, Importer, Rejection
from bureau.machinery.imports.long_sheets import LongSheets
from bureau.machinery.imports.mapping import known_headers, mapped
from bureau.machinery.imports.tables import open_table
from bureau.machinery.sheets import LONGEST_CELL
from bureau.registry.enrolment import enrolment
from bureau.registry.person import person
from bureau.registry.school import school
from bureau.registry.student import student
from tests.support.api import Api
from tests.support.people import DIRECTOR, REGISTRAR, of_county, of_school
from tests.support.sheets import read_xlsx
from tests.support.world import SCHOOLS, STUDENTS, World

FORMATS = ("csv", "xlsx", "jsonl")


def exporter(
    services: Services,
    kind: Kind,
    columns: Sequence[str] = (),
    actor: Actor = REGISTRAR,
    filter_: str = "",
    form: Heads = "api",
    **arguments: str,
) -> Exporter:
    asked: dict[str, Any] = {name: Given(value) for name, value in arguments.items()}
    variables = {}
    if filter_:
        asked["filter"], variables["filter"] = given_filter(services.schema().graphql, kind, filter_)
    export = Export(kind, chosen_columns(kind, columns), asked, variables, actor, form)
    return Exporter(services.engine, services.store.database.settings, export)


async def content(export: Exporter, format_: str) -> bytes:
    if format_ == "xlsx":
        out = BytesIO()
        await export.xlsx(out)
        return out.getvalue()
    pieces = [piece async for piece in (export.csv() if format_ == "csv" else export.jsonl())]
    return b"".join(pieces)


async def rows(export: Exporter, format_: str = "csv") -> list[list[str]]:
    """What another reads of it, all sheets of it being one."""
    table = open_table(await content(export, format_), f"export.{format_}")
    return [list(row.cells.values()) for row in table.rows()]


async def names(services: Services, kind: Kind, column: str, **options: Any) -> list[str]:
    return [row[0] for row in await rows(exporter(services, kind, [column], **options))]


@pytest.mark.parametrize("kind", [school, student, enrolment, person], ids=lambda kind: kind.name)
async def test_all_formats_hold_the_same(services: Services, city: World, kind: Kind) -> None:
    found = [await rows(exporter(services, kind), format_) for format_ in FORMATS]
    assert found[0] == found[1] == found[2]
    assert len(found[0]) >= 5


async def test_an_export_has_the_rows_that_the_actors_list_has(services: Services, nobody: Api, city: World) -> None:
    for actor in (REGISTRAR, DIRECTOR, of_county(city.east), of_county(city.west), of_school(city.schools["东城小学"])):
        for kind, column, path in (
            (school, "code", "code"),
            (student, "person.name", "person { name }"),
            (enrolment, "student.person.name", "student { person { name } }"),
        ):
            data = await nobody.as_(actor).data(f"{{ {kind.plural}(first: 100) {{ nodes {{ {path} }} }} }}")
            wanted = [value_of(node) for node in data[kind.plural]["nodes"]]
            assert await names(services, kind, column, actor=actor) == wanted
    assert await names(services, student, "person.name", actor=of_county(city.west)) == [
        name for name, (place, *_) in STUDENTS.items() if place.startswith("西城")
    ]


def value_of(node: Any) -> Any:
    while isinstance(node, dict):
        (node,) = node.values()
    return node


async def test_who_may_read_no_record_of_a_kind_exports_none(services: Services, city: World) -> None:
    assert await names(services, student, "grade", actor=ANONYMOUS) == []
    assert await names(services, person, "name", actor=of_county(city.east)) == []


async def test_sealed_values_leave_as_masks(services: Services, city: World) -> None:
    columns = ["nationalNumber", "person.documentNumber", "person"]
    found = await rows(exporter(services, student, columns))
    assert len(found) == len(STUDENTS)
    assert all(cell.startswith("*") and len(cell.strip("*")) <= 2 for row in found for cell in row)


async def test_what_the_actor_may_not_read_stays_empty_and_is_told(services: Services, city: World) -> None:
    columns = ["person.name", "person.address"]
    shown = exporter(services, student, columns, of_county(city.east))
    assert shown.hidden == []
    assert ["曾晓明", "曾晓明住处"] in await rows(shown)
    director = exporter(services, student, columns, DIRECTOR)
    assert director.hidden == ["person.address"]
    assert {row[1] for row in await rows(director)} == {""}
    sifted = Export(student, (), {"filter": {"person": {"address": {"eq": Given("曾晓明住处")}}}}, actor=DIRECTOR)
    with pytest.raises(NotAllowed):
        Exporter(services.engine, services.store.database.settings, sifted)


async def test_filter_search_and_order_are_those_of_the_list(services: Services, city: World) -> None:
    primary = '{"type": {"eq": "211"}, "division": {"code": {"in": ["510104", "510105"]}}}'
    assert await names(services, school, "name", filter_=primary) == ["东城小学", "西城小学"]
    assert await names(services, school, "name", filter_=primary, orderBy="CODE_DESC") == ["西城小学", "东城小学"]
    assert await names(services, school, "name", search="实验") == ["成都市实验中学"]
    for wrong in ("{", '{"nothing": 1}', '{"type": 3}', "[]"):
        with pytest.raises(CommandError, match="The filter"):
            exporter(services, school, filter_=wrong)


async def test_columns_reach_over_relations(services: Services, city: World) -> None:
    columns = ["id", "name", "type", "type.label", "division.name", "superior", "principal.name", "superior.id"]
    (row,) = await rows(exporter(services, school, columns, filter_='{"name": {"eq": "东城小学"}}'))
    assert row == [
        f"School:{city.schools['东城小学']}",
        "东城小学",
        "211",
        "小学",
        "锦江区",
        "510104",
        "周校长",
        f"Unit:{city.east}",
    ]


@pytest.mark.parametrize(
    "wrong", ["nothing", "name.label", "division.nothing", "salt", "person.salt", "type.name", "id.id", "type.from"]
)
def test_a_column_that_is_not_there_is_refused(services: Services, wrong: str) -> None:
    kind = student if wrong.startswith("person") else person if wrong == "salt" else school
    with pytest.raises((CommandError, ArgumentInvalid), match="no column"):
        exporter(services, kind, [wrong])


def test_a_column_is_named_once(services: Services) -> None:
    with pytest.raises(CommandError, match="named twice"):
        exporter(services, school, ["name", "operation", "operation.from"])


async def test_headers_are_in_the_language_asked_or_in_both(services: Services, city: World) -> None:
    columns = ["name", "type.label", "operation", "division.name"]
    assert exporter(services, school, columns).heads == [
        "name", "type.label", "operation.from", "operation.until", "division.name",
    ]  # fmt: skip
    assert exporter(services, school, columns, form="zh").heads == [
        "名称", "办学类型.名称", "运行期间.起", "运行期间.止", "所在区划.名称",
    ]  # fmt: skip
    assert exporter(services, school, columns, form="both").heads[2] == "运行期间.起 In operation.from"
    for format_ in FORMATS:
        table = open_table(await content(exporter(services, school, columns, form="en"), format_), "x")
        assert table.headers[0] == "Name"


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("form", ["api", "zh", "en", "both"])
async def test_what_is_exported_is_imported_unchanged(
    services: Services, city: World, format_: str, form: Heads
) -> None:
    for kind in (school, enrolment):
        file = await content(exporter(services, kind, form=form), format_)
        table = open_table(file, "x", known=known_headers(kind))
        paths, unused = mapped(kind, table.headers, {})
        rejections: list[Rejection] = []
        report = await Importer(services.store, kind, paths).run(table.rows(), rejections.append)
        assert (unused, rejections) == ([], [])
        assert set(report.fates) == {Fate.UNCHANGED}
        assert report.rows >= len(SCHOOLS)


NASTY = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40),
    st.text(f"{FORMULA}'\"\\,;\t\r\n |#_x0041_ aé中𠮷", min_size=1, max_size=12),
).filter(lambda text: not FORBIDDEN.search(text) and text.strip() != "")


@given(NASTY)
@example("=1+1")
@example("'=1+1")
@example("＝1")
@example("\\.")
@example('"')
@example("#N/A")
@example(" 两端空格 ")
@example("_x000D_")
@example("'5")
async def test_any_text_is_read_back_as_it_was(services: Services, city: World, text: str) -> None:
    async def write(tx: Any) -> None:
        await tx.fetch("UPDATE unit SET address = $2 WHERE id = $1", city.schools["东城小学"], text)

    await services.store.database.transaction(write)
    for format_ in FORMATS:
        export = exporter(services, school, ["code", "address"], filter_='{"name": {"eq": "东城小学"}}')
        table = open_table(await content(export, format_), "x", known=known_headers(school))
        assert [row.cells["address"] for row in table.rows()] == [text], format_


@given(NASTY)
def test_a_guard_is_taken_off_where_it_was_put_on(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[0] not in FORMULA


async def test_cells_of_csv_are_guarded_and_those_of_xlsx_are_texts(services: Services, city: World) -> None:
    for text in [f"{sign}1" for sign in FORMULA]:

        async def write(tx: Any, text: str = text) -> None:
            await tx.fetch("UPDATE unit SET address = $2 WHERE id = $1", city.schools["东城小学"], text)

        await services.store.database.transaction(write)
        export = exporter(services, school, ["address"], filter_='{"name": {"eq": "东城小学"}}')
        assert f"'{text}".encode() in await content(export, "csv")
        sheet = read_xlsx(await content(export, "xlsx"))
        assert sheet.formulas == frozenset()


async def test_json_lines_have_types(services: Services, city: World) -> None:
    columns = ["name", "impersonal", "registeredAt"]
    kind = next(kind for kind in services.kinds if kind.name == "stored_document")
    (line,) = (await content(exporter(services, kind, columns), "jsonl")).splitlines()
    assert orjson.loads(line) == {
        "name": "names-of-schools",
        "impersonal": False,
        "registeredAt": "2026-10-12T02:00:00Z",
    }
    first = orjson.loads((await content(exporter(services, school), "jsonl")).splitlines()[0])
    assert first["creditCode"] is None


def test_what_does_not_fit_on_one_sheet_goes_on_to_the_next() -> None:
    out = BytesIO()
    hows = (How.NUMBER, How.SCALED, How.DATE, How.BOOLEAN)
    with LongSheets(out, "学校" * 20, ["n", "d", "日", "b"], most_rows=3) as sheets:
        for number in range(5):
            sheets.write([str(number), "-1.50", "2015-07-09", "true"], hows)
        sheets.write([None, "12345678901234567.89", "1899-12-31", None], hows)
    found = [
        [list(row.cells.values()) for row in open_table(out.getvalue(), "x", sheet=str(n)).rows()] for n in (1, 2, 3)
    ]
    same = ["-1.5", "2015-07-09", "true"]
    assert found == [
        [["0", *same], ["1", *same]],
        [["2", *same], ["3", *same]],
        [["4", *same], ["", "12345678901234567.89", "1899-12-31", ""]],
    ]
    sheet = read_xlsx(out.getvalue())
    assert {"A2", "B2", "C2"} <= sheet.numbers, "numbers and days are such, no texts"


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(LimitExceeded), LongSheets(BytesIO(), "x", ["a"]) as sheets:
        sheets.write(["x" * (LONGEST_CELL + 1)], (How.TEXT,))


async def test_an_export_that_is_given_up_leaves_no_connection(services: Services, city: World) -> None:
    pieces = exporter(services, student).csv()
    assert (await anext(pieces)).startswith(b"number,")
    await anext(pieces)
    await pieces.aclose()
    if services.store.database.dialect == "postgres":
        query = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE application_name = 'bureau-export' AND datname = current_database()"
        )
        async with asyncio.timeout(60):  # the server notices on its own time that nobody listens any more
            while (await services.store.database.readers.fetch(query))[0][0]:  # noqa: ASYNC110 (nothing tells of it)
                await asyncio.sleep(0.02)


async def test_the_read_log_has_what_was_asked(services: Services, city: World) -> None:
    out = BytesIO()
    await export_file(services, "student", out, columns=["grade"], filter_='{"grade": {"eq": "P1"}}', order="ID_DESC")
    assert out.getvalue() == b"grade\nP1\nP1\n"
    await services.read_log.write()
    query = (
        "SELECT variables FROM read_log JOIN read_document ON digest = document WHERE text = 'bureau export student'"
    )
    ((variables,),) = await services.store.database.readers.fetch(query)
    assert orjson.loads(variables) == {
        "format": "csv",
        "columns": ["grade"],
        "filter": '{"grade": {"eq": "P1"}}',
        "order": "ID_DESC",
    }
    with pytest.raises(CommandError, match="No order “grade”; there are ID_ASC"):
        await export_file(services, "student", out, order="grade")
