"""What offices have in the small world: documents under their numbers, and tasks that were assigned."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from bureau.machinery.documents.official_document import OfficialDocument
from bureau.machinery.documents.organ_code import OrganCode
from bureau.machinery.tasks.assigned_task import AssignedTask, TaskParty
from bureau.machinery.tasks.extension import TaskExtension
from bureau.machinery.tasks.task_report import TaskReport
from tests.support.areas import Make

MOMENT = datetime(2026, 10, 8, 2, tzinfo=UTC)


async def build(make: Make, bureau: int, east: int, schools: Mapping[str, int]) -> None:
    """A document of the bureau's and one it received; a task that 东城小学 leads and 西城小学 assists, and one of the
    east's own, which nobody has signed for.
    """
    organ = {"code": "蓉教发", "used_for": "发文"}
    await make(OrganCode, unit=bureau, **organ)
    registered = {"registered_by": "tester", "registered_at": MOMENT, "urgency": "ORDINARY"}
    ours = {
        "organ_code": "蓉教发",
        "year": 2026,
        "serial": 1,
        "given": "蓉教发〔2026〕1号",
        "number": "蓉教发〔2026〕1号",
    }
    sent = {"direction": "OUTGOING", "title": "关于开展安全检查的通知", "dated_on": date(2026, 10, 8)}
    document = await make(OfficialDocument, unit=bureau, **ours, **sent, **registered)
    came = {
        "direction": "INCOMING",
        "number": "川教函〔2026〕88号",
        "sender": "四川省教育厅",
        "title": "关于报送材料的函",
    }
    days = {"dated_on": date(2026, 9, 30), "received_on": date(2026, 10, 8)}
    await make(OfficialDocument, unit=east, **came, **days, **registered)
    what = {"title": "安全检查", "content": "排查校舍隐患并报送整改清单", "source": "DOCUMENT", "urgency": "URGENT"}
    whose = {"document": document.id, "document_number": "蓉教发〔2026〕1号"}
    task = await _task(
        make, (bureau, "成都市教育局"), (schools["东城小学"], "东城小学"), "IN_PROGRESS", **what, **whose
    )
    await _party(make, task, schools["西城小学"], "西城小学", "ASSISTING", {"sign_due": date(2026, 10, 9)})
    who = {"reporter": schools["东城小学"], "unit_name": "东城小学", "said_by": "周校长", "said_at": MOMENT}
    await make(TaskReport, task=task, sort="PROGRESS", text="已排查", **who)
    asked = {"asked_by": "周校长", "asked_at": MOMENT, "reason": "设备到货晚"}
    await make(TaskExtension, task=task, due_before=date(2027, 12, 31), until=date(2028, 1, 7), state="OPEN", **asked)
    other = {"title": "报送材料", "content": "报送台账", "source": "SUPERIOR", "urgency": "ORDINARY"}
    await _task(make, (east, "锦江区教育局"), (schools["东城中学"], "东城中学"), "ISSUED", **other)


async def _task(make: Make, issuer: tuple[int, str], lead: tuple[int, str], state: str, **what: Any) -> int:
    """The id of a task with the two units that take part in it; due so late that mornings in tests have nothing to say."""
    days = {"due": date(2027, 12, 31), "yellow_from": date(2027, 12, 28), "red_from": date(2028, 1, 1)}
    signed = {"signed_on": date(2026, 10, 9)} if state != "ISSUED" else {}
    task = await make(
        AssignedTask,
        issuer=issuer[0],
        issuer_name=issuer[1],
        lead=lead[0],
        lead_name=lead[1],
        state=state,
        lamp="GREEN",
        issued_on=date(2026, 10, 8),
        issued_by="tester",
        calendar=1,
        sign_due=date(2026, 10, 9),
        times_returned=0,
        times_reminded=0,
        **days,
        **signed,
        **what,
    )
    await _party(make, task.id, *issuer, "ISSUING", {})
    by = {"signed_by": "周校长"} if signed else {}
    await _party(make, task.id, *lead, "LEAD", {"sign_due": date(2026, 10, 9)} | signed | by)
    return int(task.id)


async def _party(make: Make, task: int, unit: int, name: str, part: str, more: Mapping[str, Any]) -> None:
    await make(TaskParty, task=task, unit=unit, unit_name=name, part=part, since=date(2026, 10, 8), **more)
