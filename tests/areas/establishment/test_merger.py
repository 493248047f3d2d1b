"""Two schools, of 1,200 pupils together, merge into one as one operation, and part again if need be."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tortoise.backends.asyncpg.client import TransactionWrapper
from tortoise.backends.sqlite.client import SqliteTransactionWrapper

from bureau.areas.exchange.foreign_teacher import ForeignTeacher
from bureau.registry.campus import Campus
from bureau.registry.person import Person
from bureau.storage.transaction import Transaction
from tests.areas.establishment.town import AUTUMN, Town
from tests.support.people import of_school

_OF_JOBS = re.compile(r'(FROM|UPDATE|INTO) "?job"?\b')

EVERYTHING = (
    "SELECT id, code, name, operation_from, operation_until FROM unit ORDER BY id",
    "SELECT id, school_id, grade, school_class_id, status FROM student ORDER BY id",
    "SELECT id, student_id, school_id, period_from, period_until, ended_by FROM enrolment WHERE void_reason IS NULL ORDER BY id",
    "SELECT id, school_id, number, name, code, head_teacher_id FROM school_class ORDER BY id",
    "SELECT id, unit_id, entered_on FROM teacher ORDER BY id",
    "SELECT id, teacher_id, unit_id, period_from, period_until FROM post WHERE void_reason IS NULL ORDER BY id",
    "SELECT id, school_id, name, is_main FROM campus ORDER BY id",
    "SELECT id FROM status_change WHERE void_reason IS NULL ORDER BY id",
    "SELECT id FROM school_succession WHERE void_reason IS NULL ORDER BY id",
    "SELECT id FROM school_closure WHERE void_reason IS NULL ORDER BY id",
)


@pytest.fixture(scope="module")
async def two(town_: Town) -> Town:
    """Two primary schools of 600 pupils each, with classes of the same numbers, staff and sites."""
    for name, code in (("河东小学", "2151060001"), ("河西小学", "2151060002")):
        await town_.school(name, "211", code)
        for grade in range(1, 7):
            for number in (1, 2):
                key, head = f"{name} P{grade} {number}", {}
                if number == 1:
                    head = {"head_teacher": await town_.county.teacher(name)}
                await town_.county.class_(key, name, f"P{grade}", number, entry_year=2026 - grade + 1, **head)
                await town_.county.crowd(name, f"P{grade}", key, 50)

        async def site(make: Any, school: int = town_.county.schools[name]) -> None:
            await make(Campus, school=school, name="本部", is_main=True)

        await town_.county.add(site)
    await town_.county.pupil("未编班", "河西小学", "P3")
    await town_.county.pupil("休学", "河西小学", "P4", "河西小学 P4 1", status="SUSPENDED")
    await town_.county.pupil("新来", "河西小学", "P1", "河西小学 P1 1", since=date(2026, 9, 1))
    return town_


async def everything(town: Town) -> list[Any]:
    return [await town.rows(sql) for sql in EVERYTHING]


async def planned(town: Town, **given: Any) -> dict[str, Any]:
    asked = {"successor": town.id("河东小学"), "schools": [{"school": town.id("河西小学")}]}
    return await town.plan("planMerger", **(asked | given))


async def test_a_merger_is_previewed_approved_carried_out_and_undone(two: Town) -> None:
    before = await everything(two)
    run = await planned(two)
    assert (run["state"], run["sort"]) == ("PREVIEWED", "MERGER")
    counts = {name: run[name] for name in ("pupils", "classes", "teachers", "posts", "campuses")}
    assert counts == {"pupils": 603, "classes": 12, "teachers": 6, "posts": 6, "campuses": 1}
    lines = [(line["name"], line["nextName"], line["nextNumber"]) for line in run["classLines"]["nodes"]]
    assert ("2026级1班", "2026级3班", 3) in lines
    assert ("2026级2班", "2026级4班", 4) in lines
    found = [(one["code"], one["isBlocking"]) for one in run["findings"]["nodes"]]
    assert sorted(set(found)) == [("HANDOVER_OPEN", True), ("RENUMBERED", False), ("TOO_LARGE", False)]
    assert await everything(two) == before, "a preview writes nothing but itself"

    asked = {"id": run["id"], "confirmation": "河东小学"}
    assert await two.refused("clerk", "commitReorganisation", **asked) == [("INVALID", "id")], "not approved"
    case = await two.open("openSchoolMerger", run=run["id"])
    done = await two.decide(case["id"])
    assert (done["errors"], done["case"]["state"]) == ([], "DONE")
    run = await two.run(run["id"])
    assert (run["state"], run["document"]) == ("APPROVED", done["case"]["number"])
    assert await two.refused("clerk", "commitReorganisation", **asked) == [("HANDOVER_OPEN", "school")]
    await two.hand_over("河西小学", "河东小学")
    mistyped = await two.refused("clerk", "commitReorganisation", id=run["id"], confirmation="河东")
    assert mistyped == [("MISMATCH", "confirmation")]

    before = await everything(two)
    moment = datetime.now(UTC).isoformat()
    run = await two.commit(run["id"], "河东小学")
    assert (run["state"], run["job"]["state"]) == ("COMMITTED", "SUCCEEDED"), run["chineseReason"]
    assert run["job"]["chineseOutcome"] == "已调整学生 603 人、班级 12 个、教职工 6 人。"
    await _stands_merged(two, moment)
    again = await two.refused("clerk", "commitReorganisation", **asked)
    assert again == [("ENDED", "id")]

    run = await two.undo(run["id"])
    assert run["state"] == "UNDONE", [one for one in run["findings"]["nodes"] if one["code"] == "HINDERS"]
    assert await everything(two) == before


async def _stands_merged(two: Town, earlier: str) -> None:
    east, west = two.id("河东小学"), two.id("河西小学")
    api = two["clerk"]
    text = """query($e: ID!, $w: ID!, $p: ID!, $asOf: DateTime) {
        east: students(filter: { school: { id: { eq: $e } } }, first: 0, asOf: $asOf) { totalCount }
        west: students(filter: { school: { id: { eq: $w } }, status: { in: [ENROLLED, SUSPENDED] } }, first: 0, asOf: $asOf) { totalCount }
        school(id: $w, asOf: $asOf) { code operation { until } }
        student(id: $p, asOf: $asOf) { school { name } schoolClass { name school { name } } } }"""
    asked = {"e": east, "w": west, "p": f"Student:{two.county.pupils['休学']}"}
    now = await api.data(text, **asked)
    assert (now["east"]["totalCount"], now["west"]["totalCount"]) == (1203, 0)
    assert now["school"] == {"code": "2151060002", "operation": {"until": AUTUMN}}
    assert now["student"] == {
        "school": {"name": "河东小学"},
        "schoolClass": {"name": "2023级3班", "school": {"name": "河东小学"}},
    }
    then = await api.data(text, **asked, asOf=earlier)
    assert (then["east"]["totalCount"], then["west"]["totalCount"]) == (600, 603)
    assert then["school"]["operation"] is None

    text = """query($p: ID!, $n: ID!) { student(id: $p) {
        enrolments(orderBy: PERIOD_ASC) { nodes { school { name } period { from until } entryWay { code } endedBy { code } } }
        statusChanges { nodes { category { code } effectiveOn reason approvalNumber fromSchool { name } toSchool { name } fromStatus toStatus } } }
        newcomer: student(id: $n) { enrolments { nodes { school { name } period { from until } } } } }"""
    found = await api.data(text, p=asked["p"], n=f"Student:{two.county.pupils['新来']}")
    stays = found["student"]["enrolments"]["nodes"]
    assert [(s["school"]["name"], s["period"]["from"], s["period"]["until"]) for s in stays] == [
        ("河西小学", "2019-09-01", AUTUMN),
        ("河东小学", AUTUMN, None),
    ]
    (change,) = found["student"]["statusChanges"]["nodes"]
    assert (change["fromSchool"]["name"], change["toSchool"]["name"]) == ("河西小学", "河东小学")
    assert (change["fromStatus"], change["toStatus"], change["effectiveOn"]) == ("SUSPENDED", "SUSPENDED", AUTUMN)
    assert change["approvalNumber"]
    assert found["newcomer"]["enrolments"]["nodes"] == [
        {"school": {"name": "河东小学"}, "period": {"from": AUTUMN, "until": None}}
    ]
    staff = await two.rows(
        "SELECT count(*) FROM post WHERE unit_id = $1 AND period_until IS NULL AND void_reason IS NULL",
        two.county.schools["河东小学"],
    )
    assert staff == [(12,)]
    sites = await two.rows(
        "SELECT name, is_main FROM campus WHERE school_id = $1 ORDER BY id", two.county.schools["河东小学"]
    )
    assert [(name, bool(main)) for name, main in sites] == [("本部", True), ("河西小学本部", False)]
    await _lineage(two, east, west)


async def _lineage(two: Town, east: str, west: str) -> None:
    """Old codes and old figures lead to the school that took over."""
    text = """query($s: ID!) { schoolLineage(school: $s) { school name code direction sort effectiveOn steps }
        schoolSeries(school: $s) { schoolYear own predecessors total schools } }"""
    found = await two["clerk"].data(text, s=east)
    link = {"direction": "BEFORE", "sort": "MERGED_INTO", "effectiveOn": AUTUMN, "steps": 1}
    assert found["schoolLineage"] == [{"school": west, "name": "河西小学", "code": "2151060002", **link}]
    assert found["schoolSeries"] == [
        {"schoolYear": "2025-2026", "own": 600, "predecessors": 602, "total": 1202, "schools": 2},
        {"schoolYear": "2026-2027", "own": 1203, "predecessors": 0, "total": 1203, "schools": 2},
    ]
    found = await two["clerk"].data(text, s=west)
    assert [(one["school"], one["direction"], one["name"]) for one in found["schoolLineage"]] == [
        (east, "AFTER", "河东小学")
    ]


async def test_what_came_later_keeps_a_merger_from_being_undone(two: Town) -> None:
    run = await planned(two)
    case = await two.open("openSchoolMerger", run=run["id"])
    assert (await two.decide(case["id"]))["errors"] == []
    await two.commit(run["id"], "河东小学")
    pupil = f"Student:{two.county.pupils['休学']}"
    await two.write("clerk", "updateStudent", "student { id }", id=pupil, boarding="2")
    undone = await two.undo(run["id"])
    assert undone["state"] == "COMMITTED"
    (hinders,) = [one for one in undone["findings"]["nodes"] if one["code"] == "HINDERS"]
    assert (hinders["record"], hinders["isBlocking"]) == (pupil, True)


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said to the database, but for what jobs say of themselves as time passes."""
    said: list[str] = []

    def listen(of: type[Any], name: str) -> None:
        call = getattr(of, name)

        async def heard(self: Any, sql: str, *rest: Any, **more: Any) -> Any:
            if not _OF_JOBS.search(sql):
                said.append(sql)
            return await call(self, sql, *rest, **more)

        monkeypatch.setattr(of, name, heard)

    for name in ("fetch", "execute_many"):
        listen(Transaction, name)
    for client in (SqliteTransactionWrapper, TransactionWrapper):
        for name in ("execute_query", "execute_query_dict", "execute_insert"):
            listen(client, name)
    return said


