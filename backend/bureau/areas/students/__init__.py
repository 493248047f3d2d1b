"""Student status: what becomes of pupils from entry to graduation, and who looks after which of them (学籍管理)."""

from bureau.areas.students.admission import admit_students
from bureau.areas.students.correction import correct_status
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
from bureau.areas.students.status_change import status_change
from bureau.areas.students.suspension import resume_student, suspend_student
from bureau.areas.students.transfer import transfer_student
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Student status", "学籍管理")

KINDS: tuple[Kind, ...] = (status_change,)
ACTIONS: tuple[Action, ...] = (
    admit_students,
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
)
OUTCOMES: tuple[Action, ...] = (transfer_student, repeat_grade, skip_grade)
"""What is done at the end of a procedure alone."""
REACTIONS: tuple[Reaction, ...] = ()
DEMOS: tuple[Demo, ...] = ()
TASKS: tuple[Task, ...] = ()
