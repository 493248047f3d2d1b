"""Student status: what becomes of pupils from entry to graduation, and who looks after which of them (学籍管理)."""

from bureau.areas.students import attendance
from bureau.areas.students.admission import admit_students
from bureau.areas.students.barred import refuse_barred
from bureau.areas.students.care_record import care_record
from bureau.areas.students.correction import correct_status
from bureau.areas.students.deferral import (
    decide_deferral,
    end_deferral,
    entry_deferral,
    note_deferral,
    request_deferral,
)
from bureau.areas.students.demo import demos
from bureau.areas.students.dropout import (
    dismiss_dropout,
    dropout_case,
    end_dropout,
    log_persuasion,
    persuasion,
    report_dropout,
    return_dropout,
    suspect_dropouts,
    verify_dropout,
    watch_suspensions,
)
from bureau.areas.students.enrolling import refuse_from_elsewhere
from bureau.areas.students.entry_rates import entry_rates
from bureau.areas.students.grades import change_class, repeat_grade, skip_grade
from bureau.areas.students.graduation import complete_students, graduate_students
from bureau.areas.students.leaving import expel_student, leave_student, record_death, withdraw_student
from bureau.areas.students.outside import (
    receive_student,
    return_from_abroad,
    send_abroad,
    transfer_in,
    transfer_out_of_city,
)
from bureau.areas.students.placing import place_student, place_students
from bureau.areas.students.population import school_age_population
from bureau.areas.students.rates import publish_rates, status_rate
from bureau.areas.students.rehomed import note_rehomed_students
from bureau.areas.students.rollover.commit import commit_roll_over, roll_schools_over
from bureau.areas.students.rollover.preview import preview_roll_over, preview_schools
from bureau.areas.students.rollover.run import roll_over, roll_over_class, roll_over_finding, roll_over_line
from bureau.areas.students.rollover.settling import confirm_graduation, leave_out_of_roll_over
from bureau.areas.students.rollover.undoing import take_schools_back, undo_roll_over
from bureau.areas.students.sanction import sanction
from bureau.areas.students.sanctioning import (
    answer_appeal,
    appeal_sanction,
    decide_sanction,
    deliver_sanction,
    drop_sanction,
    hear_sanction,
    lift_sanction,
    propose_sanction,
    revoke_sanction,
)
from bureau.areas.students.special_need import special_need
from bureau.areas.students.status_change import status_change
from bureau.areas.students.student_case import office_in_charge, student_case
from bureau.areas.students.suspension import resume_student, suspend_student
from bureau.areas.students.transfer import transfer_student
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.kernel.words import Words
from bureau.machinery.approvals.opening import opening_verbs
from bureau.machinery.approvals.procedure import Procedure, load_procedures
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Student status", "学籍管理")

KINDS: tuple[Kind, ...] = (
    status_change,
    student_case,
    dropout_case,
    persuasion,
    special_need,
    care_record,
    sanction,
    status_rate,
    school_age_population,
    entry_deferral,
    roll_over,
    roll_over_line,
    roll_over_class,
    roll_over_finding,
    *attendance.KINDS,
)
ACTIONS: tuple[Action, ...] = (
    admit_students,
    place_student,
    place_students,
    change_class,
    suspend_student,
    resume_student,
    graduate_students,
    complete_students,
    leave_student,
    withdraw_student,
    expel_student,
    record_death,
    send_abroad,
    return_from_abroad,
    transfer_out_of_city,
    transfer_in,
    receive_student,
    correct_status,
    report_dropout,
    verify_dropout,
    dismiss_dropout,
    log_persuasion,
    return_dropout,
    end_dropout,
    propose_sanction,
    hear_sanction,
    decide_sanction,
    deliver_sanction,
    appeal_sanction,
    answer_appeal,
    revoke_sanction,
    lift_sanction,
    drop_sanction,
    request_deferral,
    note_deferral,
    decide_deferral,
    end_deferral,
    preview_roll_over,
    leave_out_of_roll_over,
    confirm_graduation,
    commit_roll_over,
    undo_roll_over,
    *attendance.ACTIONS,
)
OUTCOMES: tuple[Action, ...] = (transfer_student, repeat_grade, skip_grade)
"""What is done at the end of a procedure alone."""
REACTIONS: tuple[Reaction, ...] = (suspect_dropouts, note_rehomed_students, refuse_barred, refuse_from_elsewhere)
TASKS: tuple[Task, ...] = (
    watch_suspensions,
    publish_rates,
    preview_schools,
    roll_schools_over,
    take_schools_back,
    *attendance.TASKS,
)
ANSWERS: tuple[Answer, ...] = (office_in_charge,)
PROCEDURES: tuple[Procedure, ...] = load_procedures("bureau.areas.students", KINDS, (*OUTCOMES, *ACTIONS))
DEMOS: tuple[Demo, ...] = demos({verb.name: verb for verb in opening_verbs(PROCEDURES)})
QUESTIONS: tuple[Question, ...] = (entry_rates, *attendance.QUESTIONS)
