"""The tables storage keeps for itself: the journal, the idempotency keys and the counters."""

from bureau.kernel.field import Column, ColumnType
from bureau.storage.tables import Index, Table

JOURNAL = Table(
    "journal",
    (
        Column("id", ColumnType.ID),
        Column("position", ColumnType.INTEGER),
        Column("at", ColumnType.MOMENT),
        Column("account_id", ColumnType.ID, null=True),
        Column("actor", ColumnType.TEXT),
        Column("verb", ColumnType.PLAIN),
        Column("kind", ColumnType.PLAIN),
        Column("record_id", ColumnType.ID, null=True),
        Column("changes", ColumnType.JSON, null=True),
        Column("reason", ColumnType.TEXT, null=True),
        Column("request_id", ColumnType.PLAIN),
    ),
    (Index("journal", ("kind", "record_id", "id")), Index("journal", ("position",))),
    history=False,
)
"""Who did what to which record, in the transaction that did it; sealed values never enter `changes`."""

IDEMPOTENCY = Table(
    "idempotency",
    (
        Column("id", ColumnType.ID),
        Column("actor", ColumnType.TEXT),
        Column("mutation", ColumnType.PLAIN),
        Column("key", ColumnType.TEXT),
        Column("input_digest", ColumnType.BYTES),
        Column("record_id", ColumnType.ID, null=True),
        Column("faults", ColumnType.JSON, null=True),
        Column("at", ColumnType.MOMENT),
    ),
    (
        Index("idempotency", ("actor", "mutation", "key"), unique=True),
        Index("idempotency", ("at",)),
    ),
    history=False,
)
"""What a repeated write under the same key answers; kept for 30 days."""

RECORDED = Table(
    "recorded",
    (Column("position", ColumnType.INTEGER), Column("at", ColumnType.MOMENT)),
    (Index("recorded", ("at", "position")),),
    history=False,
)
"""When, by the database's clock, each transaction that changed something was given its position."""

COUNTER = Table(
    "counter",
    (Column("name", ColumnType.PLAIN), Column("value", ColumnType.INTEGER)),
    (Index("counter", ("name",), unique=True),),
    history=False,
)
"""The last number given out, by name of the series."""

TABLES = (JOURNAL, IDEMPOTENCY, RECORDED, COUNTER)
