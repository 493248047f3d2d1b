"""What a comparison found becomes records: new differences, those that were seen before, and those that are gone."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from bureau.kernel.batches import batches
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.machinery.reconcile.comparing import Found
from bureau.machinery.reconcile.difference import Authority, DifferenceState, ReconciliationDifference, seen
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction

_AT_ONCE = 2_000
_LONGEST = 200
_VERB = "reconcile"


class Recording:
    """Writes the differences of one run of one register."""

    def __init__(self, store: Store, tx: Transaction, register: str, kind: Kind, run: int, root: int) -> None:
        self._store, self._tx = store, tx
        self._register, self._kind, self._run = register, kind, run
        self._root = root
        """The bureau itself, where a difference belongs that no unit of ours is named for."""
        self._of = store.kind_of(ReconciliationDifference)

    async def record(self, found: Sequence[Found], covered: set[int] | None) -> None:
        """Write what was found; differences of units of which the export told nothing stay as they are."""
        known = {one.identity: one for one in await self._known()}
        today = self._tx.clock.today()
        values = {self._identity(one): self._values(one) for one in found}
        new = [{"identity": i, **v, **seen(today)} for i, v in values.items() if i not in known]
        again = [(known[i], self._again(known[i], v, today)) for i, v in values.items() if i in known]
        gone = [
            (one, {"state": DifferenceState.GONE, "last_run": self._run})
            for identity, one in known.items()
            if identity not in values and one.state != DifferenceState.GONE and self._is_covered(one, covered)
        ]
        for some in batches(new, _AT_ONCE):
            await self._store.create_all(self._tx, self._of, some, verb=_VERB)
        for changes in batches([*again, *gone], _AT_ONCE):
            await self._store.change_all(self._tx, self._of, changes, verb=_VERB)

    async def _known(self) -> Iterable[ReconciliationDifference]:
        return await ReconciliationDifference.filter(register=self._register, void_reason__isnull=True)

    def _is_covered(self, one: ReconciliationDifference, covered: set[int] | None) -> bool:
        return covered is None or one.__dict__["unit_id"] in covered or one.__dict__["unit_id"] == self._root

    def _again(self, known: ReconciliationDifference, values: Mapping[str, Any], today: date) -> dict[str, Any]:
        """A difference that was seen before: one that was settled, or means something else now, is open again."""
        is_same = (known.ours, known.theirs) == (values["ours"], values["theirs"])
        stays = known.state == DifferenceState.ACKNOWLEDGED and is_same
        state = DifferenceState.ACKNOWLEDGED if stays else DifferenceState.OPEN
        times = known.times + (known.__dict__["last_run_id"] != self._run)  # the same file says it once
        return {**values, "last_seen": today, "times": times, "state": state}

    def _identity(self, one: Found) -> str:
        """What a difference is known by from run to run; a key of the register's is a digest itself, or a code."""
        path = one.field.path if one.field else ""
        return hashlib.sha256(f"{self._register}|{one.type}|{path}|{one.key}".encode()).hexdigest()

    def _values(self, one: Found) -> dict[str, Any]:
        is_withheld = one.field is not None and one.field.is_withheld
        return {
            "register": self._register,
            "unit": one.unit or self._root,
            "type": one.type,
            "subject": f"{self._kind.type_name}:{one.record}" if one.record else None,
            "label": _cut(one.label),
            "field": ".".join(map(camel, one.field.path.split("."))) if one.field else None,
            "authority": Authority[one.field.column.authority] if one.field else None,
            "ours": None if is_withheld else _cut(one.ours),
            "theirs": None if is_withheld else _cut(one.theirs),
            "is_withheld": is_withheld,
            "lags": one.lags,
            "last_run": self._run,
        }


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
