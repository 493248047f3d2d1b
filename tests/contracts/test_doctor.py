"""The doctor: each unsafe or missing setting is named, with what follows and what to do, and a safe one is not."""

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from bureau.access.account import Account
from bureau.access.delegation import Delegation
from bureau.access.grant import RoleGrant
from bureau.access.passwords import hash_password
from bureau.access.role import Role
from bureau.access.session import Token
from bureau.commands.accounts import add_token, add_user
from bureau.commands.doctor import (
    DATABASE,
    RECORDS,
    SETTINGS,
    accounts,
    database,
    doors,
    files,
    keys,
    leaving,
    provider,
    roles,
)
from bureau.commands.doctor.examination import examine, findings
from bureau.commands.doctor.finding import Check, Finding, Patient, Severity, is_here
from bureau.kernel.narrowing import Narrowing
from bureau.main import opened
from bureau.settings import Settings
from bureau.settings import __file__ as under_test
from bureau.storage.readers import open_readers
from bureau.storage.transaction import Transaction
from tests.support import databases

CITY = "postgres://bureau@db.example.cn/bureau"
NOW = datetime(2026, 9, 1, tzinfo=UTC)
SAFE: dict[str, Any] = {
    "database_url": CITY,
    "secret_key": "x" * 32,
    "secure_cookies": True,
    "origins": "https://bureau.example.cn",
    "scanner": "tcp://scanner:3310",
    "files_origin": "https://files.example.cn",
    "oidc_issuer": "https://id.example.cn",
    "oidc_client_id": "bureau",
    "oidc_second_factor": "amr=mfa acr=two",
    "smtp_url": "smtp+starttls://bureau:word@mail.example.cn",
    "mail_from": "Bureau <no-reply@bureau.example.cn>",
    "webhook_networks": "10.1.2.3/32",
}


async def found(check: Check, directory: Path, **changed: Any) -> Finding | None:
    settings = Settings(**{"data_dir": directory, **SAFE, **changed})
    return await check(Patient(settings, None, NOW))


UNSAFE: list[tuple[Check, dict[str, Any], Severity]] = [
    (doors.plain_cookies, {"secure_cookies": False}, Severity.SEVERE),
    (doors.plain_cookies, {"secure_cookies": False, "database_url": "", "host": "0.0.0.0"}, Severity.SEVERE),
    (doors.unnamed_origins, {"origins": "", "smtp_url": "", "oidc_issuer": ""}, Severity.WARNING),
    (doors.homeless_passkeys, {"origins": "https://a.example.cn,https://b.example.cn"}, Severity.WARNING),
    (doors.homeless_passkeys, {"origins": "http://bureau.example.cn"}, Severity.WARNING),
    (doors.homeless_passkeys, {"passkey_domain": "example.com"}, Severity.WARNING),
    (
        doors.homeless_passkeys,
        {"origins": "", "smtp_url": "", "oidc_issuer": "", "passkey_domain": "bureau.example.cn"},
        Severity.WARNING,
    ),
    (doors.wide_passkeys, {"passkey_domain": "example.cn"}, Severity.NOTE),
    (doors.short_hsts, {"hsts_days": 364}, Severity.WARNING),
    (doors.short_hsts, {"hsts_days": 0}, Severity.WARNING),
    (doors.long_sessions, {"session_hours": 13}, Severity.WARNING),
    (doors.long_links, {"file_link_minutes": 61}, Severity.WARNING),
    (doors.believed_addresses, {"trusted_proxies": "*"}, Severity.WARNING),
    (doors.loose_limits, {"anonymous_cost_per_minute": 10**12}, Severity.WARNING),
    (provider.plain_provider, {"oidc_issuer": "http://id.example.cn"}, Severity.SEVERE),
    (provider.secret_in_environment, {"oidc_client_secret": "a secret"}, Severity.WARNING),
    (provider.changeable_claim, {"oidc_claim": "email"}, Severity.WARNING),
    (provider.bound_by_name, {"oidc_match": "preferred_username"}, Severity.NOTE),
    (provider.lone_factor, {"oidc_second_factor": "amr=pwd amr=mfa"}, Severity.SEVERE),
    (keys.key_beside_data, {"secret_key": ""}, Severity.SEVERE),
    (keys.key_beside_data, {"secret_key": "", "database_url": ""}, Severity.NOTE),
    (keys.keeper_at_home, {}, Severity.SEVERE),
    (keys.keeper_at_home, {"database_url": ""}, Severity.NOTE),
    (files.unscanned_files, {"scanner": ""}, Severity.WARNING),
    (files.files_among_pages, {"files_origin": ""}, Severity.NOTE),
    (leaving.plain_mails, {"smtp_url": "smtp://mail.example.cn"}, Severity.WARNING),
    (leaving.plain_mails, {"smtp_url": "smtp://bureau:word@mail.example.cn"}, Severity.SEVERE),
    (leaving.wide_webhooks, {"webhook_networks": "10.1.2.3/32, 10.0.0.0/8"}, Severity.WARNING),
]


