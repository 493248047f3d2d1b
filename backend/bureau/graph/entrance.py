"""By which ways one comes in here, for the page that stands before somebody who has not yet."""

import strawberry

from bureau.access.relying_party import relying_party
from bureau.graph.context import Context

Info = strawberry.Info[Context, None]

_MOST_DEMO_ACCOUNTS = 30
_DEMO_ACCOUNTS = f"""
SELECT min(a.username) FROM account a LEFT JOIN role_grant g ON g.account_id = a.id
WHERE a.is_demo GROUP BY coalesce(g.role, '') ORDER BY min(a.id) LIMIT {_MOST_DEMO_ACCOUNTS}"""


@strawberry.type(description="The ways in. 登录方式")
class Entrance:
    has_provider: bool = strawberry.field(
        description="Whether one signs in through an identity provider too, at `/oidc/start`. 是否启用统一身份认证"
    )
    has_passkeys: bool = strawberry.field(description="Whether passkeys are made for here. 是否启用通行密钥")
    demo_accounts: list[str] = strawberry.field(
        description="User names of a demonstration on this machine, one for each role; none elsewhere. 演示账户"
    )


async def entrance(info: Info) -> Entrance:
    """The ways in, which anybody may know."""
    services = info.context.services
    database = services.store.database
    settings = database.settings
    rows = await database.readers.fetch(_DEMO_ACCOUNTS, []) if settings.is_local_default else []
    return Entrance(
        has_provider=services.provider is not None,
        has_passkeys=relying_party(settings) is not None,
        demo_accounts=sorted({str(row[0]) for row in rows}),
    )
