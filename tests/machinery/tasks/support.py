"""Those who take part in tasks, and what they do with them, through GraphQL alone."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bureau.graph.context import Services
from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.rules import Level
from bureau.machinery.tasks.sweeping import sweep_tasks
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account, asked, finish, worker
from tests.support.world import World

DUE = "2026-10-30"
WHAT = {"title": "校舍安全排查", "content": "排查隐患并报送整改清单", "source": "SUPERIOR", "due": DUE}
SHOWN = "assignedTask { id number state lamp due yellowFrom redFrom signDue score }"
TASK = """query($id: ID!) { assignedTask(id: $id) { id state lamp due yellowFrom redFrom signDue signedOn submittedOn score
    timesReturned timesReminded escalatedOn escalatedName documentNumber issuerName leadName
    parties(orderBy: ID_ASC) { nodes { unitName part signDue signedOn signedBy } }
    reports(orderBy: ID_ASC) { nodes { sort unitName text saidBy reporter { name } } }
    extensions(orderBy: ID_ASC) { nodes { id state until dueBefore decidedBy opinion } }
    handedOn(orderBy: ID_ASC) { nodes { id leadName issuerName due state } } } }"""


@dataclass(frozen=True)
class People:
    """Officers of the bureau, of a section, of two counties and of their schools, by name; and their API."""

    api: Api
    actors: dict[str, Actor]

    def __getitem__(self, name: str) -> Api:
        return self.api.as_(self.actors[name])


async def officers(api: Api, services: Services, city: World) -> People:
    """Two of the bureau and one of a section of it; one of each county; a school's registrar and its principal."""
    section = await api.write(
        "createOffice",
        "office { id }",
        code="510100-S01",
        name="办公室",
        category="SECTION",
        superior=f"Office:{city.bureau}",
    )
    assert said(section) == []
    wanted = {
        "bureau": (city.bureau, Level.CITY, "registrar"),
        "director": (city.bureau, Level.CITY, "director"),
        "section": (int(section["office"]["id"].split(":")[1]), Level.UNIT, "registrar"),
        "east": (city.east, Level.COUNTY, "registrar"),
        "east_other": (city.east, Level.COUNTY, "aid"),
        "west": (city.west, Level.COUNTY, "registrar"),
        "school": (city.schools["东城小学"], Level.UNIT, "registrar"),
        "principal": (city.schools["东城小学"], Level.UNIT, "principal"),
        "middle": (city.schools["东城中学"], Level.UNIT, "registrar"),
        "western": (city.schools["西城小学"], Level.UNIT, "registrar"),
    }
    made = {name: await account(services, name, unit, level, role) for name, (unit, level, role) in wanted.items()}
    return People(api, made)


def unit_of(people: People, name: str) -> str:
    """The id of the unit at which somebody works."""
    (grant,) = people.actors[name].grants
    is_office = grant.level is not Level.UNIT or name == "section"
    return f"{'Office' if is_office else 'School'}:{grant.unit}"


async def issue(people: People, by: str, to: str, *assisting: str, **more: Any) -> Any:
    """A task that somebody assigns to the unit of another, as it was answered."""
    helping = [{"unit": unit_of(people, name)} for name in assisting]
    given = {**WHAT, "issuer": unit_of(people, by), "lead": unit_of(people, to), "assisting": helping, **more}
    return await people[by].write("issueTask", f"{SHOWN} warnings {{ code }}", **given)


async def issued(people: People, by: str, to: str, *assisting: str, **more: Any) -> str:
    """The id of a task that was assigned."""
    answer = await issue(people, by, to, *assisting, **more)
    assert said(answer) == [], answer
    return str(answer["assignedTask"]["id"])


async def does(people: People, name: str, verb: str, task: str, **given: Any) -> list[tuple[str, str]]:
    """Use a verb on a task; each fault as code and field."""
    return said(await people[name].write(verb, SHOWN, id=task, **given))


async def seen(people: People, name: str, task: str) -> Any:
    """A task as somebody sees it; None if they do not."""
    return (await people[name].data(TASK, id=task))["assignedTask"]


STEPS: dict[str, tuple[tuple[str, str, dict[str, Any]], ...]] = {
    "ISSUED": (),
    "SIGNED": (("school", "signTask", {}),),
    "IN_PROGRESS": (("school", "reportTask", {"text": "已开始排查"}),),
    "SUBMITTED": (("school", "submitTask", {"text": "已整改完毕"}),),
    "RETURNED": (("bureau", "returnTask", {"reason": "缺少清单"}),),
    "ACCEPTED": (("school", "submitTask", {"text": "补报清单"}), ("bureau", "acceptTask", {})),
    "CLOSED": (("bureau", "closeTask", {}),),
}
"""How a task that the bureau assigned to the school comes to each state, from the one before."""


async def brought_to(people: People, state: str) -> str:
    """A task of the school's that stands in a state."""
    task = await issued(people, "bureau", "school", "western")
    for reached, steps in STEPS.items():
        for name, verb, given in steps:
            assert await does(people, name, verb, task, **given) == [], (reached, verb)
        if reached == state:
            break
    assert (await seen(people, "bureau", task))["state"] == state
    return task


async def swept(services: Services) -> None:
    """The sweep of today, as often as it is called."""
    await asked(services, SYSTEM, sweep_tasks)
    await finish(worker(services, sweep_tasks))


async def told(api: Api) -> list[str]:
    """What somebody was told, in order."""
    found = await api.data("{ notices(orderBy: ID_ASC) { nodes { englishText } } }")
    return [node["englishText"] for node in found["notices"]["nodes"]]


def day(text: str) -> date:
    return date.fromisoformat(text)
