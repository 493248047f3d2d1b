"""Letters: mails whose time has come, which is when it shows whether they are still needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bureau.machinery.delivery.mail.mail import MailSort
from bureau.machinery.delivery.mail.mail_address import AddressState, MailChoice
from bureau.machinery.notices.notice import NoticeState
from bureau.storage.sql import among, moment_of
from bureau.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that is to be sent now."""

    id: int
    sort: MailSort
    key: str
    owner: int
    to: int
    """The id of its address."""
    target: str
    """The digest of what that address was when it was written."""
    address: str
    is_chinese: bool
    made_at: datetime
    attempts: int
    """How many were made, this one with them."""
    mark: str
    """The mark of the code that it brings; empty for others."""
    subjects: tuple[str | None, ...]
    """The records that the notices it tells of are about, as the API writes their ids; None for a notice of nothing."""
    is_needed: bool


async def letters(tx: Transaction, ids: Sequence[int]) -> list[Letter]:
    """The letters of mails, in the order of their ids."""
    of, values = among(tx.dialect, "m.id", ids)
    rows = await tx.fetch(f"{_MAILS} WHERE {of} ORDER BY m.id", *values)
    return [_letter(row, await _subjects(tx, row)) for row in rows]


async def _subjects(tx: Transaction, row: Any) -> tuple[str | None, ...]:
    """What the notices are about that a mail tells of and that nobody has read."""
    if row["sort"] == MailSort.DIGEST:
        times = [moment_of(row[name]) for name in ("covers_from", "covers_until")]
        return tuple(subject for (subject,) in map(tuple, await tx.fetch(_UNREAD, row["owner_id"], *times)))
    return (row["subject"],) if row["notice_state"] == NoticeState.UNREAD else ()


def _letter(row: Any, subjects: tuple[str | None, ...]) -> Letter:
    sort, state, mark = MailSort[row["sort"]], row["state"], row["mark"] or ""
    if sort is MailSort.CODE:
        is_needed = state == AddressState.UNVERIFIED and mark == row["code_mark"]
    else:
        choice = MailChoice.EACH if sort is MailSort.NOTICE else MailChoice.DAILY
        is_needed = state == AddressState.VERIFIED and row["wanted"] == choice and bool(subjects)
    return Letter(
        id=row["id"],
        sort=sort,
        key=row["key"],
        owner=row["owner_id"],
        to=row["to_id"],
        target=row["target"],
        address=row["address"] or "",
        is_chinese=row["language"] == "ZH",
        made_at=moment_of(row["made_at"]),
        attempts=row["attempts"],
        mark=mark,
        subjects=subjects,
        is_needed=is_needed and bool(row["address"]),
    )


_MAILS = """
SELECT m.id, m.sort, m.key, m.owner_id, m.to_id, m.target, m.mark, m.made_at, m.attempts, m.covers_from, m.covers_until,
    a.address, a.state, a.wanted, a.language, a.code_mark, n.subject, n.state AS notice_state
FROM mail m JOIN mail_address a ON a.id = m.to_id LEFT JOIN notice n ON n.id = m.notice_id"""

_UNREAD = f"""
SELECT subject FROM notice
WHERE owner_id = $1 AND sent_at > $2 AND sent_at <= $3 AND state = '{NoticeState.UNREAD}' AND void_reason IS NULL
ORDER BY sent_at, id"""
