"""An absence alert: a pupil who stays away without leave, or too often, until somebody has seen to it (缺勤预警)."""

from datetime import date
from typing import Annotated

from bureau.areas.students.attendance.limits import limit
from bureau.areas.students.attendance.returning import days_back
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.event import Written, event
from bureau.kernel.field import Choice, Date, Integer, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.kernel.words import Words
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.record import Record


class AbsenceRule(State):
    """By which rule an alert was opened (预警规则)."""

    CHAIN = "CHAIN", "School days running without leave", "连续旷课"
    CUMULATIVE = "CUMULATIVE", "Days without leave within a month", "累计旷课"
    RATE = "RATE", "Attendance of a term below the least rate", "学期出勤率过低"


class AbsenceRung(State):
    """What is to be done by now (应采取的措施)."""

    CONTACT = "CONTACT", "The head teacher calls the guardian", "班主任联系监护人"
    VISIT = "VISIT", "The school visits, with the village or the street", "学校会同村（社区）家访"
    REPORT = "REPORT", "The school reports to the bureau in charge", "上报主管教育局"


class AbsenceState(State):
    """How far an alert was seen to (办理状态)."""

    SUSPECTED = "SUSPECTED", "Found by the daily sweep", "疑似"
    CONTACTED = "CONTACTED", "The guardian was called", "已联系"
    VISITED = "VISITED", "The family was visited", "已家访"
    REPORTED = "REPORTED", "Reported to the bureau in charge", "已上报"
    CLOSED = "CLOSED", "Closed", "已办结"


class AbsenceEnd(State):
    """How an absence ended (结果)."""

    RETURNED = "RETURNED", "Back at school", "已返校"
    TRANSFERRED = "TRANSFERRED", "At another school", "已转学"
    ILL = "ILL", "Ill", "因病"
    MISTAKEN = "MISTAKEN", "Noted by mistake", "登记有误"


class AbsenceAlert(Record):
    """A pupil whose absence asks for something to be done, by one of the rules; the sweep opens and advances it.

    Nothing but a person confirms that somebody has dropped out: reported, it is for the ledger of dropouts.
    """

    student = One(Student, "Student", "学生", back=("absence_alerts", "Absence alerts", "缺勤预警"))
    school = One(School, "School", "学校", back=("absence_alerts", "Absence alerts", "缺勤预警"))
    school_class = One(SchoolClass, "Class", "班级", back=("absence_alerts", "Absence alerts", "缺勤预警"))
    rule = Choice(AbsenceRule, "Rule", "预警规则", by_verbs=True)
    rung = Choice(AbsenceRung, "To be done", "应采取的措施", by_verbs=True)
    first_day = Date("First day", "起始日期", by_verbs=True)
    last_day = Date("Last day", "最近日期", by_verbs=True)
    days = Integer(
        0, 400, "School days", "教学日数", by_verbs=True, note=("Missed, in whole days.", "缺课天数（整日）。")
    )
    state = Choice(AbsenceState, "State", "办理状态", by_verbs=True)
    opened_on = Date("Opened on", "发现日期", by_verbs=True)
    contacted_on = Date("Called on", "联系日期", by_verbs=True).optional()
    contact = Text(500, "What the guardian said", "联系情况", lines=True, by_verbs=True).optional()
    visited_on = Date("Visited on", "家访日期", by_verbs=True).optional()
    visit = Text(500, "What the visit found", "家访情况", lines=True, by_verbs=True).optional()
    companions = Text(200, "Visited together with", "会同家访单位", by_verbs=True).optional()
    reported_on = Date("Reported on", "上报日期", by_verbs=True).optional()
    report = Text(500, "Report", "上报说明", lines=True, by_verbs=True).optional()
    outcome = Choice(AbsenceEnd, "How it ended", "结果", by_verbs=True).optional()
    closed_on = Date("Closed on", "办结日期", by_verbs=True).optional()
    closed_note = Text(500, "Note on closing", "办结说明", lines=True, by_verbs=True).optional()


SCHOOL = rules.registrar | rules.head_teacher

absence_alert = Kind(
    AbsenceAlert,
    label=("Absence alert", "Absence alerts", "缺勤预警"),
    personal=True,
    scope=Stays("school"),
    headed="school_class",
    read=SCHOOL | rules.principal | rules.director_opened,
    title=("student.person.name", "first_day"),
    list=("student.number", "rule", "first_day", "last_day", "days", "rung", "state"),
    order=("last_day", "days"),
    filter=("state", "rule", "rung", "last_day"),
    group=("state", "rule", "rung"),
    index=("state",),
)


