"""What becomes of licences: renewed by themselves or not, another organiser, revoked; what everybody reads of them."""

from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bureau.areas.establishment.private.sweeping import sweep_licences
from bureau.graph.context import Services
from bureau.kernel.actor import ANONYMOUS
from bureau.kernel.clock import FixedClock
from bureau.kernel.rules import Level
from bureau.machinery.notices.reminding import send_reminders
from bureau.registry.enrolment import Enrolment
from bureau.registry.person import Person
from bureau.registry.student import Student
from bureau.storage.transaction import Transaction
from tests.areas.private.support import LICENCE, PUBLIC, People, decides, licensed, officers, opens, organiser, swept
from tests.machinery.approvals.support import at
from tests.machinery.inspections.support import private_school
from tests.machinery.test_pupils_rows import pupil
from tests.machinery.test_pupils_rows import run as imported
from tests.support.api import Api
from tests.support.faults import said
from tests.support.jobs import account
from tests.support.world import World

SERIALS = count(1)
CHANGE = ("clearing", "resolution")
DAYS = {"clearedOn": "2026-09-01", "consentedOn": "2026-09-15"}


@pytest.fixture(scope="module")
async def everybody(api: Api, services: Services, city: World) -> People:
    return await officers(api, services, city)


@pytest.fixture
async def people(everybody: People) -> People:
    """Everybody, with a private school and an organiser of the test's own."""
    serial = next(SERIALS)
    school = await private_school(everybody.api, everybody.city, f"西城民办{serial}小", f"2151001{serial:03d}")
    runs = await organiser(everybody["west"], everybody.west, f"举办者{serial}")
    place = int(school.split(":")[1])
    head = await account(everybody.services, f"head{serial}", place, Level.UNIT, "principal")
    return replace(everybody, school=school, organiser=runs, actors={**everybody.actors, "school": head})


async def issued(people: People, **more: Any) -> str:
    number = people.school.split(":")[1]
    return await licensed(people, f"教民5101050{int(number):08d}号", school_name=f"民办{number}", **more)


async def shown(people: People, licence: str) -> Any:
    return (await people["west"].data(LICENCE, id=licence))["licence"]


async def enrols(people: People, name: str, day: str) -> list[tuple[str, str]]:
    """Why a pupil cannot be entered at the school; empty where they are."""
    who = {"name": name, "sex": "1", "birthDate": "2019-03-03", "grade": "P1", "enteredOn": day}
    return said(await people.api.write("registerStudent", school=people.school, **who))


async def test_a_licence_is_renewed_by_itself_where_nothing_is_on_record(people: People, clock: FixedClock) -> None:
    licence = await issued(people)
    assert await enrols(people, "郑一", "2026-10-12") == []
    with at(clock, date(2026, 10, 19)):
        await swept(people.services, sweep_licences)
        assert (await shown(people, licence))["timesRenewed"] == 0, "it holds until the 20th"
    with at(clock, date(2026, 10, 20)):
        await swept(people.services, sweep_licences)
        await swept(people.services, sweep_licences)
    found = await shown(people, licence)
    assert (found["state"], found["validUntil"], found["timesRenewed"]) == ("VALID", "2032-10-20", 1), "six years, once"
    assert [event["sort"] for event in found["events"]["nodes"]] == ["RENEWED"]


async def test_it_lapses_where_nobody_is_taught(people: People, clock: FixedClock) -> None:
    licence = await issued(people)
    with at(clock, date(2026, 10, 21)):
        await swept(people.services, sweep_licences)
        found = await shown(people, licence)
        assert (found["state"], found["endedOn"]) == ("LAPSED", "2026-10-20")
        assert await enrols(people, "冯一", "2026-10-19") == []
        assert await enrols(people, "冯二", "2026-10-20") == [("ENROLMENT_BARRED", "school")]
    public = (await people.api.as_(ANONYMOUS).data(PUBLIC, search=found["number"]))["publicLicences"]["nodes"]
    assert [(one["state"], one["endedOn"]) for one in public] == [("LAPSED", "2026-10-20")]


