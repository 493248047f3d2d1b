"""Establishment and vocational education: how schools come to be and end, and what they teach (学校设置与职业教育)."""

from bureau.areas.establishment import private, vocational
from bureau.areas.establishment.changing import relocate_school, rename_as_approved
from bureau.areas.establishment.closure import close_school, resume_school, school_closure, suspend_school
from bureau.areas.establishment.demo import demos
from bureau.areas.establishment.establishment_case import approving_office, establishment_case
from bureau.areas.establishment.founding import (
    establish_compulsory_school,
    establish_kindergarten,
    establish_senior_school,
)
from bureau.areas.establishment.handover import begin_handover, handover_item, reopen_handover, settle_handover
from bureau.areas.establishment.lineage import school_lineage, school_series
from bureau.areas.establishment.proposal import propose_school, school_proposal
from bureau.areas.establishment.register import public_schools
from bureau.areas.establishment.reorganisation.approving import approve_merger, approve_split
from bureau.areas.establishment.reorganisation.commit import commit_reorganisation, reorganise_schools
from bureau.areas.establishment.reorganisation.planning import (
    plan_merger,
    plan_placement,
    plan_split,
    preview_reorganisation,
    preview_reorganised_schools,
)
from bureau.areas.establishment.reorganisation.run import (
    reorganisation,
    reorganisation_class,
    reorganisation_finding,
    reorganisation_part,
)
from bureau.areas.establishment.reorganisation.undoing import take_reorganisation_back, undo_reorganisation
from bureau.areas.establishment.succession import school_succession
from bureau.areas.establishment.vocational.demo import majors
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.kernel.words import Words
from bureau.machinery.approvals.opening import opening_verbs
from bureau.machinery.approvals.procedure import Procedure, load_procedures
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Establishment and vocational education", "学校设置与职业教育")

KINDS: tuple[Kind, ...] = (
    school_proposal,
    school_succession,
    school_closure,
    handover_item,
    reorganisation,
    reorganisation_part,
    reorganisation_class,
    reorganisation_finding,
    establishment_case,
    *private.KINDS,
    *vocational.KINDS,
)
ACTIONS: tuple[Action, ...] = (
    propose_school,
    begin_handover,
    settle_handover,
    reopen_handover,
    plan_merger,
    plan_split,
    plan_placement,
    preview_reorganisation,
    commit_reorganisation,
    undo_reorganisation,
    *private.ACTIONS,
    *vocational.ACTIONS,
)
OUTCOMES: tuple[Action, ...] = (
    establish_kindergarten,
    establish_compulsory_school,
    establish_senior_school,
    rename_as_approved,
    relocate_school,
    suspend_school,
    resume_school,
    close_school,
    approve_merger,
    approve_split,
    *private.OUTCOMES,
    *vocational.OUTCOMES,
)
"""What is done at the end of a procedure alone."""
REACTIONS: tuple[Reaction, ...] = private.REACTIONS
TASKS: tuple[Task, ...] = (
    preview_reorganised_schools,
    reorganise_schools,
    take_reorganisation_back,
    *private.TASKS,
)
ANSWERS: tuple[Answer, ...] = (approving_office, *private.ANSWERS)
PROCEDURES: tuple[Procedure, ...] = (
    *load_procedures("bureau.areas.establishment", KINDS, OUTCOMES),
    *private.PROCEDURES,
    *vocational.PROCEDURES,
)
DEMOS: tuple[Demo, ...] = (*demos({verb.name: verb for verb in opening_verbs(PROCEDURES)}), *private.DEMOS, majors)
QUESTIONS: tuple[Question, ...] = (
    school_lineage,
    school_series,
    public_schools,
    *vocational.QUESTIONS,
)
