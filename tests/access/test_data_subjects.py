"""What persons may ask about their data: consent and its end, requests, copies, restriction, erasure."""

import csv
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest

from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.machinery.data_subjects.copy import make_subject_copy
from bureau.machinery.reminders import due
from bureau.registry.person import Person
from bureau.storage.opened import opened
from tests.identity.test_sealed_values import another, number, said
from tests.support import world
from tests.support.api import Api
from tests.support.families import Family, bound, invited, signed_in
from tests.support.jobs import account, finish, worker
from tests.support.people import DIRECTOR, of_city, of_county, of_school
from tests.support.world import World, number_of

PURPOSE = {
    "englishName": "Photographs",
    "chineseName": "班级活动照片",
    "text": "照片用于校内展示。",
    "isSensitive": False,
    "basis": "学校规定",
}
CONSENTS = """{ consents { nodes { givenBy way withdrawnAt purpose { code number } } } }"""


@pytest.fixture(scope="module")
def family(services: Services, city: World) -> Family:
    return Family(services, city)


@pytest.fixture(scope="module")
def school(nobody: Api, city: World) -> Api:
    """The registrar of the school."""
    return nobody.as_(of_school(city.schools["东城小学"]))


@pytest.fixture(scope="module")
async def keeper(nobody: Api, services: Services, city: World) -> Api:
    """Who answers for the identity of all persons."""
    return nobody.as_(await account(services, "keeper", city.bureau, Level.CITY, "identity"))


@pytest.fixture(scope="module")
async def second(nobody: Api, services: Services, city: World) -> Api:
    """Another of these."""
    return nobody.as_(await account(services, "second.keeper", city.bureau, Level.CITY, "identity"))


async def guardian_of(
    services: Services, city: World, family: Family, school: Api, pupil: str, phone: str, **rights: Any
) -> Api:
    """The account of a guardian of a pupil."""
    number_ = await family.guardian(pupil, phone=phone, **rights)
    payload = await bound(school.as_(ANONYMOUS), await invited(school, city, pupil), number_, phone)
    return school.as_(await signed_in(services, payload["username"]))


async def purpose(keeper: Api, code: str, number_: int = 1, basis: str = "CONSENT") -> str:
    given = {**PURPOSE, "code": code, "number": number_, "legalBasis": basis, "valid": {"from": "2026-01-01"}}
    payload = await keeper.write("createProcessingPurpose", "processingPurpose { id }", **given)
    assert said(payload) == []
    return str(payload["processingPurpose"]["id"])


async def give(api: Api, pupil: str, of: str, **more: Any) -> Any:
    return await api.write("giveConsent", "consent { id givenBy way notedBy }", student=pupil, purpose=of, **more)


async def tie_of(family: Family, school: Api, name: str, pupil: int, phone: str, **rights: Any) -> str:
    """A new guardianship of a pupil."""
    await family.guardian(name, phone=phone, **rights)
    query = "query($id: ID!) { student(id: $id) { guardians(first: 100, orderBy: ID_DESC) { nodes { id } } } }"
    return str((await school.data(query, id=f"Student:{pupil}"))["student"]["guardians"]["nodes"][0]["id"])


async def test_a_guardian_consents_and_takes_it_back(
    services: Services, city: World, family: Family, school: Api, keeper: Api
) -> None:
    pupil = f"Student:{city.students['曾晓明']}"
    mother = await guardian_of(services, city, family, school, "曾晓明", "13711120001")
    of = await purpose(keeper, "online_photos")
    given = await give(mother, pupil, of)
    assert said(given) == []
    assert (given["consent"]["givenBy"], given["consent"]["way"], given["consent"]["notedBy"]) == (
        "家长",
        "ONLINE",
        None,
    )
    assert said(await give(mother, pupil, of)) == [("DUPLICATE", "purpose")]
    (seen,) = (await mother.data(CONSENTS))["consents"]["nodes"]
    assert seen["purpose"] == {"code": "online_photos", "number": 1}
    back = await mother.write("withdrawConsent", "consent { withdrawnBy }", id=given["consent"]["id"])
    assert back == {"consent": {"withdrawnBy": "家长"}, "errors": []}
    again = await mother.write("withdrawConsent", id=given["consent"]["id"])
    assert said(again) == [("ENDED", "id")]
    assert said(await give(mother, pupil, of)) == [], "it can be given anew"


