"""A sanction: what a school decided on a pupil's misconduct, for a time, with hearing, delivery and appeal (处分)."""

from collections.abc import Iterator

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Choice, Date, Moment, One, State, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.status_changes import is_compulsory
from bureau.registry.student import Student
from bureau.storage.record import Record


class SanctionLevel(State):
    """How grave a sanction is (处分等级; 待核实)."""

    WARNING = "WARNING", "Warning", "警告"
    SERIOUS_WARNING = "SERIOUS_WARNING", "Serious warning", "严重警告"
    DEMERIT = "DEMERIT", "Demerit", "记过"
    PROBATION = "PROBATION", "Probation", "留校察看"
    EXPULSION = "EXPULSION", "Expulsion", "开除学籍"


class SanctionState(State):
    """How far a sanction has come (处分状态)."""

    PROPOSED = "PROPOSED", "Facts established", "已查明事实"
    HEARD = "HEARD", "Heard", "已听取陈述申辩"
    DECIDED = "DECIDED", "Decided", "已决定"
    IN_FORCE = "IN_FORCE", "Delivered and in force", "已送达生效"
    APPEALED = "APPEALED", "Appealed against", "申诉中"
    LIFTED = "LIFTED", "Lifted", "已解除"
    REVOKED = "REVOKED", "Revoked", "已撤销"
    DROPPED = "DROPPED", "Not imposed", "不予处分"


IN_FORCE = (SanctionState.IN_FORCE, SanctionState.APPEALED)
"""The states of one that holds; an appeal holds nothing up."""


class AppealOutcome(State):
    """What came of an appeal (申诉结果)."""

    UPHELD = "UPHELD", "Upheld", "维持"
    REVOKED = "REVOKED", "Revoked", "撤销"


class Sanction(Record):
    """What a school decided about the misconduct of a pupil; it is in force from its delivery until it is lifted.

    Nobody is expelled from compulsory education. It is read by the school, the head teacher, the guardians, and the
    registrars in whose hands the pupil's status lies, and by nobody else.
    """

    student = One(Student, "Student", "学生", back=("sanctions", "Sanctions", "处分"))
    school = One(School, "School", "学校", back=("sanctions", "Sanctions", "处分"))
    school_class = One(SchoolClass, "Class", "班级", back=("sanctions", "Sanctions", "处分")).optional()
    level = Choice(SanctionLevel, "Level", "处分等级")
    state = Choice(SanctionState, "State", "处分状态", by_verbs=True)
    acted_on = Date("Day of the act", "违纪日期")
    facts = Text(2000, "Facts", "违纪事实", lines=True)
    basis = Text(200, "Basis", "处分依据", note=("The clause of the school's rules.", "校规校纪条款。"))
    proposer = One(Account, "Proposer's account", "提出账户", internal=True).optional()
    proposed_by = Text(60, "Proposed by", "提出人", of_person=True)
    proposed_at = Moment("Proposed at", "提出时间")
    heard_on = Date("Heard on", "听取意见日期").optional()
    hearing = Text(2000, "What the pupil and the guardians said", "陈述申辩意见", lines=True).optional()
    decider = One(Account, "Decider's account", "决定账户", internal=True).optional()
    decided_by = Text(60, "Decided by", "决定人", of_person=True).optional()
    decided_on = Date("Decided on", "决定日期").optional()
    decision_number = Text(60, "Decision number", "处分决定文号", form="code").optional()
    delivered_on = Date("Delivered on", "送达日期").optional()
    delivered_to = Text(100, "Delivered to", "签收人", of_person=True).optional()
    appeal_until = Date("May be appealed until", "申诉截止日期").optional()
    term_until = Date("May be lifted from", "处分期满日").optional()
    appealed_on = Date("Appealed on", "申诉日期").optional()
    appealed_by = Text(60, "Appealed by", "申诉人", of_person=True).optional()
    appeal = Text(2000, "Appeal", "申诉理由", lines=True).optional()
    appeal_outcome = Choice(AppealOutcome, "What came of the appeal", "申诉结果", by_verbs=True).optional()
    answer = Text(2000, "Answer to the appeal", "申诉答复", lines=True).optional()
    answered_by = Text(60, "Answered by", "申诉处理人", of_person=True).optional()
    answered_on = Date("Answered on", "答复日期").optional()
    ended_by = Text(60, "Ended by", "办结人", of_person=True).optional()
    ended_on = Date("Ended on", "办结日期").optional()
    end_reason = Text(500, "Why it ended", "解除或撤销原因", lines=True).optional()


def _is_for_the_stage(sanction: Sanction, context: CheckContext) -> Iterator[Fault]:
    """§2.4: nobody is expelled from compulsory education (义务教育法第二十七条), nor sanctioned in kindergarten."""
    if not context.touches("level", "student"):
        return
    if sanction.student.grade[:1] == "K":
        yield invalid("student", "children in kindergarten are not sanctioned.", "幼儿园幼儿不适用处分。")
    elif sanction.level == SanctionLevel.EXPULSION and is_compulsory(sanction.student.grade):
        yield fault(Code.COMPULSORY, "level")


def _was_done_by_then(sanction: Sanction, context: CheckContext) -> Iterator[Fault]:
    if sanction.acted_on > context.today:
        yield invalid("acted_on", "it lies in the future.", "不能晚于今天。")


SCHOOL = rules.principal.at(Level.UNIT) | rules.registrar.at(Level.UNIT)
"""Those of the school itself."""

sanction = Kind(
    Sanction,
    label=("Sanction", "Sanctions", "处分"),
    personal=True,
    scope=Stays("school"),
    kin=("student", "pupils"),
    headed="school_class",
    read=rules.principal | rules.registrar | rules.head_teacher | rules.guardian,
    title=("student.person.name", "level"),
    list=("student.number", "level", "state", "acted_on", "delivered_on", "term_until"),
    order=("acted_on",),
    filter=("level", "state", "acted_on", "term_until", "appeal_until"),
    group=("level", "state"),
    index=("state",),
    checks=(_is_for_the_stage, _was_done_by_then),
)
