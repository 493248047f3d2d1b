"""Mails: an address counts once its code came back; each notice is told once, and nothing of what it says leaves."""

import contextlib
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.http.app import web_application
from bureau.http.unsubscribing import UnsubscribeEndpoint
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.delivery.mail.mailing import Mailing
from bureau.machinery.notices.notice import Message, send
from bureau.main import opened
from bureau.settings import MailServer
from tests.support import databases
from tests.support.api import Api
from tests.support.jobs import account, finish, worker
from tests.support.smtp import MailBox, mail_server
from tests.support.world import World

ORIGIN = "https://bureau.example.cn"
MINE = "{ mailAddresses { nodes { id shown state wanted language refusals refusal version } } viewer { mailsAreSent } }"
MAILS = "{ mails(orderBy: MADE_AT_ASC) { nodes { sort state attempts nextAt failure } } }"
CONFIRM = "mutation($i: ConfirmMailAddressInput!) { confirmMailAddress(input: $i) { errors { code path message } } }"
MONDAY = datetime(2026, 10, 12, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailBox]:
    directory = tmp_path_factory.mktemp("mail")
    with mail_server(directory) as found, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(directory / "ca.pem"))
        yield found


@pytest.fixture(scope="module")
async def sending(
    server: databases.Server, small_world: tuple[str, World], parts: Catalogue, box: MailBox, clock: FixedClock
) -> AsyncIterator[Services]:
    """A bureau with a mail server."""
    mails = {"smtp_url": box.url(), "mail_from": "教育局 <no-reply@bureau.example.cn>", "origins": ORIGIN}
    async with databases.database(server, small_world[0]) as name:
        async with opened(server.settings(name, **mails, smtp_seconds=5), parts, clock) as found:
            yield found


@contextlib.asynccontextmanager
async def nothing(app: Starlette) -> AsyncIterator[None]:
    yield


@dataclass
class Person:
    """Somebody with an account of their own, and the clock and the box that they share."""

    services: Services
    api: Api
    box: MailBox
    clock: FixedClock

    @property
    def number(self) -> int:
        assert self.api.actor.account
        return self.api.actor.account

    async def address(self) -> Any:
        """Their address, as they see it."""
        (only,) = (await self.api.data(MINE))["mailAddresses"]["nodes"]
        return only

    async def set(self, address: str, language: str = "EN") -> Any:
        return await self.api.write("setMailAddress", "mailAddress { state }", address=address, language=language)

    async def confirm(self, code: str) -> list[str]:
        reply = await self.api.data(CONFIRM, i={"id": (await self.address())["id"], "code": code})
        return [error["code"] for error in reply["confirmMailAddress"]["errors"]]

    async def tell(self, key: str, subject: str = "") -> None:
        """Send them a notice whose words must not leave the house."""
        message = Message(self.number, Words("曾晓明 is late", "曾晓明迟到"), subject, key)
        await self.services.store.database.transaction(lambda tx: send(self.services.store, [message], tx))

    async def mailed(self) -> list[tuple[str, Any]]:
        """What the server took when all that is due was sent."""
        before = len(self.box.taken)
        while await Mailing(self.services.store).turn():
            pass
        return self.box.taken[before:]

    async def mails(self) -> list[Any]:
        return (await self.api.data(MAILS))["mails"]["nodes"]

    async def verified(self, address: str, **chosen: str) -> "Person":
        """With an address whose code came back."""
        await self.set(address, chosen.get("language", "EN"))
        ((_, message),) = await self.mailed()
        assert await self.confirm(code_in(message)) == []
        if chosen:
            given = {"wanted": "EACH", "language": "EN", **chosen, "id": (await self.address())["id"]}
            assert (await self.api.write("chooseMails", **given))["errors"] == []
        return self


def code_in(message: Any) -> str:
    found = re.search(r"\b\d{6}\b", message.get_body(("plain",)).get_content())
    assert found
    return found[0]


