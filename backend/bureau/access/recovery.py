"""Recovery codes: each opens once in place of a second factor that is not at hand."""

import secrets

from bureau.access.account import account as account_kind
from bureau.access.secret import digest
from bureau.storage.journal import Entry, write_journal
from bureau.storage.transaction import Transaction

_CODES = 10
_BYTES = 10


async def hand_out(tx: Transaction, account: int) -> list[str]:
    """Fresh recovery codes in place of any former ones; they are shown this once."""
    await take_away(tx, account)
    codes = [secrets.token_hex(_BYTES) for _ in range(_CODES)]
    await tx.insert("recovery_code", ("account_id", "digest"), [(account, digest(code)) for code in codes])
    return codes


async def spend(tx: Transaction, account: int, code: str) -> bool:
    """Whether it is a recovery code of the account that was not used; it is then spent."""
    if not await tx.fetch(_SPEND, account, digest(code.strip().lower()), tx.now()):
        return False
    await write_journal(tx, [Entry("use_recovery_code", account_kind, account)])
    return True


async def take_away(tx: Transaction, account: int) -> None:
    """Remove all recovery codes of an account."""
    await tx.fetch("DELETE FROM recovery_code WHERE account_id = $1", account)


_SPEND = """
UPDATE recovery_code SET used_at = $3 WHERE account_id = $1 AND digest = $2 AND used_at IS NULL RETURNING account_id"""
