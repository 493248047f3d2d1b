"""What the commands do, once they know what is wanted."""

import asyncio
import codecs
import csv
import secrets
import signal
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date, datetime, time
from io import TextIOBase
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

import uvicorn

from bureau import registry
from bureau.access.account import Account, RoleGrant
from bureau.access.documents import shipped
from bureau.access.doors import digest
from bureau.access.passwords import hash_password
from bureau.access.session import Token
from bureau.catalogue import AREAS, catalogue
from bureau.engine.paging import order_name
from bureau.engine.selection import Given
from bureau.graph.arguments import given_filter
from bureau.graph.context import Services
from bureau.graph.stored import check_shipped, outdated
from bureau.http.logs import configure_logs
from bureau.kernel.actor import SYSTEM
from bureau.kernel.clock import HOME
from bureau.kernel.errors import CommandError, Fault, Refusal
from bureau.kernel.kind import Kind
from bureau.kernel.rules import ROLES
from bureau.machinery.demo.accounts import add_accounts
from bureau.machinery.demo.areas import fill
from bureau.machinery.demo.city import DemoCity
from bureau.machinery.demo.faults import Faults, listed
from bureau.machinery.imports.beside import places
from bureau.machinery.imports.columns import Heads, chosen_columns
from bureau.machinery.imports.exporter import Export, Exporter, Format
from bureau.machinery.imports.importer import Fate, Importer, Rejection
from bureau.machinery.imports.layout import plain
from bureau.machinery.imports.mapping import Match, known_headers, match, parse_map
from bureau.machinery.imports.reading import Source
from bureau.machinery.imports.remembered import recalled, remember
from bureau.machinery.imports.repaired import write_repaired
from bureau.machinery.imports.tables import Table, open_table, open_tables
from bureau.machinery.interchange.clear import Clear
from bureau.machinery.interchange.formats import READERS, deliver, delivered
from bureau.machinery.interchange.intake import Intake
from bureau.machinery.reconcile.reconciling import digest_of_file, reconcile
from bureau.machinery.reconcile.register import registers
from bureau.machinery.reference import load_reference
from bureau.main import opened, worker_of
from bureau.registry.likeness.ghosts import report_ghosts
from bureau.registry.likeness.sweep import Sweep
from bureau.registry.unit import Unit
from bureau.settings import Settings
from bureau.storage.ids import new_ids
from bureau.storage.keeper import Keeper
from bureau.storage.migrate import migrate, pending
from bureau.storage.reads import Read
from bureau.storage.sealer import Sealer
from bureau.storage.signing import JournalKey, public_keys
from bureau.storage.transaction import Transaction
from bureau.storage.verification import Verification

Say = Callable[[str], None]
_REJECTIONS_SHOWN = 100
GRACE_SECONDS = 15
"""How long a server that is told to stop waits for clients that do not take what they asked for."""


async def migrate_all(settings: Settings) -> list[str]:
    """Apply migrations, then reference data; returns the names of the migrations."""
    applied = await migrate(settings.database)
    async with opened(settings) as services:
        await load_reference(services.store, settings)
    return applied


def serve_all(settings: Settings, say: Say) -> None:
    """Serve until told to stop; raises CommandError for settings and documents that make no safe service."""
    if settings.workers > 1 and settings.database.dialect == "sqlite":
        raise CommandError("SQLite is served by one process; use PostgreSQL for more (BUREAU_DATABASE_URL).")
    for document in asyncio.run(_ready_to_serve(settings)):
        say(f"A stored document is outdated, and is not executed until it is stored anew: {document}")
    uvicorn.run(
        "bureau.main:application",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=settings.workers,
        loop="uvloop",
        reset_contextvars=True,
        access_log=False,
        server_header=False,
        **wire(settings),
    )


async def work_all(settings: Settings, say: Say) -> None:
    """Do background jobs until told to stop; raises CommandError where the database lacks migrations."""
    if missing := await pending(settings.database):
        raise CommandError(f"The database lacks {len(missing)} migrations; run `bureau migrate` first.")
    parts, told = catalogue(), asyncio.Event()
    configure_logs()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with opened(settings, parts) as services, worker_of(services, parts):
        say("Doing background jobs. 正在执行后台任务。")
        await told.wait()


