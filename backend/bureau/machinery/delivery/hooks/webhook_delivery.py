"""A delivery: one message to one webhook, with its attempts and what came of them (推送记录)."""

from collections.abc import Sequence
from datetime import time, timedelta
from typing import NamedTuple

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Choice, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.delivery.hooks.webhook import Webhook, WebhookState, webhook
from bureau.machinery.delivery.pauses import number
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction

TEST = "webhook.test"
"""The type of a message that tells of nothing, and shows that messages arrive."""


class DeliveryState(State):
    """Where a delivery stands (推送记录状态)."""

    WAITING = "WAITING", "Waiting", "待推送"
    SENDING = "SENDING", "Being sent", "推送中"
    DELIVERED = "DELIVERED", "Delivered", "已送达"
    SUPERSEDED = "SUPERSEDED", "A later message tells of the same record", "已由后续消息取代"
    WITHHELD = "WITHHELD", "The record is no longer seen by the webhook's owner", "因权限变化未推送"
    GIVEN_UP = "GIVEN_UP", "Given up", "已放弃"


class WebhookDelivery(Record):
    """One message to one webhook: that a record changed. Of several changes that wait the last is told.

    It may arrive twice, always under the same id. Messages about one record arrive in their order.
    """

    owner = One(Account, "Account", "账户", internal=True)
    webhook = One(Webhook, "Webhook", "事件推送", back=("deliveries", "Deliveries", "推送记录"))
    message_id = Text(
        80, "Message id", "消息标识", plain=True, unique="ever", note=("Header webhook-id.", "webhook-id。")
    )
    event = Text(120, "Type", "消息类型", plain=True)
    subject = Text(80, "Record", "相关记录", plain=True, note=("Its id.", "其标识。"))
    record_version = Integer(0, 2**53, "Version", "版本")
    change_position = Integer(0, 2**62, "Position", "变更序号", internal=True)
    verb = Text(80, "Verb", "操作", plain=True)
    state = Choice(DeliveryState, "State", "状态", by_verbs=True)
    made_at = Moment("Made at", "生成时间")
    next_at = Moment("Next attempt at", "下次推送时间").optional()
    attempts = Integer(0, 1_000_000, "Attempts", "推送次数")
    tried_at = Moment("Tried last at", "最近推送时间").optional()
    status = Integer(0, 999, "HTTP status", "HTTP 状态码").optional()
    latency = Integer(0, 10**7, "Latency", "响应耗时", note=("In milliseconds.", "毫秒。")).optional()
    failure = Text(500, "Why it failed last", "最近失败原因").optional()


webhook_delivery = Kind(
    WebhookDelivery,
    label=("Webhook delivery", "Webhook deliveries", "推送记录"),
    owner="owner",
    read=rules.owner,
    title=("event", "subject"),
    list=("event", "subject", "state", "attempts", "status", "latency", "next_at", "made_at"),
    order=("made_at", "next_at"),
    filter=("state", "next_at", "subject"),
    group=("state",),
    history=False,
    removed=True,
)

_COLUMNS = (
    "version", "position", "owner_id", "webhook_id", "message_id", "event", "subject", "record_version",
    "change_position", "verb", "state", "made_at", "next_at", "attempts",
)  # fmt: skip


class Told(NamedTuple):
    """What a message tells: which record, of which version, by which verb, at which place in the order of changes."""

    message_id: str
    event: str
    subject: str
    version: int
    position: int
    verb: str


async def enqueue(tx: Transaction, hook: int, owner: int, told: Sequence[Told]) -> None:
    """Let messages wait for a webhook; those that wait already and tell of the same records are superseded.

    They are written as rows, and not through the store: what is sent is nothing that anybody did to a record.
    """
    position, now = await tx.position(), tx.now()
    of, subjects = among(tx.dialect, "subject", [one.subject for one in told], "text")
    await tx.fetch(_SUPERSEDE.format(of=of, hook=len(subjects) + 1), *subjects, hook)
    of_hook = (1, position, owner, hook)
    of_time = (DeliveryState.WAITING.value, now, now, 0)
    rows = [(*of_hook, *one, *of_time) for one in told]
    await tx.insert(webhook_delivery.table, _COLUMNS, rows)


async def forget_waiting(tx: Transaction, hook: int) -> None:
    """Give up what waits for a webhook that was switched off."""
    await tx.fetch(_GIVE_UP, hook)


@action(webhook_delivery, rules.owner, label=("Send again", "重新推送"))
async def redeliver(act: Act, held: WebhookDelivery) -> WebhookDelivery:
    """Send a message again that was delivered, superseded or given up: the same, under the same id."""
    if held.state in (DeliveryState.WAITING, DeliveryState.SENDING):
        raise refuse(Code.TRANSITION, "id", before=DeliveryState[held.state].words, after=DeliveryState.WAITING.words)
    hook = await Webhook.get(id=held.__dict__["webhook_id"])
    if hook.state == WebhookState.OFF:
        raise refuse(Code.ENDED, "id", kind=webhook.words)
    return await act.change(held, state=DeliveryState.WAITING, attempts=0, next_at=act.tx.now())


@task(daily=time(3))
async def clear_deliveries(run: Run) -> Words:
    """Forget what was delivered or given up, mails and messages to webhooks, when it is no longer listed."""
    before = run.due_at - timedelta(days=number("deliveries_kept", run.day))

    async def clear(tx: Transaction) -> int:
        gone = 0
        for table in ("webhook_delivery", "mail"):
            sql = f"DELETE FROM {table} WHERE made_at < $1 AND next_at IS NULL RETURNING id"
            gone += len(await tx.fetch(sql, before))
        return gone

    count = await run.step(clear)
    return Words(f"{count} deliveries forgotten.", f"已清理 {count} 条投递记录。")


_SUPERSEDE = """
UPDATE webhook_delivery SET state = 'SUPERSEDED', next_at = NULL, version = version + 1
WHERE {of} AND webhook_id = ${hook} AND state = 'WAITING'"""

_GIVE_UP = """
UPDATE webhook_delivery SET state = 'GIVEN_UP', next_at = NULL, version = version + 1
WHERE webhook_id = $1 AND next_at IS NOT NULL"""
