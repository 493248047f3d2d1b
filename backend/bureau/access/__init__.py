"""Accounts, grants, sessions, tokens, and stored documents: who is asking, where their roles hold, and what by name."""

from bureau.access.account import account, role_grant
from bureau.access.document import store_document, stored_document
from bureau.access.session import session, token
from bureau.kernel.action import Action
from bureau.kernel.kind import Kind

KINDS: tuple[Kind, ...] = (account, role_grant, session, token, stored_document)

ACTIONS: tuple[Action, ...] = (store_document,)
