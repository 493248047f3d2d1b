"""What becomes of a licence: another organiser, another term, revocation, what it says (许可证变更、延续、吊销)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.private.findings import judged
from bureau.areas.establishment.private.licence import Licence, LicenceEventSort, LicenceState, licence, refusals
from bureau.areas.establishment.private.limits import licence_years
from bureau.areas.establishment.private.organiser import MISUSES, OFFICERS, CreditEntry, Organiser
from bureau.areas.establishment.private.register import note_event
from bureau.kernel.action import action, outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid, refuse
from bureau.kernel.field import Date, Text
from bureau.kernel.period import months_later
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.machinery.inspections.inspection import Inspection, InspectionState
from bureau.machinery.tasks.taking_part import refuse_others
from bureau.registry.division import Division
from bureau.registry.school import School
from bureau.storage.act import Act

Item = Mapping[str, Any]
_CLEARED = Date("Finances cleared on", "财务清算日期")
_CONSENTED = Date("Consent of the board on", "理事会（董事会）同意日期")
_DOCUMENT = Text(100, "Decision", "批准文号")
_CHANGE_LAW = "民办教育促进法第五十四条"


async def look_at_organiser_changes(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether other organisers may take over: finances cleared, the board's consent, nothing lent or forged."""
    return [await _organiser_change(act, item) for item in items]


async def _organiser_change(act: Act, item: Item) -> list[Finding]:
    one, to = item["licence"], item["organiser"]
    cleared, consented = item["cleared_on"], item["consented_on"]
    hard = list(refusals(one.type, one.purpose, has_state_assets=to.has_state_assets))
    misused = await misuse(one)
    return [
        judged(
            "valid", one.state == LicenceState.VALID, Words("The licence does not hold.", "许可证已失效。"), _CHANGE_LAW
        ),
        judged(
            "another",
            to.id != one.__dict__["organiser_id"],
            Words("It is its organiser.", "与现举办者相同。"),
            _CHANGE_LAW,
        ),
        judged(
            "cleared",
            cleared <= act.today,
            Words("Finances are cleared first.", "应先进行财务清算。"),
            _CHANGE_LAW,
            "cleared_on",
        ),
        judged(
            "consented",
            cleared <= consented <= act.today,
            Words("The board consents after the clearing.", "理事会（董事会）应在清算后同意。"),
            _CHANGE_LAW,
            "consented_on",
        ),
        judged(
            "purpose",
            not hard,
            hard[0].words if hard else Words("", ""),
            "民办教育促进法第十九条；学前教育法第三十四条",
        ),
        judged(
            "qualified",
            to.unqualified_on is None,
            Words("The new organiser is not qualified.", "拟任举办者不具备条件。"),
            "民办教育促进法第十条",
            "organiser",
        ),
        judged("not_misused", misused is None, misused.words if misused else Words("", ""), "民办教育促进法第六十二条"),
    ]


@outcome(licence, label=("Change the organiser", "变更举办者"), checks=look_at_organiser_changes)
async def change_organiser(
    act: Act,
    licence: Licence,
    *,
    organiser: Annotated[Organiser, Licence.organiser],
    cleared_on: Annotated[date, _CLEARED],
    consented_on: Annotated[date, _CONSENTED],
    document: Annotated[str | None, _DOCUMENT] = None,
) -> Licence:
    """Let another organiser take a school over, once finances were cleared and its board consented (§1.4)."""
    given = {"organiser": organiser, "cleared_on": cleared_on, "consented_on": consented_on}
    await act.refuse_unmet(look_at_organiser_changes, {"licence": licence, **given})
    before = await licence.organiser
    changed = await act.change(licence, organiser=organiser, organiser_name=organiser.name)
    await note_event(act, changed, LicenceEventSort.ORGANISER_CHANGED, f"{before.name} → {organiser.name}", document)
    others = Licence.filter(organiser_id=before.id, state=LicenceState.VALID, void_reason__isnull=True)
    if before.change_due is not None and not await others.exists():
        (held,) = await act.hold_all(Organiser, id=before.id)
        await act.change(held, change_due=None)
    return changed


