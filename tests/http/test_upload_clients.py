"""Uploads with tus-js-client as others use it, through servers that are killed and servers that take turns."""

import asyncio
import contextlib
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bureau.catalogue import Catalogue
from bureau.commands.accounts import add_token
from bureau.kernel.clock import SystemClock
from bureau.main import opened
from bureau.settings import Settings
from tests.support.databases import SECRET, Server
from tests.support.files import TUS, Uploader, free_port, uploader, wait_for
from tests.support.live import Live, browser, listening
from tests.support.world import World

AUDIT = Path(__file__).parents[1] / "audit"
LINES = ("成都市实验中学,七年级,1班,学生\n" * 1000).encode()


@pytest.fixture(scope="module")
def settings(ready: tuple[str, World], server: Server) -> Settings:
    return server.settings(ready[0])


@pytest.fixture(scope="module")
def token(settings: Settings, parts: Catalogue) -> str:
    async def add() -> str:
        async with opened(settings, parts) as services:
            until = SystemClock().today() + timedelta(days=1)
            return await add_token(services, "registrar", "uploads of the tests", until)

    return asyncio.run(add())


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("files") / "table.csv"
    path.write_bytes(LINES * 500)
    return path


class Process:
    """A server of the command's own, in a process that can be killed."""

    def __init__(self, settings: Settings) -> None:
        self.port = free_port()
        self._environment = {
            **os.environ,
            "BUREAU_DATABASE_URL": settings.database_url,
            "BUREAU_DATA_DIR": str(settings.data_dir),
            "BUREAU_SECRET_KEY": SECRET,
            "BUREAU_PORT": str(self.port),
        }
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bureau.cli", "serve"],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_for(self.port)

    def kill(self) -> None:
        """End it as a power cut does."""
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    @property
    def peak(self) -> int:
        """The most memory it ever had, in bytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024


@contextlib.contextmanager
def serving(settings: Settings) -> Iterator[Process]:
    process = Process(settings)
    try:
        yield process
    finally:
        process.kill()


def client(url: str, token: str, path: Path, chunk: int) -> "subprocess.Popen[str]":
    node = shutil.which("node")
    assert node, "node comes with `make setup`"
    command = [node, "upload.mjs", f"{url}/files", token, str(path), "名单.csv", str(chunk)]
    return subprocess.Popen(command, cwd=AUDIT, stdout=subprocess.PIPE, text=True)


def same(url: str, token: str, location: str, path: Path) -> bool:
    with httpx.Client(base_url=url, headers={"authorization": f"Bearer {token}"}, timeout=60) as holder:
        assert Uploader(holder).state(location) == "READY"
        return holder.get(location).content == path.read_bytes()


@pytest.mark.parametrize("chunk", [0, 1_500_000])
def test_tus_js_client_hands_in_a_file(settings: Settings, token: str, table: Path, chunk: int) -> None:
    with listening(settings) as url:
        sending = client(url, token, table, chunk)
        said, _ = sending.communicate(timeout=120)
        assert sending.returncode == 0
        assert same(url, token, said.split()[-1], table)


@pytest.mark.soak
def test_an_upload_outlives_servers_that_are_killed_again_and_again(
    settings: Settings, token: str, table: Path
) -> None:
    with serving(settings) as process:
        sending = client(process.url, token, table, 500_000)
        assert sending.stdout
        for least in (2_000_000, 8_000_000, 14_000_000):
            while int(sending.stdout.readline()) < least:
                pass
            process.kill()
            process.start()
        said, _ = sending.communicate(timeout=120)
        assert sending.returncode == 0
        assert same(process.url, token, said.split()[-1], table)


def test_a_server_that_is_killed_within_a_piece_loses_no_more_than_a_part(
    settings: Settings, token: str, table: Path
) -> None:
    data = table.read_bytes()
    held = {"authorization": f"Bearer {token}"}
    with serving(settings) as process:

        def halting() -> Iterator[bytes]:
            yield data[:9_000_000]
            with httpx.Client(base_url=process.url, headers=held, timeout=60) as other:
                while Uploader(other).offset(location) < 2 * (4 << 20):
                    pass
            process.kill()
            yield data[9_000_000:]

        with httpx.Client(base_url=process.url, headers=held, timeout=60) as holder:
            owner = Uploader(holder)
            location = owner.begin(len(data), "名单.csv").headers["location"]
            said = {"content-length": str(len(data))}
            with pytest.raises(httpx.TransportError):
                owner.send(location, 0, halting(), **said)
            process.start()
            arrived = owner.offset(location)
            assert arrived == 2 * (4 << 20)
            assert owner.send(location, arrived, data[arrived:]).status_code == 204
        assert same(process.url, token, location, table)


def test_servers_take_turns_at_one_upload(live: Live) -> None:
    data = LINES * 3
    with listening(live.settings) as second, uploader(live.url) as here:
        with browser(second, timeout=60) as there:
            there.cookies = here.client.cookies
            turns = (here, Uploader(there))
            location = here.begin(len(data), "名单.csv").headers["location"]
            step = len(data) // 7
            for number, start in enumerate(range(0, len(data), step)):
                assert turns[number % 2].offset(location) == start
                assert turns[number % 2].send(location, start, data[start : start + step]).status_code == 204
            for turn in turns:
                assert turn.state(location) == "READY"
                assert turn.client.get(location).content == data
            assert turns[1].client.delete(location, headers=TUS).status_code == 204
            assert here.client.get(location).status_code == 404


@pytest.mark.parametrize("megabytes", [60, pytest.param(200, marks=pytest.mark.soak)])
def test_a_large_file_takes_little_memory(settings: Settings, token: str, tmp_path: Path, megabytes: int) -> None:
    path = tmp_path / "large.csv"
    dice = random.Random(megabytes)
    digest = hashlib.sha256()
    with path.open("wb") as file:
        for _ in range(megabytes):
            block = dice.randbytes(500_000).hex().encode()
            file.write(block)
            digest.update(block)
    with serving(settings) as process:
        small = tmp_path / "small.csv"
        small.write_bytes(LINES)
        client(process.url, token, small, 0).communicate(timeout=120)
        before = process.peak
        said, _ = client(process.url, token, path, 0).communicate(timeout=300)
        with httpx.Client(base_url=process.url, headers={"authorization": f"Bearer {token}"}, timeout=300) as holder:
            assert Uploader(holder).state(said.split()[-1]) == "READY"
            with holder.stream("GET", said.split()[-1]) as reply:
                received = hashlib.sha256()
                for block in reply.iter_bytes():
                    received.update(block)
        assert received.digest() == digest.digest()
        grown = process.peak - before
    print(f"{megabytes} MB took {grown / 1e6:.0f} MB")
    assert grown < 120_000_000
