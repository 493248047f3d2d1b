"""The identity provider: the way to it, what it is known by, and how far it is believed."""

from urllib.parse import urlsplit

from bureau.commands.doctor.finding import Finding, Patient, Severity, is_here
from bureau.kernel.words import Words

_CHANGEABLE = frozenset({"email", "phone_number", "preferred_username", "name", "nickname"})
"""Claims that their holders choose, or that go to somebody else one day (OpenID Connect Core 1.0, section 5.7)."""
_ONE_FACTOR = frozenset({"geo", "kba", "pin", "pwd", "rba", "tel", "user", "wia"})
"""Methods that are one factor, or none (RFC 8176, section 2)."""


async def plain_provider(patient: Patient) -> Finding | None:
    """Whether the way to the provider is without TLS."""
    issuer = urlsplit(patient.settings.oidc_issuer)
    if issuer.scheme != "http" or is_here(issuer.hostname or ""):
        return None
    return Finding(
        Severity.SEVERE,
        Words("The identity provider is asked without TLS.", "与统一身份认证之间未使用 TLS。"),
        Words(
            "Whoever stands between puts keys of their own there and signs in as anybody.",
            "中间人可替换签名密钥，冒充任何人登录。",
        ),
        Words("Set BUREAU_OIDC_ISSUER=https://….", "设置 BUREAU_OIDC_ISSUER=https://…。"),
    )


async def secret_in_environment(patient: Patient) -> Finding | None:
    """Whether the secret that the provider knows us by stands in the environment."""
    if not patient.settings.oidc_client_secret:
        return None
    return Finding(
        Severity.WARNING,
        Words(
            "The secret for the identity provider stands in plain in the environment.",
            "统一身份认证的客户端密钥以明文存放在环境变量中。",
        ),
        Words(
            "It is shown to whoever looks at the process or at what starts it.", "能查看进程或其启动配置者均可得到它。"
        ),
        Words(
            "Put it into a file of mode 600 that BUREAU_OIDC_CLIENT_SECRET_FILE names, or use PKCE alone.",
            "将其写入权限为 600 的文件并以 BUREAU_OIDC_CLIENT_SECRET_FILE 指定，或仅使用 PKCE。",
        ),
    )


async def changeable_claim(patient: Patient) -> Finding | None:
    """Whether accounts are named by a claim that may be somebody else's one day."""
    claim = patient.settings.oidc_claim
    if not patient.settings.oidc_issuer or claim not in _CHANGEABLE:
        return None
    return Finding(
        Severity.WARNING,
        Words(f"Accounts are bound to the claim {claim}.", f"账户按声明 {claim} 绑定。"),
        Words("Whoever is given it later signs in to the account.", "日后取得该值的他人可登录此账户。"),
        Words(
            "Set BUREAU_OIDC_CLAIM to one that is never given again: sub.",
            "将 BUREAU_OIDC_CLAIM 设为不会重新分配的声明：sub。",
        ),
    )


async def bound_by_name(patient: Patient) -> Finding | None:
    """Whether the provider decides whose account somebody gets."""
    if not patient.settings.oidc_issuer or not patient.settings.oidc_match:
        return None
    return Finding(
        Severity.NOTE,
        Words(
            f"Who is not bound yet is bound by the claim {patient.settings.oidc_match}.",
            f"尚未绑定者按声明 {patient.settings.oidc_match} 自动绑定。",
        ),
        Words(
            "Whoever can set it at the provider gets any account that nobody has bound.",
            "能在认证中心修改该声明者可取得任何尚未绑定的账户。",
        ),
        Words("Empty BUREAU_OIDC_MATCH once staff are bound.", "职工绑定完成后清空 BUREAU_OIDC_MATCH。"),
    )


async def lone_factor(patient: Patient) -> Finding | None:
    """Whether one factor at the provider is taken for two."""
    weak = sorted(v for name, v in patient.settings.oidc_second_factors if name == "amr" and v in _ONE_FACTOR)
    if not weak:
        return None
    said = ", ".join(f"amr={value}" for value in weak)
    return Finding(
        Severity.SEVERE,
        Words(f"{said} is taken for a second factor.", f"{said} 被视为双因素登录。"),
        Words("Administrators sign in with one factor.", "管理员仅凭单一因素即可登录。"),
        Words(
            "Name in BUREAU_OIDC_SECOND_FACTOR what the provider says of two alone, as amr=mfa.",
            "BUREAU_OIDC_SECOND_FACTOR 只填写表示双因素的值，如 amr=mfa。",
        ),
    )


async def shut_out(patient: Patient) -> Finding | None:
    """Whether accounts are limited to a provider that is not there."""
    if patient.settings.oidc_issuer:
        return None
    sql = "SELECT count(*) FROM account WHERE by_provider_alone AND closed_at IS NULL AND void_reason IS NULL"
    count = int((await patient.ask(sql))[0][0])
    if not count:
        return None
    return Finding(
        Severity.WARNING,
        Words(
            f"{count} accounts sign in through an identity provider alone, and there is none.",
            f"{count} 个账户仅限统一身份认证登录，但尚未配置统一身份认证。",
        ),
        Words("They cannot sign in.", "这些账户无法登录。"),
        Words(
            "Set BUREAU_OIDC_ISSUER, or give them passwords (bureau user password).",
            "设置 BUREAU_OIDC_ISSUER，或为其设置口令（bureau user password）。",
        ),
    )
