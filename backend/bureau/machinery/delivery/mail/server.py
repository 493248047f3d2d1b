"""The server that takes mails: one connection for many, and what its answers mean."""

import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Literal

import aiosmtplib

from bureau.kernel.text import FORBIDDEN, clean
from bureau.settings import MailServer

_LONGEST = 500
_PERMANENT = 500
"""From this reply code on a server means never (RFC 5321, 4.2.1)."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said of one mail."""

    verdict: Literal["taken", "later", "never"]
    said: str = ""
    is_of_address: bool = False
    """Whether it is the address that it refuses, and not us or what we wrote."""


class Broken(Exception):
    """There is no connection, or it was lost; nothing is known of the mail that was under way."""


Send = Callable[[EmailMessage, str], Awaitable[Answer]]
"""Sends one mail to one address; raises Broken."""


@contextlib.asynccontextmanager
async def connected(server: MailServer, seconds: float) -> AsyncIterator[Send]:
    """A connection to a server, signed in where it has a user; raises Broken where there is none."""
    client = aiosmtplib.SMTP(
        hostname=server.host,
        port=server.port,
        use_tls=server.tls == "from the start",
        start_tls=server.tls == "started",
        username=server.user or None,
        password=server.password or None,
        timeout=seconds,
        tls_context=None if server.tls == "none" else ssl.create_default_context(),
    )

    async def send(message: EmailMessage, address: str) -> Answer:
        try:
            await client.send_message(message, recipients=[address])
        except aiosmtplib.SMTPRecipientsRefused as error:
            first = error.recipients[0]
            return _answer(first.code, first.message, is_of_address=True)
        except (aiosmtplib.SMTPSenderRefused, aiosmtplib.SMTPDataError) as error:
            return _answer(error.code, error.message)
        except (aiosmtplib.SMTPException, OSError) as error:
            raise Broken(_told(str(error))) from error
        return Answer("taken")

    try:
        await client.connect()
    except (aiosmtplib.SMTPException, OSError) as error:
        client.close()
        raise Broken(_told(str(error))) from error
    try:
        yield send
    finally:
        with contextlib.suppress(aiosmtplib.SMTPException, OSError):
            await client.quit()
        client.close()


def _answer(code: int, message: str, *, is_of_address: bool = False) -> Answer:
    return Answer("never" if code >= _PERMANENT else "later", _told(f"{code} {message}"), is_of_address)


def _told(said: str) -> str:
    return clean(FORBIDDEN.sub(" ", said)).replace("\n", " ")[:_LONGEST]
