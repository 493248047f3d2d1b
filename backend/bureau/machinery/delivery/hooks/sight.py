"""What the owner of a webhook sees: the same rules, compiled to the same SQL, as for every query."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import orjson

from bureau.access.actors import actor_by, actor_of
from bureau.engine.run import Engine
from bureau.engine.selection import Leaf, Shape, Watched
from bureau.kernel.actor import Actor
from bureau.kernel.errors import NotAllowed
from bureau.kernel.kind import Kind
from bureau.storage.database import Database

AT_ONCE = 1000
"""Records that one statement looks at."""


async def actor_for(database: Database, owner: int, token: int | None) -> Actor | None:
    """By whose rights a webhook is told; None where the account is closed or the token has ended."""
    return await actor_of(database, owner) if token is None else await actor_by(database, token)


async def versions_seen(
    engine: Engine, actor: Actor, records: Iterable[tuple[Kind, int]]
) -> Mapping[tuple[Kind, int], int]:
    """The versions of those of some records that the actor sees now, void ones too; those not seen are left out."""
    of: dict[Kind, set[int]] = defaultdict(set)
    for kind, identity in records:
        of[kind].add(identity)
    found: dict[tuple[Kind, int], int] = {}
    for kind, ids in of.items():
        shape = Shape(((kind, (Leaf("version", "version"),)),))
        try:
            plan = engine.plan_changes(Watched(kind, None, (shape,)), actor, "en")
        except NotAllowed:
            continue
        wanted = sorted(ids)
        for start in range(0, len(wanted), AT_ONCE):
            marks = [(identity, 0) for identity in wanted[start : start + AT_ONCE]]
            seen = await engine.changed(plan, marks, {}, actor)
            found |= {(kind, identity): orjson.loads(said[0])["version"] for identity, said in seen.now.items()}
    return found
