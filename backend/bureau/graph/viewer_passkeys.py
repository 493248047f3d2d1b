"""The viewer's passkeys, as the API lists them."""

import strawberry

from bureau.graph.context import Context
from bureau.graph.scalars import rfc3339

Info = strawberry.Info[Context, None]


@strawberry.type(description="A passkey of yours. 通行密钥")
class ViewerPasskey:
    id: strawberry.ID = strawberry.field(description="Its id. 标识")
    name: str = strawberry.field(description="What you called it. 名称")
    added_at: str = strawberry.field(description="When you added it. 添加时间")
    used_at: str | None = strawberry.field(description="When it was used last; null if it never was. 最近使用时间")
    is_backed_up: bool = strawberry.field(
        description="Whether copies of it are kept elsewhere, as its authenticator said last. 是否已备份"
    )


async def passkeys(info: Info) -> list[ViewerPasskey]:
    """The viewer's passkeys, the one added last first."""
    context = info.context
    account = context.actor.account
    if account is None:
        return []
    return [
        ViewerPasskey(
            id=strawberry.ID(f"Passkey:{found.id}"),
            name=found.name,
            added_at=rfc3339(found.added_at),
            used_at=rfc3339(found.used_at) if found.used_at else None,
            is_backed_up=found.is_backed_up,
        )
        for found in await context.services.doors.factors.passkeys(account)
    ]
