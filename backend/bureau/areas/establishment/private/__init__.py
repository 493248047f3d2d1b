"""Private schools: who runs them, their licences, how they come to be, change hands and end (民办教育)."""

from bureau.areas.establishment.private.answering import (
    licence_bars,
    note_failures,
    note_referrals,
    refuse_turning_private,
)
from bureau.areas.establishment.private.area import private_enrolment_areas
from bureau.areas.establishment.private.changing import (
    amend_licence,
    change_organiser,
    renew_licence,
    revoke_licence,
)
from bureau.areas.establishment.private.demo import private_schools
from bureau.areas.establishment.private.licence import filed_account, licence, licence_event
from bureau.areas.establishment.private.organiser import (
    credit_entry,
    note_unqualified,
    note_violation,
    organiser,
)
from bureau.areas.establishment.private.private_case import end_decision, private_school_case, time_decision
from bureau.areas.establishment.private.project import (
    establish_private_school,
    prepare_private_school,
    private_project,
    register_private_project,
)
from bureau.areas.establishment.private.register import public_licence, publish_licences
from bureau.areas.establishment.private.school_change import change_private_school
from bureau.areas.establishment.private.sweeping import sweep_licences
from bureau.areas.establishment.private.termination import (
    announce_termination,
    approve_termination,
    complete_termination,
    note_termination_step,
    termination,
)
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.machinery.approvals.procedure import Procedure, load_procedures
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

KINDS: tuple[Kind, ...] = (
    organiser,
    credit_entry,
    private_project,
    licence,
    licence_event,
    filed_account,
    termination,
    public_licence,
    private_school_case,
)
ACTIONS: tuple[Action, ...] = (
    register_private_project,
    note_unqualified,
    note_violation,
    amend_licence,
    revoke_licence,
    announce_termination,
    note_termination_step,
    complete_termination,
)
OUTCOMES: tuple[Action, ...] = (
    prepare_private_school,
    establish_private_school,
    change_organiser,
    change_private_school,
    renew_licence,
    approve_termination,
)
REACTIONS: tuple[Reaction, ...] = (
    publish_licences,
    time_decision,
    end_decision,
    note_failures,
    note_referrals,
    refuse_turning_private,
)
TASKS: tuple[Task, ...] = (sweep_licences,)
ANSWERS: tuple[Answer, ...] = (licence_bars, private_enrolment_areas)
PROCEDURES: tuple[Procedure, ...] = load_procedures("bureau.areas.establishment.private", KINDS, OUTCOMES)
DEMOS: tuple[Demo, ...] = (private_schools,)
