"""How tests of student status do what a procedure does in the end, and how they look at what became of a pupil."""

from collections.abc import Mapping, Sequence
from typing import Any

from bureau.kernel.action import Action
from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.errors import Refusal
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.record import Record
from bureau.storage.transaction import Transaction
from tests.support.api import Api

PUPIL = """query($id: ID!) { student(id: $id) {
    status grade { code } school { name } schoolClass { name } seatNumber boarding { code }
    enrolments(orderBy: PERIOD_ASC) { nodes { school { name } period { from until } entryGrade { code } entryWay { code } endedBy { code } } }
    statusChanges(orderBy: EFFECTIVE_ON_ASC) { nodes { category { code } effectiveOn fromStatus toStatus
        fromSchool { name } toSchool { name } fromGrade { code } toGrade { code } fromClass { name } toClass { name } reason approvalNumber } }
} }"""


async def pupil(api: Api, student: int) -> Any:
    """A pupil with all stays and changes."""
    return (await api.data(PUPIL, id=f"Student:{student}"))["student"]


async def changes(api: Api, student: int) -> list[str]:
    """The codes of what became of a pupil, in the order of days."""
    return [node["category"]["code"] for node in (await pupil(api, student))["statusChanges"]["nodes"]]


async def carry_out(api: Api, verb: Action, student: int, **given: Any) -> list[tuple[str, str]]:
    """Do an outcome as the last decision of its case does; each fault as code and field. Ids stand for records."""
    store = api.services.store

    async def work(tx: Transaction) -> None:
        query: Any = Student.filter(id=student)
        held = await (query.select_for_update() if tx.dialect == "postgres" else query).get()
        await verb.work(Act(store, tx, verb.name), held, **await loaded(verb, given))

    try:
        await store.database.transaction(work, actor=api.actor)
    except Refusal as refusal:
        return [(found.code, found.path[0] if found.path else "") for found in refusal.faults]
    return []


async def looked_at(api: Api, verb: Action, items: Sequence[Mapping[str, Any]]) -> list[dict[str, Verdict]]:
    """What the checks of a verb find of several inputs at once, by rule."""
    store = api.services.store

    async def work(tx: Transaction) -> Sequence[Sequence[Finding]]:
        assert verb.checks is not None
        inputs = [
            {
                "student": await Student.get(id=item["student"]),
                **await loaded(verb, {k: v for k, v in item.items() if k != "student"}),
            }
            for item in items
        ]
        return await verb.checks(Act(store, tx, verb.name), inputs)

    found = await store.database.transaction(work, actor=api.actor)
    return [{one.code: one.verdict for one in findings} for findings in found]


async def loaded(verb: Action, given: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments as a verb has them: ids of relations become records."""
    values = dict(given)
    for name, value in given.items():
        target = getattr(verb.arguments[name], "target", None)
        if isinstance(value, int) and isinstance(target, type) and issubclass(target, Record):
            values[name] = await target.filter(id=value).get()  # type: ignore[attr-defined]
    return values
