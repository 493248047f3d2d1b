"""Those who take part in inspections, and what they do, through GraphQL alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bureau.graph.context import Services
from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.rules import Level
from bureau.machinery.inspections.sweeping import sweep_inspections
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account, asked, finish, worker
from tests.support.world import World

SHOWN = "inspection { id number state lamp due redFrom score result defenceUntil rectifyDue lateFrom settledOn }"
INSPECTION = """query($id: ID!) { inspection(id: $id) { id number state lamp due yellowFrom redFrom score result opinion
    defenceUntil publishedOn rectifyDue rectifiedOn lateFrom recheck settledOn timesReturned timesExtended unitName
    team { nodes { name isLead asideOn } } entries(orderBy: SAID_AT_ASC) { nodes { sort text saidBy } }
    findings { nodes { place text state } } files { nodes { id fileName isOfUnit } } } }"""
SCHEME = {
    "code": "PRIVATE-YEARLY",
    "name": "民办学校年度检查方案",
    "category": "ANNUAL",
    "valid": {"from": "2026-01-01"},
    "organiser": "999",
    "hasSelfReport": True,
    "hasSiteCheck": True,
    "leastTeam": 2,
    "defenceDays": 3,
    "passedFrom": "80.00",
    "basicFrom": "60.00",
    "barsEnrolment": True,
    "basis": "民办教育促进法实施条例第四十七条",
    "isVerified": True,
}
ITEMS = (
    # heading, name, weight, veto
    ("依法办学", "办学许可证在有效期内", "1.00", True),
    ("财务管理", "经审计的年度财务会计报告", "2.00", False),
    ("安全管理", "校舍和消防安全", "1.00", False),
)
MET = ("MET", "MET", "MET")


@dataclass(frozen=True)
class People:
    """Officers of the bureau and of two counties, of a private school and of a public one, by name; and their API."""

    api: Api
    actors: dict[str, Actor]
    school: str
    """The private school, of the west."""
    scheme: str
    items: Sequence[str]

    def __getitem__(self, name: str) -> Api:
        return self.api.as_(self.actors[name])


async def private_school(api: Api, city: World, name: str = "西城民办小学", code: str = "2151000777") -> str:
    """A private primary school of the west."""
    made = await api.write(
        "createSchool",
        "school { id }",
        code=code,
        name=name,
        type="211",
        organiser="999",
        superior=f"Office:{city.west}",
        division=await _division(api, "510105"),
        operation={"from": "2015-09-01"},
    )
    assert said(made) == [], made
    return str(made["school"]["id"])


async def _division(api: Api, code: str) -> str:
    query = "query($code: String!) { divisions(filter: { code: { eq: $code } }) { nodes { id } } }"
    return str((await api.data(query, code=code))["divisions"]["nodes"][0]["id"])


async def scheme_of(api: Api, **more: Any) -> tuple[str, list[str]]:
    """A scheme and its items."""
    made = await api.write("createInspectionScheme", "inspectionScheme { id }", **{**SCHEME, **more})
    assert said(made) == [], made
    scheme, items = str(made["inspectionScheme"]["id"]), []
    for place, (heading, name, weight, is_veto) in enumerate(ITEMS, 1):
        rule = {"demand": f"{name}。", "method": "DOCUMENT", "basis": "民办教育促进法", "isVerified": place == 1}
        what = {"place": place, "heading": heading, "name": name, "weight": weight, "isVeto": is_veto}
        item = await api.write("createInspectionItem", "inspectionItem { id }", scheme=scheme, **what, **rule)
        assert said(item) == [], item
        items.append(str(item["inspectionItem"]["id"]))
    return scheme, items


async def officers(api: Api, services: Services, city: World) -> People:
    """Who inspects, who leads, and who is inspected; one of them works at the school as well."""
    school = await private_school(api, city)
    number = int(school.split(":")[1])
    wanted = {
        "bureau": (city.bureau, Level.CITY, "registrar"),
        "west": (city.west, Level.COUNTY, "registrar"),
        "west_inspector": (city.west, Level.COUNTY, "inspector"),
        "west_other": (city.west, Level.COUNTY, "director"),
        "east": (city.east, Level.COUNTY, "registrar"),
        "school": (number, Level.UNIT, "principal"),
        "public": (city.schools["西城小学"], Level.UNIT, "principal"),
        "zone": (number, Level.UNIT, "inspector"),
    }
    made = {name: await account(services, name, unit, level, role) for name, (unit, level, role) in wanted.items()}
    scheme, items = await scheme_of(api)
    return People(api, made, school, scheme, items)


async def open_round(people: People, by: str, office: str, **more: Any) -> Any:
    """A round that somebody opens, as it was answered."""
    given = {"title": "2026 年民办学校年度检查", "year": 2026, "selfReportDue": "2026-10-20", "due": "2026-11-30"}
    selection = "inspectionRound { id unitCount inspections { nodes { id unitName state due lamp } } }"
    wanted = {"office": office, "scheme": people.scheme, **given, **more}
    return await people[by].write("openInspectionRound", selection, **wanted)


async def opened(people: People, city: World, *team: str, **more: Any) -> str:
    """The id of an inspection of the private school by its county, with a team whose first member leads."""
    made = await open_round(people, "west", f"Office:{city.west}", units=[{"unit": people.school}], **more)
    assert said(made) == [], made
    (one,) = made["inspectionRound"]["inspections"]["nodes"]
    named = [{"username": name, "isLead": name == team[0]} for name in team]
    if named:
        answer = await people["west"].write("assignInspectors", id=made["inspectionRound"]["id"], inspectors=named)
        assert said(answer) == [], answer
    return str(one["id"])


async def does(people: People, name: str, verb: str, one: str, **given: Any) -> list[tuple[str, str]]:
    """Use a verb on an inspection; each fault as code and field."""
    return said(await people[name].write(verb, SHOWN, id=one, **given))


async def seen(people: People, name: str, one: str) -> Any:
    """An inspection as somebody sees it; None if they do not."""
    return (await people[name].data(INSPECTION, id=one))["inspection"]


def scored(people: People, *verdicts: str) -> list[Mapping[str, Any]]:
    """Scores of the items in their order; a number is a score in part."""
    return [
        {"item": item, "verdict": "PARTLY", "score": verdict}
        if verdict[0].isdigit()
        else {"item": item, "verdict": verdict}
        for item, verdict in zip(people.items, verdicts, strict=True)
    ]


async def brought_to_result(people: People, city: World, *verdicts: str) -> str:
    """An inspection of the private school with a result."""
    one = await opened(people, city, "west_inspector", "west")
    for name, verb, given in (
        ("school", "handInSelfReport", {"text": "自查无问题"}),
        ("west_inspector", "beginDocumentCheck", {}),
        ("west_inspector", "beginSiteCheck", {"visitedOn": "2026-10-14"}),
        ("west", "scoreInspection", {"scores": scored(people, *verdicts)}),
        ("west_inspector", "giveInspectionResult", {"opinion": "详见评分"}),
    ):
        assert await does(people, name, verb, one, **given) == [], verb
    return one


async def swept(services: Services) -> None:
    """Let the morning's sweep be done, for the day of the clock."""
    await asked(services, SYSTEM, sweep_inspections)
    await finish(worker(services, sweep_inspections))
