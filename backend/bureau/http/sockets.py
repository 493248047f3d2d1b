"""The endpoint `/graphql` for websockets: who may open one, and how many there may be."""

from collections import Counter

from starlette.types import Receive, Scope, Send

from bureau.graph.audience import Audience
from bureau.graph.context import Services
from bureau.graph.gateway import Gateway
from bureau.http import messages, metrics
from bureau.http.headers import Headers, language, secret
from bureau.http.messages import Closing
from bureau.http.origins import Origins
from bureau.http.socket import Doorway, Socket, close
from bureau.settings import Settings


class SocketEndpoint:
    """Opens sockets and counts them."""

    def __init__(self, gateway: Gateway, audience: Audience, services: Services, settings: Settings) -> None:
        self._doorway = Doorway(gateway, audience, services, settings)
        self._settings = settings
        self._origins = Origins(settings)
        self._open = 0
        self._of_account: Counter[int] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers: Headers = dict(scope["headers"])
        await receive()  # websocket.connect
        if self._origins.is_foreign(headers):  # another site's page would speak with our cookie
            await send({"type": "websocket.close"})  # before it is accepted: HTTP 403
            return
        if refusal := self._refusal(scope["subprotocols"]):
            await send({"type": "websocket.accept"})
            await close(send, refusal)
            return
        self._open += 1
        metrics.SOCKETS.inc()
        spoken = language(headers.get(b"accept-language", b"").decode("latin-1"))
        shown = secret(headers, secure=self._settings.secure_cookies)
        socket = Socket(self._doorway, receive, send, shown, spoken, self._admit)
        try:
            await socket.run()
        finally:
            self._open -= 1
            metrics.SOCKETS.dec()
            if socket.account is not None:
                self._of_account[socket.account] -= 1

    def _refusal(self, subprotocols: list[str]) -> Closing | None:
        if messages.PROTOCOL not in subprotocols:
            return Closing(4406, "Subprotocol not acceptable")
        if self._open >= self._settings.max_sockets:
            return Closing(1013, "Too many sockets")
        return None

    def _admit(self, account: int) -> bool:
        if self._of_account[account] >= self._settings.max_sockets_per_account:
            return False
        self._of_account[account] += 1
        return True
