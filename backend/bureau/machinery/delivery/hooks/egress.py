"""What may be reached from here: public addresses, and of others only those that the operator named.

A name is resolved at each new connection, all that it stands for is looked at, and the connection goes to the very
address that was looked at: what the name stands for a moment later leads nowhere.
"""

import asyncio
import socket
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import SplitResult, urlsplit

import httpcore
from httpcore import AnyIOBackend

from bureau.kernel.errors import Fault, invalid
from bureau.settings import Settings

Address = IPv4Address | IPv6Address

_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv4 addresses as they are written where IPv6 alone is spoken (RFC 6052)."""
_LOOPBACK = ip_network("127.0.0.0/8")


class EgressRefused(httpcore.ConnectError):
    """The address is none to which anything may be sent from here."""


class Egress:
    """Says where messages may go."""

    def __init__(self, settings: Settings) -> None:
        self._networks = [ip_network(text.strip()) for text in settings.webhook_networks.split(",") if text.strip()]
        self._hosts = [text.strip().lower() for text in settings.webhook_hosts.split(",") if text.strip()]

    def faults(self, url: str, path: str) -> Iterator[Fault]:
        """What is wrong with an address at which somebody wants to be told, as far as its text shows."""
        try:
            parts = urlsplit(url)
            host, _port = parts.hostname or "", parts.port
        except ValueError:
            parts, host = SplitResult("", "", "", "", ""), ""
        if not host or parts.scheme not in ("https", "http") or not url.isascii() or any(c.isspace() for c in url):
            yield invalid(path, "an address reads https://host/path.", "地址格式应为 https://主机/路径。")
            return
        if parts.username is not None or parts.password is not None or parts.fragment:
            yield invalid(path, "it has a user, a password or a fragment in it.", "不得含用户名、口令或片段。")
        if parts.scheme == "http" and not (self._is_this_machine(host) and _LOOPBACK in self._networks):
            yield invalid(path, "only https is encrypted.", "仅支持 https。")
        if not self._is_allowed_host(host) or (is_address(host) and not self.admits(ip_address(host))):
            yield invalid(path, "nothing may be sent there from here.", "不允许向该地址推送。")

    def admits(self, address: Address) -> bool:
        """Whether something may be sent to an address: a public one, or one of a network that was named."""
        address = _embedded(address)
        if address.is_multicast or address.is_unspecified or address.is_link_local:
            return False
        return address.is_global or any(address in network for network in self._networks)

    async def resolved(self, host: str, port: int) -> list[str]:
        """What a host stands for, all of which may be reached; raises EgressRefused, or ConnectError where it is not
        known.
        """
        if not self._is_allowed_host(host):
            raise EgressRefused(f"{host} is no host to which webhooks go")
        try:
            loop = asyncio.get_running_loop()
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} is not known") from error
        addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
        if not addresses or not all(self.admits(ip_address(one)) for one in addresses):
            raise EgressRefused(f"{host} stands for an address that is not public")
        return addresses

    def _is_allowed_host(self, host: str) -> bool:
        host = host.lower()
        return not self._hosts or any(
            host == one or (one.startswith("*.") and host.endswith(one[1:])) for one in self._hosts
        )

    @staticmethod
    def _is_this_machine(host: str) -> bool:
        return host == "localhost" or (is_address(host) and ip_address(host) in _LOOPBACK)


class CheckedBackend(AnyIOBackend):
    """Opens connections for httpcore, to none but addresses that egress admits; TLS still asks for the name."""

    def __init__(self, egress: Egress) -> None:
        self._egress = egress

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's interface)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of a host that answers; raises EgressRefused or ConnectError."""
        async with asyncio.timeout(timeout):
            addresses = await self._egress.resolved(host, port)
        for number, address in enumerate(addresses, 1):
            try:
                return await super().connect_tcp(address, port, timeout, local_address, socket_options)
            except httpcore.ConnectError:
                if number == len(addresses):
                    raise
        raise AssertionError("unreachable")


def is_address(host: str) -> bool:
    """Whether a host is written as a number."""
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _embedded(address: Address) -> Address:
    """The IPv4 address that an IPv6 one carries within it, by which it would be reached; itself where it is none."""
    if isinstance(address, IPv6Address):
        if address in _TRANSLATED:
            return IPv4Address(int(address) & 0xFFFFFFFF)
        teredo = address.teredo
        return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None) or address
    return address
