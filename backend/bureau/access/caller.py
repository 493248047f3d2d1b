"""From where a request comes: what is told of a session, and what attempts and anonymous requests are counted by."""

from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network

_IPV4_BITS, _IPV6_BITS = 24, 64
"""What one subscriber of a provider usually has: whoever is given a whole /64 has all its addresses to try from."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The address of a client, empty where it has none, and what the client says it is."""

    address: str = ""
    client: str = ""

    @property
    def network(self) -> str:
        """The network of the address."""
        return network(self.address)


@lru_cache(maxsize=10_000)
def network(address: str) -> str:
    """The network of an address: `192.0.2.0/24`, `2001:db8::/64`; `local` for what comes over no network."""
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return "local"
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    bits = _IPV6_BITS if isinstance(parsed, IPv6Address) else _IPV4_BITS
    return str(ip_network((parsed, bits), strict=False))


NOWHERE = Caller()
"""Where nothing is known of the client: the product itself, and its operator."""
