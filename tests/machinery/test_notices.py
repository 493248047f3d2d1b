"""Notices: those nearest to what runs out are told of it, once, and hear of it; nobody hears of another's."""

from datetime import timedelta

import pytest

from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from tests.support.api import Api
from tests.support.jobs import account, finish, worker
from tests.support.world import NOW, World

NOTICES = (
    "{ notices(orderBy: SENT_AT_ASC) { totalCount nodes { id englishText chineseText subject state readAt version } } }"
)
READ = "mutation($i: MarkNoticeReadInput!) { markNoticeRead(input: $i) { notice { state readAt } errors { code } } }"


@pytest.fixture(scope="module")
async def people(services: Services, city: World) -> dict[str, Actor]:
    """Officers of foreign affairs: of one school, of the other's county, of the city; and a principal."""
    of = {
        "school": (city.schools["东城小学"], Level.UNIT, "foreign_affairs"),
        "county": (city.west, Level.COUNTY, "foreign_affairs"),
        "city": (city.bureau, Level.CITY, "foreign_affairs"),
        "principal": (city.schools["东城小学"], Level.UNIT, "principal"),
    }
    return {name: await account(services, name, unit, level, role) for name, (unit, level, role) in of.items()}


async def morning(services: Services, parts: Catalogue, clock: FixedClock, days: int) -> None:
    clock.moment = NOW + timedelta(days=days)
    doing = worker(services, *parts.tasks)
    await doing.plan()
    await finish(doing)
    clock.moment = NOW


async def test_the_nearest_are_reminded_once(
    services: Services, parts: Catalogue, clock: FixedClock, nobody: Api, people: dict[str, Actor]
) -> None:
    async def told(name: str) -> list[str]:
        nodes = (await nobody.as_(people[name]).ask(NOTICES)).data["notices"]["nodes"]
        return [f"{node['subject'].partition(':')[0]} {node['chineseText']}" for node in nodes]

    await morning(services, parts, clock, days=24)  # 5 November: Emma's residence permit ends on the 20th
    assert await told("school") == ["ResidencePermit 居留许可的有效期将于 2026-11-20 到期，还有 15 天。"]
    assert await told("county") == [], "it is another county's"
    assert await told("city") == [], "the school has an officer of its own"
    assert await told("principal") == [], "and a principal is none"
    await morning(services, parts, clock, days=24)
    assert len(await told("school")) == 1
    await morning(services, parts, clock, days=260)  # the end of June: John's contract, Emma's too
    assert {text.partition(" ")[0] for text in await told("county")} == {
        "ForeignTeacher",
        "ResidencePermit",
        "WorkPermit",
    }
    assert await told("city") == []


async def test_a_notice_is_read_by_its_owner_alone(nobody: Api, people: dict[str, Actor]) -> None:
    mine = nobody.as_(people["school"])
    first = (await mine.ask(NOTICES)).data["notices"]["nodes"][0]
    strange = (await nobody.as_(people["city"]).ask(READ, i={"id": first["id"]})).data["markNoticeRead"]
    assert [error["code"] for error in strange["errors"]] == ["NOT_FOUND"]
    once = (await mine.ask(READ, i={"id": first["id"]})).data["markNoticeRead"]
    assert once["notice"]["state"] == "READ"
    twice = (await mine.ask(READ, i={"id": first["id"]})).data["markNoticeRead"]
    assert twice == once
    counts = "{ noticesSummary(by: [STATE]) { nodes { key { state } count } } }"
    all_of_them = (await mine.ask(NOTICES)).data["notices"]["totalCount"]
    groups = (await mine.ask(counts)).data["noticesSummary"]["nodes"]
    assert {group["key"]["state"]: group["count"] for group in groups} == {"READ": 1, "UNREAD": all_of_them - 1}


async def test_what_is_ones_own_says_nothing_of_whose_it_is(nobody: Api) -> None:
    names = (
        '{ __type(name: "Notice") { fields { name } } filter: __type(name: "NoticeFilter") { inputFields { name } } }'
    )
    told = (await nobody.ask(names)).data
    found = {f["name"] for f in told["__type"]["fields"]} | {f["name"] for f in told["filter"]["inputFields"]}
    assert not found & {"owner", "key"}
