"""The spine every area hangs from: divisions, units, schools, classes, persons, students, guardians, teachers."""

from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.registry.campus import campus
from bureau.registry.division import division
from bureau.registry.duplicate_candidate import duplicate_candidate, judge_duplicate
from bureau.registry.enrolment import enrolment, register_student
from bureau.registry.guardianship import add_guardian, guardianship
from bureau.registry.identity_problem import identity_problem, report_problem, settle_problem
from bureau.registry.person import person
from bureau.registry.person_merge import merge_persons, person_merge, undo_merge
from bureau.registry.post import post
from bureau.registry.record_check import record_check
from bureau.registry.school import school
from bureau.registry.school_class import school_class
from bureau.registry.school_lineage import change_school_code, rename_school
from bureau.registry.school_stage import school_stage
from bureau.registry.school_year import school_year
from bureau.registry.student import student
from bureau.registry.teacher import register_teacher, teacher
from bureau.registry.teacher_study import teacher_study
from bureau.registry.term import close_term, reopen_term, term
from bureau.registry.unit import former_code, former_name, office, unit
from bureau.storage.codes import code_entry

WORDS = Words("Registers", "基础登记")

KINDS: tuple[Kind, ...] = (
    code_entry,
    division,
    school_year,
    term,
    unit,
    office,
    former_code,
    former_name,
    person,
    school,
    campus,
    school_stage,
    teacher,
    post,
    teacher_study,
    record_check,
    school_class,
    student,
    enrolment,
    guardianship,
    person_merge,
    duplicate_candidate,
    identity_problem,
)
ACTIONS: tuple[Action, ...] = (
    close_term,
    reopen_term,
    rename_school,
    change_school_code,
    register_teacher,
    register_student,
    add_guardian,
    merge_persons,
    undo_merge,
    judge_duplicate,
    report_problem,
    settle_problem,
)
