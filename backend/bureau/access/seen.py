"""A record that somebody names by its id, where they see it by their own rights."""

from collections.abc import Callable
from typing import Any

from bureau.engine.kinds import parse_id
from bureau.kernel.kind import Kind
from bureau.storage.act import Act
from bureau.storage.references import load_by_id
from bureau.storage.rights import may_act


async def seen_record(act: Act, identity: str, is_sought: Callable[[Kind], bool]) -> tuple[Kind, Any] | None:
    """The live record of an id and its kind, if it is one of those sought; None where the actor sees no such one."""
    name, number = parse_id(identity) or ("", 0)
    for kind in act.store.kinds:
        if kind.type_name == name and not kind.abstract and is_sought(kind):
            record = (await load_by_id(kind, [number])).get(number)
            return (kind, record) if record is not None and may_act(act.actor, kind, kind.read, record) else None
    return None
