"""The guard beneath the engine: of an engine that forgets all scope, a county is shown nobody of another."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bureau.engine.scope import Sight
from bureau.engine.tree import Always
from bureau.graph.gateway import Gateway
from bureau.kernel.actor import Actor, Wards
from bureau.kernel.rules import Level
from bureau.storage.transaction import Transaction
from tests.support import databases
from tests.support.api import Api
from tests.support.people import REGISTRAR, actor, of_county, of_school
from tests.support.world import SCHOOLS, STUDENTS, World

pytestmark = pytest.mark.skipif(databases.DIALECT == "sqlite", reason="SQLite has no roles")

EVERYTHING = """query($asOf: DateTime) {
    students(asOf: $asOf) { totalCount nodes { number person { name } enrolments { nodes { id } } } }
    found: students(search: "小", asOf: $asOf) { nodes { id } }
    studentsSummary(asOf: $asOf) { nodes { count } }
    enrolments { totalCount }
    guardianships { nodes { student { number } } }
    schools { nodes { name students { totalCount nodes { person { name } } } } }
}"""


@pytest.fixture
def blind(api: Api, monkeypatch: pytest.MonkeyPatch) -> Api:
    """The API over an engine that shows every row to everybody."""
    monkeypatch.setattr(Sight, "rows", lambda *_, **__: Always())
    return replace(api, gateway=Gateway(api.schema, api.services.store.database.settings))


def pupils(*superiors: str) -> set[str]:
    return {name for name, (school, *_) in STUDENTS.items() if SCHOOLS[school][2] in superiors}


async def test_an_engine_without_scope_shows_a_county_its_own(blind: Api, city: World) -> None:
    for who, superiors in (
        (of_county(city.east), ("east",)),
        (of_school(city.schools["西城小学"]), ("west",)),
        (of_school(city.schools["成都市实验中学"]), ("bureau",)),
        (actor(("registrar", Level.COUNTY, city.east), ("aid", Level.COUNTY, city.west)), ("east", "west")),
        (REGISTRAR, ("east", "west", "bureau")),
        (of_county(city.east, "director"), ()),
    ):
        for moment in (None, datetime.now(UTC).isoformat()):
            data = await blind.as_(who).data(EVERYTHING, asOf=moment)
            wanted = pupils(*superiors)
            assert {node["person"]["name"] for node in data["students"]["nodes"]} == wanted, who
            assert data["students"]["totalCount"] == len(wanted)
            assert sum(node["count"] for node in data["studentsSummary"]["nodes"]) == len(wanted)
            assert len(data["schools"]["nodes"]) >= len(SCHOOLS), "what is no person's is the engine's alone"
            nested = {p["person"]["name"] for s in data["schools"]["nodes"] for p in s["students"]["nodes"]}
            assert nested == wanted


async def test_a_guardian_is_shown_the_county_of_their_child(blind: Api, city: World) -> None:
    child = city.students["单雄信"]
    guardian = Actor(1, "tester").of(Wards((child,), (city.schools["西城小学"],)))
    data = await blind.as_(guardian).data(EVERYTHING)
    assert {node["person"]["name"] for node in data["students"]["nodes"]} == pupils("west")


async def test_whose_record_was_shared_is_shown_its_county(blind: Api, city: World) -> None:
    shared = of_county(city.west).with_shares({"Student": (city.students["孙悟"],)})
    data = await blind.as_(shared).data(EVERYTHING)
    assert {node["person"]["name"] for node in data["students"]["nodes"]} == pupils("west", "bureau")


async def test_a_record_answers_to_the_id_of_one_of_another_county_that_was_merged_into_it(
    api: Api, city: World
) -> None:
    kept, merged = city.students["王芳"], city.students["张丽"]
    merge = "UPDATE student SET merged_into_id = $2, void_reason = 'twice', position = $3 WHERE id = $1"

    async def work(tx: Transaction) -> None:
        await tx.fetch(merge, merged, kept, await tx.position())

    await api.services.store.database.transaction(work)
    one = "query($id: ID!, $asOf: DateTime) { student(id: $id, asOf: $asOf) { id formerIds } }"
    for moment in (None, datetime.now(UTC).isoformat()):
        data = await api.as_(of_county(city.east)).data(one, id=f"Student:{merged}", asOf=moment)
        assert data["student"] == {"id": f"Student:{kept}", "formerIds": [f"Student:{merged}"]}
