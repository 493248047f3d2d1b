"""What tests of stored documents share: people with browsers, and how one stores a document."""

import contextlib
import hashlib
from collections.abc import Iterator
from typing import Any

import httpx

from tests.support.live import PASSWORD, Live

SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { viewer { username } errors { code } } }"
STORE = """mutation($i: StoreDocumentInput!) { storeDocument(input: $i) {
  storedDocument { id name sha256 impersonal registeredBy } errors { code path message } } }"""
WORDS = {"englishDescription": "Pupils of schools.", "chineseDescription": "各校学生数。"}

Clients = dict[str, httpx.Client]


@contextlib.contextmanager
def signed_in(live: Live, *usernames: str) -> Iterator[Clients]:
    """A browser for each of these people, and one of nobody, under the empty name."""
    with contextlib.ExitStack() as stack:
        clients = {name: stack.enter_context(live.client()) for name in ("", *usernames)}
        for name in usernames:
            given = {"i": {"username": name, "password": PASSWORD}}
            reply = clients[name].post("/graphql", json={"query": SIGN_IN, "variables": given})
            assert reply.json()["data"]["signIn"]["errors"] == []
        yield clients


def store(client: httpx.Client, name: str, text: str, **given: Any) -> Any:
    """Store a document; the payload."""
    i = {"name": name, "text": text, **WORDS, **given}
    return client.post("/graphql", json={"query": STORE, "variables": {"i": i}}).json()["data"]["storeDocument"]


def sha256(text: str) -> str:
    """What a text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()
