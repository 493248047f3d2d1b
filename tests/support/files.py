"""How tests hand in files and get them back: over HTTP, in pieces, on either store."""

import base64
import contextlib
import os
import secrets
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import httpx
import obstore
from obstore.store import S3Store

from tests.support.live import PASSWORD, browser

SIGN_IN = "mutation($i: SignInInput!) { signIn(input: $i) { errors { code } } }"
TUS = {"tus-resumable": "1.0.0"}
STORES = ("local", "s3")


@dataclass(frozen=True)
class Uploader:
    """Somebody who hands in files."""

    client: httpx.Client

    def begin(self, size: object, name: str = "名单.txt", **headers: str) -> httpx.Response:
        """Ask for a new upload."""
        named = f"filename {base64.b64encode(name.encode()).decode()}"
        return self.client.post(
            "/files", headers={**TUS, "upload-length": str(size), "upload-metadata": named, **headers}
        )

    def send(self, url: str, offset: object, data: object, **headers: str) -> httpx.Response:
        """Send a piece."""
        said = {**TUS, "content-type": "application/offset+octet-stream", "upload-offset": str(offset)}
        return self.client.patch(url, content=data, headers={**said, **headers})  # type: ignore[arg-type]

    def head(self, url: str) -> httpx.Response:
        """Ask how far an upload is."""
        return self.client.head(url, headers=TUS)

    def offset(self, url: str) -> int:
        """How much has arrived."""
        return int(self.head(url).headers["upload-offset"])

    def upload(self, data: bytes, name: str = "名单.txt", piece: int = 0) -> str:
        """Hand in a file, in pieces of a size or at once; its address, once it is checked."""
        url = str(self.begin(len(data), name).headers["location"])
        step = piece or len(data)
        for start in range(0, len(data), step):
            assert self.send(url, start, data[start : start + step]).status_code == 204
        self.state(url)
        return url

    def state(self, url: str) -> str:
        """What became of a complete upload."""
        deadline = time.monotonic() + 60
        while (state := self.head(url).headers["bureau-file-state"]) == "CHECKING":
            assert time.monotonic() < deadline
            time.sleep(0.02)
        return str(state)

    def reason(self, url: str) -> str:
        """Why a file cannot be opened."""
        return str(self.client.get(url).json()["errors"][0]["message"])


@contextlib.contextmanager
def uploader(url: str, username: str = "registrar", **headers: str) -> Iterator[Uploader]:
    """Somebody with a browser; nobody under the empty name."""
    with browser(url, timeout=60, **headers) as client:
        if username:
            given = {"i": {"username": username, "password": PASSWORD}}
            reply = client.post("/graphql", json={"query": SIGN_IN, "variables": given})
            assert reply.json()["data"]["signIn"]["errors"] == []
        yield Uploader(client)


@contextlib.contextmanager
def bucket() -> Iterator[str]:
    """The address of an empty bucket on a server of its own that speaks S3; the variables of AWS lead to it."""
    port = free_port()
    moto = Path(__file__).parents[1] / "s3" / ".venv" / "bin" / "moto_server"
    assert moto.exists(), "make tests/s3/.venv/.installed"
    command = [str(moto), "-H", "127.0.0.1", "-p", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    variables = {
        "AWS_ACCESS_KEY_ID": "tests",
        "AWS_SECRET_ACCESS_KEY": "tests",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
        "AWS_ALLOW_HTTP": "true",
    }
    try:
        wait_for(port)
        with mock.patch.dict(os.environ, variables):
            name = f"bureau-{secrets.token_hex(4)}"
            httpx.put(f"http://127.0.0.1:{port}/{name}", timeout=30).raise_for_status()
            yield f"s3://{name}/files"
    finally:
        server.kill()
        server.wait()


def objects(url: str) -> list[str]:
    """What lies in a bucket."""
    return [item["path"] for items in obstore.list(S3Store.from_url(url)) for item in items]


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    deadline = time.monotonic() + 30
    while True:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert time.monotonic() < deadline
        time.sleep(0.05)
