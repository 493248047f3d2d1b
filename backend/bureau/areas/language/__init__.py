"""Language: the tests of Putonghua, their results, and who is below the level that the post asks for (语言文字)."""

from bureau.areas.language.calendar import settle_standings
from bureau.areas.language.demo import standings
from bureau.areas.language.result import review_test_result, test_result
from bureau.areas.language.session import test_session
from bureau.areas.language.settling import post_asks, result_counts, teacher_stands_elsewhere
from bureau.areas.language.standing import putonghua_standing
from bureau.kernel.action import Action
from bureau.kernel.event import Reaction
from bureau.kernel.fact import Answer
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.demo.areas import Demo
from bureau.machinery.jobs.task import Task

WORDS = Words("Language", "语言文字")

KINDS: tuple[Kind, ...] = (test_session, test_result, putonghua_standing)
ACTIONS: tuple[Action, ...] = (review_test_result,)
REACTIONS: tuple[Reaction, ...] = (post_asks, result_counts, teacher_stands_elsewhere)
DEMOS: tuple[Demo, ...] = (standings,)
TASKS: tuple[Task, ...] = (settle_standings,)
ANSWERS: tuple[Answer, ...] = ()