async def test_sixty_pupils_take_no_more_statements_than_three(town_: Town, statements: list[str]) -> None:
    counts: dict[int, tuple[int, int]] = {}
    for pupils in (2, 3, 60):  # what is kept for later is asked for with the first
        whence, to = f"{pupils}人小学", f"{pupils}人承接小学"
        await town_.school(whence, "211", f"21510630{pupils:02d}")
        await town_.school(to, "211", f"21510640{pupils:02d}")
        await town_.county.class_(whence, whence, "P2")
        await town_.county.crowd(whence, "P2", whence, pupils)
        classes = [{"schoolClass": f"SchoolClass:{town_.county.classes[whence]}"}]
        run = await town_.plan("planPlacement", successor=town_.id(to), classes=classes)
        statements.clear()
        assert (await town_.commit(run["id"], to))["state"] == "COMMITTED"
        committed = len(statements)
        statements.clear()
        assert (await town_.undo(run["id"]))["state"] == "UNDONE"
        counts[pupils] = committed, len(statements)
    for more, fewer in zip(counts[60], counts[3], strict=True):
        assert more <= fewer, "and fewer still once rows are copied in"
    assert min(counts[3]) > 10, "they are heard"


async def test_a_merger_that_is_another_by_then_is_not_carried_out(town_: Town) -> None:
    await town_.school("南一小学", "211", "2151061001")
    await town_.school("南二小学", "211", "2151061002")
    await town_.county.class_("南二 P2", "南二小学", "P2")
    await town_.county.crowd("南二小学", "P2", "南二 P2", 3)
    asked = {"successor": town_.id("南一小学"), "schools": [{"school": town_.id("南二小学")}]}
    run = await town_.plan("planMerger", **asked)
    case = await town_.open("openSchoolMerger", run=run["id"])
    assert (await town_.decide(case["id"]))["errors"] == []
    await town_.hand_over("南二小学", "南一小学")
    await town_.county.crowd("南二小学", "P2", "南二 P2", 1)
    run = await town_.commit(run["id"], "南一小学")
    assert run["state"] == "FAILED", run
    assert "此后已有依赖于此的变更" in run["chineseReason"]
    await town_.write("clerk", "previewReorganisation", "reorganisation { id }", id=run["id"])
    await town_.county.work()
    run = await town_.run(run["id"])
    assert (run["state"], run["pupils"]) == ("APPROVED", 4), "its approval stays"
    run = await town_.commit(run["id"], "南一小学")
    assert run["state"] == "COMMITTED"


