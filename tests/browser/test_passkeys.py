"""Passkeys in a real browser: Chromium, with an authenticator of its own making."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import databases, world
from tests.support.live import PASSWORD, free_port, listening

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def url(ready: tuple[str, world.World], server: databases.Server) -> Iterator[str]:
    """A server at a name, since browsers give passkeys to none by a bare address."""
    port = free_port()
    origin = f"http://localhost:{port}"
    with listening(server.settings(ready[0], origins=origin), port):
        yield origin


def test_a_passkey_is_added_used_alone_and_beside_the_password_and_cancelled(url: str) -> None:
    node, chromium = shutil.which("node"), shutil.which("chromium")
    assert node, "node comes with `make setup`"
    assert chromium, "chromium comes with `make test`"
    run = [node, "passkeys.mjs", chromium, url, "county", PASSWORD]
    done = subprocess.run(run, cwd=HERE, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    codes = told["added"].pop("recoveryCodes")
    assert len(set(codes)) == 10
    assert told == {
        "added": {"errors": []},
        "listed": [{"name": "This machine", "isBackedUp": False, "usedAt": None}],
        "signedOut": None,
        "alone": {"viewer": {"username": "county"}, "errors": []},
        "aloneAs": "county",
        "again": {"viewer": None, "errors": [{"code": "PASSKEY_FAILED"}]},
        "needed": [{"code": "SECOND_FACTOR_NEEDED"}],
        "beside": [],
        "besideAs": "county",
        "cancelled": "NotAllowedError",
        "cancelledAs": None,
        "afterwards": [],
        "elsewhere": "SecurityError",
    }
