"""Imports as jobs: asked for by an account, done chunk by chunk with its rights, each chunk once."""

import asyncio
import json
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, CommandError, Refusal, fault, refuse
from bureau.kernel.field import One, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.files.file import File
from bureau.machinery.imports.beside import places
from bureau.machinery.imports.differences import Finding, Findings
from bureau.machinery.imports.importer import Fate, Importer, Rejection, Report
from bureau.machinery.imports.mapping import Match, known_headers, match, parse_map
from bureau.machinery.imports.permission import may_bring
from bureau.machinery.imports.remembered import recalled, remember
from bureau.machinery.imports.repaired import write_repaired
from bureau.machinery.imports.run import MOST_FINDINGS, FindingSort, ImportFinding, ImportRun, count, import_run
from bureau.machinery.imports.slots import Row
from bureau.machinery.imports.tables import Table, open_table
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.storage.act import Act
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

MOST_HANDED_BACK = 100_000
"""Reasons for which rows are handed back in a workbook; a file with more of them is better mended at its source."""

_FILE = One(File, "File", "文件", note=("As it was uploaded.", "上传的文件。"))
_MAPPING = Text(
    20_000,
    "Columns",
    "列对应关系",
    lines=True,
    form="verbatim",
    note=("FIELD=COLUMN,… or JSON.", "字段=列名，或 JSON。"),
)
_SHEET = Text(200, "Sheet", "工作表", form="verbatim", note=("Name or number.", "名称或序号。"))
_ENTRY = Text(500, "Entry", "压缩包内文件", form="verbatim")
_ENCODING = Text(40, "Encoding", "编码", plain=True)


@action(import_run, rules.owner, label=("Import a file", "导入文件"))
async def import_file(
    act: Act,
    *,
    file: Annotated[File, _FILE],
    kind: Annotated[str, ImportRun.record_kind],
    is_trial: Annotated[bool, ImportRun.is_trial],
    is_whole: Annotated[bool, ImportRun.is_whole] = False,
    mapping: Annotated[str | None, _MAPPING] = None,
    sheet: Annotated[str | None, _SHEET] = None,
    entry: Annotated[str | None, _ENTRY] = None,
    encoding: Annotated[str | None, _ENCODING] = None,
) -> ImportRun:
    """Import a file that was uploaded, in the background: its job and its findings say what becomes of the rows.

    A trial writes nothing. Where all rows are to be imported or none, one that is rejected leaves all out.
    """
    of = next((k for k in act.store.kinds if k.type_name == kind and k.rooted and not k.abstract), None)
    if of is None:
        raise refuse(Code.NOT_FOUND, "kind", kind=ImportRun.about.fields["record_kind"].words)
    if not may_bring(act.actor, of):
        raise refuse(Code.FORBIDDEN, "kind")
    try:
        parse_map(mapping or "")
    except CommandError as error:
        raise Refusal([fault(Code.INVALID, "mapping", reason=str(error))]) from error
    counts = dict.fromkeys(("created", "updated", "unchanged", "rejected"), 0)
    made = await act.create(
        ImportRun,
        record_kind=kind,
        file_name=file.name,
        is_trial=is_trial,
        is_whole=is_whole,
        asked_at=act.tx.now(),
        **counts,
    )
    given = {
        "run": made.id,
        "file": file.id,
        "mapping": mapping or "",
        "options": {"sheet": sheet or "", "entry": entry or "", "encoding": encoding or ""},
    }
    job = await ask(act.store, act.tx, import_rows, given, title=file.name)
    return await act.change(made, job=job)


@task()
async def import_rows(run: Run) -> Words:
    """Import the rows of an uploaded file."""
    sql = "SELECT record_kind, is_trial, is_whole FROM import_run WHERE id = $1"
    ((name, is_trial, is_whole),) = await run.store.database.readers.fetch(sql, [run.given["run"]])
    kind = next(k for k in run.store.kinds if k.type_name == name)
    found = await run.files.ready(run.given["file"], run.actor)
    async with run.files.on_disk(found) as path:
        return await _Importing(run, kind, path, found.name, is_trial=bool(is_trial), is_whole=bool(is_whole)).done()