async def test_what_may_not_merge_is_refused_when_it_is_planned(two: Town) -> None:
    east, west = two.id("河东小学"), two.id("河西小学")
    await two.county.add(lambda make: _elsewhere(make, two))
    other = f"School:{two.county.schools['市直小学']}"
    wanted: list[tuple[dict[str, Any], tuple[str, str]]] = [
        ({"schools": []}, ("REQUIRED", "schools")),
        ({"schools": [{"school": east}]}, ("INVALID", "successor")),
        ({"schools": [{"school": west}, {"school": west}]}, ("DUPLICATE", "schools.1.school")),
        ({"schools": [{"school": other}]}, ("MISMATCH", "schools.0.school")),
        ({"schools": [{"school": west}], "effectiveOn": "2026-10-01"}, ("TERM_BOUNDARY", "effectiveOn")),
    ]
    for given, expected in wanted:
        asked = {"successor": east, "effectiveOn": AUTUMN, "reason": "x", **given}
        who = "city_clerk" if given["schools"] == [{"school": other}] else "clerk"
        assert await two.refused(who, "planMerger", **asked) == [expected]
    of_it = of_school(two.county.schools["河东小学"])
    asked = {"successor": east, "effectiveOn": AUTUMN, "reason": "x", "schools": [{"school": east}]}
    refused = await two.api.as_(of_it).write("planMerger", **asked)
    assert [error["code"] for error in refused["errors"]] == ["FORBIDDEN"]


