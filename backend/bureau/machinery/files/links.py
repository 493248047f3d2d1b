"""Links that open one file for some minutes, for whoever holds them: signed, and kept nowhere."""

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from bureau.kernel.clock import Clock
from bureau.kernel.errors import FileUnknown, LinkExpired

_SIGNATURE_BYTES = 16
_LONGEST_STAMP = 11


@dataclass(frozen=True, slots=True)
class Link:
    """An address, and until when it is good."""

    url: str
    until: datetime


class Stamp(NamedTuple):
    """What an address says that claims to be a link."""

    until: str
    signature: str


class Links:
    """Makes links and recognises them; all processes of a bureau have one key."""

    def __init__(self, key: bytes, lasting: timedelta, origin: str, clock: Clock) -> None:
        self._key = key
        self._lasting = lasting
        self._clock = clock
        self.origin = origin.rstrip("/")
        """Where files are given out, if that is a place of its own; empty where it is not."""

    def to(self, identity: int) -> Link:
        """A fresh link to a file."""
        until = (self._clock.now() + self._lasting).replace(microsecond=0)
        stamp = int(until.timestamp())
        return Link(f"{self.origin}/files/{identity}?until={stamp}&signature={self._signature(identity, stamp)}", until)

    def check(self, identity: int, stamp: Stamp) -> None:
        """Raise FileUnknown unless a link is one of ours, to this very file, and LinkExpired when its time is over."""
        until, signature = stamp
        if not (until.isascii() and until.isdigit() and len(until) <= _LONGEST_STAMP and signature.isascii()):
            raise FileUnknown
        if not hmac.compare_digest(signature, self._signature(identity, int(until))):
            raise FileUnknown
        if int(until) <= self._clock.now().timestamp():
            raise LinkExpired

    def _signature(self, identity: int, until: int) -> str:
        return hmac.digest(self._key, f"{identity}.{until}".encode(), "sha256")[:_SIGNATURE_BYTES].hex()
