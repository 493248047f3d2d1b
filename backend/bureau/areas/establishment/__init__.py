"""Establishment and vocational education: how schools come to be, change and end, and what they may teach (学校设置与职业教育)."""

from bureau.areas.establishment import vocational
from bureau.areas.establishment.vocational.demo import majors
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.kernel.words import Words
from bureau.machinery.approvals.procedure import Procedure
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Establishment and vocational education", "学校设置与职业教育")

KINDS: tuple[Kind, ...] = (*vocational.KINDS,)
ACTIONS: tuple[Action, ...] = (*vocational.ACTIONS,)
OUTCOMES: tuple[Action, ...] = (*vocational.OUTCOMES,)
REACTIONS: tuple[Reaction, ...] = ()
TASKS: tuple[Task, ...] = ()
ANSWERS: tuple[Answer, ...] = ()
PROCEDURES: tuple[Procedure, ...] = (*vocational.PROCEDURES,)
DEMOS: tuple[Demo, ...] = (majors,)
QUESTIONS: tuple[Question, ...] = (*vocational.QUESTIONS,)
