"""For whom passkeys are made: which domain and which pages settings come to."""

from pathlib import Path

import pytest

from bureau.access.relying_party import relying_party
from bureau.settings import Settings

CITY = "postgres://bureau@db.example.cn/bureau"


@pytest.mark.parametrize(
    ("origins", "domain", "expected"),
    [
        ("https://bureau.example.cn", "", ("bureau.example.cn", ["https://bureau.example.cn"])),
        ("https://bureau.example.cn:8443", "", ("bureau.example.cn", ["https://bureau.example.cn:8443"])),
        ("https://a.example.cn,https://b.example.cn", "", None),
        (
            "https://a.example.cn, https://b.example.cn",
            "example.cn",
            ("example.cn", ["https://a.example.cn", "https://b.example.cn"]),
        ),
        ("https://a.example.cn,https://b.example.com", "example.cn", ("example.cn", ["https://a.example.cn"])),
        ("https://notexample.cn", "example.cn", None),
        ("http://bureau.example.cn", "", None),
        ("http://localhost:8000", "", ("localhost", ["http://localhost:8000"])),
        ("https://10.0.0.1", "", None),
        ("https://[::1]:8000", "", None),
        ("", "bureau.example.cn", None),
    ],
)
def test_it_is_the_domain_of_our_pages(
    tmp_path: Path, origins: str, domain: str, expected: tuple[str, list[str]] | None
) -> None:
    settings = Settings(data_dir=tmp_path, database_url=CITY, origins=origins, passkey_domain=domain)
    party = relying_party(settings)
    assert (party and (party.domain, list(party.origins))) == expected


def test_on_the_local_default_it_is_this_machine(tmp_path: Path) -> None:
    party = relying_party(Settings(data_dir=tmp_path, port=8123))
    assert party
    assert (party.domain, party.origins) == ("localhost", ("http://localhost:8123",))


@pytest.mark.parametrize("domain", ["https://example.cn", "example.cn:443", "Example.cn", "10.0.0.1", "cn.", "a b"])
def test_a_setting_that_is_no_domain_is_refused(tmp_path: Path, domain: str) -> None:
    with pytest.raises(ValueError, match=r"must read bureau\.example\.cn"):
        Settings(data_dir=tmp_path, passkey_domain=domain)
