"""The roles of PostgreSQL: whether each can do what the product needs of it, and no more."""

from bureau.catalogue import catalogue
from bureau.commands.doctor.finding import Finding, Patient, Severity
from bureau.kernel.words import Words
from bureau.storage.grants import Grant, granted, reading, writing
from bureau.storage.guard import unguarded

_MAKE = Words(
    "Name three roles in BUREAU_DATABASE_OWNER_URL, BUREAU_DATABASE_URL and BUREAU_DATABASE_READ_URL, then"
    " `bureau database roles` and `bureau migrate`.",
    "在 BUREAU_DATABASE_OWNER_URL、BUREAU_DATABASE_URL、BUREAU_DATABASE_READ_URL 中分别指定三个角色，"
    "再执行 bureau database roles 与 bureau migrate。",
)


async def mighty_role(patient: Patient) -> Finding | None:
    """Whether a role can do more in the server than the product needs."""
    if not patient.is_postgres:
        return None
    rows = await patient.ask(
        "SELECT bool_or(rolsuper), bool_or(rolcreaterole), bool_or(rolcreatedb), bool_or(rolreplication),"
        " bool_or(rolbypassrls) FROM pg_roles WHERE rolname = current_user OR rolname = $1",
        patient.settings.reading_database.user,
    )
    names = ("SUPERUSER", "CREATEROLE", "CREATEDB", "REPLICATION", "BYPASSRLS")
    held = [name for name, has in zip(names, rows[0], strict=True) if has]
    if not held:
        return None
    can = ", ".join(held)
    return Finding(
        Severity.SEVERE if "SUPERUSER" in held else Severity.WARNING,
        Words(f"The database role can do too much: {can}.", f"数据库角色权限过大：{can}。"),
        Words(
            "A fault in one query is a fault in the whole server: its files, its other databases.",
            "一处查询漏洞即可危及整个数据库服务器及其文件。",
        ),
        Words(
            f"ALTER ROLE … {' '.join(f'NO{name}' for name in held)}, from another superuser.",
            f"由其他超级用户执行 ALTER ROLE … {' '.join(f'NO{name}' for name in held)}。",
        ),
    )


async def owning_role(patient: Patient) -> Finding | None:
    """Whether the server could change the tables themselves."""
    if not patient.is_postgres:
        return None
    owned = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner IN (current_user, $1)"
    if not (await patient.ask(owned, patient.settings.reading_database.user))[0][0]:
        return None
    return Finding(
        Severity.WARNING,
        Words("The server's database role owns the tables.", "服务所用数据库角色拥有数据表。"),
        Words(
            "It can switch off what keeps the journal and the past from being changed.",
            "该角色可关闭对操作日志与历史数据的防篡改保护。",
        ),
        _MAKE,
    )


async def one_role(patient: Patient) -> Finding | None:
    """Whether queries are answered by a role that cannot write and sees no secrets."""
    settings = patient.settings
    if not patient.is_postgres or settings.reading_database.user != settings.database.user:
        return None
    return Finding(
        Severity.WARNING,
        Words("Queries are answered by the role that writes.", "查询与写入使用同一数据库角色。"),
        Words(
            "A fault in one query can reach password hashes, sealed values, salts, and the persons of every county.",
            "一处查询漏洞即可触及口令散列、密封数据、盐值以及各区县的人员数据。",
        ),
        _MAKE,
    )


async def other_privileges(patient: Patient) -> Finding | None:
    """Whether the roles' privileges on tables are those that this version declares."""
    settings, tables = patient.settings, catalogue().tables.values()
    if not patient.is_postgres or await owning_role(patient):
        return None
    wanted = {settings.database.user: writing(tables)}
    if settings.reading_database.user != settings.database.user:
        wanted[settings.reading_database.user] = reading(tables)
    more, less = set[Grant](), set[Grant]()
    for role, grants in wanted.items():
        has = await granted(patient.ask, role)
        more |= has - grants
        less |= grants - has
    if not more and not less:
        return None
    named = ", ".join(sorted({f"{grant.privilege} {grant.table}" for grant in more or less})[:5])
    return Finding(
        Severity.SEVERE if more else Severity.WARNING,
        Words(f"Database roles have privileges that nothing needs: {named}.", f"数据库角色拥有多余权限：{named}。")
        if more
        else Words(f"Database roles lack privileges: {named}.", f"数据库角色缺少权限：{named}。"),
        Words("A fault in one query can reach further than it should.", "一处漏洞的影响范围将超出应有限度。")
        if more
        else Words("What needs them fails.", "相关操作将失败。"),
        Words("bureau migrate", "bureau migrate"),
    )


async def unguarded_rows(patient: Patient) -> Finding | None:
    """Whether the role that answers queries is shown persons of no county but those that whoever asks reaches."""
    settings = patient.settings
    if not patient.is_postgres or settings.reading_database.user == settings.database.user:
        return None
    missing = await unguarded(patient.ask, settings.reading_database.user, catalogue().tables.values())
    if not missing:
        return None
    named = ", ".join(sorted(missing)[:5])
    return Finding(
        Severity.SEVERE,
        Words(f"Rows of persons are not guarded: {named}.", f"人员数据行未受数据库保护：{named}。"),
        Words(
            "Queries of persons fail, or a fault in one of them can reach every county.",
            "相关查询将失败，或一处查询漏洞即可触及各区县的数据。",
        ),
        Words("bureau migrate", "bureau migrate"),
    )
