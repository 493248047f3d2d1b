"""A bureau of its own for each history that is tried, driven from outside of any loop, and who works in it."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Coroutine
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from bureau.access.account import Account
from bureau.access.actors import actor_of
from bureau.areas.students.rollover.commit import roll_schools_over
from bureau.areas.students.rollover.preview import preview_schools
from bureau.areas.students.student_case import StudentCase
from bureau.catalogue import Catalogue
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.graph.schema import BureauSchema
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.machinery.approvals.case_step import CaseStep
from bureau.main import opened
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear
from bureau.registry.term import Term
from bureau.storage.transaction import Transaction
from tests.support import databases, world
from tests.support.api import Api
from tests.support.families import Family, bound, invited, signed_in
from tests.support.faults import said
from tests.support.jobs import account, finish, worker
from tests.support.people import REGISTRAR
from tests.support.world import World

T = TypeVar("T")

PHONE = "13711118888"
PLACES = {
    # name: (unit, level, role, whom the account's person is, if anybody of the register)
    "east_school": ("东城小学", Level.UNIT, "registrar", None),
    "east_principal": ("东城小学", Level.UNIT, "principal", "周校长"),
    "middle_school": ("东城中学", Level.UNIT, "registrar", None),
    "middle_principal": ("东城中学", Level.UNIT, "principal", None),
    "direct_school": ("成都市实验中学", Level.UNIT, "registrar", None),
    "west_school": ("西城小学", Level.UNIT, "registrar", None),
    "west_principal": ("西城小学", Level.UNIT, "principal", None),
    "east": ("east", Level.COUNTY, "registrar", None),
    "east_relative": ("east", Level.COUNTY, "registrar", "赵强"),
    "west": ("west", Level.COUNTY, "registrar", None),
    "west_other": ("west", Level.COUNTY, "registrar", None),
    "city": ("bureau", Level.CITY, "registrar", None),
    "city_other": ("bureau", Level.CITY, "registrar", None),
}
"""Who works where. `赵强` is a relative of 王芳; `parent` is the mother of 单雄信 by an account of her own."""
OFFICES = (*PLACES, "parent")
CLASSES = (
    ("东城小学", "P2", 1),
    ("东城小学", "P2", 2),
    ("东城小学", "P6", 1),
    ("西城小学", "P2", 1),
    ("东城中学", "J1", 1),
    ("成都市实验中学", "J1", 1),
)


@dataclass(frozen=True)
class Peopled:
    """The database that every history begins with: the small world, those who work in it, classes, the year to come."""

    name: str
    city: World
    accounts: dict[str, int]
    classes: dict[str, int]


@contextlib.asynccontextmanager
async def peopled(
    server: databases.Server, template: str, parts: Catalogue, schema: BureauSchema, city: World
) -> AsyncIterator[Peopled]:
    """A copy of the small world with all that histories need."""
    async with databases.database(server, template) as name:
        async with opened(server.settings(name), parts, FixedClock(world.NOW)) as services:
            nobody = Api(services, schema, Gateway(schema, server.settings("unused")))
            accounts, classes = await _accounts(nobody, city), await _around(services, city)
        yield Peopled(name, city, accounts, classes)


async def _accounts(nobody: Api, city: World) -> dict[str, int]:
    services, found = nobody.services, {}
    units = {"bureau": city.bureau, "east": city.east, "west": city.west, **city.schools}
    for name, (unit, level, role, person) in PLACES.items():
        made = await account(services, name, units[unit], level, role)
        found[name] = int(made.account or 0)
        if person:
            await _is_of(services, found[name], city.persons[person])
    number = await Family(services, city).guardian("单雄信", phone=PHONE)
    payload = await bound(nobody, await invited(nobody.as_(REGISTRAR), city, "单雄信"), number, PHONE)
    parent = await signed_in(services, payload["username"])
    return found | {"parent": int(parent.account or 0)}


async def _is_of(services: Services, number: int, person: int) -> None:
    store = services.store

    async def work(tx: Transaction) -> None:
        held = await Account.get(id=number)
        await store.change(tx, store.kind_of(Account), held, {"person": person})

    await store.database.transaction(work)


async def _around(services: Services, city: World) -> dict[str, int]:
    """Classes of the grades in which pupils are, the spring of the year, and the year that follows."""
    store = services.store

    async def work(tx: Transaction) -> dict[str, int]:
        async def make(record: type[Any], **values: Any) -> int:
            return int((await store.create(tx, store.kind_of(record), values)).id)

        spring = (date(2027, 2, 1), date(2027, 8, 31))
        await make(Term, school_year=city.school_year, season="2", period=spring, status="OPEN")
        next_ = await make(SchoolYear, name="2027-2028", period=(date(2027, 9, 1), date(2028, 9, 1)))
        await make(Term, school_year=next_, season="1", period=(date(2027, 9, 1), date(2028, 2, 1)), status="OPEN")
        for case in await StudentCase.filter(state="OPEN"):  # of the small world, whose form is not whole
            for step in await CaseStep.filter(case_id=case.id, state="WAITING"):
                await store.change(tx, store.kind_of(CaseStep), step, {"state": "DROPPED"})
            await store.change(tx, store.kind_of(StudentCase), case, {"state": "WITHDRAWN", "due": None})
        found = {"东城小学 P1 1": city.school_class}
        for school, grade, number in CLASSES:
            of = {"school": city.schools[school], "stage": grade[0], "grade": grade}
            entered = 2027 - int(grade[1:])
            found[f"{school} {grade} {number}"] = await make(SchoolClass, **of, entry_year=entered, number=number)
        return found

    return await store.database.transaction(work)


@dataclass
class Bureau:
    """One bureau that a history happens in; it is opened when it is made and gone when it is closed."""

    server: databases.Server
    parts: Catalogue
    schema: BureauSchema
    peopled: Peopled
    clock: FixedClock = field(default_factory=lambda: FixedClock(world.NOW))
    runner: asyncio.Runner = field(default_factory=asyncio.Runner)

    def __post_init__(self) -> None:
        self._stack = contextlib.AsyncExitStack()
        self.run(self._open())

    async def _open(self) -> None:
        name = await self._stack.enter_async_context(databases.database(self.server, self.peopled.name))
        settings = self.server.settings(name)
        self.services = await self._stack.enter_async_context(opened(settings, self.parts, self.clock))
        self._nobody = Api(self.services, self.schema, Gateway(self.schema, settings))
        self.actors: dict[str, Actor] = {}
        for who in OFFICES:
            found = await actor_of(self.services.store.database, self.peopled.accounts[who])
            assert found is not None
            self.actors[who] = found

    def close(self) -> None:
        self.run(self._stack.aclose())
        self.runner.close()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something on the bureau's own loop."""
        return self.runner.run(work)

    @property
    def city(self) -> World:
        return self.peopled.city

    @property
    def today(self) -> date:
        return self.clock.today()

    def api(self, who: str) -> Api:
        """The API as somebody sees it today: a guardian's child may be elsewhere by now."""
        if who == "registrar":
            return self._nobody.as_(REGISTRAR)
        if who == "parent":
            found = self.run(actor_of(self.services.store.database, self.peopled.accounts[who]))
            assert found is not None
            return self._nobody.as_(found)
        return self._nobody.as_(self.actors[who])

    def write(self, who: str, verb: str, selection: str = "", **given: Any) -> list[tuple[str, str]]:
        """Use a verb as somebody; its faults, each as code and field."""
        return said(self.run(self.api(who).write(verb, selection, **given)))

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a statement, as the product itself reads."""
        return [tuple(row) for row in self.run(self.services.store.database.readers.fetch(sql, list(values)))]

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.clock.moment += timedelta(days=days)

    def wait_until(self, day: date) -> None:
        self.clock.moment = datetime.combine(day, time(2), self.clock.moment.tzinfo)

    def work(self) -> None:
        """Do the jobs of roll-overs."""
        self.run(finish(worker(self.services, preview_schools, roll_schools_over)))
