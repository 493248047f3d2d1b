"""What there is of private schools in the small world: 成都市实验中学, who runs it, its licence, and another that is to be."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from bureau.areas.establishment.private.licence import FiledAccount, Licence, LicenceEvent
from bureau.areas.establishment.private.organiser import CreditEntry, Organiser
from bureau.areas.establishment.private.private_case import PrivateSchoolCase
from bureau.areas.establishment.private.project import PrivateProject
from bureau.areas.establishment.private.termination import Termination
from bureau.machinery.approvals.case import CaseParty
from tests.support.areas import Make

MOMENT = datetime(2026, 9, 1, 2, tzinfo=UTC)


async def build(make: Make, bureau: int, division: int, person: int, schools: Mapping[str, int]) -> tuple[int, int]:
    """Write them; the organiser and the licence."""
    school = schools["成都市实验中学"]
    runs = await make(
        Organiser,
        office=bureau,
        name="成都样本教育投资有限公司",
        sort="ENTERPRISE",
        credit_code="91110000600037341L",
        has_state_assets=False,
    )
    named = {"organiser": runs.id, "organiser_name": runs.name, "school": school, "school_name": "成都市实验中学"}
    issued = {"office": bureau, "office_name": "成都市教育局", "decision": "成教民〔2025〕1号"}
    days = {"issued_on": date(2025, 9, 1), "valid_from": date(2025, 9, 1), "valid_until": date(2040, 9, 1)}
    held = await make(
        Licence,
        number="教民510100000000001号",
        type="341",
        purpose="NON_PROFIT",
        address="样本路 1 号",
        principal_name="何校长",
        representative_name="何校长",
        times_renewed=0,
        state="VALID",
        **named,
        **issued,
        **days,
    )
    noted = {"noted_by": "tester", "noted_at": MOMENT}
    await make(LicenceEvent, licence=held.id, sort="ISSUED", happened_on=date(2025, 9, 1), **noted)
    said = {"facts": "未按期公开收费", "basis": "民办教育促进法第三十八条", "found_on": date(2024, 3, 1)}
    await make(CreditEntry, organiser=runs.id, sort="OTHER", **said, **noted)
    account = {"bank": "样本银行", "account": "62220000000000001", "held": (date(2025, 9, 1), None)}
    await make(FiledAccount, licence=held.id, representative=person, **account)
    ends = {"announced_on": date(2026, 9, 1), "announced_in": "本校公告栏", "ends_on": date(2040, 9, 1)}
    told = {"reason": "办学场地到期", "state": "ANNOUNCED", "school_name": "成都市实验中学"}
    await make(Termination, licence=held.id, school=school, **ends, **told)
    project = await make(
        PrivateProject,
        office=bureau,
        name="成都样本高级中学",
        type="342",
        purpose="NON_PROFIT",
        organiser=runs.id,
        division=division,
        address="样本路 2 号",
        places=900,
        capital="5000000.00",
        grounds="补充高中学位",
        state="APPLIED",
    )
    opened = {"opened_by": "tester", "opened_at": MOMENT, "ended_at": MOMENT, "end_reason": "申请人撤回"}
    case = await make(
        PrivateSchoolCase,
        kind="private_school_case",
        procedure="PRIVATE_PREPARATION",
        procedure_version=date(2003, 9, 1),
        form_title="民办学校筹设申请表",
        basis="民办教育促进法",
        outcome="prepare_private_school",
        subject=f"PrivateProject:{project.id}",
        subject_name="成都样本高级中学",
        unit=bureau,
        unit_name="成都市教育局",
        state="WITHDRAWN",
        step="acceptance",
        step_english="Acceptance",
        step_chinese="受理",
        sequence=1,
        due=date(2026, 10, 22),
        verification="3456789234567892",
        **opened,
    )
    await make(CaseParty, case=case.id, unit=bureau, unit_name="成都市教育局")
    return int(runs.id), int(held.id)
