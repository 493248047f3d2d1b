"""Fresh proof: what shows anew, in an open session, that it is still its holder who asks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """One of a password, a code of an authenticator or for recovery, and an answer of a passkey."""

    password: str | None = None
    code: str | None = None
    passkey: str | None = None

    @property
    def given(self) -> tuple[str, ...]:
        """The names of those that are there; one, where it is a proof."""
        return tuple(name for name in ("password", "code", "passkey") if getattr(self, name) is not None)
