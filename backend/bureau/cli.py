"""The command `bureau`: everything an operator does from a shell."""

import asyncio
import codecs
import sys
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

import typer
from pydantic import ValidationError

from bureau.kernel.clock import SystemClock
from bureau.kernel.errors import CommandError, RequestError
from bureau.settings import Settings

if TYPE_CHECKING:
    from bureau.graph.context import Services  # commands that need no schema start without it

T = TypeVar("T")

app = typer.Typer(
    help="The system a city's education bureau runs on.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
database_app = typer.Typer(help="The database.", no_args_is_help=True)
user_app = typer.Typer(help="Accounts.", no_args_is_help=True)
token_app = typer.Typer(help="Bearer tokens for programs.", no_args_is_help=True)
migration_app = typer.Typer(help="Migrations.", no_args_is_help=True)
journal_app = typer.Typer(
    help="The trails: the journal sealed and verified, reads shown again, who saw whom.", no_args_is_help=True
)
app.add_typer(database_app, name="database")
app.add_typer(user_app, name="user")
app.add_typer(token_app, name="token")
app.add_typer(migration_app, name="migration")
app.add_typer(journal_app, name="journal")


def main() -> None:
    """Run the command; what can be expected to go wrong is told in a line or two, and the exit code is 1."""
    try:
        app()
    except ValidationError as error:
        told = [
            f"BUREAU_{'_'.join(map(str, e['loc'])).upper()}: {e['msg'].removeprefix('Value error, ')}"
            for e in error.errors()
        ]
    except RequestError as error:
        told = [error.words.en, *([f"({error.__cause__})"] if error.__cause__ else [])]
    except (CommandError, OSError) as error:
        told = [str(error)]
    else:
        return
    typer.echo("\n".join(told), err=True)
    raise SystemExit(1)


def _with_services(work: "Callable[[Services], Awaitable[T]]") -> T:
    """Run `work` over the open database, whose tables must be up to date."""
    from bureau.main import opened
    from bureau.storage.migrate import pending

    settings = Settings()

    async def run() -> T:
        if missing := await pending(settings.database):
            raise CommandError(f"The database lacks {len(missing)} migrations; run `bureau migrate` first.")
        async with opened(settings) as services:
            return await work(services)

    return asyncio.run(run())


def _aside(words: str) -> None:
    """Say something beside what is printed."""
    typer.echo(words, err=True)


@app.command()
def migrate() -> None:
    """Bring the database to this version's schema, and its code tables and divisions to this version's data."""
    from bureau.commands.serving import migrate_all

    applied = asyncio.run(migrate_all(Settings()))
    typer.echo(f"Applied {', '.join(applied)}." if applied else "Nothing to apply.")


@database_app.command("roles")
def database_roles(
    prints: Annotated[
        bool, typer.Option("--print", help="Print the SQL, to be run by others, and do nothing.")
    ] = False,
) -> None:
    """Make the roles of PostgreSQL that write and read for the product, which own nothing; again is harmless."""
    from bureau.commands.roles import make_roles, print_roles

    settings = Settings()
    if prints:
        print_roles(settings, typer.echo)
    else:
        asyncio.run(make_roles(settings, typer.echo))


@migration_app.command("new")
def migration_new(name: Annotated[str, typer.Argument(help="What it does, in a word or two: add_campus")]) -> None:
    """Write the next migration, for both databases, from the difference between the kinds and the last schema."""
    from bureau.catalogue import catalogue
    from bureau.storage.difference import write_migration

    written = write_migration(name, catalogue().tables)
    typer.echo("\n".join(map(str, written)) if written else "Nothing has changed.")


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes; more than one only on PostgreSQL.")] = None,
) -> None:
    """Serve GraphQL, GraphiQL, stored queries, health and metrics."""
    from bureau.commands.serving import serve_all

    settings = Settings()
    changed = {k: v for k, v in (("host", host), ("port", port), ("workers", workers)) if v is not None}
    settings = settings.model_copy(update=changed)
    serve_all(settings, typer.echo)


@app.command()
def worker() -> None:
    """Do background jobs: imports, reminders, what the day brings; as many processes of it as are wanted."""
    from bureau.commands.serving import work_all

    asyncio.run(work_all(Settings(), typer.echo))


@app.command()
def doctor() -> None:
    """Name every setting that is unsafe or missing, what follows and what to do; exit code 1 where any is severe."""
    from bureau.commands.doctor.examination import examine

    if not asyncio.run(examine(Settings(), typer.echo)):
        raise typer.Exit(1)