def wire(settings: Settings) -> dict[str, Any]:
    """How the server speaks HTTP and websockets."""
    return {
        "http": "httptools",
        "ws": "websockets-sansio",
        "ws_max_size": settings.max_body_bytes,
        "ws_per_message_deflate": False,  # an event would be compressed once for each socket
        "timeout_graceful_shutdown": GRACE_SECONDS,
    }


async def _ready_to_serve(settings: Settings) -> list[str]:
    """Raise CommandError for what must not be served; the stored documents that cannot be executed any more."""
    if missing := await pending(settings.database):
        raise CommandError(f"The database lacks {len(missing)} migrations; run `bureau migrate` first.")
    async with opened(settings) as services:
        schema = services.schema().graphql
        check_shipped(schema, settings, shipped().values())
        documents = outdated(schema, settings, await services.documents.all())
        rows = await services.store.database.readers.fetch("SELECT 1 FROM account WHERE is_demo AND closed_at IS NULL")
    if rows and not settings.is_local_default:
        raise CommandError(
            "There are demo accounts, whose password everyone knows; they live on the local default only."
        )
    return documents


async def demo_city(
    settings: Settings,
    schools: int,
    students: int,
    seed: int,
    *,
    if_empty: bool,
    say: Say,
    planted_to: TextIO | None = None,
) -> None:
    """Fill an empty database with a made-up city; raises CommandError if it is not empty."""
    await migrate_all(settings)
    async with opened(settings) as services:
        if await services.store.database.readers.fetch("SELECT 1 FROM unit WHERE category = 'SCHOOL' LIMIT 1"):
            if if_empty:
                return
            raise CommandError("There are schools already; a demo city needs an empty database.")
        await DemoCity(services.store, settings.city, schools, students, seed).build(say)
        await fill(services.store, catalogue().demos, settings.city, seed, say)
        if planted_to:
            planted = await Faults(services.store, seed).plant()
            say(f"{len(planted)} faults planted. 已植入 {len(planted)} 处差错。")
            listed(planted, planted_to)
        if settings.is_local_default:
            for line in await add_accounts(services.store):
                say(line)


async def find_duplicates(services: Services, say: Say) -> None:
    """Search among all persons and pupils; what is found goes into the queues of those who see it."""
    swept = await Sweep(services.store).run()
    say(f"{swept.persons} persons. 人员 {swept.persons} 名。")
    say(
        f"{swept.found} pairs are much alike, {swept.new} of them new; {swept.compared} were compared."
        f" 疑似重复 {swept.found} 对，新增 {swept.new} 对。"
    )
    if swept.common_keys:
        say(f"{swept.common_keys} keys are too common to compare by. {swept.common_keys} 个比对键过于常见，已略过。")
    for sort, count in (await report_ghosts(services.store)).items():
        say(f"{sort.words.en}: {count} new. {sort.words.zh}：新增 {count}。")


def _kind(services: Services, name: str) -> Kind:
    kinds = {kind.name: kind for kind in services.kinds if kind.rooted and not kind.abstract}
    wanted = name.lower().replace("-", "_")
    if wanted not in kinds:
        raise CommandError(f"No kind “{name}”; there are {', '.join(sorted(kinds))}. 没有这种记录。")
    return kinds[wanted]


async def import_file(
    services: Services,
    kind_name: str,
    file: Path,
    map_: str,
    dry_run: bool,
    report: Path | None,
    say: Say,
    *,
    sheet: str = "",
    entry: str = "",
    encoding: str = "",
    repaired: Path | None = None,
    whole: bool = False,
) -> None:
    """Import a file and say what became of its rows; raises CommandError when it cannot be read at all."""
    if kind_name in READERS:
        if dry_run or map_ or repaired:
            raise CommandError("A whole delivery is imported as its format says. 整体导入不支持这些选项。")
        await import_delivery(services, kind_name, file, report, say)
        return
    kind = _kind(services, kind_name)
    known = known_headers(kind, places(services.kinds, kind))
    options: dict[str, Any] = {"sheet": sheet, "entry": entry, "encoding": encoding, "known": known}
    opened = [open_table(file, **options)] if report or repaired else open_tables(file, **options)  # a report is of one
    for table in opened:
        await _import_table(services, kind, table, map_, dry_run, report, say, repaired, whole=whole)


