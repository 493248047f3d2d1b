"""A status change: one entry of what became of a pupil's status, as the status register has it (学籍异动)."""

from bureau.kernel import rules
from bureau.kernel.field import Choice, Coded, Date, One, Text
from bureau.kernel.kind import Follows, Kind
from bureau.registry.enrolment import STATUS_CHANGE
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.stages import GRADE
from bureau.registry.student import Student, StudentStatus
from bureau.storage.record import Record


class StatusChange(Record):
    """What became of a pupil's status: the sort of change, its day, reason and approval, and what was before and after.

    Verbs write it together with what they change of pupil, stays and class. Nothing of it is ever changed or deleted;
    what was wrong is taken back by a counter-entry that names it (更正).
    """

    student = One(Student, "Student", "学生", back=("status_changes", "Status changes", "学籍异动"))
    category = Coded(STATUS_CHANGE, "Change", "异动类别")
    effective_on = Date("Takes effect on", "异动日期")
    reason = Text(500, "Reason", "异动原因", lines=True)
    approved_on = Date("Approved on", "审批日期").optional()
    approval_number = Text(60, "Approval number", "审批文号", form="code").optional()
    from_status = Choice(StudentStatus, "Status before", "原学籍状态")
    to_status = Choice(StudentStatus, "Status after", "现学籍状态")
    from_school = One(School, "School before", "来源学校").optional()
    to_school = One(School, "School after", "去向学校").optional()
    elsewhere = Text(
        200,
        "School or place elsewhere",
        "市外学校或去向",
        note=("Outside the bureau's schools: where from, or where to.", "本市学校以外的来源或去向。"),
    ).optional()
    from_grade = Coded(GRADE, "Grade before", "原年级")
    to_grade = Coded(GRADE, "Grade after", "现年级")
    from_class = One(SchoolClass, "Class before", "原班级").optional()
    to_class = One(SchoolClass, "Class after", "现班级").optional()
    until = Date("Until", "期限至", note=("The last day of a suspension.", "休学期满日。")).optional()
    certificate_number = Text(
        40, "Certificate number", "证书编号", unique="ever", form="number", plain=True, pattern="[0-9A-Z-]+"
    ).optional()
    note = Text(500, "Note", "说明", lines=True).optional()
    corrects = One["StatusChange"](
        "StatusChange", "Takes back", "更正的异动", back=("corrections", "Corrections", "更正")
    ).optional()


status_change = Kind(
    StatusChange,
    label=("Status change", "Status changes", "学籍异动"),
    personal=True,
    scope=Follows("student"),
    kin=("student", "pupils"),
    read=rules.staff | rules.guardian,
    title=("category", "student.person.name", "effective_on"),
    list=("student.number", "category", "effective_on", "from_school.name", "to_school.name", "to_status"),
    order=("effective_on",),
    filter=(
        "category",
        "effective_on",
        "from_status",
        "to_status",
        "to_grade",
        "certificate_number",
        "approval_number",
    ),
    group=("category", "from_status", "to_status", "to_grade"),
)
