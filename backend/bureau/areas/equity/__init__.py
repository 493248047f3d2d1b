"""Balance and equity: the zones by which children enter a school near by (均衡与公平)."""

from bureau.areas.equity.demo import zones
from bureau.areas.equity.drawing import (
    draw_zones_in_drafts,
    keep_addresses_apart,
    keep_published_plans,
    name_schools_in_drafts,
)
from bureau.areas.equity.looking_up import zone_of, zone_roads
from bureau.areas.equity.problems import zone_problems
from bureau.areas.equity.publishing import publish_zone_plan, revise_zone_plan
from bureau.areas.equity.school_zone import school_zone, zone_school
from bureau.areas.equity.zone_address import known_address, zone_address
from bureau.areas.equity.zone_plan import draw_zones, zone_plan
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
from bureau.kernel.words import Words
from bureau.machinery.approvals.procedure import Procedure
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Balance and equity", "均衡与公平")

KINDS: tuple[Kind, ...] = (zone_plan, school_zone, zone_school, zone_address, known_address)
ACTIONS: tuple[Action, ...] = (draw_zones, publish_zone_plan, revise_zone_plan)
REACTIONS: tuple[Reaction, ...] = (
    keep_published_plans,
    draw_zones_in_drafts,
    name_schools_in_drafts,
    keep_addresses_apart,
)
DEMOS: tuple[Demo, ...] = (zones,)
TASKS: tuple[Task, ...] = ()
ANSWERS: tuple[Answer, ...] = ()
OUTCOMES: tuple[Action, ...] = ()
PROCEDURES: tuple[Procedure, ...] = ()
QUESTIONS: tuple[Question, ...] = (zone_of, zone_roads, zone_problems)