async def look_at_renewals(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """Whether licences may be renewed that were not renewed by themselves."""
    found = []
    for item in items:
        one, misused = item["licence"], await misuse(item["licence"])
        law = "民办教育促进法实施条例第二十二条"
        found.append(
            [
                judged(
                    "valid", one.state == LicenceState.VALID, Words("The licence does not hold.", "许可证已失效。"), law
                ),
                judged("not_misused", misused is None, misused.words if misused else Words("", ""), law),
                judged(
                    "rectified",
                    not await _unsettled(one),
                    Words("What an inspection found is not put right.", "检查发现的问题尚未整改到位。"),
                    law,
                ),
            ]
        )
    return found


@outcome(licence, label=("Renew", "延续许可证"), checks=look_at_renewals)
async def renew_licence(act: Act, licence: Licence, *, document: Annotated[str | None, _DOCUMENT] = None) -> Licence:
    """Renew a licence for another term, once what is on record against its organiser is put right."""
    await act.refuse_unmet(look_at_renewals, {"licence": licence})
    return await renewed(act, licence, document)


async def renewed(act: Act, one: Licence, document: str | None) -> Licence:
    """A licence with another term, from the day on which the last one ends."""
    school = await School.get(id=one.__dict__["school_id"])
    division = await Division.filter(id=school.__dict__["division_id"]).first()
    years = licence_years(one.type, one.purpose, act.today, division.code if division else "")
    until = months_later(one.valid_until, 12 * years)
    again = await act.change(one, valid_until=until, renewed_on=act.today, times_renewed=one.times_renewed + 1)
    await note_event(act, again, LicenceEventSort.RENEWED, f"{one.valid_until} → {until}", document)
    return again


@action(licence, OFFICERS, label=("Amend", "变更登记事项"))
async def amend_licence(
    act: Act,
    licence: Licence,
    *,
    school_name: Annotated[str | None, Licence.school_name] = None,
    address: Annotated[str | None, Licence.address] = None,
    principal_name: Annotated[str | None, Licence.principal_name] = None,
    representative_name: Annotated[str | None, Licence.representative_name] = None,
    document: Annotated[str, _DOCUMENT],
) -> Licence:
    """Let a licence say what was decided of the school since: its name, its place, its principal, who represents it."""
    await refuse_elsewhere(act, licence)
    _refuse_ended(licence)
    named = {"school_name": school_name, "address": address}
    named |= {"principal_name": principal_name, "representative_name": representative_name}
    given = {name: value for name, value in named.items() if value is not None and value != getattr(licence, name)}
    if not given:
        raise Refusal([invalid("document", "nothing else is said.", "没有变更内容。")])
    text = "；".join(f"{getattr(licence, name)} → {value}" for name, value in given.items())
    amended = await act.change(licence, **given)
    await note_event(act, amended, LicenceEventSort.AMENDED, text, document)
    return amended


@action(licence, OFFICERS, label=("Revoke", "吊销许可证"))
async def revoke_licence(
    act: Act,
    licence: Licence,
    *,
    reason: Annotated[str, Licence.end_reason],
    document: Annotated[str, _DOCUMENT],
) -> Licence:
    """Revoke a licence by a decision with a number: once an inspection was referred, or it was lent or forged."""
    await refuse_elsewhere(act, licence)
    _refuse_ended(licence)
    referred = Inspection.filter(
        unit_id=licence.__dict__["school_id"], state=InspectionState.REFERRED, void_reason__isnull=True
    )
    if await misuse(licence) is None and not await referred.exists():
        words = (
            "no inspection was referred, and no misuse is on record.",
            "无移送处理的检查，也无出租、出借、伪造记录。",
        )
        raise Refusal([invalid("id", *words)])
    ended = {"state": LicenceState.REVOKED, "ended_on": act.today, "end_reason": reason}
    revoked = await act.change(licence, **ended)
    await note_event(act, revoked, LicenceEventSort.REVOKED, reason, document)
    return revoked


async def misuse(one: Licence) -> Fault | None:
    """That a licence was lent, forged or altered under its organiser, as a fault; None where it was not."""
    of = {"organiser_id": one.__dict__["organiser_id"], "school_id": one.__dict__["school_id"]}
    entry = await CreditEntry.filter(**of, sort__in=list(MISUSES), void_reason__isnull=True).first()
    return fault(Code.LICENCE_MISUSED, "id", facts=entry.facts) if entry else None


async def _unsettled(one: Licence) -> bool:
    """Whether the school has an inspection of which the rectification is not found good."""
    waiting = {"unit_id": one.__dict__["school_id"], "rectify_due__isnull": False, "settled_on__isnull": True}
    return await Inspection.filter(**waiting, void_reason__isnull=True).exists()


async def refuse_elsewhere(act: Act, one: Licence) -> None:
    """Raise Refusal NOT_YOUR_UNIT unless the actor works at the office that issued a licence, or at the city's."""
    if not act.actor.units(OFFICERS, Level.CITY):
        refuse_others(act, one.__dict__["office_id"], one.office_name)


def _refuse_ended(one: Licence) -> None:
    if one.state != LicenceState.VALID:
        raise refuse(Code.ENDED, "id", kind=licence.words)