@pytest.mark.parametrize(("check", "changed", "severity"), UNSAFE, ids=[row[0].__name__ for row in UNSAFE])
async def test_what_is_unsafe_is_named(
    tmp_path: Path, check: Check, changed: dict[str, Any], severity: Severity
) -> None:
    finding = await found(check, tmp_path, **changed)
    assert finding
    assert finding.severity is severity
    for words in (finding.what, finding.follows, finding.todo):
        assert words.en
        assert words.zh


async def test_what_is_safe_is_not_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    named = [check.__name__ for check in SETTINGS if await found(check, tmp_path)]
    assert set(named) - {"little_room"} == {"keeper_at_home"}, "the keeper's mount is another machine's"


async def test_on_the_local_default_nothing_is_worse_than_a_note(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    made = [await check(Patient(settings, None, NOW)) for check in SETTINGS if check is not files.little_room]
    assert {finding.severity for finding in made if finding} == {Severity.NOTE}


@pytest.mark.parametrize(("mode", "is_named"), [(0o600, False), (0o400, False), (0o640, True), (0o604, True)])
@pytest.mark.parametrize("name", ["secret.key", "journal.key"])
async def test_keys_are_for_their_owner_alone(tmp_path: Path, name: str, mode: int, is_named: bool) -> None:
    (tmp_path / name).write_text("a key")
    (tmp_path / name).chmod(mode)
    finding = await found(keys.readable_keys, tmp_path)
    assert bool(finding) is is_named
    if finding:
        assert name in finding.todo.en


async def test_the_secret_for_the_provider_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "client.secret"
    path.write_text("a secret")
    for mode, is_named in ((0o600, False), (0o644, True)):
        path.chmod(mode)
        finding = await found(keys.readable_keys, tmp_path, oidc_client_secret_file=str(path))
        assert bool(finding) is is_named


@pytest.mark.parametrize(
    "wrong",
    [
        {"oidc_issuer": "id.example.cn"},
        {"oidc_issuer": "https://id.example.cn/?realm=1"},
        {"oidc_client_id": ""},
        {"origins": ""},
        {"oidc_scopes": "profile"},
        {"oidc_second_factor": "mfa"},
        {"oidc_second_factor": "amr="},
    ],
)
def test_settings_of_a_provider_that_cannot_be_meant_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must|needs"):
        Settings(**{**SAFE, **wrong})


async def test_accounts_that_a_missing_provider_shuts_out_are_counted(server: databases.Server, template: str) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        async with opened(settings) as services:
            await add_user(services, "clerk", "clerk", "a password of the tests", ["registrar"], "", "")

            async def limit(tx: Transaction) -> None:
                await Account.filter(username="clerk").update(by_provider_alone=True)

            await services.store.database.transaction(limit)
        async with patient(settings) as examined:
            finding = await provider.shut_out(examined)
        assert finding
        assert (finding.severity, finding.what.en[:2]) == (Severity.WARNING, "1 ")
        async with patient(settings, oidc_issuer="https://id.example.cn") as examined:
            assert await provider.shut_out(examined) is None


@pytest.mark.parametrize(("mode", "is_named"), [(0o750, False), (0o700, False), (0o755, True)])
async def test_the_data_directory_is_for_its_group_at_most(tmp_path: Path, mode: int, is_named: bool) -> None:
    tmp_path.chmod(mode)
    assert bool(await found(keys.open_data, tmp_path)) is is_named


async def test_a_keeper_lies_on_another_disk(tmp_path: Path) -> None:
    beside = await found(keys.keeper_at_home, tmp_path, journal_keeper=str(tmp_path / "heads"))
    assert beside
    assert beside.severity is Severity.WARNING
    other = next(
        path for path in map(Path, ("/dev/shm", "/dev", "/proc")) if path.stat().st_dev != tmp_path.stat().st_dev
    )
    assert await found(keys.keeper_at_home, tmp_path, journal_keeper=str(other / "heads")) is None


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("/run/postgresql", True),
        ("10.0.0.1", False),
        ("db", False),
    ],
)
def test_a_host_is_here_or_not(host: str, here: bool) -> None:
    assert is_here(host) is here


