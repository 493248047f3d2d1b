"""A stored document: a GraphQL query that clients name by its SHA-256 instead of sending it (登记的查询文档)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Annotated

from bureau.access.documents import NAME, RESERVED, digest, shipped
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid
from bureau.kernel.field import Boolean, Moment, Text
from bureau.kernel.kind import CheckContext, Kind
from bureau.kernel.rules import Level
from bureau.storage.act import Act
from bureau.storage.record import Record

FACT = "document"
"""The fact that says what is wrong with a text as a document: the schema alone knows."""


class StoredDocument(Record):
    """A GraphQL query known by the SHA-256 of its exact text, and by a name: clients name it instead of sending it.

    A text is never changed under its name: it is made void, which withdraws it within seconds, and another is stored.
    """

    name = Text(60, "Name", "名称", unique="live", plain=True, pattern=NAME, note=("As in /q/NAME.json.", "见于网址。"))
    sha256 = Text(64, "SHA-256", "SHA-256 摘要", unique="live", plain=True, pattern="[0-9a-f]{64}")
    text = Text(50_000, "Text", "文档正文", lines=True, form="verbatim")
    english_description = Text(1000, "English description", "英文说明", lines=True)
    chinese_description = Text(1000, "Chinese description", "中文说明", lines=True)
    impersonal = Boolean(
        "Impersonal",
        "是否公开",
        note=("Answered as nobody, whoever asks, so that caches may keep it.", "按未登录者应答。"),
    )
    registered_by = Text(60, "Stored by", "登记人")
    registered_at = Moment("Stored at", "登记时间")


def _is_not_shipped(document: StoredDocument, context: CheckContext) -> Iterator[Fault]:
    """The build's documents keep their names and their texts, and the addresses beside them stay free."""
    known = shipped()
    if document.name in known:
        yield fault(Code.DUPLICATE, "name", kind=stored_document.words)
    if document.name in RESERVED:
        yield invalid("name", "it is the name of a page.", "该名称已被页面占用。")
    if any(document.sha256 == other.sha256 for other in known.values()):
        yield fault(Code.DUPLICATE, "sha256", kind=stored_document.words)


def _has_its_digest(document: StoredDocument, context: CheckContext) -> Iterator[Fault]:
    if document.sha256 != digest(document.text):
        yield fault(Code.MISMATCH, "sha256", other=StoredDocument.text.words)


def _can_be_executed(document: StoredDocument, context: CheckContext) -> Iterator[Fault]:
    yield from context.facts[FACT](document.text)


stored_document = Kind(
    StoredDocument,
    label=("Stored document", "Stored documents", "登记的查询文档"),
    read=(rules.staff | rules.director | rules.system_admin).anywhere,
    void=rules.system_admin.at(Level.CITY),
    natural_key=("name",),
    list=("name", "english_description", "chinese_description", "impersonal", "registered_by", "registered_at"),
    order=("name", "registered_at"),
    filter=("name", "sha256", "impersonal", "registered_at"),
    group=("impersonal",),
    checks=(_has_its_digest, _is_not_shipped, _can_be_executed),
)


@action(stored_document, rules.system_admin.at(Level.CITY), label=("Store document", "登记查询文档"))
async def store_document(
    act: Act,
    *,
    name: Annotated[str, StoredDocument.name],
    text: Annotated[str, StoredDocument.text],
    english_description: Annotated[str, StoredDocument.english_description],
    chinese_description: Annotated[str, StoredDocument.chinese_description],
    impersonal: Annotated[bool, StoredDocument.impersonal] = False,
) -> StoredDocument:
    """Store a query: clients then name it by its SHA-256 instead of sending it, or ask at /q/NAME.json.

    It shows to each what they would see by asking it themselves.
    """
    with _told_of_the_text():
        return await act.create(
            StoredDocument,
            name=name,
            sha256=digest(text),
            text=text,
            english_description=english_description,
            chinese_description=chinese_description,
            impersonal=impersonal,
            registered_by=act.actor.name,
            registered_at=act.tx.now(),
        )


@contextmanager
def _told_of_the_text() -> Iterator[None]:
    """Whoever stores a text gave no digest: what is wrong with that is wrong with the text."""
    try:
        yield
    except Refusal as refusal:
        raise Refusal(replace(f, path=("text",)) if f.path == ("sha256",) else f for f in refusal.faults) from refusal
