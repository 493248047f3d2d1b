"""What many areas share: jobs, notices, files, imports, exports, what is told of registers, our reference data."""

from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.kind import Kind
from bureau.machinery import files
from bureau.machinery.duplicates import find_duplicates
from bureau.machinery.imports.remembered import import_mapping
from bureau.machinery.imports.run import import_finding, import_run
from bureau.machinery.imports.running import import_file, import_rows
from bureau.machinery.imports.undoing import undo_import, undo_rows
from bureau.machinery.jobs.job import cancel_job, job
from bureau.machinery.jobs.task import Task
from bureau.machinery.notices.notice import mark_notice_read, notice
from bureau.machinery.notices.reminding import send_reminders
from bureau.machinery.reconcile.difference import (
    accept_difference,
    acknowledge_difference,
    reconciliation_difference,
)
from bureau.machinery.reconcile.run import reconciliation_run
from bureau.storage.tables import Table

KINDS: tuple[Kind, ...] = (
    job,
    notice,
    *files.KINDS,
    import_mapping,
    import_run,
    import_finding,
    reconciliation_run,
    reconciliation_difference,
)

ACTIONS: tuple[Action, ...] = (
    cancel_job,
    mark_notice_read,
    import_file,
    undo_import,
    acknowledge_difference,
    accept_difference,
)

TASKS: tuple[Task, ...] = (send_reminders, find_duplicates, import_rows, undo_rows)

REACTIONS: tuple[Reaction, ...] = files.REACTIONS

TABLES: tuple[Table, ...] = files.TABLES