class _Importing:
    """One import at work, or at work again."""

    def __init__(self, run: Run, kind: Kind, path: Path, name: str, *, is_trial: bool, is_whole: bool) -> None:
        self._run = run
        self._store = run.store
        self._id = int(run.given["run"])
        self._is_trial = is_trial
        self._kind = kind
        self._path = path
        self._name = name
        self._beside = places(run.store.kinds, kind)
        self._writes_whole = is_whole and not is_trial
        self._rejections: list[Rejection] = []
        self._before = Counter({Fate(name): count for name, count in run.checkpoint.get("fates", {}).items()})
        self._committed: Mapping[str, Any] = run.checkpoint
        self._working: Mapping[str, Any] = run.checkpoint

    async def done(self) -> Words:
        """Import, and say how it went."""
        known = known_headers(self._kind, self._beside)
        options = self._run.given["options"]
        table = await asyncio.to_thread(open_table, self._path, self._name, known=known, **options)
        said = parse_map(self._run.given["mapping"])
        remembered = await recalled(self._store, self._kind, table.headers)
        found = match(self._kind, table.headers, said, remembered, self._store.profile, self._beside)
        await self._tell(table, found)
        if not found.paths:
            raise CommandError("No column of the file fills a field; say which. 没有可对应的列，请指定列对应关系。")
        report = await self._imported(table, found)
        if "said" in found.ways.values() and not self._is_trial and not report.is_taken_back:
            await self._run.step(lambda tx: remember(tx, self._store, self._kind, table.headers, found.paths))
        await self._repair(table, found)
        fates = self._run.checkpoint.get("fates", {})
        return _summary(fates, is_trial=self._is_trial, is_taken_back=report.is_taken_back)

    async def _tell(self, table: Table, found: Match) -> None:
        """Let the run say how the file was read."""
        if self._run.total is None:  # by no attempt before
            self._run.total = await asyncio.to_thread(lambda: sum(1 for _ in table.rows()))
        values = {
            "english_form": table.form.en,
            "chinese_form": table.form.zh,
            "mapping": json.dumps(found.paths, ensure_ascii=False),
            "unused": json.dumps(found.unused, ensure_ascii=False),
            "lacking": json.dumps(found.missing, ensure_ascii=False),
        }
        await self._run.step(lambda tx: _change(self._store, tx, self._id, values))

    async def _imported(self, table: Table, found: Match) -> Report:
        run = self._run
        self._importer = Importer(
            self._store,
            self._kind,
            found.paths,
            beside=self._beside,
            actor=run.actor,
            dry_run=self._is_trial,
            whole=self._writes_whole,
            may_be_undone=True,
        )
        reading = await self._store.reading(from_file=True)
        self._findings = Findings(self._kind, found.paths, self._beside, reading, run.actor)
        await self._recall()
        if self._writes_whole and "fates" in run.checkpoint:  # killed after its one transaction
            return Report(position=run.done, is_taken_back=not run.checkpoint["is_written"])
        report = await self._importer.run(table, self._hear, resume_from=run.done, on_chunk=self._keep, at_end=run.keep)
        if report.is_taken_back:
            await self._say_what_was_taken_back(report)
        return report

    def _hear(self, rejection: Rejection) -> None:
        if len(self._rejections) < MOST_HANDED_BACK:
            self._rejections.append(rejection)

    async def _keep(self, tx: Transaction, report: Report, rows: Sequence[Row]) -> None:
        """Keep, with what a chunk wrote, what is to be said of it and how far the import has come.

        It may be begun again, with its transaction, so it goes on from what was committed last; or from the chunk
        before, where all chunks are of one transaction.
        """
        is_first = not self._writes_whole or report.position == len(rows)
        state = dict(self._committed if is_first else self._working)
        findings: list[Finding] = []
        for row in rows:
            findings += (self._findings.of_rejection(found, row) for found in self._importer.rejections(row))
            if self._is_trial:
                findings += self._findings.of_changes(row)
        state["findings"] = await self._write(tx, findings, state.get("findings", 0))
        fates = self._before + report.fates
        state["fates"] = {fate.value: fates[fate] for fate in Fate}
        state["is_written"] = not self._is_trial
        await count(tx, self._id, fates, is_written=not self._is_trial)
        self._run.done, self._run.checkpoint, self._working = report.position, state, state
        if not self._writes_whole:
            await self._run.keep(tx)
        tx.after_commit(self._commit)

    def _commit(self) -> None:
        self._committed = self._working

    async def _write(self, tx: Transaction, findings: Sequence[Finding], kept: int) -> int:
        """Write findings, as many as one run keeps; how many it keeps by now."""
        rows = [{**finding, "run": self._id} for finding in findings[: MOST_FINDINGS - kept]]
        if rows:
            await self._store.create_all(tx, self._store.kind_of(ImportFinding), rows, verb="find")
        return kept + len(rows)

    async def _say_what_was_taken_back(self, report: Report) -> None:
        """Nothing was written, and neither was what was to be said of it."""

        async def work(tx: Transaction) -> None:
            findings = [self._findings.of_rejection(rejection, None) for rejection in self._rejections]
            kept = await self._write(tx, findings, 0)
            fates = {fate.value: report.fates[fate] for fate in Fate}
            await count(tx, self._id, report.fates, is_written=False)
            self._run.checkpoint = {"fates": fates, "findings": kept, "is_written": False}

        await self._run.step(work)

    async def _repair(self, table: Table, found: Match) -> None:
        """Hand the rejected rows back, to be mended and imported again."""
        lines = {rejection.line for rejection in self._rejections if not rejection.is_warning}
        if not lines or "repaired" in self._run.checkpoint:
            return
        name = f"{PurePosixPath(self._name).stem[:150]}-rejected.xlsx"
        reading = await self._store.reading(from_file=True)
        with tempfile.TemporaryDirectory(prefix="bureau-import-") as folder:
            path = Path(folder) / "repaired.xlsx"
            kept = [rejection for rejection in self._rejections if rejection.line in lines]
            await asyncio.to_thread(write_repaired, path, table, self._kind, found.paths, kept, reading, self._beside)
            file = await self._run.hand_over(name, _blocks(path))
        values = {"repaired": file.id}
        await self._run.step(lambda tx: _change(self._store, tx, self._id, values), repaired=file.id)

    async def _recall(self) -> None:
        """What was said of rows by an attempt that came to no end."""
        sql = (
            "SELECT line, column_name, given, code, english_reason, chinese_reason, sort FROM import_finding"
            " WHERE run_id = $1 AND sort IN ('REJECTED', 'ODD') ORDER BY id"
        )
        for line, column, given, code, en, zh, sort in await self._store.database.readers.fetch(sql, [self._id]):
            reason = Words(en or "", zh or "")
            self._rejections.append(
                Rejection(line, column or "", given or "", code or "", reason, sort == FindingSort.ODD)
            )


async def _change(store: Store, tx: Transaction, identity: int, values: Mapping[str, Any]) -> None:
    await store.change(tx, import_run, await ImportRun.get(id=identity), values, verb="import")


async def _blocks(path: Path) -> AsyncIterator[bytes]:
    with path.open("rb") as file:
        while block := await asyncio.to_thread(file.read, 1 << 20):
            yield block


def _summary(fates: Mapping[str, int], *, is_trial: bool, is_taken_back: bool) -> Words:
    created, updated, unchanged, rejected = (
        fates.get(fate.value, 0) for fate in (Fate.CREATED, Fate.UPDATED, Fate.UNCHANGED, Fate.REJECTED)
    )
    words = Words(
        f"{created} created, {updated} updated, {unchanged} unchanged, {rejected} rejected.",
        f"新增 {created} 行，更新 {updated} 行，无变化 {unchanged} 行，拒绝 {rejected} 行。",
    )
    if is_trial:
        return Words(f"Trial, nothing was written: {words.en}", f"试运行，未写入：{words.zh}")
    if is_taken_back:
        return Words(f"Rows were rejected, so none was written: {words.en}", f"存在被拒绝的行，全部未写入：{words.zh}")
    return words
