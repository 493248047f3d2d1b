"""What inspections there are in the small world: one of 西城幼儿园 that is over, and one of 东城小学 under way."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from bureau.access.account import Account
from bureau.machinery.inspections.finding import InspectionFinding
from bureau.machinery.inspections.inspection import Inspection, InspectionMember, InspectionRound
from bureau.machinery.inspections.published import PublishedInspection
from bureau.machinery.inspections.scheme import InspectionItem, InspectionScheme
from bureau.machinery.inspections.scoring import InspectionScore
from tests.support.areas import Make

MOMENT = datetime(2026, 3, 2, 2, tzinfo=UTC)


async def build(make: Make, bureau: int, schools: Mapping[str, int]) -> int:
    """A scheme with one item, a round under it, and an inspection that was passed; the scheme."""
    scheme = await make(
        InspectionScheme,
        code="SAFETY-2026",
        name="校园安全专项督导方案",
        category="SPECIAL",
        valid=(date(2026, 1, 1), None),
        has_self_report=False,
        has_site_check=True,
        least_team=1,
        defence_days=0,
        passed_from="80.00",
        basic_from="60.00",
        bars_enrolment=False,
        basis="教育督导条例",
        is_verified=False,
    )
    item = await make(
        InspectionItem,
        scheme=scheme.id,
        place=1,
        heading="消防",
        name="消防设施",
        demand="消防设施完好有效。",
        method="OBSERVATION",
        weight="1.00",
        is_veto=False,
        basis="消防法",
        is_verified=False,
    )
    opened = {"opened_on": date(2026, 3, 2), "year": 2026}
    held = await make(
        InspectionRound,
        title="2026 年校园安全专项督导",
        scheme=scheme.id,
        office=bureau,
        opened_by="tester",
        due=date(2026, 3, 31),
        unit_count=1,
        **opened,
    )
    same: dict[str, Any] = {"round": held.id, "scheme": scheme.id, "category": "SPECIAL", **opened}
    same |= {"office": bureau, "office_name": "成都市教育局", "times_returned": 0, "times_extended": 0}
    over = {"state": "CLOSED", "score": "100.00", "result": "PASSED", "result_on": date(2026, 3, 10)}
    days = {
        "visited_on": date(2026, 3, 9),
        "due": date(2026, 4, 8),
        "published_on": date(2026, 3, 12),
        "ended_on": date(2026, 3, 12),
    }
    school = {"unit": schools["西城幼儿园"], "unit_name": "西城幼儿园"}
    passed = await make(Inspection, **same, **school, **over, **days)
    account = await Account.filter(username="stranger").first()
    assert account is not None
    told = {"name": "stranger", "is_lead": True, "since": date(2026, 3, 3)}
    await make(InspectionMember, inspection=passed.id, account=account.id, **told)
    scored = {"scored_by": "stranger", "scored_at": MOMENT, "verdict": "MET", "score": "100.00"}
    demanded = {"demand": "消防设施完好有效。", "basis": "消防法", "is_verified": False}
    await make(InspectionScore, inspection=passed.id, item=item.id, **scored, **demanded)
    found = {"found_on": date(2026, 3, 9), "found_by": "stranger", "state": "SETTLED", "settled_on": date(2026, 3, 9)}
    await make(InspectionFinding, inspection=passed.id, place=1, text="灭火器过期", demand="更换", **found)
    public = {"number": passed.number, "unit_name": "西城幼儿园", "office_name": "成都市教育局", "result": "PASSED"}
    named = {"scheme_name": "校园安全专项督导方案", "category": "SPECIAL", "year": 2026}
    await make(PublishedInspection, inspection=passed.id, published_on=date(2026, 3, 12), **public, **named)
    running = {"state": "SELF_REPORT", "due": date(2027, 12, 31), "lamp": "GREEN", "calendar": 0}
    lamps = {"yellow_from": date(2027, 12, 24), "red_from": date(2028, 1, 1)}
    await make(Inspection, **same, unit=schools["东城小学"], unit_name="东城小学", **running, **lamps)
    fresh = await make(
        InspectionScheme,
        code="REGULAR-2026",
        name="经常性督导方案",
        category="REGULAR",
        valid=(date(2026, 1, 1), None),
        has_self_report=False,
        has_site_check=True,
        least_team=1,
        defence_days=0,
        passed_from="80.00",
        basic_from="60.00",
        bars_enrolment=False,
        basis="教育督导条例",
        is_verified=False,
    )
    return int(fresh.id)
