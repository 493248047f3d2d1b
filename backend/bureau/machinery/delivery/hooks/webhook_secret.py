"""The secrets of webhooks: made here, shown once, kept sealed; two are good for a while when one is renewed."""

import base64
import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bureau.kernel.field import Column, ColumnType
from bureau.machinery.delivery.hooks.webhook import Webhook, webhook
from bureau.machinery.delivery.pauses import number
from bureau.storage.journal import Entry, write_journal
from bureau.storage.seal import Keyring, new_salt
from bureau.storage.sql import among
from bureau.storage.store import Store
from bureau.storage.tables import Index, Table
from bureau.storage.transaction import Transaction

WEBHOOK_SECRET = Table(
    "webhook_secret",
    (
        Column("webhook_id", ColumnType.ID, references="webhook"),
        Column("salt", ColumnType.BYTES),
        Column("sealed", ColumnType.BYTES),
        Column("made_at", ColumnType.MOMENT),
        Column("good_until", ColumnType.MOMENT, null=True),
    ),
    (Index("webhook_secret", ("webhook_id",)),),
    history=False,
    removed_by="DELETE",
)
"""The sealed secrets by which messages to webhooks are signed; one that was renewed says until when it is good."""

_PLACE = "webhook.secret"
_BYTES = 32
"""Standard Webhooks: between 24 and 64."""
_VERB = "renew_webhook_secret"


async def renew(store: Store, tx: Transaction, held: Webhook) -> str:
    """Make a new secret of a webhook, which nobody can show again; the one before signs beside it for a while."""
    secret, salt = f"whsec_{base64.b64encode(secrets.token_bytes(_BYTES)).decode()}", new_salt()
    sealed = store.keyring.seal(secret, salt=salt, field=_PLACE, record_id=held.id)
    until = tx.now() + timedelta(hours=number("secret_overlap", tx.clock.today()))
    await tx.fetch("DELETE FROM webhook_secret WHERE webhook_id = $1 AND good_until IS NOT NULL", held.id)
    await tx.fetch("UPDATE webhook_secret SET good_until = $2 WHERE webhook_id = $1", held.id, until)
    columns = ("webhook_id", "salt", "sealed", "made_at")
    await tx.insert(WEBHOOK_SECRET.name, columns, [(held.id, salt, sealed, tx.now())])
    await write_journal(tx, [Entry(_VERB, webhook, held.id)])
    return secret


async def secrets_of(tx: Transaction, keyring: Keyring, hooks: Sequence[int]) -> Mapping[int, list[str]]:
    """By webhook, the secrets that are good now, the newest first; none for one that never had any."""
    of, ids = among(tx.dialect, "webhook_id", hooks)
    rows = await tx.fetch(
        f"SELECT webhook_id, salt, sealed FROM webhook_secret WHERE {of}"
        f" AND (good_until IS NULL OR good_until > ${len(ids) + 1}) ORDER BY good_until IS NULL DESC",
        *ids,
        tx.now(),
    )
    found: dict[int, list[str]] = {}
    for hook, salt, sealed in map(tuple, rows):
        clear = keyring.open(bytes(sealed), salt=bytes(salt), field=_PLACE, record_id=hook)
        found.setdefault(hook, []).append(clear)
    return found
