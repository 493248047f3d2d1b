"""Standards: those who train pupils off campus, what they charge and what becomes of it (办学标准与校外培训)."""

from bureau.areas.standards.custody_entry import custody_entry
from bureau.areas.standards.demo import training
from bureau.areas.standards.paying import note_training_charge, refund_training_charge
from bureau.areas.standards.releasing import take_back_training_lesson, teach_training_lesson
from bureau.areas.standards.scheduling import (
    cancel_training_lesson,
    move_training_lesson,
    schedule_training_lessons,
)
from bureau.areas.standards.supervising import (
    blacklist_training_body,
    cancel_training_body,
    order_training_rectification,
    renew_training_licence,
    restore_training_body,
    warn_training_body,
)
from bureau.areas.standards.training_body import training_body
from bureau.areas.standards.training_charge import training_charge
from bureau.areas.standards.training_complaint import (
    accept_training_complaint,
    complain_of_training,
    note_training_complaint,
    reject_training_complaint,
    training_complaint,
    uphold_training_complaint,
    withdraw_training_complaint,
)
from bureau.areas.standards.training_course import training_course
from bureau.areas.standards.training_lesson import training_lesson
from bureau.areas.standards.training_staff import training_staff
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.kernel.words import Words
from bureau.machinery.approvals.procedure import Procedure
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Off-campus training", "校外培训监管")

KINDS: tuple[Kind, ...] = (
    training_body,
    training_staff,
    training_course,
    training_lesson,
    training_charge,
    custody_entry,
    training_complaint,
)
ACTIONS: tuple[Action, ...] = (
    warn_training_body,
    order_training_rectification,
    restore_training_body,
    blacklist_training_body,
    cancel_training_body,
    renew_training_licence,
    schedule_training_lessons,
    move_training_lesson,
    cancel_training_lesson,
    teach_training_lesson,
    take_back_training_lesson,
    note_training_charge,
    refund_training_charge,
    note_training_complaint,
    complain_of_training,
    accept_training_complaint,
    uphold_training_complaint,
    reject_training_complaint,
    withdraw_training_complaint,
)
REACTIONS: tuple[Reaction, ...] = ()
DEMOS: tuple[Demo, ...] = (training,)
TASKS: tuple[Task, ...] = ()
ANSWERS: tuple[Answer, ...] = ()
OUTCOMES: tuple[Action, ...] = ()
PROCEDURES: tuple[Procedure, ...] = ()
QUESTIONS: tuple[Question, ...] = ()
