"""What an action holds while it runs: the actor, the clock, the request, and the store inside its transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from bureau.kernel.accept import Reading, accept
from bureau.kernel.action import Action, Checks
from bureau.kernel.actor import Actor
from bureau.kernel.checklist import refuse_blocked
from bureau.kernel.errors import Code, Fault, Refusal, fault, refuse
from bureau.kernel.field import Field, One, Rows, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.question import Question
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

    async def refuse_unmet(self, looks: Checks, item: Mapping[str, Any], /) -> None:
        """Look at the rules of a verb for one input; raises Refusal NOT_MET with each of them that is not met."""
        (findings,) = await looks(self, [item])
        refuse_blocked(findings)

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
    arguments = await accepted(store, tx.actor, action, given)
    if not action.subject:
        _permit(store, tx.actor, action, arguments)
    try:
        record: Record = await action.work(Act(store, tx, action.name), *subject, **arguments)
    except Refusal as refusal:
        raise Refusal((_at_argument(action, f) for f in refusal.faults), refusal.current) from refusal
    tx.warnings = [_at_argument(action, f) for f in tx.warnings]
    return record


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question holds while it is answered: the actor, the day, and the store to read from."""

    store: "Store"
    actor: Actor

    @property
    def today(self) -> date:
        return self.store.database.clock.today()


async def answer(store: "Store", actor: Actor, question: Question, given: Mapping[str, Any]) -> list[Any] | None:
    """The rows that a question is answered with; None where its place is none that the actor may ask of.

    Raises Refusal with every fault of the arguments.
    """
    try:  # records are loaded within a transaction, and what is computed over many is read outside of it
        arguments = await store.database.transaction(lambda tx: accepted(store, actor, question, given), actor=actor)
    except Refusal as refusal:
        if any(found.code is Code.NOT_FOUND and found.path == (question.place,) for found in refusal.faults):
            return None
        raise
    place = arguments[question.place]
    if not may_act(actor, store.kind_of(type(place)), question.rule, place):
        return None
    rows: list[Any] = await question.answer(Asked(store, actor), **arguments)
    return rows


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


async def accepted(store: "Store", actor: Actor, verb: Action | Question, given: Mapping[str, Any]) -> dict[str, Any]:
    """The values of arguments that came from outside; raises Refusal with every fault of them."""
    reading = await store.reading()
    faults: list[Fault] = []
    arguments: dict[str, Any] = {}
    for name, declared in verb.arguments.items():
        if name not in given and name not in verb.required:
            continue
        may_name = partial(_may_name, actor, verb, name)
        (value,), problems = await _read(store, declared, [given.get(name)], reading, may_name)
        faults += [problem.under(name) for problem in problems.get(0, ())]
        if value is None and name in verb.required and not problems:
            faults.append(fault(Code.REQUIRED, name))
        arguments[name] = value
    if faults:
        raise Refusal(faults)
    return arguments


Problems = Mapping[int, list[Fault]]
"""What is wrong with values, by their places."""


MayName = Callable[[Kind, Any], bool]
"""Whether the actor may name a record."""


def _may_name(actor: Actor, verb: Action | Question, argument: str, kind: Kind, record: Any) -> bool:
    """Whether the actor may name a record as an argument: they see it, it was shared with them, or it is no secret."""
    if isinstance(verb, Action):
        is_shared = bool(verb.others) and record.id in actor.shared.get(kind.type_name, ())
        if is_shared or argument in verb.known:
            return True
    return may_act(actor, kind, kind.read, record)


async def _read(
    store: "Store",
    declared: Field[Any],
    given: Sequence[Any],
    reading: Reading,
    may_name: MayName,
) -> tuple[list[Any], Problems]:
    """What several values of one field stand for: relations are looked up together."""
    match declared:
        case One():
            return await _referred(store, declared, given, may_name)
        case Rows():
            read = [await _rows(store, declared, rows or (), reading, may_name) for rows in given]
            return [rows for rows, _ in read], {place: found for place, (_, found) in enumerate(read) if found}
        case Sealed():
            return list(given), {}  # its kind reads and seals it
    values, problems = [], {}
    for place, raw in enumerate(given):
        value, problem = accept(declared, raw, reading)
        values.append(value)
        if problem:
            problems[place] = [replace(problem, path=())]
    return values, problems


async def _referred(
    store: "Store", declared: One[Any], given: Sequence[Any], may_name: MayName
) -> tuple[list[Any], Problems]:
    kind = store.kind_of(declared.target)
    known = await load_by_id(kind, {identity for identity in given if identity is not None})
    seen = {identity: one for identity, one in known.items() if may_name(kind, one)}
    unknown = [place for place, identity in enumerate(given) if identity is not None and identity not in seen]
    problems = {place: [fault(Code.NOT_FOUND, kind=declared.words)] for place in unknown}
    return [seen.get(identity) for identity in given], problems


async def _rows(
    store: "Store",
    declared: Rows,
    given: Sequence[Mapping[str, Any]],
    reading: Reading,
    may_name: MayName,
) -> tuple[list[Any], list[Fault]]:
    """The rows of a list, and what is wrong with them, each fault at the row's place from 0 and its field."""
    if len(given) > declared.most:
        return [], [fault(Code.OUT_OF_RANGE, least=0, most=declared.most)]
    columns: dict[str, list[Any]] = {}
    faults: list[Fault] = []
    for name, field in declared.shape.fields.items():
        columns[name], problems = await _read(store, field, [row.get(name) for row in given], reading, may_name)
        for place, value in enumerate(columns[name]):
            if value is None and place not in problems and field.is_required(store.profile):
                faults.append(fault(Code.REQUIRED, str(place), name))
        faults += [problem.under(str(place), name) for place, found in problems.items() for problem in found]
    return [declared.shape(**{name: columns[name][place] for name in columns}) for place in range(len(given))], faults
