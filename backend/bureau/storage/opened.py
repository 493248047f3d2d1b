"""Sealed values in the clear: the one place where any are opened, by those who journalled that they would."""

from collections.abc import Mapping, Sequence

from bureau.kernel.field import Sealed
from bureau.kernel.kind import Kind
from bureau.storage.seal import sealed_place
from bureau.storage.sql import among
from bureau.storage.store import Store


async def opened(store: Store, kind: Kind, declared: Sealed, ids: Sequence[int]) -> Mapping[int, str]:
    """The values of one field by record, in the clear; where nothing is held, or the salt is destroyed, there is none.

    It asks for no right: call it after the transaction that decided, journalled and committed.
    """
    database = store.database
    condition, values = among(database.dialect, "t.id", ids)
    subject = f"{declared.subject}_id" if declared.subject else "id"
    holder = kind.fields[declared.subject].target.about.table if declared.subject else kind.table  # type: ignore[attr-defined]
    rows = await database.readers.fetch(
        f"""SELECT t.id, t.{declared.columns[0].name}, p.salt FROM {kind.table} AS t
        JOIN {holder} AS p ON p.id = t.{subject}
        WHERE t.{declared.columns[0].name} IS NOT NULL AND length(p.salt) > 0 AND {condition}""",
        values,
    )
    place = sealed_place(kind, declared)
    return {i: store.keyring.open(bytes(s), salt=bytes(salt), field=place, record_id=i) for i, s, salt in rows}
