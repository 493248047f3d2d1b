"""Accounts and tokens: those that everybody can use, and those that never end."""

from datetime import timedelta

from bureau.access.duties import lacks_factor
from bureau.access.narrowing import NARROWED
from bureau.access.relying_party import relying_party
from bureau.commands.doctor.finding import Finding, Patient, Severity
from bureau.kernel.clock import HOME
from bureau.kernel.words import Words
from bureau.registry.standards import standard

_GOOD = "ended_at IS NULL AND void_reason IS NULL AND (expires_at IS NULL OR expires_at > $1)"


async def demo_accounts(patient: Patient) -> Finding | None:
    """Whether there are demo accounts where there may be none; nothing is served then."""
    if patient.settings.is_local_default:
        return None
    if not await patient.ask("SELECT 1 FROM account WHERE is_demo AND closed_at IS NULL"):
        return None
    return Finding(
        Severity.SEVERE,
        Words(
            "There are demo accounts, whose password everyone knows; they live on the local default only.",
            "存在密码公开的演示账户，仅允许在本地默认数据库中使用。",
        ),
        Words("Nothing is served.", "系统拒绝提供服务。"),
        Words("Begin with an empty database.", "请改用空数据库。"),
    )


async def endless_tokens(patient: Patient) -> Finding | None:
    """Whether tokens of programs end."""
    rows = await patient.ask("SELECT count(*) FROM token WHERE expires_at IS NULL AND ended_at IS NULL")
    count = int(rows[0][0])
    if not count:
        return None
    return Finding(
        Severity.WARNING,
        Words(f"{count} tokens of programs never expire.", f"{count} 个访问令牌永不过期。"),
        Words("One that was lost is good for ever.", "令牌一旦泄露将长期有效。"),
        Words("Make them anew with an end (bureau token add).", "重新签发带有效期的令牌（bureau token add）。"),
    )


async def wide_tokens(patient: Patient) -> Finding | None:
    """Whether tokens of programs may do all that their accounts may."""
    rows = await patient.ask(f"SELECT count(*) FROM token WHERE {_GOOD} AND NOT {NARROWED}", patient.now)
    count = int(rows[0][0])
    if not count:
        return None
    return Finding(
        Severity.WARNING,
        Words(f"{count} tokens of programs are narrowed to nothing.", f"{count} 个访问令牌未限定权限范围。"),
        Words("One that was lost opens all that its account may do.", "令牌一旦泄露，其账户的全部权限均可被使用。"),
        Words(
            "Make them anew for the roles, kinds or documents that the program needs.",
            "按程序实际需要限定角色、记录类型或查询文档后重新签发。",
        ),
    )


async def idle_tokens(patient: Patient) -> Finding | None:
    """Whether there are tokens that nobody has used for long."""
    longest = standard("token_unused", patient.now.date(), package="bureau.access")
    if longest is None:
        return None
    before = patient.now - timedelta(days=int(longest.value))
    sql = f"SELECT count(*) FROM token WHERE {_GOOD} AND coalesce(seen_at, created_at) < $2"
    count = int((await patient.ask(sql, patient.now, before))[0][0])
    if not count:
        return None
    return Finding(
        Severity.WARNING,
        Words(
            f"{count} tokens of programs were not used for {longest.value} days.",
            f"{count} 个访问令牌已 {longest.value} 天未使用。",
        ),
        Words("What nobody misses may be lost without anybody noticing.", "闲置令牌泄露时不易被发现。"),
        Words("End them (endToken).", "请予停用（endToken）。"),
    )


async def lone_passwords(patient: Patient) -> Finding | None:
    """Whether those whose roles need a second factor are let in without one, and how many have none."""
    sql = f"SELECT count(*) FROM account a WHERE a.closed_at IS NULL AND a.void_reason IS NULL AND {lacks_factor('$1')}"
    rows = await patient.ask(sql, patient.now.astimezone(HOME).date())
    count, is_required = int(rows[0][0]), patient.settings.second_factor == "required"
    if not count or patient.settings.is_local_default:
        return None
    return Finding(
        Severity.NOTE if is_required else Severity.SEVERE,
        Words(
            f"{count} accounts whose roles need a second factor have none.",
            f"{count} 个应启用双因素登录的账户尚未启用。",
        ),
        Words("They do nothing before they have one.", "启用前不能进行任何操作。")
        if is_required
        else Words("Their password alone opens everything that they may do.", "仅凭口令即可使用其全部权限。"),
        Words("Have them enrol.", "请尽快启用。")
        if is_required
        else Words("Set BUREAU_SECOND_FACTOR to required.", "将 BUREAU_SECOND_FACTOR 设为 required。"),
    )


async def stray_passkeys(patient: Patient) -> Finding | None:
    """Whether there are passkeys that were made for another domain than the settings name."""
    party = relying_party(patient.settings)
    domain = party.domain if party else ""
    rows = await patient.ask("SELECT count(*) FROM passkey WHERE domain <> $1", domain)
    count = int(rows[0][0])
    if not count:
        return None
    return Finding(
        Severity.WARNING,
        Words(
            f"{count} passkeys were made for another domain than “{domain}”.",
            f"{count} 个通行密钥所属域名不是“{domain}”。",
        ),
        Words(
            "They open nothing; who has no other factor needs a recovery code.",
            "这些通行密钥无法使用；没有其他因素的用户须使用恢复码。",
        ),
        Words(
            "Set BUREAU_PASSKEY_DOMAIN to their domain, or have their holders add others.",
            "将 BUREAU_PASSKEY_DOMAIN 设为其所属域名，或请持有人重新添加。",
        ),
    )
