"""Files of a document: added by who keeps it, opened by who sees it, taken back with a reason; none of a secret one."""

from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import Actor
from bureau.kernel.rules import Level
from tests.support import uploads
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account
from tests.support.world import World

LINK = "mutation($i: LinkRecordFileInput!) { linkRecordFile(input: $i) { link { url } errors { code } } }"
FILES = "query($id: ID!) { officialDocument(id: $id) { files { nodes { id fileName mediaType size addedBy } } } }"
GIVEN = {"sender": "青羊区教育局", "title": "关于报送台账的函", "datedOn": "2026-10-08"}


@pytest.fixture(scope="module")
async def clerk(services: Services, city: World) -> Actor:
    return await account(services, "clerk", city.schools["西城小学"], Level.UNIT, "registrar")


@pytest.fixture(scope="module")
async def others(services: Services, city: World) -> dict[str, Actor]:
    return {
        "above": await account(services, "above", city.west, Level.COUNTY, "director"),
        "elsewhere": await account(services, "elsewhere", city.schools["东城小学"], Level.UNIT, "principal"),
    }


async def registered(api: Api, city: World, number: str, **more: Any) -> str:
    unit = f"School:{city.schools['西城小学']}"
    made = await api.write("registerDocument", "officialDocument { id }", unit=unit, number=number, **GIVEN, **more)
    assert said(made) == []
    return str(made["officialDocument"]["id"])


async def uploaded(services: Services, owner: Actor, name: str = "正文.txt", data: bytes = uploads.TEXT) -> str:
    identity = await uploads.begun(services, owner, data, name)
    await services.files.upkeep.turn()
    return f"File:{identity}"


async def opens(api: Api, identity: str) -> list[str]:
    """Why somebody may not open a file of a document; empty where they may."""
    found = (await api.data(LINK, i={"id": identity, "field": "file"}))["linkRecordFile"]
    assert (found["link"] is None) is bool(found["errors"])
    return [error["code"] for error in found["errors"]]


async def test_a_file_is_for_those_who_see_the_document(
    api: Api, services: Services, city: World, clerk: Actor, others: dict[str, Actor]
) -> None:
    mine = api.as_(clerk)
    document = await registered(mine, city, "青教函〔2026〕5号")
    file = await uploaded(services, clerk)
    assert said(await api.as_(others["above"]).write("attachToDocument", id=document, file=file)) == [
        ("NOT_FOUND", "file")
    ]
    assert said(await mine.write("attachToDocument", id=document, file=file)) == []
    assert said(await mine.write("attachToDocument", id=document, file=file)) == [("DUPLICATE", "document")]
    (one,) = (await mine.data(FILES, id=document))["officialDocument"]["files"]["nodes"]
    assert (one["fileName"], one["size"], one["addedBy"]) == ("正文.txt", len(uploads.TEXT), "clerk")
    for name, codes in (("above", []), ("elsewhere", ["NOT_FOUND"])):
        assert await opens(api.as_(others[name]), one["id"]) == codes, name
    assert said(await mine.write("voidFile", id=file, reason="误传")) == [("IN_USE", "id")]
    assert said(await mine.write("voidDocumentFile", id=one["id"], reason="误传")) == []
    assert await opens(mine, one["id"]) == ["VOIDED"]
    assert (await mine.data(FILES, id=document))["officialDocument"]["files"]["nodes"] == []


async def test_nothing_of_a_secret_document_is_kept(api: Api, services: Services, city: World, clerk: Actor) -> None:
    mine = api.as_(clerk)
    document = await registered(mine, city, "青教函〔2026〕6号", secrecy="CONFIDENTIAL", keptAt="机要柜")
    file = await uploaded(services, clerk)
    assert said(await mine.write("attachToDocument", id=document, file=file)) == [("INVALID", "file")]


async def test_a_file_that_was_refused_is_not_added(api: Api, services: Services, city: World, clerk: Actor) -> None:
    mine = api.as_(clerk)
    document = await registered(mine, city, "青教函〔2026〕7号")
    wrong = await uploaded(services, clerk, "照片.png", b"hello")
    assert said(await mine.write("attachToDocument", id=document, file=wrong)) == [("INVALID", "file")]


async def test_a_form_for_it_takes_a_file_and_not_the_id_of_one(api: Api) -> None:
    asked = "{ catalogue { kinds { actions { name arguments { name type } } } } }"
    kinds = (await api.data(asked))["catalogue"]["kinds"]
    verbs = {verb["name"]: verb["arguments"] for kind in kinds for verb in kind["actions"]}
    assert [(one["name"], one["type"]) for one in verbs["attachToDocument"]] == [("file", "Upload")]