async def finished(people: People, count: int) -> list[str]:
    """Children who finished the kindergarten, by their numbers."""
    store, kindergarten = people.services.store, people.city.schools["西城幼儿园"]

    async def work(tx: Transaction) -> list[str]:
        async def make(record: type[Any], **values: Any) -> Any:
            return await store.create(tx, store.kind_of(record), values)

        numbers = []
        for _ in range(count):
            person = await make(Person, name="许某", sex="2", birth_date=date(2020, 3, 3))
            of = {"school": kindergarten, "grade": "K3", "status": "GRADUATED"}
            pupil = await make(Student, person=person.id, **of)
            stay = {"period": (date(2023, 9, 1), date(2026, 7, 10)), "entry_grade": "K1", "entry_way": "01"}
            await make(Enrolment, student=pupil.id, school=kindergarten, **stay)
            numbers.append(str(pupil.number))
        return numbers

    return await store.database.transaction(work)


async def test_nobody_of_a_list_is_admitted_where_no_licence_holds(people: People, clock: FixedClock) -> None:
    await issued(people)
    numbers = await finished(people, 2)
    given = {"id": people.school, "pupils": "\n".join(numbers), "grade": "P1"}
    with at(clock, date(2026, 10, 21)):
        await swept(people.services, sweep_licences)
        barred = await people["west"].write("admitStudents", **given, effectiveOn="2026-10-20")
        assert said(barred) == [("ENROLMENT_BARRED", "school")] * 2
        for number, error in zip(numbers, barred["errors"], strict=True):
            assert number in error["message"], "which line it is of"
            assert "2026-10-20" in error["message"], "and why"
        assert said(await people["west"].write("admitStudents", **given, effectiveOn="2026-10-19")) == []


async def test_no_row_of_a_file_enters_where_no_licence_holds(
    people: People, clock: FixedClock, tmp_path: Path
) -> None:
    await issued(people)
    query = "query($id: ID!) { school(id: $id) { code } }"
    code = (await people["west"].data(query, id=people.school))["school"]["code"]
    rows = [pupil(name, 480 + place) for place, name in enumerate(("许一", "许二", "许三"))]
    for row, school, day in zip(rows, (code, code, ""), ("2026-10-19", "2026-10-20", "2026-10-20"), strict=True):
        row[9] = day
        if school:
            row[5], row[7] = school, ""
    with at(clock, date(2026, 10, 21)):
        await swept(people.services, sweep_licences)
        found = await imported(people.services, tmp_path, rows)
        assert found == ({"created": 2, "rejected": 1}, [(3, "学校", "ENROLMENT_BARRED")])


async def test_it_is_not_renewed_by_itself_after_a_violation(people: People, clock: FixedClock) -> None:
    licence = await issued(people)
    assert await enrols(people, "陈一", "2026-10-12") == []
    violation = {"sort": "OTHER", "facts": "违规收费", "basis": "民办教育促进法第六十二条", "foundOn": "2026-05-01"}
    noted = await people["west"].write("noteViolation", id=people.organiser, school=people.school, **violation)
    assert said(noted) == []
    other = await people["east"].write("noteViolation", id=people.organiser, **violation)
    assert said(other) == [("NOT_FOUND", "id")]
    renewal = await opens(people, "school", "openLicenceRenewal", "rectified", licence=licence)
    assert said(renewal) == []
    assert await decides(people, renewal["privateSchoolCase"]["id"], "west", "west_director") == []
    found = await shown(people, licence)
    assert (found["validUntil"], found["events"]["nodes"][0]["document"]) == (
        "2032-10-20",
        renewal["privateSchoolCase"]["number"],
    )
    bare = await issued(
        replace(people, school=await private_school(people.api, people.city, "西城违规小学", "2151002001"))
    )
    with at(clock, date(2026, 10, 20)):
        await people["west"].write("noteViolation", id=people.organiser, **violation)
        await swept(people.services, sweep_licences)
    assert (await shown(people, bare))["state"] == "LAPSED"
    assert (await shown(people, licence))["state"] == "VALID"


