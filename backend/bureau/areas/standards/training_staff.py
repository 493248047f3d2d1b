"""Who works for a training body, and by what qualification they teach there (培训机构从业人员)."""

from collections.abc import Iterator

from bureau.areas.standards.training_body import OFFICERS, TrainingBody, TrainingCategory
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Choice, Coded, One, Span, State, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.registry.post import SUBJECT
from bureau.storage.record import Record


class TrainingDuty(State):
    """What somebody does at a training body (岗位)."""

    TEACHER = "TEACHER", "Teacher", "教学人员"
    RESEARCHER = "RESEARCHER", "Teaching researcher", "教研人员"
    OTHER = "OTHER", "Other", "其他从业人员"


class TrainingStaff(Record):
    """One who works for a training body; who teaches a school subject there is qualified as its teacher."""

    body = One(TrainingBody, "Training body", "校外培训机构", back=("staff", "Staff", "从业人员"), by_verbs=True)
    name = Text(60, "Name", "姓名", of_person=True)
    duty = Choice(TrainingDuty, "Duty", "岗位")
    subject = Coded(SUBJECT, "Subject taught", "任教学科").optional()
    qualification_number = Text(
        17, "Teacher's certificate", "教师资格证号", form="number", plain=True, pattern="[0-9]{17}"
    ).optional()
    qualification_subject = Coded(SUBJECT, "Subject of the certificate", "教师资格任教学科").optional()
    other_certificate = Text(
        100,
        "Other certificate",
        "其他职业（专业）能力证明",
        note=("Of those who teach no school subject.", "非学科类教学人员。"),
    ).optional()
    engaged = Span("Engaged", "聘用期间")


def _is_qualified(one: TrainingStaff, context: CheckContext) -> Iterator[Fault]:
    """§1.6: who trains in a subject has the certificate of a teacher of it."""
    if one.duty == TrainingDuty.OTHER or one.body.category != TrainingCategory.SUBJECT:
        return
    if one.subject is None:
        yield fault(Code.REQUIRED, "subject")
    elif one.qualification_number is None or one.qualification_subject != one.subject:
        path = "qualification_subject" if one.qualification_number else "qualification_number"
        yield fault(Code.QUALIFICATION_NEEDED, path)


training_staff = Kind(
    TrainingStaff,
    label=("Training staff member", "Training staff members", "培训机构从业人员"),
    personal=True,
    scope=Follows("body"),
    read=rules.registrar | rules.inspector | rules.director_opened,
    create=OFFICERS,
    update=OFFICERS,
    void=OFFICERS,
    natural_key=("body", "name", "engaged"),
    title=("name", "body.name"),
    list=("name", "body.name", "duty", "subject", "qualification_number", "engaged"),
    order=("name",),
    search=("name",),
    filter=("duty", "subject", "qualification_number"),
    group=("duty", "subject"),
    effective=("engaged",),
    checks=(_is_qualified,),
)
