"""Those who take part in what becomes of private schools, and what they do, through GraphQL alone."""

from dataclasses import dataclass
from typing import Any

from bureau.areas.establishment.private.licence import Licence
from bureau.graph.context import Services
from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.rules import Level
from bureau.machinery.jobs.task import Task
from tests.machinery.inspections.support import private_school
from tests.support import uploads
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account, asked, finish, worker
from tests.support.world import World

LICENCE = """query($id: ID!) { licence(id: $id) { id number state validFrom validUntil timesRenewed organiserName endedOn
    events(orderBy: ID_ASC) { nodes { sort text document } } } }"""
PUBLIC = """query($search: String) { publicLicences(search: $search) {
    nodes { number schoolName organiserName state validUntil endedOn } } }"""
CODE = "91110000600037341L"


@dataclass(frozen=True)
class People:
    """Officers of the west and of one of its private schools, by name; and their API."""

    api: Api
    actors: dict[str, Actor]
    services: Services
    city: World
    school: str
    organiser: str

    def __getitem__(self, name: str) -> Api:
        return self.api.as_(self.actors[name])

    @property
    def west(self) -> str:
        return f"Office:{self.city.west}"


async def officers(api: Api, services: Services, city: World) -> People:
    """Two registrars, an inspector and a director of the west; a principal and a registrar of the school."""
    school = await private_school(api, city)
    number = int(school.split(":")[1])
    wanted = {
        "west": (city.west, Level.COUNTY, "registrar"),
        "west_other": (city.west, Level.COUNTY, "registrar"),
        "west_inspector": (city.west, Level.COUNTY, "inspector"),
        "west_director": (city.west, Level.COUNTY, "director"),
        "east": (city.east, Level.COUNTY, "registrar"),
        "school": (number, Level.UNIT, "principal"),
    }
    made = {name: await account(services, name, unit, level, role) for name, (unit, level, role) in wanted.items()}
    runs = await organiser(api.as_(made["west"]), f"Office:{city.west}")
    return People(api, made, services, city, school, runs)


async def organiser(api: Api, office: str, name: str = "西城教育有限公司", **more: Any) -> str:
    """Somebody who runs private schools."""
    given = {"name": name, "sort": "ENTERPRISE", "creditCode": CODE, "hasStateAssets": False, **more}
    made = await api.write("createOrganiser", "organiser { id }", office=office, **given)
    assert said(made) == [], made
    return str(made["organiser"]["id"])


async def licensed(people: People, number: str = "教民510105000000777号", **more: Any) -> str:
    """A licence of the school, as if it had been issued long ago."""
    store = people.services.store

    values = {
        "number": number,
        "school": people.school,
        "school_name": "西城民办小学",
        "type": "211",
        "purpose": "NON_PROFIT",
        "organiser": people.organiser,
        "organiser_name": "西城教育有限公司",
        "address": "西城路 7 号",
        "principal_name": "何校长",
        "representative_name": "何校长",
        "office": people.west,
        "office_name": "青羊区教育局",
        "decision": "青教民〔2020〕7号",
        "issued_on": "2020-10-20",
        "valid_from": "2020-10-20",
        "valid_until": "2026-10-20",
        "times_renewed": 0,
        "state": "VALID",
        **more,
    }
    for name in ("school", "organiser", "office"):
        values[name] = int(str(values[name]).split(":")[1])
    made = await store.database.transaction(lambda tx: store.create(tx, store.kind_of(Licence), values))
    return f"Licence:{made.id}"


async def materials(people: People, name: str, *codes: str) -> list[dict[str, str]]:
    """Files that somebody uploaded, one for each material."""
    found = []
    for code in codes:
        identity = await uploads.begun(people.services, people.actors[name], uploads.TEXT, f"{code}.txt")
        found.append({"file": f"File:{identity}", "material": code})
    await people.services.files.upkeep.turn()
    return found


async def opens(people: People, who: str, verb: str, /, *codes: str, **given: Any) -> Any:
    """Apply under a procedure, with a file for each of some materials; as it was answered."""
    files = await materials(people, who, *codes)
    selection = "privateSchoolCase { id number step due } warnings { code message }"
    return await people[who].write(verb, selection, materials=files, **given)


async def decides(people: People, case: str, *names: str, **given: Any) -> list[tuple[str, str]]:
    """Approve one step after the other; the faults of the last."""
    faults: list[tuple[str, str]] = []
    for name in names:
        answer = await people[name].write("decideCase", "case { state step }", id=case, decision="APPROVE", **given)
        faults = said(answer)
    return faults


async def swept(services: Services, task: Task) -> None:
    """A task of the morning, done for the day of the clock."""
    await asked(services, SYSTEM, task)
    await finish(worker(services, task))
