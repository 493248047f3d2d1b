"""One websocket: what its client asks is taken in turn, what it is told waits in a queue that has an end."""

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.types import Receive, Send

from bureau.access.working_unit import at_unit
from bureau.graph.audience import Audience, Seat
from bureau.graph.context import Context, Services
from bureau.graph.errors import masked, request_error
from bureau.graph.gateway import Answer, Asked, Gateway
from bureau.graph.subscriptions import Subscription
from bureau.http import messages, metrics
from bureau.http.headers import bearer, language, new_request_id
from bureau.http.messages import Closing, Complete, Init, Message, Ping, Subscribe
from bureau.kernel.actor import ANONYMOUS, Actor
from bureau.kernel.errors import LimitExceeded, RequestError, UnitNotHeld
from bureau.kernel.words import Language
from bureau.settings import Settings

FORBIDDEN = Closing(4403, "Forbidden")
CHANGED = Closing(4403, "What you may see has changed; connect again")
TOO_SLOW = Closing(1008, "Too slow: more is waiting than may wait")

Admit = Callable[[int], bool]
"""Whether another socket of an account may be open; it then counts as one."""


@dataclass(frozen=True, slots=True)
class Doorway:
    """What every socket of a process needs."""

    gateway: Gateway
    audience: Audience
    services: Services
    settings: Settings


