"""The console in a real browser: journeys by keyboard and pointer against a running server with a demo city."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bureau.commands.demo import demo_city
from bureau.machinery.demo.accounts import PASSWORD
from bureau.settings import Settings
from tests.support.live import free_port, listening
from tests.support.smtp import MailBox, mail_server

HERE = Path(__file__).parent
JOURNEYS = sorted(path.name for path in (HERE / "console").glob("*.test.mjs"))
MAX_FILE_BYTES = 2_000_000
"""So small that a file of a test can be too large."""


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailBox]:
    """A mail server, whose last mail lies in a file."""
    directory = tmp_path_factory.mktemp("mail")
    with mail_server(directory, MailBox(free_port(), written=directory / "last.txt")) as found:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SSL_CERT_FILE", str(directory / "ca.pem"))
            yield found


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, box: MailBox) -> Iterator[str]:
    """A server with a demo city; its accounts exist on the embedded database alone."""
    if os.environ.get("BUREAU_TEST_DATABASE") == "postgres":
        pytest.skip("demo accounts exist on the embedded database alone")
    port = free_port()
    origin = f"http://localhost:{port}"
    directory = tmp_path_factory.mktemp("city")
    mails = {"smtp_url": box.url(), "mail_from": "no-reply@bureau.example.cn"}
    settings = Settings(data_dir=directory, database_url="", origins=origin, max_file_bytes=MAX_FILE_BYTES, **mails)
    asyncio.run(demo_city(settings, 40, 3000, 1, if_empty=False, say=lambda line: None, planted_to=None))
    with listening(settings, port):
        yield origin


@pytest.fixture(scope="module")
def browser() -> Iterator[str]:
    """Where the browser is reached that all journeys share."""
    chromium = shutil.which("chromium")
    assert chromium, "chromium comes with `make test`"
    known = os.environ | {"CHROMIUM": chromium}
    run = [_node(), "server.mjs"]
    with subprocess.Popen(run, cwd=HERE, env=known, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()


@pytest.mark.parametrize("journey", JOURNEYS)
def test_console(url: str, browser: str, box: MailBox, journey: str) -> None:
    told = {"BUREAU_URL": url, "BUREAU_PASSWORD": PASSWORD, "BUREAU_BROWSER": browser, "BUREAU_MAIL": str(box.written)}
    run = [_node(), "--test", "--test-reporter=spec", f"console/{journey}"]
    done = subprocess.run(
        run, cwd=HERE, env=os.environ | told, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _node() -> str:
    node = shutil.which("node")
    assert node, "node comes with `make setup`"
    return node
