"""Mailing: what waits in the box goes to the server, each mail once, tried again where that may help.

Mails are taken under a lease; the outcome of each is written before the next is sent. So a process that dies leaves one
mail in doubt at the most, and that is sent again under its Message-ID.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bureau.kernel.words import Words
from bureau.machinery.delivery.mail.letter import Letter, letters
from bureau.machinery.delivery.mail.mail import MailState
from bureau.machinery.delivery.mail.mail_address import AddressState, MailAddress
from bureau.machinery.delivery.mail.server import Answer, Broken, Send, connected
from bureau.machinery.delivery.mail.wording import Wording
from bureau.machinery.delivery.pauses import number, pause_after
from bureau.machinery.notices.notice import Message, send
from bureau.storage.act import Act
from bureau.storage.sql import among
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

log = structlog.get_logger()

AT_ONCE = 20
"""Mails that are taken for one connection."""
REST = timedelta(seconds=30)
"""How long a process leaves a server alone that it could not speak to."""

_SET_ASIDE = Words(
    "Mails to your address are refused for good; it was set aside. Give another on the page of your account.",
    "发往您邮箱的邮件多次被退回，该邮箱已停用，请在“我的账户”页面重新设置。",
)
_WAITING = "next_at <= $1 AND state IN ('WAITING', 'SENDING')"


class Mailing:
    """Sends the mails of one bureau; several processes may, and each mail is one's at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._database = store.database
        self._settings = store.database.settings
        self._rests_until: datetime | None = None

    async def turn(self) -> int:
        """Send what is due over one connection; how many mails were taken for it."""
        now, server = self._database.clock.now(), self._settings.mail_server
        if server is None or (self._rests_until and now < self._rests_until):
            return 0
        if not await self._database.readers.fetch(f"SELECT 1 FROM mail WHERE {_WAITING} LIMIT 1", [now]):
            return 0
        due = await self._database.transaction(self._take)
        if due:
            try:
                async with connected(server, self._settings.smtp_seconds) as sending:
                    await self._send_all(due, sending)
            except Broken as broken:
                await self._put_off(due, str(broken))
        return len(due)

    async def _take(self, tx: Transaction) -> list[Letter]:
        """The letters that have waited longest, leased; what is no longer needed is dropped."""
        skip = "FOR UPDATE SKIP LOCKED" if tx.dialect == "postgres" else ""
        rows = await tx.fetch(
            "UPDATE mail SET state = 'SENDING', attempts = attempts + 1, next_at = $2, version = version + 1"
            f" WHERE id IN (SELECT id FROM mail WHERE {_WAITING} ORDER BY next_at, id LIMIT {AT_ONCE} {skip})"
            " RETURNING id",
            tx.now(),
            self._lease(tx),
        )
        found = await letters(tx, [row[0] for row in rows]) if rows else []
        for letter in found:
            if not letter.is_needed:
                await self._end(tx, letter, MailState.DROPPED)
        return [letter for letter in found if letter.is_needed]

    async def _send_all(self, due: list[Letter], sending: Send) -> None:
        """Send letters one after the other; those whose outcome was written leave the list."""
        kinds = {kind.type_name: kind for kind in self._store.kinds}
        wording = Wording(self._settings, self._store.keyring, kinds)
        while due:
            letter = due[0]
            try:
                answer = await sending(wording.message(letter), letter.address)
            except Broken as broken:
                answer = Answer("later", str(broken))
                await self._note(letter, answer, ())
                due.pop(0)
                await self._release(due)
                due.clear()
                raise
            await self._note(letter, answer, due[1:])
            due.pop(0)

    async def _note(self, letter: Letter, answer: Answer, others: Sequence[Letter]) -> None:
        """Write what became of a letter, and go on holding the others."""

        async def work(tx: Transaction) -> None:
            if answer.verdict == "taken":
                await self._end(tx, letter, MailState.SENT)
                await tx.fetch("UPDATE mail_address SET refusals = 0 WHERE id = $1 AND refusals > 0", letter.to)
            else:
                await self._failed(tx, letter, answer)
            if others:
                of, ids = among(tx.dialect, "id", [other.id for other in others])
                lease = f"${len(ids) + 1}"
                await tx.fetch(
                    f"UPDATE mail SET next_at = {lease} WHERE {of} AND state = 'SENDING'", *ids, self._lease(tx)
                )

        await self._database.transaction(work)

    async def _failed(self, tx: Transaction, letter: Letter, answer: Answer) -> None:
        pause = pause_after("mail", letter.attempts, tx.clock.today()) if answer.verdict == "later" else None
        if pause is None:
            await self._end(tx, letter, MailState.FAILED, answer.said)
        else:
            sql = "UPDATE mail SET state = 'WAITING', next_at = $2, failure = $3, version = version + 1 WHERE id = $1"
            await tx.fetch(sql, letter.id, tx.now() + pause, answer.said)
        if answer.verdict == "never" and answer.is_of_address:
            await self._count_refusal(tx, letter, answer)

    async def _count_refusal(self, tx: Transaction, letter: Letter, answer: Answer) -> None:
        """Count a mail that was refused for good; an address that refuses several in a row is set aside."""
        held = await MailAddress.get(id=letter.to)
        act, count = Act(self._store, tx, "refuse_mail"), held.refusals + 1
        if count < number("mail_refusals", act.today) or held.state == AddressState.SET_ASIDE:
            await act.change(held, refusals=count)
            return
        await act.change(held, refusals=count, refusal=answer.said, state=AddressState.SET_ASIDE)
        message = Message(letter.owner, _SET_ASIDE, "", f"mail_address:{held.id}:{held.version}")
        await send(self._store, [message], tx)

    async def _put_off(self, due: Sequence[Letter], reason: str) -> None:
        """Try later what no connection could be had for."""
        log.warning("mail_server_away", waiting=len(due), reason=reason)
        self._rests_until = self._database.clock.now() + REST

        async def work(tx: Transaction) -> None:
            for letter in due:
                await self._failed(tx, letter, Answer("later", reason))

        await self._database.transaction(work)

    async def _release(self, due: Sequence[Letter]) -> None:
        """Give back what was taken and not tried, since the connection was lost before."""
        if not due:
            return

        async def work(tx: Transaction) -> None:
            of, ids = among(tx.dialect, "id", [letter.id for letter in due])
            sql = f"UPDATE mail SET state = 'WAITING', attempts = attempts - 1, next_at = ${len(ids) + 1} WHERE {of}"
            await tx.fetch(sql, *ids, tx.now() + REST)

        await self._database.transaction(work)

    async def _end(self, tx: Transaction, letter: Letter, state: MailState, failure: str | None = None) -> None:
        sql = (
            "UPDATE mail SET state = $2, ended_at = $3, failure = $4, next_at = NULL, mark = NULL,"
            " version = version + 1 WHERE id = $1"
        )
        await tx.fetch(sql, letter.id, state.value, tx.now(), failure)

    def _lease(self, tx: Transaction) -> datetime:
        return tx.now() + timedelta(seconds=self._settings.smtp_seconds + self._settings.job_lease_seconds)
