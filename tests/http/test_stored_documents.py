"""Stored documents: one who may store them does, others ask by their ids and addresses, and nobody sees more by that."""

import asyncio
import csv
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import httpx
import pytest

from bureau.access.documents import FOLDER, shipped
from bureau.catalogue import Catalogue
from bureau.commands.exporting import export_file
from bureau.commands.importing import import_file
from bureau.commands.serving import _ready_to_serve
from bureau.graph.gateway import Asked, Gateway
from bureau.graph.schema import BureauSchema
from bureau.graph.stored import check_shipped
from bureau.graph.subscriptions import Subscription
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.errors import CommandError, StoredOnly
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.live import PASSWORD, Live, browser, listening
from tests.support.people import DIRECTOR, of_city, of_county
from tests.support.sheets import read_xlsx
from tests.support.stored import SIGN_IN, WORDS, Clients, sha256, signed_in, store
from tests.support.world import World

VOID = "mutation($i: VoidInput!) { voidStoredDocument(input: $i) { errors { code } } }"
TEXT = """# Pupils by school, kept as it was written:\ttabs,  spaces and all.
query Pupils($first: Int = 100) {
  schools(first: $first, orderBy: CODE_ASC) { nodes { code name studentsSummary(by: [GRADE]) { totalCount nodes { count } } } }
}
"""


@pytest.fixture(scope="module")
def clients(live: Live) -> Iterator[Clients]:
    with signed_in(live, "operator", "registrar", "county") as found:
        yield found


def named(client: httpx.Client, text: str, **body: Any) -> Any:
    return client.post("/graphql", json={"documentId": f"sha256:{sha256(text)}", **body}).json()


def codes(reply: Any) -> list[str]:
    return [error["extensions"]["code"] for error in reply["errors"]]


def test_one_stores_a_document_and_another_uses_it_in_every_way(live: Live, clients: Clients) -> None:
    stored = store(clients["operator"], "pupils-of-schools", TEXT)
    assert stored["errors"] == []
    assert stored["storedDocument"]["sha256"] == sha256(TEXT), "not a blank of the text was changed"
    assert stored["storedDocument"]["registeredBy"] == "operator"

    for username, schools in (("registrar", 5), ("county", 2), ("", 0)):
        client = clients[username]
        by_text = client.post("/graphql", json={"query": TEXT, "variables": {"first": 50}}).json()["data"]
        assert len(by_text["schools"]["nodes"]) == schools
        assert named(client, TEXT, variables={"first": 50})["data"] == by_text
        hash_ = {"persistedQuery": {"version": 1, "sha256Hash": sha256(TEXT)}}
        assert client.post("/graphql", json={"extensions": hash_, "variables": {"first": 50}}).json()["data"] == by_text
        got = client.get("/graphql", params={"documentId": f"sha256:{sha256(TEXT)}", "variables": '{"first": 50}'})
        assert got.json()["data"] == by_text
        assert client.get("/q/pupils-of-schools.json?first=50").json()["data"] == by_text

        table = client.get("/q/pupils-of-schools.csv?first=50")
        assert table.content.startswith(
            "\ufeffcode,name,studentsSummary.totalCount,studentsSummary.nodes.count".encode()
        )
        lines = table.content.decode("utf-8-sig").splitlines()[1:]
        assert [line.split(",")[1] for line in lines] == [n["name"] for n in by_text["schools"]["nodes"]]
        sheet = read_xlsx(client.get("/q/pupils-of-schools.xlsx?first=50").content)
        assert sheet.row(1) == ["code", "name", "studentsSummary.totalCount", "studentsSummary.nodes.count"]
        assert [sheet.cells[f"B{n + 2}"] for n in range(schools)] == [line.split(",")[1] for line in lines]
        assert f"A{schools + 2}" not in sheet.cells


def test_another_process_knows_it_and_forgets_it_when_it_is_withdrawn(live: Live, clients: Clients) -> None:
    text = "query Names { divisions(first: 1) { nodes { name } } }"
    with listening(live.settings) as other, browser(other) as client:
        assert codes(named(client, text)) == ["PERSISTED_QUERY_NOT_FOUND"]
        stored = store(clients["operator"], "names-of-divisions", text)["storedDocument"]
        assert named(client, text)["data"]["divisions"]["nodes"]
        assert client.get("/q/names-of-divisions.json").status_code == 200
        withdrawn = {"query": VOID, "variables": {"i": {"id": stored["id"], "reason": "no longer needed"}}}
        assert clients["operator"].post("/graphql", json=withdrawn).json()["data"]["voidStoredDocument"]["errors"] == []
        give_up = time.monotonic() + 30
        while "errors" not in named(client, text):
            assert time.monotonic() < give_up, "a withdrawn document stops within seconds"
            time.sleep(0.2)
        assert codes(named(client, text)) == ["PERSISTED_QUERY_NOT_FOUND"]
        assert "names-of-divisions" not in client.get("/q").text
    assert store(clients["operator"], "names-of-divisions", text + " ")["errors"] == [], "its name is free again"


