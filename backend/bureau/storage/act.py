"""What an action holds while it runs: the actor, the clock, the request, and the store inside its transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, cast

from bureau.kernel.accept import accept
from bureau.kernel.action import Action
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, Fault, Refusal, fault, refuse
from bureau.kernel.field import Field, One, Sealed
from bureau.kernel.kind import Kind
from bureau.storage.record import Record
from bureau.storage.references import load_by_id
from bureau.storage.rights import may_act
from bureau.storage.transaction import Transaction

if TYPE_CHECKING:
    from bureau.storage.store import Store

R = TypeVar("R", bound=Record)


class Act:
    """One running action; it commits nothing itself."""

    def __init__(self, store: "Store", tx: Transaction, verb: str) -> None:
        self.store = store
        self.tx = tx
        self.verb = verb
        """The action's name, under which the journal has all that it writes."""

    @property
    def actor(self) -> Actor:
        return self.tx.actor

    @property
    def today(self) -> date:
        return self.tx.clock.today()

    async def create(self, record: type[R], /, **values: Any) -> R:
        """Write a new record; raises Refusal with every fault of its kind."""
        kind = self.store.kind_of(record)
        return cast("R", await self.store.create(self.tx, kind, values, verb=self.verb))

    async def change(self, record: R, /, **values: Any) -> R:
        """Change a record the action holds; raises Refusal with every fault of its kind."""
        kind = self.store.kind_of(type(record))
        return cast("R", await self.store.change(self.tx, kind, record, values, verb=self.verb))

    async def create_all(self, record: type[R], rows: Sequence[Mapping[str, Any]], /) -> list[R]:
        """Write new records in one set, all or none; raises Refusal with every fault."""
        return await self.store.create_all(self.tx, self.store.kind_of(record), rows, verb=self.verb)

    async def change_all(self, record: type[R], changes: Sequence[tuple[R, Mapping[str, Any]]], /) -> list[R]:
        """Change records that the action holds in one set, all or none; raises Refusal with every fault."""
        return await self.store.change_all(self.tx, self.store.kind_of(record), changes, verb=self.verb)

    async def void(self, record: Record, reason: str, /) -> None:
        """Make a record void that the action holds; raises Refusal IN_USE while live records refer to it."""
        await self.store.void(self.tx, self.store.kind_of(type(record)), record, reason)

    async def carry_out(self, action: Action, subject: Record, arguments: Mapping[str, Any], /) -> Record:
        """Do another verb to a record that the action holds, whoever the actor is; raises Refusal as the verb does."""
        try:
            record: Record = await action.work(Act(self.store, self.tx, action.name), subject, **arguments)
        except Refusal as refusal:
            raise Refusal((_at_argument(action, f) for f in refusal.faults), refusal.current) from refusal
        return record

    async def hold_all(self, record: type[R], /, **conditions: Any) -> list[R]:
        """The live records that meet Tortoise's conditions, held until the transaction ends, in the order of ids."""
        query = record.filter(void_reason__isnull=True, **conditions).order_by("id")
        return await (query.select_for_update(no_key=True) if self.tx.dialect == "postgres" else query)


async def perform(store: "Store", tx: Transaction, action: Action, given: Mapping[str, Any]) -> Record:
    """Run an action on input as it came from outside; raises Refusal with every fault of the arguments."""
    if not tx.actor.may_somewhere(action.rule):
        raise refuse(Code.FORBIDDEN)
    given = dict(given)
    subject: list[Any] = []
    if action.subject:
        version = given.pop("expected_version", None)
        subject.append(await store.hold(tx, action.kind, given.pop("id"), action.rule, version))
    arguments = await _arguments(store, tx, action, given)
    if not action.subject:
        _permit(store, tx.actor, action, arguments)
    try:
        record: Record = await action.work(Act(store, tx, action.name), *subject, **arguments)
    except Refusal as refusal:
        raise Refusal((_at_argument(action, f) for f in refusal.faults), refusal.current) from refusal
    tx.warnings = [_at_argument(action, f) for f in tx.warnings]
    return record


def _at_argument(action: Action, found: Fault) -> Fault:
    """What a check says of a related record, told of the argument that gave the value: of birthDate, not of a person
    whom nobody named.
    """
    is_argument = found.path[:1] and found.path[0] in action.arguments
    inner = found.path[1:]
    return replace(found, path=inner) if not is_argument and inner and inner[0] in action.arguments else found


def _permit(store: "Store", actor: Actor, action: Action, arguments: Mapping[str, Any]) -> None:
    """Raise Refusal FORBIDDEN unless the rule reaches the place where the verb makes its record."""
    if action.kind.owner and not action.place:
        return  # it will be the actor's own, whom the rule admits somewhere
    if not action.place:
        places = [(action.kind, None)]
    else:
        given = (arguments.get(name) for name in (action.place, *action.others))
        places = [(store.kind_of(type(place)), place) for place in given if place is not None]
    if not any(may_act(actor, kind, action.rule, place) for kind, place in places):
        raise refuse(Code.FORBIDDEN)


async def _arguments(store: "Store", tx: Transaction, action: Action, given: Mapping[str, Any]) -> dict[str, Any]:
    reading = await store.reading()
    faults: list[Fault] = []
    arguments: dict[str, Any] = {}
    for name, declared in action.arguments.items():
        if name not in given and name not in action.required:
            continue
        value, problem = given.get(name), None
        if isinstance(declared, One):
            kind = store.kind_of(declared.target)
            is_shared = bool(action.others) and value in tx.actor.shared.get(kind.type_name, ())
            is_known = is_shared or name in action.known
            value, problem = await _referred(store, tx, kind, declared, value, is_known=is_known)
        elif not isinstance(declared, Sealed):  # its kind reads and seals it
            value, problem = accept(declared, value, reading)
        if problem:
            faults.append(Fault(problem.code, (name,), problem.params))
        elif value is None and name in action.required:
            faults.append(fault(Code.REQUIRED, name))
        arguments[name] = value
    if faults:
        raise Refusal(faults)
    return arguments


async def _referred(
    store: "Store", tx: Transaction, kind: Kind, declared: Field[Any], identity: Any, *, is_known: bool
) -> tuple[Any, Fault | None]:
    if identity is None:
        return None, None
    record = (await load_by_id(kind, [identity])).get(identity)
    if record is None or not (is_known or may_act(tx.actor, kind, kind.read, record)):
        return None, fault(Code.NOT_FOUND, kind=declared.words)
    return record, None
