"""Inspections: units looked at under a scheme, scored, given a result, and held to put right what was found (检查)."""

from bureau.kernel.action import Action
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.machinery.inspections.bar import late_rectification
from bureau.machinery.inspections.checking import (
    begin_document_check,
    begin_site_check,
    hand_in_self_report,
    return_self_report,
)
from bureau.machinery.inspections.course import inspection_entry
from bureau.machinery.inspections.evidence import attach_to_inspection, inspection_file
from bureau.machinery.inspections.finding import add_finding, inspection_finding
from bureau.machinery.inspections.inspection import inspection, inspection_member, inspection_round
from bureau.machinery.inspections.opening import assign_inspectors, open_inspection_round
from bureau.machinery.inspections.published import published_inspection
from bureau.machinery.inspections.rectifying import (
    extend_rectification,
    fail_recheck,
    hand_in_rectification,
    order_rectification,
    pass_recheck,
    refer_inspection,
)
from bureau.machinery.inspections.resulting import (
    amend_inspection_result,
    defend_inspection,
    give_inspection_result,
    publish_inspection,
    publish_round,
)
from bureau.machinery.inspections.scheme import inspection_item, inspection_scheme
from bureau.machinery.inspections.scoring import inspection_score, score_inspection
from bureau.machinery.inspections.sweeping import sweep_inspections
from bureau.machinery.inspections.team import step_aside
from bureau.machinery.jobs.task import Task

KINDS: tuple[Kind, ...] = (
    inspection_scheme,
    inspection_item,
    inspection_round,
    inspection,
    inspection_member,
    inspection_score,
    inspection_finding,
    inspection_entry,
    inspection_file,
    published_inspection,
)

ACTIONS: tuple[Action, ...] = (
    open_inspection_round,
    assign_inspectors,
    publish_round,
    hand_in_self_report,
    return_self_report,
    begin_document_check,
    begin_site_check,
    score_inspection,
    add_finding,
    give_inspection_result,
    defend_inspection,
    amend_inspection_result,
    publish_inspection,
    order_rectification,
    extend_rectification,
    hand_in_rectification,
    pass_recheck,
    fail_recheck,
    refer_inspection,
    step_aside,
    attach_to_inspection,
)

TASKS: tuple[Task, ...] = (sweep_inspections,)

ANSWERS: tuple[Answer, ...] = (late_rectification,)
