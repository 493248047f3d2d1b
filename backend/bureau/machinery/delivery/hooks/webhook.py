"""A webhook: an address at which a program of others is told which records changed (事件推送)."""

from bureau.access.account import Account
from bureau.access.session import Token
from bureau.kernel import rules
from bureau.kernel.field import Choice, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.storage.record import Record


class WebhookState(State):
    """Whether a webhook is told of changes (推送状态)."""

    ACTIVE = "ACTIVE", "Active", "推送中"
    FAILING = "FAILING", "Failing: it is tried again", "推送失败，重试中"
    PAUSED = "PAUSED", "Paused: what changes meanwhile is told afterwards", "已暂停（恢复后补推）"
    OFF = "OFF", "Switched off: nothing is kept for it", "已停用"


class Webhook(Record):
    """An address at which a program is told which records changed: kind, id, version and verb, and no value of theirs.

    Told is what its owner, or the token it is bound to, can see then. The program asks for the rest by its own rights.
    Each message is signed as Standard Webhooks says; it may come twice, under one id.
    """

    owner = One(Account, "Account", "账户", internal=True)
    token = One(
        Token, "Token", "令牌", note=("By whose rights it is told; the account's unless said.", "按该令牌的权限推送。")
    ).optional()
    name = Text(60, "Name", "名称", note=("What it is for.", "用途。"))
    url = Text(500, "Address", "推送地址", form="verbatim", note=("https alone.", "仅限 https。"))
    kinds = Text(
        4000,
        "Kinds",
        "记录类型",
        note=("Those of whose changes it is told, as types are called, with blanks between.", "类型名称，以空格分隔。"),
    )
    verbs = Text(
        4000,
        "Verbs",
        "操作",
        note=("The only ones it is told of, as registerStudent; all unless said.", "为空表示不限。"),
    ).optional()
    state = Choice(WebhookState, "State", "状态", by_verbs=True)
    why_off = Text(500, "Why it was switched off", "停用原因").optional()
    failures = Integer(0, 10**9, "Failed attempts in a row", "连续失败次数", by_verbs=True)
    made_at = Moment("Made at", "创建时间")
    told_at = Moment("Told last at", "最近成功时间").optional()
    rests_until = Moment("Left alone until", "暂缓至").optional()
    told_position = Integer(0, 2**62, "Told up to", "已推送至", internal=True)
    told_number = Integer(0, 2**63 - 1, "Told up to entry", "已推送至条目", internal=True)


_READ = rules.owner | rules.security_admin | rules.audit_admin

webhook = Kind(
    Webhook,
    label=("Webhook", "Webhooks", "事件推送"),
    owner="owner",
    read=_READ,
    title=("name",),
    list=("name", "url", "kinds", "state", "failures", "told_at", "made_at"),
    order=("made_at",),
    filter=("state",),
    history=False,
)