async def test_an_older_text_is_no_consent_to_a_newer_one(
    city: World, family: Family, school: Api, keeper: Api
) -> None:
    pupil = city.students["李伟"]
    first = await purpose(keeper, "versions")
    tie = await tie_of(family, school, "李伟", pupil, "13711120002")
    assert said(await give(school, f"Student:{pupil}", first, guardianship=tie)) == []
    third = await purpose(keeper, "versions", 3)
    refused = await give(school, f"Student:{pupil}", first, guardianship=tie)
    assert said(refused) == [("INVALID", "purpose")]
    lacking = """query($n: Int!) { students(filter: {consents: {none: {
        purpose: {code: {eq: "versions"}, number: {eq: $n}}, withdrawnAt: {isNull: true}}}}) { nodes { id } } }"""
    lack = {n: {node["id"] for node in (await school.data(lacking, n=n))["students"]["nodes"]} for n in (1, 3)}
    assert f"Student:{pupil}" in lack[3] - lack[1]
    assert said(await give(school, f"Student:{pupil}", third, guardianship=tie)) == []


async def test_consent_is_given_only_by_who_may_decide_and_for_what_asks_for_it(
    services: Services, city: World, family: Family, school: Api, keeper: Api, clock: FixedClock
) -> None:
    pupil, of = city.students["王芳"], await purpose(keeper, "guarded")
    duty = await purpose(keeper, "guarded_duty", basis="STATUTORY_DUTY")
    watching = await guardian_of(services, city, family, school, "王芳", "13711120003", may_decide=False)
    own = f"Student:{pupil}"
    assert said(await give(watching, own, of)) == [("FORBIDDEN", "")]
    assert said(await give(watching, f"Student:{city.students['李伟']}", of)) == [("NOT_FOUND", "student")]
    assert said(await give(school, own, of)) == [("REQUIRED", "guardianship")]
    ties = {
        "MISMATCH": await tie_of(family, school, "李伟", city.students["李伟"], "13711120004"),
        "INVALID": await tie_of(family, school, "王芳", pupil, "13711120005", may_decide=False),
    }
    withheld = {"withheld_until": date(2026, 12, 1)}
    for code, tie in (
        *ties.items(),
        ("INVALID", await tie_of(family, school, "王芳", pupil, "13711120006", **withheld)),
    ):
        assert said(await give(school, own, of, guardianship=tie)) == [(code, "guardianship")]
    tie = await tie_of(family, school, "王芳", pupil, "13711120007")
    refused = await give(school, own, duty, guardianship=tie)
    assert said(refused) == [("INVALID", "purpose")]
    assert "A duty that the law sets" in refused["errors"][0]["message"]
    outsider = school.as_(of_county(city.west))
    assert said(await give(outsider, own, of)) == [("NOT_FOUND", "student")]
    try:
        clock.moment = world.NOW.replace(year=2038)
        newest = await purpose(keeper, "guarded", 2)
        assert said(await give(school, own, newest, guardianship=tie)) == [("INVALID", "guardianship")]
        given = await give(school, own, newest)
        assert (given["consent"]["givenBy"], given["consent"]["way"]) == ("王芳", "PAPER"), "who is of age"
    finally:
        clock.moment = world.NOW


ASK = {"sort": "CORRECTION", "text": "出生日期有误，请更正。"}
REQUEST = "subjectRequest { id state due askedBy answer }"


async def test_a_request_is_asked_answered_and_told_of(
    services: Services, city: World, family: Family, school: Api, nobody: Api
) -> None:
    pupil = f"Student:{city.students['曾晓明']}"
    mother = await guardian_of(services, city, family, school, "曾晓明", "13711130001")
    stranger = await guardian_of(services, city, family, school, "李伟", "13711130002")
    clerk = nobody.as_(await account(services, "rights.clerk", city.schools["东城小学"], Level.UNIT, "registrar"))
    asked = await mother.write("openPupilRequest", REQUEST, student=pupil, **ASK)
    assert said(asked) == []
    made = asked["subjectRequest"]
    assert made["due"] == (world.NOW.date() + timedelta(days=15)).isoformat()
    assert made["state"] == "OPEN"
    notices = "{ notices { nodes { subject } } }"
    assert {"subject": made["id"]} in (await clerk.data(notices))["notices"]["nodes"]
    one = "query($id: ID!) { subjectRequest(id: $id) { unit { name } text answer state } }"
    assert (await clerk.data(one, id=made["id"]))["subjectRequest"]["unit"] == {"name": "东城小学"}
    assert (await stranger.data(one, id=made["id"]))["subjectRequest"] is None
    assert said(await stranger.write("openPupilRequest", student=pupil, **ASK)) == [("NOT_FOUND", "student")]
    assert await reminded(services, made["id"])
    assert said(await mother.write("answerSubjectRequest", id=made["id"], answer="x")) == [("FORBIDDEN", "")]
    outsider = nobody.as_(of_county(city.west))
    assert said(await outsider.write("answerSubjectRequest", id=made["id"], answer="x")) == [("NOT_FOUND", "id")]
    blank = await clerk.write("refuseSubjectRequest", id=made["id"], answer=" ")
    assert said(blank) == [("REQUIRED", "answer")], "who is refused is told why"
    done = await clerk.write("answerSubjectRequest", REQUEST, id=made["id"], answer="已按户口簿更正。")
    assert done["subjectRequest"]["state"] == "ANSWERED"
    assert (await mother.data(one, id=made["id"]))["subjectRequest"]["answer"] == "已按户口簿更正。"
    assert {"subject": made["id"]} in (await mother.data(notices))["notices"]["nodes"]
    assert not await reminded(services, made["id"]), "what is answered is due no more"
    for verb in ("answerSubjectRequest", "refuseSubjectRequest"):
        assert said(await clerk.write(verb, id=made["id"], answer="再次")) == [("ENDED", "id")]


