"""A role: a duty that accounts are given at a unit, and what the bureau's own roles may do (角色与权限)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.field import Boolean, One, Span, Text
from bureau.kernel.kind import CheckContext, Distinct, Kind
from bureau.kernel.rules import Level
from bureau.storage.record import Record

TARGET = "permission"
"""The fact that says what is wrong with the name of something permitted: the catalogue alone knows what there is."""

_CODE = "[a-z][a-z0-9_]{1,39}"


class Role(Record):
    """A duty that accounts are given at a unit: registrar, student aid officer, or one of the bureau's own.

    What the product's own roles may do is declared with each kind and verb, and shown by the catalogue; what a role
    that the bureau adds may do are its permissions. A role counts while it is in force.
    """

    code = Text(40, "Code", "代码", unique="ever", plain=True, pattern=_CODE, by_verbs=True)
    english_name = Text(60, "English name", "英文名称")
    chinese_name = Text(60, "Chinese name", "中文名称")
    at_city = Boolean("At the city's bureau", "可授予市教育局", by_verbs=True)
    at_county = Boolean("At a county's bureau", "可授予区县教育局", by_verbs=True)
    at_unit = Boolean("At a school or unit", "可授予学校或单位", by_verbs=True)
    is_separated = Boolean(
        "Separated",
        "三员角色",
        by_verbs=True,
        note=(
            "An administration that reads no registers; held with no other role.",
            "系统、安全、审计管理：不得查看业务数据，不得兼任其他角色。",
        ),
    )
    second_factor = Boolean("Second factor", "须双因素登录")
    valid = Span("In force", "有效期")
    basis = Text(200, "Basis", "依据")


class RolePermission(Record):
    """One thing that a role of the bureau's own may do: read a kind or a restricted field, write a kind, use a verb.

    It is named as the API names it: `Student.read`, `Student.update`, `Person.address`, `registerStudent`.
    """

    role = One(Role, "Role", "角色", back=("permissions", "Permissions", "权限"))
    target = Text(
        120,
        "What it may do",
        "权限项",
        plain=True,
        pattern=r"[A-Z][A-Za-z]*\.[a-z][A-Za-z]*|[a-z][A-Za-z]*",
        note=("A kind's verb or field, or a mutation.", "类型的操作或字段，或某项业务操作。"),
    )
    at_city = Boolean("At the city's bureau", "市级可用")
    at_county = Boolean("At a county's bureau", "区县级可用")
    at_unit = Boolean("At a school or unit", "校级可用")
    valid = Span("In force", "有效期")
    basis = Text(200, "Basis", "依据")


def _is_not_ours(role: Role, context: CheckContext) -> Iterator[Fault]:
    if role.code == rules.OPENED:
        yield invalid("code", "the product keeps it for itself.", "该代码为系统保留。")


def _can_be_granted(role: Role, context: CheckContext) -> Iterator[Fault]:
    if not (role.at_city or role.at_county or role.at_unit):
        yield invalid("at_city", "there is no unit at which it could be granted.", "至少应可授予一级机构。")


def _is_there(permission: RolePermission, context: CheckContext) -> Iterator[Fault]:
    yield from (found.under("target") for found in context.facts[TARGET](permission.target))


def _is_for_its_role(permission: RolePermission, context: CheckContext) -> Iterator[Fault]:
    role = permission.__dict__.get("_role")
    if role is None:
        return
    if role.code in rules.BUILT_IN:
        yield invalid(
            "role", "what the product's own roles may do is declared with the kinds.", "内置角色的权限由系统声明。"
        )
    if role.is_separated:
        yield invalid("role", "it is separated from all registers.", "三员角色不得获得业务权限。")
    for name in ("at_city", "at_county", "at_unit"):
        if getattr(permission, name) and not getattr(role, name):
            yield invalid(name, "the role cannot be granted there.", "该角色不可授予此级机构。")


_KEEPER = rules.security_admin.at(Level.CITY)
_READERS = rules.tree.anywhere

role = Kind(
    Role,
    label=("Role", "Roles", "角色"),
    read=_READERS,
    create=_KEEPER,
    update=_KEEPER,
    void=_KEEPER,
    natural_key=("code",),
    title=("chinese_name", "english_name"),
    list=("code", "english_name", "chinese_name", "at_city", "at_county", "at_unit", "is_separated", "valid"),
    order=("code",),
    filter=("code", "is_separated", "second_factor"),
    group=("is_separated", "second_factor"),
    search=("code", "english_name", "chinese_name"),
    effective=("valid",),
    checks=(_is_not_ours, _can_be_granted),
)

role_permission = Kind(
    RolePermission,
    label=("Role permission", "Role permissions", "角色权限"),
    read=_READERS,
    create=_KEEPER,
    update=_KEEPER,
    void=_KEEPER,
    natural_key=("role", "target"),
    list=("role.chinese_name", "target", "at_city", "at_county", "at_unit", "valid"),
    order=("target",),
    filter=("target",),
    group=("target",),
    effective=("valid",),
    distinct=(Distinct(("role", "target"), "target"),),
    checks=(_is_there, _is_for_its_role),
)
