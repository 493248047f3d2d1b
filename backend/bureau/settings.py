"""What the environment decides: every setting, its name, its default and its unit."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from `BUREAU_…` variables; nothing else in the product reads the environment."""

    model_config = SettingsConfigDict(env_prefix="BUREAU_", extra="ignore")

    data_dir: Path = Path("var")
    """Where the embedded database, the key files and uploads live."""
    database_url: str = ""
    """`sqlite://path`, `sqlite:///absolute/path` or `postgres://…`; empty means a file in `data_dir`."""
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
    workers: int = 1
    """Server processes; more than one only on PostgreSQL."""
    read_connections: int = 8
    """Connections of one process that serve queries; on PostgreSQL twice as many, for two ways of planning."""
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
    max_mutations: int = 10
    """Mutation fields of one operation."""
    stored_only: bool = False
    """Only stored documents are executed, but for those who may store them; nothing is introspected."""
    statement_timeout_ms: int = 15_000
    max_unlogged_reads: int = 10_000
    """Reads of persons' records that may wait to be logged; while more of them wait, further ones are refused."""

    lookups_per_day: int = 100
    """How often an account may look for somebody by a sealed value on one day; writes and dry runs that tell of
    somebody beyond its sight count too."""
    matches_per_record: int = 5
    """How often an account may compare a value with those sealed in one record in one month."""

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

    session_hours: int = 12
    """A session ends this long after sign-in."""
    secure_cookies: bool = False
    """Set behind TLS: the session cookie then travels over https alone."""

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


class DatabaseAddress:
    """A database address taken apart: SQLite has a path, PostgreSQL has connection arguments."""

    def __init__(
        self, dialect: Literal["sqlite", "postgres"], path: str = "", arguments: Mapping[str, str | int] | None = None
    ) -> None:
        self.dialect = dialect
        self.path = path
        self.arguments = dict(arguments or {})

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
