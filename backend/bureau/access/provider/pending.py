"""A sign-in that was begun and is at the identity provider: what only the browser holds of it, sealed."""

import base64
import hashlib
import json
import re
import secrets
from dataclasses import asdict, dataclass

from cryptography.fernet import Fernet, InvalidToken

from bureau.kernel.clock import Clock
from bureau.kernel.errors import Code, Malformed, refuse
from bureau.settings import Settings
from bureau.storage.seal import Keyring

LASTS_SECONDS = 600
_LONGEST = 1_000
_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*")
"""A path of ours: no other host, and nothing that browsers read as one."""


@dataclass(frozen=True, slots=True)
class Pending:
    """What must come back, or be shown, for a sign-in to go on."""

    state: str
    nonce: str
    verifier: str
    callback: str
    """Where the provider was told to send the browser."""
    to: str
    """The path where whoever signs in wants to go."""

    @classmethod
    def begin(cls, callback: str, to: str) -> "Pending":
        """A new one; raises Malformed for a path that leads elsewhere."""
        path = path_of_ours(to)
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        return cls(state, nonce, verifier, callback, path)

    @property
    def challenge(self) -> str:
        """What the provider is told of the verifier (RFC 7636, S256)."""
        digest = hashlib.sha256(self.verifier.encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def path_of_ours(to: str) -> str:
    """A path that leads nowhere but within this site; raises Malformed for another."""
    if len(to) > _LONGEST or not _PATH.fullmatch(to):
        raise Malformed("The path to return to must be one of this site.", "返回路径必须是本站地址。")
    return to


class Sealing:
    """Seals what is pending for the browser that begins it, and opens it while it is fresh."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._fernet = Fernet(base64.urlsafe_b64encode(Keyring.of(settings).key("oidc.pending")))
        self._clock = clock

    def seal(self, pending: Pending) -> str:
        """What the browser is to hold."""
        return self._fernet.encrypt_at_time(json.dumps(asdict(pending)).encode(), self._now()).decode()

    def open(self, sealed: str) -> Pending:
        """What the browser holds; raises Refusal SIGN_IN_EXPIRED."""
        try:
            return Pending(**json.loads(self._fernet.decrypt_at_time(sealed.encode(), LASTS_SECONDS, self._now())))
        except (InvalidToken, UnicodeEncodeError) as error:
            raise refuse(Code.SIGN_IN_EXPIRED) from error

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
