"""Secrets of sessions and tokens: long, random, and kept as a digest alone."""

import hashlib
import secrets


def new_secret() -> str:
    """A fresh secret, which is shown once."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is kept of a secret that is long and random."""
    return hashlib.sha256(secret.encode()).hexdigest()
