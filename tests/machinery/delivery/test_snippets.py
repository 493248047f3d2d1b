"""The code that the console shows to whoever writes a receiver: it runs as it stands, and takes nothing that is not ours."""

import base64
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bureau.machinery.delivery.hooks.calling import Envelope, Line
from bureau.machinery.delivery.hooks.egress import Egress
from bureau.settings import Settings
from tests.support.receiver import Received, receiving

SNIPPETS = Path(__file__).parents[3] / "frontend/src/integrators/webhooks/snippets"
OLD, NEW = (f"whsec_{base64.b64encode(bytes([number]) * 32).decode()}" for number in (1, 2))
RUN = """import {{ verify }} from {module};
const {{ secret, headers, body }} = JSON.parse(process.argv[1]);
try {{ console.log(JSON.stringify(verify(secret, headers, Buffer.from(body)))) }} catch (error) {{ console.log('refused') }}"""

Verify = Callable[[str, dict[str, str], bytes], Any]


def in_python(secret: str, headers: dict[str, str], body: bytes) -> Any:
    """What the Python makes of a request; `refused` for what it does not take."""
    names: dict[str, Any] = {}
    exec((SNIPPETS / "verify.py").read_text("utf-8"), names)
    try:
        return names["verify"](secret, headers, body)
    except ValueError:
        return "refused"


def in_javascript(secret: str, headers: dict[str, str], body: bytes) -> Any:
    """What the JavaScript makes of a request, as Node runs it."""
    node = Path(sys.executable).with_name("node")
    text = RUN.format(module=json.dumps((SNIPPETS / "verify.mjs").as_uri()))
    given = json.dumps({"secret": secret, "headers": headers, "body": body.decode()})
    done = subprocess.run([node, "--input-type=module", "-e", text, given], capture_output=True, text=True, check=True)
    said = done.stdout.strip()
    return said if said == "refused" else json.loads(said)


async def sent(now: datetime) -> Received:
    """A message as it arrives, signed with two secrets."""
    message = Envelope("msg_1", "school.update", now, "School", "School:1", 2, 3, "update")
    with receiving() as receiver:
        async with Line(receiver.url, [NEW, OLD], Egress(Settings(webhook_networks="127.0.0.0/8")), 5) as line:
            assert (await line.call(message, now)).is_taken
    return receiver.got[0]


@pytest.mark.parametrize("verify", [in_python, in_javascript])
async def test_a_message_is_taken_that_is_ours_and_no_other(verify: Verify) -> None:
    got = await sent(datetime.now(UTC))
    told = {"kind": "School", "id": "School:1", "version": 2, "position": "3", "verb": "update"}
    assert verify(NEW, got.headers, got.raw)["data"] == told
    assert verify(OLD, got.headers, got.raw)["data"] == told, "while a secret is being renewed"
    assert verify("whsec_" + "QUFB" * 11, got.headers, got.raw) == "refused"
    assert verify(NEW, got.headers, got.raw.replace(b"School:1", b"School:2")) == "refused"
    assert verify(NEW, {**got.headers, "webhook-id": "msg_2"}, got.raw) == "refused"
    late = await sent(datetime.now(UTC) - timedelta(minutes=10))
    assert verify(NEW, late.headers, late.raw) == "refused"
