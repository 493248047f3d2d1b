"""Passkeys over HTTP: adding them, and signing in by them."""

from typing import Any

import httpx

from tests.support.authenticator import Change, SoftwarePasskey, honest
from tests.support.live import PASSWORD
from tests.support.signing_in import ask, sign_in

ORIGIN = "https://bureau.example.cn"
BEGIN = """mutation($proof: ProofInput!) { beginPasskey(input: {proof: $proof}) { options errors { code path } } }"""
FINISH = """mutation($name: String!, $credential: String!) {
  finishPasskey(input: {name: $name, credential: $credential}) {
    recoveryCodes viewer { username duty } errors { code path } } }"""
REMOVE = """mutation($id: ID!, $proof: ProofInput!) {
  removePasskey(input: {id: $id, proof: $proof}) { viewer { duty } errors { code path } } }"""
PROVE = "mutation { beginProof { options errors { code path } } }"
BEGIN_SIGN_IN = "mutation { beginPasskeySignIn { options errors { code } } }"
FINISH_SIGN_IN = """mutation($credential: String!) { finishPasskeySignIn(input: {credential: $credential}) {
  viewer { username } token errors { code path retryable } } }"""
LIST = "{ viewer { passkeys { id name addedAt usedAt isBackedUp } } }"


def begin(asking: httpx.Client, **proof: str) -> Any:
    """The payload of asking for a new passkey, with the password unless something else proves who asks."""
    return ask(asking, BEGIN, proof=proof or {"password": PASSWORD})["beginPasskey"]


def finish(asking: httpx.Client, credential: str, name: str = "My telephone") -> Any:
    """The payload of adding one."""
    return ask(asking, FINISH, name=name, credential=credential)["finishPasskey"]


def add(asking: httpx.Client, name: str = "My telephone", **changed: Any) -> tuple[SoftwarePasskey, Any]:
    """A passkey that was added for whoever is signed in, and the recovery codes that came with it."""
    passkey = SoftwarePasskey(ORIGIN, **changed)
    payload = finish(asking, passkey.create(begin(asking)["options"]), name)
    assert payload["errors"] == []
    return passkey, payload["recoveryCodes"]


def enrolled(asking: httpx.Client, username: str, **changed: Any) -> SoftwarePasskey:
    """Sign in and add a passkey."""
    assert sign_in(asking, username)["errors"] == []
    return add(asking, **changed)[0]


def challenge(asking: httpx.Client) -> str:
    """The options of signing in by a passkey."""
    begun = ask(asking, BEGIN_SIGN_IN)["beginPasskeySignIn"]
    assert begun["errors"] == []
    return str(begun["options"])


def present(asking: httpx.Client, credential: str) -> str:
    """What became of one attempt to sign in by a passkey: the code of its refusal, or nothing."""
    payload = ask(asking, FINISH_SIGN_IN, credential=credential)["finishPasskeySignIn"]
    assert (payload["viewer"] is None) is bool(payload["errors"])
    return " ".join(error["code"] for error in payload["errors"])


def by_passkey(asking: httpx.Client, passkey: SoftwarePasskey, change: Change = honest) -> str:
    """The same, from the beginning."""
    return present(asking, passkey.get(challenge(asking), change))
