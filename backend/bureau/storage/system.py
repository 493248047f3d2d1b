"""The tables storage keeps for itself: journal, read log, idempotency keys, counters, keys of other systems."""

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
    append_only=True,
)
"""Who did what to which record, in the transaction that did it; sealed values never enter `changes`."""

JOURNAL_BLOCK = Table(
    "journal_block",
    (
        Column("number", ColumnType.INTEGER),
        Column("first_position", ColumnType.INTEGER),
        Column("last_position", ColumnType.INTEGER),
        Column("entries", ColumnType.INTEGER),
        Column("previous", ColumnType.BYTES),
        Column("head", ColumnType.BYTES),
        Column("sealed_at", ColumnType.MOMENT),
        Column("key_id", ColumnType.PLAIN),
        Column("signature", ColumnType.BYTES),
        Column("hashes", ColumnType.BYTES),
    ),
    (Index("journal_block", ("number",), unique=True),),
    history=False,
    append_only=True,
)
"""The journal, sealed: each block covers the entries up to a position and signs them and all blocks before it."""

READ_DOCUMENT = Table(
    "read_document",
    (
        Column("digest", ColumnType.BYTES),
        Column("text", ColumnType.TEXT),
    ),
    (Index("read_document", ("digest",), unique=True),),
    history=False,
    append_only=True,
)
"""The documents, and commands, by which persons' records were read, each once, under the SHA-256 of its text."""

READ_LOG = Table(
    "read_log",
    (
        Column("id", ColumnType.ID),
        Column("at", ColumnType.MOMENT),
        Column("position", ColumnType.INTEGER, null=True),
        Column("account_id", ColumnType.ID, null=True),
        Column("actor", ColumnType.TEXT),
        Column("grants", ColumnType.JSON),
        Column("document", ColumnType.BYTES),
        Column("operation", ColumnType.TEXT, null=True),
        Column("variables", ColumnType.JSON),
        Column("record", ColumnType.TEXT, null=True),
        Column("language", ColumnType.TEXT),
        Column("request_id", ColumnType.TEXT),
    ),
    (Index("read_log", ("at",)), Index("read_log", ("account_id", "at"))),
    history=False,
    append_only=True,
)
"""Who read records of persons, by what and under which grants, so that it can be asked again what they saw."""

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

REPLACED_SEAL = Table(
    "replaced_seal",
    (
        Column("position", ColumnType.INTEGER),
        Column("table_name", ColumnType.PLAIN),
        Column("record_id", ColumnType.ID),
        Column("field", ColumnType.PLAIN),
        Column("sealed", ColumnType.BYTES, null=True),
    ),
    (Index("replaced_seal", ("position",)),),
    history=False,
)
"""Sealed values that were replaced by what may be undone; the same salt opens and erases them. History has none."""

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

BUDGET = Table(
    "budget",
    (
        Column("account_id", ColumnType.ID),
        Column("name", ColumnType.PLAIN),
        Column("since", ColumnType.DATE),
        Column("spent", ColumnType.INTEGER),
    ),
    (Index("budget", ("account_id", "name", "since"), unique=True),),
    history=False,
)
"""What accounts have spent of what they may ask, by thing and by the first day of the period."""

MERGE_STEPS = Table(
    "merge_steps",
    (Column("merge_id", ColumnType.ID), Column("steps", ColumnType.JSON)),
    (Index("merge_steps", ("merge_id",), unique=True),),
    history=False,
)
"""What a merge did, step by step, so that it can be undone. Sealed values in it are sealed as they were."""

MATCH_KEY = Table(
    "match_key",
    (
        Column("key", ColumnType.INTEGER),
        Column("person_id", ColumnType.ID),
        Column("is_resident", ColumnType.BOOLEAN),
    ),
    (Index("match_key", ("key", "person_id", "is_resident")),),
    history=False,
)
"""What persons who may be one have in common, as digests: a name and a birthday, written in several ways. It is made
anew by each search for duplicates."""

SOURCED_KEY = Table(
    "sourced_key",
    (
        Column("system", ColumnType.TEXT),
        Column("held_in", ColumnType.PLAIN),
        Column("key", ColumnType.TEXT),
        Column("record_id", ColumnType.ID),
    ),
    (Index("sourced_key", ("system", "held_in", "key"), unique=True), Index("sourced_key", ("held_in", "record_id"))),
    history=False,
)
"""By which key another system knows a record of ours, so that its next file finds it; `held_in` is our table."""

TABLES = (
    JOURNAL,
    JOURNAL_BLOCK,
    READ_DOCUMENT,
    READ_LOG,
    IDEMPOTENCY,
    REPLACED_SEAL,
    RECORDED,
    COUNTER,
    BUDGET,
    MERGE_STEPS,
    MATCH_KEY,
    SOURCED_KEY,
)
