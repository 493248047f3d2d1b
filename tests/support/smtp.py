"""A mail server that tests send to: it takes mails over TLS from who signs in, and answers otherwise where it is told to."""

import asyncio
import contextlib
import ssl
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.support.live import free_port

USER, PASSWORD = "bureau", "p@ss word"


@dataclass
class MailBox:
    """What a server took, and what it is to answer next: to an address, or to a whole mail."""

    port: int
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    to_address: list[str] = field(default_factory=list)
    to_mail: list[str] = field(default_factory=list)
    """A reply, `drop` to end the connection unread, `take and drop` to take a mail and say nothing, `take and wait` to
    say nothing for a while either."""
    signed_in: list[str] = field(default_factory=list)
    written: Path | None = None
    """Where the plain text of the last mail is written, for those who are no Python."""

    def url(self, scheme: str = "smtp+starttls") -> str:
        """The address of the server, with user and password."""
        return f"{scheme}://{USER}:p%40ss%20word@127.0.0.1:{self.port}"

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:  # noqa: N802 (aiosmtpd)
        answer = self.to_address.pop(0) if self.to_address else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 (aiosmtpd)
        answer = self.to_mail.pop(0) if self.to_mail else "250 OK"
        if answer == "250 OK" or answer.startswith("take"):
            message: Any = message_from_bytes(envelope.original_content or b"", policy=default)
            self.taken.append((envelope.rcpt_tos[0], message))
            if self.written:
                self.written.write_text(message.get_body(("plain",)).get_content(), "utf-8")
        if answer.endswith("drop"):
            assert server.transport
            server.transport.abort()
        if answer.endswith("wait"):
            await asyncio.sleep(60)
        return answer

    def sign_in(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        """Let in whoever has the password."""
        is_known = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        self.signed_in += [mechanism] if is_known else []
        return AuthResult(success=is_known)


@contextlib.contextmanager
def mail_server(directory: Path, box: MailBox | None = None) -> Iterator[MailBox]:
    """A server that takes mails under a certificate of its own, which lies in `directory`/ca.pem."""
    found = box or MailBox(free_port())
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(_certificate(directory))
    controller = Controller(
        found,
        hostname="127.0.0.1",
        port=found.port,
        tls_context=context,
        require_starttls=True,
        auth_required=True,
        authenticator=found.sign_in,
    )
    controller.start()
    try:
        yield found
    finally:
        controller.stop()


def _certificate(directory: Path) -> Path:
    path, key = directory / "server.pem", ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "mail")]), datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.write_bytes(secret + made.public_bytes(pem))
    (directory / "ca.pem").write_bytes(made.public_bytes(pem))
    return path
