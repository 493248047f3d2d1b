"""Leave: a guardian asks, the head teacher decides, and what was truancy becomes leave."""

from dataclasses import replace
from datetime import date
from typing import Any

from bureau.graph.context import Services
from bureau.kernel.rules import Level
from tests.areas.students.attendance.conftest import Form, mark
from tests.machinery.approvals.test_files import uploaded
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account
from tests.support.people import of_county, of_school
from tests.support.world import World

MONDAY = date(2026, 10, 12)


def asked(form: Form, **more: Any) -> dict[str, Any]:
    leave = {"code": "S", "firstDay": str(MONDAY), "lastDay": "2026-10-14", "reason": "发热"}
    return {"student": form.pupil(0), **leave, **more}


async def ask(api: Api, **given: Any) -> Any:
    return await api.write("requestLeave", "leaveRequest { id state }", **given)


async def test_a_guardian_asks_and_the_head_teacher_decides(nobody: Api, form: Form) -> None:
    head, mother = nobody.as_(form.head), nobody.as_(form.mother)
    assert (await mark(head, form, MONDAY, *form.lines("U", 0, 1)))["errors"] == []
    leave = (await ask(mother, **asked(form)))["leaveRequest"]
    assert leave["state"] == "ASKED"
    given = {"id": leave["id"], "isGranted": True}
    assert said(await mother.write("decideLeave", **given)) == [("FORBIDDEN", "")]
    assert (await head.write("decideLeave", "leaveRequest { state }", **given))["leaveRequest"]["state"] == "GRANTED"
    query = "{ attendanceMarks { nodes { student { id } code { code } } } }"
    found = {n["student"]["id"]: n["code"]["code"] for n in (await head.data(query))["attendanceMarks"]["nodes"]}
    assert (found[form.pupil(0)], found[form.pupil(1)]) == ("S", "U")
    assert said(await head.write("decideLeave", **given)) == [("ENDED", "id")]
    assert said(await mark(head, form, MONDAY, *form.lines("U", 0), half="AFTERNOON")) == [
        ("INVALID", "exceptions.0.code")
    ], "there is leave for it"


async def test_what_cannot_be_asked_for(nobody: Api, form: Form, city: World) -> None:
    mother = nobody.as_(form.mother)
    hidden = [("NOT_FOUND", "student")]
    assert said(await ask(mother, **asked(form, student=form.pupil(1)))) == hidden, "another's child"
    assert said(await ask(nobody.as_(of_county(city.east)), **asked(form))) == hidden
    assert said(await ask(nobody.as_(of_school(form.school, "principal")), **asked(form))) == [("FORBIDDEN", "")]
    assert said(await ask(mother, **asked(form, code="U"))) == [("INVALID", "code")]
    assert said(await ask(mother, **asked(form, lastDay="2026-10-09"))) == [("INVALID", "lastDay")]
    assert said(await ask(mother, **asked(form, firstDay="2026-10-17", lastDay="2026-10-18"))) == [
        ("INVALID", "firstDay")
    ]
    assert said(await ask(mother, **asked(form, lastDay="2026-10-15"))) == [("INVALID", "document")]
    shown = asked(form, lastDay="2026-10-15", certificate="区医院诊断证明 2026-118")
    assert said(await ask(mother, **shown)) == []


async def test_nobody_grants_their_own_child_leave_and_a_refusal_has_its_answer(nobody: Api, form: Form) -> None:
    both = nobody.as_(form.mother.heading((form.identity,)))
    leave = (await ask(both, **asked(form)))["leaveRequest"]["id"]
    assert said(await both.write("decideLeave", id=leave, isGranted=True)) == [("OWN_CASE", "")]
    head = nobody.as_(form.head)
    assert said(await head.write("decideLeave", id=leave, isGranted=False)) == [("REQUIRED", "answer")]
    assert said(await head.write("decideLeave", id=leave, isGranted=False, answer="请补充说明")) == []


LINK = "mutation($i: LinkRecordFileInput!) { linkRecordFile(input: $i) { link { url } errors { code path } } }"


async def opens(api: Api, leave: str, field: str = "document") -> list[tuple[str, list[str]]]:
    """Why a leave's certificate is not opened; empty where it is."""
    payload = (await api.data(LINK, i={"id": leave, "field": field}))["linkRecordFile"]
    assert (payload["link"] is None) == bool(payload["errors"])
    return [(error["code"], error["path"]) for error in payload["errors"]]


async def test_who_decides_on_a_leave_opens_its_certificate(
    nobody: Api, services: Services, city: World, form: Form
) -> None:
    owner = await account(services, "parent", form.school, Level.UNIT, "registrar")
    mother = nobody.as_(replace(form.mother, account=owner.account))
    certificate = await uploaded(services, owner, "诊断证明.txt")
    given = asked(form, firstDay="2026-10-19", lastDay="2026-10-30", document=certificate)
    payload = await mother.write("requestLeave", "leaveRequest { id documentName document { id } }", **given)
    assert payload["errors"] == []
    leave = payload["leaveRequest"]
    assert (leave["documentName"], leave["document"]) == ("诊断证明.txt", {"id": certificate})
    head = nobody.as_(form.head)
    seen = await head.data("query($id: ID!) { leaveRequest(id: $id) { documentName document { id } } }", id=leave["id"])
    assert seen["leaveRequest"] == {"documentName": "诊断证明.txt", "document": None}, "the file itself is its owner's"
    assert await opens(head, leave["id"]) == []
    assert await opens(nobody.as_(of_school(form.school, "registrar")), leave["id"]) == []
    other = nobody.as_(of_school(city.schools["东城小学"], "registrar"))
    assert await opens(other, leave["id"]) == [("NOT_FOUND", ["id"])]
    principal = nobody.as_(of_school(form.school, "principal"))
    assert await opens(principal, leave["id"]) == [("FORBIDDEN", [])], "they see the leave, and do not decide on it"
    assert await opens(head, leave["id"], "school") == [("NOT_FOUND", ["field"])]
    assert await opens(head, form.pupil(0)) == [("NOT_FOUND", ["field"])]
    bare = (await ask(mother, **asked(form)))["leaveRequest"]["id"]
    assert await opens(head, bare) == [("NOT_FOUND", ["field"])]
    assert said(await head.write("decideLeave", id=leave["id"], isGranted=True)) == []
    assert await opens(head, leave["id"]) == [], "it is kept with the leave"


async def test_a_file_that_is_not_sound_is_no_certificate(nobody: Api, services: Services, form: Form) -> None:
    owner = await account(services, "father", form.school, Level.UNIT, "registrar")
    father = nobody.as_(replace(form.mother, account=owner.account))
    wrong = await uploaded(services, owner, "照片.png", b"hello")
    assert said(await ask(father, **asked(form, document=wrong))) == [("INVALID", "document")]
