"""Switching off: a webhook that nobody stands behind, or that nobody listens to any more, and its owner is told."""

from bureau.kernel.words import Words
from bureau.machinery.delivery.hooks.webhook import Webhook, WebhookState, webhook
from bureau.machinery.delivery.hooks.webhook_delivery import forget_waiting
from bureau.machinery.notices.notice import Message, send
from bureau.storage.act import Act
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

NOBODY = Words("The account is closed, or the token has ended.", "账户已停用，或令牌已终止。")
GONE = Words("The receiver says that it is gone for good (410).", "接收方表示地址已永久失效（410）。")
SILENT = Words("Nothing was taken there until the last attempt.", "多次重试直至最后一次均未成功。")

_TOLD = Words("The webhook “{name}” was switched off: {why}", "事件推送“{name}”已停用：{why}")
_VERB = "switch_webhook_off"


async def switch_off(store: Store, tx: Transaction, hook: int, why: Words) -> None:
    """Switch a webhook off, unless it is off already, and tell its owner why."""
    held = await Webhook.filter(id=hook).first()
    if held is None or held.state == WebhookState.OFF:
        return
    held = await Act(store, tx, _VERB).change(held, state=WebhookState.OFF, why_off=f"{why.en} {why.zh}")
    await forget_waiting(tx, hook)
    words = Words(_TOLD.en.format(name=held.name, why=why.en), _TOLD.zh.format(name=held.name, why=why.zh))
    subject = f"{webhook.type_name}:{held.id}"
    await send(store, [Message(held.__dict__["owner_id"], words, subject, f"{subject}:off:{held.version}")], tx)
