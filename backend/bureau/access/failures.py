"""Failures to sign in, as the journal has them."""

from collections.abc import Mapping
from typing import Any

from bureau.access.account import account as account_kind
from bureau.access.attempts import Attempts
from bureau.access.caller import Caller
from bureau.storage.journal import Entry, write_journal
from bureau.storage.transaction import Transaction


async def write_failure(
    tx: Transaction,
    attempts: Attempts,
    name: str | None,
    account: int | None,
    caller: Caller,
    *,
    locks: bool,
    told: Mapping[str, Any],
) -> None:
    """Journal a failure, with what is told of it beside, and that it locks the account of a name where enough of those
    that count have come. A name of no account stays unread.
    """
    said = {"client": caller.client, "address": caller.address, **told}
    if name and account is None:
        said["name"] = attempts.digest(name)
    entries = [Entry("sign_in_failed", account_kind, account, said)]
    if name and locks and await attempts.fail_everywhere(tx, name):
        entries.append(Entry("lock", account_kind, account))
    await write_journal(tx, entries)
