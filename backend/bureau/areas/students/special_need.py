"""Special needs of pupils with disabilities: what was assessed, and where they are taught (特殊教育需要)."""

from collections.abc import Iterator, Sequence

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid, warning
from bureau.kernel.field import Coded, CodeTable, Date, One, Sealed, Span, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.person import Person
from bureau.registry.school import School
from bureau.registry.student import Student
from bureau.storage.record import Record

DISABILITY = CodeTable("disability_type", Words("Type of disability", "残疾类别"), "GB/T 26341-2010")
DISABILITY_GRADE = CodeTable("disability_grade", Words("Grade of disability", "残疾等级"), "GB/T 26341-2010")
PLACEMENT = CodeTable("special_placement", Words("Placement", "安置方式"), "残疾人教育条例 art. 17")

AT_A_SPECIAL_SCHOOL, AT_HOME = "3", "4"
_SPECIAL = frozenset({"511", "512", "513", "514"})
"""The types of special schools; 519 is a special class of an ordinary school, which the register has by itself."""

EDUCATORS = rules.principal | rules.registrar
"""Those who educate or place a pupil; what was assessed is for that and nothing else (残疾人教育条例 art. 20)."""


class SpecialNeed(Record):
    """What the county's committee of experts found of a pupil's disability, and how the pupil is taught, for a time.

    Who is taught at home stands in the status register like everybody else. Only those who educate the pupil read it,
    and the guardians.
    """

    student = One(Student, "Student", "学生", back=("special_needs", "Special needs", "特殊教育需要"))
    person = One(Person, "Person", "人员", derived=True)
    type = Coded(DISABILITY, "Type of disability", "残疾类别")
    grade = Coded(DISABILITY_GRADE, "Grade of disability", "残疾等级").optional()
    certificate = Sealed(
        "Disability certificate",
        "残疾人证号",
        check=numbers.disability_certificate,
        subject="person",
        unique="live",
        reveal=rules.registrar | rules.identity,
    ).optional()
    placement = Coded(PLACEMENT, "Placement", "安置方式")
    taught_by = One(
        School, "Teachers come from", "送教学校", note=("For those taught at home.", "送教上门由何校承担。")
    ).optional()
    assessed_on = Date("Assessed on", "评估日期").optional()
    period = Span("Period", "起止日期")
    plan = Text(2000, "Plan", "个别化教育计划", lines=True).optional()


async def _is_of_the_pupil(needs: Sequence[SpecialNeed]) -> None:
    pupils = [pupil for need in needs if (pupil := need.__dict__["_student"])]
    persons = {p.id: p for p in await Person.filter(id__in=[pupil.__dict__["person_id"] for pupil in pupils])}
    for need in needs:
        if pupil := need.__dict__["_student"]:
            person = persons[pupil.__dict__["person_id"]]
            need.__dict__ |= {"person_id": person.id, "_person": person}


def _agrees_with_its_certificate(need: SpecialNeed, context: CheckContext) -> Iterator[Fault]:
    """§2.6: the certificate's last digits are type and grade; the number in it is the pupil's own."""
    if not context.touches("certificate", "type", "grade") or "certificate" not in context.clear:
        return
    number = context.clear["certificate"]
    if number[18] != need.type:
        yield fault(Code.MISMATCH, "type", other=SpecialNeed.certificate.words)
    if need.grade and number[19] != need.grade:
        yield fault(Code.MISMATCH, "grade", other=SpecialNeed.certificate.words)
    document = context.opened(need.person, "document_number")
    if document and document != number[:18]:
        yield warning(Code.MISMATCH, "certificate", other=Person.document_number.words)


async def _know_schools(needs: Sequence[SpecialNeed]) -> None:
    pupils = [pupil for need in needs if (pupil := need.__dict__["_student"])]
    schools = await School.filter(id__in=[pupil.__dict__["school_id"] for pupil in pupils])
    types = {school.id: school.type or "" for school in schools}
    for need in needs:
        if pupil := need.__dict__["_student"]:
            need.__dict__["_school_type"] = types.get(pupil.__dict__["school_id"], "")


def _is_placed_where_it_can_be(need: SpecialNeed, context: CheckContext) -> Iterator[Fault]:
    """§2.6: special schools alone place pupils at a special school; who is taught at home is by a school's teachers."""
    if not context.touches("placement", "student", "taught_by"):
        return
    is_special = need.__dict__["_school_type"] in _SPECIAL
    if context.profile == "cn" and (need.placement == AT_A_SPECIAL_SCHOOL) != is_special and need.placement != AT_HOME:
        yield fault(Code.MISMATCH, "placement", other=Student.school.words)
    visited = need.__dict__.get("_taught_by") is not None
    if need.placement == AT_HOME and not visited:
        yield warning(Code.REQUIRED, "taught_by")
    elif need.placement != AT_HOME and visited:
        yield invalid("taught_by", "only for those taught at home.", "仅送教上门学生填写。")


def _was_assessed(need: SpecialNeed, context: CheckContext) -> Iterator[Fault]:
    if need.assessed_on and need.assessed_on > context.today:
        yield invalid("assessed_on", "it lies in the future.", "评估日期不能晚于今天。")


special_need = Kind(
    SpecialNeed,
    label=("Special need", "Special needs", "特殊教育需要"),
    personal=True,
    scope=Follows("student"),
    kin=("student", "pupils"),
    read=EDUCATORS | rules.guardian,
    create=rules.registrar,
    update=rules.registrar,
    void=rules.registrar,
    natural_key=("student", "period"),
    title=("student.person.name", "type"),
    list=("student.number", "type", "grade", "placement", "period"),
    order=("period",),
    filter=("type", "grade", "placement"),
    group=("type", "grade", "placement"),
    effective=("period",),
    apart=("student", "period"),
    fills=(_is_of_the_pupil, _know_schools),
    checks=(_agrees_with_its_certificate, _is_placed_where_it_can_be, _was_assessed),
)
