"""Accounts and tokens, made by the operator."""

from datetime import date

from bureau.access.account import Account
from bureau.access.actors import granted
from bureau.access.grant import RoleGrant, known_roles
from bureau.access.others import open_account
from bureau.access.password_change import set_password
from bureau.access.password_policy import check_password
from bureau.access.passwords import hash_password
from bureau.access.tokens import Wanted, issue
from bureau.commands.said import said_of
from bureau.graph.context import Services
from bureau.kernel.actor import SYSTEM
from bureau.kernel.errors import CommandError, Refusal
from bureau.kernel.narrowing import UNNARROWED, Narrowing
from bureau.registry.unit import Unit
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


async def add_user(
    services: Services,
    username: str,
    name: str,
    password: str,
    roles: list[str],
    unit_code: str,
    basis: str,
    *,
    is_temporary: bool = False,
) -> None:
    """Add an account with roles on a unit's subtree, its password to be changed first where it is temporary; raises
    CommandError saying what is wrong.
    """
    store = services.store
    _check(store, password, username, name)

    async def add(tx: Transaction) -> None:
        known = await known_roles()
        if wrong := [role for role in roles if role not in known]:
            raise CommandError(f"No role “{wrong[0]}”; there are {', '.join(sorted(known))}.")
        query = Unit.filter(code=unit_code) if unit_code else Unit.filter(category="BUREAU")
        unit = await query.first()
        if unit is None:
            raise CommandError(f"No unit with the code “{unit_code}”.")
        values = {
            "username": username,
            "display_name": name,
            "password": hash_password(password),
            "must_change_password": is_temporary or None,
            "is_demo": False,
        }
        account = await store.create(tx, store.kind_of(Account), values)
        today = tx.clock.today()
        for role in roles:
            grant = {"account": account.id, "role": role, "unit": unit.id, "start": today, "basis": basis or None}
            await store.create(tx, store.kind_of(RoleGrant), grant)

    try:
        await store.database.transaction(add)
    except Refusal as refusal:
        raise CommandError(said_of(refusal)) from refusal


async def set_user_password(services: Services, username: str, password: str) -> None:
    """Set the password of an account, which must then be changed by whoever it is of; raises CommandError."""

    async def work(tx: Transaction) -> None:
        account = await open_account(username)
        if account is None:
            raise CommandError(f"No account “{username}”.")
        _check(services.store, password, username, account.display_name)
        await set_password(tx, account.id, hash_password(password), must_change=True)

    await services.store.database.transaction(work)


def _check(store: Store, password: str, username: str, name: str) -> None:
    try:
        check_password(password, username, name, store.database.settings, "password")
    except Refusal as refusal:
        raise CommandError(said_of(refusal)) from refusal


async def unlock_user(services: Services, username: str) -> None:
    """Let an account be tried again that was locked after failures; raises CommandError if there is none."""
    try:
        await services.doors.unlock(username, SYSTEM, "", None)
    except Refusal as refusal:
        raise CommandError(f"No account “{username}”.") from refusal


async def add_token(
    services: Services, username: str, name: str, until: date, narrowing: Narrowing = UNNARROWED
) -> str:
    """Make a bearer token for an account, good before a day, and return its secret; raises CommandError."""
    store = services.store

    async def add(tx: Transaction) -> str:
        account = await open_account(username)
        if account is None:
            raise CommandError(f"No account “{username}”.")
        held = {grant.role for grant in (await granted(store.database, account.id, username)).grants}
        wanted = Wanted(name, until, narrowing)
        _, secret = await issue(store, services.documents, tx, account.id, held, wanted)
        return secret

    try:
        return await store.database.transaction(add)
    except Refusal as refusal:
        raise CommandError(said_of(refusal)) from refusal
