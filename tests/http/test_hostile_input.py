"""Input that means harm, or no good: each gets a clear answer with a code, and the process lives to answer the next."""

import json
from typing import Any

import httpx
import pytest

from tests.support.live import PASSWORD, Live

SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { viewer { username } } }"
CREATE = "mutation($i: CreatePersonInput!) { createPerson(input: $i) { person { id } errors { code path } } }"
PERSON = {"name": "林小雨", "sex": "2", "birthDate": "2017-02-28"}


@pytest.fixture(scope="module")
def client(live: Live) -> Any:
    with live.client() as found:
        found.post(
            "/graphql", json={"query": SIGN_IN, "variables": {"i": {"username": "keeper", "password": PASSWORD}}}
        )
        yield found


def codes(reply: httpx.Response) -> list[str]:
    assert reply.status_code < 500
    return [error["extensions"]["code"] for error in reply.json().get("errors", [])]


def nested(levels: int) -> str:
    return "{ units { nodes " + "{ superior " * levels + "{ id }" + " }" * levels + " } }"


def relations(levels: int) -> str:
    return "{ units(first: 1) { nodes { " + "superior { " * levels + "id" + " }" * levels + " } } }"


BAD: list[tuple[str, str, dict[str, Any], str]] = [
    ("no GraphQL", "{ schools { ", {}, "GRAPHQL_INVALID"),
    ("no such field", "{ schools { nodes { salary } } }", {}, "GRAPHQL_INVALID"),
    ("no such argument", "{ schools(limit: 3) { totalCount } }", {}, "GRAPHQL_INVALID"),
    ("a variable of the wrong type", "query($n: Int) { schools(first: $n) { totalCount } }", {"n": "many"}, "GRAPHQL_INVALID"),
    ("a number beyond 32 bits", "query($n: Int) { schools(first: $n) { totalCount } }", {"n": 2**40}, "GRAPHQL_INVALID"),
    ("a literal beyond 32 bits", "{ schools(first: 99999999999) { totalCount } }", {}, "GRAPHQL_INVALID"),
    ("a missing variable", "query($id: ID!) { school(id: $id) { id } }", {}, "GRAPHQL_INVALID"),
    ("a date that is none", '{ persons(filter: { birthDate: { eq: "2026-02-30" } }) { totalCount } }', {}, "GRAPHQL_INVALID"),
    ("a page of 100,000", "{ schools(first: 100000) { totalCount } }", {}, "ARGUMENT_INVALID"),
    ("a page of -1", "{ schools(first: -1) { totalCount } }", {}, "ARGUMENT_INVALID"),
    ("a total up to -1", "{ schools { totalCount(upTo: -1) } }", {}, "ARGUMENT_INVALID"),
    ("first and last", "{ schools(first: 1, last: 1) { totalCount } }", {}, "ARGUMENT_INVALID"),
    ("first and before", '{ schools(first: 1, before: "x") { totalCount } }', {}, "ARGUMENT_INVALID"),
    ("a cursor of nothing", '{ schools(after: "x") { totalCount } }', {}, "CURSOR_INVALID"),
    ("a cursor with quotes", "query($c: String) { schools(after: $c) { totalCount } }", {"c": "' OR 1=1 --"}, "CURSOR_INVALID"),
    ("a cursor with a NUL", "query($c: String) { schools(after: $c) { totalCount } }", {"c": "a\x00-1"}, "CURSOR_INVALID"),
    ("a page of 1,001 groups", "{ schoolsSummary(by: [TYPE], first: 1001) { nodes { count } } }", {}, "ARGUMENT_INVALID"),
    ("a page of -1 groups", "{ schoolsSummary(by: [TYPE], first: -1) { nodes { count } } }", {}, "ARGUMENT_INVALID"),
    ("a cursor of no group", '{ schoolsSummary(by: [TYPE], after: "x") { totalCount } }', {}, "CURSOR_INVALID"),
    ("a cursor of groups with quotes", "query($c: String) { schoolsSummary(by: [TYPE], after: $c) { nodes { count } } }", {"c": "b0e77de2-1' OR 1=1 --"}, "CURSOR_INVALID"),
    ("a cursor of groups before the first", '{ schoolsSummary(by: [TYPE], after: "b0e77de2--1") { nodes { count } } }', {}, "CURSOR_INVALID"),
    ("a cursor beyond 64 bits", '{ schoolsSummary(by: [TYPE], after: "b0e77de2-99999999999999999999") { nodes { count } } }', {}, "CURSOR_INVALID"),
    ("some of nothing", "{ schools(filter: { students: { some: 1 } }) { totalCount } }", {}, "GRAPHQL_INVALID"),
    ("some with a NUL", "query($n: String) { schools(filter: { students: { some: { number: { eq: $n } } } }) { totalCount } }", {"n": "\x00"}, "ARGUMENT_INVALID"),
    ("700 lists inside each other in a filter", "{ schools(filter: " + "{students: {none: {school: " * 700 + "{}" + "}}}" * 700 + ") { totalCount } }", {}, "LIMIT_EXCEEDED"),
    ("21 of each kind", '{ search(text: "a", first: 21) { __typename } }', {}, "ARGUMENT_INVALID"),
    ("-1 of each kind", '{ search(text: "a", first: -1) { __typename } }', {}, "ARGUMENT_INVALID"),
    ("a search of all for a NUL", "query($n: String!) { search(text: $n) { __typename } }", {"n": "\x00"}, "ARGUMENT_INVALID"),
    ("a search of all for 100 words", "query($n: String!) { search(text: $n) { __typename } }", {"n": "a " * 100}, "ARGUMENT_INVALID"),
    ("a search of all for null", "query($n: String!) { search(text: $n) { __typename } }", {"n": None}, "GRAPHQL_INVALID"),
    ("a search among accounts", 'query { search(text: "a", kinds: [ACCOUNT]) { __typename } }', {}, "GRAPHQL_INVALID"),
    ("a search among what is no kind", "query($k: [SearchableKind!]) { search(text: \"a\", kinds: $k) { __typename } }", {"k": ["School' --"]}, "GRAPHQL_INVALID"),
    ("a field of a union", '{ search(text: "a") { id } }', {}, "GRAPHQL_INVALID"),
    ("a fragment on no member", '{ search(text: "a") { ... on Enrolment { id } } }', {}, "GRAPHQL_INVALID"),
    ("1,500 levels", nested(1500), {}, "LIMIT_EXCEEDED"),
    ("30 relations", relations(15), {}, "LIMIT_EXCEEDED"),
    ("16,000 aliases", "{" + " ".join(f"a{n}: __typename" for n in range(16_000)) + "}", {}, "LIMIT_EXCEEDED"),
    ("300 aliases", "{" + " ".join(f"a{n}: __typename" for n in range(300)) + "}", {}, "LIMIT_EXCEEDED"),
    ("1,500 brackets in a filter", "{ schools(filter: " + "{not: " * 1500 + "{}" + "}" * 1500 + ") { totalCount } }", {}, "LIMIT_EXCEEDED"),
    ("a filter with a NUL", "query($n: String) { schools(filter: { name: { contains: $n } }) { totalCount } }", {"n": "\x00"}, "ARGUMENT_INVALID"),
    ("a filter with U+2028", "query($n: String) { schools(filter: { name: { eq: $n } }) { totalCount } }", {"n": "a\u2028"}, "ARGUMENT_INVALID"),
    ("a search with a NUL", "query($n: String) { schools(search: $n) { totalCount } }", {"n": "\x00"}, "ARGUMENT_INVALID"),
    ("a search of 100 words", "query($n: String) { schools(search: $n) { totalCount } }", {"n": "a " * 100}, "ARGUMENT_INVALID"),
    ("200 ids", "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", {"ids": ["School:1"] * 200}, "ARGUMENT_INVALID"),
    ("no such operation", "query A { schools { totalCount } } query B { schools { totalCount } }", {}, "BAD_REQUEST"),
    ("a subscription", "subscription { schools { totalCount } }", {}, "GRAPHQL_INVALID"),
    ("a fragment inside itself", "{ schools { ...F } } fragment F on SchoolConnection { ...F }", {}, "GRAPHQL_INVALID"),
]  # fmt: skip


