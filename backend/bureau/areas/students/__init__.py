"""Students: what becomes of pupils between their entry and their leaving (学籍管理)."""

from bureau.areas.students.rollover.commit import commit_roll_over, roll_schools_over
from bureau.areas.students.rollover.preview import preview_roll_over, preview_schools
from bureau.areas.students.rollover.run import roll_over, roll_over_class, roll_over_finding, roll_over_line
from bureau.areas.students.rollover.settling import confirm_graduation, leave_out_of_roll_over
from bureau.areas.students.rollover.undoing import take_schools_back, undo_roll_over
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Student status", "学籍管理")

KINDS: tuple[Kind, ...] = (roll_over, roll_over_line, roll_over_class, roll_over_finding)
ACTIONS: tuple[Action, ...] = (
    preview_roll_over,
    leave_out_of_roll_over,
    confirm_graduation,
    commit_roll_over,
    undo_roll_over,
)
REACTIONS: tuple[Reaction, ...] = ()
DEMOS: tuple[Demo, ...] = ()
TASKS: tuple[Task, ...] = (preview_schools, roll_schools_over, take_schools_back)
ANSWERS: tuple[Answer, ...] = ()