@pytest.fixture
async def person(
    sending: Services,
    schema: BureauSchema,
    box: MailBox,
    clock: FixedClock,
    request: pytest.FixtureRequest,
    city: World,
) -> Person:
    clock.moment = MONDAY
    name = request.node.name.replace("test_", "")[:50]
    actor = await account(sending, re.sub(r"[^a-z_]", "", name), city.bureau, Level.CITY, "registrar")
    return Person(sending, Api(sending, schema, Gateway(schema, sending.store.database.settings), actor), box, clock)


async def test_an_address_counts_once_its_code_came_back(person: Person) -> None:
    assert (await person.set("Wang.Fang@school.example.cn"))["errors"] == []
    held = await person.address()
    assert (held["shown"], held["state"]) == ("W***@school.example.cn", "UNVERIFIED")
    await person.tell("before")
    ((to, message),) = await person.mailed()
    assert to == "Wang.Fang@school.example.cn"
    assert "List-Unsubscribe" not in message
    code = code_in(message)
    assert await person.confirm(f"{(int(code) + 1) % 1_000_000:06}") == ["INVALID"]
    assert await person.confirm(f"{code[:3]} {code[3:]}") == []
    assert (await person.address())["state"] == "VERIFIED"
    assert await person.confirm(code) == ["ENDED"], "a code is good once"
    assert await person.mailed() == [], "what was told before is not mailed"


async def test_a_code_is_guessed_a_few_times_and_sent_a_few_times(person: Person) -> None:
    await person.set("guess@example.cn")
    ((_, message),) = await person.mailed()
    wrong = f"{(int(code_in(message)) + 1) % 1_000_000:06}"
    assert [await person.confirm(wrong) for _ in range(5)] == [["INVALID"]] * 5
    assert await person.confirm(code_in(message)) == ["ENDED"], "the right one comes too late"
    again = {"id": (await person.address())["id"]}
    codes = [(await person.api.write("sendMailCode", **again))["errors"] for _ in range(5)]
    assert [bool(errors) for errors in codes] == [False] * 4 + [True]
    assert codes[-1][0]["code"] == "BUDGET_SPENT"
    assert len(await person.mailed()) == 1, "codes that were replaced are not sent"
    person.clock.moment += timedelta(days=1, minutes=1)
    assert (await person.api.write("sendMailCode", **again))["errors"] == []
    ((_, message),) = await person.mailed()
    person.clock.moment += timedelta(minutes=31)
    assert await person.confirm(code_in(message)) == ["ENDED"], "it is too old"


@pytest.mark.parametrize(
    "address", ["nobody", "a@b", "a b@example.cn", "a@example.cn\nBcc: b@example.cn", "<a@example.cn>"]
)
async def test_what_is_no_address_is_refused(person: Person, address: str) -> None:
    assert [error["code"] for error in (await person.set(address))["errors"]] == ["INVALID"]


async def test_a_notice_is_mailed_once_and_says_nothing_of_anybody(person: Person, city: World) -> None:
    await person.verified("each@example.cn", language="ZH")
    pupil = f"Student:{city.students['曾晓明']}"
    await person.tell("one", pupil)
    await person.tell("one", pupil)
    ((to, message),) = await person.mailed()
    assert (to, message["From"], message["Subject"]) == (
        "each@example.cn", "教育局 <no-reply@bureau.example.cn>", "您有一条新消息",
    )  # fmt: skip
    said = "".join(message.get_body((form,)).get_content() for form in ("plain", "html")) + str(message["Subject"])
    assert "学生：1 条" in said
    assert f"{ORIGIN}/records/{pupil}" in said
    fetch = person.services.store.database.readers.fetch
    names = [row[0] for row in await fetch("SELECT name FROM person")]
    assert len(names) > 8
    assert [name for name in names if name in said] == []
    assert "迟到" not in said
    assert await person.mailed() == []
    assert [mail["state"] for mail in await person.mails()] == ["SENT", "SENT"]


async def test_an_id_is_the_same_when_a_mail_is_sent_again(person: Person) -> None:
    await person.verified("again@example.cn")
    await person.tell("late")
    person.box.to_mail = ["450 4.2.1 busy"]
    assert await person.mailed() == []
    (mail,) = [mail for mail in await person.mails() if mail["sort"] == "NOTICE"]
    assert (mail["state"], mail["attempts"], mail["failure"]) == ("WAITING", 1, "450 4.2.1 busy")
    assert await person.mailed() == [], "not before its time"
    person.clock.moment += timedelta(seconds=61)
    person.box.to_mail = ["take and drop"]
    ((_, first),) = await person.mailed()
    person.clock.moment += timedelta(seconds=301)
    ((_, second),) = await person.mailed()
    assert first["Message-ID"] == second["Message-ID"], "whether the first one was taken nobody could know"
    assert [mail["state"] for mail in await person.mails() if mail["sort"] == "NOTICE"] == ["SENT"]


