"""GraphQL over HTTP to the letter, and what the specification leaves open."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.support.live import Live

AUDIT = Path(__file__).parents[1] / "audit"


def test_all_61_audits_of_graphql_http_pass(live: Live) -> None:
    node = shutil.which("node")
    assert node, "node comes with `make setup`"
    done = subprocess.run(
        [node, "audit.mjs", f"{live.url}/graphql"], cwd=AUDIT, capture_output=True, check=True, timeout=60
    )
    outcome = json.loads(done.stdout)
    assert [audit for audit in outcome if audit["status"] != "ok"] == []
    assert len(outcome) == 61


def post(live: Live, body: Any = None, content: bytes | None = None, **headers: str) -> Any:
    with live.client(**{"content-type": "application/json", **headers}) as client:
        return client.post("/graphql", content=content if content is not None else json.dumps(body))


def test_an_answer_is_private_and_carries_its_request_id(live: Live) -> None:
    reply = post(live, {"query": "{ viewer { username } }"})
    assert reply.status_code == 200
    assert reply.headers["cache-control"] == "private, no-store"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert len(reply.headers["x-request-id"]) == 32
    assert reply.json()["data"] == {"viewer": None}


@pytest.mark.parametrize(
    ("content", "type_", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'"x"', "application/json", 400),
        (b"\xff\xfe", "application/json", 400),
        (b'{"query": "{ a }", "variables": "x"}', "application/json", 400),
        (b'{"query": 7}', "application/json", 400),
        (b"{}", "text/plain", 415),
        (b"{}", "application/json; charset=latin-1", 415),
        (b'{"query": "' + b"x" * 1_000_001 + b'"}', "application/json", 413),
        (b'{"query": "{ a }", "variables": {"a": NaN}}', "application/json", 400),
        (b'{"query": "\\ud800"}', "application/json", 400),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(live: Live, content: bytes, type_: str, status: int) -> None:
    reply = post(live, content=content, **{"content-type": type_})
    assert reply.status_code == status
    error = reply.json()["errors"][0]
    assert error["extensions"]["code"] == "BAD_REQUEST"
    assert error["message"]
    assert "data" not in reply.json()


def test_a_failed_request_is_400_where_the_media_type_asks_for_it(live: Live) -> None:
    for accept, status in (("application/graphql-response+json", 400), ("application/json", 200), ("*/*", 200)):
        reply = post(live, {"query": "{ nothing }"}, accept=accept)
        assert reply.status_code == status
        assert reply.headers["content-type"].startswith(accept if accept != "*/*" else "application/json")


def test_get_serves_queries_and_no_mutations(live: Live) -> None:
    with live.client() as client:
        query = client.get(
            "/graphql",
            params={"query": "query($n: Int) { divisions(first: $n) { nodes { code } } }", "variables": '{"n": 1}'},
        )
        mutation = client.get("/graphql", params={"query": "mutation { signOut { errors { code } } }"})
    assert query.json()["data"] == {"divisions": {"nodes": [{"code": "110000"}]}}
    assert mutation.status_code == 405
    assert mutation.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(live: Live, method: str) -> None:
    with live.client() as client:
        reply = client.request(method, "/graphql", json={"query": "{ viewer { username } }"})
    assert reply.status_code == 405
    assert reply.headers["allow"] == "GET, POST"


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("zh-CN,zh;q=0.9,en;q=0.8", "first 应在 0 与 1000 之间。"),
        ("en", "first lies between 0 and 1000."),
        ("fr, zh;q=0.5", "first 应在 0 与 1000 之间。"),
        ("fr", "first lies between 0 and 1000."),
        ("en;q=0.1, zh;q=0.9", "first 应在 0 与 1000 之间。"),
        ("", "first lies between 0 and 1000."),
        (";;;q=x,,", "first lies between 0 and 1000."),
    ],
)
def test_errors_speak_the_language_asked_for(live: Live, header: str, message: str) -> None:
    reply = post(live, {"query": "{ divisions(first: 5000) { totalCount } }"}, **{"accept-language": header})
    assert reply.json()["errors"][0]["message"] == message


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
@pytest.mark.parametrize("media", ["application/json", "application/graphql-response+json"])
def test_long_answers_are_compressed(live: Live, encoding: str, media: str) -> None:
    said = {"accept-encoding": encoding, "accept": media}
    reply = post(live, {"query": "{ divisions(first: 200) { nodes { code name } } }"}, **said)
    assert reply.headers["content-encoding"] == encoding
    assert len(reply.json()["data"]["divisions"]["nodes"]) == 200


def test_introspection_is_answered_and_kept(live: Live) -> None:
    from graphql import build_client_schema, get_introspection_query

    for _ in range(2):
        reply = post(live, {"query": get_introspection_query(input_value_deprecation=True)})
        schema = build_client_schema(reply.json()["data"])
        assert "School" in schema.type_map
