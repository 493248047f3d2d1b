"""Changing a password, which ends what was begun with the old one."""

from collections.abc import Sequence

from bureau.access.account import account
from bureau.access.secret import digest
from bureau.access.sessions import ended
from bureau.storage.journal import Entry, write_journal
from bureau.storage.transaction import Transaction


async def set_password(
    tx: Transaction, identity: int, hashed: str, *, must_change: bool, but: str = ""
) -> Sequence[str]:
    """Give an account another password, by its hash, and end its sessions except the one whose secret is `but`.

    One that was limited to the identity provider signs in with it again.

    Returns the digests of those, to be forgotten after the commit.
    """
    await tx.fetch(_SET, hashed, must_change, await tx.position(), identity)
    await write_journal(tx, [Entry("set_password" if must_change else "change_password", account, identity)])
    return await ended(tx, "end_session", "account_id = $2 AND digest <> $3", identity, digest(but))


_SET = """
UPDATE account SET password = $1, must_change_password = $2, by_provider_alone = NULL, position = $3,
    version = version + 1 WHERE id = $4"""
