"""Attendance: who of a class is there, leave, and the early signal of those who stay away (考勤与缺勤预警)."""

from bureau.areas.students.attendance.alert import (
    absence_alert,
    close_absence,
    contact_absent,
    report_absence,
    visit_absent,
)
from bureau.areas.students.attendance.leave import decide_leave, leave_request, request_leave
from bureau.areas.students.attendance.mark import attendance_mark
from bureau.areas.students.attendance.marking import mark_attendance
from bureau.areas.students.attendance.rates import attendance_rates
from bureau.areas.students.attendance.roll_call import roll_call
from bureau.areas.students.attendance.sweep import sweep_attendance
from bureau.areas.students.attendance.symptom import (
    close_symptom_cluster,
    report_symptoms,
    symptom_cluster,
    symptom_report,
)
from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.machinery.jobs.task import Task

KINDS: tuple[Kind, ...] = (
    roll_call,
    attendance_mark,
    leave_request,
    absence_alert,
    symptom_report,
    symptom_cluster,
)
ACTIONS: tuple[Action, ...] = (
    mark_attendance,
    request_leave,
    decide_leave,
    contact_absent,
    visit_absent,
    report_absence,
    close_absence,
    report_symptoms,
    close_symptom_cluster,
)
TASKS: tuple[Task, ...] = (sweep_attendance,)
QUESTIONS: tuple[Question, ...] = (attendance_rates,)
