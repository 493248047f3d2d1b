"""The doors: cookies, sessions, proxies, limits."""

from urllib.parse import urlsplit

from bureau.access.relying_party import relying_party
from bureau.commands.doctor.finding import Finding, Patient, Severity, is_here
from bureau.kernel.words import Words

LONGEST_SESSION_HOURS = 12
"""After so long whoever is signed in shows again who they are (NIST SP 800-63B-3, 4.2.3)."""
SHORTEST_HSTS_DAYS = 365
"""OWASP ASVS 5.0, 3.4.1."""
LONGEST_LINK_MINUTES = 60
DEAREST_MINUTE = 10**9
"""Beyond it a limit of a minute's cost holds nobody back: a thousand requests of the dearest sort in a minute."""


async def plain_cookies(patient: Patient) -> Finding | None:
    """Whether sessions could travel without TLS."""
    settings = patient.settings
    if settings.secure_cookies or (settings.is_local_default and is_here(settings.host)):
        return None
    return Finding(
        Severity.SEVERE,
        Words("Cookies may travel without TLS.", "会话 Cookie 可能未经 TLS 传输。"),
        Words("Whoever listens on the network takes over sessions.", "网络监听者可窃取会话。"),
        Words(
            "Put a proxy with TLS before it and set BUREAU_SECURE_COOKIES=true.",
            "在前端代理启用 TLS，并设置 BUREAU_SECURE_COOKIES=true。",
        ),
    )


async def unnamed_origins(patient: Patient) -> Finding | None:
    """Whether it is said where our pages are."""
    settings = patient.settings
    if settings.origins or not settings.secure_cookies:
        return None
    return Finding(
        Severity.WARNING,
        Words("It is not said where our pages are.", "未指明本系统页面所在地址。"),
        Words(
            "The Host that a proxy passes on decides which pages may use cookies.",
            "哪些页面可使用 Cookie 取决于代理转发的 Host。",
        ),
        Words("Set BUREAU_ORIGINS=https://….", "设置 BUREAU_ORIGINS=https://…。"),
    )


async def homeless_passkeys(patient: Patient) -> Finding | None:
    """Whether passkeys can be used on all of our pages."""
    settings = patient.settings
    party = relying_party(settings)
    if party is None and not (settings.secure_cookies or settings.passkey_domain):
        return None  # what is said of plain cookies comes first
    outside = [origin for origin in settings.allowed_origins if party and origin not in party.origins]
    if party and not outside:
        return None
    pages = ", ".join(outside) or settings.origins or "BUREAU_ORIGINS"
    return Finding(
        Severity.WARNING,
        Words(f"Passkeys cannot be used on these pages: {pages}.", f"以下页面无法使用通行密钥：{pages}。"),
        Words(
            "Who signs in there has a password, which can be guessed or given away to a page that looks like ours.",
            "在此登录只能使用口令，口令可能被猜中或被仿冒页面骗取。",
        ),
        Words(
            "Name https pages in BUREAU_ORIGINS, and where they are several hosts the domain above them in"
            " BUREAU_PASSKEY_DOMAIN.",
            "在 BUREAU_ORIGINS 中列出 https 页面地址；若有多个主机，请将其共同上级域名设为 BUREAU_PASSKEY_DOMAIN。",
        ),
    )


async def wide_passkeys(patient: Patient) -> Finding | None:
    """Whether the domain of passkeys is no wider than our pages need."""
    settings = patient.settings
    hosts = {urlsplit(origin).hostname or "" for origin in settings.allowed_origins}
    if not settings.passkey_domain or len(hosts) != 1 or settings.passkey_domain in hosts:
        return None
    (host,) = hosts
    return Finding(
        Severity.NOTE,
        Words(
            f"Passkeys are made for all of {settings.passkey_domain}, and our pages are at {host} alone.",
            f"通行密钥面向整个 {settings.passkey_domain}，而本系统页面仅位于 {host}。",
        ),
        Words(
            "Pages of other hosts there can ask for them; what they get opens nothing, but people learn to answer.",
            "该域名下其他主机的页面也能请求通行密钥；虽不能用于登录本系统，但会使用户习惯于随意确认。",
        ),
        Words(
            "Leave BUREAU_PASSKEY_DOMAIN empty, unless passkeys of it are there already.",
            "如尚无通行密钥，请将 BUREAU_PASSKEY_DOMAIN 留空。",
        ),
    )


