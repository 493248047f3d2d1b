"""The servers that are measured: each one process with eight connections, each told apart by its processor time."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

HERE = Path(__file__).parent
TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Server:
    """A running server."""

    name: str
    url: str
    process: subprocess.Popen[bytes]
    started_seconds: float

    def cpu(self) -> float:
        """Processor seconds of the process and those it started, so far."""
        return sum(map(cpu_of, family(self.process.pid)))

    def memory(self) -> float:
        """Resident memory now, in MiB."""
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) / 1024
        return 0.0


def cpu_of(pid: int, *, ended: bool = False) -> float:
    """Processor seconds of one process so far, user and system, with those of its children that have `ended`."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11 : 15 if ended else 13])) / TICK


def family(pid: int) -> list[int]:
    """A process and all that it started, which run still: `node` from a wheel is started by a small Python program."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in task.read_text().split():
                found += family(int(child))
    return found


def cpu_of_postgres() -> float:
    """Processor seconds of every PostgreSQL process there is, and of those its postmaster has seen the end of."""
    total = 0.0
    for path in Path("/proc").glob("[0-9]*/comm"):
        with contextlib.suppress(OSError):
            if path.read_text().strip() == "postgres":
                total += cpu_of(int(path.parent.name), ended=True)
    return total


@contextlib.contextmanager
def running(name: str, command: list[str], port: int, probe: str, env: dict[str, str]) -> Iterator[Server]:
    """A server that answers on `port`, for as long as the context lasts."""
    begun = time.perf_counter()
    process = subprocess.Popen(
        command,
        env={**os.environ, **env},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=HERE,
        start_new_session=True,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        while True:
            with contextlib.suppress(httpx.TransportError):
                if (
                    httpx.post(f"{url}{probe}", json={"query": "{ __typename }", "values": [1]}, timeout=30).status_code
                    < 500
                ):
                    break
            if process.poll() is not None:
                raise RuntimeError(f"{name} did not start")
            time.sleep(0.02)
        yield Server(name, url, process, time.perf_counter() - begun)
    finally:
        os.killpg(process.pid, signal.SIGTERM)  # what it started goes with it
        process.wait(20)


def ours(database: str, data_dir: Path, port: int = 8311) -> "contextlib.AbstractContextManager[Server]":
    """Bureau itself, as `bureau serve` starts it in a city, where jobs are another process's."""
    env = {
        "BUREAU_DATABASE_URL": database,
        "BUREAU_PORT": str(port),
        "BUREAU_DATA_DIR": str(data_dir),
        "BUREAU_JOBS": "false",
    }
    env["BUREAU_COST_PER_MINUTE"] = env["BUREAU_ANONYMOUS_COST_PER_MINUTE"] = str(10**15)  # counted, and never spent
    return running("Bureau", [sys.executable, "-m", "bureau.cli", "serve"], port, "/graphql", env)


def handwritten(database: str) -> "contextlib.AbstractContextManager[Server]":
    """Hand-written SQL on bare Starlette."""
    env = {"BENCH_URL": database, "BENCH_PORT": "8312"}
    return running("hand-written", [sys.executable, str(HERE / "peers" / "handwritten.py")], 8312, "/2", env)


def postgraphile(database: str) -> "contextlib.AbstractContextManager[Server]":
    """PostGraphile 5."""
    command = [str(Path(sys.executable).with_name("node")), str(HERE / "peers" / "postgraphile.mjs"), database, "8313"]
    return running("PostGraphile", command, 8313, "/graphql", {"NODE_ENV": "production", "GRAPHILE_ENV": "production"})
