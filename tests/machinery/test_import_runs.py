"""Imports as jobs: tried first, done with the sender's rights, each chunk once, told row by row."""

import csv
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest

from bureau.catalogue import Catalogue
from bureau.commands.accounts import add_token
from bureau.graph.context import Services
from bureau.kernel.narrowing import Narrowing
from bureau.kernel.rules import Level
from bureau.machinery.imports import importer, running
from tests.support.api import Api
from tests.support.jobs import account, finish, worker
from tests.support.world import NOW, World, number_of

IMPORT = """mutation($i: ImportFileInput!) { importFile(input: $i) {
    importRun { id job { id state } } errors { code path message } } }"""
RUN = """query($id: ID!) { importRun(id: $id) {
    fileName isTrial created updated unchanged rejected mapping unused lacking chineseForm undoneAt
    repaired { id name } job { state englishOutcome done total }
    findings(first: 1000) { totalCount nodes {
        line sort columnName given before code englishReason chineseReason suggestion } } } }"""
HEADER = ["学校标识码", "名称", "办学类型", "所在区划", "上级机构"]


def table(*rows: list[str]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def school(number: int, name: str = "", superior: str = "510104", division: str = "510104") -> list[str]:
    return [f"21512{number:05d}", name or f"第{number}小学", "211", division, superior]


class Sender:
    """Somebody who imports files."""

    def __init__(self, api: Api, parts: Catalogue) -> None:
        self.api = api
        self._parts = parts

    async def upload(self, content: bytes, name: str = "学校.csv") -> str:
        async def blocks() -> AsyncIterator[bytes]:
            yield content

        found = await self.api.services.files.keep(self.api.actor, name, blocks())
        return f"File:{found.id}"

    async def ask(self, content: bytes, kind: str = "School", **given: Any) -> dict[str, Any]:
        wanted = {"file": await self.upload(content), "kind": kind, "isTrial": False, **given}
        payload: dict[str, Any] = (await self.api.ask(IMPORT, i=wanted)).data["importFile"]
        return payload

    async def done(self, content: bytes, kind: str = "School", **given: Any) -> dict[str, Any]:
        """The run of a file, once it is over; with its id."""
        payload = await self.ask(content, kind, **given)
        assert payload["errors"] == []
        await finish(worker(self.api.services, *self._parts.tasks))
        identity = payload["importRun"]["id"]
        return {"id": identity, **(await self.api.ask(RUN, id=identity)).data["importRun"]}


def counts(run: dict[str, Any]) -> dict[str, int]:
    return {name: run[name] for name in ("created", "updated", "unchanged", "rejected") if run[name]}


def told(run: dict[str, Any], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(node[name] for name in ("line", "sort", *names)) for node in run["findings"]["nodes"]]


@pytest.fixture(scope="module")
async def clerk(services: Services, city: World, nobody: Api, parts: Catalogue) -> Sender:
    """The registrar of the county of the east."""
    who = await account(services, "clerk", city.east, Level.COUNTY, "registrar")
    return Sender(nobody.as_(who), parts)


@pytest.fixture(scope="module")
async def of_school(services: Services, city: World, nobody: Api, parts: Catalogue) -> Sender:
    """The registrar of one school."""
    who = await account(services, "of-school", city.schools["东城小学"], Level.UNIT, "registrar")
    return Sender(nobody.as_(who), parts)


async def by_token(services: Services, sender: Sender, parts: Catalogue, *kinds: str) -> Sender:
    """A program of somebody's, which knows of these kinds alone."""
    actor, narrowing = sender.api.actor, Narrowing(kinds=frozenset(kinds))
    name = f"import of {len(kinds)}"
    await add_token(services, actor.name, name, NOW.date() + timedelta(days=9), narrowing)
    ((number,),) = await services.store.database.readers.fetch("SELECT id FROM token WHERE name = $1", [name])
    return Sender(sender.api.as_(actor.by(number, narrowing)), parts)


async def names(services: Services, like: str = "21512%") -> dict[str, str]:
    sql = "SELECT code, name FROM unit WHERE code LIKE $1 ORDER BY code"
    return {row[0]: row[1] for row in await services.store.database.readers.fetch(sql, [like])}


async def test_a_trial_says_what_would_change_and_changes_nothing(services: Services, clerk: Sender) -> None:
    first = await clerk.done(table(HEADER, school(1), school(2, "二小")))
    assert (first["job"]["state"], counts(first)) == ("SUCCEEDED", {"created": 2})
    assert json.loads(first["mapping"])["code"] == "学校标识码"
    before = await names(services)
    rows = [HEADER, school(1), school(2, "第二小学"), school(3), ["2151200004", "坏小学", "2l1", "510104", "510104"]]
    trial = await clerk.done(table(*rows), isTrial=True)
    assert counts(trial) == {"created": 1, "updated": 1, "unchanged": 1, "rejected": 1}
    assert told(trial, "columnName", "given", "before", "code") == [
        (3, "CHANGED", "名称", "第二小学", "二小", None),
        (4, "CREATED", None, None, None, None),
        (5, "REJECTED", "办学类型", "2l1", None, "UNKNOWN_CODE"),
    ]
    assert trial["findings"]["nodes"][2]["suggestion"] == "211"
    assert trial["job"]["englishOutcome"].startswith("Trial, nothing was written: 1 created")
    assert await names(services) == before
    assert trial["repaired"]["name"].endswith("-rejected.xlsx")


async def test_a_column_that_is_lacking_is_called_by_its_word(clerk: Sender) -> None:
    run = await clerk.done(
        table(["学校标识码", "名称", "上级机构"], ["2151299999", "缺列小学", "510104"]), isTrial=True
    )
    assert ("REQUIRED", "办学类型") in {(node["code"], node["columnName"]) for node in run["findings"]["nodes"]}


async def test_nobody_sees_anothers_run_and_file(clerk: Sender, of_school: Sender, services: Services) -> None:
    run = await clerk.done(table(HEADER, school(5)), isTrial=True)
    assert (await of_school.api.ask(RUN, id=run["id"])).data["importRun"] is None
    given = {"file": await clerk.upload(table(HEADER)), "kind": "School", "isTrial": True}
    stolen = (await of_school.api.ask(IMPORT, i=given)).data["importFile"]
    assert [(e["code"], e["path"]) for e in stolen["errors"]] == [("NOT_FOUND", ["file"])]


async def test_rows_are_written_with_the_senders_rights_alone(
    services: Services, clerk: Sender, of_school: Sender
) -> None:
    rows = [HEADER, school(6), school(7, superior="510105", division="510105"), ["2151000003", "改名", "", "", ""]]
    run = await clerk.done(table(*rows))
    assert counts(run) == {"created": 1, "rejected": 2}
    assert told(run, "code", "columnName") == [
        (3, "REJECTED", "NOT_FOUND", "上级机构"),  # another county's office, which they do not see
        (4, "REJECTED", "FORBIDDEN", None),  # and a school there
    ]
    payload = await of_school.ask(table(HEADER, school(8)))
    assert [(e["code"], e["path"]) for e in payload["errors"]] == [("FORBIDDEN", ["kind"])], (
        "a school enters no schools"
    )


async def test_who_may_write_no_such_record_is_refused_at_once(of_school: Sender) -> None:
    payload = await of_school.ask(b"x", kind="Teacher")
    assert [(e["code"], e["path"]) for e in payload["errors"]] == [("FORBIDDEN", ["kind"])]
    unknown = await of_school.ask(b"x", kind="Nonsense")
    assert [(e["code"], e["path"]) for e in unknown["errors"]] == [("NOT_FOUND", ["kind"])]
    wrong = await of_school.ask(b"x", kind="Student", mapping="name")
    assert [(e["code"], e["path"]) for e in wrong["errors"]] == [("INVALID", ["mapping"])]


PUPIL = [
    "学校",
    "年级",
    "姓名",
    "性别",
    "出生日期",
    "证件类型",
    "证件号码",
    "入学日期",
    "入学方式",
    "家庭住址",
    "学籍状态",
]


def pupil(name: str, born: str, school: str = "2151000001", document: str = "", **changed: str) -> list[str]:
    from datetime import date

    day = date.fromisoformat(born)
    values = {
        "学校": school,
        "年级": "P2",
        "姓名": name,
        "性别": "2",
        "出生日期": born,
        "证件类型": "1",
        "证件号码": document or number_of(day, "2"),
        "入学日期": "2026-09-01",
        "入学方式": "01",
        "家庭住址": "",
        "学籍状态": "在读",
    } | changed
    return [values[head] for head in PUPIL]


async def test_a_school_enters_its_new_pupils_by_a_file(services: Services, of_school: Sender) -> None:
    rows = [PUPIL, pupil("孙小小", "2018-11-03"), pupil("孙大大", "2018-11-04", school="2151000003")]
    run = await of_school.done(table(*rows), kind="Student", mapping="school=学校,person.name=姓名")
    assert counts(run) == {"created": 1, "rejected": 1}, told(run, "code", "columnName", "englishReason")
    assert told(run, "code") == [(3, "REJECTED", "NOT_FOUND")], "a school that it does not see"
    rows = [PUPIL, pupil("孙小小", "2018-11-03", 年级="P3")]
    run = await of_school.done(table(*rows), kind="Student", mapping="school=学校,person.name=姓名")
    assert told(run, "code", "columnName") == [(2, "REJECTED", "BY_VERBS", "年级")]


async def test_a_file_places_nobody_in_another_class_and_says_what_does(
    services: Services, city: World, of_school: Sender
) -> None:
    asked = "query($p: ID!, $c: ID!) { student(id: $p) { number } schoolClass(id: $c) { code } }"
    ids = {"p": f"Student:{city.students['曾晓明']}", "c": f"SchoolClass:{city.school_class}"}
    found = await of_school.api.data(asked, **ids)
    rows = [["学生编号", "班级"], [found["student"]["number"], found["schoolClass"]["code"]]]
    run = await of_school.done(table(*rows), kind="Student", mapping="number=学生编号,schoolClass=班级")
    assert told(run, "code", "columnName", "englishReason", "chineseReason") == [
        (
            2,
            "REJECTED",
            "BY_VERBS",
            "班级",
            "It changes by “Place in a class” (placeStudent) or “Change class” (changeClass) alone, and by no file.",
            "该项只能通过“编班”（placeStudent）或“转班级”（changeClass）变更，不能通过导入变更。",
        )
    ]


async def test_who_is_known_elsewhere_is_named_in_full_and_stays_as_they_are(
    services: Services, city: World, of_school: Sender
) -> None:
    """王芳 is a pupil of another school, whose person this school does not see."""
    sql = "SELECT p.name, p.birth_date, p.sex, p.address FROM person p WHERE p.id = $1"
    ((name, born, sex, _),) = await services.store.database.readers.fetch(sql, [city.persons["周校长"]])
    from datetime import date

    day = born if isinstance(born, date) else date.fromisoformat(str(born))
    row = dict(zip(PUPIL, pupil("假名", day.isoformat(), document=number_of(day, sex), 性别=sex), strict=True))
    run = await of_school.done(table(PUPIL, list(row.values())), kind="Student", isTrial=True)
    assert ("DUPLICATE", "证件号码") in {(n["code"], n["columnName"]) for n in run["findings"]["nodes"]}
    assert name not in json.dumps(run, ensure_ascii=False), "no more is told than that the number is taken"


async def test_all_or_none(services: Services, clerk: Sender) -> None:
    rows = [HEADER, *(school(number) for number in range(20, 30)), ["x", "坏小学", "211", "510104", "510104"]]
    run = await clerk.done(table(*rows), isWhole=True)
    assert counts(run) == {"created": 10, "rejected": 1}
    assert "none was written" in run["job"]["englishOutcome"]
    assert told(run, "code") == [(12, "REJECTED", "INVALID")]
    assert "2151200020" not in await names(services)
    good = await clerk.done(table(*rows[:-1]), isWhole=True)
    assert (counts(good), good["job"]["state"]) == ({"created": 10}, "SUCCEEDED")
    assert "2151200029" in await names(services)


async def test_it_goes_on_where_it_was_killed(
    services: Services, clerk: Sender, parts: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off after a chunk, it begins again with the next, and tells of all rows in the end."""
    monkeypatch.setattr(importer, "CHUNK", 5)
    rows = [HEADER, *(school(number) for number in range(40, 52)), ["x", "坏", "211", "510104", "510104"]]
    payload = await clerk.ask(table(*rows))
    real, chunks = running._Importing._keep, 0

    class Cut(BaseException):
        pass

    async def cut(self: Any, tx: Any, report: Any, found: Any) -> None:
        nonlocal chunks
        chunks += 1
        await real(self, tx, report, found)
        if chunks == 2:
            raise Cut

    doing = worker(services, *parts.tasks)
    monkeypatch.setattr(running._Importing, "_keep", cut)
    with pytest.raises(Cut):
        await doing.turn()
    monkeypatch.setattr(running._Importing, "_keep", real)
    assert len([code for code in await names(services) if "2151200040" <= code <= "2151200051"]) == 5
    await free(services)
    await finish(doing)
    run = (await clerk.api.ask(RUN, id=payload["importRun"]["id"])).data["importRun"]
    assert (run["job"]["state"], run["job"]["done"], counts(run)) == ("SUCCEEDED", 13, {"created": 12, "rejected": 1})
    assert told(run, "code") == [(14, "REJECTED", "INVALID")]


@pytest.mark.parametrize("bad", [[], [["x", "坏", "211", "510104", "510104"]]])
async def test_a_whole_import_that_was_killed_after_its_end_is_not_done_twice(
    services: Services, clerk: Sender, parts: Catalogue, monkeypatch: pytest.MonkeyPatch, bad: list[list[str]]
) -> None:
    first = 55 if bad else 57
    payload = await clerk.ask(table(HEADER, school(first), school(first + 1), *bad), isWhole=True)

    class Cut(BaseException):
        pass

    async def cut(self: Any, *_: Any) -> None:
        raise Cut

    doing = worker(services, *parts.tasks)
    with monkeypatch.context() as patch:
        patch.setattr(running._Importing, "_repair", cut)
        with pytest.raises(Cut):
            await doing.turn()
    await free(services)
    await finish(doing)
    run = (await clerk.api.ask(RUN, id=payload["importRun"]["id"])).data["importRun"]
    assert run["job"]["state"] == "SUCCEEDED"
    assert counts(run) == ({"created": 2, "rejected": 1} if bad else {"created": 2})
    assert ("none was written" in run["job"]["englishOutcome"]) is bool(bad)
    assert run["findings"]["totalCount"] == len(bad), "told once"


async def free(services: Services) -> None:
    """Let the leases of all jobs end."""

    async def work(tx: Any) -> None:
        await tx.fetch("UPDATE job SET lease_until = $1 WHERE state = 'RUNNING'", tx.now().replace(year=2020))

    await services.store.database.transaction(work)


async def test_a_file_that_is_no_table_fails_with_its_reason(clerk: Sender) -> None:
    run = await clerk.done(b"\x00\x01\x02 nothing")
    assert run["job"]["state"] == "FAILED"
    assert run["job"]["englishOutcome"]


async def test_the_sender_sees_runs_of_their_own(nobody: Api, clerk: Sender, of_school: Sender) -> None:
    mine = (await clerk.api.ask("{ importRuns { nodes { fileName } totalCount } }")).data["importRuns"]
    theirs = (await of_school.api.ask("{ importRuns { totalCount } }")).data["importRuns"]
    assert mine["totalCount"] > 3
    assert theirs["totalCount"] == 4
    assert (await nobody.ask("{ importRuns { totalCount } }")).data["importRuns"]["totalCount"] == 0


UNDO = "mutation($i: UndoImportInput!) { undoImport(input: $i) { importRun { id undoing { state } } errors { code path message } } }"
UNDONE = "query($id: ID!) { importRun(id: $id) { undoneAt undoing { state englishOutcome } findings(filter: {sort: {eq: HINDERS}}) { nodes { record englishReason } } } }"


async def undone(sender: Sender, parts: Catalogue, run: dict[str, Any]) -> dict[str, Any]:
    """What became of undoing a run."""
    payload = (await sender.api.ask(UNDO, i={"id": run["id"], "reason": "误导入"})).data["undoImport"]
    assert payload["errors"] == []
    await finish(worker(sender.api.services, *parts.tasks))
    found: dict[str, Any] = (await sender.api.ask(UNDONE, id=run["id"])).data["importRun"]
    return found


async def units(services: Services) -> list[tuple[Any, ...]]:
    """All that stands of units."""
    sql = "SELECT id, code, name, name_sort, search, type, superior_id, county_id, operation_from FROM unit WHERE void_reason IS NULL ORDER BY id"
    return [tuple(row) for row in await services.store.database.readers.fetch(sql)]


async def test_an_import_is_undone_as_a_whole(services: Services, clerk: Sender, parts: Catalogue) -> None:
    await clerk.done(table(HEADER, school(60, "甲小学"), school(61, "乙小学")))
    before = await units(services)
    run = await clerk.done(table(HEADER, school(60, "甲改"), school(61, "乙小学"), school(62), school(63)))
    assert counts(run) == {"created": 2, "updated": 1, "unchanged": 1}
    assert await units(services) != before
    found = await undone(clerk, parts, run)
    assert found["undoing"] == {"state": "SUCCEEDED", "englishOutcome": "All that it wrote was undone."}
    assert found["undoneAt"]
    assert await units(services) == before
    again = (await clerk.api.ask(UNDO, i={"id": run["id"], "reason": "再次"})).data["undoImport"]
    assert [error["code"] for error in again["errors"]] == ["NOT_UNDONE"]
    once_more = await clerk.done(table(HEADER, school(60, "甲改"), school(62)))
    assert counts(once_more)["updated"] == 1, "what was undone can be imported again"


async def by_code(services: Services, code: str) -> list[tuple[Any, ...]]:
    """Everything that was ever kept under a code: id, name, address, and whether it is void."""
    sql = "SELECT id, name, address, void_reason IS NOT NULL FROM unit WHERE code = $1 ORDER BY id"
    return [tuple(row) for row in await services.store.database.readers.fetch(sql, [code])]


async def test_a_school_undoes_the_import_of_its_pupils_with_what_stood_beside_them(
    services: Services, of_school: Sender, parts: Catalogue
) -> None:
    """Where they are enrolled is for bureaus to change, and was written with the pupils all the same."""
    run = await of_school.done(table(PUPIL, pupil("钱误入", "2018-12-03")), kind="Student")
    assert counts(run) == {"created": 1}, told(run, "code", "columnName", "englishReason")
    assert (await undone(of_school, parts, run))["undoing"]["state"] == "SUCCEEDED"
    sql = (
        "SELECT s.void_reason, e.void_reason FROM enrolment e JOIN student s ON s.id = e.student_id"
        " JOIN person p ON p.id = s.person_id WHERE p.name = '钱误入'"
    )
    assert [tuple(row) for row in await services.store.database.readers.fetch(sql, [])] == [("误导入", "误导入")]


async def test_what_was_undone_is_entered_again_under_its_id(
    services: Services, city: World, clerk: Sender, parts: Catalogue, api: Api
) -> None:
    head = [*HEADER, "地址"]
    first = await clerk.done(table(head, [*school(80, "错名小学"), "错路1号"], [*school(81), ""]))
    assert (await undone(clerk, parts, first))["undoing"]["state"] == "SUCCEEDED"
    ((identity, _, _, is_void),) = await by_code(services, "2151200080")
    assert is_void

    trial = await clerk.done(table(HEADER, school(80, "对名小学")), isTrial=True)
    assert counts(trial) == {"created": 1}
    rows = [HEADER, school(80, "对名小学"), school(80, "又名小学"), school(82)]
    again = await clerk.done(table(*rows))
    assert (counts(again), told(again, "code")) == ({"created": 2, "rejected": 1}, [(3, "REJECTED", "DUPLICATE_ROW")])
    assert await by_code(services, "2151200080") == [(identity, "对名小学", None, False)], (
        "nothing of the mistake stays"
    )
    asked = await api.ask("query($id: ID!) { school(id: $id) { name } }", id=f"School:{identity}")
    assert asked.data["school"] == {"name": "对名小学"}

    assert (await undone(clerk, parts, again))["undoing"]["state"] == "SUCCEEDED"
    assert [row[3] for row in await by_code(services, "2151200080")] == [True], "undone once more, it is void"
    place = {"division": f"Division:{city.division}", "superior": f"Office:{city.east}"}
    given = {"code": "2151200081", "name": "手录小学", "type": "211", **place}
    made = await api.write("createSchool", "school { name }", **given)
    assert made == {"school": {"name": "手录小学"}, "errors": []}, "by hand as well"


async def test_what_was_made_void_by_its_name_is_not_entered_again(services: Services, clerk: Sender, api: Api) -> None:
    await clerk.done(table(HEADER, school(85)))
    ((identity, *_),) = await by_code(services, "2151200085")
    assert (await api.write("voidSchool", id=f"School:{identity}", reason="撤销建制"))["errors"] == []
    run = await clerk.done(table(HEADER, school(85, "顶替小学")))
    assert (counts(run), told(run, "code", "columnName")) == (
        {"rejected": 1},
        [(2, "REJECTED", "DUPLICATE", "学校标识码")],
    )


async def test_what_came_later_keeps_an_import(services: Services, clerk: Sender, parts: Catalogue, api: Api) -> None:
    run = await clerk.done(table(HEADER, school(70), school(71), school(72)))
    ids = {
        code: f"School:{number}"
        for number, code in await services.store.database.readers.fetch("SELECT id, code FROM unit")
    }
    renamed = {"id": ids["2151200070"], "name": "另名小学", "effectiveOn": "2026-10-12"}
    assert (await api.write("renameSchool", "school { id }", **renamed))["errors"] == []
    class_ = {"school": ids["2151200071"], "stage": "P", "grade": "P1", "entryYear": 2026, "number": 1, "name": "一班"}
    made = await api.write("createSchoolClass", "schoolClass { id }", **class_)
    assert made["errors"] == []
    found = await undone(clerk, parts, run)
    assert found["undoing"]["state"] == "FAILED"
    assert found["undoneAt"] is None
    hindering = {node["record"]: node["englishReason"] for node in found["findings"]["nodes"]}
    former = next(record for record in hindering if record.startswith("FormerName:"))
    assert hindering == {
        ids["2151200070"]: "It was changed since.",
        former: "It refers to a school that would be void.",
        made["schoolClass"]["id"]: "It refers to a school that would be void.",
    }
    assert "2151200072" in await names(services), "nothing was undone"
    assert (await api.write("voidSchoolClass", id=made["schoolClass"]["id"], reason="误录"))["errors"] == []
    less = await undone(clerk, parts, run)
    assert {node["record"] for node in less["findings"]["nodes"]} == {ids["2151200070"], former}


async def test_a_pupils_file_is_undone_with_the_persons_and_their_sealed_values(
    services: Services, city: World, clerk: Sender, parts: Catalogue
) -> None:
    async def stands() -> list[tuple[Any, ...]]:
        sql = (
            "SELECT p.name, p.address, p.phone_mask, p.phone_digest, s.grade, e.period_from FROM person p"
            " JOIN student s ON s.person_id = p.id LEFT JOIN enrolment e ON e.student_id = s.id"
            " WHERE p.void_reason IS NULL AND s.void_reason IS NULL ORDER BY p.id, e.id"
        )
        return [tuple(row) for row in await services.store.database.readers.fetch(sql)]

    keeper = Sender(
        clerk.api.as_(await account(services, "keeper", city.bureau, Level.CITY, "registrar", "identity")), parts
    )
    head = [*PUPIL, "联系电话"]
    first = await keeper.done(table(head, [*pupil("吴一一", "2018-10-01"), "13800138000"]), kind="Student")
    assert counts(first) == {"created": 1}, told(first, "code", "columnName")
    before = await stands()
    sql = "SELECT s.number FROM student s JOIN person p ON p.id = s.person_id WHERE p.name = '吴一一'"
    ((number,),) = await services.store.database.readers.fetch(sql)
    changed = [[*pupil("吴一二", "2018-10-01", 家庭住址="新路1号"), "13900139000", number]]
    second = await keeper.done(table([*head, "学号"], *changed, [*pupil("郑新", "2018-10-02"), "", ""]), kind="Student")
    assert counts(second) == {"created": 1, "updated": 1}, told(second, "code", "columnName")
    assert await stands() != before
    found = await undone(keeper, parts, second)
    assert found["undoing"]["state"] == "SUCCEEDED", found
    assert await stands() == before


async def test_a_program_imports_what_its_token_knows_of_and_nothing_else(
    services: Services, clerk: Sender, parts: Catalogue
) -> None:
    needed = ("File", "ImportRun", "ImportFinding", "Job", "Unit", "Division")
    knowing = await by_token(services, clerk, parts, "School", *needed)
    run = await knowing.done(table(HEADER, school(97001)))
    assert (run["job"]["state"], counts(run)) == ("SUCCEEDED", {"created": 1})
    without = await by_token(services, clerk, parts, "Student", *needed[:4])
    refused = await without.ask(table(HEADER, school(97002)))
    assert [(error["code"], error["path"]) for error in refused["errors"]] == [("FORBIDDEN", ["kind"])]
    blind = await by_token(services, clerk, parts, "School", *needed[:4], "Division", "Term", "Campus")
    run = await blind.done(table(HEADER, school(97003)))
    assert counts(run) == {"rejected": 1}, "its superior is a unit, of which it does not know"
    assert await names(services, "2151297%") == {"2151297001": "第97001小学"}