@app.command()
def demo(
    schools: Annotated[int, typer.Option(help="Institutions.")] = 1500,
    students: Annotated[int, typer.Option(help="Students.")] = 60_000,
    teachers: Annotated[int, typer.Option(help="Not heeded: schools have the teachers that their pupils ask for.")] = 0,
    seed: Annotated[int, typer.Option(help="The same seed makes the same city.")] = 1,
    city: Annotated[str | None, typer.Option(help="Division code of the city.")] = None,
    if_empty: Annotated[bool, typer.Option(help="Do nothing if there are schools already.")] = False,
    faults: Annotated[bool, typer.Option("--faults", help="Plant faults in who is who, and list them.")] = False,
    faults_to: Annotated[
        Path | None, typer.Option(help="Plant faults, and list them in this file.", dir_okay=False)
    ] = None,
) -> None:
    """Fill an empty database with a made-up city, the same for the same seed."""
    from bureau.commands.demo import demo_city

    settings = Settings()
    if city:
        settings = settings.model_copy(update={"city": city})
    with faults_to.open("w", encoding="utf-8-sig", newline="") if faults_to else nullcontext(sys.stdout) as out:
        planted_to = out if faults or faults_to else None
        made = demo_city(settings, schools, students, seed, if_empty=if_empty, say=typer.echo, planted_to=planted_to)
        asyncio.run(made)
    if teachers:
        typer.echo("Schools have the teachers that their pupils ask for. 教职工按学生数配备。")


@app.command()
def duplicates() -> None:
    """Look for persons who stand in the register twice, and for pupils who may not be there at all."""
    from bureau.commands.registers import find_duplicates

    _with_services(lambda services: find_duplicates(services, typer.echo))


@app.command("import")
def import_(
    kind: Annotated[
        str,
        typer.Argument(
            help="The kind: school, division, student …; or a whole delivery: oneroster, edfi, nias2, registry."
        ),
    ],
    file: Annotated[
        Path, typer.Argument(help="CSV, XLSX, XLS, ODS, JSON lines, or a zip of these.", exists=True, dir_okay=False)
    ],
    map_: Annotated[str, typer.Option("--map", help="FIELD=COLUMN,… or a file of such lines or of JSON.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen and write nothing.")] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="Import all rows or, if one is rejected, none; in one transaction.")
    ] = False,
    report: Annotated[Path | None, typer.Option(help="Write why rows were rejected to this CSV file.")] = None,
    repaired: Annotated[
        Path | None,
        typer.Option(help="Write the rejected rows, reasons and suggestions beside them, to mend and import again."),
    ] = None,
    sheet: Annotated[str, typer.Option(help="The sheet, by name or number; the first with headers unless said.")] = "",
    entry: Annotated[str, typer.Option(help="The file in the zip; all of them unless said.")] = "",
    encoding: Annotated[str, typer.Option(help="The encoding of a CSV file, where the guess is wrong.")] = "",
) -> None:
    """Import a file: each row is created, updated, unchanged or rejected with its reason."""
    from bureau.commands.importing import import_file

    _with_services(
        lambda services: import_file(
            services,
            kind,
            file,
            map_,
            dry_run,
            report,
            typer.echo,
            sheet=sheet,
            entry=entry,
            encoding=encoding,
            repaired=repaired,
            whole=whole,
        )
    )


@app.command()
def undo(
    number: Annotated[int, typer.Argument(help="The import, by the number that it told when it was done.")],
    reason: Annotated[str, typer.Option(help="Why it is undone; stands with the records.")] = "导入撤销",
) -> None:
    """Undo an import as a whole; where something that came later depends on it, name that and exit with 1."""
    from bureau.commands.importing import undo_run

    if not _with_services(lambda services: undo_run(services, number, reason, typer.echo)):
        raise typer.Exit(1)


