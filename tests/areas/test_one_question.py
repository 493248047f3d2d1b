"""One question across four departments: one request, one statement, and every answer within the asker's own scope."""

from collections.abc import Sequence
from typing import Any

import pytest

from bureau.access.documents import shipped
from bureau.catalogue import Catalogue
from bureau.kernel.actor import Actor
from bureau.kernel.rules import Level
from tests.support.api import Api
from tests.support.live import PASSWORD, Live
from tests.support.people import DIRECTOR, actor, of_county, of_school
from tests.support.world import World

DOCUMENT = shipped()["schools-whose-foreign-teachers-lapse"]
QUESTION = DOCUMENT.text
SOON = {"from": "2026-10-12", "until": "2026-12-11", "fiscalYear": 2026, "schoolYear": 2026, "semester": "AUTUMN"}
EAST = {
    "name": "东城小学",
    "superior": {"name": "锦江区教育局"},
    "foreignTeachers": {
        "nodes": [
            {
                "person": {
                    "name": "Emma Brown",
                    "nationality": {"code": "GBR", "label": "United Kingdom of Great Britain and Northern Ireland"},
                },
                "effectiveUntil": "2026-11-20",
                "firstToEnd": "RESIDENCE_PERMIT",
            }
        ]
    },
    "appropriations": {"nodes": [{"count": 2, "sum": {"amount": "150000.55"}}]},
    "pupilsOnAid": {"totalCount": 2},
    "belowPutonghua": {"totalCount": 1},
}


@pytest.fixture
def statements(api: Api, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements that reading connections run meanwhile."""
    seen: list[str] = []
    readers = api.services.store.database.answering
    fetch = readers.fetch

    async def noted(sql: str, values: Sequence[Any] = (), **named: Any) -> Any:
        seen.append(sql)
        return await fetch(sql, values, **named)

    monkeypatch.setattr(readers, "fetch", noted)
    return seen


def said(found: Any) -> list[Any]:
    """The schools of an answer, without what ids and codes they have."""
    schools = found["schools"]["nodes"]
    for school in schools:
        for name in ("id", "code"):
            school.pop(name)
        for teacher in school["foreignTeachers"]["nodes"]:
            teacher.pop("id")
    return schools


@pytest.mark.parametrize("county", [False, True])
async def test_the_city_and_the_county_are_answered_by_one_statement(
    api: Api, city: World, statements: list[str], county: bool
) -> None:
    asker = of_county(city.east, "director", "director_opened") if county else DIRECTOR
    found = await api.as_(asker).data(QUESTION, **SOON)
    assert said(found) == [EAST]
    # Others only price it: they explain it, and look how large the tables are.
    (reading,) = (sql for sql in statements if "void_reason" in sql and not sql.startswith("EXPLAIN"))
    assert all(table in reading for table in ("foreign_teacher", "appropriation", "aid_award", "putonghua_standing"))


def test_those_below_are_counted_by_an_index_alone(parts: Catalogue) -> None:
    indexes = {index.columns for index in parts.tables["putonghua_standing"].indexes}
    assert ("unit_id", "state", "void_reason") in indexes


@pytest.mark.parametrize("roles", [("registrar",), ("foreign_affairs",), ("funds",), ("aid",), ("language",)])
async def test_one_office_sees_of_it_what_is_its_own(api: Api, city: World, roles: tuple[str, ...]) -> None:
    everything = "{ foreignTeachers { totalCount } appropriations { totalCount } aidAwards { totalCount } putonghuaStandings { totalCount } }"  # fmt: skip
    found = await api.as_(of_county(city.east, *roles)).data(everything)
    seen = {name for name, list_ in found.items() if list_["totalCount"]}
    assert (
        seen
        == {
            "registrar": set(),
            "foreign_affairs": {"foreignTeachers"},
            "funds": {"appropriations", "aidAwards"},
            "aid": {"aidAwards"},
            "language": {"putonghuaStandings"},
        }[roles[0]]
    )


async def test_another_county_and_a_school_of_it_see_nothing_of_it(api: Api, city: World) -> None:
    outsiders: list[Actor] = [
        of_county(city.west, "director", "director_opened"),
        of_school(city.schools["西城小学"], "director", "director_opened"),
        actor(("registrar", Level.COUNTY, city.east)),
    ]
    for outsider in outsiders:
        assert said(await api.as_(outsider).data(QUESTION, **SOON)) == []


async def test_the_filter_tells_nothing_that_the_lists_would_not(api: Api, city: World) -> None:
    """Who reads schools and no foreign teachers finds no school by them."""
    later = {**SOON, "until": "2030-01-01"}
    assert len(said(await api.as_(DIRECTOR).data(QUESTION, **later))) == 2
    assert said(await api.as_(of_county(city.east)).data(QUESTION, **later)) == []


@pytest.mark.parametrize("username", ["director", "east-director"])
def test_it_is_answered_over_http_as_a_stored_document(live: Live, username: str) -> None:
    sign_in = "mutation($i: SignInInput!) { signIn(input: $i) { errors { code } } }"
    with live.client() as client:
        given = {"i": {"username": username, "password": PASSWORD}}
        assert (
            client.post("/graphql", json={"query": sign_in, "variables": given}).json()["data"]["signIn"]["errors"]
            == []
        )
        found = client.post("/graphql", json={"documentId": DOCUMENT.id, "variables": SOON}).json()
        assert said(found["data"]) == [EAST]
        table = client.get(f"/q/{DOCUMENT.name}.csv", params=SOON)
        assert "150000.55" in table.text
