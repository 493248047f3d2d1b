"""Sealed values: encrypted under a key that needs both the bureau's master key and the person's salt.

The master key stays outside the database. Destroying a salt makes every copy of that person's values
unreadable, in backups too. A digest under a key of its field's own finds and compares values without opening them.
"""

import hashlib
import hmac
import os
import secrets
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.settings import Settings
from bureau.storage.keyfile import key_file

SALT_BYTES = 16
_NONCE_BYTES = 12
_VERSION = b"\x01"
"""Leads every sealed value and digest, so that keys can be rotated while old values still open."""


class Keyring:
    """Seals, opens and digests with the keys that follow from one master key."""

    def __init__(self, master: bytes) -> None:
        self._master = master
        self._digest_key = lru_cache(maxsize=None)(self._derived_digest_key)
        self._cipher = lru_cache(maxsize=2)(self._derived_cipher)  # one person's values are sealed one after the other

    @classmethod
    def of(cls, settings: Settings) -> "Keyring":
        """The keyring of `BUREAU_SECRET_KEY`, or of the key file in the data directory, made when it is missing."""
        if settings.secret_key:
            return cls(hashlib.sha256(settings.secret_key.encode()).digest())
        return cls(hashlib.sha256(_secret(settings.data_dir / "secret.key")).digest())

    def _derived_digest_key(self, field: str) -> bytes:
        return hmac.digest(self._master, b"digest\x00" + field.encode(), "sha256")

    def key(self, purpose: str) -> bytes:
        """A key of its own for what is signed and not kept, the same in every process."""
        return hmac.digest(self._master, b"key\x00" + purpose.encode(), "sha256")

    def _derived_cipher(self, salt: bytes) -> AESGCM:
        return AESGCM(hmac.digest(self._master, b"seal\x00" + salt, "sha256"))

    def seal(self, value: str, *, salt: bytes, field: str, record_id: int) -> bytes:
        """Encrypt a value for one field (`kind.field`) of one record; it opens nowhere else."""
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher(salt).encrypt(nonce, value.encode(), _bound(field, record_id))

    def open(self, sealed: bytes, *, salt: bytes, field: str, record_id: int) -> str:
        """The clear value; raises cryptography's InvalidTag when key, salt or place are not those it was sealed for."""
        if sealed[:1] != _VERSION:
            raise ValueError("sealed under a key version that is not known")
        nonce, data = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        return self._cipher(salt).decrypt(nonce, data, _bound(field, record_id)).decode()

    def digest(self, value: str, field: str) -> bytes:
        """A keyed digest: equal for equal values of one field, and telling nothing else."""
        return _VERSION + hmac.digest(self._digest_key(field), value.encode(), "sha256")


def sealed_place(kind: Kind, declared: Sealed) -> str:
    """The name that binds a field's sealed values to it, and under which its digests have a key of their own."""
    return f"{kind.table}.{declared.name}"


def new_salt() -> bytes:
    """A fresh salt for a person."""
    return os.urandom(SALT_BYTES)


def mask(value: str) -> str:
    """What is shown of a sealed value: as many stars as it is long, and at most its last two characters."""
    shown = 2 if len(value) > 4 else 0
    return "*" * (len(value) - shown) + value[len(value) - shown :]


def _bound(field: str, record_id: int) -> bytes:
    return f"{field}:{record_id}".encode()


def _secret(path: Path) -> bytes:
    return key_file(path, lambda: secrets.token_urlsafe(48).encode()).strip()
