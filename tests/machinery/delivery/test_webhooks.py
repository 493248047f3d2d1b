"""Webhooks: a program is told which records changed, signed, in order, again where it did not answer, and never more."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook, WebhookVerificationError
from starlette.responses import RedirectResponse, Response

from bureau.access.session import Token
from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.clock import FixedClock
from bureau.kernel.narrowing import UNNARROWED
from bureau.kernel.rules import Level
from bureau.machinery.delivery.deliverer import Deliverer
from bureau.machinery.delivery.hooks import telling
from bureau.main import opened
from bureau.storage.journal import Entry, write_journal
from bureau.storage.transaction import Transaction
from tests.support import databases
from tests.support.api import Api
from tests.support.jobs import account, finish, worker
from tests.support.receiver import Receiver, endless, receiving
from tests.support.world import World

HOOKS = "{ webhooks { nodes { id name url kinds verbs state whyOff failures restsUntil toldAt version } } }"
SECRET = "mutation($i: RenewWebhookSecretInput!) { renewWebhookSecret(input: $i) { secret errors { code path } } }"
DELIVERIES = """query($on: ID!) { webhookDeliveries(orderBy: MADE_AT_ASC, filter: { webhook: { id: { eq: $on } } }) {
  nodes { id messageId event subject recordVersion verb state attempts status latency nextAt failure } } }"""


@pytest.fixture(scope="module")
async def hooked(
    server: databases.Server, small_world: tuple[str, World], parts: Catalogue, clock: FixedClock
) -> AsyncIterator[Services]:
    """A bureau that may tell receivers on this machine."""
    clock.moment = datetime.now(UTC)
    async with databases.database(server, small_world[0]) as name:
        settings = server.settings(name, webhook_networks="127.0.0.0/8", webhook_seconds=1)
        async with opened(settings, parts, clock) as found:
            yield found


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@dataclass
class Integrator:
    """Somebody who has programs told, what delivers, and the clock."""

    services: Services
    api: Api
    deliverer: Deliverer
    clock: FixedClock

    async def hook(self, url: str, kinds: str = "School", **given: Any) -> "Hook":
        """A webhook with a secret."""
        made = await self.api.write("createWebhook", "webhook { id }", name="tests", url=url, kinds=kinds, **given)
        assert made["errors"] == []
        return Hook(self, made["webhook"]["id"], await self.secret(made["webhook"]["id"]))

    async def secret(self, identity: str) -> str:
        renewed = (await self.api.data(SECRET, i={"id": identity}))["renewWebhookSecret"]
        assert renewed["errors"] == []
        return str(renewed["secret"])

    async def tell(self) -> None:
        """Let messages wait, once all that was committed is closed: others' transactions may keep it open."""
        database = self.services.store.database
        ((last,),) = await database.readers.fetch("SELECT max(position) FROM journal")
        while (await database.feed.closed()).position < last:  # noqa: ASYNC110 (other processes end it)
            await asyncio.sleep(0.02)
        await self.deliverer.telling.turn()

    async def deliver(self) -> None:
        """Send all that is due."""
        await self.tell()
        while await self.deliverer.sending.turn():
            await self.deliverer.sending.settle()

    async def journal(self, kind: str, *records: int, verb: str = "update") -> None:
        """Let records be changed, as far as the journal knows."""
        store = self.services.store
        of = {one.name: one for one in store.kinds}[kind]

        async def work(tx: Transaction) -> None:
            await write_journal(tx, [Entry(verb, of, record) for record in records])

        await store.database.transaction(work)


@dataclass
class Hook:
    """A webhook of an integrator's."""

    of: Integrator
    id: str
    secret: str

    async def stands(self) -> Any:
        nodes = (await self.of.api.data(HOOKS))["webhooks"]["nodes"]
        return next(node for node in nodes if node["id"] == self.id)

    async def deliveries(self) -> list[Any]:
        return (await self.of.api.data(DELIVERIES, on=self.id))["webhookDeliveries"]["nodes"]

    async def do(self, verb: str, **given: Any) -> list[str]:
        written = await self.of.api.write(verb, id=self.id, **given)
        return [error["code"] for error in written["errors"]]


