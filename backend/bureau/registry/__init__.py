"""The spine every area hangs from: divisions, units, schools, persons, students and their enrolments,
teachers and their posts.
"""

from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.registry.division import division
from bureau.registry.enrolment import enrolment, register_student
from bureau.registry.person import person
from bureau.registry.post import post
from bureau.registry.school import school
from bureau.registry.student import student
from bureau.registry.teacher import register_teacher, teacher
from bureau.registry.unit import office, unit
from bureau.storage.codes import code_entry

KINDS: tuple[Kind, ...] = (code_entry, division, unit, office, person, school, student, enrolment, teacher, post)
ACTIONS: tuple[Action, ...] = (register_student, register_teacher)
