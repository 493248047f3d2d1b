"""A study: one stretch of a teacher's own education, with what it led to (学习经历)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Boolean, Coded, One, Span, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.registry.teacher import DEGREE, EDUCATION, Teacher
from bureau.storage.record import Record


class TeacherStudy(Record):
    """Where a teacher studied what, and the education and degree it led to."""

    teacher = One(Teacher, "Teacher", "教职工", back=("studies", "Studies", "学习经历"))
    institution = Text(200, "Institution", "学习单位")
    major = Text(100, "Major", "所学专业").optional()
    education = Coded(EDUCATION, "Education", "学历")
    degree = Coded(DEGREE, "Degree", "学位").optional()
    period = Span("Period", "学习期间")
    is_full_time = Boolean("Full-time", "是否全日制").optional()


def _began_after_birth(study: TeacherStudy, context: CheckContext) -> Iterator[Fault]:
    born = study.teacher.__dict__.get("person_birth_date")
    if born and study.period.start and study.period.start <= born:
        yield fault(Code.MISMATCH, "period", other=Teacher.person.target.birth_date.words)


teacher_study = Kind(
    TeacherStudy,
    label=("Teacher study", "Teacher studies", "学习经历"),
    personal=True,
    scope=Follows("teacher"),
    read=rules.employers,
    create=rules.personnel,
    update=rules.personnel,
    void=rules.personnel,
    natural_key=("teacher", "period"),
    list=("teacher.number", "institution", "major", "education", "degree", "period"),
    order=("period",),
    filter=("education", "degree"),
    group=("education", "degree"),
    effective=("period",),
    checks=(_began_after_birth,),
)
