"""A database that is lost or full: a clear error, nothing half-written, and work goes on when it is back."""

import asyncio
import socket
from typing import Any

import pytest

from bureau.kernel.errors import Unavailable
from bureau.storage.transaction import Transaction
from tests.support import databases
from tests.support.api import Api
from tests.support.world import World

CREATE = "mutation($i: CreateSchoolInput!) { createSchool(input: $i) { school { id } errors { code } } }"


def school(city: World, number: int, **more: Any) -> dict[str, Any]:
    return {
        "code": f"21519{number:05d}",
        "name": "试验小学",
        "type": "211",
        "superior": f"Office:{city.east}",
        "division": f"Division:{city.division}",
        **more,
    }


async def test_a_full_disk_is_told_and_nothing_is_written(api: Api, city: World) -> None:
    database = api.services.store.database
    if database.dialect != "sqlite":
        pytest.skip("only SQLite can be told that its disk is full")
    counting = "{ schools { totalCount } }"
    before = await api.data(counting)
    pages = (await database.writer.execute_query("PRAGMA page_count"))[1][0]["page_count"]
    await database.writer.execute_query(f"PRAGMA max_page_count = {pages}")
    told: set[str] = set()
    for number in range(200):
        reply = await api.ask(CREATE, i=school(city, number, address="很长的地址" * 30))
        if reply.codes:
            told.update(reply.codes)
            assert reply.body["errors"][0]["extensions"]["retryable"] is True
            break
    else:
        number = 200
    assert told == {"OUT_OF_SPACE"}
    assert (await api.data(counting))["schools"]["totalCount"] == before["schools"]["totalCount"] + number
    await database.writer.execute_query("PRAGMA max_page_count = 1073741823")
    assert (await api.ask(CREATE, i=school(city, number))).data["createSchool"]["errors"] == []


async def test_a_lost_database_is_told_and_found_again(api: Api, city: World, server: databases.Server) -> None:
    database = api.services.store.database
    if database.dialect != "postgres":
        pytest.skip("SQLite's file is open as long as the process lives")
    name = database.settings.database.arguments["database"]
    end = f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    await server._admin(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS false')
    try:
        await server._admin(end)
        await asyncio.sleep(0.1)
        for text, variables in (("{ schools { totalCount } }", {}), (CREATE, {"i": school(city, 900)})):
            for _ in range(3):
                reply = await api.ask(text, **variables)
                assert reply.codes == ["UNAVAILABLE"]
                assert reply.body["errors"][0]["extensions"]["retryable"] is True
    finally:
        await server._admin(f'ALTER DATABASE "{name}" WITH ALLOW_CONNECTIONS true')
    assert (await api.data("{ schools { totalCount } }"))["schools"]["totalCount"] == 5
    assert (await api.ask(CREATE, i=school(city, 900))).data["createSchool"]["errors"] == []


async def test_a_connection_that_ended_unseen_costs_no_write(api: Api, city: World) -> None:
    database = api.services.store.database
    if database.dialect != "postgres":
        pytest.skip("SQLite's file is open as long as the process lives")
    assert (await api.ask(CREATE, i=school(city, 910))).data["createSchool"]["errors"] == []
    idle = [holder._con for holder in database.writer._pool._holders if holder._con and not holder._con.is_closed()]
    for connection in idle:  # taken from the pool as if it lived
        connection._transport.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
    assert idle
    assert (await api.ask(CREATE, i=school(city, 911))).data["createSchool"]["errors"] == []


async def test_a_connection_lost_in_the_midst_of_work_begins_it_anew(
    api: Api, city: World, server: databases.Server
) -> None:
    database = api.services.store.database
    if database.dialect != "postgres":
        pytest.skip("SQLite's file is open as long as the process lives")
    begun = 0

    async def work(tx: Transaction) -> int:
        nonlocal begun
        begun += 1
        if begun == 1:
            ((process,),) = await tx.fetch("SELECT pg_backend_pid()")
            await server._admin(f"SELECT pg_terminate_backend({process})")
        return int((await tx.fetch("SELECT 5"))[0][0])

    assert await database.transaction(work) == 5
    assert begun == 2


async def test_what_was_sent_to_be_committed_is_not_begun_anew(api: Api, city: World) -> None:
    database = api.services.store.database
    if database.dialect != "postgres":
        pytest.skip("SQLite's file is open as long as the process lives")
    begun = 0

    async def work(tx: Transaction) -> None:
        nonlocal begun
        begun += 1
        tx.connection._transport.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    with pytest.raises(Unavailable):
        await database.transaction(work)
    assert begun == 1