# The database -------------------------------------------------------------------------------------------------------


@asynccontextmanager
async def patient(settings: Settings, **changed: Any) -> AsyncIterator[Patient]:
    readers = await open_readers(settings)
    try:
        yield Patient(settings.model_copy(update=changed), readers, datetime.now(UTC))
    finally:
        await readers.close()


only_postgres = pytest.mark.skipif(databases.DIALECT == "sqlite", reason="SQLite has no server")


async def test_missing_migrations_are_severe_and_hide_what_needs_them(server: databases.Server, template: str) -> None:
    async with databases.database(server) as name:
        settings = server.settings(name)
        if databases.DIALECT == "sqlite":
            Path(settings.database.path).touch()
        made = await findings(settings)
        assert [f for f in made if f.todo.en == "bureau migrate" and f.severity is Severity.SEVERE]
    async with databases.database(server, template) as name, patient(server.settings(name)) as current:
        assert await database.lacking_migrations(current) is None


async def test_a_database_out_of_reach_is_a_finding(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, database_url=f"sqlite://{tmp_path}/none.sqlite3")
    said: list[str] = []
    assert not await examine(settings, said.append)
    assert any(line.startswith("SEVERE  The database cannot be reached.") for line in said)
    assert not (tmp_path / "none.sqlite3").exists(), "looking makes none"


async def test_accounts_that_anybody_has_and_tokens_without_end_without_bounds_or_without_use(
    server: databases.Server, template: str
) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        async with opened(settings) as services:
            store = services.store
            async with patient(settings) as before:
                assert [await check(before) for check in RECORDS] == [None] * len(RECORDS)

            async def add(tx: Transaction, username: str, is_demo: bool) -> None:
                values = {
                    "username": username,
                    "display_name": username,
                    "password": hash_password("x"),
                    "is_demo": is_demo,
                }
                await store.create(tx, store.kind_of(Account), values)

            await store.database.transaction(lambda tx: add(tx, "program", False))
            until, narrowed = datetime.now(UTC).date() + timedelta(days=90), Narrowing(kinds=frozenset({"School"}))
            await add_token(services, "program", "ends", until, narrowed)
            async with patient(settings) as sound:
                assert [await check(sound) for check in RECORDS] == [None] * len(RECORDS)
            await store.database.transaction(lambda tx: add(tx, "everybody", True))
            for name in ("never ends", "over", "stopped"):
                await add_token(services, "program", name, until)
            await add_token(services, "program", "unused", until, narrowed)
            moment = datetime.now(UTC)
            for name, changed in (
                ("never ends", {"expires_at": None}),
                ("over", {"expires_at": moment}),
                ("stopped", {"ended_at": moment}),
                ("unused", {"created_at": moment - timedelta(days=91)}),
                ("ends", {"created_at": moment - timedelta(days=91), "seen_at": moment - timedelta(days=89)}),
            ):
                await store.database.transaction(lambda tx: Token.filter(name=name).update(**changed))  # noqa: B023
        async with patient(settings) as examined:
            demo, endless, wide, idle, *_ = [await check(examined) for check in RECORDS]
            assert demo
            assert demo.severity is Severity.SEVERE
            for finding in (endless, wide, idle):
                assert finding
                assert finding.severity is Severity.WARNING
                assert finding.what.en.startswith("1 ")
                assert finding.what.zh.startswith("1 ")
        async with patient(settings, database_url="") as local:
            assert await accounts.demo_accounts(local) is None