async def import_delivery(services: Services, format_: str, file: Path, report: Path | None, say: Say) -> None:
    """Import all that a system of another make delivers, and say what became of it and what has no home with us."""
    with delivered(format_, held(services), services.store, file) as delivery, ExitStack() as stack:
        intake = Intake(services.store, delivery)
        done = await intake.run(_teller(say, stack, report))
        for kind, found in done:
            if not found.rows:
                continue
            counts = ", ".join(f"{found.fates[fate]} {fate.value}" for fate in Fate)
            say(f"{kind}: {found.rows} rows: {counts}")
        for left in intake.leftovers():
            say(f"Left out 未导入: {left.what}: {left.count}: {left.why.en} {left.why.zh}")


async def _import_table(
    services: Services,
    kind: Kind,
    table: Table,
    map_: str,
    dry_run: bool,
    report: Path | None,
    say: Say,
    repaired: Path | None,
    *,
    whole: bool,
) -> None:
    store = services.store
    said = parse_map(map_) if map_ else {}
    beside = places(services.kinds, kind)
    found = match(kind, table.headers, said, await recalled(store, kind, table.headers), store.profile, beside)
    _say_mapping(table, found, say)
    if not found.paths:
        raise CommandError(
            "No column of the file fills a field; say which with --map. 没有可对应的列，请用 --map 指定。"
        )
    kept: list[Rejection] = []
    with ExitStack() as stack:
        tell = _teller(say, stack, report)

        def hear(rejection: Rejection) -> None:
            tell(rejection)
            if repaired:
                kept.append(rejection)

        importer = Importer(store, kind, found.paths, beside=beside, dry_run=dry_run, whole=whole)
        done = await importer.run(table, hear)
    if repaired:
        write_repaired(repaired, table, kind, found.paths, kept, await store.reading(from_file=True), beside)
    if "said" in found.ways.values() and not dry_run and not done.is_taken_back:
        await store.database.transaction(lambda tx: remember(tx, store, kind, table.headers, found.paths))
    for row in table.skipped:
        say(f"Line {row.line} is no record and was left out: {row.text} 第 {row.line} 行不是记录，已跳过。")
    counts = ", ".join(f"{done.fates[fate]} {fate.value}" for fate in Fate)
    nothing = "dry run: " if dry_run else "all or none: " if done.is_taken_back else ""
    say(f"{kind.name}: {done.rows} rows: {counts}{f' ({nothing}nothing was written)' if nothing else ''}")


def _say_mapping(table: Table, found: Match, say: Say) -> None:
    """Say what the file was read as, which column fills which field, and what is left over on both sides."""
    used = (f"{path} ← {header}" for path, header in found.paths.items())
    say(f"{table.name}: {table.form.en} {table.form.zh}; {', '.join(used)}")
    if "remembered" in found.ways.values():
        say("Columns are mapped as they were before; --map goes before that. 沿用上次的列对应关系。")
    if found.unused:
        say(f"Not used 未使用: {', '.join(found.unused)}")
    for near in found.near:
        say(f"Perhaps 可能: --map {near.path}={near.header} ({near.score}%)")
    if found.missing:
        say(f"New records cannot do without 新增记录缺少: {', '.join(found.missing)}")


def _teller(say: Say, stack: ExitStack, report: Path | None) -> Callable[[Rejection], None]:
    told: Counter[bool] = Counter()  # warnings, of which there may be many, take no rejection's place
    rows: Any = None
    if report:
        file = stack.enter_context(report.open("w", encoding="utf-8-sig", newline=""))
        rows = csv.writer(file)
        rows.writerow(["line", "column", "value", "severity", "code", "reason", "原因"])

    def tell(r: Rejection) -> None:
        told[r.is_warning] += 1
        if rows:
            severity = "warning" if r.is_warning else "error"
            rows.writerow([r.line, r.column, r.value, severity, r.code, r.reason.en, r.reason.zh])
        if told[r.is_warning] <= _REJECTIONS_SHOWN:
            odd = "warning: " if r.is_warning else ""
            say(f"{odd}line {r.line}, {r.column or '-'}, “{r.value}”: {r.code}: {r.reason.en} {r.reason.zh}")
        elif told[r.is_warning] == _REJECTIONS_SHOWN + 1:
            say(f"… more {'warnings' if r.is_warning else 'rejections'} follow; --report FILE writes them all.")

    return tell


