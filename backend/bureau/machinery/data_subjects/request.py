"""A subject request: somebody asks for a copy, a correction, an erasure of data about them (个人信息权利请求)."""

from datetime import timedelta
from typing import Annotated, Any

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Choice, Date, Moment, One, State, Text
from bureau.kernel.kind import Clock, Kind, Stays
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.notices.telling import accounts_with, tell
from bureau.registry.person import Person
from bureau.registry.standards import standard
from bureau.registry.student import Student
from bureau.registry.teacher import Teacher
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record


class RequestSort(State):
    """What is asked for (请求类型; 个人信息保护法 art. 24, 44-48)."""

    COPY = "COPY", "To see and copy what is held (art. 45)", "查阅、复制"
    TRANSFER = "TRANSFER", "To hand it to somebody else (45.3)", "转移至其他处理者"
    CORRECTION = "CORRECTION", "To correct or complete it (46)", "更正、补充"
    ERASURE = "ERASURE", "To erase it (47)", "删除"
    RESTRICTION = "RESTRICTION", "To restrict what is done with it (44)", "限制或拒绝处理"
    EXPLANATION = "EXPLANATION", "To explain the rules, or an automated decision (24, 48)", "解释说明"


class RequestState(State):
    """How far it has come (办理状态)."""

    OPEN = "OPEN", "To be answered", "待答复"
    ANSWERED = "ANSWERED", "Answered, and done", "已答复"
    REFUSED = "REFUSED", "Refused, with the reason", "不予办理（已说明理由）"
    WITHDRAWN = "WITHDRAWN", "Withdrawn", "已撤回"


class SubjectRequest(Record):
    """What somebody asks about data of theirs, or of the child whose guardian they are, and what they were answered.

    It is answered by the unit that keeps the record, within the time that the bureau has set; who is refused is told
    why (个人信息保护法 art. 50).
    """

    unit = One(Unit, "Unit", "受理机构", back=("subject_requests", "Subject requests", "个人信息权利请求"))
    subject = Text(
        80, "About", "所涉记录", plain=True, pattern=r"[A-Z][A-Za-z]*:\d{1,18}", note=("Its id.", "记录标识。")
    )
    student = One(
        Student, "Student", "学生", back=("subject_requests", "Subject requests", "个人信息权利请求")
    ).optional()
    sort = Choice(RequestSort, "What is asked for", "请求类型")
    text = Text(2000, "In their words", "请求内容", lines=True)
    asker = One(Account, "Asker's account", "申请账户", internal=True).optional()
    asked_by = Text(60, "Asked by", "申请人", of_person=True)
    asked_on = Date("Asked on", "申请日期")
    due = Date("Answer due", "答复期限")
    state = Choice(RequestState, "State", "办理状态", by_verbs=True)
    answer = Text(2000, "Answer", "答复内容", lines=True).optional()
    answered_by = Text(60, "Answered by", "答复人").optional()
    answered_at = Moment("Answered at", "答复时间").optional()


_SCHOOLS = rules.registrar | rules.principal
_KEEPERS = _SCHOOLS | rules.identity
_ANSWER = SubjectRequest.answer
_ASKED_BY = SubjectRequest.asked_by

subject_request = Kind(
    SubjectRequest,
    label=("Subject request", "Subject requests", "个人信息权利请求"),
    personal=True,
    scope=Stays("unit"),
    kin=("student", "pupils"),
    read=_KEEPERS | rules.director_opened | rules.guardian,
    void=rules.identity.at(Level.CITY),
    title=("sort", "asked_by", "asked_on"),
    list=("unit.name", "sort", "asked_by", "asked_on", "due", "state"),
    order=("due", "asked_on"),
    filter=("sort", "state", "asked_on", "due", "subject"),
    group=("sort", "state"),
    clocks=(Clock("due", (5, 2, 1), _KEEPERS, unless="answered_at"),),
)


@action(subject_request, _SCHOOLS | rules.guardian, label=("Ask for a pupil", "提出学生个人信息请求"), place="student")
async def open_pupil_request(
    act: Act,
    *,
    student: Annotated[Student, SubjectRequest.student],
    sort: Annotated[str, SubjectRequest.sort],
    text: Annotated[str, SubjectRequest.text],
    asked_by: Annotated[str | None, _ASKED_BY] = None,
) -> SubjectRequest:
    """Ask about a pupil's data: a guardian by their account, or the school for somebody who asks on paper.

    The pupil's school answers.
    """
    unit = await Unit.get(id=student.__dict__["school_id"])
    return await _open(act, unit, f"Student:{student.id}", sort, text, asked_by, student=student)