@pytest.mark.parametrize(("asked", "severity"), [("required", Severity.NOTE), ("offered", Severity.SEVERE)])
async def test_administrators_without_a_second_factor_are_counted(
    server: databases.Server, template: str, asked: Any, severity: Severity
) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        async with opened(settings) as services:
            for username, role in (("auditor", "audit_admin"), ("clerk", "registrar")):
                await add_user(services, username, username, "a password of the tests", [role], "", "")
        async with patient(settings, second_factor=asked) as examined:
            finding = await accounts.lone_passwords(examined)
        assert finding
        assert (finding.severity, finding.what.en[:2]) == (severity, "1 ")


async def test_a_second_factor_is_asked_of_those_who_hold_such_a_role_today(
    server: databases.Server, template: str
) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        async with opened(settings) as services:
            store, today = services.store, services.store.database.clock.today()
            for username, roles in (("auditor", ["audit_admin"]), ("clerk", ["registrar"]), ("deputy", [])):
                await add_user(services, username, username, "a password of the tests", roles, "", "")
            assert await _without_factor(settings) == "1 ", "the auditor"

            async def end_grant(_: Transaction) -> None:
                await RoleGrant.filter(role="audit_admin").update(until=today)

            async def delegate(tx: Transaction) -> None:
                await Role.filter(code="registrar").update(second_factor=True)
                clerk, deputy = await Account.get(username="clerk"), await Account.get(username="deputy")
                grant = await RoleGrant.get(role="registrar")
                given = {"account": clerk.id, "delegate": deputy.id, "role": "registrar", "unit": grant.unit_id}
                leave = {"start": today, "until": today + timedelta(days=30), "basis": "a leave"}
                await store.create(tx, store.kind_of(Delegation), given | leave)

            async def end_delegation(tx: Transaction) -> None:
                await Delegation.all().update(ended_at=tx.now())

            async def abolish(_: Transaction) -> None:
                await Role.filter(code="registrar").update(void_reason="abolished")

            for change, counted in ((end_grant, ""), (delegate, "2 "), (end_delegation, "1 "), (abolish, "")):
                await store.database.transaction(change)
                assert await _without_factor(settings) == counted, change.__name__


async def _without_factor(settings: Settings) -> str:
    """How many accounts are told of, as the finding begins; nothing where there is none."""
    async with patient(settings, second_factor="required") as examined:
        finding = await accounts.lone_passwords(examined)
    return finding.what.en[:2] if finding else ""


async def test_passkeys_of_another_domain_are_counted(server: databases.Server, template: str) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name, origins="https://bureau.example.cn")
        async with opened(settings) as services:

            async def add(tx: Transaction) -> None:
                columns = ("account_id", "credential_id", "public_key", "sign_count", "is_backed_up", "transports")
                rows = [(1, b"one", b"", 0, False, "", "bureau.example.cn"), (1, b"two", b"", 0, False, "", "old.cn")]
                added = [(*row, "A key", tx.now()) for row in rows]
                await tx.insert("passkey", (*columns, "domain", "name", "added_at"), added)

            await services.store.database.transaction(add)
        async with patient(settings) as examined:
            finding = await accounts.stray_passkeys(examined)
    assert finding
    assert (finding.severity, finding.what.en[:2]) == (Severity.WARNING, "1 ")


