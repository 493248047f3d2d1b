"""Telling those who direct the work of units of tasks: its head and its registrar, or whoever else works there."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bureau.access.actors import grants_of
from bureau.kernel import rules
from bureau.kernel.words import Words
from bureau.machinery.notices.notice import Message, send
from bureau.machinery.tasks.assigned_task import AssignedTask, assigned_task
from bureau.storage.act import Act

_DIRECTING = frozenset({"director", "principal", "registrar"})
_OFFICERS = frozenset(term.role for term in rules.officers.terms)


class Heads:
    """Whom to tell at each unit."""

    def __init__(self, held: Iterable[tuple[int, int, str]]) -> None:
        self._directing: dict[int, set[int]] = defaultdict(set)
        self._others: dict[int, set[int]] = defaultdict(set)
        for account, unit, role in held:
            if role in _OFFICERS:
                (self._directing if role in _DIRECTING else self._others)[unit].add(account)

    def at(self, unit: int) -> set[int]:
        """The accounts of those who direct a unit's work; where there are none, of all its officers."""
        return self._directing.get(unit) or self._others.get(unit, set())


async def heads(act: Act) -> Heads:
    """Those who hold roles today."""
    return Heads((account, grant.unit, grant.role) for account, grant in await grants_of(act.store.database))


async def tell_units(
    act: Act, wanted: Sequence[tuple[AssignedTask, int]], words: Words, mark: object = "", known: Heads | None = None
) -> int:
    """Tell units of tasks, but not the actor; the same words with the same mark once. Returns how many were told."""
    known = known or await heads(act)
    messages = [
        Message(account, words, f"{assigned_task.type_name}:{task.id}", f"task:{task.id}:{act.verb}:{mark}")
        for task, unit in wanted
        for account in sorted(known.at(unit) - {act.actor.account})
    ]
    return await send(act.store, messages, act.tx)
