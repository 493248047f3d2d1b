"""Made-up majors: some at each vocational school, with their classes and intake; what became of graduates."""

from datetime import date, timedelta

from bureau.areas.establishment.vocational.enterprise import Cooperation, CooperationForm, Enterprise, Listing
from bureau.areas.establishment.vocational.graduate_outcome import Destination, GraduateOutcome, Place
from bureau.areas.establishment.vocational.major_class import MajorClass, MajorIntake
from bureau.areas.establishment.vocational.school_major import VOCATIONAL, MajorState, SchoolMajor
from bureau.kernel.period import Period
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.registry.enrolment import Enrolment
from bureau.registry.numbers import credit_check
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear
from bureau.registry.stages import stages
from bureau.registry.student import Student, StudentStatus

_MAJORS = ("710201", "660103", "700206", "730701", "770101", "740201", "660301", "730301", "710202", "740101")
_TRADES = ("汽车制造", "电子信息", "装备制造", "餐饮服务", "电子商务", "学前教育")


async def _make(scene: Scene) -> int:
    schools = [
        school
        async for some in scene.in_sets(School, category="SCHOOL")
        for school in some
        if VOCATIONAL in stages(school.type or "")
    ]
    enterprises = _enterprises(schools)
    await insert(scene.store, scene.tx, enterprises)
    year = (
        await SchoolYear.filter(period_from__lte=scene.today, void_reason__isnull=True).order_by("-period_from").first()
    )
    count = 0
    for place, school in enumerate(schools):
        majors = [_major(scene, school, code) for code in scene.random.sample(_MAJORS, scene.random.randint(3, 6))]
        proposed = new(SchoolMajor, school=school, major="720201", years=3, state=MajorState.PROPOSED)
        await insert(scene.store, scene.tx, [*majors, *([proposed] if place % 3 == 0 else [])])
        classes = await SchoolClass.filter(school_id=school.id, stage=VOCATIONAL, void_reason__isnull=True).order_by(
            "id"
        )
        taught = [new(MajorClass, school_class=c, school_major=majors[n % len(majors)]) for n, c in enumerate(classes)]
        await insert(scene.store, scene.tx, taught)
        if year is not None:
            open_ = [major for major in majors if major.state == MajorState.OPEN]
            planned = [
                new(MajorIntake, school_major=major, school_year=year, places=40 * scene.random.randint(1, 4))
                for major in open_
            ]
            await insert(scene.store, scene.tx, planned)
        partner, start = enterprises[place % len(enterprises)], date(scene.today.year, 3, 1)
        agreement = new(
            Cooperation,
            school=school,
            enterprise=partner,
            number=f"XQ{scene.today.year}{place + 1:03d}",
            form=scene.random.choice(list(CooperationForm)),
            school_major=majors[0],
            valid=Period(start, start.replace(year=start.year + scene.random.randint(1, 3))),
        )
        await insert(scene.store, scene.tx, [agreement])
        count += len(majors)
    await _graduates(scene)
    return count


def _major(scene: Scene, school: School, code: str) -> SchoolMajor:
    year = scene.random.randint(2021, scene.today.year - 1)
    return new(
        SchoolMajor,
        school=school,
        major=code,
        years=3,
        state=MajorState.PAUSED if scene.random.random() < 0.1 else MajorState.OPEN,
        filed_on=date(year, 5, 10),
        filing_number=f"中职专业备〔{year}〕{scene.random.randint(1, 400)}号",
    )


def _enterprises(schools: list[School]) -> list[Enterprise]:
    found = []
    for number in range(1, max(1, len(schools)) + 1):
        body = f"91510100{number:06d}00{number % 7}"
        trade = _TRADES[number % len(_TRADES)]
        found.append(
            new(
                Enterprise,
                credit_code=body + credit_check(body),
                name=f"{trade}示例企业{number}",
                staff=60 + 35 * (number % 20),
                listing=Listing.BLACK if number % 17 == 0 else Listing.WHITE if number % 3 == 0 else Listing.NONE,
                trade=trade,
            )
        )
    return found


async def _graduates(scene: Scene) -> None:
    """What became of those whose stay at a vocational school ended as graduates; of some it is not known."""
    async for pupils in scene.in_sets(Student, status=StudentStatus.GRADUATED, grade__startswith=VOCATIONAL):
        left = {
            stay.__dict__["student_id"]: stay.period.until
            for stay in await Enrolment.filter(
                student_id__in=[pupil.id for pupil in pupils], period_until__isnull=False, void_reason__isnull=True
            ).order_by("period_until")
        }
        outcomes = []
        for pupil in pupils:
            until = left.get(pupil.id)
            if until is None or scene.random.random() < 0.04:
                continue
            where = scene.random.choices(list(Destination), (45, 4, 42, 3, 6))[0]
            since = min(scene.today, until + timedelta(days=scene.random.randint(0, 90)))
            outcomes.append(
                new(
                    GraduateOutcome,
                    student=pupil,
                    graduated_in=until.year,
                    destination=where,
                    contract_number=f"HT{pupil.number}" if where is Destination.EMPLOYED else None,
                    matched=scene.random.random() < 0.7 if where is Destination.EMPLOYED else None,
                    place=Place.LOCAL if where is Destination.EMPLOYED else None,
                    started_on=None if where is Destination.NONE else since,
                    checked_on=scene.today,
                )
            )
        await insert(scene.store, scene.tx, outcomes)


majors = Demo("majors of vocational schools", _make)