async def reminded(services: Services, identity: str) -> bool:
    """Whether there is a reminder of a request on the day before its answer is due."""
    kinds, day = services.store.kinds, world.NOW.date() + timedelta(days=14)
    found = await due(services.store.database.readers, kinds, day)
    return identity in {f"{reminder.kind.type_name}:{reminder.record_id}" for reminder in found}


async def test_a_request_is_withdrawn_by_who_made_it_alone(
    services: Services, city: World, family: Family, school: Api
) -> None:
    pupil = f"Student:{city.students['曾晓明']}"
    mother = await guardian_of(services, city, family, school, "曾晓明", "13711130003")
    made = (await mother.write("openPupilRequest", REQUEST, student=pupil, **ASK))["subjectRequest"]
    assert said(await school.write("withdrawSubjectRequest", id=made["id"])) == [("FORBIDDEN", "")]
    ended = await mother.write("withdrawSubjectRequest", REQUEST, id=made["id"])
    assert ended["subjectRequest"]["state"] == "WITHDRAWN"
    assert said(await mother.write("withdrawSubjectRequest", id=made["id"])) == [("ENDED", "id")]


async def test_those_employed_and_others_ask_through_their_unit(city: World, school: Api, keeper: Api) -> None:
    (teacher,) = (await school.data("{ teachers { nodes { id } } }"))["teachers"]["nodes"]
    of_teacher = await school.write("openTeacherRequest", REQUEST, teacher=teacher["id"], **ASK)
    assert said(of_teacher) == []
    assert of_teacher["subjectRequest"]["state"] == "OPEN"
    person, unit = f"Person:{city.persons['赵强']}", f"School:{city.schools['东城小学']}"
    of_person = await keeper.write("openPersonRequest", REQUEST, person=person, unit=unit, askedBy="赵强", **ASK)
    assert said(of_person) == []
    assert of_person["subjectRequest"]["askedBy"] == "赵强"
    assert said(await school.write("openPersonRequest", person=person, unit=unit, **ASK)) == [("FORBIDDEN", "")]


async def copied(api: Api, subject: str) -> list[dict[str, str]]:
    """The lines of a copy of what is held on somebody."""
    payload = await api.write("copySubjectRecords", "subjectCopy { id }", subject=subject, reason="本人申请查阅")
    assert said(payload) == []
    await finish(worker(api.services, make_subject_copy))
    query = "query($id: ID!) { subjectCopy(id: $id) { valueCount job { state } file { id } } }"
    copy = (await api.data(query, id=payload["subjectCopy"]["id"]))["subjectCopy"]
    assert copy["job"]["state"] == "SUCCEEDED"
    found = await api.services.files.ready(int(copy["file"]["id"].partition(":")[2]), api.actor)
    async with api.services.files.on_disk(found) as path:
        lines = list(csv.DictReader(StringIO(path.read_text("utf-8-sig"))))
    assert len(lines) == copy["valueCount"]
    return lines


async def test_a_copy_holds_everything_of_one_person_and_nothing_of_another(
    services: Services, city: World, keeper: Api
) -> None:
    lines = await copied(keeper, f"Person:{city.persons['王芳']}")
    values = {(line["记录 Record"], line["字段 Field"]): line["内容 Value"] for line in lines}
    assert values[f"Person:{city.persons['王芳']}", "姓名 Name"] == "王芳"
    assert values[f"Person:{city.persons['王芳']}", "身份证件号 Document number"].startswith("****")
    text = str(lines)
    assert number("王芳") not in text
    assert "李伟" not in text
    assert "曾晓明" not in text
    rows = await services.store.database.readers.fetch(
        "SELECT actor, reason FROM journal WHERE verb = 'make_subject_copy' AND record_id = $1", [city.persons["王芳"]]
    )
    assert ("keeper", "本人申请查阅") in [tuple(row) for row in rows]


