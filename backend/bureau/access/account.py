"""An account: someone who can sign in, and the roles granted to them (账户与授权)."""

from bureau.kernel.field import Boolean, Date, Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.registry.person import Person
from bureau.registry.unit import Unit
from bureau.storage.record import Record


class Account(Record):
    """Someone who can sign in with a name and a password."""

    username = Text(60, "User name", "用户名", unique="ever", plain=True, pattern=r"[A-Za-z0-9._@-]{2,60}")
    display_name = Text(60, "Name", "显示名称")
    password = Text(200, "Password hash", "口令散列").optional()
    person = One(Person, "Person", "人员").optional()
    is_demo = Boolean("Demo account", "演示账户")
    closed_at = Moment("Closed at", "停用时间").optional()


class RoleGrant(Record):
    """A role, on the subtree of one unit, from a day until another, on some basis."""

    account = One(Account, "Account", "账户")
    role = Text(40, "Role", "角色", plain=True, pattern="[a-z_]+")
    unit = One(Unit, "Unit", "机构")
    start = Date("From", "起始日期")
    until = Date("Until", "截止日期").optional()
    basis = Text(200, "Basis", "授权依据").optional()


account = Kind(Account, label=("Account", "Accounts", "账户"), natural_key=("username",), rooted=False)
role_grant = Kind(RoleGrant, label=("Grant", "Grants", "授权"), rooted=False)
