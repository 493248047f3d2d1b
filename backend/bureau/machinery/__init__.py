"""What many areas share: jobs, notices, files, cases, inspections, documents, tasks, imports, exports, trails."""

from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery import documents, files, inspections, tasks
from bureau.machinery.approvals.case import case, case_party
from bureau.machinery.approvals.case_entry import case_entry
from bureau.machinery.approvals.case_file import case_file
from bureau.machinery.approvals.case_step import case_opinion, case_step
from bureau.machinery.approvals.deciding import decide_case
from bureau.machinery.approvals.filing import add_case_files, remove_case_file
from bureau.machinery.approvals.handling import delegate_case, pause_case, resume_case, return_case, withdraw_case
from bureau.machinery.approvals.objections import answer_objections, case_objection
from bureau.machinery.approvals.recusal import case_recusal
from bureau.machinery.approvals.standing import open_cases
from bureau.machinery.approvals.standing_aside import recuse_case
from bureau.machinery.approvals.sweeping import sweep_cases
from bureau.machinery.calendars.calendar_day import calendar_day
from bureau.machinery.clear_exports.clear_export import (
    approve_clear_export,
    clear_export,
    expire_clear_exports,
    refuse_clear_export,
    request_clear_export,
    withdraw_clear_export,
)
from bureau.machinery.clear_exports.making import make_clear_export, make_clear_file
from bureau.machinery.data_subjects.copy import copy_subject_records, make_subject_copy, subject_copy
from bureau.machinery.data_subjects.erasure import carry_out_erasure, erasure, propose_erasure, refuse_erasure
from bureau.machinery.data_subjects.request import (
    answer_subject_request,
    open_person_request,
    open_pupil_request,
    open_teacher_request,
    refuse_subject_request,
    subject_request,
    withdraw_subject_request,
)
from bureau.machinery.delivery.hooks.handling import (
    create_webhook,
    pause_webhook,
    resume_webhook,
    send_test_message,
    switch_webhook_off,
    update_webhook,
)
from bureau.machinery.delivery.hooks.webhook import webhook
from bureau.machinery.delivery.hooks.webhook_delivery import clear_deliveries, redeliver, webhook_delivery
from bureau.machinery.delivery.hooks.webhook_secret import WEBHOOK_SECRET
from bureau.machinery.delivery.mail.choosing import (
    choose_mails,
    remove_mail_address,
    send_mail_code,
    set_mail_address,
)
from bureau.machinery.delivery.mail.mail import mail
from bureau.machinery.delivery.mail.mail_address import mail_address
from bureau.machinery.delivery.mail.posting import post_notices, send_digests
from bureau.machinery.demo.areas import Demo
from bureau.machinery.duplicates import find_duplicates
from bureau.machinery.figures.figure import figure
from bureau.machinery.figures.publishing import publish_figures
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
from bureau.machinery.saved_view import saved_view
from bureau.machinery.trails.report import (
    list_accesses,
    list_breach,
    list_who_looked,
    make_trail_report,
    search_trails,
    trail_report,
)
from bureau.storage.tables import Table

WORDS = Words("Shared services", "公共服务")

KINDS: tuple[Kind, ...] = (
    job,
    notice,
    saved_view,
    mail_address,
    mail,
    webhook,
    webhook_delivery,
    *files.KINDS,
    import_mapping,
    import_run,
    import_finding,
    reconciliation_run,
    reconciliation_difference,
    clear_export,
    trail_report,
    subject_request,
    subject_copy,
    erasure,
    figure,
    calendar_day,
    case,
    case_party,
    case_step,
    case_opinion,
    case_entry,
    case_file,
    case_objection,
    *documents.KINDS,
    *tasks.KINDS,
    case_recusal,
    *inspections.KINDS,
)

ACTIONS: tuple[Action, ...] = (
    cancel_job,
    mark_notice_read,
    set_mail_address,
    send_mail_code,
    choose_mails,
    remove_mail_address,
    create_webhook,
    update_webhook,
    pause_webhook,
    resume_webhook,
    switch_webhook_off,
    send_test_message,
    redeliver,
    import_file,
    undo_import,
    acknowledge_difference,
    accept_difference,
    request_clear_export,
    approve_clear_export,
    refuse_clear_export,
    withdraw_clear_export,
    make_clear_export,
    list_accesses,
    list_breach,
    search_trails,
    list_who_looked,
    open_pupil_request,
    open_teacher_request,
    open_person_request,
    answer_subject_request,
    refuse_subject_request,
    withdraw_subject_request,
    copy_subject_records,
    propose_erasure,
    carry_out_erasure,
    refuse_erasure,
    decide_case,
    return_case,
    withdraw_case,
    delegate_case,
    pause_case,
    resume_case,
    recuse_case,
    answer_objections,
    add_case_files,
    remove_case_file,
    *documents.ACTIONS,
    *tasks.ACTIONS,
    *inspections.ACTIONS,
)

TASKS: tuple[Task, ...] = (
    send_reminders,
    send_digests,
    clear_deliveries,
    find_duplicates,
    import_rows,
    undo_rows,
    make_clear_file,
    make_trail_report,
    make_subject_copy,
    publish_figures,
    expire_clear_exports,
    sweep_cases,
    *tasks.TASKS,
    *inspections.TASKS,
)

REACTIONS: tuple[Reaction, ...] = (*files.REACTIONS, post_notices)

ANSWERS: tuple[Answer, ...] = (open_cases, *inspections.ANSWERS)

DEMOS: tuple[Demo, ...] = (*documents.DEMOS, *tasks.DEMOS)

TABLES: tuple[Table, ...] = (*files.TABLES, WEBHOOK_SECRET)
