"""The public register of schools: what everybody may know of those of a place, and nothing of persons (学校名录)."""

from collections.abc import Sequence
from typing import Annotated, Any

from bureau.areas.establishment.private.licence import PRIVATE, LicenceState
from bureau.kernel import rules
from bureau.kernel.field import Choice, Date, One, State, Text
from bureau.kernel.question import question
from bureau.kernel.shape import Shape
from bureau.registry.division import Division
from bureau.storage.act import Asked
from bureau.storage.sql import day_of

_MOST = 200
"""Schools that are told of at a time."""


class SchoolStanding(State):
    """Whether a school runs (办学状态)."""

    PLANNED = "PLANNED", "Approved, not open yet", "筹备中"
    OPERATING = "OPERATING", "In operation", "正常办学"
    SUSPENDED = "SUSPENDED", "Suspended", "停办"
    CLOSED = "CLOSED", "Closed or merged", "已撤并"


class PublicSchool(Shape):
    """A school as everybody may know it (学校公开信息)."""

    code = Text(32, "Identification code", "学校标识码")
    name = Text(200, "Name", "名称")
    english_type = Text(200, "Type, in English", "办学类型（英文）").optional()
    chinese_type = Text(200, "Type", "办学类型").optional()
    english_organiser = Text(200, "Organiser, in English", "举办者（英文）").optional()
    chinese_organiser = Text(200, "Organiser", "举办者").optional()
    division = Text(60, "Division", "所在区划").optional()
    address = Text(200, "Address", "地址").optional()
    phone = Text(20, "Telephone", "办公电话").optional()
    standing = Choice(SchoolStanding, "Standing", "办学状态")
    since = Date("In operation since", "开办日期").optional()
    until = Date("In operation until", "停止日期").optional()
    successor = Text(200, "Went over to", "承接学校", note=("Its name.", "校名。")).optional()
    licence_number = Text(
        40, "Licence number", "许可证号", note=("Of private schools alone.", "仅民办学校。"), form="code"
    ).optional()
    licence_until = Date(
        "Licence holds until",
        "许可证有效期至",
        note=("Without that day; sooner if it ended.", "不含当日；提前终止的为终止日期。"),
    ).optional()
    licence_state = Choice(LicenceState, "State of the licence", "许可证状态").optional()


_REGISTER = """
SELECT u.code, u.name, t.english, t.chinese, o.english, o.chinese, d.name, u.address, u.phone,
    CASE WHEN u.operation_from > $3 THEN 'PLANNED'
        WHEN u.operation_until IS NULL OR u.operation_until > $3 THEN 'OPERATING'
        WHEN EXISTS (SELECT 1 FROM school_closure c WHERE c.school_id = u.id AND c.sort = 'SUSPENDED'
            AND c.reopened_on IS NULL AND c.void_reason IS NULL AND NOT EXISTS (SELECT 1 FROM school_closure e
                WHERE e.school_id = u.id AND e.sort <> 'SUSPENDED' AND e.void_reason IS NULL)) THEN 'SUSPENDED'
        ELSE 'CLOSED' END,
    u.operation_from, u.operation_until,
    (SELECT f.name FROM school_succession s JOIN unit f ON f.id = s.school_id
        WHERE s.predecessor_id = u.id AND s.sort = 'MERGED_INTO' AND s.void_reason IS NULL),
    l.number, coalesce(l.ended_on, l.valid_until), l.state
FROM unit u LEFT JOIN division d ON d.id = u.division_id
LEFT JOIN code_entry t ON t.code_table = 'school_type' AND t.code = u.type AND t.void_reason IS NULL
LEFT JOIN code_entry o ON o.code_table = 'school_organiser' AND o.code = u.organiser AND o.void_reason IS NULL
LEFT JOIN licence l ON u.organiser = $6 AND l.id = (
    SELECT h.id FROM licence h WHERE h.school_id = u.id AND h.void_reason IS NULL
    ORDER BY CASE h.state WHEN 'VALID' THEN 0 ELSE 1 END, h.valid_from DESC, h.id DESC LIMIT 1)
WHERE u.category = 'SCHOOL' AND u.void_reason IS NULL AND d.code LIKE $1 AND u.code > $2 AND u.name LIKE $4 ESCAPE '!'
ORDER BY u.code LIMIT $5
"""
"""Of a private school with its licence: the one that holds, or else the last one."""


@question(rules.everyone, label=("Public register of schools", "学校名录"), place="division")
async def public_schools(
    asked: Asked,
    *,
    division: Annotated[Division, One(Division, "Division", "行政区划")],
    name: Annotated[str | None, Text(60, "Part of the name", "校名包含")] = None,
    after: Annotated[str | None, Text(32, "After the code", "自标识码之后", form="code")] = None,
) -> list[PublicSchool]:
    """The schools that lie in a division, in the order of their codes, 200 at a time: ask on after the last one."""
    rows = await asked.store.database.readers.fetch(
        _REGISTER, [_within(division.code), after or "", asked.today, f"%{_literal(name or '')}%", _MOST, PRIVATE]
    )
    return [_told(tuple(row)) for row in rows]


def _within(code: str) -> str:
    """What the codes of a division and of its parts begin with, and a wildcard."""
    return f"{code[:4] if code.endswith('00') else code}%"


def _literal(text: str) -> str:
    """Text that LIKE takes as it is."""
    return "".join(f"!{one}" if one in "!%_" else one for one in text)


def _told(row: Sequence[Any]) -> PublicSchool:
    *said, standing, since, until, successor, licence, licence_until, licence_state = row
    names = ("code", "name", "english_type", "chinese_type", "english_organiser", "chinese_organiser")
    values = dict(zip((*names, "division", "address", "phone"), said, strict=True))
    days = {"since": since and day_of(since), "until": until and day_of(until)}
    held = {
        "licence_number": licence,
        "licence_until": licence_until and day_of(licence_until),
        "licence_state": licence_state and LicenceState[licence_state],
    }
    return PublicSchool(**values, **days, **held, standing=SchoolStanding[standing], successor=successor)
