"""A delegation: somebody else acts under a role of one's own, until a day (委托)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from bureau.access.account import Account
from bureau.access.grant import Days, RoleGrant, held_by, known_roles, share_a_day
from bureau.access.others import other_account
from bureau.access.segregation import apart
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, invalid, refuse
from bureau.kernel.field import Date, Moment, One, Text
from bureau.kernel.kind import CheckContext, Kind
from bureau.kernel.narrowing import UNNARROWED
from bureau.registry.standards import standard
from bureau.registry.unit import Unit
from bureau.storage.act import Act
from bureau.storage.record import Record


class Delegation(Record):
    """A role that an account holds on a unit and lets another account hold as well, until a day: for a leave.

    It holds while the grant does from which it comes, and is delegated no further.
    """

    account = One(Account, "Delegated by", "委托人", back=("delegations", "Delegations", "委托"))
    role = Text(40, "Role", "角色", plain=True, pattern="[a-z][a-z0-9_]*")
    unit = One(Unit, "Unit", "机构")
    delegate = One(Account, "Delegate", "受托人", back=("delegated", "Delegated to them", "受托"))
    start = Date("From", "起始日期")
    until = Date("Until", "截止日期")
    basis = Text(200, "Basis", "委托依据")
    ended_at = Moment("Ended at", "终止时间").optional()


async def _know_what_both_hold(delegations: Sequence[Delegation]) -> None:
    accounts = {d.__dict__[column] for d in delegations for column in ("account_id", "delegate_id")}
    roles, held = await known_roles(), await held_by([account for account in accounts if account])
    for delegation in delegations:
        mine = held.get(delegation.__dict__["account_id"], [])
        delegation.__dict__["_sources"] = [
            grant
            for grant in mine
            if (grant.role, grant.__dict__["unit_id"]) == (delegation.role, delegation.__dict__["unit_id"])
        ]
        delegation.__dict__["_others"] = held.get(delegation.__dict__["delegate_id"], [])
        delegation.__dict__["_role"] = roles.get(delegation.role)


def _days(grant: RoleGrant | Delegation) -> Days:
    return grant.start, grant.until


def _is_ones_own_to_give(delegation: Delegation, context: CheckContext) -> Iterator[Fault]:
    """A grant of one's own covers it from its first day to its last, and the role can be given to others."""
    if not context.is_new:
        return
    role = delegation.__dict__["_role"]
    covering = [
        grant
        for grant in delegation.__dict__["_sources"]
        if grant.start <= delegation.start and (grant.until is None or delegation.until <= grant.until)
    ]
    if role is None or not covering:
        yield fault(Code.NOT_FOUND, "role", kind=RoleGrant.about.fields["role"].words)
    elif role.is_separated:
        yield invalid("role", "the separated administrations are not delegated.", "三员角色不得委托。")


def _is_for_a_while(delegation: Delegation, context: CheckContext) -> Iterator[Fault]:
    longest = standard("delegation_longest", delegation.start, package="bureau.access")
    days = (delegation.until - delegation.start).days
    if days <= 0:
        yield invalid("until", "it lies before the beginning.", "截止日期早于起始日期。")
    elif longest and days > int(longest.value):
        yield fault(Code.OUT_OF_RANGE, "until", least=str(delegation.start), most=f"+{longest.value} d")


def _goes_with_what_the_delegate_holds(delegation: Delegation, context: CheckContext) -> Iterator[Fault]:
    for other in delegation.__dict__["_others"] if context.is_new else ():
        reason = apart(delegation.role, delegation.__dict__["_unit"], other.role, other.__dict__["_unit"])
        if reason and share_a_day(_days(delegation), _days(other)):
            yield fault(Code.KEPT_APART, "delegate", reason=reason)


delegation = Kind(
    Delegation,
    label=("Delegation", "Delegations", "委托"),
    owner="account",
    read=rules.owner | rules.security_admin | rules.audit_admin,
    title=("role", "unit.name", "delegate.display_name"),
    list=("role", "unit.name", "delegate.username", "start", "until", "basis"),
    order=("start",),
    filter=("role", "start", "until"),
    effective=("start", "until"),
    fills=(_know_what_both_hold,),
    checks=(_is_ones_own_to_give, _is_for_a_while, _goes_with_what_the_delegate_holds),
)


@action(delegation, rules.owner, label=("Delegate", "委托"))
async def delegate_role(
    act: Act,
    *,
    role: Annotated[str, Delegation.role],
    unit: Annotated[Unit, Delegation.unit],
    username: Annotated[str, Account.username],
    until: Annotated[date, Delegation.until],
    basis: Annotated[str, Delegation.basis],
    start: Annotated[date | None, Delegation.start] = None,
) -> Delegation:
    """Let somebody else act under a role of one's own until a day, as for a leave; the role stays one's own too."""
    if act.actor.narrowing is not UNNARROWED:
        raise refuse(Code.FORBIDDEN)  # what a token was not given it would have by another account
    return await act.create(
        Delegation,
        role=role,
        unit=unit,
        delegate=await other_account(act, username),
        start=start or act.today,
        until=until,
        basis=basis,
    )


@action(delegation, rules.owner | rules.security_admin, label=("End delegation", "终止委托"))
async def end_delegation(
    act: Act, delegation: Delegation, *, reason: Annotated[str, Text(200, "Reason", "原因")]
) -> Delegation:
    """End a delegation at once."""
    if delegation.ended_at is not None:
        raise refuse(Code.ENDED, "id", kind=act.store.kind_of(Delegation).words)
    return await act.change(delegation, ended_at=act.tx.now(), basis=reason)
