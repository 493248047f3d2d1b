"""The third way to a sealed value: to have it in the clear, of one record, for a purpose."""

from bureau.access.restriction import restricted_records
from bureau.access.sealed_values import sealed_field, taken
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Coded, CodeTable, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.storage import journal
from bureau.storage.budget import debit, reveals
from bureau.storage.opened import opened
from bureau.storage.references import of_variant, standing
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction
from bureau.storage.ways import ways_to

PURPOSE = Coded(
    CodeTable("reveal_purpose", Words("Purpose of a reveal", "查看明文用途"), "Bureau"), "Purpose", "查看明文用途"
)
REASON = Text(200, "Reason", "事由")


async def grant_reveal(
    store: Store, tx: Transaction, kind: Kind, identity: int, name: str, purpose: str, reason: str
) -> int:
    """Note that a sealed field of a record is about to be opened, and count it; the id of the record it stands in.

    Raises Refusal: NOT_FOUND for a record that is not seen, FORBIDDEN for one that is seen by no right to reveal,
    VOIDED, RESTRICTED, REQUIRED for a field without a value, the faults of purpose and reason, BUDGET_SPENT.
    """
    declared = sealed_field(kind, name)
    (identity,) = (await standing(kind, [identity])).values()
    record = await of_variant(kind).filter(id=identity).first()
    if record is None or not await ways_to(store, tx, kind, [record], declared):
        raise refuse(Code.NOT_FOUND, "id", kind=kind.words)
    if not await ways_to(store, tx, kind, [record], declared, declared.reveal):
        raise refuse(Code.FORBIDDEN)
    if record.void_reason is not None:
        raise refuse(Code.VOIDED, "id")
    if await restricted_records(store, kind, [identity]):
        raise refuse(Code.RESTRICTED, "id")
    if record.__dict__[declared.columns[0].name] is None:
        raise refuse(Code.REQUIRED, "field")
    said = {"field": name, "purpose": await taken(store, PURPOSE, "purpose", purpose)}
    why = await taken(store, REASON, "reason", reason)
    await debit(tx, reveals(store.database.settings))
    await journal.write_journal(tx, [journal.Entry(journal.REVEAL, kind, identity, said, why)])
    return identity


async def reveal(store: Store, kind: Kind, identity: int, name: str) -> str | None:
    """The value in the clear, once `grant_reveal` is committed; None where it is gone meanwhile."""
    return (await opened(store, kind, sealed_field(kind, name), [identity])).get(identity)
