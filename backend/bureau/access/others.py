"""The accounts of others: to whom somebody gives what is theirs to give, and who decides what they asked for."""

from collections.abc import Collection

from bureau.access.account import Account
from bureau.kernel.errors import Code, Refusal, fault, refuse
from bureau.storage.act import Act


async def open_account(username: str) -> Account | None:
    """The account of a name, with which somebody can sign in; None if there is none."""
    return await Account.filter(username=username, closed_at__isnull=True, void_reason__isnull=True).first()


async def other_account(act: Act, username: str) -> Account:
    """The open account of a name that is not the actor's own; raises Refusal NOT_FOUND or OWN_CASE."""
    account = await open_account(username)
    if account is None:
        raise Refusal([fault(Code.NOT_FOUND, "username", kind=Account.username.words)])
    refuse_own(act, account.id)
    return account


def refuse_own(act: Act, account: int) -> None:
    """Raise Refusal OWN_CASE for the actor's own account."""
    if account == act.actor.account:
        raise refuse(Code.OWN_CASE)


async def refuse_same_person(act: Act, accounts: Collection[int]) -> None:
    """Raise Refusal SAME_PERSON where one of these accounts is the actor's, or of the same person."""
    known = await Account.filter(id__in=[act.actor.account, *accounts]).values_list("id", "person_id")
    person = dict(known).get(act.actor.account)
    of_others = {one for account, one in known if account in accounts and one is not None}
    if act.actor.account is None or act.actor.account in accounts or person in of_others:
        raise refuse(Code.SAME_PERSON, "id")
