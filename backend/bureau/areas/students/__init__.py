"""Student status: how pupils stand in the register, and whether they are there (学籍管理)."""

from bureau.areas.students import attendance
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.kernel.words import Words
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Student status", "学籍管理")

KINDS: tuple[Kind, ...] = attendance.KINDS
ACTIONS: tuple[Action, ...] = attendance.ACTIONS
OUTCOMES: tuple[Action, ...] = ()
REACTIONS: tuple[Reaction, ...] = ()
DEMOS: tuple[Demo, ...] = ()
TASKS: tuple[Task, ...] = attendance.TASKS
QUESTIONS: tuple[Question, ...] = attendance.QUESTIONS
