"""A post: what somebody does at one unit, for how many hours and how long (任职岗位)."""

from collections.abc import Iterator, Sequence

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Boolean, Coded, CodeTable, Integer, One, Span
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.words import Words
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.stages import STAGE, stages
from bureau.registry.teacher import Teacher
from bureau.registry.unit import Unit
from bureau.storage.record import Record

POST_CATEGORY = CodeTable("post_category", Words("Post category", "岗位类别"), "Bureau: groups of JY/T 1001-2012 GWZY")
POST_CLASS = CodeTable("post_class", Words("Post class", "岗位等级类别"), "国人部发〔2006〕70号 (not verified)")
SUBJECT = CodeTable("subject", Words("Subject", "学科"), "JY/T 1001-2012 ZXXKC")
TEACHING = "1"
"""The category of posts that teach."""


class Post(Record):
    """What a teacher does at one unit, which need not be the one they belong to; several at a time, one of them main.

    A post is seen at its unit, with the person in it, also where the teacher belongs to another.
    """

    teacher = One(Teacher, "Teacher", "教职工", back=("posts", "Posts", "任职岗位"), by_verbs=True)
    person = One(Person, "Person", "人员", derived=True)
    unit = One(Unit, "Unit", "任职单位", back=("posts", "Posts", "岗位"))
    category = Coded(POST_CATEGORY, "Post category", "岗位类别")
    post_class = Coded(POST_CLASS, "Post class", "岗位等级类别").optional()
    subject = Coded(SUBJECT, "Subject taught", "任教学科").optional()
    stage = Coded(STAGE, "Stage taught", "任教学段").optional()
    is_main = Boolean("Main post", "是否主岗")
    weekly_hours = Integer(0, 60, "Lessons a week", "周课时").optional()
    period = Span("Period", "任职期间")


async def _hold_the_teacher(posts: Sequence[Post]) -> None:
    """The person is the teacher's; what the unit teaches is known where it is a school."""
    schools = await School.filter(id__in=list({post.__dict__["unit_id"] for post in posts} - {None}))
    types = {school.id: school.type for school in schools if school.category == "SCHOOL"}
    teachers = {post.__dict__["teacher_id"]: post.__dict__["_teacher"] for post in posts if post.__dict__["_teacher"]}
    persons = {p.id: p for p in await Person.filter(id__in=[t.person_id for t in teachers.values()])}
    for post in posts:
        post.__dict__["_school_type"] = types.get(post.__dict__["unit_id"])
        teacher = post.__dict__["_teacher"]
        if teacher:
            post.__dict__ |= {"person_id": teacher.person_id, "_person": persons[teacher.person_id]}


def _stage_is_offered(post: Post, context: CheckContext) -> Iterator[Fault]:
    """Nobody teaches a stage where the school's type has none."""
    type_ = post.__dict__.get("_school_type")
    offered = stages(type_) if type_ else frozenset()
    if context.profile == "cn" and offered and post.stage and post.stage not in offered:
        yield fault(Code.NOT_OFFERED, "stage")


def _teaches_something(post: Post, context: CheckContext) -> Iterator[Fault]:
    if post.subject and post.category != TEACHING and context.touches("subject", "category"):
        yield invalid("subject", "only posts that teach have one.", "仅教学岗位可填写任教学科。")


post = Kind(
    Post,
    label=("Post", "Posts", "任职岗位"),
    personal=True,
    scope=Stays("unit"),
    read=rules.employers,
    create=rules.personnel,
    update=rules.personnel,
    void=rules.personnel,
    natural_key=("teacher", "unit", "period"),
    title=("person.name", "unit.name"),
    list=("person.name", "unit.name", "category", "subject", "stage", "is_main", "weekly_hours", "period"),
    order=("person.name", "period"),
    filter=("category", "subject", "stage", "is_main"),
    group=("category", "post_class", "subject", "stage", "is_main"),
    effective=("period",),
    apart=("teacher", "period"),
    apart_if="is_main",
    fills=(_hold_the_teacher,),
    checks=(_stage_is_offered, _teaches_something),
)
