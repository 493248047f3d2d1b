"""The file of a clear-text export: made by a job once two have approved, each value journalled before it is opened."""

from collections.abc import Sequence

from bureau.access.restriction import restricted_records
from bureau.access.reveal import PURPOSE
from bureau.engine.kinds import Kinds
from bureau.engine.run import Engine
from bureau.engine.selection import Given
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, refuse
from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.clear_exports.clear_export import ASK, ClearExport, ClearExportState, clear_export, refuse_ended
from bureau.machinery.clear_exports.wanted import Opening, Wanted, wanted
from bureau.machinery.files.removal import expire
from bureau.machinery.imports.columns import Path, heads
from bureau.machinery.imports.exporter import Export, Exporter
from bureau.machinery.jobs.asking import ask
from bureau.machinery.jobs.job import ENDED, Job
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.sheets import csv_file
from bureau.storage import journal
from bureau.storage.act import Act
from bureau.storage.opened import opened
from bureau.storage.references import of_variant
from bureau.storage.transaction import Transaction
from bureau.storage.ways import ways_to

Row = list[str | None]


@action(clear_export, ASK, label=("Make the file", "生成明文文件"))
async def make_clear_export(act: Act, request: ClearExport) -> ClearExport:
    """Have the file of your own request made, which two have approved; it is yours alone, and is given up in time."""
    if request.__dict__["requester_id"] != act.actor.account:
        raise refuse(Code.FORBIDDEN)
    refuse_ended(act, request)
    if await Job.filter(id=request.__dict__["job_id"]).exclude(state__in=list(ENDED)).exists():
        raise refuse(Code.IN_USE, "id", count=1, kind=act.store.kind_of(Job).words)
    job = await ask(act.store, act.tx, make_clear_file, {"request": request.id}, title=f"ClearExport:{request.id}")
    return await act.change(request, job=job)


@task()
async def make_clear_file(run: Run) -> Words:
    """Open the values of a clear-text export and keep them in a file of whoever asked for it."""

    async def begin(tx: Transaction) -> ClearExport:
        request = await ClearExport.get(id=run.given["request"])
        refuse_ended(Act(run.store, tx, "make_clear_file"), request)
        return request

    request = await run.step(begin)
    making = _Making(run, request, wanted(run.store, request.records, request.fields))
    content = await making.table()
    name = f"clear-export-{request.id}.csv"
    file = await run.hand_over(name, content)

    async def finish(tx: Transaction) -> None:
        act = Act(run.store, tx, "make_clear_file")
        (held,) = await act.hold_all(ClearExport, id=request.id)
        refuse_ended(act, held)  # refused or withdrawn meanwhile
        await act.change(held, state=ClearExportState.MADE, file=file.id)

    try:
        await run.step(finish)
    except Refusal:
        await run.step(lambda tx: expire(tx, [file.id]))
        raise
    return Words(f"{run.done} records in {name}.", f"{name} 含 {run.done} 条记录。")


class _Making:
    """The table of one request: what the requester sees of its records, with the clear values that they may have."""

    def __init__(self, run: Run, request: ClearExport, asked: Wanted) -> None:
        self._run = run
        self._request = request
        self._asked = asked
        self._shown = (("id",), *_plain_columns(asked.kind))

    async def table(self) -> bytes:
        """The file, led by a line that says who has it, by whose leave, when and what for."""
        openings = self._asked.openings
        columns = (*self._shown, *(o.path for o in openings))
        rows: list[Row] = []
        async for block in self._exporter((*columns, *(o.to_holder for o in openings))).rows():
            rows += await self._opened([list(row) for row in block])
            self._run.done = len(rows)
            await self._run.told()
        return csv_file([await self._mark()], [heads(self._asked.kind, columns, "both"), *rows])

    async def _opened(self, rows: list[Row]) -> list[Row]:
        """Rows with clear values in the place of masks where the requester may have them; the ways to them cut off."""
        openings = self._asked.openings
        for number, opening in enumerate(openings):
            way = number - len(openings)
            holders = [_number(row[way]) for row in rows]
            clear = await self._values(opening, sorted({h for h in holders if h is not None}))
            for row, holder in zip(rows, holders, strict=True):
                place = len(self._shown) + number
                row[place] = clear.get(holder or 0, row[place])
        return [row[: -len(openings)] for row in rows]

    async def _values(self, opening: Opening, holders: Sequence[int]) -> dict[int, str]:
        run, declared = self._run, opening.declared

        async def journalled(tx: Transaction) -> list[int]:
            column = declared.columns[0].name
            held = of_variant(opening.holder).filter(id__in=list(holders), void_reason__isnull=True)
            records = await held.filter(**{f"{column}__isnull": False})
            ways = await ways_to(run.store, tx, opening.holder, records, declared, declared.reveal)
            said = {"field": declared.name, "purpose": self._request.purpose, "clear_export": self._request.id}
            allowed = ways.keys() - await restricted_records(run.store, opening.holder, ways)
            why = self._request.reason
            entries = [journal.Entry(journal.REVEAL, opening.holder, i, said, why) for i in sorted(allowed)]
            await journal.write_journal(tx, entries)
            return sorted(allowed)

        allowed = await run.step(journalled)
        return dict(await opened(run.store, opening.holder, declared, allowed)) if allowed else {}

    def _exporter(self, columns: Sequence[Path]) -> Exporter:
        store, settings = self._run.store, self._run.settings
        engine = Engine.over(Kinds(store.kinds, store.tables), store.database)
        ids = [f"{self._asked.kind.type_name}:{identity}" for identity in self._asked.ids]
        arguments = {"filter": {"id": {"in": Given(ids)}}}
        return Exporter(engine, settings, Export(self._asked.kind, tuple(columns), arguments, actor=self._run.actor))

    async def _mark(self) -> str:
        """The watermark."""
        request, store = self._request, self._run.store
        words = (await store.reading()).codes.table(PURPOSE.table.name)[request.purpose].words
        made = store.database.clock.now().isoformat(timespec="seconds")
        return (
            f"明文导出 Clear export {clear_export.type_name}:{request.id}；用途 purpose：{words.both}；"
            f"申请人 requested by：{request.requested_by}；审批人 approved by：{request.first_approved_by}、"
            f"{request.second_approved_by}；生成时间 made at：{made}"
        )


def _plain_columns(kind: Kind) -> list[Path]:
    """The columns that the kind's lists show, without what is sealed."""
    paths = [tuple(name.split(".")) for name in kind.list]
    return [path for path in paths if not isinstance(kind.fields[path[0]], Sealed)]


def _number(identity: str | None) -> int | None:
    return int(identity.rpartition(":")[2]) if identity else None
