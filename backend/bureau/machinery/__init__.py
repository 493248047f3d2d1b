"""What many areas share: jobs, notices, files, imports and exports, and the product's own reference data."""

from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.kind import Kind
from bureau.machinery import files
from bureau.machinery.imports.remembered import import_mapping
from bureau.machinery.jobs.job import cancel_job, job
from bureau.machinery.jobs.task import Task
from bureau.machinery.notices.notice import mark_notice_read, notice
from bureau.machinery.notices.reminding import send_reminders
from bureau.storage.tables import Table

KINDS: tuple[Kind, ...] = (import_mapping, job, notice, *files.KINDS)

ACTIONS: tuple[Action, ...] = (cancel_job, mark_notice_read)

TASKS: tuple[Task, ...] = (send_reminders,)

REACTIONS: tuple[Reaction, ...] = files.REACTIONS

TABLES: tuple[Table, ...] = files.TABLES
