"""Documents: ours numbered one after the other whoever comes first, those of others kept as they came and once."""

import asyncio
from itertools import count
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import Refusal
from bureau.kernel.rules import Level
from bureau.machinery.documents.numbering import issue_document
from bureau.storage.act import perform
from bureau.storage.transaction import Transaction
from tests.support import world
from tests.support.api import Api
from tests.support.faults import said
from tests.support.people import REGISTRAR, actor, of_county, of_school
from tests.support.world import World

SERIALS = count(100)
SHOWN = "officialDocument { id number datedOn direction unit { id } } warnings { code message }"
NUMBERS = """query($code: String!) { officialDocuments(filter: { organCode: { eq: $code } }, orderBy: ID_ASC) {
    nodes { number serial year } } }"""


async def organ(api: Api, city: World, code: str) -> str:
    """A new organ code of the bureau's."""
    made = await api.write(
        "createOrganCode", "organCode { id }", unit=f"Office:{city.bureau}", code=code, usedFor="发文"
    )
    assert said(made) == []
    return str(made["organCode"]["id"])


async def issued(api: Api, of: str, **more: Any) -> Any:
    return await api.write("issueDocument", SHOWN, organ=of, title="关于做好工作的通知", **more)


async def numbers(api: Api, code: str) -> list[str]:
    found = await api.data(NUMBERS, code=code)
    return [node["number"] for node in found["officialDocuments"]["nodes"]]


async def test_numbers_run_on_within_a_code_and_a_year(api: Api, city: World, clock: FixedClock) -> None:
    letters, orders = await organ(api, city, "蓉教函"), await organ(api, city, "蓉教令")
    for _ in range(2):
        await issued(api, letters)
    made = (await issued(api, orders, direction="INTERNAL"))["officialDocument"]
    assert (made["number"], made["datedOn"], made["direction"]) == ("蓉教令〔2026〕1号", "2026-10-12", "INTERNAL")
    clock.moment = world.NOW.replace(year=2027, month=1, day=4)
    assert (await issued(api, letters))["officialDocument"]["number"] == "蓉教函〔2027〕1号"
    clock.moment = world.NOW
    assert await numbers(api, "蓉教函") == ["蓉教函〔2026〕1号", "蓉教函〔2026〕2号", "蓉教函〔2027〕1号"]
    assert said(await issued(api, letters, direction="INCOMING")) == [("INVALID", "direction")]


async def test_many_at_once_get_each_number_once_and_none_is_left_out(
    api: Api, services: Services, city: World
) -> None:
    store, identity = services.store, int((await organ(api, city, "蓉教并")).split(":")[1])

    async def one(number: int) -> None:
        async def work(tx: Transaction) -> None:
            given = {"organ": identity, "title": f"第 {number} 件"}
            await perform(store, tx, issue_document, given)
            if number % 3 == 0:  # what is rolled back takes its number back
                raise Refusal([])

        await store.database.transaction(work, actor=REGISTRAR)

    outcomes = await asyncio.gather(*(one(number) for number in range(24)), return_exceptions=True)
    assert sum(isinstance(outcome, Refusal) for outcome in outcomes) == 8
    assert [outcome for outcome in outcomes if outcome is not None and not isinstance(outcome, Refusal)] == []
    found = await api.data(NUMBERS, code="蓉教并")
    serials = [node["serial"] for node in found["officialDocuments"]["nodes"]]
    assert sorted(serials) == list(range(1, 17))


async def test_a_number_that_was_made_void_is_given_to_no_other(api: Api, city: World) -> None:
    code = await organ(api, city, "蓉教废")
    first = (await issued(api, code))["officialDocument"]
    assert said(await api.write("voidOfficialDocument", id=first["id"], reason="印发有误")) == []
    assert (await issued(api, code))["officialDocument"]["number"] == "蓉教废〔2026〕2号"
    assert said(await api.write("voidOrganCode", id=code, reason="停用")) == []
    again = await organ(api, city, "蓉教废")
    assert (await issued(api, again))["officialDocument"]["number"] == "蓉教废〔2026〕3号", "nor by a code entered anew"


