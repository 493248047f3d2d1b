"""Exchange: the foreign teachers of the city's schools, and the papers on which they may work (外事交流)."""

from bureau.areas.exchange.demo import foreigners
from bureau.areas.exchange.foreign_teacher import foreign_teacher, register_foreign_teacher
from bureau.areas.exchange.leaving import foreign_teachers_at
from bureau.areas.exchange.papers import residence_decides, teacher_decides, work_permit_decides
from bureau.areas.exchange.residence_permit import residence_permit
from bureau.areas.exchange.work_permit import work_permit
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.kernel.words import Words
from bureau.machinery.approvals.procedure import Procedure
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Exchange", "外事交流")

KINDS: tuple[Kind, ...] = (foreign_teacher, work_permit, residence_permit)
ACTIONS: tuple[Action, ...] = (register_foreign_teacher,)
REACTIONS: tuple[Reaction, ...] = (work_permit_decides, residence_decides, teacher_decides)
DEMOS: tuple[Demo, ...] = (foreigners,)
TASKS: tuple[Task, ...] = ()
ANSWERS: tuple[Answer, ...] = (foreign_teachers_at,)
OUTCOMES: tuple[Action, ...] = ()
PROCEDURES: tuple[Procedure, ...] = ()
QUESTIONS: tuple[Question, ...] = ()
