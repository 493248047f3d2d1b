"""Student status: what becomes of pupils from entry to graduation, and who looks after which of them (学籍管理)."""

from bureau.areas.students.status_change import status_change
from bureau.areas.students.student_case import office_in_charge, student_case
from bureau.areas.students.transfer import transfer_student
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.approvals.procedure import Procedure, load_procedures
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Student status", "学籍管理")

KINDS: tuple[Kind, ...] = (status_change, student_case)
ACTIONS: tuple[Action, ...] = ()
OUTCOMES: tuple[Action, ...] = (transfer_student,)
REACTIONS: tuple[Reaction, ...] = ()
DEMOS: tuple[Demo, ...] = ()
TASKS: tuple[Task, ...] = ()
ANSWERS: tuple[Answer, ...] = (office_in_charge,)
PROCEDURES: tuple[Procedure, ...] = load_procedures("bureau.areas.students", KINDS, (*OUTCOMES, *ACTIONS))
