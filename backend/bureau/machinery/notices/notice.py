"""A notice: what the product tells the holder of one account, who hears of it live (消息)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.field import Choice, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.sql import among
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


class NoticeState(State):
    """Whether a notice was read (消息状态)."""

    UNREAD = "UNREAD", "Unread", "未读"
    READ = "READ", "Read", "已读"


class Notice(Record):
    """What one account is told: that something runs out, or that a job has ended.

    It names a record and repeats nothing of it: who has lost the right to see that record learns nothing here.
    """

    owner = One(Account, "Account", "账户", internal=True)
    english_text = Text(500, "English text", "英文内容")
    chinese_text = Text(500, "Chinese text", "中文内容")
    subject = Text(80, "Record", "相关记录", plain=True, note=("Its id.", "其标识。")).optional()
    state = Choice(NoticeState, "State", "状态", by_verbs=True)
    sent_at = Moment("Sent at", "发送时间")
    read_at = Moment("Read at", "阅读时间").optional()
    key = Text(200, "Key", "去重标识", unique="ever", plain=True, internal=True)


notice = Kind(
    Notice,
    label=("Notice", "Notices", "消息"),
    owner="owner",
    read=rules.owner,
    title=("chinese_text", "english_text"),
    list=("chinese_text", "state", "sent_at"),
    order=("sent_at",),
    filter=("state", "sent_at"),
    group=("state",),
    history=False,
)


@action(notice, rules.owner, label=("Mark as read", "标为已读"))
async def mark_notice_read(act: Act, subject: Notice) -> Notice:
    """Mark a notice as read; one that was read already stays as it is."""
    if subject.state == NoticeState.READ:
        return subject
    return await act.change(subject, state=NoticeState.READ, read_at=act.tx.now())


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be told to an account."""

    account: int
    words: Words
    subject: str
    """The id of the record it is about, as the API writes it."""
    key: str
    """What makes two messages to one account the same one: the second is not sent."""


async def send(store: Store, messages: Sequence[Message], tx: Transaction) -> int:
    """Send messages in one set, whoever's the transaction is; returns how many had not been sent before."""
    new = {f"{one.account}:{one.key}": one for one in messages}
    of, keys = among(tx.dialect, "key", list(new), "text")
    for (known,) in await tx.fetch(f"SELECT key FROM notice WHERE {of}", *keys) if new else ():
        del new[known]
    accounts = {a.id: a for a in await Account.filter(id__in=[one.account for one in new.values()])} if new else {}
    rows = [
        {
            "owner": accounts[one.account],  # itself, since an actor may refer by its id to what they see alone
            "english_text": one.words.en,
            "chinese_text": one.words.zh,
            "subject": one.subject,
            "state": NoticeState.UNREAD,
            "sent_at": tx.now(),
            "key": key,
        }
        for key, one in new.items()
    ]
    await store.create_all(tx, store.kind_of(Notice), rows, verb="send")
    return len(rows)