async def test_those_concerned_are_reminded_before_it_ends(people: People, clock: FixedClock) -> None:
    await issued(people)
    told = "{ notices { nodes { englishText } } }"
    with at(clock, date(2026, 4, 23)):
        await swept(people.services, send_reminders)
    texts = [node["englishText"] for node in (await people["school"].data(told))["notices"]["nodes"]]
    assert texts == ["Licence, valid until: it ends on 2026-10-20, 180 days from now."]


async def test_another_organiser_takes_over(people: People) -> None:
    licence = await issued(people)
    to = await organiser(people["west"], people.west, f"新{people.organiser}")
    assert (
        said(
            await people["west"].write(
                "noteUnqualified", id=people.organiser, since="2026-06-01", facts="被吊销营业执照"
            )
        )
        == []
    )
    due = "query($id: ID!) { organiser(id: $id) { unqualifiedOn changeDue } }"
    assert (await people["west"].data(due, id=people.organiser))["organiser"]["changeDue"] == "2026-12-01"
    again = await people["west"].write(
        "noteUnqualified", id=people.organiser, since="2026-06-01", facts="被吊销营业执照"
    )
    assert said(again) == [("DUPLICATE", "id")]
    early = {"clearedOn": "2026-09-15", "consentedOn": "2026-09-01"}
    first = await opens(people, "school", "openOrganiserChange", *CHANGE, licence=licence, organiser=to, **early)
    assert said(first) == [("FORBIDDEN", "")], "it is entered where organisers are kept"
    wrong = await opens(people, "west", "openOrganiserChange", *CHANGE, licence=licence, organiser=to, **early)
    assert [warning["code"] for warning in wrong["warnings"]] == ["NOT_MET"]
    case = wrong["privateSchoolCase"]["id"]
    assert await decides(people, case, "west_other", "west_director") == [("NOT_MET", "consentedOn")]
    assert said(await people["west"].write("withdrawCase", id=case, reason="日期有误")) == []
    opened = await opens(people, "west", "openOrganiserChange", *CHANGE, licence=licence, organiser=to, **DAYS)
    assert said(opened) == []
    assert await decides(people, opened["privateSchoolCase"]["id"], "west_other", "west_director") == []
    found = await shown(people, licence)
    assert found["organiserName"] == f"新{people.organiser}"
    assert [event["sort"] for event in found["events"]["nodes"]] == ["ORGANISER_CHANGED"]
    assert (await people["west"].data(due, id=people.organiser))["organiser"]["changeDue"] is None
    seen = (await people.api.as_(ANONYMOUS).data(PUBLIC, search=found["number"]))["publicLicences"]["nodes"]
    assert [one["organiserName"] for one in seen] == [f"新{people.organiser}"]


async def test_who_does_not_apply_for_a_change_in_time_is_on_record(people: People, clock: FixedClock) -> None:
    assert (
        said(await people["west"].write("noteUnqualified", id=people.organiser, since="2026-06-01", facts="破产")) == []
    )
    file = "query($id: ID!) { organiser(id: $id) { creditEntries { nodes { sort foundOn } } } }"
    for day, entries in (
        (date(2026, 12, 1), []),
        (date(2026, 12, 2), [{"sort": "CHANGE_OVERDUE", "foundOn": "2026-12-02"}]),
    ):
        with at(clock, day):
            await swept(people.services, sweep_licences)
            await swept(people.services, sweep_licences)
        assert (await people["west"].data(file, id=people.organiser))["organiser"]["creditEntries"]["nodes"] == entries


async def test_a_licence_that_was_lent_is_given_to_nobody_else_and_revoked(people: People) -> None:
    licence = await issued(people)
    decision = {"reason": "出借办学许可证", "document": "青教罚〔2026〕1号"}
    assert said(await people["west"].write("revokeLicence", id=licence, **decision)) == [("INVALID", "id")]
    lent = {
        "sort": "LICENCE_LENT",
        "facts": "出借给培训机构使用",
        "basis": "民办教育促进法第六十二条",
        "foundOn": "2026-10-01",
    }
    assert said(await people["west"].write("noteViolation", id=people.organiser, school=people.school, **lent)) == []
    to = await organiser(people["west"], people.west, f"新{people.organiser}")
    opened = await opens(people, "west", "openOrganiserChange", *CHANGE, licence=licence, organiser=to, **DAYS)
    assert "出借给培训机构使用" in opened["warnings"][0]["message"]
    assert await decides(people, opened["privateSchoolCase"]["id"], "west_other", "west_director") == [("NOT_MET", "")]
    assert said(await people["school"].write("revokeLicence", id=licence, **decision)) == [("FORBIDDEN", "")]
    assert said(await people["west"].write("revokeLicence", id=licence, **decision)) == []
    assert said(await people["west"].write("revokeLicence", id=licence, **decision)) == [("ENDED", "id")]
    assert await enrols(people, "褚一", "2026-10-12") == [("ENROLMENT_BARRED", "school")]
    assert (await shown(people, licence))["state"] == "REVOKED"


