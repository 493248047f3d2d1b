"""Telling units of inspections: those who direct their work."""

from collections.abc import Sequence

from bureau.kernel.words import Words
from bureau.machinery.inspections.inspection import Inspection, InspectionMember, inspection
from bureau.machinery.notices.notice import Message, send
from bureau.machinery.tasks.telling import Heads, heads
from bureau.storage.act import Act


async def tell_units(
    act: Act,
    wanted: Sequence[tuple[Inspection, int]],
    words: Words,
    mark: object = "",
    known: Heads | None = None,
) -> int:
    """Tell units of inspections, but not the actor; the same words with the same mark once. How many were told."""
    known = known or await heads(act)
    told = [(one, account) for one, unit in wanted for account in sorted(known.at(unit) - {act.actor.account})]
    return await send(act.store, [_message(act, one, account, words, mark) for one, account in told], act.tx)


async def tell_team(act: Act, one: Inspection, words: Words, mark: object = "") -> int:
    """Tell those of the team, but not the actor."""
    team = InspectionMember.filter(inspection_id=one.id, aside_on__isnull=True, void_reason__isnull=True)
    accounts = {member.__dict__["account_id"] for member in await team} - {act.actor.account}
    return await send(act.store, [_message(act, one, account, words, mark) for account in sorted(accounts)], act.tx)


def _message(act: Act, one: Inspection, account: int, words: Words, mark: object) -> Message:
    return Message(account, words, f"{inspection.type_name}:{one.id}", f"inspection:{one.id}:{act.verb}:{mark}")
