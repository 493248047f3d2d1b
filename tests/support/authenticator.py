"""An authenticator in software, with the browser before it: what both say can be changed before it is signed."""

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

PRESENT, VERIFIED, BACKUP_ELIGIBLE, BACKED_UP, ATTESTED = 0x01, 0x04, 0x08, 0x10, 0x40


def encoded(value: bytes) -> str:
    """Base64url without padding, as browsers write bytes in JSON."""
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes of such a text."""
    return urlsafe_b64decode(f"{text}===")


@dataclass
class Answer:
    """What is about to be signed, and may be tampered with."""

    client: dict[str, Any]
    domain: str
    flags: int
    count: int
    credential: bytes
    handle: bytes | None
    spoil: bool = False
    """Whether a bit of the signature is turned over."""


Change = Callable[[Answer], None]


def honest(_: Answer) -> None:
    """Change nothing."""


@dataclass
class SoftwarePasskey:
    """One passkey: its key and how often it was used."""

    origin: str
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    count: int = 0
    flags: int = PRESENT | VERIFIED
    steps: int = 1
    """By how many the counter goes on with each use; none for those that are copied to other devices."""
    handle: bytes | None = None
    _key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def create(self, options: str, change: Change = honest) -> str:
        """What `navigator.credentials.create()` gives for options."""
        asked = json.loads(options)
        self.handle = decoded(asked["user"]["id"])
        answer = self._answer("webauthn.create", asked["challenge"], asked["rp"]["id"])
        change(answer)
        numbers = self._key.public_key().public_numbers()
        key = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")})
        made = bytes(16) + len(answer.credential).to_bytes(2, "big") + answer.credential + key
        answer.flags |= ATTESTED
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": _data(answer) + made})
        response = {"attestationObject": encoded(attestation), "transports": ["internal", "hybrid"]}
        return _credential(answer, response)

    def get(self, options: str, change: Change = honest) -> str:
        """What `navigator.credentials.get()` gives for options."""
        asked = json.loads(options)
        self.count += self.steps
        answer = self._answer("webauthn.get", asked["challenge"], asked["rpId"])
        change(answer)
        data = _data(answer)
        signed = self._key.sign(data + hashlib.sha256(_client(answer)).digest(), ec.ECDSA(SHA256()))
        if answer.spoil:
            signed = signed[:-1] + bytes([signed[-1] ^ 1])
        response = {"authenticatorData": encoded(data), "signature": encoded(signed)}
        if answer.handle is not None:
            response["userHandle"] = encoded(answer.handle)
        return _credential(answer, response)

    def _answer(self, kind: str, challenge: str, domain: str) -> Answer:
        client = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return Answer(client, domain, self.flags, self.count, self.id, self.handle)


def _client(answer: Answer) -> bytes:
    return json.dumps(answer.client).encode()


def _data(answer: Answer) -> bytes:
    domain = hashlib.sha256(answer.domain.encode()).digest()
    return domain + bytes([answer.flags]) + answer.count.to_bytes(4, "big")


def _credential(answer: Answer, response: dict[str, Any]) -> str:
    identity = encoded(answer.credential)
    said = {"clientDataJSON": encoded(_client(answer)), **response}
    content = {"id": identity, "rawId": identity, "type": "public-key", "response": said, "clientExtensionResults": {}}
    return json.dumps(content)
