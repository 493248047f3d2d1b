"""Made-up Putonghua tests: most teachers have the level that they need, and some in every county do not."""

from collections.abc import Sequence
from datetime import date

from bureau.areas.language.levels import level_of, rounded
from bureau.areas.language.result import COUNTS, PARTS, Review, TestResult
from bureau.areas.language.session import TestForm, TestSession
from bureau.areas.language.settling import GONE, asked_of, standing
from bureau.areas.language.standing import PutonghuaStanding
from bureau.machinery.demo.areas import Demo, Scene
from bureau.machinery.demo.rows import insert, new
from bureau.registry.person import Person
from bureau.registry.post import Post
from bureau.registry.teacher import Teacher
from bureau.registry.unit import Office, Unit

_UNTESTED = 0.04
"""How many teachers have no result; made up."""
_TYPICAL, _SPREAD = 88.0, 4.0
"""Points of teachers' results: the mean, and the deviation; made up."""
_SHARES = (0.1, 0.2, 0.3, 0.4)
"""The parts of a test in four parts, by their most points."""


async def _make(scene: Scene) -> int:
    sessions = await _sessions(scene)
    count = 0
    async for teachers in scene.in_sets(Teacher):
        posts: dict[int, list[Post]] = {}
        for post in await Post.filter(teacher_id__in=[t.id for t in teachers], void_reason__isnull=True):
            posts.setdefault(post.__dict__["teacher_id"], []).append(post)
        results = [r for t in teachers if t.id in posts and (r := _result(scene, t, sessions))]
        await insert(scene.store, scene.tx, results)
        count += await _standings(scene, teachers, posts, results)
    return count


async def _sessions(scene: Scene) -> list[TestSession]:
    """A session each spring of the last ten years, at the bureau."""
    bureau = await Office.filter(category="BUREAU").first()
    assert bureau
    sessions = [
        new(
            TestSession,
            code=f"PSC-{year}",
            site=bureau,
            held_on=date(year, 4, 15),
            form=TestForm.FOUR_PARTS,
            seats=10_000,
        )
        for year in range(scene.today.year - 10, scene.today.year)
    ]
    await insert(scene.store, scene.tx, sessions)
    return sessions


def _result(scene: Scene, teacher: Teacher, sessions: Sequence[TestSession]) -> TestResult | None:
    if scene.random.random() < _UNTESTED:
        return None
    session = scene.random.choice(sessions)
    points = min(98.0, max(55.0, scene.random.gauss(_TYPICAL, _SPREAD)))
    parts = [int(points * share * 100) for share in _SHARES]
    total = rounded(sum(parts))
    found = level_of(total, session.held_on)
    scores = dict(zip((part for part in PARTS if part != "judgement"), parts, strict=True))
    return new(
        TestResult,
        session=session,
        teacher=teacher,
        **scores,
        total=total,
        level=found.code if found else None,
        review=Review.CONFIRMED if found and found.review else Review.NOT_NEEDED,
    )


async def _standings(
    scene: Scene, teachers: Sequence[Teacher], posts: dict[int, list[Post]], results: Sequence[TestResult]
) -> int:
    persons = {p.id: p for p in await Person.filter(id__in=[t.__dict__["person_id"] for t in teachers])}
    units = {u.id: u for u in await Unit.filter(id__in=list({t.__dict__["unit_id"] for t in teachers}))}
    reached = {r.__dict__["teacher_id"]: r.level for r in results if r.review in COUNTS}
    made = []
    for teacher in (t for t in teachers if t.id in posts):
        asked = None if teacher.status in GONE else asked_of(posts[teacher.id], scene.today)
        level = reached.get(teacher.id)
        made.append(
            new(
                PutonghuaStanding,
                teacher=teacher,
                person=persons[teacher.__dict__["person_id"]],
                unit=units[teacher.__dict__["unit_id"]],
                required=asked,
                reached=level,
                state=standing(asked, level),
            )
        )
    await insert(scene.store, scene.tx, made)
    return len(made)


standings = Demo("Putonghua standings", _make)
