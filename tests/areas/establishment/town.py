"""A county with its offices and schools, and those who decide what becomes of schools, through GraphQL alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bureau.catalogue import Catalogue
from bureau.kernel.actor import Actor
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.registry.school import School
from bureau.registry.school_year import SchoolYear
from bureau.registry.term import Term
from bureau.registry.unit import Office
from tests.areas.students.rollover.county import County, county
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account

AUTUMN = "2026-09-01"
"""The first day of the term in which tests happen: a boundary, and it has come."""
STEPS = {
    # step of the procedure: who decides it, one after the other
    "acceptance": ("clerk",),
    "review": ("clerk",),
    "visit": ("inspector", "clerk_two"),
    "experts": ("inspector",),
    "publicity": ("clerk",),
    "approval": ("director",),
    "government": ("clerk",),
}
TERMS = (
    ("2025-2026", "1", date(2025, 9, 1), date(2026, 1, 20)),
    ("2025-2026", "2", date(2026, 2, 24), date(2026, 7, 5)),
    ("2026-2027", "1", date(2026, 9, 1), date(2027, 1, 23)),
)
CASE = """query($id: ID!) { case(id: $id) { id number state step unitName endReason remedyChinese
    steps(orderBy: SEQUENCE_ASC) { nodes { code unitName state publicUntil publicChinese } } } }"""
RUN = """query($id: ID!) { reorganisation(id: $id) { id state sort pupils classes teachers posts campuses chineseReason
    document job { state chineseOutcome }
    classLines(first: 100, orderBy: NUMBER_ASC) { nodes { name nextName nextNumber pupils } }
    findings(first: 100) { nodes { code isBlocking chineseText englishText record } } } }"""


@dataclass
class Town:
    """The county of the tests and all who act in it."""

    county: County
    city: int
    clock: FixedClock
    actors: dict[str, Actor]

    @property
    def api(self) -> Api:
        return self.county.api

    def __getitem__(self, name: str) -> Api:
        return self.api.as_(self.actors[name])

    def id(self, school: str) -> str:
        return f"School:{self.county.schools[school]}"

    async def write(self, who: str, verb: str, selection: str = "", **given: Any) -> dict[str, Any]:
        """Use a verb that must succeed."""
        payload: dict[str, Any] = await self[who].write(verb, selection, **given)
        assert payload["errors"] == [], payload["errors"]
        return payload

    async def refused(self, who: str, verb: str, **given: Any) -> list[tuple[str, str]]:
        """Use a verb that must be refused; its faults."""
        return said(await self[who].write(verb, "", **given))

    async def open(self, verb: str, who: str = "applicant", **given: Any) -> dict[str, Any]:
        """Open a case under a procedure."""
        payload = await self.write(who, verb, "establishmentCase { id } warnings { code path message }", **given)
        return {**payload["establishmentCase"], "warnings": payload["warnings"]}

    async def case(self, id_: str) -> dict[str, Any]:
        found: dict[str, Any] = (await self["clerk"].data(CASE, id=id_))["case"]
        return found

    async def decide(self, id_: str, prefix: str = "") -> dict[str, Any]:
        """Let everybody approve, until the case is over or somebody's decision is refused; the last payload."""
        payload: dict[str, Any] = {"errors": []}
        for _ in range(12):
            case = await self.case(id_)
            if case["state"] != "OPEN" or payload["errors"]:
                return {**payload, "case": case}
            for who in STEPS[case["step"]]:
                payload = await self.decide_one(prefix + who, case)
        return payload

    async def decide_one(self, who: str, case: dict[str, Any]) -> dict[str, Any]:
        """Approve the step at which a case waits; what is public is so for its days first."""
        step = next(one for one in case["steps"]["nodes"] if one["code"] == case["step"])
        given = {}
        if step["publicUntil"]:
            day = date.fromisoformat(step["publicUntil"]) + timedelta(days=1)
            self.clock.moment = self.clock.moment.replace(year=day.year, month=day.month, day=day.day)
        if case["step"] == "government":
            given = {"number": "金府函〔2026〕9号", "date": "2026-10-12"}
        payload: dict[str, Any] = await self[who].write(
            "decideCase", "case { id state }", id=case["id"], decision="APPROVE", step=case["step"], **given
        )
        return payload

    async def school(self, name: str, type_: str, code: str) -> int:
        """A school with a code."""
        given: dict[str, Any] = {"superior": self.county.office, "division": self.county.division, "type": type_}
        given |= {"founded_on": date(1990, 9, 1)}
        made = await self.county.add(lambda make: make(School, name=name, code=code, **given))
        self.county.schools[name] = made.id
        return int(made.id)

    async def propose(self, name: str, type_: str, **values: Any) -> str:
        """A proposal of a school; its id."""
        given = {
            "unit": f"Office:{self.county.office}",
            "name": name,
            "type": type_,
            "division": f"Division:{self.county.division}",
            "organiser": "831",
            "address": "金牛区新区大道1号",
            "places": 1620,
            "opensOn": AUTUMN,
            "grounds": "学位不足",
        }
        payload = await self.write("clerk", "proposeSchool", "schoolProposal { id }", **(given | values))
        return str(payload["schoolProposal"]["id"])

    async def run(self, id_: str) -> dict[str, Any]:
        found: dict[str, Any] = (await self["clerk"].data(RUN, id=id_))["reorganisation"]
        return found

    async def plan(self, verb: str, **given: Any) -> dict[str, Any]:
        """Plan what becomes of schools; as it stands once it is previewed."""
        asked = {"effectiveOn": AUTUMN, "reason": "生源减少，整合资源"}
        payload = await self.write("clerk", verb, "reorganisation { id }", **(asked | given))
        await self.county.work()
        return await self.run(payload["reorganisation"]["id"])

    async def hand_over(self, school: str, receiver: str) -> None:
        """Let a school hand everything over."""
        await self.write("clerk", "beginHandover", "school { id }", id=self.id(school), receiver=self.id(receiver))
        text = "query($s: ID!) { handoverItems(filter: { school: { id: { eq: $s } } }) { nodes { id } } }"
        for one in (await self["clerk"].data(text, s=self.id(school)))["handoverItems"]["nodes"]:
            await self.write("clerk", "settleHandover", "handoverItem { state }", id=one["id"], document="交接1号")

    async def commit(self, id_: str, name: str) -> dict[str, Any]:
        await self.write("clerk", "commitReorganisation", "reorganisation { id }", id=id_, confirmation=name)
        await self.county.work()
        return await self.run(id_)

    async def undo(self, id_: str) -> dict[str, Any]:
        await self.write("clerk", "undoReorganisation", "reorganisation { id }", id=id_, reason="批复有误")
        await self.county.work()
        return await self.run(id_)

    async def rows(self, sql: str, *values: Any) -> Sequence[tuple[Any, ...]]:
        return [tuple(row) for row in await self.api.services.store.database.readers.fetch(sql, list(values))]


async def town(api: Api, parts: Catalogue, clock: FixedClock) -> Town:
    """The county, its offices and those who work in them; no schools yet."""
    made = await county(api, parts)

    async def build(make: Any) -> int:
        years = {year.name: year.id for year in await SchoolYear.all()}
        for year, season, start, until in TERMS:
            await make(Term, school_year=years[year], season=season, period=(start, until), status="OPEN")
        return int((await Office.get(category="BUREAU")).id)

    bureau = await made.add(build)
    offices = {
        "applicant": (made.office, Level.COUNTY, "registrar"),
        "clerk": (made.office, Level.COUNTY, "registrar"),
        "clerk_two": (made.office, Level.COUNTY, "registrar"),
        "inspector": (made.office, Level.COUNTY, "inspector"),
        "director": (made.office, Level.COUNTY, "director"),
        "city_clerk": (bureau, Level.CITY, "registrar"),
        "city_clerk_two": (bureau, Level.CITY, "registrar"),
        "city_inspector": (bureau, Level.CITY, "inspector"),
        "city_director": (bureau, Level.CITY, "director"),
    }
    actors = {name: await account(api.services, f"town_{name}", *where) for name, where in offices.items()}
    return Town(made, bureau, clock, actors)
