"""An account: someone who can sign in (账户)."""

from bureau.kernel import rules
from bureau.kernel.field import Boolean, Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.registry.person import Person
from bureau.storage.record import Record


class Account(Record):
    """Someone who can sign in, with a name and a password or through an identity provider; what they may do is said by
    the roles granted to them.
    """

    username = Text(60, "User name", "用户名", unique="ever", plain=True, pattern=r"[A-Za-z0-9._@-]{2,60}")
    display_name = Text(60, "Name", "显示名称")
    password = Text(200, "Password hash", "口令散列", internal=True, secret=True).optional()
    must_change_password = Boolean("Must change the password", "须修改口令").optional()
    by_provider_alone = Boolean("Signs in through the identity provider alone", "仅限统一身份认证登录").optional()
    person = One(Person, "Person", "人员", internal=True).optional()
    is_demo = Boolean("Demo account", "演示账户")
    closed_at = Moment("Closed at", "停用时间").optional()


account = Kind(
    Account,
    label=("Account", "Accounts", "账户"),
    read=rules.administrators.anywhere,
    natural_key=("username",),
    title=("display_name", "username"),
    list=("username", "display_name", "by_provider_alone", "is_demo", "closed_at"),
    order=("username",),
    filter=("username", "display_name", "is_demo", "closed_at"),
    group=("is_demo",),
)