@pytest.mark.parametrize(
    "identifier", ["sha256:" + "0" * 64, "sha256:" + "A" * 64, "sha256:", "md5:0123", "schools-by-type", "", "sha256:x"]
)
def test_an_unknown_document_is_told_by_its_code(clients: Clients, identifier: str) -> None:
    for accept, status in (("application/json", 200), ("application/graphql-response+json", 400)):
        reply = clients["registrar"].post("/graphql", json={"documentId": identifier}, headers={"accept": accept})
        assert (reply.status_code, codes(reply.json())) == (status, ["PERSISTED_QUERY_NOT_FOUND"])
    reply = clients[""].post(
        "/graphql",
        json={"extensions": {"persistedQuery": {"version": 1, "sha256Hash": identifier}}},
        headers={"accept-language": "zh"},
    )
    assert reply.json()["errors"][0]["message"] == "没有登记过该查询文档。"


def test_a_text_sent_with_its_hash_is_executed_and_not_kept(clients: Clients) -> None:
    text = "query Once { viewer { username } }"
    hash_ = {"persistedQuery": {"version": 1, "sha256Hash": sha256(text)}}
    for username in ("", "registrar", "operator"):
        assert "data" in clients[username].post("/graphql", json={"query": text, "extensions": hash_}).json()
    assert codes(named(clients["operator"], text)) == ["PERSISTED_QUERY_NOT_FOUND"]


@pytest.mark.parametrize(
    "body",
    [
        {"documentId": 7},
        {"documentId": f"sha256:{sha256(TEXT)}", "query": "{ viewer { username } }"},
        {"extensions": {"persistedQuery": {"version": 1, "sha256Hash": 7}}},
        {"extensions": {"persistedQuery": {"version": 1}}},
        {"extensions": {"persistedQuery": "x"}},
        {"documentId": None},
    ],
)
def test_what_names_no_document_is_refused(clients: Clients, body: Any) -> None:
    reply = clients["registrar"].post("/graphql", json=body)
    assert reply.status_code == 400
    assert codes(reply.json()) == ["BAD_REQUEST"]


def test_a_mutation_of_the_build_goes_by_post_alone(live: Live) -> None:
    document = shipped()["sign-in"]
    given = {"documentId": document.id, "variables": {"input": {"username": "county", "password": PASSWORD}}}
    with live.client() as client:
        got = client.get(
            "/graphql", params={"documentId": document.id, "variables": '{"input": {"username": "a", "password": "b"}}'}
        )
        assert got.status_code == 405
        assert client.get("/q/sign-in.json").status_code == 404
        assert client.post("/graphql", json=given).json()["data"]["signIn"]["viewer"]["username"] == "county"
        assert "bureau_session" in client.cookies


ODD = "\t# e\u0301 and \\ and \U0001f600\r\nquery  Kept {\r\tviewer { username }\n}  \n\n"
REFUSED = [
    ("no query", {"text": "mutation M { signOut { errors { code } } }"}, ("INVALID", "text")),
    ("two operations", {"text": "query A { viewer { username } } query B { viewer { username } }"}, ("INVALID", "text")),
    ("no operation", {"text": "fragment F on School { id }"}, ("INVALID", "text")),
    ("no GraphQL", {"text": "query {"}, ("INVALID", "text")),
    ("no such field", {"text": "query Q { schools { nodes { salary } } }"}, ("INVALID", "text")),
    ("too deep", {"text": "query Q { units { nodes { " + "superior { " * 21 + "id" + " }" * 21 + " } } }"}, ("INVALID", "text")),
    ("too many words", {"text": "query Q { " + "schools{totalCount}" * 2000 + "}"}, ("INVALID", "text")),
    ("too long", {"text": "query Q { " + "schools { totalCount } " * 3000 + "}"}, ("TOO_LONG", "text")),
    ("a control character", {"text": "query Q { viewer { username } }\x00"}, ("INVALID", "text")),
    ("nothing", {"text": "  "}, ("REQUIRED", "text")),
    ("a name with blanks", {"name": "names of schools"}, ("INVALID", "name")),
    ("a name with capitals", {"name": "Schools"}, ("INVALID", "name")),
    ("a name with a path", {"name": "../schools"}, ("INVALID", "name")),
    ("a page's name", {"name": "openapi"}, ("INVALID", "name")),
    ("a name of the build", {"name": "schools-by-type"}, ("DUPLICATE", "name")),
    ("a name that is taken", {"name": "names-of-schools"}, ("DUPLICATE", "name")),
    ("a text of the build", {"text": shipped()["schools-by-type"].text}, ("DUPLICATE", "text")),
    ("a text that is stored", {"text": "query NamesOfSchools { schools { nodes { code name } } }"}, ("DUPLICATE", "text")),
    ("no description", {"chineseDescription": ""}, ("REQUIRED", "chineseDescription")),
]  # fmt: skip


