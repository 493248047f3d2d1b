"""The load: wrk, one thread and eight connections, the same request over and over."""

import json
import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONNECTIONS = 8


@dataclass(frozen=True)
class Load:
    """What one run of the load came to."""

    rate: float
    """Requests a second."""
    p50: float
    p99: float
    """Latencies in milliseconds."""
    requests: int


def load(url: str, body: dict[str, Any], seconds: int, token: str = "") -> Load:
    """Send one request again and again for some seconds; raises if any answer is not 200."""
    with tempfile.TemporaryDirectory() as directory:
        script = Path(directory) / "request.lua"
        lines = [
            'wrk.method = "POST"',
            f"wrk.body = [==[{json.dumps(body)}]==]",
            'wrk.headers["Content-Type"] = "application/json"',
        ]
        if token:
            lines.append(f'wrk.headers["Authorization"] = "Bearer {token}"')
        script.write_text("\n".join(lines))
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", str(script), url]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if wrong := re.search(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)", said):
        raise RuntimeError(f"{url}: {wrong.group(0)}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    requests = re.search(r"(\d+) requests in", said)
    assert rate
    assert requests
    return Load(float(rate.group(1)), _latency(said, "50"), _latency(said, "99"), int(requests.group(1)))


def _latency(said: str, percent: str) -> float:
    found = re.search(rf"{percent}%\s+([\d.]+)(us|ms|s)\b", said)
    assert found
    return float(found.group(1)) * {"us": 0.001, "ms": 1, "s": 1000}[found.group(2)]
