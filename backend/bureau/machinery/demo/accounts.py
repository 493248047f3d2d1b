"""Accounts for trying the demo city out; they exist on the local default alone."""

from datetime import date

from bureau.access.account import Account, RoleGrant
from bureau.access.passwords import hash_password
from bureau.kernel.rules import ROLES
from bureau.machinery.demo.rows import insert, new
from bureau.registry.unit import Unit, UnitCategory
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

PASSWORD = "bureau-demo"  # noqa: S105 (known to everyone by design)
"""The password of every demo account."""

_OFFICES = frozenset({"funds", "aid", "foreign_affairs", "language"})
"""The roles that one account each has for the whole city."""


async def add_accounts(store: Store) -> list[str]:
    """Add accounts of the city, of every county and of every school; returns what to say of them."""
    units = await store.database.transaction(lambda tx: _write(store, tx))
    county = next(u for u in units if u.category == UnitCategory.COUNTY_BUREAU)
    school = next(u for u in units if u.category == UnitCategory.SCHOOL)
    return [
        f"Sign in with the password {PASSWORD} as",
        "  director              who reads the registers of the whole city",
        "  registrar             who keeps them",
        "  personnel             who keeps teachers and posts",
        f"  {', '.join(sorted(_OFFICES))}: who keep what their offices keep",
        "  operator              who stores query documents",
        f"  county-{county.code:<14} and the other county bureaus: {county.name}",
        f"  school-{school.code:<14} and the other schools: {school.name}",
    ]


async def _write(store: Store, tx: Transaction) -> list[Unit]:
    hashed = hash_password(PASSWORD)
    units = await Unit.filter(category__in=["BUREAU", "COUNTY_BUREAU", "SCHOOL"]).order_by("id")
    wanted: list[tuple[str, str, tuple[str, ...], Unit]] = []
    for unit in units:
        match unit.category:
            case UnitCategory.BUREAU:
                wanted.append(("director", "局领导", ("director",), unit))
                wanted.append(("registrar", "学籍管理员", ("registrar", "identity"), unit))
                wanted.append(("personnel", "人事管理员", ("personnel",), unit))
                wanted += [(role.code, role.words.zh, (role.code,), unit) for role in ROLES if role.code in _OFFICES]
                wanted.append(("operator", "系统管理员", ("system_admin",), unit))
            case UnitCategory.COUNTY_BUREAU:
                wanted.append((f"county-{unit.code}", unit.name, ("registrar",), unit))
            case _:
                wanted.append((f"school-{unit.code}", unit.name[:60], ("registrar",), unit))
    accounts = [
        new(Account, username=username, display_name=name, password=hashed, is_demo=True)
        for username, name, _, _ in wanted
    ]
    await insert(store, tx, accounts)
    grants = [
        new(RoleGrant, account=account, role=role, unit=unit, start=date(2000, 1, 1), basis="demo")
        for account, (_, _, roles, unit) in zip(accounts, wanted, strict=True)
        for role in roles
    ]
    await insert(store, tx, grants)
    return list(units)
