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
        Column("beyond", ColumnType.JSON, null=True),
        Column("token_id", ColumnType.ID, null=True),
    ),
    (Index("read_log", ("at",)), Index("read_log", ("account_id", "at"))),
    history=False,
    append_only=True,
)
"""Who read records of persons, by what and under which grants, so that it can be asked again what they saw; `beyond`
is what else they saw by: as guardians, by shares, by what roles of the bureau's own are given."""

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
    removed_by="DELETE",
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
    removed_by="DELETE",
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

SIGN_IN_ATTEMPT = Table(
    "sign_in_attempt",
    (
        Column("name", ColumnType.PLAIN),
        Column("network", ColumnType.PLAIN),
        Column("tries", ColumnType.INTEGER),
        Column("last_at", ColumnType.MOMENT),
        Column("until", ColumnType.MOMENT),
    ),
    (Index("sign_in_attempt", ("name", "network"), unique=True), Index("sign_in_attempt", ("last_at",))),
    history=False,
    removed_by="DELETE",
)
"""How often a name, kept as a keyed digest, was tried from a network since somebody last signed in with it there, and
until when it must wait."""

TOTP = Table(
    "totp",
    (
        Column("account_id", ColumnType.ID),
        Column("salt", ColumnType.BYTES),
        Column("sealed", ColumnType.BYTES),
        Column("begun_at", ColumnType.MOMENT),
        Column("confirmed_at", ColumnType.MOMENT, null=True),
        Column("step", ColumnType.INTEGER),
    ),
    (Index("totp", ("account_id",), unique=True),),
    history=False,
    removed_by="DELETE",
)
"""The sealed secret of an account's authenticator, which counts once it is confirmed, and the step of the last code
that was taken, so that none is taken twice."""

RECOVERY_CODE = Table(
    "recovery_code",
    (
        Column("account_id", ColumnType.ID),
        Column("digest", ColumnType.PLAIN),
        Column("used_at", ColumnType.MOMENT, null=True),
    ),
    (Index("recovery_code", ("account_id", "digest"), unique=True),),
    history=False,
    removed_by="DELETE",
)
"""What opens once in place of an authenticator's code; only digests are kept."""

PASSKEY = Table(
    "passkey",
    (
        Column("id", ColumnType.ID),
        Column("account_id", ColumnType.ID),
        Column("credential_id", ColumnType.BYTES),
        Column("public_key", ColumnType.BYTES),
        Column("sign_count", ColumnType.INTEGER),
        Column("is_backed_up", ColumnType.BOOLEAN),
        Column("transports", ColumnType.PLAIN),
        Column("domain", ColumnType.PLAIN),
        Column("name", ColumnType.TEXT),
        Column("added_at", ColumnType.MOMENT),
        Column("used_at", ColumnType.MOMENT, null=True),
    ),
    (Index("passkey", ("credential_id",), unique=True), Index("passkey", ("account_id",))),
    history=False,
    removed_by="DELETE",
)
"""The passkeys of accounts (WebAuthn): the public key, how often the authenticator said that it was used, by which ways
it is reached, and for which domain it was made."""

PASSKEY_HOLDER = Table(
    "passkey_holder",
    (Column("account_id", ColumnType.ID), Column("handle", ColumnType.BYTES)),
    (Index("passkey_holder", ("account_id",), unique=True), Index("passkey_holder", ("handle",), unique=True)),
    history=False,
)
"""The random handle by which authenticators know an account, which says nothing of whose it is."""

SPENT_CHALLENGE = Table(
    "spent_challenge",
    (Column("digest", ColumnType.BYTES), Column("until", ColumnType.MOMENT)),
    (Index("spent_challenge", ("digest",), unique=True), Index("spent_challenge", ("until",))),
    history=False,
    removed_by="DELETE",
)
"""Challenges that a known passkey answered, until they would have expired; none is answered twice."""

REFRESH_TOKEN = Table(
    "refresh_token",
    (
        Column("session_id", ColumnType.ID),
        Column("digest", ColumnType.PLAIN),
        Column("made_at", ColumnType.MOMENT),
        Column("used_at", ColumnType.MOMENT, null=True),
    ),
    (Index("refresh_token", ("digest",), unique=True), Index("refresh_token", ("made_at",))),
    history=False,
    removed_by="DELETE",
)
"""The refresh tokens of sessions on devices; those that were used are kept, so that one that comes again is known."""

PROVIDER_REPLY = Table(
    "provider_reply",
    (Column("digest", ColumnType.PLAIN), Column("at", ColumnType.MOMENT)),
    (Index("provider_reply", ("digest",), unique=True), Index("provider_reply", ("at",))),
    history=False,
    removed_by="DELETE",
)
"""The replies of the identity provider that came lately, so that none is taken twice; only digests are kept."""

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
    removed_by="TRUNCATE",
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
    SIGN_IN_ATTEMPT,
    TOTP,
    RECOVERY_CODE,
    PASSKEY,
    PASSKEY_HOLDER,
    SPENT_CHALLENGE,
    REFRESH_TOKEN,
    PROVIDER_REPLY,
    MERGE_STEPS,
    MATCH_KEY,
    SOURCED_KEY,
)