@pytest.mark.parametrize(("query", "variables", "code"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_query_is_refused(client: httpx.Client, query: str, variables: dict[str, Any], code: str) -> None:
    reply = client.post("/graphql", json={"query": query, "variables": variables})
    assert set(codes(reply)) == {code}
    assert all(len(error["message"]) < 500 for error in reply.json()["errors"])
    assert (
        client.post("/graphql", json={"query": "{ schools { totalCount } }"}).json()["data"]["schools"]["totalCount"]
        == 5
    )


@pytest.mark.parametrize(
    "identity",
    ["School:999999", "School:0", "School:-1", "School:1e3", "School:", ":1", "", "x", "School:9" * 40, "School:99999999999999999999",
     "Student:1' OR '1'='1", "Dragon:1", "School:\u0661", "School:1\x00", "\ud7ff", "Person:1;DROP TABLE person"],
)  # fmt: skip
def test_ids_of_nothing_are_answered_as_those_of_what_is_not_seen(client: httpx.Client, identity: str) -> None:
    query = "query($id: ID!) { school(id: $id) { id } node(id: $id) { id } nodes(ids: [$id]) { id } }"
    reply = client.post("/graphql", json={"query": query, "variables": {"id": identity}})
    assert reply.json()["data"] == {"school": None, "node": None, "nodes": [None]}


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"name": "林\x00雨"}, ("INVALID", "name")),
        ({"name": "林\u2028雨"}, ("INVALID", "name")),
        ({"name": "林\ufeff雨"}, ("INVALID", "name")),
        ({"name": "\u200b"}, ("INVALID", "name")),
        ({"name": "雨" * 100_000}, ("TOO_LONG", "name")),
        ({"sex": "1' OR '1'='1"}, ("UNKNOWN_CODE", "sex")),
        ({"sex": '"'}, ("UNKNOWN_CODE", "sex")),
        ({"birthDate": "9999-12-31"}, ("INVALID", "birthDate")),
        ({"documentType": "1", "documentNumber": "1" * 10_000}, ("INVALID", "documentNumber")),
        ({"idempotencyKey": "k\x00"}, ("INVALID", "idempotencyKey")),
    ],
)
def test_a_change_is_refused(client: httpx.Client, given: dict[str, Any], fault: tuple[str, str]) -> None:
    count = {"query": "{ persons { totalCount } }"}
    before = client.post("/graphql", json=count).json()["data"]
    reply = client.post("/graphql", json={"query": CREATE, "variables": {"i": {**PERSON, **given}}})
    payload = reply.json()["data"]["createPerson"]
    assert payload["person"] is None
    said = {(error["code"], ".".join(error["path"])) for error in payload["errors"]}
    assert fault in said
    assert client.post("/graphql", json=count).json()["data"] == before


@pytest.mark.parametrize(
    "body",
    [
        b'{"query": "{ schools(search: \\"\\ud800\\") { totalCount } }"}',
        b'{"query": "query($n: Int) { schools(first: $n) { totalCount } }", "variables": {"n": 1e400}}',
        b'{"query": "query($n: Int) { schools(first: $n) { totalCount } }", "variables": {"n": Infinity}}',
        b'{"query": "query($n: Int) { schools(first: $n) { totalCount } }", "variables": {"n": NaN}}',
        b'{"query": "{ schools { totalCount } }", "variables": ' + b"[" * 5000 + b"]" * 5000 + b"}",
        b"\x00",
        b"",
        json.dumps({"query": "{ schools { totalCount } }", "variables": []}).encode(),
    ],
)
def test_a_body_that_is_no_json_is_refused(client: httpx.Client, body: bytes) -> None:
    reply = client.post("/graphql", content=body, headers={"content-type": "application/json"})
    assert reply.status_code in (200, 400)
    assert set(codes(reply)) <= {"BAD_REQUEST", "GRAPHQL_INVALID"}
    assert codes(reply)
