"""What the environment decides: every setting, its name, its default and its unit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from functools import cached_property
from ipaddress import ip_network
from pathlib import Path
from typing import Literal, Self
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from `BUREAU_…` variables; nothing else in the product reads the environment."""

    model_config = SettingsConfigDict(env_prefix="BUREAU_", extra="ignore")

    data_dir: Path = Path("var")
    """Where the embedded database, the key files and uploads live."""
    database_url: str = ""
    """`sqlite://path`, `sqlite:///absolute/path` or `postgres://…`; empty means a file in `data_dir`."""
    database_read_url: str = ""
    """The same PostgreSQL as a role that only reads, by which the API's queries are answered; empty means as that of
    `database_url`, which then only writes. See `bureau database roles`."""
    database_owner_url: str = ""
    """The same PostgreSQL as the role that owns the tables, for `bureau migrate` and `bureau database roles`; empty
    means that of `database_url`."""
    secret_key: str = ""
    """Master key of sealed values, at least 32 characters; empty means a key file in `data_dir`."""
    journal_key: str = ""
    """File of the key that signs the journal (Ed25519, PEM), the same for all processes of a bureau and out of the
    database's reach; empty means `journal.key` in `data_dir`, made on first use."""
    journal_keeper: str = ""
    """File to which every signed head of the journal is added; it belongs to a second keeper, on a mount of another
    machine. Empty means `journal.heads` in `data_dir`."""
    profile: Literal["cn", "generic"] = "cn"
    """Which rules and required fields apply."""
    city: str = "510100"
    """Division code of the city whose bureau this is (GB/T 2260)."""
    bureau_name: str = ""
    """Name of the root unit; empty means the city's name with 教育局."""

    host: str = "127.0.0.1"
    port: int = 8000
    trusted_proxies: str = "127.0.0.1"
    """Addresses or networks of the proxies whose X-Forwarded-For is believed, with commas between them; `*` where
    nothing but the proxy can reach this process."""
    workers: int = 1
    """Server processes; more than one only on PostgreSQL."""
    read_connections: int = 8
    """Connections of one process that serve queries; on PostgreSQL twice as many, for two ways of planning, and as many
    again for what the product itself asks where another role answers queries."""
    write_connections: int = 8
    """Connections of one process that serve changes (SQLite has one writer whatever is set)."""

    max_body_bytes: int = 1_000_000
    max_tokens: int = 4_000
    """Lexical tokens of one GraphQL document."""
    max_depth: int = 20
    """Levels of nested selections."""
    max_aliases: int = 200
    """Aliased or repeated fields of one document."""
    max_cost: int = 2_000_000
    """Values one query may return at the most: rows × fields, over all levels."""
    cost_per_minute: int = Field(default=1_000_000_000, ge=1)
    """What one account may ask in a minute, in values as for `max_cost`; all processes together, nearly. A page of a
    thousand records with ten fields costs ten thousand, and some 1.4 ms of a core: this is two cores' minute, so that
    no integrator at full speed is held up on a small machine; a bureau with many lowers it."""
    anonymous_cost_per_minute: int = Field(default=200_000_000, ge=1)
    """The same for all who are not signed in and come from one network: /24 of IPv4, /64 of IPv6."""
    cost_of_change: int = Field(default=1_000, ge=0)
    """What one mutation field costs beside what it reads: a transaction on the disk."""
    max_requests_per_account: int = Field(default=100, ge=1)
    """Requests of one account that one process serves at a time."""
    max_anonymous_requests: int = Field(default=100, ge=1)
    """Requests of all who are not signed in that one process serves at a time."""
    max_mutations: int = 10
    """Mutation fields of one operation."""
    stored_only: bool = False
    """Only stored documents are executed, but for those who may store them and, in browsers, texts of the generic form
    that the console's screens have; nothing is introspected."""
    statement_timeout_ms: int = 15_000
    max_unlogged_reads: int = 10_000
    """Reads of persons' records that may wait to be logged; while more of them wait, further ones are refused."""

    lookups_per_day: int = 100
    """How often an account may look for somebody by a sealed value on one day; writes and dry runs that tell of
    somebody beyond its sight count too."""
    matches_per_record: int = 5
    """How often an account may compare a value with those sealed in one record in one month."""

    reveals_per_day: int = 50
    """How many sealed values an account may have in the clear on one day, one by one."""

    opening_minutes: int = 60
    """For how long a director who said what for sees the records of persons."""
    who_looked_per_month: int = 3
    """How many lists of who looked at their child a guardian may ask for in one month."""

    clear_export_records: int = 5_000
    """Records of one request for sealed values in the clear."""
    clear_export_days: int = 30
    """How far ahead the last day of such a request may lie."""

    max_sockets: int = 2_000
    """Open websockets of one process."""
    max_sockets_per_account: int = 50
    """Of these, those of one account."""
    max_subscriptions: int = 100
    """Operations of one websocket at a time."""
    max_backlog: int = 4_000_000
    """Characters of events that may wait for one slow websocket; it is closed when there are more."""
    socket_init_seconds: float = 10
    """A websocket that is not initialised by then is closed."""
    socket_renew_seconds: float = 30
    """How often an open websocket's session and rights are looked at again."""

    jobs: bool = True
    """Whether a serving process does background jobs as well; a process of `bureau worker` always does."""
    job_slots: int = 2
    """Jobs that one process does at a time."""
    job_lease_seconds: float = 30
    """How long nothing is heard of a process before others take over its jobs."""

    smtp_url: str = Field(default="", repr=False)
    """The server that takes our mails: `smtp+starttls://user:password@host:587`, `smtps://…:465`, or `smtp://…:25`,
    which encrypts nothing. Empty means that no mails are sent. Needs `mail_from`, and `origins`, where mails lead."""
    mail_from: str = ""
    """From whom mails come, `Education Bureau <no-reply@bureau.example.cn>`; the server must let us send from there."""
    smtp_seconds: float = Field(default=20, gt=0)
    """How long that server may take for an answer."""
    webhook_hosts: str = ""
    """The only hosts to which webhooks go, with commas between: `hooks.example.cn`, or `*.example.cn` for all below
    one. Empty means any whose address is public."""
    webhook_networks: str = ""
    """Networks that are not public to which webhooks go all the same, with commas between: `10.20.0.0/16`. Where that
    holds this machine's own, 127.0.0.0/8, webhooks to `localhost` may go without TLS."""
    webhook_seconds: float = Field(default=15, gt=0)
    """How long whoever is told by a webhook may take to answer."""

    files_url: str = ""
    """`s3://bucket/prefix` for a store that speaks S3, whose address and credentials are the usual variables of AWS;
    empty means the directory `files` in `data_dir`, which all processes of a bureau share."""
    files_origin: str = ""
    """Origin of which nothing but files is served, as `https://files.example.cn`; empty means none of its own."""
    max_file_bytes: int = Field(default=1_000_000_000, le=2**31 - 1)
    """Of one file, whatever it is for; 2 GiB at the most."""
    max_attachment_bytes: int = 200_000_000
    """Of one attachment to a record."""
    max_account_bytes: int = 20_000_000_000
    """Of all files of one account: those that are there, and what is announced of those that still come."""
    max_unfinished_uploads: int = 20
    """Uploads of one account that are not finished."""
    upload_hours: int = 24
    """An upload that is not finished by then is given up."""
    file_link_minutes: int = 10
    """How long a link to a file is good for whoever holds it."""
    file_retention_days: int = 30
    """How long the content of a file stays after the file was made void."""
    file_result_days: int = 7
    """How long what the product made for an account stays: results of jobs, exports."""
    scanner: str = ""
    """ClamAV's daemon, `unix:///run/clamav/clamd.ctl` or `tcp://host:3310`, without whose answer no file is opened;
    its StreamMaxLength limits files too.
    Empty means that nothing looks for malicious software: types are checked all the same, and each file says that it
    was not scanned."""

    origins: str = ""
    """Where our pages are, as browsers name it: `https://bureau.example.cn`, several with commas between them. Cookies
    are taken from nowhere else. Empty means the host that a request names, which a proxy must then pass on."""

    passkey_domain: str = ""
    """The domain that passkeys are made for, as `bureau.example.cn`; those made for another open nothing any more. It
    is that of `origins`, or one above them all where these are several. Empty means the one host of `origins`, on the
    local default `localhost`; where that names no domain there are no passkeys."""

    session_hours: int = 12
    """A session ends this long after sign-in."""
    session_idle_minutes: int = 30
    """A session ends when nothing was asked with it for so long; several minutes, since it is noted once in one."""
    device_token_minutes: int = 15
    """How long the token of a device is good; it then gets another by its refresh token."""
    device_days: int = 30
    """A session on a device ends this long after sign-in."""
    sign_in_attempts: int = 5
    """From so many failures of one name from one network on, the next attempt must wait, longer each time."""
    sign_in_delay_seconds: int = 900
    """The longest that it must wait."""
    administrator_attempts: int = 5
    """Failures, from wherever, after which the account of an administrator is locked until another one unlocks it;
    wrong second factors after the right password lock any account."""
    second_factor: Literal["required", "offered"] = "required"
    """Whether those whose role needs a second factor can do nothing before they have set one up."""
    oidc_issuer: str = ""
    """The identity provider through which accounts sign in that are bound to it, as it names itself in its discovery
    document (OpenID Connect); empty means that there is none. Needs `origins`: the provider is told to send browsers
    back to `/oidc/callback` there, and each such address must be registered with it."""
    oidc_client_id: str = ""
    """What the provider calls this installation."""
    oidc_client_secret: str = ""
    """What this installation shows the provider beside PKCE; empty for a public client."""
    oidc_client_secret_file: str = ""
    """File in which that stands, in place of the environment."""
    oidc_scopes: str = "openid"
    """What is asked of the provider, with spaces between; `profile` or another where a claim needs it."""
    oidc_claim: str = "sub"
    """The claim that names the provider's user, to which accounts are bound. It must never be given to anybody else."""
    oidc_match: str = ""
    """The claim by which somebody who is not bound yet is bound once, to the account whose user name it equals; not to
    administrators, nor to accounts without a role. An e-mail address must be verified. Empty means that a security
    administrator binds everybody."""
    oidc_max_age_hours: int = Field(default=12, ge=0)
    """Who showed the provider longer ago who they are shows it again; the provider must say when it was (`auth_time`).
    0 leaves that to the provider."""
    oidc_second_factor: str = ""
    """What the provider says of a sign-in with two factors: `acr=VALUE` or `amr=VALUE`, several with spaces between.
    Where it says none of them, a second factor is asked for here as after a password."""

    max_sign_ins_waiting: int = 20
    """Passwords of one process that wait to be looked at; while more of them wait, further ones are refused."""
    password_length: int = 10
    """Least number of characters of a password that is set from now on."""
    password_strength: int = Field(default=2, ge=0, le=4)
    """How hard it must be to guess, from 0 to 4 as zxcvbn estimates it, which knows common passwords: 2 withstands
    whoever tries a million times, 3 a hundred million."""
    secure_cookies: bool = False
    """Set behind TLS: the session cookie then travels over https alone, under a name that no other host can set, and
    browsers are told to come by https alone."""
    hsts_days: int = Field(default=365, ge=0)
    """How long browsers come by https alone, to this host and those below it, where `secure_cookies` is set; 0 leaves
    that to the proxy."""

    @field_validator("secret_key")
    @classmethod
    def _long_enough(cls, value: str) -> str:
        if value and len(value) < 32:
            raise ValueError("needs at least 32 characters")
        return value

    @field_validator("database_url")
    @classmethod
    def _understood(cls, value: str) -> str:
        if value:
            DatabaseAddress.parse(value)
        return value

    @field_validator("database_read_url", "database_owner_url")
    @classmethod
    def _is_another_role(cls, value: str, info: ValidationInfo) -> str:
        url = info.data.get("database_url", "")
        if not value:
            return value
        address = DatabaseAddress.parse(value)
        if address.dialect == "sqlite":
            raise ValueError("must begin with postgres://; SQLite has no roles")
        if not url or address.place != DatabaseAddress.parse(url).place:
            raise ValueError("must name the database of BUREAU_DATABASE_URL, as another role")
        return value

    @field_validator("files_url")
    @classmethod
    def _is_a_bucket(cls, value: str) -> str:
        if value and not (value.startswith("s3://") and urlsplit(value).netloc):
            raise ValueError("must read s3://bucket or s3://bucket/prefix")
        return value

    @field_validator("files_origin")
    @classmethod
    def _is_an_origin(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.netloc or parts.path not in ("", "/")):
            raise ValueError("must read https://host, without a path")
        return value.rstrip("/")

    @field_validator("origins")
    @classmethod
    def _are_origins(cls, value: str) -> str:
        for origin in filter(None, map(str.strip, value.split(","))):
            parts = urlsplit(origin)
            if (
                parts.scheme not in ("http", "https")
                or not parts.netloc
                or origin != f"{parts.scheme}://{parts.netloc}"
            ):
                raise ValueError("must read https://host, several with commas between them, without paths")
        return value

    @field_validator("passkey_domain")
    @classmethod
    def _is_a_domain(cls, value: str) -> str:
        if value and not re.fullmatch(r"localhost|([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", value):
            raise ValueError("must read bureau.example.cn, in small letters, without https:// and without a port")
        return value

    @field_validator("oidc_issuer")
    @classmethod
    def _is_an_issuer(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment):
            raise ValueError("must read https://host or https://host/path")
        return value

    @field_validator("oidc_second_factor")
    @classmethod
    def _are_claims(cls, value: str) -> str:
        if any(name not in ("acr", "amr") or not said for name, said in _pairs(value)):
            raise ValueError("must read acr=VALUE or amr=VALUE, several with spaces between them")
        return value

    @model_validator(mode="after")
    def _provider_knows_us(self) -> Self:
        if self.oidc_issuer and not (self.oidc_client_id and self.origins):
            raise ValueError("BUREAU_OIDC_ISSUER needs BUREAU_OIDC_CLIENT_ID and BUREAU_ORIGINS")
        if "openid" not in self.oidc_scopes.split():
            raise ValueError("BUREAU_OIDC_SCOPES must hold openid")
        return self

    @field_validator("smtp_url")
    @classmethod
    def _is_a_mail_server(cls, value: str) -> str:
        if value:
            MailServer.parse(value)
        return value

    @field_validator("webhook_networks")
    @classmethod
    def _are_networks(cls, value: str) -> str:
        for network in filter(None, map(str.strip, value.split(","))):
            ip_network(network)
        return value

    @model_validator(mode="after")
    def _mails_lead_here(self) -> Self:
        if self.smtp_url and not self.allowed_origins:
            raise ValueError("BUREAU_SMTP_URL needs BUREAU_ORIGINS")
        if self.smtp_url and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", parseaddr(self.mail_from)[1]):
            raise ValueError("BUREAU_SMTP_URL needs BUREAU_MAIL_FROM, as `Bureau <no-reply@bureau.example.cn>`")
        return self

    @field_validator("scanner")
    @classmethod
    def _is_a_socket(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and not (parts.scheme == "unix" and parts.path) and not (parts.scheme == "tcp" and parts.port):
            raise ValueError("must read unix:///path or tcp://host:port")
        return value

    @cached_property
    def database(self) -> "DatabaseAddress":
        return DatabaseAddress.parse(self.database_url or f"sqlite://{self.data_dir}/bureau.sqlite3")

    @cached_property
    def reading_database(self) -> "DatabaseAddress":
        """The database as the role that answers queries."""
        return DatabaseAddress.parse(self.database_read_url) if self.database_read_url else self.database

    @cached_property
    def owned_database(self) -> "DatabaseAddress":
        """The database as the role that owns its tables."""
        return DatabaseAddress.parse(self.database_owner_url) if self.database_owner_url else self.database

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """`origins` one by one, in small letters as browsers send them."""
        return tuple(origin.strip().lower() for origin in self.origins.split(",") if origin.strip())

    @cached_property
    def mail_server(self) -> "MailServer | None":
        """The server that takes mails; None where there is none."""
        return MailServer.parse(self.smtp_url) if self.smtp_url else None

    @property
    def oidc_second_factors(self) -> frozenset[tuple[str, str]]:
        """`oidc_second_factor` one by one: the claim, acr or amr, and its value."""
        return frozenset(_pairs(self.oidc_second_factor))

    @property
    def journal_key_file(self) -> Path:
        return Path(self.journal_key) if self.journal_key else self.data_dir / "journal.key"

    @property
    def journal_keeper_file(self) -> Path:
        return Path(self.journal_keeper) if self.journal_keeper else self.data_dir / "journal.heads"

    @property
    def is_local_default(self) -> bool:
        """Whether this is the embedded database at its default place: the only home of demo accounts."""
        return not self.database_url


def _pairs(text: str) -> list[tuple[str, str]]:
    """The texts `NAME=VALUE` of a setting."""
    return [(name, value) for name, _, value in (pair.partition("=") for pair in text.split())]


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server that takes our mails, and how it is spoken to."""

    host: str
    port: int
    tls: Literal["none", "started", "from the start"]
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, url: str) -> "MailServer":
        """Understand an address; raises ValueError naming what is wrong with it."""
        parts = urlsplit(url)
        known: Mapping[str, tuple[Literal["none", "started", "from the start"], int]] = {
            "smtp": ("none", 25),
            "smtp+starttls": ("started", 587),
            "smtps": ("from the start", 465),
        }
        if parts.scheme not in known or not parts.hostname or parts.path not in ("", "/") or parts.query:
            raise ValueError("must read smtp+starttls://user:password@host:587, or begin with smtps:// or smtp://")
        tls, usual = known[parts.scheme]
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(parts.hostname, parts.port or usual, tls, user, password)


class DatabaseAddress:
    """A database address taken apart: SQLite has a path, PostgreSQL has connection arguments."""

    def __init__(
        self, dialect: Literal["sqlite", "postgres"], path: str = "", arguments: Mapping[str, str | int] | None = None
    ) -> None:
        self.dialect = dialect
        self.path = path
        self.arguments = dict(arguments or {})

    @property
    def place(self) -> tuple[str | int, ...]:
        """Which database it is, whoever connects to it."""
        return (self.path, *(self.arguments.get(name, "") for name in ("host", "port", "database")))

    @property
    def user(self) -> str:
        """The role that connects; empty on SQLite, which has none."""
        return str(self.arguments.get("user", ""))

    @classmethod
    def parse(cls, url: str) -> "DatabaseAddress":
        """Understand an address; raises ValueError naming what is wrong with it."""
        if url.startswith("sqlite://"):
            path = url.removeprefix("sqlite://").partition("?")[0]
            if not path or path == ":memory:":
                raise ValueError("SQLite needs a file, as in sqlite://var/bureau.sqlite3")
            return cls("sqlite", path)
        parts = urlsplit(url)
        if parts.scheme not in ("postgres", "postgresql"):
            raise ValueError("must begin with sqlite:// or postgres://")
        options = dict(parse_qsl(parts.query))
        arguments: dict[str, str | int] = {
            "host": unquote(parts.hostname or options.pop("host", "127.0.0.1")),
            "port": parts.port or int(options.pop("port", 5432)),
            "user": unquote(parts.username or options.pop("user", "postgres")),
            "database": unquote(parts.path.lstrip("/")) or "bureau",
        }
        if password := parts.password or options.pop("password", None):
            arguments["password"] = unquote(password)
        if mode := options.pop("sslmode", None):
            arguments["ssl"] = mode
        if options:
            raise ValueError(f"unknown options {', '.join(sorted(options))}")
        return cls("postgres", arguments=arguments)
