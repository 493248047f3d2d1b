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

HERE = Path(__file__).parent / "console"
JOURNEYS = sorted(path.name for path in HERE.glob("*.test.mjs"))


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with a demo city; its accounts exist on the embedded database alone."""
    if os.environ.get("BUREAU_TEST_DATABASE") == "postgres":
        pytest.skip("demo accounts exist on the embedded database alone")
    port = free_port()
    origin = f"http://localhost:{port}"
    settings = Settings(data_dir=tmp_path_factory.mktemp("city"), database_url="", origins=origin)
    asyncio.run(demo_city(settings, 40, 3000, 1, if_empty=False, say=lambda line: None, planted_to=None))
    with listening(settings, port):
        yield origin


@pytest.mark.parametrize("journey", JOURNEYS)
def test_console(url: str, journey: str) -> None:
    node, chromium = shutil.which("node"), shutil.which("chromium")
    assert node, "node comes with `make setup`"
    assert chromium, "chromium comes with `make test`"
    told = {"BUREAU_URL": url, "BUREAU_PASSWORD": PASSWORD, "CHROMIUM": chromium}
    run = [node, "--test", "--test-reporter=spec", f"console/{journey}"]
    done = subprocess.run(
        run, cwd=HERE.parent, env=os.environ | told, capture_output=True, text=True, check=False, timeout=600
    )
    assert done.returncode == 0, done.stdout + done.stderr
