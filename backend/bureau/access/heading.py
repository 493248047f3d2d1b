"""Head teachers as users: the classes that an account's own person heads (班主任)."""

from bureau.storage.database import Database

_HEADED = """
SELECT c.id FROM account a JOIN teacher t ON t.person_id = a.person_id JOIN school_class c ON c.head_teacher_id = t.id
WHERE a.id = $1 AND a.void_reason IS NULL AND t.void_reason IS NULL AND c.void_reason IS NULL
    AND t.status = 'IN_POST' AND (c.ended_on IS NULL OR c.ended_on > $2)
ORDER BY c.id"""


async def headed_by(database: Database, account: int) -> tuple[int, ...]:
    """The classes whose head teacher an account's person is today, while they are in post."""
    rows = await database.readers.fetch(_HEADED, [account, database.clock.today()], steady=True)
    return tuple(row[0] for row in rows)
