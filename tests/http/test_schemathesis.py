"""Requests that schemathesis makes up from the schema: none ends in a server error, none in an error unmasked."""

import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from tests.support.live import PASSWORD, Live

MANY = 40 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 1
SIGN_IN = f'mutation {{ signIn(input: {{ username: "keeper", password: "{PASSWORD}" }}) {{ viewer {{ username }} }} }}'
KNOWN = {"GRAPHQL_INVALID", "BAD_REQUEST", "ARGUMENT_INVALID", "CURSOR_INVALID", "LIMIT_EXCEEDED", "FORBIDDEN"}
SESSIONS = ("signIn", "signOut", "signOutEverywhere")
"""Of these a test of their own tells more."""

for name, values in {
    "Date": st.dates().map(str),
    "DateTime": st.datetimes().map(lambda moment: f"{moment.isoformat()}Z"),
    "Decimal": st.decimals(-1000, 1000, places=2).map(str),
    "Money": st.decimals(-1000, 1000, places=2).map(str),
}.items():
    schemathesis.graphql.scalar(name, values.map(nodes.String))


@pytest.fixture(scope="module")
def client(live: Live) -> Any:
    # A connection of its own for each request: one kept while bodies are made up may be closed as the next is sent.
    with live.client(connection="close") as found:
        found.post("/graphql", json={"query": SIGN_IN})
        yield found


def bodies(operation: Any) -> list[str]:
    """A few documents for one root field, the same at every run."""
    made: list[str] = []

    @settings(
        max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True
    )
    @given(case=operation.as_strategy())
    def collect(case: Any) -> None:
        made.append(case.body)

    collect()
    return made


def test_no_request_breaks_the_server(live: Live, client: Any) -> None:
    schema = schemathesis.graphql.from_url(f"{live.url}/graphql")
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 30
    for operation in operations:
        if operation.definition.field_name in SESSIONS:
            continue
        for body in bodies(operation):
            reply = client.post("/graphql", json={"query": body})
            assert reply.status_code < 500, body
            codes = {error["extensions"]["code"] for error in reply.json().get("errors", [])}
            assert codes <= KNOWN, f"{codes}\n{body}"
