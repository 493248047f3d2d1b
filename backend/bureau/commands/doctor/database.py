"""The database: its schema, its role, its encryption, its clock and what keeps it safe and quick."""

from datetime import datetime

from bureau.commands.doctor.finding import Finding, Patient, Severity, is_here
from bureau.kernel.words import Words
from bureau.storage.migrate import pending

_SKEWED_SECONDS, _WRONG_SECONDS = 2.0, 30.0


async def lacking_migrations(patient: Patient) -> Finding | None:
    """Whether the schema is this version's."""
    missing = await pending(patient.settings.database)
    if not missing:
        return None
    return Finding(
        Severity.SEVERE,
        Words(f"The database lacks {len(missing)} migrations.", f"数据库缺少 {len(missing)} 个迁移。"),
        Words("Nothing is served.", "系统无法提供服务。"),
        Words("bureau migrate", "bureau migrate"),
    )


async def plain_connection(patient: Patient) -> Finding | None:
    """Whether the way to the database is encrypted."""
    if not patient.is_postgres or is_here(str(patient.settings.database.arguments["host"])):
        return None
    rows = await patient.ask("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    if rows and rows[0][0]:
        return None
    return Finding(
        Severity.SEVERE,
        Words("The way to PostgreSQL is not encrypted.", "到 PostgreSQL 的连接未加密。"),
        Words("Whoever listens on the network reads every record.", "网络监听者可读取全部数据。"),
        Words(
            "Give the server a certificate and end BUREAU_DATABASE_URL with ?sslmode=verify-full.",
            "为服务器配置证书，并在 BUREAU_DATABASE_URL 末尾加 ?sslmode=verify-full。",
        ),
    )


async def no_autovacuum(patient: Patient) -> Finding | None:
    """Whether PostgreSQL cleans up."""
    if not patient.is_postgres or (await _setting(patient, "autovacuum")) == "on":
        return None
    return Finding(
        Severity.SEVERE,
        Words("Autovacuum is off.", "autovacuum 已关闭。"),
        Words(
            "Queries grow slower by the day, and in the end the server refuses all writes.",
            "查询日渐变慢，最终数据库将拒绝写入。",
        ),
        Words("ALTER SYSTEM SET autovacuum = on", "ALTER SYSTEM SET autovacuum = on"),
    )


async def lossy_commits(patient: Patient) -> Finding | None:
    """Whether a change that was acknowledged is on the disk."""
    if not patient.is_postgres:
        return None
    names = ("fsync", "full_page_writes", "synchronous_commit")
    off = [name for name in names if (await _setting(patient, name)) == "off"]
    if not off:
        return None
    said = ", ".join(off)
    return Finding(
        Severity.SEVERE,
        Words(f"Switched off: {said}.", f"已关闭：{said}。"),
        Words("A power failure loses changes that were acknowledged, or the database.",
              "断电可能丢失已确认的变更，甚至损坏数据库。"),
        Words("; ".join(f"ALTER SYSTEM SET {name} = on" for name in off),
              "; ".join(f"ALTER SYSTEM SET {name} = on" for name in off)),
    )  # fmt: skip


async def other_clock(patient: Patient) -> Finding | None:
    """Whether the database's clock shows what ours does."""
    if not patient.is_postgres:
        return None
    there: datetime = (await patient.ask("SELECT clock_timestamp()"))[0][0]
    apart = abs((there - patient.now).total_seconds())
    if apart <= _SKEWED_SECONDS:
        return None
    return Finding(
        Severity.SEVERE if apart > _WRONG_SECONDS else Severity.WARNING,
        Words(f"The database's clock differs by {apart:.0f} s.", f"数据库时钟相差 {apart:.0f} 秒。"),
        Words("Sessions, deadlines and `asOf` are wrong by as much.", "会话、期限及 asOf 查询将产生同样偏差。"),
        Words("Let both machines follow one time server (NTP).", "使两台主机与同一时间服务器（NTP）同步。"),
    )


async def _setting(patient: Patient, name: str) -> str:
    return str((await patient.ask("SELECT current_setting($1)", name))[0][0])