async def test_a_sound_server_has_nothing_to_be_named(server: databases.Server, template: str) -> None:
    async with databases.database(server, template) as name, patient(server.settings(name)) as examined:
        made = [await check(examined) for check in DATABASE]
        is_off = (
            examined.is_postgres and await _value(examined.settings, "SELECT current_setting('autovacuum')") == "off"
        )
    if databases.DIALECT == "sqlite":
        assert made == [None] * len(DATABASE)
    else:
        assert made[0] is None, "the server is here"
        assert bool(made[2]) is is_off
        assert made[3:] == [None] * len(DATABASE[3:])


@only_postgres
async def test_what_a_database_is_without(server: databases.Server, template: str) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        far = Settings(database_url=CITY)
        async with patient(settings, database_url=CITY) as examined:
            assert examined.readers
            plain = await database.plain_connection(Patient(far, examined.readers, examined.now))
            for seconds, severity in ((10, Severity.WARNING), (60, Severity.SEVERE)):
                late = Patient(settings, examined.readers, examined.now - timedelta(seconds=seconds))
                skewed = await database.other_clock(late)
                assert skewed
                assert skewed.severity is severity
        encrypted = await _value(settings, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        assert bool(plain) is not encrypted
        await _value(settings, f'ALTER DATABASE "{name}" SET synchronous_commit = off')
        async with patient(settings) as examined:
            lossy = await database.lossy_commits(examined)
        assert lossy
        assert "synchronous_commit" in lossy.what.en
        assert "fsync" not in lossy.what.en


@only_postgres
async def test_a_role_that_can_do_too_much(server: databases.Server, template: str) -> None:
    async with databases.database(server, template) as name:
        settings = server.settings(name)
        role = f"limited_{name}"[:60].lower()
        await _value(settings, f"CREATE ROLE {role} LOGIN PASSWORD 'of a test' CREATEDB")
        try:
            limited = settings.model_copy(deep=True)
            limited.database.arguments.update(user=role, password="of a test")
            for option, severity in (("CREATEDB", Severity.WARNING), ("SUPERUSER", Severity.SEVERE)):
                await _value(settings, f"ALTER ROLE {role} {option}")
                async with patient(limited) as examined:
                    mighty = await roles.mighty_role(examined)
                assert mighty
                assert option in mighty.what.en
                assert mighty.severity is severity
            await _value(settings, f"ALTER ROLE {role} NOSUPERUSER NOCREATEDB")
            async with patient(limited) as examined:
                assert await roles.mighty_role(examined) is None
        finally:
            await _value(settings, f"DROP ROLE {role}")


async def _value(settings: Settings, sql: str) -> Any:
    connection = await asyncpg.connect(**settings.owned_database.arguments)
    try:
        return await connection.fetchval(sql)
    finally:
        await connection.close()


# The command --------------------------------------------------------------------------------------------------------


def command(*arguments: str, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    code = str(Path(under_test).parents[1])
    env = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONPATH": code, **environment}
    run = [sys.executable, "-m", "bureau.cli", *arguments]
    return subprocess.run(run, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=120)


def test_the_command_fails_for_what_is_severe_alone(tmp_path: Path) -> None:
    assert command("migrate", cwd=tmp_path).returncode == 0
    sound = command("doctor", cwd=tmp_path)
    assert (sound.returncode, sound.stderr) == (0, "")
    assert "NOTE" in sound.stdout
    assert "提示" in sound.stdout
    severe = command("doctor", cwd=tmp_path, BUREAU_HOST="0.0.0.0")
    assert (severe.returncode, severe.stderr) == (1, "")
    first = severe.stdout.splitlines()
    assert first[0].startswith("SEVERE  Cookies may travel without TLS."), "the worst stands first"
    assert first[1].strip().startswith("→")
    assert first[2].startswith("严重")
