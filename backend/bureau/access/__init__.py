"""Accounts, grants, sessions and tokens: who is asking, and where their roles hold."""

from bureau.access.account import account, role_grant
from bureau.access.session import session, token
from bureau.kernel.kind import Kind

KINDS: tuple[Kind, ...] = (account, role_grant, session, token)
