"""How much each may ask in a minute: a bucket of cost for every account, and for every network of those who are nobody.

A bucket holds a minute's worth and fills evenly. Whoever has something left is served, and what that cost is taken off,
into debt if need be: the price of a query is known only once it is planned. Buckets live in the process; processes
tell one another now and then what was taken, so that together they keep the bound, nearly.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType

from bureau.access.caller import network
from bureau.kernel.actor import Actor
from bureau.kernel.errors import TooFast
from bureau.settings import Settings

COST_OF_REQUEST = 10
"""What every request costs beside its values: to read it, to recognise who sends it, to answer."""
BYTES_OF_COST = 1000
"""Bytes of a file that cost as much as one value."""

_MINUTE = 60
_KEPT = 50_000
_TOLD_FROM = 0.005
"""The part of a minute's worth that others hear of when it was taken; less is not worth telling."""


@dataclass(slots=True)
class Crowd:
    """Requests that are served at a time, and how many there may be."""

    limit: int
    running: int = 0


@dataclass(slots=True)
class Bucket:
    """What one account or network has left."""

    size: int
    left: float
    at: float
    crowd: Crowd
    untold: float = 0

    def fill(self, now: float) -> None:
        """Add what came since it was last looked at."""
        self.left = min(self.size, self.left + (now - self.at) * self.size / _MINUTE)
        self.at = now

    def take(self, cost: float) -> None:
        """Take a cost off; nobody comes to owe more than a minute's worth."""
        self.left = max(-self.size, self.left - cost)


class Allowance:
    """What one request has of a bucket, for as long as the context lasts."""

    __slots__ = ("_bucket",)

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    def pay(self, cost: float) -> None:
        """Take off what the request costs."""
        self._bucket.take(cost)
        self._bucket.untold += cost

    @property
    def left(self) -> int:
        """What is left of the minute."""
        return max(0, int(self._bucket.left))

    def __enter__(self) -> "Allowance":
        self._bucket.crowd.running += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bucket.crowd.running -= 1


class Allowances:
    """The buckets of one process."""

    def __init__(self, settings: Settings, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._settings = settings
        self._monotonic = monotonic
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()
        self._nobody = Crowd(settings.max_anonymous_requests)

    def of(self, actor: Actor, address: str) -> Allowance:
        """The allowance of a request, which has paid for being one; raises TooFast where nothing is left."""
        bucket = self._bucket(_holder(actor, address))
        crowd = bucket.crowd
        if crowd.running >= crowd.limit:
            raise TooFast.at_a_time(crowd.limit)
        bucket.fill(self._monotonic())
        if bucket.left <= 0:
            raise TooFast.in_a_minute(bucket.size, math.ceil((1 - bucket.left) * _MINUTE / bucket.size))
        allowance = Allowance(bucket)
        allowance.pay(COST_OF_REQUEST)
        return allowance

    def untold(self) -> dict[str, int]:
        """What was taken here and others should hear of; it counts as told."""
        found = {
            holder: bucket for holder, bucket in self._buckets.items() if bucket.untold >= _TOLD_FROM * bucket.size
        }
        told = {holder: int(bucket.untold) for holder, bucket in found.items()}
        for bucket in found.values():
            bucket.untold = 0
        return told

    def hear(self, taken: Mapping[str, int]) -> None:
        """Take off what was taken in another process."""
        for holder, cost in taken.items():
            bucket = self._bucket(holder)
            bucket.fill(self._monotonic())
            bucket.take(cost)

    def _bucket(self, holder: str) -> Bucket:
        bucket = self._buckets.get(holder)
        if bucket is None:
            bucket = self._buckets[holder] = self._full(holder)
            if len(self._buckets) > _KEPT:
                self._buckets.popitem(last=False)
        else:
            self._buckets.move_to_end(holder)
        return bucket

    def _full(self, holder: str) -> Bucket:
        settings = self._settings
        if holder.isdigit():
            size, crowd = settings.cost_per_minute, Crowd(settings.max_requests_per_account)
        else:
            size, crowd = settings.anonymous_cost_per_minute, self._nobody
        return Bucket(size, size, self._monotonic(), crowd)


def _holder(actor: Actor, address: str) -> str:
    """Whose bucket it is: an account's, by its number, or a network's."""
    return str(actor.account) if actor.account is not None else network(address)