async def _elsewhere(make: Any, two: Town) -> None:
    from bureau.registry.school import School

    given = {"name": "市直小学", "code": "2151069999", "type": "211", "division": two.county.division}
    two.county.schools["市直小学"] = (await make(School, superior=two.city, **given)).id


async def test_what_stands_in_the_way_is_told_by_name(town_: Town) -> None:
    """A stage that is not taught, a foreign teacher, what is not handed over: each is told with its unit."""
    await town_.school("北一幼儿园", "111", "1151062001")
    await town_.school("北二小学", "211", "2151062002")
    await town_.county.class_("北二 P2", "北二小学", "P2")
    await town_.county.pupil("北二生", "北二小学", "P2", "北二 P2")
    await town_.county.add(lambda make: _foreigner(make, town_.county.schools["北二小学"]))
    asked = {"successor": town_.id("北一幼儿园"), "schools": [{"school": town_.id("北二小学")}]}
    run = await town_.plan("planMerger", **asked)
    found = {one["code"]: one for one in run["findings"]["nodes"] if one["isBlocking"]}
    assert found.keys() == {"NOT_OFFERED", "INVALID", "HANDOVER_OPEN"}
    assert "该校尚聘有外籍教师 1 名" in found["INVALID"]["chineseText"]
    assert "资产与校舍" in found["HANDOVER_OPEN"]["chineseText"]
    assert "Assets and sites" in found["HANDOVER_OPEN"]["englishText"]
    case = await town_.open("openSchoolMerger", run=run["id"])
    refused = await town_.decide(case["id"])
    assert sorted(error["code"] for error in refused["errors"]) == ["INVALID", "NOT_OFFERED"]


async def _foreigner(make: Any, school: int) -> None:
    person = await make(Person, name="Ann", sex="2", birth_date=date(1990, 1, 1), nationality="GBR", document_type="A")
    await make(
        ForeignTeacher, person=person.id, school=school, status="IN_POST", passport="X9000001", mother_tongue="EN"
    )


async def test_a_merger_says_where_a_school_or_class_would_be_too_large(town_: Town) -> None:
    for name, code, count in (("大河小学", "2151060021", 1990), ("小河小学", "2151060022", 11)):
        await town_.school(name, "211", code)
        await town_.county.class_(f"{name} P2", name, "P2", 1 + (count < 100), entry_year=2025)
        await town_.county.crowd(name, "P2", f"{name} P2", count)
    small = {"successor": town_.id("大河小学"), "schools": [{"school": town_.id("小河小学")}]}
    run = await town_.plan("planMerger", **small)
    said = [one["englishText"] for one in run["findings"]["nodes"] if one["code"] == "TOO_LARGE"]
    assert said == ["大河小学: 2001 pupils, and 2000 are the most."]
    other = {"successor": town_.id("小河小学"), "schools": [{"school": town_.id("大河小学")}]}
    run = await town_.plan("planMerger", **other)
    said = [one["englishText"] for one in run["findings"]["nodes"] if one["code"] == "TOO_LARGE"]
    assert sorted(said) == [
        "“2025级1班”: 1990 pupils, and 45 are the most.",
        "小河小学: 2001 pupils, and 2000 are the most.",
    ]
