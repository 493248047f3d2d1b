"""A task from end to end: assigned, signed for, reported on, submitted, returned, submitted again, accepted, closed."""

from datetime import date

import pytest

from bureau.graph.context import Services
from bureau.kernel.clock import FixedClock
from tests.machinery.approvals.support import at
from tests.machinery.tasks.support import DUE, People, brought_to, does, issue, issued, officers, seen, told, unit_of
from tests.support.api import Api
from tests.support.faults import said
from tests.support.world import World


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


async def test_a_task_of_the_bureau_for_a_school(people: People, city: World, clock: FixedClock) -> None:
    task = await issued(
        people, "bureau", "school", "western", urgency="EXTRA_URGENT", documentNumber="蓉教发〔2026〕5号"
    )
    found = await seen(people, "western", task)
    assert (found["state"], found["lamp"], found["signDue"], found["yellowFrom"], found["redFrom"]) == (
        *("ISSUED", "GREEN", "2026-10-13"),
        *("2026-10-27", "2026-10-31"),
    )
    assert [(party["unitName"], party["part"]) for party in found["parties"]["nodes"]] == [
        ("成都市教育局", "ISSUING"),
        ("东城小学", "LEAD"),
        ("西城小学", "ASSISTING"),
    ]
    assert "A task was assigned to your unit: sign for it." in await told(people["principal"])
    assert await does(people, "western", "signTask", task) == []
    assert (await seen(people, "bureau", task))["state"] == "ISSUED", "the lead has not signed for it"
    assert await does(people, "school", "signTask", task) == []
    assert await does(people, "principal", "signTask", task) == [("DUPLICATE", "id")], "one signs for the school"
    for name, text in (("school", "已排查三栋"), ("western", "派出两人协助"), ("principal", "已排查完毕")):
        assert await does(people, name, "reportTask", task, text=text) == []
    with at(clock, date(2026, 11, 3)):
        assert await does(people, "school", "submitTask", task, text="附清单") == []
        assert await does(people, "director", "returnTask", task, reason="清单不全") == []
        assert (await seen(people, "school", task))["lamp"] == "RED", "it goes on, and was due"
        assert await does(people, "principal", "submitTask", task, text="清单补全") == []
        assert await does(people, "director", "acceptTask", task, opinion="同意") == []
        assert await does(people, "bureau", "closeTask", task) == []
    found = await seen(people, "school", task)
    assert (found["state"], found["timesReturned"], found["submittedOn"]) == ("CLOSED", 1, "2026-11-03")
    assert found["score"] == 100 - 10 - 2 * 2, "returned once, and two working days late"
    assert [(said_["sort"], said_["unitName"], said_["text"]) for said_ in found["reports"]["nodes"]] == [
        ("PROGRESS", "东城小学", "已排查三栋"),
        ("PROGRESS", "西城小学", "派出两人协助"),
        ("PROGRESS", "东城小学", "已排查完毕"),
        ("SUBMISSION", "东城小学", "附清单"),
        ("RETURN", "成都市教育局", "清单不全"),
        ("SUBMISSION", "东城小学", "清单补全"),
        ("ACCEPTANCE", "成都市教育局", "同意"),
        ("CLOSING", "成都市教育局", None),
    ]
    reports = (await seen(people, "bureau", task))["reports"]["nodes"]
    assert [one["reporter"]["name"] for one in reports] == [one["unitName"] for one in reports]
    assert {"Your unit's task was accepted.", "Your unit's task was returned: see why."} <= set(
        await told(people["school"])
    )


async def test_who_signs_late_loses_points_for_it(people: People, clock: FixedClock) -> None:
    with at(clock, date(2026, 9, 29)):
        task = await issued(people, "bureau", "school")
    assert (await seen(people, "school", task))["signDue"] == "2026-09-30"
    for verb, given in (("signTask", {}), ("reportTask", {"text": "进展"}), ("submitTask", {"text": "完成"})):
        assert await does(people, "school", verb, task, **given) == []
    assert await does(people, "bureau", "acceptTask", task) == []
    assert (await seen(people, "school", task))["score"] == 95


