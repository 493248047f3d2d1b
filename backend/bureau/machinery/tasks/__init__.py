"""Assigned tasks: issued from above, signed for, reported on, submitted and accepted, with a lamp for each (督办)."""

from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task
from bureau.machinery.tasks.assigned_task import assigned_task, task_party
from bureau.machinery.tasks.demo import assigned
from bureau.machinery.tasks.doing import report_task, sign_task, submit_task
from bureau.machinery.tasks.extension import decide_extension, extend_task, task_extension
from bureau.machinery.tasks.issuing import hand_on_task, issue_task
from bureau.machinery.tasks.judging import accept_task, close_task, remind_task, return_task
from bureau.machinery.tasks.sweeping import sweep_tasks
from bureau.machinery.tasks.task_report import task_report

KINDS: tuple[Kind, ...] = (assigned_task, task_party, task_report, task_extension)

ACTIONS: tuple[Action, ...] = (
    issue_task,
    hand_on_task,
    sign_task,
    report_task,
    submit_task,
    accept_task,
    return_task,
    extend_task,
    decide_extension,
    remind_task,
    close_task,
)

TASKS: tuple[Task, ...] = (sweep_tasks,)

DEMOS: tuple[Demo, ...] = (assigned,)