class Socket:
    """One connection, from its acceptance to its end."""

    def __init__(
        self, doorway: Doorway, receive: Receive, send: Send, shown: tuple[str, bool], spoken: Language, admit: Admit
    ) -> None:
        self._doorway = doorway
        self._settings = doorway.settings
        self._receive = receive
        self._send = send
        self._secret, self._has_cookie = shown
        self._unit: str | None = None
        self._language = spoken
        self._admit = admit
        self._actor: Actor = ANONYMOUS
        self._begun = asyncio.Event()
        self._operations: dict[str, Seat | asyncio.Task[None]] = {}
        self._waiting: deque[tuple[str, ...]] = deque()
        self._size = 0
        self._filled = asyncio.Event()
        self._end: asyncio.Future[Closing | None] = asyncio.get_running_loop().create_future()

    @property
    def account(self) -> int | None:
        """Whose socket it is, once that is known."""
        return self._actor.account

    async def run(self) -> None:
        """Serve until either side ends it."""
        await self._send({"type": "websocket.accept", "subprotocol": messages.PROTOCOL})
        work = [asyncio.ensure_future(self._safely(part)) for part in (self._read(), self._write(), self._watch())]
        try:
            closing = await self._end
        finally:
            for task in work:
                task.cancel()
            await asyncio.gather(*work, return_exceptions=True)
            self._leave_all()
            self._waiting.clear()
            self._doorway.services.doors.recognition.unwatch(self._secret, self._end_of_session)
        if closing:
            await close(self._send, closing)

    async def _safely(self, work: Awaitable[None]) -> None:
        """Do a part of the work; whatever ends it ends the socket, and nothing else."""
        try:
            await work
        except Closing as closing:
            self._finish(closing)
        except OSError:  # what servers raise when a client has gone
            self._finish(None)
        except Exception as defect:  # noqa: BLE001 (other sockets live on)
            masked(defect, self._language, "")
            self._finish(Closing(4500, "Internal server error"))

    def _end_of_session(self) -> None:
        self._finish(FORBIDDEN)

    def _finish(self, closing: Closing | None) -> None:
        if not self._end.done():
            self._end.set_result(closing)

    # What comes in ----------------------------------------------------------------------------------------------

    async def _read(self) -> None:
        while True:
            event = await self._receive()
            if event["type"] == "websocket.disconnect":
                self._finish(None)
                return
            await self._take(messages.read(event.get("text")))

    async def _take(self, message: Message) -> None:
        match message:
            case Init():
                await self._begin(message)
            case Ping():
                self._put((messages.PONG,))
            case Subscribe():
                await self._subscribe(message)
            case Complete(operation):
                self._leave(operation)

    async def _begin(self, init: Init) -> None:
        if self._begun.is_set():
            raise Closing(4429, "Too many initialisation requests")
        self._begun.set()
        if init.authorization is not None:
            self._secret, self._has_cookie = bearer(init.authorization), False
        if init.language is not None:
            self._language = language(init.language)
        self._unit = init.unit
        try:
            actor = await self._recognised()
        except UnitNotHeld as error:
            raise Closing(4403, error.words.in_(self._language)) from error
        except RequestError as error:
            raise Closing(1013, error.words.in_(self._language)) from error
        if actor.account is None:
            raise FORBIDDEN
        if not self._admit(actor.account):
            raise Closing(1013, "Too many sockets of this account")
        self._actor = actor
        self._doorway.services.doors.recognition.watch(self._secret, self._end_of_session)
        self._put((messages.ACKNOWLEDGED,))

    async def _recognised(self, *, is_use: bool = True) -> Actor:
        services = self._doorway.services
        actor = await services.doors.recognise(self._secret, is_use=is_use) if self._secret else ANONYMOUS
        return actor if self._unit is None else at_unit(actor, self._unit, services.unit_types)

    async def _renew(self, *, is_use: bool = True) -> None:
        """See that the session still holds and still sees the same; raises Closing, or RequestError."""
        try:
            actor = await self._recognised(is_use=is_use)
        except UnitNotHeld as error:
            raise CHANGED from error
        if actor.account is None:
            raise FORBIDDEN
        if actor.scope != self._actor.scope:
            raise CHANGED

    async def _subscribe(self, message: Subscribe) -> None:
        operation = message.operation
        if self.account is None:
            raise Closing(4401, "Unauthorized")
        if operation in self._operations:
            raise Closing(4409, f"Subscriber for {operation} already exists")
        context = self._context()
        try:
            self._refuse_too_many()
            await self._renew()
            context.allowance = self._doorway.services.allowances.of(self._actor, "")
            asked = await self._doorway.gateway.read(message.asked, context)
            wanted = self._doorway.gateway.subscription(asked, context)
            if isinstance(wanted, Subscription):
                seat = await self._doorway.audience.join(wanted, context, self, operation)
                self._operations[operation] = seat
                metrics.SUBSCRIPTIONS.inc()
            elif isinstance(wanted, Answer):
                self._put((messages.error(operation, orjson.loads(wanted.body)["errors"]),))
            else:
                self._operations[operation] = asyncio.ensure_future(
                    self._safely(self._answer(operation, asked, context))
                )
        except RequestError as error:
            self._put((messages.error(operation, [request_error(error, self._language, context.request_id)]),))

    def _refuse_too_many(self) -> None:
        limit = self._settings.max_subscriptions
        if len(self._operations) >= limit:
            raise LimitExceeded(
                f"At most {limit} operations of one socket at a time.",
                f"每个连接同时最多 {limit} 个操作。",
                limit=limit,
            )

    def _context(self) -> Context:
        return Context(
            self._doorway.services,
            self._actor,
            self._language,
            new_request_id(),
            secret=self._secret,
            has_cookie=self._has_cookie,
        )

    async def _answer(self, operation: str, asked: Asked, context: Context) -> None:
        """Serve what has one response."""
        assert context.allowance
        with context.allowance:
            answer = await self._doorway.gateway.answer(asked, context)
        if answer.failed:
            self._put((messages.error(operation, orjson.loads(answer.body)["errors"]),))
        else:
            self._put(messages.next_(operation, answer.body.decode()))
            self._put((messages.complete(operation),))
        self._operations.pop(operation, None)

    def _leave(self, operation: str) -> None:
        place = self._operations.pop(operation, None)
        if isinstance(place, Seat):
            self._doorway.audience.leave(place)
            metrics.SUBSCRIPTIONS.dec()
        elif place:
            place.cancel()

    def _leave_all(self) -> None:
        for operation in tuple(self._operations):
            self._leave(operation)

    # What goes out ----------------------------------------------------------------------------------------------

    def hear(self, operation: str, response: str) -> None:
        """Take a response for a subscription of this socket."""
        metrics.EVENTS.inc()
        self._put(messages.next_(operation, response))

    def fail(self, operation: str, errors: Sequence[dict[str, Any]]) -> None:
        """Take word that a subscription of this socket is over, and why."""
        self._leave(operation)
        self._put((messages.error(operation, errors),))

    def _put(self, pieces: tuple[str, ...]) -> None:
        if self._end.done():
            return
        size = sum(map(len, pieces))
        if self._size and self._size + size > self._settings.max_backlog:
            self._finish(TOO_SLOW)
            return
        self._waiting.append(pieces)
        self._size += size
        self._filled.set()

    async def _write(self) -> None:
        while True:
            await self._filled.wait()
            self._filled.clear()
            while self._waiting:
                pieces = self._waiting.popleft()
                await self._send({"type": "websocket.send", "text": "".join(pieces)})
                self._size -= sum(map(len, pieces))

    # What time brings -------------------------------------------------------------------------------------------

    async def _watch(self) -> None:
        try:
            async with asyncio.timeout(self._settings.socket_init_seconds):
                await self._begun.wait()
        except TimeoutError as error:
            raise Closing(4408, "Connection initialisation timeout") from error
        while True:
            await asyncio.sleep(self._settings.socket_renew_seconds)
            if self.account is not None:
                with contextlib.suppress(RequestError):  # a database that is lost tells nobody anything
                    await self._renew(is_use=False)  # an open window is no sign that somebody sits before it


async def close(send: Send, closing: Closing) -> None:
    """Close a socket; one whose client reads nothing stays counted until the network gives it up."""
    with contextlib.suppress(OSError):
        await send({"type": "websocket.close", "code": closing.code, "reason": closing.reason})
