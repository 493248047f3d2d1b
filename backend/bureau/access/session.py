"""Sessions of people and tokens of integrators: how a request says who sends it (会话与令牌)."""

from bureau.access.account import Account
from bureau.kernel.field import Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.storage.record import Record


class Session(Record):
    """One sign-in, in a browser or on a device, until it expires or is ended. Only a digest of its secret is kept."""

    account = One(Account, "Account", "账户")
    digest = Text(64, "Digest", "摘要", unique="ever", plain=True)
    created_at = Moment("Begun at", "开始时间")
    expires_at = Moment("Expires at", "过期时间")
    ended_at = Moment("Ended at", "结束时间").optional()


class Token(Record):
    """A named bearer token, for programs. It is shown once, when it is made; only a digest of it is kept."""

    account = One(Account, "Account", "账户")
    name = Text(60, "Name", "名称")
    digest = Text(64, "Digest", "摘要", unique="ever", plain=True)
    created_at = Moment("Made at", "创建时间")
    expires_at = Moment("Expires at", "过期时间").optional()
    ended_at = Moment("Ended at", "停用时间").optional()


session = Kind(Session, label=("Session", "Sessions", "会话"), rooted=False, history=False)
token = Kind(Token, label=("Token", "Tokens", "令牌"), rooted=False, history=False)
