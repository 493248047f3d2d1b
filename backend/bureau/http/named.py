"""Which stored document a request names."""

from collections.abc import Mapping
from typing import Any

from bureau.kernel.errors import Malformed


def document_id(data: Mapping[str, Any]) -> str | None:
    """The id of a stored document: as GraphQL over HTTP has it, or as Apollo's clients send it; None where a request
    names none. Raises Malformed for what can be no id.
    """
    document = data.get("documentId")
    if document is None and isinstance(extensions := data.get("extensions"), dict):
        persisted = extensions.get("persistedQuery")
        digest = persisted.get("sha256Hash") if isinstance(persisted, dict) else None
        document = f"sha256:{digest}" if isinstance(digest, str) else digest
    if not isinstance(document, str | None):
        raise Malformed("documentId is a string.", "documentId 应为字符串。")
    return document
