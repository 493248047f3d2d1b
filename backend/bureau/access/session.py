"""Sessions of people and tokens of integrators: how a request says who sends it (会话与令牌)."""

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.field import Boolean, Choice, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.storage.record import Record


class ProviderProof(State):
    """What an identity provider has shown of who began a session (登录凭据)."""

    PROVIDER = "PROVIDER", "Who they are; a second factor was not needed, or was given here.", "统一身份认证"
    VOUCHED = "VOUCHED", "Who they are, by two factors.", "统一身份认证（双因素）"
    AWAITED = "AWAITED", "Who they are; the code of their authenticator is awaited.", "待动态验证码"


class Session(Record):
    """One sign-in, in a browser or on a device, until it expires or is ended. Only a digest of its secret is kept."""

    account = One(Account, "Account", "账户")
    digest = Text(64, "Digest", "摘要", unique="ever", plain=True)
    client = Text(200, "Client", "客户端").optional()
    network = Text(60, "Network", "来源网络").optional()
    created_at = Moment("Begun at", "开始时间")
    seen_at = Moment("Last used at", "最近使用时间").optional()
    access_until = Moment("Token good until", "令牌有效期至").optional()
    expires_at = Moment("Expires at", "过期时间")
    ended_at = Moment("Ended at", "结束时间").optional()
    proof = Choice(ProviderProof, "ProviderProof", "登录凭据").optional()
    provider_session = Text(64, "Session at the provider", "认证中心会话", plain=True).optional()


class Token(Record):
    """A named bearer token, for a program: it stands for an account, with all of its rights or with fewer.

    Its secret is shown once, when it is made; only a digest of it is kept.
    """

    account = One(Account, "Account", "账户", back=("tokens", "Tokens", "令牌"))
    name = Text(60, "Name", "名称", note=("What it is for.", "用途。"))
    digest = Text(64, "Digest", "摘要", unique="ever", plain=True, internal=True, secret=True)
    roles = Text(
        1000, "Roles", "角色", note=("The only ones it acts under; empty for all.", "为空表示不限。")
    ).optional()
    kinds = Text(
        4000, "Kinds", "记录类型", note=("The only ones it knows of; empty for all.", "为空表示不限。")
    ).optional()
    reads_only = Boolean("Reads only", "只读").optional()
    stored_only = Boolean("Stored documents alone", "仅限登记的查询文档").optional()
    documents = Text(
        4000, "Documents", "查询文档", note=("The only ones it asks by; empty for any.", "为空表示任一登记文档。")
    ).optional()
    created_at = Moment("Made at", "创建时间")
    seen_at = Moment("Last used at", "最近使用时间").optional()
    expires_at = Moment("Expires at", "过期时间").optional()
    ended_at = Moment("Ended at", "停用时间").optional()
    ended_by = Text(60, "Ended by", "停用人").optional()
    end_reason = Text(500, "Why it was ended", "停用原因").optional()


session = Kind(
    Session,
    label=("Session", "Sessions", "会话"),
    filter=("ended_at", "provider_session"),
    rooted=False,
    history=False,
)
token = Kind(
    Token,
    label=("Token", "Tokens", "令牌"),
    owner="account",
    read=rules.owner | rules.security_admin | rules.audit_admin,
    list=("name", "roles", "kinds", "reads_only", "documents", "created_at", "expires_at", "seen_at", "ended_at"),
    order=("created_at", "expires_at"),
    filter=("name", "expires_at", "ended_at"),
    history=False,
)
