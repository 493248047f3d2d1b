"""The identification code of a new school: the next serial of its category and province, which nobody had (赋码)."""

from bureau.kernel.errors import Code, refuse
from bureau.registry.unit import Office, UnitCategory
from bureau.storage.act import Act

_LAST = 999_999


async def issue_code(act: Act, category: str, province: str) -> str:
    """The next free code; no void or former one is among those that are given (§1.1).

    Whoever issues codes waits for whoever did before, until that is committed. Raises Refusal OUT_OF_RANGE once all
    serials of the category are given.
    """
    await act.hold_all(Office, category=UnitCategory.BUREAU)
    prefix = category + province
    rows = await act.tx.fetch(
        "SELECT max(code) FROM (SELECT code FROM unit WHERE code LIKE $1 AND length(code) = 10"
        " UNION ALL SELECT code FROM former_code WHERE code LIKE $1 AND length(code) = 10) given",
        f"{prefix}%",
    )
    last = rows[0][0]
    serial = int(last[4:]) + 1 if last else 1
    if serial > _LAST:
        raise refuse(Code.OUT_OF_RANGE, "code", least=1, most=_LAST)
    return f"{prefix}{serial:06d}"
