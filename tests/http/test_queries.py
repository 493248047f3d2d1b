"""Stored queries at their own addresses: parameters by type, tables that spreadsheets open, caches, and how they are told of."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.specs.openapi.definitions import OPENAPI_31_VALIDATOR

from bureau.access.documents import shipped
from tests.support.live import Live
from tests.support.sheets import read_xlsx
from tests.support.stored import WORDS, Clients, signed_in, store

COUNTIES = "/q/counties-of-a-city"
TYPES = """query Types(
  $int: Int, $ids: [ID!], $flag: Boolean = false, $order: SchoolOrder, $filter: SchoolFilter = {}, $filters: [SchoolFilter!]
) {
  schools(first: $int, orderBy: $order, filter: { and: [
    $filter, { id: { in: $ids } }, { or: $filters }, { principal: { isNull: $flag } }
  ] }) { nodes { name } }
}"""

DOCUMENTS = (
    ("types", TYPES, False),
    ("born", "query Born($day: Date!) { schools(filter: {principal: {birthDate: {eq: $day}}}) { nodes { name } } }", False),
    ("who", "query Who { viewer { username } }", False),
    ("public-schools", "query Public { schools { nodes { name } } viewer { username } }", True),
    ("odd-values", "query Odd { schools(filter: {code: {eq: \"2151000001\"}}) { nodes { __typename name version voidReason } } }", False),
    ("two-lists", "query Two { a: schools { edges { cursor node { name } } nodes { code } } b: units { nodes { id } } }", False),
    ("kinds", "query Kinds { units(orderBy: CODE_ASC) { nodes { ...U ... on School { type { code } } } } } fragment U on Unit { code }", False),
)  # fmt: skip


@pytest.fixture(scope="module")
def clients(live: Live) -> Iterator[Clients]:
    """People, and the documents that these tests ask for."""
    with signed_in(live, "operator", "keeper", "county") as found:
        for name, text, impersonal in DOCUMENTS:
            payload = store(found["operator"], name, text, impersonal=impersonal)
            assert payload["errors"] == [], name
        yield found


def table(reply: httpx.Response) -> list[dict[str, str]]:
    assert reply.status_code == 200, reply.text
    return list(csv.DictReader(StringIO(reply.content.decode("utf-8-sig"))))


def refusal(reply: httpx.Response) -> tuple[int, str, str]:
    (error,) = reply.json()["errors"]
    return reply.status_code, error["extensions"]["code"], error["message"]


def names(reply: httpx.Response) -> list[str]:
    assert reply.status_code == 200, reply.text
    return [node["name"] for node in reply.json()["data"]["schools"]["nodes"]]


def test_parameters_are_read_by_their_types(live: Live, clients: Clients) -> None:
    def ask(query: str) -> list[str]:
        return names(clients["keeper"].get(f"/q/types.json?{query}"))

    primary, junior = (f"School:{live.city.schools[name]}" for name in ("东城小学", "东城中学"))
    assert ask("") == ["东城小学"], "flag is false unless said: those with a principal"
    assert len(ask("flag=true")) == 4
    assert len(ask("flag=true&int=2")) == 2
    assert ask("flag=true&order=CODE_DESC")[0] == "成都市实验中学"
    assert ask(f"flag=true&ids={primary}&ids={junior}") == ["东城中学"]
    assert ask(f"ids={primary}") == ["东城小学"], "a list of one"
    assert ask('flag=true&filter={"code":{"startsWith":"1151"}}') == ["西城幼儿园"]
    assert ask('flag=true&filters={"code":{"startsWith":"1151"}}&filters={"code":{"eq":"3451000001"}}') == [
        "东城中学",
        "西城幼儿园",
    ]
    assert ask("int=&order=&flag=") == ["东城小学"], "what is left blank in a form is left out"
    assert names(clients["keeper"].get("/q/born.json?day=1975-06-01")) == ["东城小学"]
    assert names(clients["keeper"].get("/q/born.json?day=1975-06-02")) == []


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("int=many", "int"),
        ("int=1.5", "int"),
        ("int=99999999999", "int"),
        ("int=" + "9" * 5000, "int"),
        ("int=1&int=2", "int"),
        ("flag=yes", "flag"),
        ("flag=1", "flag"),
        ("order=SIDEWAYS", "order"),
        ("filter=x", "filter"),
        ("filter={", "filter"),
        ('filter={"salary":1}', "filter"),
        ("filters=[]&filters=1", "filters"),
        ("limit=3", "limit"),
        ("variables={}", "variables"),
        ("Int=3", "Int"),
    ],
)
@pytest.mark.parametrize("format_", ["json", "csv", "xlsx"])
def test_a_wrong_parameter_is_named(clients: Clients, query: str, name: str, format_: str) -> None:
    status, code, message = refusal(clients["keeper"].get(f"/q/types.{format_}?{query}"))
    assert (status, code) == (400, "ARGUMENT_INVALID")
    assert re.search(rf"[“$']{name}\b", message), message


def test_a_missing_parameter_and_one_that_cannot_be_read_are_refused(clients: Clients) -> None:
    status, code, message = refusal(clients[""].get(f"{COUNTIES}.csv", headers={"accept-language": "zh"}))
    assert (status, code, message) == (400, "ARGUMENT_INVALID", "缺少参数“city”。")
    assert refusal(clients[""].get(f"{COUNTIES}.json?city=%ff"))[:2] == (400, "BAD_REQUEST")
    assert refusal(clients[""].get(f"{COUNTIES}.json?a&b"))[:2] == (400, "ARGUMENT_INVALID")
    for day in ("2026-02-30", "yesterday", ""):
        status, code, message = refusal(clients["keeper"].get(f"/q/born.json?day={day}"))
        assert (status, code) == (400, "ARGUMENT_INVALID")
        assert "day" in message
    many = "&".join(f"a{n}=1" for n in range(300))
    assert refusal(clients[""].get(f"{COUNTIES}.json?{many}"))[:2] == (400, "BAD_REQUEST")
    assert refusal(clients["keeper"].get("/q/schools-of-a-county.csv?county=510104&after=x"))[:2] == (
        400,
        "CURSOR_INVALID",
    )
    assert refusal(clients["keeper"].get("/q/schools-of-a-county.json?county=510104&first=5000"))[:2] == (
        400,
        "ARGUMENT_INVALID",
    )


@pytest.mark.parametrize(
    "path",
    ["none.json", "types.pdf", "types", "types.", ".json", "types.JSON", "../graphql", "types.json/", "who.csv", "who.xlsx",
     "sign-in.json", "Types.json", "types%00.json", "%E8%A1%A8.json", "openapi.csv"],
)  # fmt: skip
def test_what_is_not_there_is_404(clients: Clients, path: str) -> None:
    reply = clients["keeper"].get(f"/q/{path}")
    assert reply.status_code in (404, 400)
    if path != "../graphql":
        assert refusal(reply)[:2] == (404, "PERSISTED_QUERY_NOT_FOUND")


def test_queries_are_asked_by_get(clients: Clients) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        reply = clients["keeper"].request(method, "/q/types.json")
        assert (reply.status_code, reply.headers["allow"]) == (405, "GET, HEAD")
    head = clients["keeper"].head("/q/types.json")
    assert (head.status_code, head.content) == (200, b"")


def test_who_asks_is_who_is_answered_and_nothing_is_kept_of_it(clients: Clients) -> None:
    for username in ("keeper", "county", ""):
        reply = clients[username].get("/q/who.json", headers={"accept": "application/graphql-response+json"})
        assert reply.json()["data"]["viewer"] == ({"username": username} if username else None)
        assert reply.headers["content-type"].startswith("application/graphql-response+json")
        assert reply.headers["cache-control"] == "private, no-store"
        assert "etag" not in reply.headers
        assert len(reply.headers["x-request-id"]) == 32


def test_a_page_of_a_table_leads_to_the_next(clients: Clients) -> None:
    path, seen = "/q/schools-of-a-county.csv?county=510104&types=211&types=341&first=1", []
    while path:
        reply = clients["keeper"].get(path)
        assert reply.headers["content-disposition"] == 'attachment; filename="schools-of-a-county.csv"'
        seen += [row["name"] for row in table(reply)]
        found = re.fullmatch(r'<(.+)>; rel="next"', reply.headers.get("link", ""))
        path = found[1] if found else ""
    assert seen == ["东城小学", "东城中学"]


def test_lists_within_a_record_are_joined(clients: Clients) -> None:
    first, _ = table(clients["keeper"].get("/q/schools-of-a-county.csv?county=510104"))
    assert first["type.label"] == "Primary school"
    assert first["principal.name"] == "周校长"
    assert first["students.total"] == "3"
    assert (first["students.nodes.key.grade.code"], first["students.nodes.count"]) == ("P1; P6", "2; 1")
    chinese = clients["keeper"].get("/q/schools-of-a-county.csv?county=510104", headers={"accept-language": "zh"})
    assert table(chinese)[0]["type.label"] == "小学"


def test_the_first_list_is_the_table_and_fragments_have_their_columns(clients: Clients) -> None:
    rows = table(clients["keeper"].get("/q/two-lists.csv"))
    assert list(rows[0]) == ["cursor", "node.name"]
    assert len(rows) == 5
    rows = table(clients["keeper"].get("/q/kinds.csv"))
    assert list(rows[0]) == ["code", "type.code"]
    assert {row["code"]: row["type.code"] for row in rows}["510104"] == ""
    assert {row["code"]: row["type.code"] for row in rows}["2151000001"] == "211"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "'x", '=HYPERLINK("https://x.example","x")'])
def test_no_cell_is_taken_for_a_formula(live: Live, clients: Clients, name: str) -> None:
    rename = "mutation($i: UpdateSchoolInput!) { updateSchool(input: $i) { errors { code } } }"

    def call(it: str) -> None:
        given = {"i": {"id": f"School:{live.city.schools['东城小学']}", "name": it}}
        reply = clients["keeper"].post("/graphql", json={"query": rename, "variables": given}).json()
        assert reply["data"]["updateSchool"]["errors"] == []

    call(name)
    try:
        (row,) = table(clients["keeper"].get("/q/odd-values.csv"))
        sheet = read_xlsx(clients["keeper"].get("/q/odd-values.xlsx").content)
    finally:
        call("东城小学")
    assert row["name"] == f"'{name}"
    assert row["voidReason"] == ""
    assert (sheet.cells["A2"], sheet.cells["B2"]) == ("School", name)
    assert sheet.formulas == frozenset()
    assert sheet.numbers == {"C2"}, "numbers are numbers, texts are texts"
    assert "D2" not in sheet.cells


def test_an_impersonal_query_is_answered_as_nobody(clients: Clients) -> None:
    text = "query Public { schools { nodes { name } } viewer { username } }"
    nobody = {"data": {"schools": {"nodes": []}, "viewer": None}}
    for username in ("keeper", ""):
        assert clients[username].get("/q/public-schools.json").json() == nobody
        known = clients["keeper"].post(
            "/graphql",
            json={"query": '{ storedDocuments(filter: {name: {eq: "public-schools"}}) { nodes { sha256 } } }'},
        )
        (node,) = known.json()["data"]["storedDocuments"]["nodes"]
        by_id = clients[username].post("/graphql", json={"documentId": f"sha256:{node['sha256']}"})
        assert by_id.json()["data"] == nobody["data"]
        assert by_id.headers["cache-control"] == "private, no-store"
    assert clients["keeper"].post("/graphql", json={"query": text}).json()["data"]["viewer"] == {"username": "keeper"}


@pytest.mark.parametrize("format_", ["json", "csv", "xlsx"])
@pytest.mark.parametrize("encoding", ["identity", "gzip", "br", "zstd"])
def test_an_impersonal_answer_is_kept_by_caches_until_it_changes(
    live: Live, clients: Clients, format_: str, encoding: str
) -> None:
    path = f"/q/codes-of-a-table.{format_}?table=ethnicity"
    fresh = clients["keeper"].get(path, headers={"accept-encoding": encoding})
    assert fresh.headers["cache-control"] == "public, max-age=300"
    assert "accept-language" in fresh.headers["vary"].lower()
    assert "set-cookie" not in fresh.headers
    etag = fresh.headers["etag"]
    assert re.fullmatch(r'"[0-9a-f]{32}(-(gzip|br|zstd))?"', etag), "a strong one"
    assert (fresh.headers.get("content-encoding") is None) == (etag[-2] not in "prd" or "-" not in etag)
    for asked in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = clients[""].get(path, headers={"accept-encoding": encoding, "if-none-match": asked})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] in (etag, re.sub("-[a-z]+", "", etag))
        assert again.headers["cache-control"] == "public, max-age=300"
    for asked in ('"other"', 'x"', "", etag.replace('"', "").join(('"x', '"'))):
        assert clients[""].get(path, headers={"accept-encoding": encoding, "if-none-match": asked}).status_code == 200
    other = clients[""].get(path.replace("ethnicity", "sex"), headers={"if-none-match": etag})
    assert other.status_code == 200


def test_tags_of_one_answer_in_two_encodings_differ(clients: Clients) -> None:
    path = "/q/codes-of-a-table.json?table=ethnicity"
    tags = {clients[""].get(path, headers={"accept-encoding": e}).headers["etag"] for e in ("identity", "gzip", "br")}
    assert len(tags) == 3


def test_what_is_refused_is_kept_by_no_cache(clients: Clients) -> None:
    reply = clients[""].get(f"{COUNTIES}.json")
    assert (reply.status_code, reply.headers["cache-control"]) == (400, "private, no-store")


def test_the_pages_list_every_query_and_need_no_script(clients: Clients) -> None:
    for path in ("/q", "/q/docs"):
        page = clients[""].get(path)
        assert page.status_code == 200
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "<script" not in page.text
        assert "http" not in page.text.replace("https://x.example", "")
        for name, document in shipped().items():
            listed = f'id="{name}"' in page.text or f"#{name}" in page.text
            assert listed is ("\nmutation " not in document.text)
            if listed:
                assert all(words in page.text for words in document.description)
        assert WORDS["chineseDescription"] in page.text
    assert "<option>GRADE</option>" in page.text
    assert 'name="county" type="text" required' in page.text


def test_what_is_said_of_a_document_is_no_markup(clients: Clients) -> None:
    hostile = '<img src=x onerror=alert(1)>"'
    stored = store(clients["operator"], "hostile", "query H { viewer { username } }", englishDescription=hostile)
    assert stored["errors"] == []
    for path in ("/q", "/q/docs"):
        page = clients[""].get(path).text
        assert "hostile" in page
        assert "<img" not in page


def test_the_description_for_programs_is_valid_and_complete(clients: Clients) -> None:
    document = clients[""].get("/q/openapi.json").json()
    assert [str(error) for error in OPENAPI_31_VALIDATOR.iter_errors(document)] == []
    path = document["paths"]["/q/students-by-grade.csv"]["get"]
    county, by = path["parameters"]
    assert (county["name"], county["required"], county["schema"]) == ("county", False, {"type": "string"})
    assert by["schema"]["items"]["enum"][:2] == ["GRADE", "STATUS"]
    assert "分组依据" in by["description"]
    assert path["x-document-id"] == shipped()["students-by-grade"].id
    nodes = document["paths"]["/q/schools-of-a-county.json"]["get"]["responses"]["200"]["content"]["application/json"]
    school = nodes["schema"]["properties"]["data"]["properties"]["schools"]["properties"]["nodes"]["items"]
    assert school["properties"]["principal"]["type"] == ["object", "null"]
    assert school["properties"]["name"]["type"] == "string"
    assert "/q/who.csv" not in document["paths"]
    assert "/q/sign-in.json" not in document["paths"]


def test_schemathesis_finds_every_answer_as_it_is_described(live: Live, clients: Clients) -> None:
    schema = schemathesis.openapi.from_url(f"{live.url}/q/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 20
    checks = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
    statuses = set()
    for operation in operations:

        @settings(
            max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True
        )
        @given(case=operation.as_strategy())
        def conforms(case: Any) -> None:
            reply = case.call(cookies=dict(clients["keeper"].cookies))
            case.validate_response(reply, checks=checks)
            statuses.add(reply.status_code)

        conforms()
    assert 200 in statuses
