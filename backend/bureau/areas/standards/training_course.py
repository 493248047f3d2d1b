"""A training course: what a body teaches, to whom, when and for how much (培训课程)."""

from collections.abc import Iterator

from bureau.areas.standards.timing import Audience
from bureau.areas.standards.training_body import OFFICERS, TrainingBody, TrainingCategory, barred
from bureau.areas.standards.training_staff import TrainingStaff
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Choice, Coded, Integer, One, Scaled, Span, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.registry.post import SUBJECT
from bureau.storage.record import Record

MOST = 1_000_000_00
"""Fen of one course: a million yuan."""


class TrainingCourse(Record):
    """What a body teaches to whom, from when until when, for how many class-hours and at what price.

    Everybody reads it, as prices are made public. Its lessons are scheduled one by one or by the days of the week.
    """

    body = One(TrainingBody, "Training body", "校外培训机构", back=("courses", "Courses", "培训课程"), by_verbs=True)
    name = Text(100, "Name", "课程名称")
    audience = Choice(Audience, "For whom", "招生对象", by_verbs=True)
    subject = Coded(SUBJECT, "Subject", "学科").optional()
    trainer = One(TrainingStaff, "Teacher", "任课教师", back=("courses", "Courses", "培训课程")).optional()
    period = Span("Period", "培训周期")
    class_hours = Integer(1, 1000, "Class-hours", "总课时")
    price = Scaled(2, "Price", "收费标准", money=True, least=0, most=MOST)


def _body_may_start_it(course: TrainingCourse, context: CheckContext) -> Iterator[Fault]:
    if context.is_new and course.period.start is not None:
        for found in barred(course.body, course.period.start):
            yield fault(found.code, "body", **found.params)


def _has_an_end(course: TrainingCourse, context: CheckContext) -> Iterator[Fault]:
    if course.period.until is None:
        yield fault(Code.REQUIRED, "period")


def _is_of_the_bodys_category(course: TrainingCourse, context: CheckContext) -> Iterator[Fault]:
    """§1.6: school subjects are taught by bodies of that category alone, and not to children below school age."""
    is_subject = course.body.category == TrainingCategory.SUBJECT
    if course.audience == Audience.PRESCHOOL and (is_subject or course.subject):
        yield fault(Code.PRESCHOOL_CURRICULUM, "audience")
    elif is_subject and course.subject is None:
        yield fault(Code.REQUIRED, "subject")
    elif course.subject and not is_subject:
        yield fault(Code.MISMATCH, "subject", other=TrainingBody.category.words)


def _is_taught_by_who_may(course: TrainingCourse, context: CheckContext) -> Iterator[Fault]:
    """§1.6: whoever teaches a subject is of the body, engaged by then, and qualified to teach just that."""
    trainer = course.trainer
    if trainer is None:
        if course.subject:
            yield fault(Code.REQUIRED, "trainer")
        return
    if trainer.__dict__["body_id"] != course.body.id:
        yield fault(Code.MISMATCH, "trainer", other=TrainingCourse.body.words)
    elif course.period.start is not None and not trainer.engaged.holds(course.period.start):
        yield fault(Code.MISMATCH, "trainer", other=TrainingStaff.engaged.words)
    elif course.subject and trainer.qualification_subject != course.subject:
        yield fault(Code.QUALIFICATION_NEEDED, "trainer")


training_course = Kind(
    TrainingCourse,
    label=("Training course", "Training courses", "培训课程"),
    scope=Follows("body"),
    read=rules.everyone,
    create=OFFICERS,
    update=OFFICERS,
    void=OFFICERS,
    natural_key=("body", "name", "period"),
    title=("name", "body.name"),
    list=("name", "body.name", "audience", "subject", "period", "class_hours", "price"),
    order=("name", "period", "price"),
    search=("name",),
    filter=("audience", "subject", "price"),
    group=("audience", "subject"),
    effective=("period",),
    checks=(_body_may_start_it, _has_an_end, _is_of_the_bodys_category, _is_taught_by_who_may),
)
