"""Made-up foreign teachers: one or two at some of the larger schools, their papers running out all through the year."""

from datetime import date, timedelta
from random import Random

from bureau.areas.exchange.foreign_teacher import ForeignTeacher, ForeignTeacherStatus
from bureau.areas.exchange.papers import first_end
from bureau.areas.exchange.residence_permit import ResidencePermit
from bureau.areas.exchange.work_permit import PermitBasis, PermitClass, WorkPermit
from bureau.kernel.period import Period
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.registry.person import Person
from bureau.registry.school import School

_HOSTS = {"111": 0.04, "211": 0.04, "311": 0.06, "312": 0.08, "341": 0.25, "342": 0.3, "345": 0.5, "365": 0.03}
"""How many of the schools of a type host foreign teachers; made up."""

_FROM = (("USA", "EN"), ("GBR", "EN"), ("CAN", "EN"), ("AUS", "EN"), ("ZAF", "EN"), ("JPN", "JA"), ("FRA", "FR"))
_WEIGHTS = (30, 25, 15, 10, 12, 5, 3)
_GIVEN = ("James", "Mary", "John", "Emma", "Oliver", "Sophie", "Daniel", "Grace", "Peter", "Laura", "Thomas", "Alice")
_FAMILY = ("Smith", "Brown", "Taylor", "Wilson", "Martin", "Clark", "Walker", "Young", "King", "Baker", "Hill", "Reed")


async def _make(scene: Scene) -> int:
    count = 0
    async for schools in scene.in_sets(School, category="SCHOOL"):
        hosts = [s for s in schools for _ in range(2) if scene.random.random() < _HOSTS.get(s.type or "", 0)]
        count += await _people(scene, hosts, count)
    return count


async def _people(scene: Scene, hosts: list[School], before: int) -> int:
    random, today = scene.random, scene.today
    passports = [f"X{before + n:07d}" for n in range(1, len(hosts) + 1)]
    origins = random.choices(_FROM, _WEIGHTS, k=len(hosts))
    persons = [
        new(
            Person,
            name=f"{random.choice(_GIVEN)} {random.choice(_FAMILY)}",
            sex=random.choice("12"),
            birth_date=date(today.year - random.randint(25, 55), random.randint(1, 12), random.randint(1, 28)),
            nationality=country,
            document_type="A",
        )
        for country, _ in origins
    ]
    await insert(scene.store, scene.tx, persons, [{"document_number": passport} for passport in passports])
    ends = [_ends(random, today) for _ in hosts]
    teachers = []
    for school, person, (_, tongue), (work, residence) in zip(hosts, persons, origins, ends, strict=True):
        effective = first_end(work, residence, work)
        assert effective
        teachers.append(
            new(
                ForeignTeacher,
                person=person,
                school=school,
                status=ForeignTeacherStatus.IN_POST,
                degree=random.choice("3444"),
                mother_tongue=tongue,
                language_taught=tongue,
                contract=Period(work - timedelta(days=365), work),
                passport_until=work + timedelta(days=random.randint(200, 2000)),
                effective_until=effective[0],
                first_to_end=effective[1],
            )
        )
    await insert(scene.store, scene.tx, teachers, [{"passport": passport} for passport in passports])
    papers = list(zip(teachers, persons, hosts, ends, passports, strict=True))
    await insert(
        scene.store,
        scene.tx,
        [
            new(
                WorkPermit,
                teacher=teacher,
                person=person,
                school=school,
                number=f"51{passport[1:]}W",
                permit_class=PermitClass.B,
                basis=PermitBasis.LANGUAGE_TEACHER,
                valid=Period(work - timedelta(days=365), work),
            )
            for teacher, person, school, (work, _), passport in papers
        ],
    )
    await insert(
        scene.store,
        scene.tx,
        [
            new(
                ResidencePermit,
                teacher=teacher,
                number=f"51{passport[1:]}R",
                valid=Period(residence - timedelta(days=360), residence),
            )
            for teacher, _, _, (_, residence), passport in papers
        ],
    )
    return len(hosts)


def _ends(random: Random, today: date) -> tuple[date, date]:
    """When a work permit and the residence permit with it end: most at the end of summer, some at any time."""
    summer = date(today.year + (today.month >= 7), 7, 31)
    work = summer if random.random() < 0.6 else today + timedelta(days=random.randint(3, 364))
    return work, work - timedelta(days=random.choice((0, 0, 0, 5, 20)))


foreigners = Demo("foreign teachers", _make)
