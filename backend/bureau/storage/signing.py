"""The key that signs the journal's heads, which the database does not hold, and the public keys that prove them."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from bureau.storage.blocks import Head, JournalError
from bureau.storage.keyfile import key_file

_PUBLIC = re.compile(rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----", re.DOTALL)

PublicKeys = Mapping[str, Ed25519PublicKey]
"""Public keys by their ids."""


class JournalKey:
    """The private key."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.id = key_id(private.public_key())

    @classmethod
    def of(cls, path: Path, *, may_make: bool) -> "JournalKey":
        """The key in a file, made there when it is missing and may be; raises JournalError for any other file."""
        if not (may_make or path.exists()):
            raise JournalError(
                f"The journal's key {path} is missing; set BUREAU_JOURNAL_KEY. 缺少日志签名密钥文件 {path}。"
            )
        try:
            private = load_pem_private_key(key_file(path, _fresh), password=None)
        except (ValueError, TypeError) as error:
            raise JournalError(f"{path} is no private key in PEM. {path} 不是 PEM 格式的私钥。") from error
        if not isinstance(private, Ed25519PrivateKey):
            raise JournalError(f"{path} is no Ed25519 key. {path} 不是 Ed25519 密钥。")
        return cls(private)

    def sign(self, head: Head) -> bytes:
        """The signature of a head."""
        return self._private.sign(head.signed_text)

    @property
    def public_pem(self) -> str:
        """The public key, for whoever verifies."""
        public = self._private.public_key()
        return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()

    @property
    def public(self) -> PublicKeys:
        return {self.id: self._private.public_key()}


def _fresh() -> bytes:
    private = Ed25519PrivateKey.generate()
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def key_id(public: Ed25519PublicKey) -> str:
    """What a key is called: the beginning of its digest."""
    return hashlib.sha256(public.public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()[:16]


def public_keys(files: Iterable[Path]) -> PublicKeys:
    """The public keys in PEM files, several in one where keys have changed; raises JournalError for other files."""
    found: dict[str, Ed25519PublicKey] = {}
    for path in files:
        texts = _PUBLIC.findall(path.read_bytes())
        keys = [load_pem_public_key(text) for text in texts]
        if not keys or not all(isinstance(key, Ed25519PublicKey) for key in keys):
            raise JournalError(f"{path} holds no Ed25519 public key in PEM. {path} 中没有 PEM 格式的 Ed25519 公钥。")
        found |= {key_id(key): key for key in keys if isinstance(key, Ed25519PublicKey)}
    return found


def is_signed(head: Head, key: Ed25519PublicKey) -> bool:
    """Whether a head's signature is by this key and of what the head says."""
    try:
        key.verify(head.signature, head.signed_text)
    except InvalidSignature:
        return False
    return True
