"""Taking files, and whole deliveries, and saying what became of their rows."""

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

from bureau.commands.said import Say, held, kind_called
from bureau.graph.context import Services
from bureau.kernel.errors import CommandError
from bureau.kernel.kind import Kind
from bureau.machinery.imports.beside import places
from bureau.machinery.imports.importer import Fate, Importer, Rejection, Report
from bureau.machinery.imports.mapping import Match, known_headers, match, read_map
from bureau.machinery.imports.remembered import recalled, remember
from bureau.machinery.imports.repaired import write_repaired
from bureau.machinery.imports.run import ImportRun, count
from bureau.machinery.imports.slots import Row
from bureau.machinery.imports.tables import Table, open_table, open_tables
from bureau.machinery.imports.undoing import Hindered, take_back
from bureau.machinery.interchange.formats import READERS, delivered
from bureau.machinery.interchange.intake import Intake
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_REJECTIONS_SHOWN = 100
_DELIVERY = "Delivery"
"""What stands as the kind of record of a run that brought records of several kinds."""


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
        if map_ or repaired or sheet or entry or encoding:
            raise CommandError("A whole delivery is read as its format says. 整体导入不支持这些选项。")
        await import_delivery(services, kind_name, file, report, say, dry_run=dry_run, whole=whole)
        return
    kind = kind_called(services, kind_name)
    known = known_headers(kind, places(services.kinds, kind))
    options: dict[str, Any] = {"sheet": sheet, "entry": entry, "encoding": encoding, "known": known}
    opened = [open_table(file, **options)] if report or repaired else open_tables(file, **options)  # a report is of one
    for table in opened:
        await _import_table(services, kind, table, map_, dry_run, report, say, repaired, whole=whole)


async def import_delivery(
    services: Services,
    format_: str,
    file: Path,
    report: Path | None,
    say: Say,
    *,
    dry_run: bool = False,
    whole: bool = False,
) -> None:
    """Import all that a system of another make delivers, and say what became of it and what has no home with us."""
    store = services.store
    with delivered(format_, held(services), store, file) as delivery, ExitStack() as stack:
        tell = _teller(say, stack, report)
        noted = _Noted(store, _DELIVERY, f"{format_}: {file.name}", whole=whole)
        intake = Intake(store, delivery, on_chunk=None if dry_run or delivery.restores else noted)
        is_kept = True
        if dry_run or whole:
            done, is_kept = await intake.try_whole(tell, is_kept=not dry_run)
        else:
            done = await intake.run(tell)
        for kind, found in done:
            if found.rows:
                say(f"{kind}: {found.rows} rows: {_counts(found)}")
        for left in intake.leftovers():
            say(f"Left out 未导入: {left.what}: {left.count}: {left.why.en} {left.why.zh}")
        if not is_kept:
            say(f"{'Dry run' if dry_run else 'All or none'}: nothing was written. 未写入任何内容。")
        _say_how_to_undo(noted, say)


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
    said = read_map(map_) if map_ else {}
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

        noted = _Noted(store, kind.type_name, table.name, whole=whole)
        options: dict[str, Any] = {"dry_run": dry_run, "whole": whole, "may_be_undone": not dry_run}
        done = await Importer(store, kind, found.paths, beside=beside, **options).run(
            table, hear, on_chunk=None if dry_run else noted
        )
    if repaired:
        write_repaired(repaired, table, kind, found.paths, kept, await store.reading(from_file=True), beside)
    if "said" in found.ways.values() and not dry_run and not done.is_taken_back:
        await store.database.transaction(lambda tx: remember(tx, store, kind, table.headers, found.paths))
    for row in table.skipped:
        say(f"Line {row.line} is no record and was left out: {row.text} 第 {row.line} 行不是记录，已跳过。")
    nothing = "dry run: " if dry_run else "all or none: " if done.is_taken_back else ""
    _say_how_to_undo(noted, say)
    say(f"{kind.name}: {done.rows} rows: {_counts(done)}{f' ({nothing}nothing was written)' if nothing else ''}")


def _counts(done: Report) -> str:
    return ", ".join(f"{done.fates[fate]} {fate.value}" for fate in Fate)


def _say_how_to_undo(noted: "_Noted", say: Say) -> None:
    if noted.number:
        say(f"`bureau undo {noted.number}` takes all of it back. 可用 bureau undo {noted.number} 整批撤销。")


class _Noted:
    """Notes an import by the operator once it writes anything, so that it can be undone as a whole."""

    def __init__(self, store: Store, record_kind: str, name: str, *, whole: bool) -> None:
        counts = dict.fromkeys(("created", "updated", "unchanged", "rejected"), 0)
        given = {"record_kind": record_kind, "file_name": name[:200], "is_trial": False, "is_whole": whole}
        self._store = store
        self._values = {**given, **counts}
        self._begun: tuple[Transaction, int] | None = None
        self.number = 0
        """Of the run, once it is committed; 0 if nothing was written."""

    async def __call__(self, tx: Transaction, reached: Report, rows: Sequence[Row]) -> None:
        if not (self.number or reached.fates[Fate.CREATED] or reached.fates[Fate.UPDATED]):
            return
        number = self.number or await self._begin(tx)
        await count(tx, number, reached.fates, is_written=True)
        tx.after_commit(lambda: setattr(self, "number", number))

    async def _begin(self, tx: Transaction) -> int:
        if self._begun is None or self._begun[0] is not tx:  # a transaction that is begun anew is another
            values = {**self._values, "asked_at": tx.now()}
            run = await self._store.create(tx, self._store.kind_of(ImportRun), values, verb="import")
            self._begun = (tx, int(run.id))
        return self._begun[1]


async def undo_run(services: Services, number: int, reason: str, say: Say) -> bool:
    """Undo an import as a whole, or say what hinders it; whether it was undone."""
    store = services.store
    found = await store.database.readers.fetch("SELECT undone_at FROM import_run WHERE id = $1", [number])
    if not found or found[0][0] is not None:
        raise CommandError(f"There is no import {number} to be undone. 没有可撤销的导入批次 {number}。")
    try:
        await store.database.transaction(partial(take_back, store, number, reason))
    except Hindered as hindered:
        for one in hindered.obstacles:
            say(f"{one.id}: {one.reason.en} {one.reason.zh}")
        say("Nothing was undone. 未作任何撤销。")
        return False
    say("All that it wrote was undone. 已撤销该批次写入的全部内容。")
    return True


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
