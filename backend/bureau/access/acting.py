"""Who acts, as people know them: the account, and the name that stands under what they decide."""

from dataclasses import dataclass

from bureau.access.account import Account
from bureau.storage.act import Act


@dataclass(frozen=True, slots=True)
class Acting:
    """The one who acts; the product itself, and what has no account, is known by the actor's name alone."""

    account: Account | None
    name: str


async def acting(act: Act) -> Acting:
    """The one who acts in an action."""
    number = act.actor.account
    account = await Account.filter(id=number).first() if number is not None else None
    return Acting(account, account.display_name if account else act.actor.name)
