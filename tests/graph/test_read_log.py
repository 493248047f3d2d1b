"""The read log, from inside: whoever reads records of persons is noted, with what it takes to ask again."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from bureau.catalogue import Catalogue
from bureau.graph.gateway import Asked, Gateway
from bureau.graph.replay import replayed
from bureau.graph.schema import BureauSchema
from bureau.kernel.errors import CommandError
from bureau.kernel.narrowing import Narrowing
from bureau.main import opened
from bureau.storage.reads import AT_ONCE
from tests.support import databases, world
from tests.support.api import Api
from tests.support.journal import Journal
from tests.support.people import DIRECTOR, REGISTRAR, of_county
from tests.support.world import NOW, World, number_of

STUDENTS = """query Found($name: String!, $after: Date) {
  students(search: $name, filter: { person: { birthDate: { gte: $after } } }) { nodes { id person { name } } }
}"""
COLUMNS = (
    "at",
    "position",
    "account_id",
    "actor",
    "grants",
    "operation",
    "variables",
    "record",
    "language",
    "request_id",
)


async def noted(api: Api) -> list[dict[str, Any]]:
    """What the log has, the texts of the documents among it."""
    await api.services.read_log.write()
    rows = await api.services.store.database.readers.fetch(
        f"SELECT {', '.join(f'l.{name}' for name in COLUMNS)}, d.text, l.document FROM read_log l"
        " JOIN read_document d ON d.digest = l.document ORDER BY l.id"
    )
    reads = [dict(zip((*COLUMNS, "text", "document"), row, strict=True)) for row in map(tuple, rows)]
    for read in reads:
        read |= {"variables": orjson.loads(read["variables"]), "grants": orjson.loads(read["grants"])}
    return reads


async def new_in(api: Api, work: Any) -> list[dict[str, Any]]:
    """What the log has more when `work` is done."""
    before = len(await noted(api))
    await work
    return (await noted(api))[before:]


async def test_a_query_of_students_leaves_one_entry(api: Api, city: World) -> None:
    actor = of_county(city.east, "registrar", "integrator")
    before = len(await noted(api))
    reply = await api.as_(actor).in_("zh").ask(STUDENTS, name="王", after="2010-01-01")
    assert reply.data
    (read,) = (await noted(api))[before:]
    assert str(read.pop("at")).startswith(f"{NOW:%Y-%m-%d}")
    assert bytes(read.pop("document")) == hashlib.sha256(STUDENTS.encode()).digest()
    assert read == {
        "position": reply.body["extensions"]["position"],
        "account_id": 1,
        "actor": "tester",
        "grants": [["registrar", "COUNTY", city.east], ["integrator", "COUNTY", city.east]],
        "operation": "Found",
        "variables": {"name": "王", "after": "2010-01-01"},
        "record": None,
        "language": "zh",
        "request_id": "test",
        "text": STUDENTS,
    }


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("{ schools { nodes { name superior { name } } } }", 0),
        ("{ schools { nodes { name principal { name } } } }", 1),
        ("{ schools { nodes { studentsSummary(by: [GRADE]) { nodes { count } } } } }", 1),
        ('{ schools(filter: { principal: { name: { eq: "周校长" } } }) { totalCount } }', 1),
        ("{ students { totalCount } }", 1),
        ("{ students { totalCount } enrolments { totalCount } persons { totalCount } }", 1),
        ("{ students { totalCount } viewer { username } }", 1),
        ("{ viewer { username } catalogue { kinds { name } } }", 0),
        ('{ node(id: "Student:1") { id } }', 1),
        ('{ node(id: "School:1") { id } }', 0),
        ("{ __schema { queryType { name } } }", 0),
        ('{ students(after: "nothing") { totalCount } }', 0),
    ],
)
async def test_what_reads_of_persons_is_noted_and_nothing_else(api: Api, city: World, query: str, count: int) -> None:
    assert len(await new_in(api, api.ask(query))) == count


async def test_who_sees_nobody_leaves_nothing(nobody: Api, city: World) -> None:
    queries = ("{ students { totalCount nodes { person { name } } } }", "{ schools { nodes { principal { name } } } }")
    for query in queries:
        assert await new_in(nobody, nobody.ask(query)) == []
    assert await new_in(nobody, nobody.as_(DIRECTOR).ask("{ persons { nodes { name } } }")) == []


CREATE = """mutation New($input: CreatePersonInput!) { createPerson(input: $input) {
  person { id name documentNumber { mask } } errors { code } } }"""
INLINE = """mutation Made { createPerson(input: { name: "何平", sex: "1", birthDate: "1990-01-02", documentType: "1",
  documentNumber: "%s", phone: "13912345678" }) { person { id } errors { code } } }
