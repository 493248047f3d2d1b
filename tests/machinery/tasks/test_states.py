"""Every verb in every state: it leads where the rules have it, or is refused with its reason, and changes nothing."""

from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.machinery.tasks.assigned_task import TaskState
from bureau.machinery.tasks.taking_part import FROM
from tests.machinery.tasks.support import STEPS, People, brought_to, does, issued, officers, seen
from tests.support.api import Api
from tests.support.world import World

REFUSED, ENDED = [("TRANSITION", "id")], [("ENDED", "id")]
LATER = {"until": "2026-11-05", "reason": "设备未到"}
VERBS: dict[str, tuple[str, dict[str, Any], dict[str, str]]] = {
    # verb: who of those it is for, what it is given, and where it leads from each state that it is allowed in
    "signTask": ("school", {}, {"ISSUED": "SIGNED"}),
    "reportTask": ("school", {"text": "进展"}, dict.fromkeys(("SIGNED", "IN_PROGRESS", "RETURNED"), "IN_PROGRESS")),
    "submitTask": ("school", {"text": "完成"}, dict.fromkeys(("IN_PROGRESS", "RETURNED"), "SUBMITTED")),
    "acceptTask": ("bureau", {}, {"SUBMITTED": "ACCEPTED"}),
    "returnTask": ("bureau", {"reason": "不全"}, {"SUBMITTED": "RETURNED"}),
    "closeTask": ("bureau", {"reason": "终止"}, dict.fromkeys(("ISSUED", "RETURNED", "ACCEPTED"), "CLOSED")),
    "remindTask": ("bureau", {}, {s: s for s in ("ISSUED", "SIGNED", "IN_PROGRESS", "RETURNED")}),
    "extendTask": ("school", LATER, {s: s for s in ("ISSUED", "SIGNED", "IN_PROGRESS", "RETURNED")}),
}
OTHERS = {"school": ("western", "east", "bureau", "middle"), "bureau": ("school", "section", "east", "west")}
"""Who may not use the verbs that are for these, though some of them see the task."""


@pytest.fixture(scope="module")
async def people(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


@pytest.mark.parametrize("state", STEPS)
async def test_every_verb_in_a_state(people: People, state: str) -> None:
    task = await brought_to(people, state)
    for verb, (name, given, leads) in VERBS.items():
        if state in leads:
            continue
        before = await seen(people, "bureau", task)
        again = [("DUPLICATE", "id")] if verb == "signTask" else ENDED if state == "CLOSED" else REFUSED
        assert await does(people, name, verb, task, **given) == again, verb
        assert await seen(people, "bureau", task) == before
    for verb, (name, _, leads) in VERBS.items():
        if state in leads:
            given = VERBS[verb][1]
            other = await brought_to(people, state)
            assert await does(people, name, verb, other, **given) == [], verb
            assert (await seen(people, "bureau", other))["state"] == leads[state], verb


def test_the_table_here_is_that_of_the_rules() -> None:
    found = {(before, after) for _, _, leads in VERBS.values() for before, after in leads.items() if before != after}
    declared = {(before.value, after.value) for after, froms in FROM.items() for before in froms if before != after}
    assert found == declared
    assert {state.value for state in TaskState} == set(STEPS)


@pytest.mark.parametrize("verb", VERBS)
async def test_a_verb_is_for_officers_of_the_very_unit(people: People, verb: str) -> None:
    name, given, leads = VERBS[verb]
    task = await brought_to(people, next(iter(leads)))
    for other in OTHERS[name]:
        if (other, verb) in {("western", "signTask"), ("western", "reportTask")}:
            continue  # which assists
        expected = "NOT_YOUR_UNIT" if await seen(people, other, task) else "NOT_FOUND"
        assert await does(people, other, verb, task, **given) == [(expected, "id")], other


async def test_what_lacks_its_reason_is_refused(people: People) -> None:
    returned = await brought_to(people, "RETURNED")
    assert await does(people, "bureau", "closeTask", returned) == [("REQUIRED", "reason")]
    submitted = await brought_to(people, "SUBMITTED")
    assert await does(people, "bureau", "returnTask", submitted, reason=" ") == [("REQUIRED", "reason")]


async def test_a_unit_that_assists_reports_once_it_has_signed(people: People) -> None:
    task = await issued(people, "bureau", "school", "western")
    assert await does(people, "western", "reportTask", task, text="x") == REFUSED
    assert await does(people, "western", "signTask", task) == []
    assert await does(people, "western", "reportTask", task, text="已到场") == []
    assert await does(people, "western", "submitTask", task, text="x") == [("NOT_YOUR_UNIT", "id")]
    assert (await seen(people, "western", task))["state"] == "ISSUED"
    submitted = await brought_to(people, "SUBMITTED")
    assert await does(people, "western", "signTask", submitted) == [], "late, and noted all the same"
    assert await does(people, "western", "reportTask", submitted, text="x") == REFUSED


async def test_nobody_accepts_their_own(people: People, services: Services, city: World) -> None:
    both = people.actors["school"]
    twofold = type(both)(both.account, both.name, (*both.grants, *people.actors["bureau"].grants))
    task = await brought_to(people, "SUBMITTED")
    mine = people.api.as_(twofold)
    for verb, given in (("acceptTask", {}), ("returnTask", {"reason": "x"})):
        answer = await mine.write(verb, id=task, **given)
        assert [error["code"] for error in answer["errors"]] == ["SAME_PERSON"], verb
    assert await does(people, "director", "acceptTask", task) == []


async def test_a_task_is_seen_by_those_who_take_part(people: People) -> None:
    task = await issued(people, "section", "school", "western")
    sees = {name: await seen(people, name, task) is not None for name in people.actors}
    assert sees == {
        **dict.fromkeys(("bureau", "director", "section", "east", "east_other", "west"), True),
        **dict.fromkeys(("school", "principal", "western"), True),
        "middle": False,
    }
    listed = "{ assignedTasks(first: 100) { nodes { id } } taskParties(first: 200) { nodes { task { id } } } }"
    found = await people["middle"].data(listed)
    assert task not in {node["id"] for node in found["assignedTasks"]["nodes"]}
    assert task not in {node["task"]["id"] for node in found["taskParties"]["nodes"] if node["task"]}
    found = await people["western"].data(listed)
    assert task in {node["id"] for node in found["assignedTasks"]["nodes"]}
