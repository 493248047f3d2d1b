"""A leave: a guardian asks for it, and the head teacher decides (请假)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from bureau.access.account import Account
from bureau.areas.students.attendance.effects import ATTENDANCE, codes_that
from bureau.areas.students.attendance.limits import limit
from bureau.areas.students.attendance.mark import AttendanceMark
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import Boolean, Choice, Coded, Date, Moment, One, State, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.words import Words
from bureau.machinery.calendars.school_days import load_school_days
from bureau.machinery.files.file import LONGEST_NAME, File, objection_to
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student, StudentStatus
from bureau.storage.act import Act
from bureau.storage.record import Record


class LeaveState(State):
    """Where a request for leave stands (请假状态)."""

    ASKED = "ASKED", "Asked for", "待审批"
    GRANTED = "GRANTED", "Granted", "已准假"
    REFUSED = "REFUSED", "Refused", "不予准假"


class LeaveRequest(Record):
    """Leave of a pupil from one school day to another, both included.

    A leave longer than the standard says needs a certificate: a file, or what was shown to the school on paper. Whoever
    decides on the leave opens the file by `linkRecordFile`.
    """

    student = One(Student, "Student", "学生", back=("leave_requests", "Leave requests", "请假"))
    school = One(School, "School", "学校", back=("leave_requests", "Leave requests", "请假"))
    school_class = One(SchoolClass, "Class", "班级", back=("leave_requests", "Leave requests", "请假"))
    code = Coded(ATTENDANCE, "Sort of leave", "请假类别")
    first_day = Date("First day", "开始日期")
    last_day = Date("Last day", "结束日期")
    reason = Text(500, "Reason", "请假事由", lines=True)
    certificate = Text(
        200, "Certificate on paper", "纸质证明", note=("Who issued it, and its number.", "出具单位及编号。")
    ).optional()
    document = One(File, "Certificate file", "证明文件").optional()
    document_name = Text(LONGEST_NAME, "Name of the certificate file", "证明文件名").optional()
    asker = One(Account, "Asker's account", "申请账户", internal=True).optional()
    asked_by = Text(60, "Asked by", "申请人")
    asked_at = Moment("Asked at", "申请时间")
    state = Choice(LeaveState, "State", "状态", by_verbs=True)
    decided_by = Text(60, "Decided by", "审批人", by_verbs=True).optional()
    decided_at = Moment("Decided at", "审批时间", by_verbs=True).optional()
    answer = Text(500, "Answer", "审批意见", lines=True, by_verbs=True).optional()


def _is_a_leave(asked: LeaveRequest, context: CheckContext) -> Iterator[Fault]:
    if asked.code not in codes_that("leave"):
        yield invalid("code", "no leave is of this sort.", "该类别不能请假。")
    if asked.first_day > asked.last_day:
        yield invalid("last_day", "it lies before the first day.", "结束日期不能早于开始日期。")


_KEEPERS = rules.registrar | rules.head_teacher

leave_request = Kind(
    LeaveRequest,
    label=("Leave request", "Leave requests", "请假"),
    personal=True,
    scope=Stays("school"),
    kin=("student", "pupils"),
    headed="school_class",
    read=_KEEPERS | rules.principal | rules.director_opened | rules.guardian,
    title=("student.person.name", "first_day"),
    list=("student.number", "code", "first_day", "last_day", "state"),
    order=("first_day", "asked_at"),
    filter=("state", "first_day", "last_day", "code"),
    group=("state", "code"),
    checks=(_is_a_leave,),
)


@action(leave_request, _KEEPERS | rules.guardian, label=("Ask for leave", "请假申请"), place="student")
async def request_leave(
    act: Act,
    *,
    student: Annotated[Student, LeaveRequest.student],
    code: Annotated[str, LeaveRequest.code],
    first_day: Annotated[date, LeaveRequest.first_day],
    last_day: Annotated[date, LeaveRequest.last_day],
    reason: Annotated[str, LeaveRequest.reason],
    document: Annotated[File | None, LeaveRequest.document] = None,
    certificate: Annotated[str | None, LeaveRequest.certificate] = None,
) -> LeaveRequest:
    """Ask for leave of a pupil: a guardian by their account, or the school for who asks on paper or by phone."""
    if student.status != StudentStatus.ENROLLED or student.__dict__["school_class_id"] is None:
        raise Refusal([invalid("student", "the pupil is in no class.", "该生不在读或未编班。")])
    if document is not None and (why := objection_to(document)):
        raise Refusal([fault(Code.INVALID, "document", reason=why)])
    school = await School.get(id=student.__dict__["school_id"])
    await _refuse_span(act, school, first_day, last_day, has_certificate=bool(document or certificate))
    return await act.create(
        LeaveRequest,
        student=student,
        school=school,
        school_class=await SchoolClass.get(id=student.__dict__["school_class_id"]),
        code=code,
        first_day=first_day,
        last_day=last_day,
        reason=reason,
        document=document,
        document_name=document.name if document else None,
        certificate=certificate,
        asker=await Account.get_or_none(id=act.actor.account) if act.actor.account else None,
        asked_by=act.actor.name,
        asked_at=act.tx.now(),
        state=LeaveState.ASKED,
    )


async def _refuse_span(act: Act, school: School, first: date, last: date, *, has_certificate: bool) -> None:
    if first > last:
        return  # its check says so
    if (last - first).days > 366:
        raise Refusal([invalid("last_day", "longer than a year.", "请假时间不能超过一年。")])
    days = (await load_school_days(act.tx)).between(first, last)
    if not days:
        raise Refusal([invalid("first_day", "there is no school on these days.", "所选日期没有教学日。")])
    division = await Division.get_or_none(id=school.division_id)  # type: ignore[attr-defined]
    most = limit("leave_document_days", first, division.code if division else "")
    if len(days) > most and not has_certificate:
        words = Words(
            f"a leave of more than {most} school days needs a certificate.", f"请假超过 {most} 个教学日须提交证明。"
        )
        raise Refusal([fault(Code.INVALID, "document", reason=words)])


@action(leave_request, _KEEPERS, label=("Decide", "审批请假"), opens="document")
async def decide_leave(
    act: Act,
    leave: LeaveRequest,
    *,
    is_granted: Annotated[bool, Boolean("Granted", "是否准假")],
    answer: Annotated[str | None, LeaveRequest.answer] = None,
) -> LeaveRequest:
    """Grant leave, or refuse it with an answer. Days of it that were noted as truancy become days of leave."""
    if leave.state != LeaveState.ASKED:
        raise refuse(Code.ENDED, "id", kind=leave_request.words)
    if act.actor.account is not None and leave.__dict__["asker_id"] == act.actor.account and await _is_own(act, leave):
        raise refuse(Code.OWN_CASE)
    if not is_granted and not answer:
        raise Refusal([fault(Code.REQUIRED, "answer")])
    decided = {"decided_by": act.actor.name, "decided_at": act.tx.now(), "answer": answer}
    if is_granted:
        await _excuse(act, leave)
    return await act.change(leave, state=LeaveState.GRANTED if is_granted else LeaveState.REFUSED, **decided)


async def _is_own(act: Act, leave: LeaveRequest) -> bool:
    """Whether whoever decides had asked as the pupil's guardian; what the school noted for a parent it decides too."""
    return leave.__dict__["student_id"] in act.actor.wards.pupils


async def _excuse(act: Act, leave: LeaveRequest) -> None:
    """Let what was noted as truancy on days of a leave be leave, but for terms that are closed."""
    span = {"student_id": leave.__dict__["student_id"], "day__gte": leave.first_day, "day__lte": leave.last_day}
    marks = await act.hold_all(AttendanceMark, **span, code__in=sorted(codes_that("truant")))
    days = await load_school_days(act.tx)
    still_open = [mark for mark in marks if (term := days.term_of(mark.day)) and not term.is_closed]
    await act.change_all(AttendanceMark, [(mark, {"code": leave.code}) for mark in still_open])