@pytest.mark.parametrize(("given", "fault"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
async def test_what_is_no_document_is_not_stored(
    api: Api, city: World, given: dict[str, Any], fault: tuple[str, str]
) -> None:
    operator = api.as_(of_city("system_admin"))
    good = {"name": "a-good-name", "text": "query Good { viewer { username } }", **WORDS}
    payload = await operator.write("storeDocument", "storedDocument { id }", **{**good, **given})
    assert payload["storedDocument"] is None
    assert {(e["code"], ".".join(e["path"])) for e in payload["errors"]} == {fault}
    assert all(len(e["message"]) < 500 for e in payload["errors"])


async def test_storing_and_withdrawing_is_a_right(api: Api, city: World) -> None:
    given = {"name": "a-name", "text": "query Q { viewer { username } }", **WORDS}
    (known,) = (await api.data("{ storedDocuments { nodes { id } } }"))["storedDocuments"]["nodes"]
    others = (ANONYMOUS, DIRECTOR, of_city("registrar", "integrator"), of_county(city.east, "system_admin"))
    for actor in others:
        payload = await api.as_(actor).write("storeDocument", "storedDocument { id }", **given)
        assert [e["code"] for e in payload["errors"]] == ["FORBIDDEN"]
        void = await api.as_(actor).write("voidStoredDocument", "storedDocument { id }", id=known["id"], reason="x")
        assert {e["code"] for e in void["errors"]} <= {"FORBIDDEN", "NOT_FOUND"}
    assert (await api.data("{ storedDocuments { totalCount } }"))["storedDocuments"]["totalCount"] == 1


async def test_a_document_is_stored_once_under_its_key_and_journalled(api: Api, city: World) -> None:
    operator = api.as_(of_city("system_admin"))
    given = {"name": "kept-once", "text": ODD, **WORDS, "idempotencyKey": "k"}
    first = await operator.write("storeDocument", "storedDocument { id text registeredAt impersonal }", **given)
    assert first["storedDocument"]["registeredAt"] == "2026-10-12T02:00:00Z"
    assert first["storedDocument"]["impersonal"] is False
    assert first["storedDocument"]["text"] == ODD, "every character counts"
    assert await operator.write("storeDocument", "storedDocument { id text registeredAt impersonal }", **given) == first
    changed = {**given, "text": given["text"] + "\n", "idempotencyKey": "l"}
    payload = await operator.write("storeDocument", "storedDocument { id }", **changed)
    assert [(e["code"], e["path"]) for e in payload["errors"]] == [("DUPLICATE", ["name"])], (
        "no text changes under its name"
    )
    rows = await api.services.store.database.readers.fetch(
        "SELECT verb, actor FROM journal WHERE kind = 'stored_document' AND record_id = $1",
        [int(first["storedDocument"]["id"].split(":")[1])],
    )
    assert [tuple(row) for row in rows] == [("store_document", "tester")]


async def test_an_import_stores_no_more_than_the_api(api: Api, city: World, tmp_path: Path) -> None:
    exported = StringIO()
    await export_file(api.services, "stored-document", exported)
    rows = list(csv.DictReader(StringIO(exported.getvalue())))
    text = "query Imported { viewer { username } }"
    new = {**rows[0], "name": "imported", "text": text, "sha256": sha256(text)}
    mutation = "mutation M { signOut { errors { code } } }"
    rows += [
        new,
        {**new, "name": "no-query", "text": mutation, "sha256": sha256(mutation)},
        {**new, "name": "no-digest", "sha256": "0" * 64},
    ]
    path = tmp_path / "documents.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    told: list[str] = []
    await import_file(api.services, "stored-document", path, "", False, None, told.append)
    assert told[-1].endswith(f"{len(rows)} rows: 1 created, 0 updated, {len(rows) - 3} unchanged, 2 rejected")
    assert {line.split("”: ")[1].split(":")[0] for line in told[1:-2]} == {"INVALID", "MISMATCH"}


async def test_the_words_of_a_refusal_come_in_both_languages(api: Api, city: World) -> None:
    operator = api.as_(of_city("system_admin")).in_("zh")
    given = {"name": "x", "text": "mutation M { signOut { errors { code } } }", **WORDS}
    payload = await operator.write("storeDocument", "storedDocument { id }", **given)
    assert payload["errors"][0]["message"] == "填写的内容不正确：应为查询操作。"


def test_only_stored_documents_are_executed_where_that_is_asked_for(live: Live) -> None:
    with listening(live.settings.model_copy(update={"stored_only": True})) as url:
        for username, may in (("registrar", False), ("operator", True)):
            with browser(url) as client:
                for text in ("{ viewer { username } }", "{ __schema { queryType { name } } }", SIGN_IN):
                    assert codes(client.post("/graphql", json={"query": text}).json()) == ["STORED_ONLY"]
                    assert codes(client.get("/graphql", params={"query": text}).json()) == ["STORED_ONLY"]
                given = {"input": {"username": username, "password": PASSWORD}}
                client.post("/graphql", json={"documentId": shipped()["sign-in"].id, "variables": given})
                reply = client.post("/graphql", json={"query": "{ __typename viewer { username } }"}).json()
                assert ("data" in reply) is may
                assert client.get("/q/names-of-schools.json").status_code == 200


async def test_nor_is_a_subscription_to_another_text(api: Api, city: World) -> None:
    settings = api.services.store.database.settings.model_copy(update={"stored_only": True})
    strict = Gateway(api.schema, settings)
    asked = Asked("subscription { studentChanged { id } }", queries_only=True)
    with pytest.raises(StoredOnly):
        strict.subscription(asked, api.as_(of_county(city.east)).context())
    allowed = strict.subscription(asked, api.as_(of_city("system_admin")).context())
    assert isinstance(allowed, Subscription)


def test_the_builds_documents_are_true_to_the_schema(schema: BureauSchema) -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(shipped())
    assert len(shipped()) >= 8
    check_shipped(schema.graphql, Settings(), shipped().values())


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("good", "# English.\n# 中文。\nquery Q { schools { nodes { salary } } }", "good.graphql: Cannot query field 'salary'"),
        ("good", "# English.\n# 中文。\nquery { viewer { username } }", "not one operation with a name"),
        ("good", "# English.\n# 中文。\n# impersonal\nmutation M { signOut { errors { code } } }", "only a query"),
        ("good", "# English.\nquery Q { viewer { username } }", "good.graphql: it begins with lines of #"),
        ("good", "query Q { viewer { username } }", "in English and in Chinese"),
        ("Bad_Name", "# English.\n# 中文。\nquery Q { viewer { username } }", "Bad_Name.graphql: no name"),
    ],
)  # fmt: skip
def test_a_document_of_the_build_that_is_none_stops_it(
    schema: BureauSchema, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / f"{name}.graphql").write_text(text, "utf-8")
    with pytest.raises(CommandError, match=said):
        check_shipped(schema.graphql, Settings(), shipped(tmp_path).values())


async def aged(live: Live, parts: Catalogue) -> None:
    """Let a stored document ask for a field that there was once."""

    async def age(tx: Transaction) -> None:
        sql = "UPDATE stored_document SET text = $1, position = $2 WHERE name = 'names-of-schools'"
        await tx.fetch(sql, "query Old { schools { nodes { salary } } }", await tx.position())

    async with opened(live.settings, parts) as services:
        await services.store.database.transaction(age)


def test_serving_tells_of_stored_documents_that_are_outdated(live: Live, parts: Catalogue) -> None:
    asyncio.run(aged(live, parts))
    (told,) = asyncio.run(_ready_to_serve(live.settings))
    assert told.startswith("names-of-schools: Cannot query field 'salary'")
    with listening(live.settings) as url, browser(url) as client:
        assert client.get("/q/names-of-schools.json").status_code == 404
        assert client.get("/q/schools-by-type.json").status_code == 200
