"""What each account of the small world has of mails and webhooks."""

from datetime import datetime

from bureau.machinery.delivery.hooks.webhook import Webhook
from bureau.machinery.delivery.hooks.webhook_delivery import WebhookDelivery
from bureau.machinery.delivery.mail.mail import Mail
from bureau.machinery.delivery.mail.mail_address import MailAddress
from tests.support import areas


async def build(make: areas.Make, account: int, username: str, now: datetime) -> None:
    """An address to which nothing is sent, a mail that was, a webhook that is off and two of its deliveries."""
    held = await make(
        MailAddress,
        owner=account,
        address=f"{username}@example.cn",
        shown=f"{username[0]}***@example.cn",
        state="VERIFIED",
        wanted="NONE",
        language="ZH",
        verified_at=now,
        told_until=now,
        refusals=0,
        code_tries=0,
    )
    sent = {"target": "00", "made_at": now, "attempts": 1, "ended_at": now}
    await make(Mail, owner=account, sort="CODE", state="SENT", to=held.id, key=f"code.{username}", **sent)
    hook = await make(
        Webhook,
        owner=account,
        name=f"Hook of {username}",
        url="https://hooks.example.cn/bureau",
        kinds="School Student",
        state="OFF",
        why_off="测试",
        failures=0,
        made_at=now,
        told_position=0,
        told_number=0,
    )
    for number, state in enumerate(("DELIVERED", "GIVEN_UP")):
        await make(
            WebhookDelivery,
            owner=account,
            webhook=hook.id,
            message_id=f"msg_{username}_{number}",
            event="school.update",
            subject="School:3",
            record_version=2,
            change_position=number,
            verb="update",
            state=state,
            made_at=now,
            attempts=1,
            tried_at=now,
            status=200 if state == "DELIVERED" else 500,
            latency=12,
        )