async def test_a_county_hands_on_what_it_leads(people: People, city: World) -> None:
    task = await issued(people, "section", "east", title="报送台账")
    assert await does(people, "east", "signTask", task) == []
    below = [{"unit": unit_of(people, "school")}, {"unit": unit_of(people, "middle")}]
    given = {"to": below, "due": "2026-10-28"}
    assert await does(people, "east", "handOnTask", task, **{**given, "due": "2026-11-02"}) == [("INVALID", "due")]
    assert await does(people, "east", "handOnTask", task, **{**given, "to": []}) == [("REQUIRED", "to")]
    western = {"to": [{"unit": unit_of(people, "western")}]}
    assert await does(people, "east", "handOnTask", task, **{**given, **western}) == [("NOT_BELOW", "to.0.unit")]
    twice = {"to": [below[0], below[0]]}
    assert await does(people, "east", "handOnTask", task, **{**given, **twice}) == [("DUPLICATE", "to.1.unit")]
    assert await does(people, "east", "handOnTask", task, **given) == []
    found = await seen(people, "section", task)
    assert (found["state"], [one["leadName"] for one in found["handedOn"]["nodes"]]) == ("IN_PROGRESS", [])
    mine = (await seen(people, "east", task))["handedOn"]["nodes"]
    assert [(one["leadName"], one["issuerName"], one["due"], one["state"]) for one in mine] == [
        ("东城小学", "锦江区教育局", "2026-10-28", "ISSUED"),
        ("东城中学", "锦江区教育局", "2026-10-28", "ISSUED"),
    ]
    assert await does(people, "east", "submitTask", task, text="汇总") == [("HANDED_ON_OPEN", "id")]
    for name, one in (("school", mine[0]["id"]), ("middle", mine[1]["id"])):
        assert await seen(people, name, task) is None, "what was handed on is a task of its own"
        later = {"until": "2026-11-02", "reason": "人手不足"}
        assert await does(people, name, "extendTask", one, **later) == [("INVALID", "until")]
        for verb, more in (("signTask", {}), ("reportTask", {"text": "进展"}), ("submitTask", {"text": "完成"})):
            assert await does(people, name, verb, one, **more) == []
        assert await does(people, "east", "acceptTask", one) == []
    assert await does(people, "east", "submitTask", task, text="汇总") == []


async def test_a_school_hands_nothing_on(people: People) -> None:
    task = await brought_to(people, "IN_PROGRESS")
    given = {"to": [{"unit": unit_of(people, "middle")}], "due": "2026-10-28"}
    assert await does(people, "school", "handOnTask", task, **given) == [("INVALID", "id")]
    assert await does(people, "bureau", "handOnTask", task, **given) == [("NOT_YOUR_UNIT", "id")]


@pytest.mark.parametrize(
    ("by", "to", "assisting", "more", "faults"),
    [
        ("bureau", "east", ("west",), {}, []),
        ("section", "western", (), {}, []),
        ("east", "school", ("middle",), {}, []),
        ("east", "western", (), {}, [("NOT_BELOW", "lead")]),
        ("east", "school", ("west", "western"), {}, [("NOT_BELOW", "assisting.0.unit"), ("NOT_BELOW", "assisting.1.unit")]),
        ("east", "east", (), {}, [("NOT_BELOW", "lead")]),
        ("bureau", "east", ("east",), {}, [("DUPLICATE", "assisting.0.unit")]),
        ("school", "middle", (), {}, [("INVALID", "issuer")]),
        ("bureau", "east", (), {"due": "2026-10-12"}, [("INVALID", "due")]),
        ("bureau", "east", (), {"title": ""}, [("REQUIRED", "title")]),
        ("principal", "middle", (), {}, [("FORBIDDEN", "")]),
    ],
)  # fmt: skip
async def test_who_assigns_tasks_to_whom(
    people: People, by: str, to: str, assisting: tuple[str, ...], more: dict[str, str], faults: list[tuple[str, str]]
) -> None:
    assert said(await issue(people, by, to, *assisting, **more)) == faults


async def test_nobody_assigns_tasks_in_the_name_of_those_below(people: People) -> None:
    given = {"issuer": unit_of(people, "east"), "lead": unit_of(people, "school"), "title": "x", "content": "x"}
    more = {"source": "OTHER", "due": DUE}
    assert said(await people["bureau"].write("issueTask", **given, **more)) == [("NOT_YOUR_UNIT", "issuer")]
    assert said(await people["west"].write("issueTask", **given, **more)) == [("NOT_FOUND", "issuer")]


async def test_a_document_of_the_bureau_lends_its_number(people: People, city: World) -> None:
    found = await people["bureau"].data(
        "{ officialDocuments(filter: { direction: { eq: OUTGOING } }) { nodes { id number } } }"
    )
    (document,) = found["officialDocuments"]["nodes"]
    task = await issued(people, "bureau", "west", document=document["id"], documentNumber="错")
    assert (await seen(people, "west", task))["documentNumber"] == document["number"]
    refused = await people["bureau"].write("voidOfficialDocument", id=document["id"], reason="误发")
    assert said(refused) == [("IN_USE", "id")]