query Count { students { totalCount } }"""


async def test_a_payload_is_noted_without_what_was_written(api: Api, city: World) -> None:
    given = {"name": "何安", "sex": "2", "birthDate": "1990-01-02", "documentType": "1", "phone": "13912345679"}
    number = number_of(NOW.date().replace(year=1990, month=1, day=2), "2", 7)
    (read,) = await new_in(api, api.ask(CREATE, input={**given, "documentNumber": number}))
    assert (read["operation"], read["variables"]) == ("New", {})
    assert read["text"] == CREATE
    (found,) = (await api.data("query($n: String!) { persons(search: $n) { nodes { id } } }", n="何安"))["persons"][
        "nodes"
    ]
    assert read["record"] == found["id"]


async def test_a_refused_write_is_no_read(api: Api, city: World) -> None:
    assert await new_in(api, api.ask(CREATE, input={"name": "", "documentNumber": "1"})) == []


async def test_what_a_mutation_has_in_its_text_is_not_kept(api: Api, city: World) -> None:
    number = number_of(NOW.date().replace(year=1990, month=1, day=2), "1", 8)
    for name in (None, "Count"):
        text = INLINE % number if name else INLINE.partition("query")[0] % number
        answered = api.gateway.answer(Asked(text, {}, name), api.context())
        (read,) = await new_in(api, answered)
        assert number not in read["text"]
        assert "13912345678" not in read["text"]
        assert 'documentNumber: "…"' in read["text"]
    for table in ("read_log", "read_document"):
        for row in await api.services.store.database.readers.fetch(f"SELECT * FROM {table}"):
            assert number not in str(tuple(row))


async def test_a_document_is_kept_once_and_whatever_stands_in_it(api: Api, city: World) -> None:
    text = "# \x00 mutation\n{ students(first: 1) { nodes { id } } }"
    reads = await new_in(api, _twice(api, text))
    assert [read["text"] for read in reads] == [text.replace("\x00", "\ufffd")] * 2
    reads = await new_in(api, _twice(api, text.replace("mutation", "")))
    digests = await api.services.store.database.readers.fetch("SELECT digest FROM read_document")
    assert len({bytes(row[0]) for row in digests}) == len(digests)


async def _twice(api: Api, text: str) -> None:
    for _ in range(2):
        assert (await api.ask(text)).data
        await api.services.read_log.write()


async def test_the_log_is_only_added_to(api: Api, city: World) -> None:
    await api.ask("{ students { totalCount } }")
    await noted(api)
    for change in ("UPDATE read_log SET actor = 'nobody'", "DELETE FROM read_log", "DELETE FROM read_document"):
        with pytest.raises(Exception, match="is only added to"):
            await Journal(api.services).run(change)


@pytest.fixture
async def narrow(server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema) -> AsyncIterator[Api]:
    """A bureau where three reads may wait to be logged."""
    async with databases.database(server, template) as name:
        settings = server.settings(name, max_unlogged_reads=3)
        async with opened(settings, parts) as services:
            await world.build(services)
            yield Api(services, schema, Gateway(schema, settings), REGISTRAR)


async def test_what_could_not_be_logged_is_not_read(narrow: Api) -> None:
    journal = Journal(narrow.services)
    await journal.run("ALTER TABLE read_log RENAME TO away")
    query = "{ students { totalCount } }"
    for _ in range(3):
        assert (await narrow.ask(query)).data
    for _ in range(2):
        reply = await narrow.ask(query)
        assert reply.codes == ["UNAVAILABLE"]
        assert reply.body["errors"][0]["extensions"]["retryable"] is True
    assert (await narrow.ask("{ schools { totalCount } }")).data
    payload = await narrow.ask(CREATE, input={"name": "何静", "sex": "2", "birthDate": "1990-01-02"})
    assert payload.codes == ["UNAVAILABLE"]
    assert await journal.number("SELECT count(*) FROM person WHERE name = '何静'") == 1, "the write itself stands"
    await journal.run("ALTER TABLE away RENAME TO read_log")
    assert len(await noted(narrow)) == 3
    assert (await narrow.ask(query)).data


async def test_many_reads_do_not_wait_for_their_time(
    server: databases.Server,
    template: str,
    parts: Catalogue,
    schema: BureauSchema,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bureau.storage.reads.EVERY_SECONDS", 3600)
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        async with opened(settings, parts) as services, asyncio.timeout(60):
            api = Api(services, schema, Gateway(schema, settings), REGISTRAR)
            for _ in range(AT_ONCE):
                await api.ask("{ students { totalCount } }")
            while True:
                if await Journal(services).number("SELECT count(*) FROM read_log"):
                    break
                await asyncio.sleep(0.01)


async def test_what_waits_is_written_at_the_end(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema
) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        async with opened(settings, parts) as services:
            api = Api(services, schema, Gateway(schema, settings), REGISTRAR)
            await api.ask("{ students { totalCount } }")
        async with opened(settings, parts) as services:
            assert await Journal(services).number("SELECT count(*) FROM read_log") == 1


REPLAYED = """query Of($name: String!, $grades: [String!]) {
  found: students(search: $name, filter: { grade: { in: $grades } }) {
    nodes { id grade { code } school { name } person { name address } }
  }
  viewer { username }
}"""


async def test_a_read_can_be_shown_again_exactly_as_it_was(api: Api, city: World) -> None:
    east = api.as_(of_county(city.east))
    shown = await east.data(REPLAYED, name="强", grades=["S3", "S2"])
    assert shown["found"]["nodes"]
    read = api.services.store.database.readers.fetch
    await api.services.read_log.write()
    entry = (await read("SELECT max(id) FROM read_log"))[0][0]
    pupil = f"Student:{city.students['赵强']}"
    gone = {"effectiveOn": "2026-10-12", "reason": "出国", "elsewhere": "德国"}
    assert (await api.write("sendAbroad", id=pupil, **gone))["errors"] == []
    assert (await api.write("updatePerson", id=f"Person:{city.persons['赵强']}", name="钱刚"))["errors"] == []
    assert (await east.data(REPLAYED, name="强", grades=["S3", "S2"]))["found"]["nodes"] == []
    again = orjson.loads(await replayed(api.services, entry))
    assert again == {"found": shown["found"]}


async def test_a_read_by_a_narrowed_token_is_shown_again_within_it(api: Api, city: World) -> None:
    fetch = api.services.store.database.readers.fetch
    ((token, kinds),) = await fetch("SELECT id, kinds FROM token WHERE name = 'Token of tester'")
    narrowing = Narrowing(kinds=frozenset(kinds.split()), reads_only=True)
    by_token = api.as_(of_county(city.east).by(token, narrowing))
    query = "{ students { nodes { number person { name } school { name } } } }"
    seen = await by_token.data(query)
    assert seen["students"]["nodes"]
    assert not any(pupil["person"] for pupil in seen["students"]["nodes"])
    await api.services.read_log.write()
    ((entry, number),) = await fetch("SELECT id, token_id FROM read_log ORDER BY id DESC LIMIT 1")
    assert number == token
    assert orjson.loads(await replayed(api.services, entry)) == seen


async def test_a_payload_is_shown_again_by_its_id_and_what_is_no_entry_is_refused(api: Api, city: World) -> None:
    pupil = f"Student:{city.students['李伟']}"
    await api.write("updateStudent", "student { id }", id=pupil, boarding="2")
    await api.services.read_log.write()
    entry = (await api.services.store.database.readers.fetch("SELECT max(id) FROM read_log"))[0][0]
    assert orjson.loads(await replayed(api.services, entry)) == {"record": pupil}
    with pytest.raises(CommandError):
        await replayed(api.services, entry + 1000)
