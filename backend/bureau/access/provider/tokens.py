"""The tokens that an identity provider signs, and all that must be true of one before a word of it is believed."""

import hmac
from collections.abc import Callable, Mapping
from typing import Any

from joserfc import jwt
from joserfc.errors import BadSignatureError, InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from joserfc.jwt import JWTClaimsRegistry

from bureau.access.provider.metadata import Provider
from bureau.kernel.errors import Code, refuse
from bureau.storage.database import Database

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519", "EdDSA")
"""Signatures by a key that the provider alone has; `none` and those by a shared secret are not among them."""
SKEW_SECONDS = 60
"""By how much the provider's clock may differ."""
_OLDEST_SECONDS = 600
"""A token that was made longer ago was not made for this sign-in."""
_LOGOUT = "http://schemas.openid.net/event/backchannel-logout"

Claims = Mapping[str, Any]


class Tokens:
    """Reads tokens of one provider that were made for one client; raises Refusal PROVIDER_ANSWER_INVALID for others."""

    def __init__(self, database: Database, provider: Provider, client_id: str) -> None:
        self._now: Callable[[], int] = lambda: int(database.clock.now().timestamp())
        self._provider = provider
        self._issuer = database.settings.oidc_issuer
        self._client_id = client_id
        self._max_age = database.settings.oidc_max_age_hours * 3600
        self._registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)

    async def identity(self, token: str, nonce: str) -> Claims:
        """The claims of an ID token for the sign-in of this nonce (OpenID Connect Core 1.0, section 3.1.3.7)."""
        claims = await self._claims(token, sub={"essential": True})
        given = claims.get("nonce")
        if not isinstance(given, str) or not hmac.compare_digest(given.encode(), nonce.encode()):
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        shown_at = claims.get("auth_time")
        if self._max_age and not (isinstance(shown_at, int) and shown_at >= self._now() - self._max_age - SKEW_SECONDS):
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        return claims

    async def logout(self, token: str) -> Claims:
        """The claims of a logout token (OpenID Connect Back-Channel Logout 1.0, section 2.6)."""
        claims = await self._claims(token, jti={"essential": True})
        events = claims.get("events")
        names_somebody = any(isinstance(claims.get(name), str) for name in ("sub", "sid"))
        if not isinstance(events, dict) or _LOGOUT not in events or "nonce" in claims or not names_somebody:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        return claims

    async def _claims(self, token: str, **more: Any) -> Claims:
        try:
            claims = await self._signed(token)
            now = self._now()
            essential = {
                "iss": {"essential": True, "value": self._issuer},
                "aud": {"essential": True, "value": self._client_id},
                "exp": {"essential": True},
                "iat": {"essential": True},
                **more,
            }
            JWTClaimsRegistry(now, SKEW_SECONDS, **essential).validate(dict(claims))
        except (JoseError, ValueError) as error:
            raise refuse(Code.PROVIDER_ANSWER_INVALID) from error
        is_ours_alone = claims["aud"] in (self._client_id, [self._client_id])
        is_old = claims["iat"] < now - _OLDEST_SECONDS - SKEW_SECONDS
        if not is_ours_alone or claims.get("azp", self._client_id) != self._client_id or is_old:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        return claims

    async def _signed(self, token: str) -> Claims:
        """The claims of a token whose signature is right; the keys are asked for anew where it is by none of them."""
        try:
            return self._decoded(token, await self._provider.keys())
        except (InvalidKeyIdError, BadSignatureError):
            return self._decoded(token, await self._provider.keys(anew=True))

    def _decoded(self, token: str, keys: KeySet) -> Claims:
        return jwt.decode(token, keys, registry=self._registry).claims