@action(
    subject_request,
    _SCHOOLS,
    label=("Ask for a teacher", "提出教职工个人信息请求"),
    place="teacher",
)
async def open_teacher_request(
    act: Act,
    *,
    teacher: Annotated[Teacher, One(Teacher, "Teacher", "教职工")],
    sort: Annotated[str, SubjectRequest.sort],
    text: Annotated[str, SubjectRequest.text],
    asked_by: Annotated[str | None, _ASKED_BY] = None,
) -> SubjectRequest:
    """Note what somebody employed asks about their data; the unit where they are employed answers."""
    unit = await Unit.get(id=teacher.__dict__["unit_id"])
    return await _open(act, unit, f"Teacher:{teacher.id}", sort, text, asked_by)


@action(subject_request, rules.identity, label=("Ask for a person", "提出个人信息请求"), place="unit")
async def open_person_request(
    act: Act,
    *,
    unit: Annotated[Unit, SubjectRequest.unit],
    person: Annotated[Person, One(Person, "Person", "人员")],
    sort: Annotated[str, SubjectRequest.sort],
    text: Annotated[str, SubjectRequest.text],
    asked_by: Annotated[str | None, _ASKED_BY] = None,
) -> SubjectRequest:
    """Note what anybody else asks about their data, a guardian or a foreign teacher; a unit is named to answer it."""
    return await _open(act, unit, f"Person:{person.id}", sort, text, asked_by)


@action(subject_request, _KEEPERS, label=("Answer", "答复"))
async def answer_subject_request(
    act: Act, request: SubjectRequest, *, answer: Annotated[str, _ANSWER]
) -> SubjectRequest:
    """Answer a request, once what it asks for is done."""
    return await _close(act, request, RequestState.ANSWERED, answer)


@action(subject_request, _KEEPERS, label=("Refuse", "不予办理"))
async def refuse_subject_request(
    act: Act, request: SubjectRequest, *, answer: Annotated[str, _ANSWER]
) -> SubjectRequest:
    """Refuse a request, in writing and with the reason: such as the law by which a record must be kept."""
    return await _close(act, request, RequestState.REFUSED, answer)


@action(subject_request, _KEEPERS | rules.guardian, label=("Withdraw", "撤回"))
async def withdraw_subject_request(act: Act, request: SubjectRequest) -> SubjectRequest:
    """Withdraw a request that you made."""
    if request.__dict__["asker_id"] != act.actor.account:
        raise refuse(Code.FORBIDDEN)
    _refuse_closed(request)
    return await act.change(request, state=RequestState.WITHDRAWN, answered_at=act.tx.now(), answered_by=act.actor.name)


async def _open(
    act: Act, unit: Unit, subject: str, sort: str, text: str, asked_by: str | None, **values: Any
) -> SubjectRequest:
    days = standard("subject_request_days", act.today, package="bureau.machinery.data_subjects")
    assert days is not None
    made = await act.create(
        SubjectRequest,
        unit=unit,
        subject=subject,
        sort=sort,
        text=text,
        asker=await Account.filter(id=act.actor.account).first(),
        asked_by=asked_by or act.actor.name,
        asked_on=act.today,
        due=act.today + timedelta(days=int(days.value)),
        state=RequestState.OPEN,
        **values,
    )
    told = Words("Somebody asks about data of theirs; the answer is due.", "有一项个人信息权利请求待答复。")
    await tell(act, subject_request, made, await accounts_with(act, _KEEPERS, subject_request, made), told)
    return made


async def _close(act: Act, request: SubjectRequest, state: RequestState, answer: str) -> SubjectRequest:
    _refuse_closed(request)
    changed = await act.change(
        request, state=state, answer=answer, answered_at=act.tx.now(), answered_by=act.actor.name
    )
    asker = request.__dict__["asker_id"]
    if asker not in (None, act.actor.account):
        told = Words("What you asked about your data was answered.", "您的个人信息权利请求已有答复。")
        await tell(act, subject_request, request, [asker], told)
    return changed


def _refuse_closed(request: SubjectRequest) -> None:
    if request.state != RequestState.OPEN:
        raise refuse(Code.ENDED, "id", kind=subject_request.words)
