"""Telling accounts of a record: those whom a rule lets act on it, and whoever asked for it."""

from collections import defaultdict
from collections.abc import Iterable

from bureau.access.actors import grants_of
from bureau.kernel.actor import Actor, Grant
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.kernel.words import Words
from bureau.machinery.notices.notice import Message, send
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.rights import may_act


async def accounts_with(act: Act, rule: Rule, kind: Kind, record: Record) -> list[int]:
    """The accounts, without the actor's own, that `rule` lets act on a record."""
    held: dict[int, list[Grant]] = defaultdict(list)
    for account, grant in await grants_of(act.store.database):
        held[account].append(grant)
    held.pop(act.actor.account or 0, None)
    return [one for one, grants in held.items() if may_act(Actor(one, "", tuple(grants)), kind, rule, record)]


async def tell(
    act: Act, kind: Kind, record: Record, accounts: Iterable[int], words: Words, mark: object = None
) -> None:
    """Send a notice of a record, once for each verb, and each mark where the verb may be used again."""
    subject = f"{kind.type_name}:{record.id}"
    key = ":".join(map(str, (subject, act.verb, *(() if mark is None else (mark,)))))
    await send(act.store, [Message(one, words, subject, key) for one in accounts], act.tx)
