"""Accounts and tokens, made by the operator."""

import secrets
from datetime import date, datetime, time

from bureau.access.account import Account, RoleGrant
from bureau.access.doors import digest
from bureau.access.passwords import hash_password
from bureau.access.session import Token
from bureau.commands.said import said_of
from bureau.graph.context import Services
from bureau.kernel.clock import HOME
from bureau.kernel.errors import CommandError, Refusal
from bureau.kernel.rules import ROLES
from bureau.registry.unit import Unit
from bureau.storage.ids import new_ids
from bureau.storage.transaction import Transaction


async def add_user(
    services: Services, username: str, name: str, password: str, roles: list[str], unit_code: str, basis: str
) -> None:
    """Add an account with roles on a unit's subtree; raises CommandError saying what is wrong."""
    known = {role.code for role in ROLES}
    if wrong := [role for role in roles if role not in known]:
        raise CommandError(f"No role “{wrong[0]}”; there are {', '.join(sorted(known))}.")
    if len(password) < 10:
        raise CommandError("A password has at least 10 characters.")
    store = services.store

    async def add(tx: Transaction) -> None:
        query = Unit.filter(code=unit_code) if unit_code else Unit.filter(category="BUREAU")
        unit = await query.first()
        if unit is None:
            raise CommandError(f"No unit with the code “{unit_code}”.")
        values = {"username": username, "display_name": name, "password": hash_password(password), "is_demo": False}
        account = await store.create(tx, store.kind_of(Account), values)
        today = tx.clock.today()
        for role in roles:
            grant = {"account": account.id, "role": role, "unit": unit.id, "start": today, "basis": basis or None}
            await store.create(tx, store.kind_of(RoleGrant), grant)

    try:
        await store.database.transaction(add)
    except Refusal as refusal:
        raise CommandError(said_of(refusal)) from refusal


async def add_token(services: Services, username: str, name: str, until: date) -> str:
    """Make a bearer token for an account and return its secret."""
    secret = secrets.token_urlsafe(32)
    store = services.store

    async def add(tx: Transaction) -> None:
        account = await Account.filter(username=username, closed_at__isnull=True).first()
        if account is None:
            raise CommandError(f"No account “{username}”.")
        (identity,) = await new_ids(tx, "token", 1)
        await Token.create(
            id=identity,
            account_id=account.id,
            name=name,
            digest=digest(secret),
            created_at=tx.now(),
            expires_at=datetime.combine(until, time(), HOME),
            position=await tx.position(),
        )

    await store.database.transaction(add)
    return secret
