"""Made-up work of establishment: schools that are proposed, cases at various steps, and names that changed."""

from collections.abc import Mapping
from datetime import date, timedelta

from bureau.areas.establishment.handover import HandoverItem, begin_handover, settle_handover
from bureau.areas.establishment.proposal import ProposalState, SchoolProposal
from bureau.areas.establishment.succession import SchoolSuccession, SuccessionSort
from bureau.kernel.action import Action
from bureau.machinery.approvals.demo import approve_steps
from bureau.machinery.demo.areas import Demo, Scene
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.registry.school_year import SchoolYear
from bureau.registry.unit import FormerName, Office, UnitCategory
from bureau.storage.act import Act

_PROPOSED = (
    # type, what its name ends in, organiser, places, the verb that applies for it, steps that were decided
    ("111", "新区幼儿园", "831", 360, "open_kindergarten_establishment", 2),
    ("211", "新区小学", "831", 1620, "open_school_establishment", 1),
    ("342", "新区高级中学", "821", 1500, "open_senior_establishment", 1),
    ("361", "新区职业学校", "821", 900, "", 0),
)
_GROUNDS = "片区新增住宅入住，现有学位不足，拟新建。"


def demos(opening: Mapping[str, Action]) -> tuple[Demo, ...]:
    """What fills the section's desk in the demo city; `opening` are the verbs by which cases are opened, by name."""

    async def make_proposals(scene: Scene) -> int:
        return await _make_proposals(scene, opening)

    async def make_changes(scene: Scene) -> int:
        return await _make_changes(scene, opening)

    return Demo("proposed schools", make_proposals), Demo("changes of schools", make_changes)


async def _make_proposals(scene: Scene, opening: Mapping[str, Action]) -> int:
    """Schools that are to open with a school year to come, in the first counties, at various steps."""
    offices = await Office.filter(category=UnitCategory.COUNTY_BUREAU, void_reason__isnull=True).order_by("id").limit(3)
    opens_on = await _next_year(scene)
    count = 0
    for office in offices:
        division = await Division.get(id=office.__dict__["division_id"])
        for type_, ending, organiser, places, verb, steps in _PROPOSED:
            act = Act(scene.store, scene.tx, "demo")
            proposal = await act.create(
                SchoolProposal,
                unit=office,
                name=f"{division.name}{ending}",
                type=type_,
                division=division,
                organiser=organiser,
                address=f"{division.name}新区大道 {scene.random.randint(1, 199)} 号",
                places=places,
                opens_on=opens_on,
                grounds=_GROUNDS,
                state=ProposalState.PROPOSED,
            )
            count += 1
            if verb:
                case = await opening[verb].work(Act(scene.store, scene.tx, verb), proposal=proposal)
                await approve_steps(Act(scene.store, scene.tx, "decide_case"), case, steps)
    return count


async def _next_year(scene: Scene) -> date:
    """The first day of the school year after this one."""
    years = SchoolYear.filter(period_from__lte=scene.today, void_reason__isnull=True)
    year = await years.order_by("-period_from").first()
    until: date | None = year.period.until if year else None
    return until or scene.today + timedelta(days=300)


async def _make_changes(scene: Scene, opening: Mapping[str, Action]) -> int:
    """Schools that were called otherwise, one that asks to move, and one that hands over what it has."""
    schools = await School.filter(type="211", void_reason__isnull=True).order_by("id").limit(6)
    act, count = Act(scene.store, scene.tx, "demo"), 0
    for school in schools[:3]:
        former = {"name": f"{school.name[:-2]}实验小学", "held_until": scene.today - timedelta(days=400)}
        await act.create(FormerName, unit=school, **former)
        await act.create(
            SchoolSuccession,
            school=school,
            predecessor=school,
            sort=SuccessionSort.RENAMED,
            effective_on=former["held_until"],
            predecessor_name=former["name"],
            predecessor_code=school.code,
        )
        count += 1
    for school in schools[3:5]:
        given = {"address": f"{school.address or school.name}（新校区）", "effective_on": scene.today}
        await opening["open_school_relocation"].work(
            Act(scene.store, scene.tx, "open_school_relocation"), school=school, **given
        )
        count += 1
    for school in schools[5:]:
        await begin_handover.work(act, school, receiver=schools[0])
        items = await act.hold_all(HandoverItem, school_id=school.id)
        for item in items[:2]:
            await settle_handover.work(act, item, document="交接清单第1号")
        count += len(items)
    return count