async def test_a_guardian_copies_what_they_may_see_of_their_child(
    services: Services, city: World, family: Family, school: Api, keeper: Api
) -> None:
    pupil = f"Student:{city.students['李伟']}"
    father = await guardian_of(services, city, family, school, "李伟", "13711140001")
    clerk = school.as_(await account(services, "copy.clerk", city.schools["东城小学"], Level.UNIT, "registrar"))
    await account(services, "copy.receiver", city.west, Level.COUNTY, "registrar")
    shared = {"username": "copy.receiver", "reason": "转学接收", "until": "2026-10-20"}
    assert said(await clerk.write("shareRecord", subject=pupil, **shared)) == []
    lines = await copied(father, pupil)
    kinds = {line["类型 Kind"] for line in lines}
    assert {"学生 Student", "就读经历 Enrolment", "同意记录 Consent"} <= kinds
    assert "监护关系 Guardianship" not in kinds, "what is another guardian's is not theirs"
    assert {line["内容 Value"] for line in lines if line["字段 Field"].endswith("姓名 Person.Name")} == {"李伟"}
    assert [line["内容 Value"] for line in lines if line["类型 Kind"] == "个案共享 Record share"] == [
        "转学接收 → 2026-10-20"
    ]
    for other in (f"Student:{city.students['王芳']}", f"Person:{city.persons['李伟']}", "Student:999999"):
        refused = await father.write("copySubjectRecords", subject=other, reason="查阅")
        assert said(refused) == [("NOT_FOUND", "subject")]


async def test_what_is_restricted_is_neither_shown_in_the_clear_nor_shared(
    services: Services, city: World, keeper: Api, nobody: Api
) -> None:
    person, pupil = f"Person:{city.persons['曾晓明']}", f"Student:{city.students['曾晓明']}"
    unit = f"School:{city.schools['东城小学']}"
    clerk = nobody.as_(await account(services, "restricted.clerk", city.schools["东城小学"], Level.UNIT, "registrar"))
    await account(services, "restricted.other", city.west, Level.COUNTY, "registrar")
    why = {"purpose": "1", "reason": "核对"}

    async def tried() -> list[list[tuple[str, str]]]:
        shown = {"id": person, "field": "DOCUMENT_NUMBER", **why}
        of_pupil = {"id": pupil, "field": "NATIONAL_NUMBER", **why}
        share = {"subject": pupil, "username": "restricted.other", "reason": "转学", "until": "2026-10-20"}
        export = {"unit": unit, "records": pupil, "fields": "nationalNumber", "until": "2026-10-13", **why}
        return [
            said(await clerk.write("revealPerson", **shown)),
            said(await clerk.write("revealStudent", **of_pupil)),
            said(await clerk.write("shareRecord", **share)),
            said(await clerk.write("requestClearExport", **export)),
        ]

    assert said(await clerk.write("restrictProcessing", person=person, reason="本人申请")) == [("FORBIDDEN", "")]
    made = await keeper.write("restrictProcessing", "processingRestriction { id }", person=person, reason="本人申请")
    assert said(made) == []
    assert said(await keeper.write("restrictProcessing", person=person, reason="再次")) == [("DUPLICATE", "person")]
    assert await tried() == [[("RESTRICTED", name)] for name in ("id", "id", "subject", "records")]
    assert said(await clerk.write("updateStudent", id=pupil, boarding="1")) == [], "the register goes on"
    ended = {"id": made["processingRestriction"]["id"], "reason": "本人撤回"}
    assert said(await keeper.write("endRestriction", **ended)) == []
    assert said(await keeper.write("endRestriction", **ended)) == [("ENDED", "id")]
    assert await tried() == [[], [], [], []]


async def standing(services: Services, *words: str) -> dict[str, list[str]]:
    """The tables in which any of some texts still stands, of all there are."""
    database, found = services.store.database, dict[str, list[str]]()
    for table in [
        t for one in services.store.tables.values() for t in (one.name, *((one.history_name,) * one.history))
    ]:
        rows = [tuple(row) for row in await database.readers.fetch(f"SELECT * FROM {table}")]
        for word in words:
            if any(word in str(cell) for row in rows for cell in row):
                found.setdefault(table, []).append(word)
    return found


