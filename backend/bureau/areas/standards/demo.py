"""Made-up training bodies: one or two in each county, in good standing but for a few."""

from datetime import date

from bureau.areas.standards.training_body import TrainingBody, TrainingBodyState, TrainingCategory, TrainingMode
from bureau.kernel.period import Period
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.registry.division import Division
from bureau.registry.numbers import credit_check
from bureau.registry.unit import Office

_SORTS = (
    ("体育培训中心", TrainingCategory.SPORTS, TrainingMode.OFFLINE, True),
    ("艺术培训学校", TrainingCategory.CULTURE_ARTS, TrainingMode.OFFLINE, True),
    ("科技创新培训中心", TrainingCategory.SCIENCE, TrainingMode.OFFLINE, True),
    ("文化课培训学校", TrainingCategory.SUBJECT, TrainingMode.OFFLINE, False),
)


async def _make(scene: Scene) -> int:
    offices = await Office.filter(category="COUNTY_BUREAU", void_reason__isnull=True).order_by("id")
    divisions = {d.id: d for d in await Division.filter(id__in=[o.__dict__["division_id"] for o in offices])}
    places = [(office, divisions[office.__dict__["division_id"]], n) for office in offices for n in range(2)]
    bodies = [_body(scene, office, division, place) for place, (office, division, _) in enumerate(places)]
    await insert(scene.store, scene.tx, bodies)
    return len(bodies)


def _body(scene: Scene, office: Office, division: Division, place: int) -> TrainingBody:
    random, today = scene.random, scene.today
    kind, category, mode, is_for_profit = _SORTS[place % len(_SORTS)]
    first = date(today.year - random.randint(0, 2), random.randint(1, 6), 1)
    stem = f"52{division.code}MJ{place:06d}Y"
    is_warned = place % 9 == 8
    return new(
        TrainingBody,
        office=office,
        name=f"{division.name}第{place // 2 + 1}{kind}",
        credit_code=stem + credit_check(stem),
        division=division,
        address=f"{division.name}中心路{place + 1}号",
        category=category,
        mode=mode,
        is_for_profit=is_for_profit,
        licence_number=f"教民2{division.code}{place:08d}号",
        licence=Period(first, date(first.year + 3, first.month, 1)),
        custody_bank="示例银行",
        custody_account=f"6200{place:012d}",
        uses_model_contract=True,
        state=TrainingBodyState.RISK_WARNING if is_warned else TrainingBodyState.APPROVED,
        state_since=today if is_warned else first,
        state_reason="预收费异常，请谨慎缴费" if is_warned else None,
    )


training = Demo("training bodies", _make)
