"""A bureau that listens on a port, in a thread of its own."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import uvicorn

from bureau.access.account import Account
from bureau.access.grant import RoleGrant
from bureau.access.opening import PersonOpening
from bureau.access.passwords import hash_password
from bureau.catalogue import Catalogue
from bureau.commands.serving import wire
from bureau.http.pages import SITE
from bureau.main import application, opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.support import world

PASSWORD = "a password of the tests"


def browser(url: str, *, timeout: float = 30, **headers: str) -> httpx.Client:
    """A client that says where its requests come from, as a page of the server does in a browser."""
    return httpx.Client(base_url=url, headers={"origin": url, **headers}, timeout=timeout)


@dataclass(frozen=True)
class Live:
    """A running server."""

    url: str
    settings: Settings
    city: world.World

    def client(self, **headers: str) -> httpx.Client:
        return browser(self.url, **headers)


async def populated(settings: Settings, parts: Catalogue) -> world.World:
    """Build the small world, with registrars of the city and of both counties, one who also keeps persons,
    directors of the city and of a county who have opened persons, and one who stores documents."""
    async with opened(settings, parts) as services:
        city = await world.build(services)
        store = services.store

        async def accounts(tx: Transaction) -> None:
            hashed = hash_password(PASSWORD)
            for username, unit, roles in (
                ("registrar", city.bureau, ("registrar",)),
                ("keeper", city.bureau, ("registrar", "identity")),
                ("county", city.west, ("registrar",)),
                ("east", city.east, ("registrar",)),
                ("director", city.bureau, ("director",)),
                ("east-director", city.east, ("director",)),
                ("operator", city.bureau, ("system_admin",)),
            ):
                values = {"username": username, "display_name": username, "password": hashed, "is_demo": False}
                account = await store.create(tx, store.kind_of(Account), values)
                for role in roles:
                    grant = {"account": account.id, "role": role, "unit": unit, "start": "2020-01-01"}
                    await store.create(tx, store.kind_of(RoleGrant), grant)
                if "director" in roles:
                    until = tx.now() + timedelta(days=1)
                    opening = {"account": account.id, "purpose": "1", "reason": "测试", "opened_at": tx.now()}
                    await store.create(tx, store.kind_of(PersonOpening), {**opening, "until": until})

        await store.database.transaction(accounts)
    return city


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def listening(settings: Settings, port: int = 0, site: Path = SITE) -> Iterator[str]:
    """The address of a server of these settings and pages, on this port or a free one, for as long as the context lasts."""
    port = port or free_port()
    config = uvicorn.Config(
        application(settings, site=site),
        host="127.0.0.1",
        port=port,
        log_level="error",
        lifespan="on",
        **wire(settings),
    )
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run)
    thread.start()
    while not running.started:
        assert thread.is_alive()
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        running.should_exit = True
        thread.join()
