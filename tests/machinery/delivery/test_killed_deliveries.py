"""A process killed while it delivers: what was under way comes again under its id, and nothing else does."""

import asyncio
import contextlib
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bureau.access.account import Account
from bureau.catalogue import Catalogue
from bureau.kernel.words import Words
from bureau.machinery.delivery.hooks import webhook_secret
from bureau.machinery.delivery.hooks.webhook import Webhook
from bureau.machinery.delivery.mail.mail_address import MailAddress
from bureau.machinery.notices.notice import Message, send
from bureau.main import opened
from bureau.settings import Settings
from bureau.storage.journal import Entry, write_journal
from bureau.storage.transaction import Transaction
from tests.support import databases
from tests.support.receiver import receiving
from tests.support.smtp import mail_server
from tests.support.world import World

PATIENCE = 60
MAILS = 5


@contextlib.asynccontextmanager
async def deliverer(settings: Settings) -> AsyncIterator[None]:
    """A process that delivers; killed at the end."""
    said = settings.model_dump_json()
    found = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.support.killed_deliverer", said, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert found.stdout
        async with asyncio.timeout(PATIENCE):
            assert await found.stdout.readline() == b"at work\n"
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            found.send_signal(signal.SIGKILL)
        await found.wait()


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110 (another process ends it)
            await asyncio.sleep(0.02)


async def test_of_mails_one_is_in_doubt_and_comes_again_under_its_id(
    server: databases.Server, template: str, parts: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with mail_server(tmp_path) as box:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        mails = {"smtp_url": box.url(), "mail_from": "a@bureau.example.cn", "origins": "https://bureau.example.cn"}
        async with databases.database(server, template) as name:
            settings = server.settings(name, **mails, smtp_seconds=1, job_lease_seconds=1)
            async with opened(settings, parts) as services:
                store = services.store

                async def tell(tx: Transaction) -> None:
                    values = {"username": "told", "display_name": "told", "is_demo": False}
                    account = await store.create(tx, store.kind_of(Account), values)
                    held = {"owner": account.id, "address": "told@example.cn", "state": "VERIFIED", "wanted": "EACH"}
                    held |= {"language": "EN", "refusals": 0, "code_tries": 0}
                    await store.create(tx, store.kind_of(MailAddress), held)
                    words = Words("Something", "消息")
                    await send(store, [Message(account.id, words, "", f"notice {n}") for n in range(MAILS)], tx)

                await store.database.transaction(tell)
            box.to_mail = ["250 OK", "250 OK", "take and wait"]
            async with deliverer(settings):
                await until(lambda: len(box.taken) == 3)
            async with deliverer(settings):
                await until(lambda: len(box.taken) == MAILS + 1)
                await asyncio.sleep(1.2)  # in which one more would come
    counts = Counter(message["Message-ID"] for _, message in box.taken)
    assert sorted(counts.values()) == [1] * (MAILS - 1) + [2]
    assert counts[box.taken[2][1]["Message-ID"]] == 2


async def test_a_message_to_a_webhook_comes_again_under_its_id(
    server: databases.Server, small_world: tuple[str, World], parts: Catalogue
) -> None:
    city = small_world[1]
    with receiving() as receiver:
        receiver.always = None
        async with databases.database(server, small_world[0]) as name:
            settings = server.settings(name, webhook_networks="127.0.0.0/8", webhook_seconds=2, job_lease_seconds=1)
            async with opened(settings, parts) as services:
                store = services.store

                async def tell(tx: Transaction) -> str:
                    account = await Account.get(username="tester")
                    grant = {"account": account.id, "role": "integrator", "unit": city.bureau, "start": "2020-01-01"}
                    kinds = {kind.name: kind for kind in store.kinds}
                    await store.create(tx, kinds["role_grant"], grant)
                    hook = await store.create(
                        tx,
                        kinds["webhook"],
                        {
                            "owner": account.id,
                            "name": "tests",
                            "url": receiver.url,
                            "kinds": "Student",
                            "state": "ACTIVE",
                        }
                        | {"failures": 0, "made_at": tx.now(), "told_position": await tx.position(), "told_number": 0},
                    )
                    assert isinstance(hook, Webhook)
                    pupils = sorted(city.students.values())
                    await write_journal(tx, [Entry("update", kinds["student"], one) for one in pupils])
                    return await webhook_secret.renew(store, tx, hook)

                secret = await store.database.transaction(tell)
            pupils = len(city.students)
            async with deliverer(settings):
                await until(lambda: len(receiver.got) >= 1)
            before, receiver.always = len(receiver.got), 204
            async with deliverer(settings):
                await until(lambda: len({got.id for got in receiver.got[before:]}) == pupils)
                await asyncio.sleep(1.2)  # in which one more would come
    counts = Counter(got.id for got in receiver.got)
    assert len(counts) == pupils
    assert {counts[got.id] for got in receiver.got[:before]} == {2}
    assert max(counts.values()) == 2
    assert all(got.is_signed_by(secret) for got in receiver.got)
    assert len({(got.id, got.raw) for got in receiver.got}) == pupils, "the same message, byte for byte"