@app.command()
def export(
    kind: Annotated[
        str, typer.Argument(help="The kind: school, division, student …; or a whole: oneroster, registry, both a zip.")
    ],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write; standard output unless said.")
    ] = None,
    format_: Annotated[str, typer.Option("--format", help="csv, xlsx or jsonl.")] = "csv",
    filter_: Annotated[str, typer.Option("--filter", help="A filter of the API, as JSON.")] = "",
    search: Annotated[str, typer.Option(help="What the search box would be given.")] = "",
    order: Annotated[str, typer.Option(help="An order of the API: NAME_ASC.")] = "",
    columns: Annotated[
        str, typer.Option(help="Columns, with commas: code,division.name,type.label; all unless said.")
    ] = "",
    lang: Annotated[
        str, typer.Option(help="Headers by their words: zh, en or both; names of the API unless said.")
    ] = "api",
    clear: Annotated[
        str, typer.Option(help="Of a whole registry: write sealed values as they are, for this reason; journalled.")
    ] = "",
) -> None:
    """Write live records of a kind as CSV, XLSX or JSON lines; sealed values as masks."""
    from bureau.commands.exporting import export_delivery, export_file
    from bureau.machinery.interchange.formats import WRITERS

    if kind in WRITERS:
        with out.open("wb") if out else nullcontext(sys.stdout.buffer) as target:
            _with_services(lambda services: export_delivery(services, kind, target, clear))
        return
    if clear:
        raise CommandError("--clear is for a whole registry. --clear 仅用于导出完整登记册。")
    for name, value, offered in (
        ("format", format_, ("csv", "xlsx", "jsonl")),
        ("lang", lang, ("api", "zh", "en", "both")),
    ):
        if value not in offered:
            raise CommandError(f"--{name} is one of {', '.join(offered)}, not “{value}”.")
    named = [column for column in columns.split(",") if column.strip()]
    with out.open("wb") if out else nullcontext(sys.stdout.buffer) as target:
        if out and format_ == "csv":
            target.write(codecs.BOM_UTF8)
        _with_services(
            lambda services: export_file(
                services,
                kind,
                target,
                format_=cast("Any", format_),
                filter_=filter_,
                search=search,
                order=order,
                columns=named,
                lang=cast("Any", lang),
            )
        )


@app.command()
def reconcile(
    register: Annotated[str, typer.Argument(help="The register: student, teacher, school.")],
    file: Annotated[Path, typer.Argument(help="Its export: CSV, XLSX, XLS, ODS.", exists=True, dir_okay=False)],
    as_of: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day on which it was exported; today unless said.")
    ] = None,
) -> None:
    """Compare an export of a national register with ours, and record what differs; nothing of ours is changed."""
    from bureau.commands.registers import reconcile_file

    day = as_of.date() if as_of else None
    _with_services(lambda services: reconcile_file(services, register, file, day, typer.echo))


@app.command()
def schema() -> None:
    """Print the GraphQL schema."""
    from bureau.catalogue import catalogue
    from bureau.engine.kinds import Kinds
    from bureau.graph.schema import BureauSchema

    parts = catalogue()
    typer.echo(BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions, parts.questions).as_str(), nl=False)


@user_app.command("add")
def user_add(  # nosec B107 # an empty one is asked for
    username: Annotated[str, typer.Argument(help="The name to sign in with.")],
    role: Annotated[list[str], typer.Option(help="A role; may be given several times.")],
    unit: Annotated[
        str, typer.Option(help="Code of the unit whose subtree the roles reach; the bureau unless said.")
    ] = "",
    name: Annotated[str, typer.Option(help="The name to show.")] = "",
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for unless given.")
    ] = "",
    basis: Annotated[str, typer.Option(help="On what basis the roles are granted.")] = "",
    temporary: Annotated[
        bool, typer.Option("--temporary", help="The password is to be changed when it is first used.")
    ] = False,
) -> None:
    """Add an account and grant it roles."""
    from bureau.commands.accounts import add_user

    given = (username, name or username, password, role, unit, basis)
    _with_services(lambda services: add_user(services, *given, is_temporary=temporary))
    typer.echo(f"{username} can sign in.")


@user_app.command("password")
def user_password(  # nosec B107 # an empty one is asked for
    username: Annotated[str, typer.Argument(help="The name to sign in with.")],
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for unless given.")
    ] = "",
) -> None:
    """Set another password, which must be changed when it is first used; open sessions end."""
    from bureau.commands.accounts import set_user_password

    _with_services(lambda services: set_user_password(services, username, password))
    typer.echo(f"{username} signs in with the new password and must change it.")


@user_app.command("unlock")
def user_unlock(username: Annotated[str, typer.Argument(help="The name to sign in with.")]) -> None:
    """Let an administrator sign in again who was locked out after failures."""
    from bureau.commands.accounts import unlock_user

    _with_services(lambda services: unlock_user(services, username))
    typer.echo(f"{username} can sign in.")