async def test_what_a_licence_says_is_amended_by_a_decision(people: People) -> None:
    licence = await issued(people)
    assert said(await people["west"].write("amendLicence", id=licence, document="青教民〔2026〕9号")) == [
        ("INVALID", "document")
    ]
    new = {"principalName": "施校长", "address": "西城路 8 号", "document": "青教民〔2026〕9号"}
    assert said(await people["west"].write("amendLicence", id=licence, **new)) == []
    (event,) = (await shown(people, licence))["events"]["nodes"]
    assert (event["sort"], event["document"]) == ("AMENDED", "青教民〔2026〕9号")
    assert "何校长 → 施校长" in event["text"]


async def test_a_filed_account_is_sealed(people: People) -> None:
    licence = await issued(people)
    given = {"licence": licence, "representative": f"Person:{people.city.persons['周校长']}", "bank": "样本银行"}
    held = {"held": {"from": "2026-01-01"}}
    made = await people.api.write(
        "createFiledAccount",
        "filedAccount { account { held mask } }",
        account="6222 0000 0000 0007 770",
        **given,
        **held,
    )
    assert said(made) == []
    assert made["filedAccount"]["account"] == {"held": True, "mask": "*****************70"}
    short = await people.api.write(
        "createFiledAccount", account="6222", **given, held={"from": "2020-01-01", "until": "2021-01-01"}
    )
    assert said(short) == [("INVALID", "account")]


REGISTER = """query($d: ID!, $n: String) { publicSchools(division: $d, name: $n) {
    name licenceNumber licenceUntil licenceState } }"""


async def test_everybody_reads_in_the_register_of_schools_whether_a_private_one_has_a_licence(
    people: People, clock: FixedClock
) -> None:
    query = "query($id: ID!) { school(id: $id) { name division { id } } }"
    school = (await people["west"].data(query, id=people.school))["school"]
    name, division = school["name"], school["division"]["id"]

    async def public(of: str) -> Any:
        found = await people.api.as_(ANONYMOUS).data(REGISTER, d=division, n=of)
        (one,) = [one for one in found["publicSchools"] if one["name"] == of]
        return one["licenceNumber"], one["licenceUntil"], one["licenceState"]

    assert await public(name) == (None, None, None), "none is issued yet"
    earlier = {"valid_from": "2014-10-20", "valid_until": "2020-10-20", "issued_on": "2014-10-20"}
    serial = int(people.school.split(":")[1])
    await licensed(people, f"教民510104{serial:09d}号", **earlier, state="LAPSED", ended_on="2020-10-20")
    licence = await shown(people, await issued(people))
    assert await public(name) == (licence["number"], "2026-10-20", "VALID"), "the one that holds, not the one of before"
    violation = {"sort": "LICENCE_LENT", "facts": "出借", "basis": "民办教育促进法第六十二条", "foundOn": "2026-10-01"}
    noted = await people["west"].write("noteViolation", id=people.organiser, school=people.school, **violation)
    assert said(noted) == []
    with at(clock, date(2026, 10, 15)):
        decision = {"reason": "出借办学许可证", "document": "青教罚〔2026〕2号"}
        assert said(await people["west"].write("revokeLicence", id=licence["id"], **decision)) == []
        assert await public(name) == (licence["number"], "2026-10-15", "REVOKED")
    assert await public("西城小学") == (None, None, None), "a public school needs none"