@event(absence_alert)
def absence_reported(write: Written[AbsenceAlert]) -> bool:
    """A school reported to the bureau in charge that a pupil stays away."""
    was = write.before
    return write.record.state == AbsenceState.REPORTED and (was is None or was.state != AbsenceState.REPORTED)


_ON = Date("Day", "日期")


@action(absence_alert, SCHOOL, label=("Guardian called", "登记联系情况"))
async def contact_absent(
    act: Act, alert: AbsenceAlert, *, on: Annotated[date, _ON], contact: Annotated[str, AbsenceAlert.contact]
) -> AbsenceAlert:
    """Note that the guardian of a pupil who stays away was called, and what they said."""
    _refuse(act, alert, on, AbsenceState.SUSPECTED, AbsenceState.CONTACTED)
    return await act.change(alert, state=AbsenceState.CONTACTED, contacted_on=on, contact=contact)


@action(absence_alert, SCHOOL, label=("Family visited", "登记家访情况"))
async def visit_absent(
    act: Act,
    alert: AbsenceAlert,
    *,
    on: Annotated[date, _ON],
    visit: Annotated[str, AbsenceAlert.visit],
    companions: Annotated[str | None, AbsenceAlert.companions] = None,
) -> AbsenceAlert:
    """Note that the family of a pupil who stays away was visited, by whom and with what result.

    From the second day on it is visited together with the village or the street, which are named.
    """
    _refuse(act, alert, on, AbsenceState.SUSPECTED, AbsenceState.CONTACTED, AbsenceState.VISITED)
    if alert.rung != AbsenceRung.CONTACT and not companions:
        raise Refusal([fault(Code.REQUIRED, "companions")])
    return await act.change(alert, state=AbsenceState.VISITED, visited_on=on, visit=visit, companions=companions)


@action(absence_alert, rules.registrar, label=("Report", "上报"))
async def report_absence(act: Act, alert: AbsenceAlert, *, report: Annotated[str, AbsenceAlert.report]) -> AbsenceAlert:
    """Report a pupil who stays away to the bureau in charge, once the guardian was called or the family visited."""
    _refuse(act, alert, act.today, AbsenceState.CONTACTED, AbsenceState.VISITED)
    return await act.change(alert, state=AbsenceState.REPORTED, reported_on=act.today, report=report)


@action(absence_alert, rules.registrar, label=("Close", "办结"))
async def close_absence(
    act: Act,
    alert: AbsenceAlert,
    *,
    outcome: Annotated[AbsenceEnd, AbsenceAlert.outcome],
    note: Annotated[str, AbsenceAlert.closed_note],
) -> AbsenceAlert:
    """Close an alert with how the absence ended; a return is one once the pupil was at school for some days."""
    _refuse(act, alert, act.today, *(state for state in AbsenceState if state is not AbsenceState.CLOSED))
    if outcome == AbsenceEnd.RETURNED:
        least = limit("return_days", act.today)
        been = (await days_back(act.tx, [alert.__dict__["student_id"]], alert.last_day)).get(
            alert.__dict__["student_id"], 0
        )
        if been < least:
            words = Words(
                f"at school on {been} school days since; {least} are needed.",
                f"返校后仅到校 {been} 个教学日，须满 {least} 个。",
            )
            raise Refusal([fault(Code.INVALID, "outcome", reason=words)])
    return await act.change(alert, state=AbsenceState.CLOSED, outcome=outcome, closed_on=act.today, closed_note=note)


def _refuse(act: Act, alert: AbsenceAlert, on: date, *states: AbsenceState) -> None:
    faults: list[Fault] = []
    if alert.state == AbsenceState.CLOSED:
        raise refuse(Code.ENDED, "id", kind=absence_alert.words)
    if alert.state not in states:
        faults.append(
            invalid(
                "id", f"it is {AbsenceState[alert.state].words.en.lower()}.", f"{AbsenceState[alert.state].words.zh}。"
            )
        )
    if on > act.today or on < alert.first_day:
        faults.append(invalid("on", "not between its first day and today.", "日期应在缺课起始日与今天之间。"))
    if faults:
        raise Refusal(faults)
