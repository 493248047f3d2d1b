"""A PostgreSQL for the tests: the one that runs on this machine, or a private one that is started and stopped."""

import asyncio
import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg

OFFERED = ("BUREAU_TEST_POSTGRES",)
_USUAL = ("postgres://postgres@127.0.0.1:5432/postgres", "postgres:///postgres?host=/var/run/postgresql")


def binaries() -> Path | None:
    """Where PostgreSQL's own programs lie."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return versions[-1].parent if versions else None


def running() -> str | None:
    """The address of a server that lets us make databases: the one offered, or one in a usual place."""
    offered = [os.environ[name] for name in OFFERED if os.environ.get(name)]
    return next((url for url in (*offered, *_USUAL) if asyncio.run(_answers(url))), None)


async def _answers(url: str) -> bool:
    try:
        connection = await asyncpg.connect(url, timeout=3)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, TimeoutError):
        return False
    try:
        return bool(
            await connection.fetchval("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
        )
    finally:
        await connection.close()


@contextlib.contextmanager
def server() -> Iterator[str]:
    """The address of a server for the tests, as asyncpg takes it."""
    url = running()
    if url:
        yield url
        return
    with private() as url:
        yield url


@contextlib.contextmanager
def private() -> Iterator[str]:
    """A server of our own in a temporary directory, gone afterwards."""
    programs = binaries()
    if programs is None:
        raise RuntimeError("PostgreSQL is not installed: apt-get install -y postgresql")
    with tempfile.TemporaryDirectory(prefix="bureau-pg-") as directory:
        as_user = _unprivileged(Path(directory))
        data, port = Path(directory) / "data", _free_port()

        def run(program: str, *arguments: str) -> None:
            command = [str(programs / program), *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", user=as_user)

        run("initdb", "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={directory} -c fsync=off"
        run("pg_ctl", "-D", str(data), "-o", options, "-l", str(Path(directory) / "log"), "-w", "start")
        try:
            yield f"postgres://postgres@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def _unprivileged(directory: Path) -> str | None:
    """initdb refuses root: the user to run it as, who then owns the directory."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            user = pwd.getpwnam(name)
            os.chown(directory, user.pw_uid, user.pw_gid)
            return name
    return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(0 if running() or binaries() else 1)
