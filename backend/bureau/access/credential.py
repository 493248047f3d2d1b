"""What a browser hands over of a passkey, as it came: nothing of it is believed yet."""

from dataclasses import dataclass
from typing import Any

import orjson
from webauthn.helpers import base64url_to_bytes, parse_client_data_json
from webauthn.helpers.exceptions import WebAuthnException

from bureau.kernel.errors import Refusal, invalid


@dataclass(frozen=True, slots=True)
class Credential:
    """The answer of an authenticator, `PublicKeyCredential.toJSON()`."""

    content: dict[str, Any]
    id: bytes
    challenge: bytes
    """What it says that it was asked."""
    handle: bytes | None
    """Whose it says that it is, where it says so."""
    is_framed: bool
    """Whether a page asked for it that was shown within one of another site."""


def read_credential(text: str, path: str) -> Credential:
    """The credential of a JSON text; raises Refusal INVALID at `path` for what is none."""
    try:
        content = orjson.loads(text)
        response = content["response"]
        said = parse_client_data_json(base64url_to_bytes(response["clientDataJSON"]))
        handle = response.get("userHandle")
        return Credential(
            content=content,
            id=base64url_to_bytes(content["rawId"]),
            challenge=said.challenge,
            handle=base64url_to_bytes(handle) if handle else None,
            is_framed=bool(said.cross_origin),
        )
    except (WebAuthnException, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        reason = ("it is no credential of a passkey, as browsers give them out.", "不是浏览器返回的通行密钥凭证。")
        raise Refusal([invalid(path, *reason)]) from error
