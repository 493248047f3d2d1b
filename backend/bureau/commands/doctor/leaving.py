"""What leaves the house: mails and webhooks."""

from ipaddress import ip_network

from bureau.commands.doctor.finding import Finding, Patient, Severity, is_here
from bureau.kernel.words import Words
from bureau.settings import MailServer

_FEW = 2**16
"""A network of more addresses is not one that somebody looked through before they named it."""


async def plain_mails(patient: Patient) -> Finding | None:
    """Whether mails go to their server without TLS."""
    url = patient.settings.smtp_url
    server = MailServer.parse(url) if url else None
    if server is None or server.tls != "none" or is_here(server.host):
        return None
    return Finding(
        Severity.SEVERE if server.password else Severity.WARNING,
        Words("Mails go to their server without TLS.", "与邮件服务器之间未使用 TLS。"),
        Words(
            "Whoever listens on the network reads them, and the password of the account that sends them.",
            "网络监听者可读取邮件内容及发信账户的密码。",
        ),
        Words(
            "Set BUREAU_SMTP_URL=smtp+starttls://… or smtps://….",
            "将 BUREAU_SMTP_URL 设为 smtp+starttls://… 或 smtps://…。",
        ),
    )


async def wide_webhooks(patient: Patient) -> Finding | None:
    """Whether webhooks may go to more of our own networks than somebody can have looked through."""
    named = [part.strip() for part in patient.settings.webhook_networks.split(",") if part.strip()]
    wide = [each for each in named if ip_network(each).num_addresses > _FEW]
    if not wide:
        return None
    return Finding(
        Severity.WARNING,
        Words(
            f"Webhooks may go to all of {', '.join(wide)}.",
            f"Webhook 可发往整个网段 {'、'.join(wide)}。",
        ),
        Words(
            "Whoever may set one up reaches every machine there that asks for no password.",
            "可设置 Webhook 者能触及该网段内所有无需认证的主机。",
        ),
        Words(
            "Name in BUREAU_WEBHOOK_NETWORKS the few addresses that take them.",
            "在 BUREAU_WEBHOOK_NETWORKS 中仅列出实际接收的地址。",
        ),
    )