async def short_hsts(patient: Patient) -> Finding | None:
    """Whether browsers stay with TLS for a year."""
    settings = patient.settings
    if not settings.secure_cookies or settings.hsts_days >= SHORTEST_HSTS_DAYS:
        return None
    return Finding(
        Severity.WARNING,
        Words(
            f"Browsers come by TLS alone for {settings.hsts_days} days only.",
            f"浏览器仅在 {settings.hsts_days} 天内强制使用 TLS。",
        ),
        Words("The first request after that may be read and changed.", "此后的首个请求可能被窃听或篡改。"),
        Words(f"Set BUREAU_HSTS_DAYS={SHORTEST_HSTS_DAYS}.", f"设置 BUREAU_HSTS_DAYS={SHORTEST_HSTS_DAYS}。"),
    )


async def long_sessions(patient: Patient) -> Finding | None:
    """Whether sessions end within the working day."""
    hours = patient.settings.session_hours
    if hours <= LONGEST_SESSION_HOURS:
        return None
    return Finding(
        Severity.WARNING,
        Words(f"A session lasts {hours} hours.", f"会话有效期为 {hours} 小时。"),
        Words("A machine left alone stays signed in overnight.", "无人看管的电脑会整夜保持登录。"),
        Words(
            f"Set BUREAU_SESSION_HOURS to {LONGEST_SESSION_HOURS} at most.",
            f"将 BUREAU_SESSION_HOURS 设为不超过 {LONGEST_SESSION_HOURS}。",
        ),
    )


async def long_links(patient: Patient) -> Finding | None:
    """Whether links to files end soon."""
    minutes = patient.settings.file_link_minutes
    if minutes <= LONGEST_LINK_MINUTES:
        return None
    return Finding(
        Severity.WARNING,
        Words(f"Links to files are good for {minutes} minutes.", f"文件链接有效期为 {minutes} 分钟。"),
        Words(
            "Who finds one later, in a log or a message, opens the file.", "事后从日志或消息中得到链接者可打开文件。"
        ),
        Words(
            f"Set BUREAU_FILE_LINK_MINUTES to {LONGEST_LINK_MINUTES} at most.",
            f"将 BUREAU_FILE_LINK_MINUTES 设为不超过 {LONGEST_LINK_MINUTES}。",
        ),
    )


async def believed_addresses(patient: Patient) -> Finding | None:
    """Whether just anybody is believed to be a proxy."""
    if "*" not in patient.settings.trusted_proxies:
        return None
    return Finding(
        Severity.WARNING,
        Words("X-Forwarded-For is believed of everybody.", "信任任何来源的 X-Forwarded-For。"),
        Words(
            "Where others than the proxy reach this port, they choose the address that limits count.",
            "若代理以外的主机可访问本端口，则可伪造用于限流的地址。",
        ),
        Words(
            "Name the proxies in BUREAU_TRUSTED_PROXIES, or see that nobody else reaches the port.",
            "在 BUREAU_TRUSTED_PROXIES 中列出代理地址，或确保仅代理可访问该端口。",
        ),
    )


async def loose_limits(patient: Patient) -> Finding | None:
    """Whether a minute's cost holds anybody back."""
    dearest = max(patient.settings.cost_per_minute, patient.settings.anonymous_cost_per_minute)
    if dearest <= DEAREST_MINUTE:
        return None
    return Finding(
        Severity.WARNING,
        Words(f"A minute may cost {dearest}.", f"每分钟查询代价上限为 {dearest}。"),
        Words("One client alone can take all that the database can do.", "单个客户端即可耗尽数据库能力。"),
        Words(
            "Lower BUREAU_COST_PER_MINUTE and BUREAU_ANONYMOUS_COST_PER_MINUTE.",
            "调低 BUREAU_COST_PER_MINUTE 与 BUREAU_ANONYMOUS_COST_PER_MINUTE。",
        ),
    )
