"""Egress: nothing of ours can be reached by an address that somebody gives us, however it is written or resolved."""

import asyncio
import socket
from ipaddress import ip_address
from typing import Any

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bureau.machinery.delivery.hooks.calling import Envelope, Line
from bureau.machinery.delivery.hooks.egress import Egress, EgressRefused
from bureau.settings import Settings
from tests.support.receiver import receiving
from tests.support.world import NOW

OURS = [
    "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
    "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
    "64:ff9b::a00:1", "2002:a00:1::1", "2001:db8::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "114.114.114.114", "2400:3200::1", "64:ff9b::808:808", "::ffff:8.8.8.8"]
MESSAGE = Envelope("msg_1", "school.update", NOW, "School", "School:1", 1, 1, "update")
SECRET = "whsec_" + "QUFB" * 10


def egress(**settings: Any) -> Egress:
    return Egress(Settings(**settings))


@pytest.mark.parametrize("address", OURS)
def test_an_address_that_is_not_public_is_refused(address: str) -> None:
    assert not egress().admits(ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_admitted(address: str) -> None:
    assert egress().admits(ip_address(address))


@given(st.ip_addresses(v=4, network="10.0.0.0/8") | st.ip_addresses(v=4, network="192.168.0.0/16"))
def test_what_wraps_an_address_that_is_not_public_is_refused_too(inner: Any) -> None:
    number = int(inner)
    wrapped = [(0xFFFF << 32) | number, (0x64FF9B << 96) | number, (0x2002 << 112) | (number << 80)]
    assert [one for one in wrapped if egress().admits(ip_address(one.to_bytes(16, "big")))] == []


def test_the_operator_names_networks_and_hosts() -> None:
    inner = egress(webhook_networks="10.20.0.0/16, 169.254.0.0/16")
    assert inner.admits(ip_address("10.20.3.4"))
    assert not inner.admits(ip_address("10.21.3.4"))
    assert not inner.admits(ip_address("169.254.169.254")), "what a cloud tells its machines is never reached"
    named = egress(webhook_hosts="hooks.example.cn, *.schools.example.cn")
    for url, is_there in (
        ("https://hooks.example.cn/x", True),
        ("https://HOOKS.example.cn/x", True),
        ("https://a.schools.example.cn/", True),
        ("https://schools.example.cn/", False),
        ("https://evilschools.example.cn/", False),
        ("https://example.org/", False),
    ):
        assert (list(named.faults(url, "url")) == []) is is_there, url


@pytest.mark.parametrize("url", ["https://2130706433/", "https://0x7f.1/", "https://0177.0.0.1/"])
async def test_an_address_written_as_no_other_program_writes_it_leads_nowhere(url: str) -> None:
    """Resolvers read such numbers as addresses; what they come to is looked at all the same."""
    assert "is not public" in await failure_of(url, egress()) or "is not known" in await failure_of(url, egress())


async def failure_of(url: str, door: Egress) -> str:
    async with Line(url, [SECRET], door, 1) as line:
        return (await line.call(MESSAGE, NOW)).failure


async def test_a_name_is_looked_at_when_it_is_used_and_not_only_when_it_was_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name that stood for a public address stands for ours at the next attempt."""
    asked: list[str] = []

    async def resolve(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", port)), (0, 0, 0, "", ("10.0.0.5", port))]

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", resolve)
    assert list(egress().faults("https://rebound.example.cn/", "url")) == []
    for _ in range(2):
        assert await failure_of("https://rebound.example.cn/", egress()) == (
            "Not sent: rebound.example.cn stands for an address that is not public"
        )
    assert len(asked) == 2


async def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name is resolved once: there is no second answer that could lead elsewhere."""
    calls: list[str] = []

    async def resolve(host: Any, port: Any, **_: Any) -> list[Any]:
        calls.append(str(host))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    with receiving() as receiver:
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", resolve)
        url = f"http://hooks.example.cn:{receiver.port}/hook"
        async with Line(url, [SECRET], egress(webhook_networks="127.0.0.0/8"), 5) as line:
            reply = await line.call(MESSAGE, NOW)
    assert reply.status == 204
    assert [call for call in calls if call != "127.0.0.1"] == ["hooks.example.cn"]
    assert receiver.got[0].headers["host"] == f"hooks.example.cn:{receiver.port}"


async def test_names_that_are_not_allowed_are_not_even_resolved(monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolve(host: str, port: int, **_: Any) -> list[Any]:
        raise AssertionError

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", resolve)
    with pytest.raises(EgressRefused):
        await egress(webhook_hosts="hooks.example.cn").resolved("elsewhere.example.cn", 443)
    assert issubclass(EgressRefused, httpcore.ConnectError)