def held(services: Services) -> list[Kind]:
    """The kinds that make up the registry, and not the running of this bureau: no accounts, rights or settings."""
    own = {kind.name for part in (registry, *AREAS) for kind in part.KINDS}
    return [kind for kind in services.kinds if kind.name in own]


async def export_delivery(services: Services, format_: str, out: BinaryIO, clear: str = "") -> None:
    """Write the whole registry in a format of interchange; sealed values only for a reason (`clear`), journalled."""
    services.read_log.ask()
    said = {name: value for name, value in {"format": format_, "clear": clear}.items() if value}
    services.read_log.note(_export(services, format_, said))
    granted = await Clear.granted(services.store, clear) if clear else None
    await deliver(format_, services.engine, services.store, held(services), out, granted)


async def reconcile_file(services: Services, name: str, file: Path, as_of: date | None, say: Say) -> None:
    """Compare an export of a national register with the registry, and say in figures what differs."""
    known = registers()
    if name not in known:
        raise CommandError(f"No register “{name}”; there are {', '.join(sorted(known))}. 没有这种登记系统。")
    register, source = known[name], Source(file, file.name)
    table = open_table(file, known=[plain(column.header) for column in register.columns])

    def tell(line: int, header: str, value: str, problem: Fault) -> None:
        say(f"line {line}, {header}, “{value}”: {problem.code}: {problem.words.en} {problem.words.zh}")

    done = await reconcile(services.store, register, table, digest_of_file(source), tell, as_of=as_of)
    if not done.is_new:
        say(
            "This file was compared before; now it is with what we hold today. 该文件此前已对账，现按当前数据重新比对。"
        )
    if done.unused:
        say(f"Not compared 未比对: {', '.join(done.unused)}")
    run = done.run
    say(
        f"{name}: {run.rows} rows: {run.matched} matched, {run.only_here} only here, {run.only_there} only there,"
        f" {run.ambiguous} ambiguous, {run.differing} fields differ, {run.lagging} lag"
    )


async def export_file(
    services: Services,
    kind_name: str,
    out: TextIO | BinaryIO,
    *,
    format_: Format = "csv",
    filter_: str = "",
    search: str = "",
    order: str = "",
    columns: Sequence[str] = (),
    lang: Heads = "api",
) -> None:
    """Write the live records of a kind, or those that a filter lets through, to a file, open for text or for bytes.

    The read log has it, if it reads of persons. Raises CommandError or RequestError for what cannot be asked.
    """
    kind = _kind(services, kind_name)
    arguments, variables = _asked(services, kind, filter_, search, order)
    chosen = chosen_columns(kind, columns)
    exporter = Exporter(
        services.engine,
        services.store.database.settings,
        Export(kind, chosen, arguments, variables, heads=lang, language="en" if lang == "en" else "zh"),
    )
    if exporter.is_personal:
        services.read_log.ask()
        options = {"format": format_, "columns": columns, "filter": filter_, "search": search, "order": order}
        services.read_log.note(_export(services, kind.name, {name: value for name, value in options.items() if value}))
    if format_ == "xlsx":
        await exporter.xlsx(cast("BinaryIO", out))
        return
    decode = codecs.getincrementaldecoder("utf-8")().decode
    async for piece in exporter.csv() if format_ == "csv" else exporter.jsonl():
        if isinstance(out, TextIOBase):
            out.write(decode(piece))
        else:
            cast("BinaryIO", out).write(piece)


