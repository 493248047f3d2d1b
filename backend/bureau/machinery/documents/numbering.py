"""How documents come to their numbers: ours are given one after the other, those of others are kept (编号登记)."""

from datetime import date
from typing import Annotated, Any

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Refusal, invalid
from bureau.kernel.field import One
from bureau.machinery.documents.number import written
from bureau.machinery.documents.official_document import (
    DocumentDirection,
    OfficialDocument,
    Secrecy,
    official_document,
)
from bureau.machinery.documents.organ_code import OrganCode
from bureau.machinery.documents.urgency import Urgency
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.ids import next_numbers


@action(official_document, rules.officers, label=("Give a number", "发文编号"), place="organ")
async def issue_document(
    act: Act,
    *,
    organ: Annotated[OrganCode, One(OrganCode, "Organ code", "机关代字")],
    title: Annotated[str, OfficialDocument.title],
    direction: Annotated[DocumentDirection, OfficialDocument.direction] = DocumentDirection.OUTGOING,
    urgency: Annotated[Urgency, OfficialDocument.urgency] = Urgency.ORDINARY,
    summary: Annotated[str | None, OfficialDocument.summary] = None,
    secrecy: Annotated[Secrecy | None, OfficialDocument.secrecy] = None,
    kept_at: Annotated[str | None, OfficialDocument.kept_at] = None,
) -> OfficialDocument:
    """Give a document that goes out, or is for the house alone, the next number of its organ code in this year.

    It is dated on the day of its number, so that none is numbered back. A series has no gaps: a number is taken with
    the document that bears it or not at all, and one that was made void is given to no other.
    """
    if direction == DocumentDirection.INCOMING:
        raise Refusal([invalid("direction", "what is received has its sender's number.", "收文使用来文字号。")])
    year = act.today.year
    (serial,) = await next_numbers(act.tx, f"document.{organ.code}.{year}", 1)
    number = written(organ.code, year, serial)
    return await act.create(
        OfficialDocument,
        direction=direction,
        unit=await organ.unit,
        number=number,
        given=number,
        organ_code=organ.code,
        year=year,
        serial=serial,
        dated_on=act.today,
        title=title,
        urgency=urgency,
        summary=summary,
        secrecy=secrecy,
        kept_at=kept_at,
        **_registered(act),
    )


@action(official_document, rules.officers, label=("Register what came in", "收文登记"), place="unit")
async def register_document(
    act: Act,
    *,
    unit: Annotated[Unit, OfficialDocument.unit],
    sender: Annotated[str, OfficialDocument.sender],
    number: Annotated[str, OfficialDocument.number],
    title: Annotated[str, OfficialDocument.title],
    dated_on: Annotated[date, OfficialDocument.dated_on],
    received_on: Annotated[date | None, OfficialDocument.received_on] = None,
    urgency: Annotated[Urgency, OfficialDocument.urgency] = Urgency.ORDINARY,
    summary: Annotated[str | None, OfficialDocument.summary] = None,
    secrecy: Annotated[Secrecy | None, OfficialDocument.secrecy] = None,
    kept_at: Annotated[str | None, OfficialDocument.kept_at] = None,
) -> OfficialDocument:
    """Register a document that a unit received, under its sender's number, once.

    A number that looks odd is kept as it stands, and told of; so that who copied it wrongly can mend it.
    """
    return await act.create(
        OfficialDocument,
        direction=DocumentDirection.INCOMING,
        unit=unit,
        sender=sender,
        number=number,
        dated_on=dated_on,
        received_on=received_on or act.today,
        title=title,
        urgency=urgency,
        summary=summary,
        secrecy=secrecy,
        kept_at=kept_at,
        **_registered(act),
    )


def _registered(act: Act) -> dict[str, Any]:
    return {"registered_by": act.actor.name, "registered_at": act.tx.now()}
