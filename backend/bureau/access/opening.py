"""An opening: a director, who sees no persons, opens their records for a purpose and for a while (查阅登记)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from bureau.access.account import Account
from bureau.access.reveal import PURPOSE, REASON
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.actor import Grant
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Coded, Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import OPENED
from bureau.kernel.words import Words
from bureau.storage.act import Act
from bureau.storage.database import Database
from bureau.storage.record import Record

WORDS = Words("Director who has opened persons", "局领导（已登记查阅事由）")
"""What the role is called that a director has meanwhile."""

_DIRECTOR = "director"


class PersonOpening(Record):
    """That a director opened the records of persons where they direct, what for, and until when.

    Meanwhile they see them as the staff there do, and every read is logged as theirs.
    """

    account = One(Account, "Account", "账户", back=("openings", "Openings", "查阅登记"))
    purpose = Coded(PURPOSE.table, "Purpose", "用途")
    reason = Text(REASON.size, "Reason", "事由")
    opened_at = Moment("Opened at", "开始时间")
    until = Moment("Until", "截止时间")
    ended_at = Moment("Ended at", "结束时间").optional()


person_opening = Kind(
    PersonOpening,
    label=("Person opening", "Person openings", "查阅登记"),
    owner="account",
    read=rules.owner | rules.security_admin | rules.audit_admin,
    title=("account.display_name", "purpose", "opened_at"),
    list=("account.username", "purpose", "reason", "opened_at", "until", "ended_at"),
    order=("opened_at",),
    filter=("opened_at", "until", "purpose"),
    group=("purpose",),
)


@action(person_opening, rules.director, label=("Open persons", "登记查阅"))
async def open_persons(
    act: Act,
    *,
    purpose: Annotated[str, PersonOpening.purpose],
    reason: Annotated[str, PersonOpening.reason],
) -> PersonOpening:
    """Open the records of persons where you direct, for some minutes; those who keep rights and trails see it."""
    if await act.hold_all(PersonOpening, account_id=act.actor.account, ended_at__isnull=True, until__gt=act.tx.now()):
        raise refuse(Code.DUPLICATE, kind=person_opening.words)
    lasts = timedelta(minutes=act.store.database.settings.opening_minutes)
    return await act.create(
        PersonOpening, purpose=purpose, reason=reason, opened_at=act.tx.now(), until=act.tx.now() + lasts
    )


@action(person_opening, rules.owner, label=("Close persons", "结束查阅"))
async def close_persons(act: Act, opening: PersonOpening) -> PersonOpening:
    """Close what you opened before its time is over; within seconds."""
    if opening.ended_at is not None or opening.until <= act.tx.now():
        raise refuse(Code.ENDED, "id", kind=person_opening.words)
    return await act.change(opening, ended_at=act.tx.now())


async def opened_by(database: Database, account: int, grants: Sequence[Grant]) -> tuple[Grant, ...]:
    """What a director holds besides their grants, where they have opened persons."""
    directing = [grant for grant in grants if grant.role == _DIRECTOR]
    rows = await database.readers.fetch(_OPEN, [account, database.clock.now()], steady=True) if directing else ()
    return tuple(replace(grant, role=OPENED, basis=reason) for (reason,) in map(tuple, rows) for grant in directing)


_OPEN = """
SELECT reason FROM person_opening WHERE account_id = $1 AND until > $2 AND ended_at IS NULL AND void_reason IS NULL
ORDER BY id LIMIT 1"""
