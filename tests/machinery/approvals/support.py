"""Those who take part in transfers, and what they do with them, through GraphQL alone."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from bureau.access.account import Account
from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.storage.transaction import Transaction
from tests.support.api import Api
from tests.support.jobs import account
from tests.support.world import World

FORM = {"effectiveOn": "2026-10-12", "reason": "随父母迁居"}
SHOWN = """{ case { number state stepEnglish due unitName
    ... on StudentCase { student { id } } } errors { code path message } warnings { code } }"""
CASE = """query($id: ID!) { case(id: $id) { id number state step due endReason unitName subjectName
    entries(orderBy: PLACE_ASC) { nodes { argument englishName chineseValue } }
    parties { nodes { unitName } }
    steps(orderBy: SEQUENCE_ASC) { nodes { sequence code state unitName due cameOn isLate pausedOn pausedDays decision opinion
        decidedBy delegatedTo escalatedName documentNumber publicUntil publicChinese opinions { nodes { saidBy decision } } } }
    ... on StudentCase { student { person { name } } } } }"""


@dataclass(frozen=True)
class People:
    """The officers of the two schools and of the two counties, by name; and their API."""

    api: Api
    actors: dict[str, Actor]

    def __getitem__(self, name: str) -> Api:
        return self.api.as_(self.actors[name])


async def officers(api: Api, services: Services, city: World) -> People:
    """The west sends, the east receives; each school has two registrars."""
    east, west = city.schools["东城小学"], city.schools["西城小学"]
    wanted = {
        "to": (east, Level.UNIT, "registrar"),
        "to_other": (east, Level.UNIT, "registrar"),
        "to_aid": (east, Level.UNIT, "aid"),
        "east": (city.east, Level.COUNTY, "registrar"),
        "from": (west, Level.UNIT, "registrar"),
        "from_other": (west, Level.UNIT, "registrar"),
        "west": (city.west, Level.COUNTY, "registrar"),
        "west_other": (city.west, Level.COUNTY, "registrar"),
        "city": (city.bureau, Level.CITY, "registrar"),
        "middle": (city.schools["东城中学"], Level.UNIT, "registrar"),
    }
    made = {name: await account(services, name, unit, level, role) for name, (unit, level, role) in wanted.items()}
    return People(api, made)


async def apply(api: Api, city: World, pupil: str = "单雄信", to: str = "东城小学", **other: Any) -> dict[str, Any]:
    """Apply for a transfer, as it was answered."""
    given = {"student": f"Student:{city.students[pupil]}", "school": f"School:{city.schools[to]}", **FORM, **other}
    return await api.write("openTransfer", "studentCase { id number due step unitName }", **given)


async def opened(api: Api, city: World, pupil: str = "单雄信", **other: Any) -> str:
    """The id of a transfer that was applied for."""
    payload = await apply(api, city, pupil, **other)
    assert payload["errors"] == [], payload
    return str(payload["studentCase"]["id"])


async def does(api: Api, verb: str, case: str, **given: Any) -> list[tuple[str, str]]:
    """Use a verb on a case; each fault as code and field."""
    payload = await api.write(verb, "case { id state step }", id=case, **given)
    return [(error["code"], ".".join(error["path"] or [])) for error in payload["errors"]]


async def approve(api: Api, case: str, **given: Any) -> list[tuple[str, str]]:
    return await does(api, "decideCase", case, decision="APPROVE", **given)


async def seen(api: Api, case: str) -> Any:
    """A case as somebody sees it; None if they do not."""
    return (await api.data(CASE, id=case))["case"]


@contextlib.contextmanager
def at(clock: FixedClock, day: date) -> Iterator[None]:
    """Let it be another day meanwhile."""
    before, clock.moment = clock.moment, datetime.combine(day, time(2), UTC)
    yield
    clock.moment = before


async def of_person(services: Services, actor: Actor, person: int) -> None:
    """Say which person an account is of."""
    store = services.store

    async def work(tx: Transaction) -> None:
        held = await Account.get(id=actor.account)
        await store.change(tx, store.kind_of(Account), held, {"person": person})

    await store.database.transaction(work)


async def journal(services: Services) -> int:
    """How many entries the journal has."""
    return int((await services.store.database.readers.fetch("SELECT count(*) FROM journal"))[0][0])
