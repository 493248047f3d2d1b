"""For whom passkeys are made: the domain and the pages of this bureau, as its settings say."""

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from bureau.settings import Settings

_HERE = "localhost"


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """A bureau as browsers and authenticators know it."""

    domain: str
    """What passkeys are bound to (the RP ID of WebAuthn)."""
    origins: tuple[str, ...]
    """The pages that may ask for them."""
    name: str
    """What authenticators show beside them."""


def relying_party(settings: Settings) -> RelyingParty | None:
    """The bureau of these settings; None where they name no domain, or no page within it that browsers trust."""
    origins = settings.allowed_origins
    if not origins and settings.is_local_default:
        origins = (f"http://{_HERE}:{settings.port}",)
    hosts = {_host(origin) for origin in origins}
    domain = settings.passkey_domain or (hosts.pop() if len(hosts) == 1 else "")
    within = tuple(origin for origin in origins if is_within(origin, domain))
    if not within:
        return None
    return RelyingParty(domain, within, settings.bureau_name or "Bureau")


def is_within(origin: str, domain: str) -> bool:
    """Whether a page of an origin may use the passkeys of a domain: its own or one above it, never by a bare address.

    Browsers want TLS for it, but on the machine itself.
    """
    host = _host(origin)
    if not domain or _is_address(host) or not (host == domain or host.endswith(f".{domain}")):
        return False
    return origin.startswith("https://") or host == _HERE


def _host(origin: str) -> str:
    return urlsplit(origin).hostname or ""


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