def _asked(
    services: Services, kind: Kind, filter_: str, search: str, order: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The arguments of a list as they are given to a command, and the variables that they are read from."""
    arguments: dict[str, Any] = {}
    variables: dict[str, Any] = {}
    if filter_:
        arguments["filter"], variables["filter"] = given_filter(services.schema().graphql, kind, filter_)
    if search:
        arguments["search"] = Given(search)
    if order:
        offered = [f"{order_name(path)}_{way}" for path in ("id", *kind.order) for way in ("ASC", "DESC")]
        if order.upper() not in offered:
            raise CommandError(f"No order “{order}”; there are {', '.join(offered)}. 没有这种排序。")
        arguments["orderBy"] = Given(order.upper())
    return arguments, variables


def _export(services: Services, what: str, options: dict[str, Any]) -> Read:
    return Read(
        at=services.store.database.clock.now(),
        position=None,
        actor=SYSTEM,
        document=f"bureau export {what}",
        operation="export",
        variables=options,
        record=None,
        language="zh",
        request_id="",
    )


async def add_user(
    services: Services, username: str, name: str, password: str, roles: list[str], unit_code: str, basis: str
) -> None:
    """Add an account with roles on a unit's subtree; raises CommandError saying what is wrong."""
    known = {role.code for role in ROLES}
    if wrong := [role for role in roles if role not in known]:
        raise CommandError(f"No role “{wrong[0]}”; there are {', '.join(sorted(known))}.")
    if len(password) < 10:
        raise CommandError("A password has at least 10 characters.")
    store = services.store

    async def add(tx: Transaction) -> None:
        query = Unit.filter(code=unit_code) if unit_code else Unit.filter(category="BUREAU")
        unit = await query.first()
        if unit is None:
            raise CommandError(f"No unit with the code “{unit_code}”.")
        values = {"username": username, "display_name": name, "password": hash_password(password), "is_demo": False}
        account = await store.create(tx, store.kind_of(Account), values)
        today = tx.clock.today()
        for role in roles:
            grant = {"account": account.id, "role": role, "unit": unit.id, "start": today, "basis": basis or None}
            await store.create(tx, store.kind_of(RoleGrant), grant)

    try:
        await store.database.transaction(add)
    except Refusal as refusal:
        raise CommandError(_said(refusal)) from refusal


async def add_token(services: Services, username: str, name: str, until: date) -> str:
    """Make a bearer token for an account and return its secret."""
    secret = secrets.token_urlsafe(32)
    store = services.store

    async def add(tx: Transaction) -> None:
        account = await Account.filter(username=username, closed_at__isnull=True).first()
        if account is None:
            raise CommandError(f"No account “{username}”.")
        (identity,) = await new_ids(tx, "token", 1)
        await Token.create(
            id=identity,
            account_id=account.id,
            name=name,
            digest=digest(secret),
            created_at=tx.now(),
            expires_at=datetime.combine(until, time(), HOME),
            position=await tx.position(),
        )

    await store.database.transaction(add)
    return secret


async def seal_journal(services: Services, new_key: bool, say: Say) -> None:
    """Seal what is not sealed yet; raises JournalError, which says what to do."""
    database = services.store.database
    sealed = await Sealer(database, database.settings, accepts_new_key=new_key).seal()
    say(f"{sealed} entries sealed. 已封存 {sealed} 条。")


async def verify_journal(services: Services, heads: Path | None, keys: list[Path], say: Say) -> bool:
    """Say what is not as it was sealed; whether all is. Raises JournalError."""
    database = services.store.database
    settings = database.settings
    known = public_keys(keys) if keys else JournalKey.of(settings.journal_key_file, may_make=False).public
    keeper = Keeper(heads or settings.journal_keeper_file)
    verification = Verification(database, known, keeper.heads() if keeper.path.exists() else ())
    is_sound = True
    async for words in verification.findings():
        is_sound = False
        say(" ".join(words))
    v = verification
    say(f"{v.entries} entries in {v.blocks} blocks. {v.blocks} 块，{v.entries} 条。")
    if v.unsealed:
        say(
            f"Not sealed yet: the newest {v.unsealed}, since {v.unsealed_since}."
            f" 最新 {v.unsealed} 条尚未封存（自 {v.unsealed_since} 起）。"
        )
    if v.unlodged:
        say(f"Not lodged yet: the newest {v.unlodged} heads. 最新 {v.unlodged} 块的签名尚未存证。")
    if is_sound:
        say("All is as it was sealed. 全部与封存时一致。")
    return is_sound


def _said(refusal: Refusal) -> str:
    return "; ".join(f"{'.'.join(f.path)}: {f.words.en}" for f in refusal.faults)
