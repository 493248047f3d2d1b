"""Keeps each teacher's Putonghua standing right, in the transaction that writes a post, a result or the teacher."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from bureau.areas.language.levels import required
from bureau.areas.language.result import COUNTS, TestResult, test_result
from bureau.areas.language.standing import PutonghuaStanding, Standing
from bureau.kernel.event import Written, concerned, event, reaction
from bureau.registry.person import Person
from bureau.registry.post import Post, post
from bureau.registry.teacher import Teacher, TeacherStatus, teacher
from bureau.registry.unit import Unit
from bureau.storage.act import Act

GONE = frozenset({TeacherStatus.LEFT, TeacherStatus.RETIRED, TeacherStatus.DECEASED})
"""Where teachers stand of whom nothing is asked any more."""


@event(post)
def post_changed(write: Written[Post]) -> bool:
    """A post is new, void, or asks for something else, of somebody else or on other days."""
    return write.changed("teacher_id", "category", "subject", "period_from", "period_until")


@event(test_result)
def result_changed(write: Written[TestResult]) -> bool:
    """A result is new, void, or shows something else."""
    return write.changed("teacher_id", "level", "review")


@event(teacher)
def teacher_changed(write: Written[Teacher]) -> bool:
    """A teacher of whom there was something already belongs elsewhere, comes, goes or is made void."""
    return write.before is not None and write.changed("unit_id", "status")


@reaction(post_changed)
async def post_asks(act: Act, writes: Sequence[Written[Post]]) -> None:
    """See anew where the holders of the posts stand."""
    await settle(act, concerned(writes, "teacher_id"))


@reaction(result_changed)
async def result_counts(act: Act, writes: Sequence[Written[TestResult]]) -> None:
    """See anew where those stand who were tested."""
    await settle(act, concerned(writes, "teacher_id"))


@reaction(teacher_changed)
async def teacher_stands_elsewhere(act: Act, writes: Sequence[Written[Teacher]]) -> None:
    """See anew where those stand who came, went or moved; of those who are void nothing stands any more."""
    void = [write.record.id for write in writes if write.is_void]
    for known in await act.hold_all(PutonghuaStanding, teacher_id__in=void) if void else ():
        await act.void(known, "教职工已作废")
    await settle(act, {write.record.id for write in writes})


def standing(asked: str | None, reached: str | None) -> Standing:
    """How a level that was reached stands to the one asked for; the better level has the smaller code."""
    if asked is None:
        return Standing.NOT_ASKED
    return Standing.REACHED if reached is not None and reached <= asked else Standing.BELOW


def asked_of(posts: Iterable[Post], day: date) -> str | None:
    """The highest level that any of the posts held on a day asks for."""
    levels = (required(post.category, post.subject, day) for post in posts if post.period.holds(day))
    return min((level for level in levels if level), default=None)


async def settle(act: Act, teachers: set[int]) -> None:
    """Write where these teachers stand; those without posts and results have nothing written of them."""
    held = await act.hold_all(Teacher, id__in=list(teachers))
    posts = _by_teacher(await Post.filter(teacher_id__in=list(teachers), void_reason__isnull=True))
    results = _by_teacher(
        await TestResult.filter(teacher_id__in=list(teachers), void_reason__isnull=True, review__in=list(COUNTS))
    )
    known = _by_teacher(await act.hold_all(PutonghuaStanding, teacher_id__in=list(teachers)))
    units = {unit.id: unit for unit in await Unit.filter(id__in=[one.__dict__["unit_id"] for one in held])}
    persons = {person.id: person for person in await Person.filter(id__in=[one.__dict__["person_id"] for one in held])}
    new, changes = [], []
    for one in held:
        asked = None if one.status in GONE else asked_of(posts.get(one.id, ()), act.today)
        reached = min((result.level for result in results.get(one.id, ()) if result.level), default=None)
        unit = units[one.__dict__["unit_id"]]
        values = {"unit": unit, "required": asked, "reached": reached, "state": standing(asked, reached)}
        if one.id in known:
            changes.append((known[one.id][0], values))
        elif one.id in posts or one.id in results:
            new.append({"teacher": one, "person": persons[one.__dict__["person_id"]], **values})
    await act.change_all(PutonghuaStanding, changes)
    await act.create_all(PutonghuaStanding, new)


def _by_teacher(records: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for record in records:
        found.setdefault(record.__dict__["teacher_id"], []).append(record)
    return found
