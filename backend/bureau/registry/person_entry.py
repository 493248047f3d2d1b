"""How somebody is entered who may stand in the register already in another part: a parent, a teacher (人员登记)."""

from typing import Any

from bureau.registry.person import Person
from bureau.storage.act import Act


async def enter_person(act: Act, **facts: Any) -> Person:
    """The person of these facts: who stands there under the same document, if all else agrees, otherwise a new one.

    Where it does not agree, the new one is refused as a DUPLICATE, which tells no more than that the number is taken.
    A person who has no phone yet gets the one that is given.
    """
    store, kind = act.store, act.store.kind_of(Person)
    if facts.get("document_number"):
        row = {"document_number": facts["document_number"]}
        (known,) = await store.existing(act.tx, kind, [row], await store.reading())
        if known is not None and all(getattr(known, name) == facts.get(name) for name in kind.agree):
            lacks_phone = facts.get("phone") and known.phone_mask is None
            return await act.change(known, phone=facts["phone"]) if lacks_phone else known
    return await act.create(Person, **facts)
