"""Another name, level or category of a private school: licence and register change together (名称、层次、类别变更)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.areas.establishment.changing import follow
from bureau.areas.establishment.codes import issue_code
from bureau.areas.establishment.guards import Guard, findings, has_come, operates, refuse_unmet
from bureau.areas.establishment.names import has_no_forbidden_word, is_free
from bureau.areas.establishment.private.licence import Licence, LicenceEventSort, LicenceState, licence, refusals
from bureau.areas.establishment.private.register import note_event
from bureau.areas.establishment.succession import SchoolSuccession, SuccessionSort
from bureau.kernel.action import outcome
from bureau.kernel.checklist import Finding
from bureau.kernel.errors import Code
from bureau.kernel.field import Date
from bureau.kernel.words import Words
from bureau.registry.division import Division
from bureau.registry.school import NOT_CORPORATE, School
from bureau.registry.school_lineage import change_school_code, rename_school
from bureau.registry.stages import teaches
from bureau.storage.act import Act
from bureau.storage.sql import among

Item = Mapping[str, Any]
_LAW = "民办教育促进法第五十五条"
_FORBIDDEN = "民办教育促进法第十九条；学前教育法第三十四条"
_CODING = "学校（机构）代码管理要求"
_CONSENTED = Date("Consent of the board on", "理事会（董事会）同意日期")


async def look_at_school_changes(act: Act, items: Sequence[Item]) -> list[list[Finding]]:
    """What stands in the way of another name, level or category of private schools."""
    return [findings(await _guards(act, item)) for item in items]


@outcome(licence, label=("Change name, level or category", "变更名称、层次或类别"), checks=look_at_school_changes)
async def change_private_school(
    act: Act,
    licence: Licence,
    *,
    name: Annotated[str | None, School.name] = None,
    short_name: Annotated[str | None, School.short_name] = None,
    english_name: Annotated[str | None, School.english_name] = None,
    type: Annotated[str | None, School.type] = None,  # noqa: A002 (the API's name)
    consented_on: Annotated[date, _CONSENTED],
    effective_on: Annotated[date, SchoolSuccession.effective_on],
    document: Annotated[str | None, SchoolSuccession.document] = None,
) -> Licence:
    """Give a private school another name, level or category, once its board consented (§1.4).

    The name and the code that it had are kept with their days. Where its category changes, it has another code.
    """
    (of,) = await act.hold_all(School, id=licence.__dict__["school_id"])
    item = {"name": name, "type": type, "consented_on": consented_on, "effective_on": effective_on}
    refuse_unmet(await _guards(act, {"licence": licence, **item}))
    dated = {"effective_on": effective_on, "document": document}
    if name not in (None, of.name):
        names = {"name": name, "short_name": short_name, "english_name": english_name}
        licence, of = await _rename(act, licence, of, names, dated)
    if type not in (None, licence.type):
        licence = await _change_type(act, licence, of, str(type), dated)
    return licence


async def _rename(act: Act, one: Licence, of: School, names: Item, dated: Item) -> tuple[Licence, School]:
    await follow(act, of, of, SuccessionSort.RENAMED, dated["effective_on"], dated["document"])
    text = f"{of.name} → {names['name']}"
    renamed = await act.carry_out(rename_school, of, {**names, **dated})
    assert isinstance(renamed, School)
    changed = await act.change(one, school_name=renamed.name)
    await note_event(act, changed, LicenceEventSort.NAME_CHANGED, text, dated["document"])
    return changed, renamed


async def _change_type(act: Act, one: Licence, of: School, to: str, dated: Item) -> Licence:
    """Let a school be of another type: under a code of its own category, which it keeps where that stays (§1.1)."""
    before, was = one.type, of.code
    if to[:2] == was[:2]:
        await act.change(of, type=to)
        text = f"{before} → {to}"
    else:
        division = await Division.get(id=of.__dict__["division_id"])
        code = await issue_code(act, to[:2], division.code[:2])
        await act.carry_out(change_school_code, of, {"code": code, "type": to, **dated})
        text = f"{before} → {to}；{was} → {code}"
    changed = await act.change(one, type=to)
    await note_event(act, changed, LicenceEventSort.TYPE_CHANGED, text, dated["document"])
    return changed


async def _guards(act: Act, item: Item) -> list[Guard]:
    one: Licence = item["licence"]
    name, to = item.get("name") or "", item.get("type") or ""
    of = await School.get(id=one.__dict__["school_id"])
    is_renamed, is_retyped = name not in ("", of.name), to not in ("", one.type)
    holds = Words("The licence holds.", "许可证有效。")
    found = [
        Guard(Code.ENDED, "licence", one.state == LicenceState.VALID, holds, {"kind": licence.words}, _LAW),
        operates(of, act.today, "licence"),
        _is_something_else(is_renamed=is_renamed, is_retyped=is_retyped),
        _is_consented_to(item["consented_on"], act.today),
        has_come(act, item["effective_on"]),
    ]
    if is_renamed:
        division = await Division.filter(id=of.__dict__["division_id"]).first()
        found.append(await is_free(name, of.__dict__["division_id"], item["effective_on"], of.id))
        found += has_no_forbidden_word(name, item["effective_on"], division.code if division else "")
    if is_retyped:
        found += [*await _may_be(one, to), await _teaches_all(act, of, to)]
    return found


def _is_something_else(*, is_renamed: bool, is_retyped: bool) -> Guard:
    reason = Words("it has this name and is of this type already.", "与现名称、层次、类别相同。")
    met = Words("Another name, level or category.", "名称、层次或类别有变更。")
    return Guard(Code.INVALID, "name", is_renamed or is_retyped, met, {"reason": reason}, _LAW)


def _is_consented_to(day: date, today: date) -> Guard:
    reason = Words("it lies in the future: the board consents first.", "理事会（董事会）应先行同意，日期不能晚于今天。")
    met = Words("The board consented.", "理事会（董事会）已同意。")
    return Guard(Code.INVALID, "consented_on", day <= today, met, {"reason": reason}, _LAW)


async def _may_be(one: Licence, to: str) -> list[Guard]:
    """§1.4: what no private school is ever approved as."""
    given = await one.organiser
    refused = {found.code for found in refusals(to, one.purpose, has_state_assets=given.has_state_assets)}
    met = Words("It is none that the law forbids.", "不属于法律禁止的情形。")
    own = Words("It is an institution of its own.", "为独立设置的学校。")
    reason = Words("it is no institution of its own.", "附设班、教学点不单独设立。")
    hard = (Code.FOR_PROFIT_COMPULSORY, Code.STATE_ASSETS_FOR_PROFIT)
    guards = [Guard(code, "type", code not in refused, met, {}, _FORBIDDEN) for code in hard]
    return [*guards, Guard(Code.INVALID, "type", to not in NOT_CORPORATE, own, {"reason": reason}, _CODING)]


async def _teaches_all(act: Act, of: School, to: str) -> Guard:
    """Nobody stands in the register in a grade that a school of the type does not teach (§1.2)."""
    where, values = among(act.tx.dialect, "school_id", [of.id])
    rows = await act.tx.fetch(_GRADES.format(of=where), *values)
    left = {grade: count for grade, count in map(tuple, rows) if not teaches(to, grade)}
    met = Words("All pupils are in grades that it will teach.", "在校学生所在年级均在办学层次内。")
    params = {"count": sum(left.values()), "grades": "、".join(left)}
    return Guard(Code.GRADES_LEFT, "type", not left, met, params, _CODING)


_GRADES = """
SELECT grade, count(*) FROM student
WHERE {of} AND void_reason IS NULL AND status IN ('ENROLLED', 'SUSPENDED', 'DROPPED_OUT')
GROUP BY grade ORDER BY grade"""
