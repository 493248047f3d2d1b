"""Signing in over HTTP, from wherever, and what the database then holds."""

from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from bureau.access.account import Account
from bureau.access.grant import RoleGrant
from bureau.access.passwords import hash_password
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.support.live import PASSWORD

SIGN_IN = """mutation($input: SignInInput!) { signIn(input: $input) {
  viewer { username } token errors { code retryable params { name value } } } }"""
WHO = "{ viewer { username } }"


def client(url: str, *, come_from: str = "", **headers: str) -> httpx.Client:
    """A client, at an address where a trusted proxy says one."""
    said = {"x-forwarded-for": come_from} if come_from else {}
    return httpx.Client(base_url=url, headers={**said, **headers}, timeout=60)


def ask(asking: httpx.Client, query: str, **variables: Any) -> Any:
    """The data of an answer without errors."""
    reply = asking.post("/graphql", json={"query": query, "variables": variables}).json()
    assert "errors" not in reply, reply
    return reply["data"]


def sign_in(asking: httpx.Client, username: str, password: str = PASSWORD, **more: str) -> Any:
    """The payload of one attempt."""
    return ask(asking, SIGN_IN, input={"username": username, "password": password, **more})["signIn"]


def outcome(asking: httpx.Client, username: str, password: str = PASSWORD) -> str:
    """What became of one attempt: the code of its refusal, or nothing."""
    return " ".join(error["code"] for error in sign_in(asking, username, password)["errors"])


def who(asking: httpx.Client) -> str | None:
    """Whom the server takes a client for."""
    viewer = ask(asking, WHO)["viewer"]
    return viewer["username"] if viewer else None


async def add_account(settings: Settings, username: str, role: str, unit: int) -> None:
    """An account that signs in with the password of the tests."""
    await add_accounts(settings, {username: role}, unit)


async def add_accounts(settings: Settings, roles: Mapping[str, str], unit: int) -> None:
    """Accounts that sign in with the password of the tests, by their names with a role each."""
    hashed = hash_password(PASSWORD)
    async with opened(settings) as services:
        store = services.store

        async def add(tx: Transaction) -> None:
            for username, role in roles.items():
                values = {"username": username, "display_name": username, "password": hashed, "is_demo": False}
                account = await store.create(tx, store.kind_of(Account), values)
                grant = {"account": account.id, "role": role, "unit": unit, "start": "2020-01-01"}
                await store.create(tx, store.kind_of(RoleGrant), grant)

        await store.database.transaction(add)


async def fetch(settings: Settings, sql: str, *values: Any) -> Sequence[Any]:
    """The rows of one statement, which may write."""
    async with opened(settings) as services:
        return await services.store.database.transaction(lambda tx: tx.fetch(sql, *values))
