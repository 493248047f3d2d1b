"""Leaving by a link: whoever holds a mail stops further ones without signing in, and does nothing else (RFC 8058)."""

import base64
import hmac

from bureau.machinery.delivery.mail.mail_address import MailAddress, MailChoice
from bureau.storage.act import Act
from bureau.storage.seal import Keyring
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

PATH = "/mail/unsubscribe/"
"""Where such links lead; what follows is the token."""

_CODE_BYTES = 16
_VERB = "unsubscribe_mails"


def unsubscribe_link(keyring: Keyring, address: int, target: str) -> str:
    """The path that stops mails to one address, for as long as that is the same."""
    token = f"{address}.{target}"
    code = base64.urlsafe_b64encode(_code(keyring, token)).decode().rstrip("=")
    return f"{PATH}{token}.{code}"


async def unsubscribe(store: Store, token: str, request_id: str) -> bool:
    """Stop the mails to the address of a link's token; whether it is one of ours and the address still has it."""
    said, _, code = token.rpartition(".")
    number, _, target = said.partition(".")
    right = base64.urlsafe_b64encode(_code(store.keyring, said)).decode().rstrip("=")
    if not hmac.compare_digest(right.encode(), code.encode()) or not number.isdecimal():
        return False

    async def work(tx: Transaction) -> bool:
        held = await MailAddress.filter(id=int(number)).first()
        if held is None or not held.address or target_of(store.keyring, held.address) != target:
            return False
        await Act(store, tx, _VERB).change(held, wanted=MailChoice.NONE)
        return True

    return await store.database.transaction(work, request_id=request_id)


def target_of(keyring: Keyring, address: str) -> str:
    """A keyed digest of an address, by which mails to it are counted and known; letters of either case are one."""
    return keyring.digest(address.lower(), "mail.target").hex()


def _code(keyring: Keyring, token: str) -> bytes:
    return hmac.digest(keyring.key("mail_unsubscribe"), token.encode(), "sha256")[:_CODE_BYTES]
