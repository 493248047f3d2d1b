"""Reminding: every morning those nearest to what runs out are told of it, each once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, time
from functools import partial

from bureau.access.actors import grants_of
from bureau.kernel.actor import Grant
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level, Rule
from bureau.kernel.words import Words
from bureau.machinery.jobs.asking import last_day
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.notices.notice import Message, send
from bureau.machinery.reminders import Reminder, due
from bureau.storage.readers import Readers
from bureau.storage.sql import DialectName, among
from bureau.storage.tables import scope_columns

AT_ONCE = 500
"""Reminders that are sent in one step."""


@task(daily=time(6))
async def send_reminders(run: Run) -> Words:
    """Tell those concerned of what runs out: whoever is to be told at the unit it belongs to; where there is nobody, at
    its county's bureau; and at the city's where there is nobody either.
    """
    readers, day = run.store.database.readers, run.day
    found = await due(readers, run.store.kinds, day, await last_day(run.store, send_reminders, run.due_at))
    officers = Officers(await grants_of(run.store.database))
    run.total, sent = len(found), 0
    for start in range(0, len(found), AT_ONCE):
        part = found[start : start + AT_ONCE]
        messages = [
            m
            for one, place in zip(part, await _places(readers, part, run.store.database.dialect), strict=True)
            for m in _messages(one, day, officers.nearest(one.clock.tell, *place))
        ]
        run.done = start + len(part)
        sent += await run.step(partial(send, run.store, messages))
    return Words(f"{sent} reminders sent.", f"已发送 {sent} 条到期提醒。")


class Officers:
    """Who holds which role where."""

    def __init__(self, grants: Iterable[tuple[int, Grant]]) -> None:
        self._of: dict[tuple[Level, int], list[tuple[int, Grant]]] = defaultdict(list)
        self._city: list[tuple[int, Grant]] = []
        for account, grant in grants:
            if grant.level is Level.CITY:
                self._city.append((account, grant))
            else:
                self._of[grant.level, grant.unit].append((account, grant))

    def nearest(self, rule: Rule, county: int | None, unit: int | None) -> set[int]:
        """The accounts that `rule` admits at a unit; of its county where the unit has none; of the city otherwise."""
        for there in (
            self._of.get((Level.UNIT, unit or 0), ()),
            self._of.get((Level.COUNTY, county or 0), ()),
            self._city,
        ):
            if found := {account for account, grant in there if _admits(rule, grant)}:
                return found
        return set()


async def _places(
    readers: Readers, reminders: Sequence[Reminder], dialect: DialectName
) -> list[tuple[int | None, int | None]]:
    """The county and the unit that each of the records belongs to."""
    found: dict[tuple[Kind, int], tuple[int | None, int | None]] = {}
    for kind in {one.kind for one in reminders}:
        columns = scope_columns(kind)
        if columns is None:
            continue
        of, ids = among(dialect, "id", [one.record_id for one in reminders if one.kind is kind])
        for identity, county, unit in await readers.fetch(
            f"SELECT id, {', '.join(columns)} FROM {kind.table} WHERE {of}", ids
        ):
            found[kind, identity] = (county, unit)
    return [found.get((one.kind, one.record_id), (None, None)) for one in reminders]


def _messages(one: Reminder, day: date, accounts: Iterable[int]) -> list[Message]:
    field = one.kind.fields[one.clock.path.partition(".")[0]]
    left = (one.ends_on - day).days
    words = Words(
        f"{one.kind.words.en}, {field.words.en.lower()}: it ends on {one.ends_on}, {left} days from now.",
        f"{one.kind.words.zh}的{field.words.zh}将于 {one.ends_on} 到期，还有 {left} 天。",
    )
    key = ":".join(map(str, ("reminder", *one.key)))
    return [Message(account, words, f"{one.kind.type_name}:{one.record_id}", key) for account in accounts]


def _admits(rule: Rule, grant: Grant) -> bool:
    return any(term.role == grant.role and grant.level in term.levels for term in rule.terms)
