"""A mail address: where the holder of an account is told that something waits, once a code came back (通知邮箱)."""

import hmac

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.field import Choice, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.storage.record import Record
from bureau.storage.seal import Keyring

ADDRESS = Text(
    254,
    "E-mail address",
    "电子邮箱",
    form="code",
    pattern=r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}",
)
"""An address as it is given; 254 characters are what a server takes at the most (RFC 5321, 4.5.3.1.3)."""

_DIGITS = 6


class AddressState(State):
    """How far it is that mails go to an address (邮箱状态)."""

    UNVERIFIED = "UNVERIFIED", "Awaits its code", "待验证"
    VERIFIED = "VERIFIED", "Verified", "已验证"
    SET_ASIDE = "SET_ASIDE", "Set aside, since servers refuse mails to it", "已停用（退信）"
    REMOVED = "REMOVED", "Removed", "已移除"


class MailChoice(State):
    """When somebody wants a mail (邮件提醒方式)."""

    NONE = "NONE", "Never", "不发送"
    EACH = "EACH", "At each notice", "逐条即时发送"
    DAILY = "DAILY", "Once, in the morning of each working day", "工作日早间汇总"


class MailLanguage(State):
    """The language of mails (邮件语言)."""

    ZH = "ZH", "Chinese", "中文"
    EN = "EN", "English", "英文"


class MailAddress(Record):
    """Where the holder of an account is told by e-mail that something waits for them.

    Nothing but codes goes there before a code came back. The address itself is shown to nobody again, but for its first
    character and its domain.
    """

    owner = One(Account, "Account", "账户", internal=True, unique="ever")
    address = Text(254, "E-mail address", "电子邮箱", internal=True, secret=True).optional()
    shown = Text(260, "Address as it is shown", "邮箱（部分隐藏）", by_verbs=True).optional()
    state = Choice(AddressState, "State", "状态", by_verbs=True)
    wanted = Choice(MailChoice, "When to send", "提醒方式", by_verbs=True)
    language = Choice(MailLanguage, "Language", "语言", by_verbs=True)
    verified_at = Moment("Verified at", "验证时间").optional()
    refusals = Integer(0, 1_000_000, "Refused in a row", "连续退信次数")
    refusal = Text(
        500, "Why it was set aside", "停用原因", note=("What the server said.", "邮件服务器的答复。")
    ).optional()
    code_mark = Text(64, "Mark of the code", "验证码标记", plain=True, internal=True, secret=True).optional()
    code_until = Moment("Code good until", "验证码有效期至").optional()
    code_tries = Integer(0, 1_000_000, "Wrong codes", "验证码错误次数", internal=True)
    told_until = Moment("Told until", "已汇总至", internal=True).optional()


mail_address = Kind(
    MailAddress,
    label=("Mail address", "Mail addresses", "通知邮箱"),
    owner="owner",
    read=rules.owner,
    title=("shown",),
    list=("shown", "state", "wanted", "language", "verified_at"),
    filter=("state",),
    history=False,
)


def code_of(keyring: Keyring, owner: int, mark: str) -> str:
    """The code that goes with a mark: it is kept nowhere, and nobody makes it without the bureau's key."""
    digest = hmac.digest(keyring.key("mail_code"), f"{owner}\x00{mark}".encode(), "sha256")
    return f"{int.from_bytes(digest[:8], 'big') % 10**_DIGITS:0{_DIGITS}}"


def hidden(address: str) -> str:
    """What is shown of an address: its first character, and its domain."""
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}***@{domain}"
