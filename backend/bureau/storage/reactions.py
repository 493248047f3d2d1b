"""What follows from a write in the same transaction: each reaction runs once, with all the records it is about."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from bureau.kernel.errors import Refusal
from bureau.kernel.event import Reaction, Written
from bureau.kernel.kind import Kind
from bureau.storage.act import Act
from bureau.storage.transaction import Transaction

if TYPE_CHECKING:
    from bureau.storage.store import Store


class Reactions:
    """The reactions of a closed set, by the kinds to whose writing they react."""

    def __init__(self, reactions: Iterable[Reaction]) -> None:
        self._of: dict[Kind, list[Reaction]] = {}
        for reaction in reactions:
            self._of.setdefault(reaction.event.kind, []).append(reaction)

    def to(self, kind: Kind) -> Sequence[Reaction]:
        """Those that may concern a kind: its own, and those to the kind it builds on."""
        return (*self._of.get(kind, ()), *(self._of.get(kind.base, ()) if kind.base else ()))

    def follow(self, kind: Kind, writes: Sequence[Written[Any]]) -> bool:
        """Whether any of them would do something about these writes."""
        return any(reaction.event.happened(write) for reaction in self.to(kind) for write in writes)

    async def run(self, store: "Store", tx: Transaction, kind: Kind, writes: Sequence[Written[Any]]) -> None:
        """Do what follows from these writes; raises Refusal with every fault that is found."""
        for reaction in self.to(kind):
            happened = [write for write in writes if reaction.event.happened(write)]
            if happened:
                await reaction.work(Act(store, tx, reaction.name), happened)
        if faults := [fault for write in writes for fault in write.faults]:
            raise Refusal(faults)
