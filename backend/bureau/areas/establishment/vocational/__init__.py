"""Vocational education: the majors of schools, and what their pupils come to (专业设置与职业教育成效)."""

from bureau.areas.establishment.vocational.employment import employment_rates
from bureau.areas.establishment.vocational.enterprise import cooperation, enterprise
from bureau.areas.establishment.vocational.graduate_outcome import graduate_outcome
from bureau.areas.establishment.vocational.interning import (
    approve_internship,
    begin_placement,
    close_internship,
    end_placement,
    file_internship,
    suspend_placement,
)
from bureau.areas.establishment.vocational.internship_plan import internship_plan
from bureau.areas.establishment.vocational.major_case import (
    approve_major,
    file_major,
    major_case,
    withdraw_major,
)
from bureau.areas.establishment.vocational.major_class import major_class, major_intake
from bureau.areas.establishment.vocational.placement import internship_placement
from bureau.areas.establishment.vocational.school_major import (
    drop_major,
    pause_major,
    propose_major,
    resume_major,
    school_major,
)
from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.machinery.approvals.procedure import Procedure, load_procedures

KINDS: tuple[Kind, ...] = (
    school_major,
    major_class,
    major_intake,
    major_case,
    enterprise,
    cooperation,
    internship_plan,
    internship_placement,
    graduate_outcome,
)
ACTIONS: tuple[Action, ...] = (
    propose_major,
    pause_major,
    resume_major,
    drop_major,
    approve_internship,
    file_internship,
    close_internship,
    begin_placement,
    suspend_placement,
    end_placement,
)
OUTCOMES: tuple[Action, ...] = (file_major, approve_major, withdraw_major)
"""What is done at the end of a procedure alone."""
PROCEDURES: tuple[Procedure, ...] = load_procedures("bureau.areas.establishment.vocational", KINDS, OUTCOMES)
QUESTIONS: tuple[Question, ...] = (employment_rates,)
