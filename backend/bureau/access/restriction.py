"""A restriction: the data of a person are kept and no longer used where no law asks for it (限制处理)."""

from collections.abc import Iterable
from typing import Annotated

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Moment, One, Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level
from bureau.registry.person import Person
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.store import Store
from bureau.storage.subjects import persons_of


class ProcessingRestriction(Record):
    """That of a person nothing is shown in the clear, shared or handed out until it is ended.

    It takes the place of an erasure where records must be kept (个人信息保护法 art. 47). What the law asks of the
    registers goes on.
    """

    person = One(Person, "Person", "人员", back=("restrictions", "Restrictions", "限制处理"))
    reason = Text(500, "Reason", "事由", lines=True)
    begun_at = Moment("Begun at", "开始时间")
    begun_by = Text(60, "Begun by", "登记人")
    ended_at = Moment("Ended at", "解除时间").optional()
    ended_by = Text(60, "Ended by", "解除人").optional()
    end_reason = Text(500, "Why it was ended", "解除事由", lines=True).optional()


_KEEPER = rules.identity.at(Level.CITY)

processing_restriction = Kind(
    ProcessingRestriction,
    label=("Processing restriction", "Processing restrictions", "限制处理"),
    personal=True,
    read=_KEEPER,
    title=("person.name", "begun_at"),
    list=("person.name", "reason", "begun_at", "ended_at"),
    order=("begun_at",),
    filter=("begun_at", "ended_at"),
)


@action(processing_restriction, _KEEPER, label=("Restrict processing", "限制处理"))
async def restrict_processing(
    act: Act,
    *,
    person: Annotated[Person, ProcessingRestriction.person],
    reason: Annotated[str, ProcessingRestriction.reason],
) -> ProcessingRestriction:
    """Let nothing of a person be shown in the clear, shared or handed out any more, until it is ended."""
    if await restricted([person.id]):
        raise refuse(Code.DUPLICATE, "person", kind=processing_restriction.words)
    return await act.create(
        ProcessingRestriction, person=person, reason=reason, begun_at=act.tx.now(), begun_by=act.actor.name
    )


@action(processing_restriction, _KEEPER, label=("End restriction", "解除限制"))
async def end_restriction(
    act: Act,
    restriction: ProcessingRestriction,
    *,
    reason: Annotated[str, ProcessingRestriction.end_reason],
) -> ProcessingRestriction:
    """End a restriction."""
    if restriction.ended_at is not None:
        raise refuse(Code.ENDED, "id", kind=processing_restriction.words)
    return await act.change(restriction, ended_at=act.tx.now(), ended_by=act.actor.name, end_reason=reason)


async def restricted(persons: Iterable[int]) -> set[int]:
    """Those of some persons whose data are restricted."""
    held = ProcessingRestriction.filter(person_id__in=list(persons), ended_at__isnull=True, void_reason__isnull=True)
    return {person for (person,) in await held.values_list("person_id")}


async def restricted_records(store: Store, kind: Kind, ids: Iterable[int]) -> set[int]:
    """Those of some records of a kind that are about persons whose data are restricted."""
    about = await persons_of(store, kind, ids)
    held = await restricted(set().union(*about.values()) if about else ())
    return {identity for identity, persons in about.items() if persons & held}
