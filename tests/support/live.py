"""A bureau that listens on a port, in a thread of its own."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import uvicorn

from bureau.access.account import Account, RoleGrant
from bureau.access.passwords import hash_password
from bureau.catalogue import Catalogue
from bureau.commands.serving import wire
from bureau.main import application, opened
from bureau.settings import Settings
from bureau.storage.transaction import Transaction
from tests.support import world

PASSWORD = "a password of the tests"


@dataclass(frozen=True)
class Live:
    """A running server."""

    url: str
    settings: Settings
    city: world.World

    def client(self, **headers: str) -> httpx.Client:
        return httpx.Client(base_url=self.url, headers=headers, timeout=30)


async def populated(settings: Settings, parts: Catalogue) -> world.World:
    """Build the small world, with registrars of the city and of both counties, one who also keeps persons,
    directors of the city and of a county, and one who stores documents."""
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

        await store.database.transaction(accounts)
    return city


@contextlib.contextmanager
def listening(settings: Settings) -> Iterator[str]:
    """The address of a server of these settings, for as long as the context lasts."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(
        application(settings), host="127.0.0.1", port=port, log_level="error", lifespan="on", **wire(settings)
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