async def test_an_address_that_refuses_for_good_is_set_aside(person: Person) -> None:
    await person.verified("gone@example.cn")
    for number in range(3):
        await person.tell(f"mail {number}")
        person.box.to_address = ["550 5.1.1 no such user"]
        assert await person.mailed() == []
    failed = [mail for mail in await person.mails() if mail["sort"] == "NOTICE"]
    assert [(mail["state"], mail["attempts"], mail["failure"]) for mail in failed] == [
        ("FAILED", 1, "550 5.1.1 no such user")
    ] * 3
    held = await person.address()
    assert (held["state"], held["refusals"], held["refusal"]) == ("SET_ASIDE", 3, "550 5.1.1 no such user")
    notices = (await person.api.data("{ notices { nodes { englishText } } }"))["notices"]["nodes"]
    assert any("set aside" in notice["englishText"] for notice in notices)
    await person.tell("afterwards")
    assert await person.mailed() == []


async def test_one_connection_serves_many_and_one_refusal_holds_up_none(person: Person) -> None:
    await person.verified("many@example.cn")
    for number in range(5):
        await person.tell(f"many {number}")
    before, person.box.to_mail = len(person.box.signed_in), ["250 OK", "554 5.7.1 not this one"]
    assert len(await person.mailed()) == 4
    assert len(person.box.signed_in) == before + 1


async def test_a_connection_that_is_lost_leaves_one_in_doubt_and_the_others_untouched(person: Person) -> None:
    await person.verified("lost@example.cn")
    for number in range(3):
        await person.tell(f"lost {number}")
    person.box.to_mail = ["250 OK", "drop"]
    assert len(await person.mailed()) == 1
    told = [(mail["state"], mail["attempts"]) for mail in await person.mails() if mail["sort"] == "NOTICE"]
    assert told == [("SENT", 1), ("WAITING", 1), ("WAITING", 0)]
    person.clock.moment += timedelta(minutes=2)
    assert len(await person.mailed()) == 2


async def test_a_server_that_is_away_is_tried_again_for_days_and_then_no_more(
    person: Person, sending: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    await person.verified("away@example.cn")
    await person.tell("away")
    monkeypatch.setattr(sending.store.database.settings, "mail_server", MailServer("127.0.0.1", 9, "none"))
    for _ in range(10):
        assert await person.mailed() == []
        person.clock.moment += timedelta(days=1, seconds=1)
    (mail,) = [mail for mail in await person.mails() if mail["sort"] == "NOTICE"]
    assert (mail["state"], mail["attempts"]) == ("FAILED", 10)
    assert (await person.address())["refusals"] == 0, "it is not the address's fault"


async def test_a_morning_brings_one_mail_for_what_came_since_the_last(person: Person, parts: Catalogue) -> None:
    await person.verified("daily@example.cn", wanted="DAILY")
    person.clock.moment += timedelta(hours=1)
    await person.tell("a", "School:3")
    await person.tell("b", "School:4")
    await person.tell("c")
    assert await person.mailed() == []

    async def morning(moment: datetime) -> list[tuple[str, Any]]:
        person.clock.moment = moment
        doing = worker(person.services, *[task for task in parts.tasks if task.name == "send_digests"])
        await doing.plan()
        await finish(doing)
        return [mail for mail in await person.mailed() if mail[0] == "daily@example.cn"]

    ((_, message),) = await morning(datetime(2026, 10, 13, 0, 1, tzinfo=UTC))
    assert message["Subject"] == "3 notices wait for you"
    said = message.get_body(("plain",)).get_content()
    assert "School: 2" in said
    assert "Other notices: 1" in said
    assert await morning(datetime(2026, 10, 14, 0, 1, tzinfo=UTC)) == [], "nothing came since"
    person.clock.moment = datetime(2026, 10, 16, 12, 0, tzinfo=UTC)
    await person.tell("d")
    assert await morning(datetime(2026, 10, 17, 0, 1, tzinfo=UTC)) == [], "a Saturday"
    ((_, message),) = await morning(datetime(2026, 10, 19, 0, 1, tzinfo=UTC))
    assert message["Subject"] == "1 notices wait for you"


async def test_a_click_stops_mails_and_looking_at_the_link_does_not(person: Person) -> None:
    await person.verified("click@example.cn")
    await person.tell("click")
    ((_, message),) = await person.mailed()
    link = message["List-Unsubscribe"].strip("<>").removeprefix(ORIGIN)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    app = web_application(nothing, person.services.store.database.settings)
    app.state.unsubscribing = UnsubscribeEndpoint(person.services)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ORIGIN) as client:
        assert (await client.get(link)).status_code == 200
        assert (await person.address())["wanted"] == "EACH"
        forged = f"{link[:-1]}{'A' if link[-1] != 'A' else 'B'}"
        assert (await client.post(forged)).status_code == 404
        posted = await client.post(
            link, data={"List-Unsubscribe": "One-Click"}, headers={"origin": "https://mail.example.com"}
        )
        assert posted.status_code == 200
    assert (await person.address())["wanted"] == "NONE"
    await person.tell("after the click")
    assert await person.mailed() == []


