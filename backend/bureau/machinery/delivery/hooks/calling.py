"""Calling: one signed message to one address, and what its answer means."""

import asyncio
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from time import perf_counter

import httpcore
import orjson
from standardwebhooks import Webhook as Signer

from bureau.machinery.delivery.hooks.egress import CheckedBackend, Egress, EgressRefused
from bureau.storage.record import moment_text

_MOST_READ = 4096
"""Bytes of an answer that are read, so that the connection can serve again; nothing of them is kept."""
_CONNECTIONS = 8
"""Messages that are under way to one receiver at a time."""
_GONE, _REDIRECTS = 410, range(300, 400)
_WAIT = frozenset({429, 503})
_LONGEST_WAIT = 86_400
"""Seconds of a Retry-After that are honoured: as long as the longest pause of our own."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """A message as it goes out: the same bytes under the same id whenever it is sent again."""

    message_id: str
    event: str
    at: datetime
    kind: str
    subject: str
    version: int
    position: int
    verb: str

    @property
    def body(self) -> bytes:
        """The JSON of a message: ids, and no value of any record."""
        data = {
            "kind": self.kind,
            "id": self.subject,
            "version": self.version,
            "position": str(self.position),  # beyond what JavaScript's numbers hold, as in the API
            "verb": self.verb,
        }
        return orjson.dumps({"type": self.event, "timestamp": moment_text(self.at), "data": data})


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of an attempt."""

    status: int | None = None
    latency: int = 0
    """Milliseconds."""
    failure: str = ""
    wait: int | None = None
    """Seconds for which the receiver asks to be left alone."""

    @property
    def is_taken(self) -> bool:
        """Whether the receiver has the message."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        """Whether the receiver wants no message any more."""
        return self.status == _GONE


class Line:
    """Connections to one receiver, for as long as the context lasts."""

    def __init__(self, url: str, secrets: Sequence[str], egress: Egress, seconds: float) -> None:
        self._url = url
        self._signers = [Signer(secret) for secret in secrets]
        self._seconds = seconds
        self._slots = asyncio.Semaphore(_CONNECTIONS)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=_trusted(),
            max_connections=_CONNECTIONS,
            network_backend=CheckedBackend(egress),
        )

    async def __aenter__(self) -> "Line":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._pool.aclose()

    async def call(self, message: Envelope, now: datetime) -> Reply:
        """Send a message once; whatever goes wrong is told, and nothing is raised."""
        async with self._slots:
            begun = perf_counter()
            try:
                async with asyncio.timeout(self._seconds):
                    status, wait = await self._post(message, now)
            except EgressRefused as error:
                return Reply(failure=f"Not sent: {error}")
            except TimeoutError:
                return Reply(failure=f"No answer within {self._seconds:g} s", latency=_since(begun))
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, OSError) as error:
                return Reply(failure=f"{type(error).__name__}: {error}"[:500], latency=_since(begun))
            failure = "" if 200 <= status < 300 else f"HTTP {status}"
            if status in _REDIRECTS:
                failure += ": redirects are not followed"
            return Reply(status, _since(begun), failure, wait)

    async def _post(self, message: Envelope, now: datetime) -> tuple[int, int | None]:
        body = message.body
        signatures = " ".join(signer.sign(message.message_id, now, body.decode()) for signer in self._signers)
        headers = {
            "content-type": "application/json",
            "user-agent": "Bureau-Webhooks/1",
            "webhook-id": message.message_id,
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": signatures,
        }
        async with self._pool.stream("POST", self._url, headers=list(headers.items()), content=body) as response:
            said = {name.lower(): value for name, value in response.headers}
            wait = _wait_of(said.get(b"retry-after", b"").decode("latin-1"), now) if response.status in _WAIT else None
            read = 0
            async for piece in response.aiter_stream():
                read += len(piece)
                if read >= _MOST_READ:
                    break
            return response.status, wait


@cache
def _trusted() -> ssl.SSLContext:
    """The authorities whose certificates are believed, as this machine has them; read once."""
    return ssl.create_default_context()


def _wait_of(said: str, now: datetime) -> int | None:
    """The seconds of a Retry-After, which is a number or a moment (RFC 9110, 10.2.3)."""
    if said.isdecimal():
        return min(int(said), _LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(said)
    except ValueError:
        return None
    aware = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0, min(int((aware - now).total_seconds()), _LONGEST_WAIT))


def _since(begun: float) -> int:
    return round((perf_counter() - begun) * 1000)