@pytest.fixture
async def integrator(
    hooked: Services, schema: BureauSchema, clock: FixedClock, request: pytest.FixtureRequest, city: World
) -> AsyncIterator[Integrator]:
    """The integrator of one county, and what delivers; their hooks are off afterwards."""
    name = "".join(c for c in request.node.name.removeprefix("test_") if c.isalnum())[:50]
    actor = await account(hooked, name, city.east, Level.COUNTY, "integrator")
    api = Api(hooked, schema, Gateway(schema, hooked.store.database.settings), actor)
    deliverer = Deliverer(hooked.store, hooked.engine)
    yield Integrator(hooked, api, deliverer, clock)
    await deliverer.sending.stop()
    for node in (await api.data(HOOKS))["webhooks"]["nodes"]:
        if node["state"] != "OFF":
            await api.write("switchWebhookOff", id=node["id"], reason="done")


async def test_a_change_is_told_signed_and_by_ids_alone(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    hook = await integrator.hook(receiver.url)
    school = city.schools["东城小学"]
    await integrator.journal("school", school)
    await integrator.deliver()
    (got,) = receiver.got
    body = Webhook(hook.secret).verify(got.raw, got.headers)
    with pytest.raises(WebhookVerificationError):
        Webhook(hook.secret).verify(got.raw + b" ", got.headers)
    assert set(body) == {"type", "timestamp", "data"}
    assert body["type"] == "school.update"
    position = body["data"].pop("position")
    assert position.isdecimal()
    assert body["data"] == {"kind": "School", "id": f"School:{school}", "version": 1, "verb": "update"}
    assert got.headers["content-type"] == "application/json"
    (delivery,) = await hook.deliveries()
    assert (delivery["state"], delivery["attempts"], delivery["status"]) == ("DELIVERED", 1, 204)
    assert delivery["messageId"] == got.id
    await integrator.deliver()
    assert len(receiver.got) == 1
    assert (await hook.stands())["toldAt"]


async def test_only_the_kinds_and_verbs_that_are_wanted_are_told_and_none_of_another_county(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    await integrator.hook(receiver.url, "School Student", verbs="registerStudent, update")
    mine, theirs = city.schools["东城小学"], city.schools["西城小学"]
    await integrator.journal("school", mine, verb="create")
    await integrator.journal("school", theirs)
    await integrator.journal("student", city.students["张丽"], verb="register_student")
    await integrator.journal("student", city.students["王芳"], verb="register_student")
    await integrator.journal("person", city.persons["王芳"])
    await integrator.deliver()
    assert [(got.body["type"], got.told) for got in receiver.got] == [
        ("student.registerStudent", f"Student:{city.students['王芳']}")
    ]


async def test_many_changes_of_one_record_are_told_once_by_the_last(
    integrator: Integrator, receiver: Receiver, city: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hook = await integrator.hook(receiver.url, "Student")
    pupils = [city.students[name] for name in ("曾晓明", "王芳", "李伟")]
    for verb in ("promote", "update", "promote_again"):
        await integrator.journal("student", *pupils, verb=verb)
    monkeypatch.setattr(telling, "MOST_AT_ONCE", 4)  # the last of each is in another batch than the first
    await integrator.deliver()
    assert sorted(got.told for got in receiver.got) == sorted(f"Student:{one}" for one in pupils)
    assert {got.body["data"]["verb"] for got in receiver.got} == {"promoteAgain"}
    assert {one["state"] for one in await hook.deliveries()} == {"DELIVERED", "SUPERSEDED"}


async def test_who_does_not_answer_is_tried_again_later_each_time_under_the_same_id(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    hook = await integrator.hook(receiver.url)
    await integrator.journal("school", city.schools["东城中学"])
    receiver.answers = [500, RedirectResponse(receiver.url + "/elsewhere"), None, 404]
    for wait, failure in ((5, "HTTP 500"), (300, "redirects"), (1800, "No answer within 1 s"), (7200, "HTTP 404")):
        await integrator.deliver()
        (delivery,) = await hook.deliveries()
        assert delivery["state"] == "WAITING"
        assert failure in delivery["failure"]
        due = datetime.fromisoformat(delivery["nextAt"]) - integrator.clock.now()
        assert due == timedelta(seconds=wait)
        assert (await hook.stands())["state"] == "FAILING"
        integrator.clock.moment += timedelta(seconds=wait - 1)
        await integrator.deliver()
        integrator.clock.moment += timedelta(seconds=1)
    await integrator.deliver()
    assert [got.path for got in receiver.got] == ["/hook"] * 5
    assert len({got.id for got in receiver.got}) == 1
    assert len({got.raw for got in receiver.got}) == 1
    assert all(got.is_signed_by(hook.secret) for got in receiver.got)
    assert (await hook.deliveries())[0]["state"] == "DELIVERED"
    assert ((await hook.stands())["state"], (await hook.stands())["failures"]) == ("ACTIVE", 0)


async def test_what_nobody_takes_is_given_up_and_the_webhook_is_switched_off(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    hook = await integrator.hook(receiver.url)
    await integrator.journal("school", city.schools["东城中学"])
    receiver.always = 500
    for _ in range(10):
        await integrator.deliver()
        integrator.clock.moment += timedelta(days=1)
    (delivery,) = await hook.deliveries()
    assert (delivery["state"], delivery["attempts"], delivery["nextAt"]) == ("GIVEN_UP", 10, None)
    held = await hook.stands()
    assert (held["state"], "until the last attempt" in held["whyOff"]) == ("OFF", True)
    (notice,) = (await integrator.api.data("{ notices { nodes { englishText subject } } }"))["notices"]["nodes"]
    assert "was switched off" in notice["englishText"]
    receiver.always = 204
    await integrator.journal("school", city.schools["东城小学"])
    await integrator.deliver()
    assert len(receiver.got) == 10
    assert await hook.do("resumeWebhook") == []
    await integrator.journal("school", city.schools["东城中学"])
    await integrator.deliver()
    assert [got.told for got in receiver.got[10:]] == [f"School:{city.schools['东城中学']}"], (
        "what came while it was off is not"
    )


async def test_gone_means_never_again(integrator: Integrator, receiver: Receiver, city: World) -> None:
    hook = await integrator.hook(receiver.url)
    receiver.answers = [410]
    await integrator.journal("school", city.schools["东城中学"])
    await integrator.deliver()
    assert ((await hook.stands())["state"], (await hook.deliveries())[0]["state"]) == ("OFF", "GIVEN_UP")


async def test_who_asks_for_time_is_given_it(integrator: Integrator, receiver: Receiver, city: World) -> None:
    await integrator.hook(receiver.url)
    receiver.answers = [Response(status_code=429, headers={"retry-after": "600"})]
    await integrator.journal("school", city.schools["东城中学"])
    await integrator.deliver()
    await integrator.journal("school", city.schools["东城小学"])
    integrator.clock.moment += timedelta(seconds=599)
    await integrator.deliver()
    assert len(receiver.got) == 1, "a message that was never tried waits as well"
    integrator.clock.moment += timedelta(seconds=1)
    await integrator.deliver()
    assert len(receiver.got) == 3


async def test_one_that_hangs_holds_up_no_other_and_a_long_answer_is_not_read(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    with receiving() as hanging, receiving() as talking:
        hanging.always, talking.answers = None, [endless()]
        hooks = [await integrator.hook(one.url) for one in (hanging, talking, receiver)]
        await integrator.journal("school", city.schools["东城小学"])
        await integrator.tell()
        await integrator.deliverer.sending.turn()
        async with asyncio.timeout(0.9):  # before the one that hangs is given up
            while [(await hook.deliveries())[0]["state"] for hook in hooks[1:]] != ["DELIVERED"] * 2:  # noqa: ASYNC110 (a thread ends it)
                await asyncio.sleep(0.02)
        assert (await hooks[0].deliveries())[0]["state"] == "SENDING"
        await integrator.deliverer.sending.settle()
        assert (await hooks[0].deliveries())[0]["failure"] == "No answer within 1 s"


async def test_a_later_change_overtakes_one_that_is_tried_again(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    hook = await integrator.hook(receiver.url)
    receiver.answers = [500]
    await integrator.journal("school", city.schools["东城小学"], verb="first")
    await integrator.deliver()
    await integrator.journal("school", city.schools["东城小学"], verb="second")
    integrator.clock.moment += timedelta(seconds=5)
    await integrator.deliver()
    assert [got.body["data"]["verb"] for got in receiver.got] == ["first", "second"]
    assert [one["state"] for one in await hook.deliveries()] == ["SUPERSEDED", "DELIVERED"]
    first = (await hook.deliveries())[0]
    again = await integrator.api.write("redeliver", "webhookDelivery { state }", id=first["id"])
    assert again["webhookDelivery"]["state"] == "WAITING"
    await integrator.deliver()
    assert receiver.got[2].id == first["messageId"]


async def test_what_is_paused_waits_and_comes_once(integrator: Integrator, receiver: Receiver, city: World) -> None:
    hook = await integrator.hook(receiver.url)
    assert await hook.do("pauseWebhook") == []
    assert await hook.do("pauseWebhook") == ["TRANSITION"]
    assert await hook.do("sendTestMessage") == ["TRANSITION"]
    for verb in ("first", "second"):
        await integrator.journal("school", city.schools["东城小学"], verb=verb)
        await integrator.deliver()
    assert receiver.got == []
    assert await hook.do("resumeWebhook") == []
    await integrator.deliver()
    assert [got.body["data"]["verb"] for got in receiver.got] == ["second"]


async def test_two_secrets_are_good_for_a_day_when_one_is_renewed(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    hook = await integrator.hook(receiver.url)
    new = await integrator.secret(hook.id)
    assert await hook.do("sendTestMessage") == []
    await integrator.deliver()
    integrator.clock.moment += timedelta(hours=25)
    assert await hook.do("sendTestMessage") == []
    await integrator.deliver()
    signed = [(got.is_signed_by(hook.secret), got.is_signed_by(new)) for got in receiver.got]
    assert signed == [(True, True), (False, True)]
    assert receiver.got[0].body["type"] == "webhook.test"
    rows = await integrator.services.store.database.readers.fetch("SELECT sealed FROM webhook_secret")
    assert not [row for row in rows if new.encode()[-20:] in bytes(row[0])]
    journal = await integrator.services.store.database.readers.fetch("SELECT changes FROM journal")
    assert not [row for row in journal if new[-20:] in str(row[0])]


async def test_what_the_owner_sees_no_more_when_it_is_sent_is_withheld(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    hook = await integrator.hook(receiver.url)
    receiver.answers = [500]
    await integrator.journal("school", city.schools["东城小学"])
    await integrator.deliver()
    database = integrator.services.store.database

    async def end(tx: Transaction) -> None:
        await tx.fetch(
            "UPDATE role_grant SET until = $2 WHERE account_id = $1", integrator.api.actor.account, tx.clock.today()
        )

    await database.transaction(end)
    integrator.clock.moment += timedelta(seconds=5)
    await integrator.deliver()
    assert len(receiver.got) == 1
    assert (await hook.deliveries())[0]["state"] == "WITHHELD"


async def test_a_token_narrows_what_is_told_and_ends_it(
    integrator: Integrator, receiver: Receiver, city: World
) -> None:
    store, number = integrator.services.store, integrator.api.actor.account

    async def make(tx: Transaction) -> Any:
        values = {
            "account": number,
            "name": "narrow",
            "digest": "0" * 63 + "1",
            "kinds": "Student",
            "created_at": tx.now(),
        }
        return await store.create(tx, store.kind_of(Token), values)

    token = await store.database.transaction(make)
    hook = await integrator.hook(receiver.url, "School Student", token=f"Token:{token.id}")
    await integrator.journal("school", city.schools["东城小学"])
    await integrator.journal("student", city.students["王芳"])
    await integrator.deliver()
    assert [got.told for got in receiver.got] == [f"Student:{city.students['王芳']}"]
    await store.database.transaction(
        lambda tx: tx.fetch("UPDATE token SET ended_at = $2 WHERE id = $1", token.id, tx.now())
    )
    await integrator.journal("student", city.students["王芳"])
    await integrator.deliver()
    assert len(receiver.got) == 1
    assert (await hook.stands())["state"] == "OFF"


async def test_a_webhook_is_its_owners_alone(
    integrator: Integrator, receiver: Receiver, city: World, hooked: Services
) -> None:
    hook = await integrator.hook(receiver.url)
    other = integrator.api.as_(await account(hooked, "another_integrator", city.east, Level.COUNTY, "integrator"))
    assert (await other.data(HOOKS))["webhooks"]["nodes"] == []
    assert (await other.data(DELIVERIES, on=hook.id))["webhookDeliveries"]["nodes"] == []
    for verb in ("pauseWebhook", "sendTestMessage"):
        refused = await other.write(verb, id=hook.id)
        assert [error["code"] for error in refused["errors"]] == ["NOT_FOUND"]
    refused = (await other.data(SECRET, i={"id": hook.id}))["renewWebhookSecret"]
    assert (refused["secret"], [error["code"] for error in refused["errors"]]) == (None, ["NOT_FOUND"])
    clerk = integrator.api.as_(await account(hooked, "no_integrator", city.east, Level.COUNTY, "personnel"))
    refused = await clerk.write("createWebhook", name="x", url=receiver.url, kinds="School")
    assert [error["code"] for error in refused["errors"]] == ["FORBIDDEN"]
    program = integrator.api.as_(integrator.api.actor.by(1, UNNARROWED))
    for verb, given in (("createWebhook", {}), ("updateWebhook", {"id": hook.id})):
        refused = await program.write(verb, name="x", url=receiver.url, kinds="School", **given)
        assert [error["code"] for error in refused["errors"]] == ["FORBIDDEN"]
    keeper = integrator.api.as_(await account(hooked, "security", city.bureau, Level.CITY, "security_admin"))
    assert hook.id in {node["id"] for node in (await keeper.data(HOOKS))["webhooks"]["nodes"]}
    off = await keeper.write("switchWebhookOff", "webhook { state }", id=hook.id, reason="unknown receiver")
    assert off["webhook"] == {"state": "OFF"}


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"url": "http://hooks.example.cn/"}, ["url"]),
        ({"url": "https://user:secret@hooks.example.cn/"}, ["url"]),
        ({"url": "ftp://hooks.example.cn/"}, ["url"]),
        ({"url": "https://10.0.0.1/"}, ["url"]),
        ({"url": "https://[::1]/"}, ["url"]),
        ({"url": "https://169.254.169.254/latest/meta-data"}, ["url"]),
        ({"url": "nonsense"}, ["url"]),
        ({"kinds": "Nobody"}, ["kinds"]),
        ({"kinds": "JournalEntry School"}, ["kinds"]),
        ({"verbs": "drop;table"}, ["verbs"]),
        ({"token": "Token:1"}, ["token"]),
    ],
)
async def test_what_cannot_be_meant_is_refused(
    integrator: Integrator, given: dict[str, str], refused: list[str]
) -> None:
    whole = {"name": "x", "url": "https://hooks.example.cn/", "kinds": "School", **given}
    written = await integrator.api.write("createWebhook", **whole)
    assert [error["path"] for error in written["errors"]] == [refused]
    assert all(error["message"] for error in written["errors"])


async def test_what_is_long_delivered_is_forgotten(
    integrator: Integrator, receiver: Receiver, city: World, parts: Catalogue
) -> None:
    hook = await integrator.hook(receiver.url)
    await integrator.journal("school", city.schools["东城小学"])
    await integrator.deliver()
    for days, left in ((29, 1), (3, 0)):
        integrator.clock.moment += timedelta(days=days)
        doing = worker(integrator.services, *[task for task in parts.tasks if task.name == "clear_deliveries"])
        await doing.plan()
        await finish(doing)
        assert len(await hook.deliveries()) == left
