"""A grant: a role, where it holds, from when until when, and on what basis (授权)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any

from bureau.access.account import Account
from bureau.access.others import refuse_own
from bureau.access.role import Role
from bureau.access.segregation import apart
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, Refusal, fault, invalid
from bureau.kernel.field import Boolean, Date, One, Text
from bureau.kernel.kind import CheckContext, Distinct, Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry.unit import TREE, Unit
from bureau.storage.act import Act
from bureau.storage.record import Record


class RoleGrant(Record):
    """A role that an account holds: on a unit and all below it, or on listed units alone, from a day until another."""

    account = One(Account, "Account", "账户", back=("grants", "Grants", "授权"))
    role = Text(40, "Role", "角色", plain=True, pattern="[a-z][a-z0-9_]*")
    unit = One(Unit, "Unit", "机构")
    is_listed = Boolean(
        "Listed units only",
        "仅限所列机构",
        note=(
            "It then holds on the units that are listed with it, and on nothing below them.",
            "仅对所列机构有效，不含其下级机构。",
        ),
    ).optional()
    start = Date("From", "起始日期")
    until = Date("Until", "截止日期").optional()
    basis = Text(200, "Basis", "授权依据").optional()


class GrantedUnit(Record):
    """One of the units on which a grant of listed units holds: a school in an inspector's zone, an exam site."""

    grant = One(RoleGrant, "Grant", "授权", back=("listed_units", "Listed units", "所列机构"))
    unit = One(Unit, "Unit", "机构")


async def known_roles() -> dict[str, Any]:
    """The roles there are, by code."""
    return {role.code: role for role in await Role.filter(void_reason__isnull=True)}


async def held_by(accounts: Sequence[int]) -> dict[int, list[RoleGrant]]:
    """The live grants of accounts, each with its unit, by account."""
    grants = await RoleGrant.filter(account_id__in=list(accounts), void_reason__isnull=True)
    units = {unit.id: unit for unit in await Unit.filter(id__in=[grant.__dict__["unit_id"] for grant in grants])}
    held: dict[int, list[RoleGrant]] = {}
    for grant in grants:
        grant.__dict__["_unit"] = units[grant.__dict__["unit_id"]]
        held.setdefault(grant.__dict__["account_id"], []).append(grant)
    return held


async def _know_others(grants: Sequence[RoleGrant]) -> None:
    """Which role each is of, and what else its account holds."""
    roles, held = await known_roles(), await held_by([grant.__dict__["account_id"] for grant in grants])
    for grant in grants:
        mine = held.get(grant.__dict__["account_id"], [])
        grant.__dict__["_role"] = roles.get(grant.role)
        grant.__dict__["_held"] = [other for other in mine if other.id != grant.__dict__.get("id")]


def _fits_its_unit(grant: RoleGrant, context: CheckContext) -> Iterator[Fault]:
    """The role is in force, and can be granted at such a unit."""
    if not context.touches("role", "unit", "start", "is_listed"):
        return
    role, unit = grant.__dict__["_role"], grant.__dict__["_unit"]
    if role is None or not role.valid.holds(grant.start):
        yield fault(Code.NOT_FOUND, "role", kind=RoleGrant.role.words)
    elif not grant.is_listed and not _stands_at(role, TREE.level(unit.category)):
        yield invalid("unit", "the role is not granted at such a unit.", "该角色不可授予此级机构。")


def _stands_at(role: Any, level: Level) -> bool:
    return bool({Level.CITY: role.at_city, Level.COUNTY: role.at_county, Level.UNIT: role.at_unit}[level])


def _ends_after_it_begins(grant: RoleGrant, context: CheckContext) -> Iterator[Fault]:
    if grant.until is not None and grant.until < grant.start:
        yield invalid("until", "it lies before the beginning.", "截止日期早于起始日期。")


def _goes_with_the_others(grant: RoleGrant, context: CheckContext) -> Iterator[Fault]:
    """No account holds two roles at a time that are kept apart."""
    if not context.touches("role", "account", "start", "until", "unit"):
        return
    for other in grant.__dict__["_held"]:
        reason = apart(grant.role, grant.__dict__["_unit"], other.role, other.__dict__["_unit"])
        if reason and share_a_day((grant.start, grant.until), (other.start, other.until)):
            yield fault(Code.KEPT_APART, "role", reason=reason)


Days = tuple[date, date | None]
"""From a day until another; None for no end."""


def share_a_day(one: Days, other: Days) -> bool:
    """Whether there is a day in both."""
    return (one[1] is None or other[0] < one[1]) and (other[1] is None or one[0] < other[1])


_KEEPER = rules.security_admin.at(Level.CITY, Level.COUNTY)
_READERS = rules.administrators

role_grant = Kind(
    RoleGrant,
    label=("Role grant", "Role grants", "授权"),
    scope=Stays("unit"),
    read=_READERS,
    title=("account.display_name", "role", "unit.name"),
    list=("account.username", "role", "unit.name", "start", "until", "basis"),
    order=("start",),
    filter=("role", "start", "until", "is_listed"),
    group=("role",),
    effective=("start", "until"),
    fills=(_know_others,),
    checks=(_fits_its_unit, _ends_after_it_begins, _goes_with_the_others),
)

granted_unit = Kind(
    GrantedUnit,
    label=("Granted unit", "Granted units", "授权所列机构"),
    scope=Stays("unit"),
    read=_READERS,
    void=_KEEPER,
    natural_key=("grant", "unit"),
    list=("grant.role", "unit.name"),
    distinct=(Distinct(("grant", "unit"), "unit"),),
)


@action(role_grant, _KEEPER, label=("Grant role", "授予角色"), place="unit")
async def grant_role(
    act: Act,
    *,
    account: Annotated[Account, RoleGrant.account],
    role: Annotated[str, RoleGrant.role],
    unit: Annotated[Unit, RoleGrant.unit],
    basis: Annotated[str, RoleGrant.basis],
    is_listed: Annotated[bool, RoleGrant.is_listed] = False,
    start: Annotated[date | None, RoleGrant.start] = None,
    until: Annotated[date | None, RoleGrant.until] = None,
) -> RoleGrant:
    """Give an account a role on a unit and all below it, or on units that are listed afterwards.

    Nobody grants a role to themselves. What was granted is noticed within seconds.
    """
    refuse_own(act, account.id)
    return await act.create(
        RoleGrant,
        account=account,
        role=role,
        unit=unit,
        is_listed=is_listed or None,
        start=start or act.today,
        until=until,
        basis=basis,
    )


@action(granted_unit, _KEEPER, label=("List unit", "添加所列机构"), place="unit")
async def list_granted_unit(
    act: Act, *, grant: Annotated[RoleGrant, GrantedUnit.grant], unit: Annotated[Unit, GrantedUnit.unit]
) -> GrantedUnit:
    """Add a unit to those on which a grant of listed units holds."""
    refuse_own(act, grant.__dict__["account_id"])
    if not grant.is_listed:
        raise Refusal([invalid("grant", "it holds on a unit and all below it.", "该授权对机构及其下级整体有效。")])
    return await act.create(GrantedUnit, grant=grant, unit=unit)


@action(role_grant, _KEEPER, label=("End grant", "终止授权"))
async def end_grant(act: Act, grant: RoleGrant, *, reason: Annotated[str, Text(200, "Reason", "原因")]) -> RoleGrant:
    """End a grant today, and what was delegated from it: within seconds nothing is seen or done by it any more."""
    return await act.change(grant, until=max(grant.start, act.today), basis=reason)
