"""Accounts, grants, sessions, tokens, and stored documents: who is asking, where their roles hold, and what by name."""

from bureau.access.account import account
from bureau.access.consent import consent, give_consent, withdraw_consent
from bureau.access.delegation import delegate_role, delegation, end_delegation
from bureau.access.document import store_document, stored_document
from bureau.access.grant import end_grant, grant_role, granted_unit, list_granted_unit, role_grant
from bureau.access.guardian import (
    confirm_binding,
    end_binding,
    guardian_binding,
    guardian_invitation,
    suspend_binding,
)
from bureau.access.opening import close_persons, open_persons, person_opening
from bureau.access.provider.identity import account_identity, bind_identity, end_identity, limit_to_provider
from bureau.access.purpose import processing_purpose
from bureau.access.restriction import end_restriction, processing_restriction, restrict_processing
from bureau.access.role import role, role_permission
from bureau.access.session import session, token
from bureau.access.share import record_share, share_record, take_back_share
from bureau.kernel.action import Action
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words

WORDS = Words("Accounts and rights", "账户与权限")

KINDS: tuple[Kind, ...] = (
    role,
    role_permission,
    account,
    account_identity,
    role_grant,
    granted_unit,
    delegation,
    guardian_invitation,
    guardian_binding,
    record_share,
    person_opening,
    processing_purpose,
    consent,
    processing_restriction,
    session,
    token,
    stored_document,
)

ACTIONS: tuple[Action, ...] = (
    bind_identity,
    end_identity,
    limit_to_provider,
    grant_role,
    list_granted_unit,
    end_grant,
    delegate_role,
    end_delegation,
    confirm_binding,
    suspend_binding,
    end_binding,
    share_record,
    take_back_share,
    open_persons,
    close_persons,
    give_consent,
    withdraw_consent,
    restrict_processing,
    end_restriction,
    store_document,
)
