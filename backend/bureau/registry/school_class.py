"""A class: the pupils of one school who entered a stage in one year and are taught together (班级)."""

from collections.abc import Iterator, Sequence
from typing import Any

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, warning
from bureau.kernel.field import Coded, CodeTable, Date, Integer, One, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.words import Words
from bureau.registry.campus import Campus
from bureau.registry.post import Post
from bureau.registry.school import School
from bureau.registry.stages import GRADE, STAGE, teaches
from bureau.registry.teacher import Teacher
from bureau.storage.record import Record

CLASS_TYPE = CodeTable("class_type", Words("Class type", "班级类型"), "JY/T 1001-2012 ZXXBJLX, YEBJLX")


class SchoolClass(Record):
    """A class of a school: those who entered a stage in one year, in their present grade.

    Its number is its own among the classes of its year and stage; the grade goes up from year to year, the entry year
    and the number stay.
    """

    school = One(School, "School", "学校", back=("classes", "Classes", "班级"))
    stage = Coded(STAGE, "Stage", "学段")
    entry_year = Integer(1990, 2100, "Entry year", "入学年份")
    number = Integer(1, 99, "Number", "班号")
    name = Text(
        60, "Name", "班级名称", note=("Made of year and number where none is given.", "未填则按级、班号生成。")
    ).optional()
    grade = Coded(GRADE, "Grade", "年级", by_verbs=True)
    type = Coded(CLASS_TYPE, "Class type", "班级类型").optional()
    campus = One(Campus, "Campus", "校区", back=("classes", "Classes", "班级")).optional()
    head_teacher = One(
        Teacher, "Head teacher", "班主任", back=("headed_classes", "Classes headed", "所带班级")
    ).optional()
    code = Text(
        60,
        "Class code",
        "班级编码",
        unique="live",
        form="code",
        derived=True,
        note=(
            "School code, stage, entry year and number when it was made: 2151000001-P2026-01.",
            "建班时的学校标识码、学段与入学年份、班号，如 2151000001-P2026-01。",
        ),
    )
    capacity = Integer(1, 200, "Capacity", "额定人数").optional()
    ended_on = Date("Ended on", "撤班日期").optional()


def class_code(school_code: str, stage: str, entry_year: int, number: int) -> str:
    """What files call a class."""
    return f"{school_code}-{stage}{entry_year}-{number:02d}"


def class_name(entry_year: int, number: int) -> str:
    """What a class is called where nobody gave it a name."""
    return f"{entry_year}级{number}班"


async def _name_them(classes: Sequence[SchoolClass]) -> None:
    for class_ in classes:
        given: list[Any] = [class_.__dict__.get(name) for name in ("_school", "stage", "entry_year", "number")]
        if None in given:
            continue
        school, stage, year, number = given
        class_.name = class_.name or class_name(year, number)
        made_at = class_.code.rsplit("-", 2)[0] if class_.code else school.code  # which may have another code by now
        class_.code = class_code(made_at, stage, year, number)


async def _know_head_teachers(classes: Sequence[SchoolClass]) -> None:
    """Where the head teachers have posts, and which other classes they head."""
    ids = list({class_.__dict__["head_teacher_id"] for class_ in classes} - {None})
    if not ids:
        return
    posts = await Post.filter(teacher_id__in=ids, void_reason__isnull=True).values_list("teacher_id", "unit_id")
    places = set(posts)
    others = await SchoolClass.filter(head_teacher_id__in=ids, ended_on__isnull=True, void_reason__isnull=True)
    headed = [(row.__dict__["head_teacher_id"], row.id) for row in others]
    for class_ in classes:
        teacher, own = class_.__dict__["head_teacher_id"], class_.__dict__.get("id")
        class_.__dict__["_works_here"] = (teacher, class_.__dict__["school_id"]) in places
        class_.__dict__["_heads_another"] = any(head == teacher and other != own for head, other in headed)


def _is_offered(class_: SchoolClass, context: CheckContext) -> Iterator[Fault]:
    """§2.7: the school's type teaches the grade, which is one of the class's stage."""
    if not class_.grade.startswith(class_.stage):
        yield fault(Code.MISMATCH, "grade", other=SchoolClass.stage.words)
    elif context.profile == "cn" and class_.school.type and not teaches(class_.school.type, class_.grade):
        yield fault(Code.NOT_OFFERED, "grade")


def _is_at_the_school(class_: SchoolClass, context: CheckContext) -> Iterator[Fault]:
    campus, teacher = class_.__dict__.get("_campus"), class_.__dict__.get("_head_teacher")
    if campus is not None and campus.school_id != class_.school.id:
        yield fault(Code.MISMATCH, "campus", other=SchoolClass.school.words)
    if teacher is None or not context.touches("head_teacher", "school"):
        return
    if teacher.unit_id != class_.school.id and not class_.__dict__.get("_works_here"):
        yield fault(Code.MISMATCH, "head_teacher", other=SchoolClass.school.words)
    if class_.__dict__.get("_heads_another"):
        yield warning(Code.DUPLICATE, "head_teacher", kind=Words("class", "班级"))


school_class = Kind(
    SchoolClass,
    label=("School class", "School classes", "班级"),
    scope=Stays("school"),
    kin=("", "classes"),
    headed="",
    read=rules.employers | rules.director | rules.guardian | rules.head_teacher,
    create=rules.registrar,
    update=rules.registrar,
    void=rules.registrar,
    natural_key=("school", "stage", "entry_year", "number"),
    called_by="code",
    title=("name", "school.name"),
    list=("school.name", "grade", "name", "type", "head_teacher.number", "capacity"),
    order=("grade", "entry_year"),
    filter=("code", "grade", "stage", "entry_year", "number", "type"),
    group=("stage", "grade", "entry_year", "type"),
    fills=(_name_them, _know_head_teachers),
    checks=(_is_offered, _is_at_the_school),
)
