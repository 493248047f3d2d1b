import base64
import hmac
import json
import time

LATEST = 300  # seconds by which clocks may differ


def verify(secret: str, headers: dict[str, str], body: bytes) -> dict:
    """The message of a request whose body was signed with the secret; raises ValueError for any other."""
    message, at = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(at)) > LATEST:
        raise ValueError("too old or too new")
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = b".".join((message.encode(), at.encode(), body))
    right = base64.b64encode(hmac.digest(key, signed, "sha256"))
    for signature in headers["webhook-signature"].split(" "):  # two while a secret is being renewed
        version, _, value = signature.partition(",")
        if version == "v1" and hmac.compare_digest(value.encode(), right):
            return json.loads(body)  # it may come twice: know it by webhook-id
    raise ValueError("not signed with this secret")
