"""The authorization code flow with PKCE: the way to the identity provider, and what its answer proves."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus, urlencode

from bureau.access.provider.metadata import Metadata, Provider
from bureau.access.provider.pending import Pending
from bureau.access.provider.tokens import Claims, Tokens
from bureau.access.secret import digest
from bureau.kernel.errors import Code, refuse
from bureau.settings import Settings
from bureau.storage.database import Database

CALLBACK = "/oidc/callback"
_VERIFIED = {"email": "email_verified", "phone_number": "phone_number_verified"}
"""Claims that their holders choose, each with the one that says that they are really theirs."""


@dataclass(frozen=True, slots=True)
class Proven:
    """Who somebody is, as the provider has proved; its tokens are forgotten by now."""

    issuer: str
    subject: str
    username: str | None
    """The user name to which they may be bound, where the settings have a claim for it."""
    is_by_two_factors: bool
    session: str | None
    """Their session there, as a digest."""


class Flow:
    """Leads browsers to the provider and understands what they come back with."""

    def __init__(self, database: Database) -> None:
        self._settings = settings = database.settings
        self._secret = _secret_of(settings)
        self._provider = Provider(settings.oidc_issuer)
        self.tokens = Tokens(database, self._provider, settings.oidc_client_id)

    async def address(self, pending: Pending) -> str:
        """Where the browser goes to sign in; raises Refusal PROVIDER_UNAVAILABLE or PROVIDER_ANSWER_INVALID."""
        asked = {
            "response_type": "code",
            "client_id": self._settings.oidc_client_id,
            "redirect_uri": pending.callback,
            "scope": self._settings.oidc_scopes,
            "state": pending.state,
            "nonce": pending.nonce,
            "code_challenge": pending.challenge,
            "code_challenge_method": "S256",
        }
        if self._settings.oidc_max_age_hours:
            asked["max_age"] = str(self._settings.oidc_max_age_hours * 3600)
        if levels := sorted(value for name, value in self._settings.oidc_second_factors if name == "acr"):
            asked["acr_values"] = " ".join(levels)
        return _with((await self._provider.metadata()).authorization_endpoint, asked)

    async def prove(self, pending: Pending, answer: Mapping[str, str]) -> Proven:
        """Who the answer to `pending` proves somebody to be; raises Refusal PROVIDER_REFUSED and as `address` does."""
        metadata = await self._provider.metadata()
        issuer = answer.get("iss", None if metadata.names_itself else metadata.issuer)
        if issuer != metadata.issuer:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        if "error" in answer or "code" not in answer:
            raise refuse(Code.PROVIDER_REFUSED)
        granted = await self._exchange(metadata, pending, answer["code"])
        token = granted.get("id_token")
        if not isinstance(token, str):
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        claims = await self.tokens.identity(token, pending.nonce)
        return self._proven(await self._completed(metadata, claims, granted.get("access_token")))

    async def farewell(self, back: str) -> str:
        """Where the browser goes to sign out of the provider too, and then `back`; empty where it offers no such place.

        Raises Refusal as `address` does.
        """
        address = (await self._provider.metadata()).end_session_endpoint
        said = {"client_id": self._settings.oidc_client_id, "post_logout_redirect_uri": back}
        return _with(address, said) if address else ""

    async def _exchange(self, metadata: Metadata, pending: Pending, code: str) -> Mapping[str, Any]:
        """What the provider gives for a code (RFC 6749, section 4.1.3)."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": pending.callback,
            "code_verifier": pending.verifier,
        }
        client_id, secret = self._settings.oidc_client_id, self._secret
        if not secret or metadata.takes_secret_in_body:
            form |= {"client_id": client_id} | ({"client_secret": secret} if secret else {})
            return await self._provider.fetch("POST", metadata.token_endpoint, data=form)
        basic = (quote_plus(client_id), quote_plus(secret))  # RFC 6749, section 2.3.1
        return await self._provider.fetch("POST", metadata.token_endpoint, data=form, auth=basic)

    async def _completed(self, metadata: Metadata, claims: Claims, access_token: Any) -> Claims:
        """The claims of an ID token, with those that are needed and that the provider tells at another place."""
        wanted = {self._settings.oidc_claim, self._settings.oidc_match} - {""}
        if wanted <= set(claims) or not metadata.userinfo_endpoint or not isinstance(access_token, str):
            return claims
        said = {"authorization": f"Bearer {access_token}", "accept": "application/json"}
        told = await self._provider.fetch("GET", metadata.userinfo_endpoint, headers=said)
        if told.get("sub") != claims["sub"]:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        return {**told, **claims}

    def _proven(self, claims: Claims) -> Proven:
        settings, subject, session = self._settings, claims.get(self._settings.oidc_claim), claims.get("sid")
        if not isinstance(subject, str) or not subject:
            raise refuse(Code.PROVIDER_ANSWER_INVALID)
        name, verified = claims.get(settings.oidc_match), _VERIFIED.get(settings.oidc_match)
        is_sure = isinstance(name, str) and (verified is None or claims.get(verified) is True)
        return Proven(
            settings.oidc_issuer,
            subject,
            name if is_sure else None,
            not settings.oidc_second_factors.isdisjoint(_factors(claims)),
            digest(session) if isinstance(session, str) else None,
        )


def is_answer_to(pending: Pending, answer: Mapping[str, str]) -> bool:
    """Whether an answer is to what this browser began, be it good or bad."""
    return hmac.compare_digest(answer.get("state", "").encode(), pending.state.encode())


def _secret_of(settings: Settings) -> str:
    """What the provider knows this installation by; empty for a public client."""
    if settings.oidc_client_secret_file:
        return Path(settings.oidc_client_secret_file).read_text("utf-8").strip()
    return settings.oidc_client_secret


def _factors(claims: Claims) -> set[tuple[str, str]]:
    """How somebody signed in at the provider, as it says."""
    acr, amr = claims.get("acr"), claims.get("amr")
    used = {("amr", method) for method in amr if isinstance(method, str)} if isinstance(amr, list) else set()
    return used | ({("acr", acr)} if isinstance(acr, str) else set())


def _with(address: str, parameters: Mapping[str, str]) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(parameters)}"
