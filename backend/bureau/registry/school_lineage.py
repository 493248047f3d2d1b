"""How a school comes to have another name or another code, and keeps those it had (更名、变更标识码)."""

from datetime import date
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid
from bureau.kernel.rules import Level
from bureau.registry.school import School, school
from bureau.registry.term import closed_terms, in_closed_term
from bureau.registry.unit import FormerCode, FormerName
from bureau.storage.act import Act

_APPROVERS = rules.registrar.at(Level.CITY, Level.COUNTY)


@action(school, _APPROVERS, label=("Rename", "更名"))
async def rename_school(
    act: Act,
    school: School,
    *,
    name: Annotated[str, School.name],
    short_name: Annotated[str | None, School.short_name] = None,
    english_name: Annotated[str | None, School.english_name] = None,
    effective_on: Annotated[date, FormerName.held_until],
    document: Annotated[str | None, FormerName.document] = None,
) -> School:
    """Give a school another name from a day on; its code stays, and the name it had is kept with its days.

    A slip of the pen is corrected by updateSchool, which keeps no former name.
    """
    last = await FormerName.filter(unit_id=school.id, void_reason__isnull=True).order_by("-held_until").first()
    since = last.held_until if last else _opened(school)
    await _refuse_day(act, since, effective_on)
    if name == school.name:
        raise Refusal([invalid("name", "it has this name already.", "与现用名相同。")])
    await act.create(
        FormerName, unit=school, name=school.name, held_from=since, held_until=effective_on, document=document
    )
    told = {"short_name": short_name, "english_name": english_name}
    return await act.change(school, name=name, **{key: value for key, value in told.items() if value is not None})


@action(school, _APPROVERS, label=("Change code", "变更标识码"))
async def change_school_code(
    act: Act,
    school: School,
    *,
    code: Annotated[str, School.code],
    type: Annotated[str | None, School.type] = None,  # noqa: A002 (the API's name)
    effective_on: Annotated[date, FormerCode.held_until],
    document: Annotated[str | None, FormerCode.document] = None,
) -> School:
    """Give a school another identification code from a day on, with another type where its category changes.

    The code it had is void and goes to no other school. A school that is opened again gets back a code of its own.
    """
    held = await FormerCode.filter(unit_id=school.id, void_reason__isnull=True).order_by("-held_until")
    since = held[0].held_until if held else _opened(school)
    await _refuse_day(act, since, effective_on)
    if code == school.code:
        raise Refusal([invalid("code", "it has this code already.", "与现用标识码相同。")])
    for own in held:
        if own.code == code:
            await act.store.void(act.tx, act.store.kind_of(FormerCode), own, "恢复使用")
    await act.create(
        FormerCode, unit=school, code=school.code, held_from=since, held_until=effective_on, document=document
    )
    return await act.change(school, code=code, **({"type": type} if type is not None else {}))


def _opened(school: School) -> date | None:
    return school.operation.start if school.operation else school.founded_on


async def _refuse_day(act: Act, since: date | None, day: date) -> None:
    """Raise Refusal for a day before the present name or code, in the future, or in a closed term."""
    found: list[Fault] = []
    if day > act.today or (since is not None and day <= since):
        found.append(fault(Code.OUT_OF_RANGE, "effective_on", least=str(since or "…"), most=str(act.today)))
    found += in_closed_term(await closed_terms(), "effective_on", day)
    if found:
        raise Refusal(found)