async def test_what_was_read_by_then_and_what_another_address_has_is_not_mailed(person: Person) -> None:
    await person.verified("first@example.cn")
    await person.tell("read")
    notice = (await person.api.data("{ notices { nodes { id } } }"))["notices"]["nodes"][0]
    await person.api.write("markNoticeRead", id=notice["id"])
    await person.tell("moved")
    await person.set("second@example.cn")
    mailed = await person.mailed()
    assert [to for to, _ in mailed] == ["second@example.cn"]
    assert sorted(mail["state"] for mail in await person.mails() if mail["sort"] == "NOTICE") == ["DROPPED"] * 2


async def test_an_address_is_kept_from_all_others_and_from_the_trails(person: Person, nobody_else: Api) -> None:
    await person.verified("very.own@example.cn")
    assert (await nobody_else.data(MINE))["mailAddresses"]["nodes"] == []
    assert (await nobody_else.data(MAILS))["mails"]["nodes"] == []
    fetch = person.services.store.database.readers.fetch
    for table, column in (("journal", "changes"), ("mail", "key"), ("idempotency", "faults")):
        assert not [row for row in await fetch(f"SELECT {column} FROM {table}") if "very.own@" in str(row[0])]
    gone = await person.api.write("removeMailAddress", "mailAddress { state shown }", id=(await person.address())["id"])
    assert gone["mailAddress"] == {"state": "REMOVED", "shown": None}
    assert not [row for row in await fetch("SELECT address FROM mail_address") if row[0] == "very.own@example.cn"]


@pytest.fixture
async def nobody_else(person: Person, city: World) -> Api:
    return person.api.as_(await account(person.services, "somebody_else", city.bureau, Level.CITY, "registrar"))


async def test_where_no_server_is_named_that_is_said(services: Services, nobody: Api, city: World) -> None:
    api = nobody.as_(await account(services, "no_mails", city.bureau, Level.CITY, "registrar"))
    assert (await api.data(MINE))["viewer"] == {"mailsAreSent": False}
    refused = await api.write("setMailAddress", address="a@example.cn", language="ZH")
    assert [error["code"] for error in refused["errors"]] == ["MAIL_UNAVAILABLE"]


def test_settings_of_mails_that_cannot_be_meant_are_refused(server: databases.Server) -> None:
    whole = {"smtp_url": "smtp://127.0.0.1", "mail_from": "a@example.cn", "origins": ORIGIN}
    assert server.settings("unused", **whole).mail_server is not None
    for wrong in ({"smtp_url": "http://127.0.0.1"}, {"mail_from": "nobody"}, {"origins": ""}):
        with pytest.raises(ValueError, match="BUREAU_|must read"):
            server.settings("unused", **{**whole, **wrong})
