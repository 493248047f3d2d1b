"""Saved views: each account keeps its own, under names that it uses once."""

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.rules import Level
from tests.support.api import Api
from tests.support.jobs import account
from tests.support.world import World

VIEWS = (
    '{ savedViews(filter: { recordKind: { eq: "Student" } }, orderBy: NAME_ASC) { nodes { id name search version } } }'
)


@pytest.fixture(scope="module")
async def clerks(services: Services, city: World) -> tuple[Actor, Actor]:
    """Two of one school, of whom neither has anything to do with the other's views."""
    school = city.schools["东城小学"]
    return (
        await account(services, "views", school, Level.UNIT, "registrar"),
        await account(services, "other-views", school, Level.UNIT, "principal"),
    )


async def kept(api: Api, name: str, search: str = '{"search":"z"}') -> list[tuple[str, str]]:
    given = {"recordKind": "Student", "name": name, "search": search}
    payload = await api.write("createSavedView", "savedView { id }", **given)
    return [(error["code"], ".".join(error["path"])) for error in payload["errors"]]


async def test_each_keeps_their_own(nobody: Api, clerks: tuple[Actor, Actor]) -> None:
    one, other = (nobody.as_(clerk) for clerk in clerks)
    assert await kept(one, "住校生") == []
    assert await kept(other, "住校生") == [], "a name is taken for one account alone"
    assert await kept(one, "住校生") == [("DUPLICATE", "name")]
    assert await kept(one, "走读生", "[1]") == [("INVALID", "search")]
    assert await kept(one, "走读生", "{") == [("INVALID", "search")]
    (mine,) = (await one.data(VIEWS))["savedViews"]["nodes"]
    assert (mine["name"], mine["search"]) == ("住校生", '{"search":"z"}')
    (theirs,) = (await other.data(VIEWS))["savedViews"]["nodes"]
    assert theirs["id"] != mine["id"]
    for verb, given in (("updateSavedView", {"name": "所有"}), ("voidSavedView", {"reason": "不再使用"})):
        payload = await other.write(verb, "", id=mine["id"], **given)
        assert [error["code"] for error in payload["errors"]] == ["NOT_FOUND"], "nobody touches another's"
    payload = await one.write("updateSavedView", "savedView { name }", id=mine["id"], name="全部住校生")
    assert payload["savedView"] == {"name": "全部住校生"}
    assert (await one.write("voidSavedView", "", id=mine["id"], reason="不再使用"))["errors"] == []
    assert await kept(one, "全部住校生") == [], "and what was removed gives its name free"


async def test_nobody_keeps_any_without_an_account(nobody: Api) -> None:
    payload = await kept(nobody, "住校生")
    assert payload == [("FORBIDDEN", "")]
