"""Tokens for programs, as people issue them, and programs that ask by them."""

import contextlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx

from bureau.kernel.clock import SystemClock
from tests.support.live import PASSWORD
from tests.support.signing_in import ask, client, sign_in

ISSUE = """mutation($i: IssueTokenInput!) { issueToken(input: $i) {
  secret token { id name roles kinds readsOnly storedOnly documents expiresAt seenAt endedAt }
  errors { code path message } } }"""
END = """mutation($i: EndTokenInput!) { endToken(input: $i) {
  token { id endedAt endedBy endReason } errors { code path } } }"""


def in_days(days: int) -> str:
    """The day that many days from today, as the API writes it."""
    return (SystemClock().today() + timedelta(days=days)).isoformat()


def issue(asking: httpx.Client, **given: Any) -> Any:
    """The payload of asking for a token, good for a month unless said."""
    wanted = {"proof": {"password": PASSWORD}, "name": "timetables", "until": in_days(30), **given}
    return ask(asking, ISSUE, i=wanted)["issueToken"]


def end(asking: httpx.Client, identity: str, **given: Any) -> Any:
    """The payload of ending a token."""
    return ask(asking, END, i={"id": identity, **given})["endToken"]


def program(url: str, secret: str) -> httpx.Client:
    """A program that asks by a token."""
    return client(url, authorization=f"Bearer {secret}")


@contextlib.contextmanager
def narrowed(url: str, username: str, **given: Any) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """Somebody who is signed in, and a program that asks by a token of theirs that is narrowed."""
    with client(url) as person:
        sign_in(person, username)
        issued = issue(person, **given)
        assert issued["errors"] == []
        with program(url, issued["secret"]) as asking:
            yield person, asking


def codes(asking: httpx.Client, query: str, **variables: Any) -> list[str]:
    """The codes of the top-level errors of an answer."""
    reply = asking.post("/graphql", json={"query": query, "variables": variables}).json()
    return [error["extensions"]["code"] for error in reply.get("errors", [])]
