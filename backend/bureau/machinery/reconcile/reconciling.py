"""A register's export against our registry: read, staged, compared and recorded, in one transaction."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bureau.kernel.actor import SYSTEM, Actor
from bureau.kernel.clock import HOME
from bureau.kernel.errors import CommandError
from bureau.machinery.imports.reading import Source
from bureau.machinery.imports.tables import Table
from bureau.machinery.reconcile.comparing import Comparison, Found
from bureau.machinery.reconcile.difference import DifferenceType
from bureau.machinery.reconcile.recording import Recording
from bureau.machinery.reconcile.register import Register
from bureau.machinery.reconcile.run import ReconciliationRun
from bureau.machinery.reconcile.staging import Staged, Tell, compared, stage
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How a comparison went."""

    run: ReconciliationRun
    is_new: bool
    """Whether this file had not been compared before."""
    unused: tuple[str, ...] = ()
    """Headers of the file that the register is not known to have."""


async def reconcile(
    store: Store,
    register: Register,
    table: Table,
    digest: str,
    tell: Tell,
    *,
    as_of: date | None = None,
    actor: Actor = SYSTEM,
) -> Reconciled:
    """Compare an export with the registry and record what differs.

    A file that was compared before is compared with what we hold now, and seen no oftener for that. `as_of` is
    the day on which the export was made, today unless said. Raises CommandError.
    """
    found = register.found(table.headers)
    unused = tuple(header for header in table.headers if header and header not in found)

    async def work(tx: Transaction) -> Reconciled:
        kind = next(kind for kind in store.kinds if kind.name == register.kind)
        fields = compared(store, kind, found)
        day = as_of or tx.clock.today()
        staged = await stage(store, tx, fields, table.rows(), tell)
        comparison = Comparison(store, tx, register, kind, fields, await _since(tx, day))
        await comparison.prepare()
        differences = await comparison.differences()
        covered, matched = await comparison.covered(), await comparison.matched()
        await comparison.close()
        known = await ReconciliationRun.filter(register=register.name, sha256=digest, void_reason__isnull=True).first()
        run = await _keep(store, tx, known, _counts(staged, matched, differences), register.name, digest, day)
        await Recording(store, tx, register.name, kind, run.id, await _root(tx)).record(differences, covered)
        return Reconciled(run, known is None, unused)

    return await store.database.transaction(work, actor=actor)


async def _keep(
    store: Store,
    tx: Transaction,
    known: ReconciliationRun | None,
    counts: dict[str, Any],
    register: str,
    digest: str,
    day: date,
) -> ReconciliationRun:
    """The run of this file, with what the comparison counted now."""
    of = store.kind_of(ReconciliationRun)
    if known is not None:
        return await store.change(tx, of, known, counts, verb="reconcile")  # type: ignore[no-any-return]
    values = {"register": register, "sha256": digest, "as_of": day, "run_at": tx.now(), "run_by": tx.actor.name}
    return await store.create(tx, of, {**values, **counts}, verb="reconcile")  # type: ignore[no-any-return]


def digest_of_file(source: Source) -> str:
    """The SHA-256 of a file, by which it is known again."""
    digest = hashlib.sha256()
    with source.open() as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


async def _since(tx: Transaction, day: date) -> int | None:
    """The first position that was given on a day or later; what was written from there the export may not know."""
    begin = datetime.combine(day, time(), HOME)
    return (await tx.fetch("SELECT min(position) FROM recorded WHERE at >= $1", begin))[0][0]  # type: ignore[no-any-return]


async def _root(tx: Transaction) -> int:
    rows = await tx.fetch("SELECT id FROM unit WHERE category = 'BUREAU' AND void_reason IS NULL")
    if not rows:
        raise CommandError("There is no bureau yet. 尚未建立市教育局机构。")
    return int(rows[0][0])


def _counts(staged: Staged, matched: int, differences: Iterable[Found]) -> dict[str, Any]:
    found = list(differences)
    types = Counter(one.type for one in found)
    return {
        "rows": staged.rows,
        "unreadable": staged.unreadable,
        "matched": matched,
        "only_here": types[DifferenceType.ONLY_HERE],
        "only_there": types[DifferenceType.ONLY_THERE],
        "ambiguous": types[DifferenceType.AMBIGUOUS],
        "differing": types[DifferenceType.FIELD],
        "lagging": sum(one.lags for one in found),
    }
