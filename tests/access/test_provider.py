"""What a browser holds of a sign-in that is pending, and which addresses of a provider are gone to."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from bureau.access.provider.metadata import Provider
from bureau.access.provider.pending import LASTS_SECONDS, Pending, Sealing
from bureau.kernel.clock import FixedClock
from bureau.kernel.errors import Code, Refusal
from bureau.settings import Settings
from tests.support import world

ISSUER = "https://id.example.cn"
DOCUMENT = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/auth",
    "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/keys",
}


def sealing(secret: str, after: float = 0) -> Sealing:
    return Sealing(Settings(secret_key=secret * 32), FixedClock(world.NOW + timedelta(seconds=after)))


def code_of(refusal: pytest.ExceptionInfo[Refusal]) -> Code:
    return refusal.value.faults[0].code


def test_what_is_pending_opens_for_minutes_and_with_our_key() -> None:
    pending = Pending.begin("https://bureau.example.cn/oidc/callback", "/graphiql")
    held = sealing("a").seal(pending)
    assert pending.verifier not in held
    assert sealing("a", LASTS_SECONDS - 1).open(held) == pending
    for other, text in (
        (sealing("a", LASTS_SECONDS + 1), held),
        (sealing("b"), held),
        (sealing("a"), held[:-1]),
        (sealing("a"), ""),
        (sealing("a"), "中"),
    ):
        with pytest.raises(Refusal) as refusal:
            other.open(text)
        assert code_of(refusal) is Code.SIGN_IN_EXPIRED


def test_every_sign_in_has_secrets_of_its_own() -> None:
    made = [Pending.begin("https://bureau.example.cn/oidc/callback", "/") for _ in range(3)]
    assert len({secret for each in made for secret in (each.state, each.nonce, each.verifier, each.challenge)}) == 12


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"])
async def test_a_provider_with_tls_leads_to_no_place_without(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document: dict[str, Any] = dict(DOCUMENT)

    async def told(self: Provider, method: str, address: str, **_: Any) -> Mapping[str, Any]:
        assert (method, address) == ("GET", f"{ISSUER}/.well-known/openid-configuration")
        return document

    monkeypatch.setattr(Provider, "fetch", told)
    assert (await Provider(ISSUER).metadata()).token_endpoint == f"{ISSUER}/token"
    document[name] = "http://id.example.cn/place"
    with pytest.raises(Refusal) as refusal:
        await Provider(ISSUER).metadata()
    assert code_of(refusal) is Code.PROVIDER_ANSWER_INVALID
