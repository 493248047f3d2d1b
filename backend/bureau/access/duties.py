"""What an account must do before anything else: what is looked up of it, and what follows."""

from typing import Any

from bureau.access.session import ProviderProof
from bureau.kernel.actor import Duty
from bureau.settings import Settings


def holds_factor(account: str) -> str:
    """The condition that an account has a second factor; `account` is its id in SQL."""
    return (
        f"(EXISTS (SELECT 1 FROM totp t WHERE t.account_id = {account} AND t.confirmed_at IS NOT NULL)"
        f" OR EXISTS (SELECT 1 FROM passkey k WHERE k.account_id = {account}))"
    )


def standing(day: str) -> str:
    """The columns that `duty_of` wants of an account `a`; `day` is the place of today among the parameters."""
    return f"a.must_change_password, a.is_demo, {lacks_factor(day)}"


def lacks_factor(day: str) -> str:
    """Whether an account `a` has no second factor and holds a role that needs one; `day` is the place of today."""
    return f"""
    (NOT {holds_factor("a.id")}
        AND (EXISTS (SELECT 1 FROM role_grant g JOIN role r ON r.code = g.role
            WHERE g.account_id = a.id AND g.void_reason IS NULL AND r.second_factor AND r.void_reason IS NULL
            AND g.start <= {day} AND (g.until IS NULL OR g.until > {day}))
        OR EXISTS (SELECT 1 FROM delegation d JOIN role r ON r.code = d.role
            WHERE d.delegate_id = a.id AND d.void_reason IS NULL AND d.ended_at IS NULL AND r.second_factor
            AND r.void_reason IS NULL AND d.start <= {day} AND d.until > {day})))"""


def duty_of(
    settings: Settings, must_change: Any, is_demo: Any, lacks_factor: Any, proof: str | None = None
) -> Duty | None:
    """The first duty of an account; those of a demonstration on this machine need no second factor.

    Who came through an identity provider, as `proof` says, used no password, and may have shown two factors there.
    """
    if proof == ProviderProof.AWAITED:
        return Duty.CODE
    if must_change and proof is None:
        return Duty.PASSWORD
    if proof == ProviderProof.VOUCHED:
        return None
    is_asked = settings.second_factor == "required" and not (is_demo and settings.is_local_default)
    return Duty.SECOND_FACTOR if lacks_factor and is_asked else None
