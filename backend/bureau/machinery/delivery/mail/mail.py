"""A mail: what is to be sent to the holder of an account, written in the transaction of what it tells of (邮件).

It holds no text: what a mail says follows from its sort, and is written when it is sent, in the language of the day.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.field import Choice, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.machinery.delivery.mail.mail_address import MailAddress
from bureau.machinery.notices.notice import Notice
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction


class MailSort(State):
    """What a mail is for (邮件类别)."""

    CODE = "CODE", "Code of an address", "邮箱验证码"
    NOTICE = "NOTICE", "A notice", "消息提醒"
    DIGEST = "DIGEST", "The notices since the last", "每日汇总"


class MailState(State):
    """Where a mail stands (邮件状态)."""

    WAITING = "WAITING", "Waiting", "待发送"
    SENDING = "SENDING", "Being sent", "发送中"
    SENT = "SENT", "Taken by the server", "已发送"
    FAILED = "FAILED", "Given up", "发送失败"
    DROPPED = "DROPPED", "No longer needed", "已取消"


class Mail(Record):
    """A mail to the holder of an account: that something waits for them in the console.

    It is sent once. Where a process dies between the server's answer and our note of it, that one mail is sent again
    under the same Message-ID, by which mail programs know it.
    """

    owner = One(Account, "Account", "账户", internal=True)
    sort = Choice(MailSort, "Sort", "类别", by_verbs=True)
    state = Choice(MailState, "State", "状态", by_verbs=True)
    to = One(MailAddress, "Address", "邮箱", internal=True)
    notice = One(Notice, "Notice", "消息").optional()
    key = Text(80, "Key", "标识", unique="ever", plain=True, internal=True)
    mark = Text(64, "Mark of the code", "验证码标记", plain=True, internal=True, secret=True).optional()
    target = Text(64, "Digest of the address", "邮箱摘要", plain=True, internal=True)
    covers_from = Moment("Covers from", "汇总起点", internal=True).optional()
    covers_until = Moment("Covers until", "汇总止点", internal=True).optional()
    made_at = Moment("Made at", "生成时间")
    next_at = Moment("Next attempt at", "下次发送时间").optional()
    attempts = Integer(0, 1_000_000, "Attempts", "发送次数")
    ended_at = Moment("Ended at", "结束时间").optional()
    failure = Text(
        500, "Why it failed last", "最近失败原因", note=("What the server said.", "邮件服务器的答复。")
    ).optional()


mail = Kind(
    Mail,
    label=("Mail", "Mails", "邮件"),
    owner="owner",
    read=rules.owner,
    title=("sort", "made_at"),
    list=("sort", "state", "made_at", "attempts", "next_at", "failure"),
    order=("made_at",),
    filter=("state", "next_at"),
    group=("state",),
    history=False,
    removed=True,
)

_COLUMNS = (
    "version", "position", "owner_id", "sort", "state", "to_id", "notice_id", "key", "mark", "target",
    "covers_from", "covers_until", "made_at", "next_at", "attempts",
)  # fmt: skip


async def post(
    tx: Transaction,
    sort: MailSort,
    to: Iterable[tuple[int, int, str]],
    *,
    about: Sequence[tuple[int, str]] = (),
    mark: str | None = None,
    covers: tuple[datetime, datetime] | None = None,
) -> int:
    """Put mails into the box, each to an address: its owner, its id, the digest of what it is; returns how many.

    `about` says for each the notice and the key that makes it the one mail of that notice; others have keys of chance.
    They are written as rows, and not through the store: what is sent to whom is nothing that anybody did to a record.
    """
    position, now = await tx.position(), tx.now()
    rows: list[tuple[Any, ...]] = []
    for place, (owner, address, target) in enumerate(to):
        notice, key = about[place] if about else (None, secrets.token_hex(16))
        covered = covers or (None, None)
        about_it = (address, notice, key, mark, target, *covered)
        rows.append((1, position, owner, sort.value, MailState.WAITING.value, *about_it, now, now, 0))
    await tx.insert(mail.table, _COLUMNS, rows)
    return len(rows)