@token_app.command("add")
def token_add(
    username: Annotated[str, typer.Argument(help="The account the token stands for.")],
    name: Annotated[str, typer.Option(help="What the token is for.")],
    days: Annotated[int, typer.Option(help="How long it is good for.")] = 90,
    role: Annotated[
        list[str] | None, typer.Option(help="A role of the account; the token acts under those named alone.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="A kind, such as Student; the token knows of those named alone.")
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option(help="A stored document, by name or id; it asks by those named alone.")
    ] = None,
    stored_only: Annotated[bool, typer.Option(help="It asks by stored documents alone, whichever.")] = False,
    reads_only: Annotated[bool, typer.Option(help="It writes nothing.")] = False,
) -> None:
    """Make a bearer token for an account, narrowed where it is said, and print it, this once."""
    from bureau.commands.accounts import add_token
    from bureau.kernel.narrowing import Narrowing

    until = SystemClock().today() + timedelta(days=days)
    narrowing = Narrowing(
        frozenset(role) if role else None,
        frozenset(kind) if kind else None,
        reads_only,
        stored_only or bool(document),
        frozenset(document or ()),
    )
    secret = _with_services(lambda services: add_token(services, username, name, until, narrowing))
    typer.echo(secret)


@journal_app.command("seal")
def journal_seal(
    new_key: Annotated[
        bool, typer.Option("--new-key", help="The key was changed on purpose: go on with the one there is now.")
    ] = False,
) -> None:
    """Seal what is not sealed yet and lodge the heads with the keeper; a running server does so by itself."""
    from bureau.commands.trails import seal_journal

    _with_services(lambda services: seal_journal(services, new_key, typer.echo))


@journal_app.command("verify")
def journal_verify(
    heads: Annotated[
        Path | None, typer.Option(help="The keeper's file; BUREAU_JOURNAL_KEEPER unless said.", exists=True)
    ] = None,
    key: Annotated[
        list[Path] | None,
        typer.Option(help="Public keys in PEM, where the signing key is not at hand or was changed.", exists=True),
    ] = None,
) -> None:
    """Read the whole journal again; what is not as it was sealed is told in a line each, and the exit code is 1."""
    from bureau.commands.trails import verify_journal

    if not _with_services(lambda services: verify_journal(services, heads, key or [], typer.echo)):
        raise typer.Exit(1)


@journal_app.command("replay")
def journal_replay(entry: Annotated[int, typer.Argument(help="The entry's number in the read log.")]) -> None:
    """Print what a read of persons' records was shown, as it stood then."""
    from bureau.graph.replay import replayed

    typer.echo(_with_services(lambda services: replayed(services, entry)).decode())


_FROM = typer.Option("--from", formats=["%Y-%m-%d"], help="The first day, where the bureau is.")
_UNTIL = typer.Option(formats=["%Y-%m-%d"], help="The last day; today unless said.")
_WHY = typer.Option(help="Why this is looked at; the journal keeps it.")
_WHO = typer.Option(help="Whose reads and writes: a user name, as often as you like; anybody's unless said.")


@journal_app.command("accesses")
def journal_accesses(
    person: Annotated[int, typer.Argument(help="The number of the person's id.")],
    reason: Annotated[str, _WHY],
    start: Annotated[datetime, _FROM],
    until: Annotated[datetime | None, _UNTIL] = None,
    account: Annotated[list[str] | None, _WHO] = None,
) -> None:
    """Print as CSV who was shown records about a person and who wrote them: when, in which roles, which fields."""
    from bureau.commands.accesses import accesses, span

    async def work(services: "Services") -> None:
        asked = await span(services, start.date(), until and until.date(), account or ())
        await accesses(services, person, asked, reason, sys.stdout, _aside)

    _with_services(work)


@journal_app.command("breach")
def journal_breach(
    reason: Annotated[str, _WHY],
    start: Annotated[datetime, _FROM],
    account: Annotated[list[str], _WHO],
    until: Annotated[datetime | None, _UNTIL] = None,
) -> None:
    """Print as CSV the persons about whom accounts were shown records: how many, which fields, whom to tell."""
    from bureau.commands.accesses import breach, span

    async def work(services: "Services") -> None:
        asked = await span(services, start.date(), until and until.date(), account)
        await breach(services, asked, reason, sys.stdout, _aside)

    _with_services(work)


@journal_app.command("key")
def journal_key() -> None:
    """Print the public key that proves the journal's signatures, for the second keeper."""
    from bureau.storage.signing import JournalKey

    typer.echo(JournalKey.of(Settings().journal_key_file, may_make=False).public_pem, nl=False)


if __name__ == "__main__":
    main()