@pytest.mark.parametrize(
    ("given", "faults", "warnings"),
    [
        ({}, [], []),
        ({"number": "川教函(2026)9号"}, [], ["ODD"]),
        ({"number": "川教函〔2026〕第9号"}, [], ["ODD"]),
        ({"number": "川教函〔2026〕09号"}, [], ["ODD"]),
        ({"number": "川教函〔2027〕9号"}, [], ["ODD"]),
        ({"number": "川教函〔2026〕3号"}, [], []),
        ({"sender": "四川省教育厅 ", "number": "川教函〔2026〕1号"}, [("DUPLICATE", "number")], []),
        ({"receivedOn": "2026-10-13"}, [("INVALID", "receivedOn")], []),
        ({"datedOn": "2026-10-12", "receivedOn": "2026-10-11"}, [("INVALID", "datedOn")], []),
        ({"secrecy": "SECRET"}, [("REQUIRED", "keptAt")], []),
        ({"secrecy": "SECRET", "keptAt": "机要室三号柜", "summary": "内容"}, [("INVALID", "summary")], []),
        ({"secrecy": "SECRET", "keptAt": "机要室三号柜"}, [], []),
    ],
)
async def test_what_came_in_keeps_its_number(
    api: Api, city: World, given: dict[str, Any], faults: list[tuple[str, str]], warnings: list[str]
) -> None:
    known = {"unit": f"Office:{city.bureau}", "sender": "四川省教育厅", "title": "关于报送材料的函"}
    first = {"number": "川教函〔2026〕1号", "datedOn": "2026-09-30"}
    await api.write("registerDocument", SHOWN, **known, **first)
    serial = next(SERIALS)
    answer = await api.write(
        "registerDocument", SHOWN, **{**known, "number": f"川教函〔2026〕{serial}号", "datedOn": "2026-10-08", **given}
    )
    assert said(answer) == faults
    assert [one["code"] for one in answer["warnings"]] == warnings
    if not faults:
        expected = given.get("number", f"川教函〔2026〕{serial}号")
        assert answer["officialDocument"]["number"] == expected, "as its sender wrote it"


async def test_two_units_each_register_what_was_sent_to_both_of_them(api: Api, city: World) -> None:
    known = {"sender": "市政府", "number": "成府发〔2026〕7号", "title": "关于教育的决定", "datedOn": "2026-10-08"}
    for unit, faults in ((city.bureau, []), (city.east, []), (city.east, [("DUPLICATE", "number")])):
        assert said(await api.write("registerDocument", SHOWN, unit=f"Office:{unit}", **known)) == faults


async def test_a_document_is_for_the_unit_that_keeps_it_and_those_above(api: Api, city: World) -> None:
    school = city.schools["西城小学"]
    given = {"sender": "青羊区教育局", "number": "青教发〔2026〕3号", "title": "通知", "datedOn": "2026-10-08"}
    clerk = api.as_(of_school(school, "aid"))
    made = (await clerk.write("registerDocument", SHOWN, unit=f"School:{school}", **given))["officialDocument"]
    for asking, sees in (
        (clerk, True),
        (api.as_(of_county(city.west)), True),
        (api, True),
        (api.as_(of_county(city.east)), False),
        (api.as_(of_school(city.schools["东城小学"])), False),
        (api.as_(actor(("system_admin", Level.CITY, 1))), False),
    ):
        found = await asking.data("query($id: ID!) { officialDocument(id: $id) { id } }", id=made["id"])
        assert (found["officialDocument"] is not None) is sees
    elsewhere = await clerk.write("registerDocument", SHOWN, unit=f"School:{city.schools['东城小学']}", **given)
    assert said(elsewhere) == [("NOT_FOUND", "unit")]
    code = await organ(api, city, "蓉教秘")
    assert said(await clerk.write("issueDocument", SHOWN, organ=code, title="越权")) == [("NOT_FOUND", "organ")]
    changed: Any = api.schema.graphql.type_map["UpdateOfficialDocumentInput"]
    assert {"title", "number", "datedOn"} & set(changed.fields) == {"title"}, "a number is never changed"
