"""How tests say what was refused."""

from typing import Any


def said(payload: dict[str, Any]) -> list[tuple[str, str]]:
    """Each fault of a payload as its code and its field."""
    return [(error["code"], ".".join(error["path"])) for error in payload["errors"]]
