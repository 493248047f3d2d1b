"""Funds: where the money comes from, what schools are granted of it, and what of it helps pupils (经费与资助)."""

from bureau.areas.funds.appropriation import appropriation
from bureau.areas.funds.award import (
    aid_award,
    move_aid_with_its_pupils,
    stop_aid_award,
    stop_aid_of_those_who_left,
)
from bureau.areas.funds.demo import aid, money
from bureau.areas.funds.programme import aid_programme
from bureau.areas.funds.source import fund_source
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Funds and aid", "经费与资助")

KINDS: tuple[Kind, ...] = (fund_source, appropriation, aid_programme, aid_award)
ACTIONS: tuple[Action, ...] = (stop_aid_award,)
REACTIONS: tuple[Reaction, ...] = (stop_aid_of_those_who_left, move_aid_with_its_pupils)
DEMOS: tuple[Demo, ...] = (money, aid)
TASKS: tuple[Task, ...] = ()
ANSWERS: tuple[Answer, ...] = ()
