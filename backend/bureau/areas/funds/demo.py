"""Made-up funds and aid, in the proportions of a city: most money for the general schools, aid for few pupils."""

from datetime import date

from bureau.areas.funds.appropriation import Appropriation
from bureau.areas.funds.award import AidAward, AwardState
from bureau.areas.funds.programme import AidProgramme
from bureau.areas.funds.semester import first_day, semester_of
from bureau.areas.funds.source import FundSource
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.registry.stages import stages
from bureau.registry.standards import standard
from bureau.registry.student import Student, StudentStatus

_SOURCES = (
    ("GB", "一般公共预算教育经费", "01", False),
    ("ES", "教育费附加", "02", True),
    ("LS", "地方教育附加", "03", True),
    ("TF", "上级补助义务教育经费", "08", True),
)
_FUNCTIONS = {"K": "2050201", "P": "2050202", "J": "2050203", "S": "2050204", "V": "2050302", "E": "2050701"}
_PER_PUPIL = {"K": 600, "P": 720, "J": 940, "S": 1300, "V": 1500, "E": 7000}
"""Yuan of public funds a pupil a year, of the order that cities publish; made up, no standard."""

_PROGRAMMES = (
    ("LB", "义务教育家庭经济困难寄宿生生活补助", "PJ", "living_boarding", "living", "2"),
    ("LD", "义务教育家庭经济困难非寄宿生生活补助", "PJ", "living_day", "living", "1"),
    ("SG", "普通高中国家助学金", "S", "senior_grant", "grant", None),
    ("VG", "中等职业学校国家助学金", "V", "vocational_grant", "grant", None),
)
_GIVEN = {"LB": 0.4, "LD": 0.03, "SG": 0.1, "VG": 0.2}
"""How many of the pupils for whom a programme is get something by it."""


async def _make_money(scene: Scene) -> int:
    """Two allotments of public funds to every public school, and some special funds."""
    year = scene.today.year
    sources = [
        new(FundSource, code=code, name=name, type=type_, is_earmarked=earmarked)
        for code, name, type_, earmarked in _SOURCES
    ]
    await insert(scene.store, scene.tx, sources)
    counted = await scene.tx.fetch(
        "SELECT school_id, count(*) FROM student WHERE void_reason IS NULL GROUP BY school_id"
    )
    pupils = {row[0]: row[1] for row in counted}
    granted = []
    async for schools in scene.in_sets(School, category="SCHOOL"):
        for school in (s for s in schools if s.organiser != "999" and pupils.get(s.id)):
            stage = min(stages(school.type or ""), key="EVSJPK".index, default="P")
            funds = pupils[school.id] * _PER_PUPIL[stage] * 100
            parts = [(0, "生均公用经费（第一批）", funds * 6 // 10, date(year, 2, 20), 12)]
            if scene.today >= date(year, 8, 25):
                parts.append((0, "生均公用经费（第二批）", funds - funds * 6 // 10, date(year, 8, 25), 86))
            if scene.random.random() < 0.2:
                amount = scene.random.randint(5, 80) * 1_000_000
                parts.append((1, "校舍维修改造专项", amount, date(year, 2, 25), 31))
            granted += [
                new(
                    Appropriation,
                    school=school,
                    fiscal_year=year,
                    source=sources[source],
                    function=_FUNCTIONS[stage] if source == 0 else "20509",
                    purpose=purpose,
                    amount=amount,
                    granted_on=day,
                    document_number=f"成财教〔{year}〕{number}号",
                )
                for source, purpose, amount, day, number in parts
                if amount > 0 and day <= scene.today
            ]
    await insert(scene.store, scene.tx, granted)
    return len(granted)


async def _make_aid(scene: Scene) -> int:
    """Awards of this semester for the pupils whom the demo's proportions pick."""
    programmes = [
        new(AidProgramme, code=code, name=name, stages=of, standard=by, exclusive_group=group, boarding=boarding)
        for code, name, of, by, group, boarding in _PROGRAMMES
    ]
    await insert(scene.store, scene.tx, programmes)
    divisions = {d.id: d.code for d in await Division.filter(level="COUNTY")}
    schools = {s.id: s for s in await School.filter(category="SCHOOL")}
    count = 0
    async for students in scene.in_sets(Student, status=StudentStatus.ENROLLED):
        awards = []
        for student in students:
            programme = next((p for p in programmes if _is_for(p, student)), None)
            if programme and scene.random.random() < _GIVEN[programme.code]:
                school = schools[student.school_id]
                awards.append(
                    _award(scene, student, school, programme, divisions.get(school.__dict__["division_id"], ""))
                )
        await insert(scene.store, scene.tx, awards)
        count += len(awards)
    return count


def _is_for(programme: AidProgramme, student: Student) -> bool:
    return student.grade[:1] in programme.stages and programme.boarding in (None, student.boarding)


def _award(scene: Scene, student: Student, school: School, programme: AidProgramme, division: str) -> AidAward:
    year, semester = semester_of(scene.today)
    tier = "1" if programme.exclusive_group == "living" else scene.random.choice("1223")
    name = f"{programme.standard}.{student.grade[:1]}.{tier}"
    found = standard(name, first_day(year, semester), division, package="bureau.areas.funds")
    assert found, f"no standard {name}"
    half = int(found.value) * 100 // 2
    return new(
        AidAward,
        student=student,
        school=school,
        programme=programme,
        school_year=year,
        semester=semester,
        tier=tier,
        stage=student.grade[:1],
        hardship=scene.random.choice(("01", "01", "02", "02", "03", "05", "07", "99")),
        standard_amount=half,
        amount=half,
        exclusive_group=programme.exclusive_group,
        state=AwardState.GRANTED,
    )


money = Demo("appropriations", _make_money)
aid = Demo("aid awards", _make_aid)