async def test_who_is_erased_is_nowhere_but_in_the_journal(
    services: Services, city: World, keeper: Api, second: Api, school: Api
) -> None:
    store = services.store
    kind, born = store.kind_of(Person), date(1951, 2, 3)
    given = {"name": "钱擦除", "sex": "1", "birthDate": born.isoformat(), "documentType": "1"}
    secrets = {"documentNumber": number_of(born, "1"), "phone": "13999990001", "address": "擦除路 9 号"}
    made = await keeper.write("createPerson", "person { id }", **given, **secrets)
    assert said(made) == []
    person = made["person"]["id"]
    identity = int(person.partition(":")[2])
    assert said(await keeper.write("updatePerson", id=person, name="钱擦掉", phone="13999990002")) == []
    proposed = await keeper.write("proposeErasure", "erasure { id state }", subject=person, reason="误录入")
    assert said(proposed) == []
    erasure = proposed["erasure"]["id"]
    assert said(await keeper.write("carryOutErasure", id=erasure)) == [("SAME_PERSON", "id")]
    assert said(await school.write("carryOutErasure", id=erasure)) == [("FORBIDDEN", "")]
    assert await opened(store, kind, kind.fields["phone"], [identity]) == {identity: "13999990002"}  # type: ignore[arg-type]
    before = await standing(services, "钱擦除", "钱擦掉", "擦除路")
    assert {"person", "person_history", "journal"} <= before.keys()
    done = await second.write("carryOutErasure", "erasure { state decidedBy }", id=erasure)
    assert done == {"erasure": {"state": "DONE", "decidedBy": "second.keeper"}, "errors": []}
    assert (await standing(services, "钱擦除", "钱擦掉", "擦除路")).keys() <= {"journal"}
    assert await opened(store, kind, kind.fields["phone"], [identity]) == {}  # type: ignore[arg-type]
    query = "query($id: ID!) { person(id: $id) { name sex { code } birthDate address phone { held } documentNumber { held } } }"
    nothing = {"name": "—", "sex": None, "birthDate": None, "address": None}
    unheld = {"phone": {"held": False}, "documentNumber": {"held": False}}
    assert (await keeper.data(query, id=person))["person"] == {**nothing, **unheld}
    found = await keeper.write("lookupPerson", "outcome", field="PHONE", value="13999990002", purpose="1")
    assert found["outcome"] == "NOT_FOUND"
    assert (await keeper.data('{ search(text: "钱擦") { __typename } }'))["search"] == []
    past = '{ persons(filter: {name: {contains: "钱擦"}}, asOf: "2026-10-12T02:00:00Z") { totalCount } }'
    assert (await keeper.data(past))["persons"]["totalCount"] == 0
    assert said(await second.write("carryOutErasure", id=erasure)) == [("ENDED", "id")]
    again = await keeper.write("createPerson", "person { id }", **given, **secrets)
    assert said(again) == [], "their number is free again"


async def test_who_stands_in_a_register_is_not_erased(city: World, keeper: Api, second: Api) -> None:
    person = f"Person:{city.persons['王芳']}"
    refused = await keeper.write("proposeErasure", subject=person, reason="本人申请")
    assert said(refused) == [("IN_USE", "id")]
    unknown = await keeper.write("proposeErasure", subject="Person:999999", reason="本人申请")
    assert said(unknown) == [("NOT_FOUND", "subject")]
    made = await keeper.write("createPerson", "person { id }", name="孙留", sex="1", birthDate="1960-01-01")
    proposed = await keeper.write("proposeErasure", "erasure { id }", subject=made["person"]["id"], reason="本人申请")
    no = await second.write("refuseErasure", "erasure { state note }", id=proposed["erasure"]["id"], note="须保存")
    assert no == {"erasure": {"state": "REFUSED", "note": "须保存"}, "errors": []}
    assert said(await second.write("carryOutErasure", id=proposed["erasure"]["id"])) == [("ENDED", "id")]


async def test_a_director_reads_requests_and_nobody_else_in_the_city_reads_restrictions(
    city: World, keeper: Api
) -> None:
    query = "{ subjectRequests { totalCount } processingRestrictions { totalCount } erasures { totalCount } }"
    found = await keeper.as_(DIRECTOR).data(query)
    assert found["subjectRequests"]["totalCount"] > 0
    assert found["processingRestrictions"]["totalCount"] == 0
    clerk = keeper.as_(another(of_city("registrar"), 501))
    assert (await clerk.data(query))["processingRestrictions"]["totalCount"] == 0
    assert (await clerk.data(query))["erasures"]["totalCount"] == 0
