"""What the sender of a file may do with its rows: no more than by writing each of them by hand."""

from collections.abc import Iterable, Iterator
from typing import Any

from bureau.kernel.action import Action
from bureau.kernel.actor import Actor
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.storage.drafts import Draft
from bureau.storage.rights import may_act, may_place
from bureau.storage.rows import changes, differs
from bureau.storage.tables import Table


def may_bring(actor: Actor, kind: Kind) -> bool:
    """Whether the actor may bring a file of a kind at all; each row is judged by itself."""
    is_rooted = kind.rooted and not kind.abstract
    return is_rooted and actor.may_somewhere(kind.create | kind.file | kind.update)


def may_write(actor: Actor, draft: Draft, table: Table, verbs: Iterable[Action]) -> Fault | None:
    """Why a row's own record may not be written by the actor: it would lie elsewhere, it does so already, or what the
    row changes is for named `verbs`.
    """
    kind = draft.kind
    rule = kind.create | kind.file if draft.is_new else kind.update
    if not may_place(actor, draft, rule, table) or not (draft.is_new or may_act(actor, kind, rule, draft.before)):
        return fault(Code.FORBIDDEN)
    if draft.is_new:
        return None
    changed = next((name for name in changes(draft) if kind.fields[name].by_verbs), None)
    return fault(Code.BY_VERBS, changed, verbs=_that_change(kind, changed, verbs)) if changed else None


def _that_change(kind: Kind, name: str, verbs: Iterable[Action]) -> Words:
    """The verbs of a kind that are there to change a field: which must be given it, and no other of the record's."""
    own = {id(declared): name for name, declared in kind.fields.items()}
    found = [
        verb
        for verb in verbs
        if verb.kind is kind
        and verb.subject
        and verb.rule.admits_some
        and [own.get(id(verb.arguments[given])) for given in verb.required if id(verb.arguments[given]) in own]
        == [name]
    ]
    if not found:
        return Words("verbs", "专门操作")
    return Words(
        " or ".join(f"“{verb.words.en}” ({verb.field_name})" for verb in found),
        "或".join(f"“{verb.words.zh}”（{verb.field_name}）" for verb in found),
    )


def may_name(actor: Actor, draft: Draft, of: Any, relation: str) -> Iterator[Fault]:
    """Why a record that stands there already, such as a pupil's person, may not come with the row as it says.

    What the row would change is refused where the row's record `of` has it already. Otherwise it is named by its
    number and by what must agree; it then stays as it is, and where that does not agree, no more is told than that the
    number is taken.
    """
    kind = draft.kind
    if draft.faults or may_act(actor, kind, kind.update, draft.before):
        return
    changed = [name for name in draft.given if differs(draft, name)]
    if of is not None and of.__dict__.get(f"{relation}_id") == draft.before.id:
        for name in changed:
            yield fault(Code.FORBIDDEN, name)
    elif not set(kind.agree).isdisjoint(changed):
        yield fault(Code.DUPLICATE, kind.natural_key[0], kind=kind.words)
    else:
        _leave(draft, changed)


def _leave(draft: Draft, changed: Iterable[str]) -> None:
    """Let the record stay as it stands."""
    for name in changed:
        draft.given.discard(name)
        draft.clear.pop(name, None)
        for column in draft.kind.fields[name].columns:
            draft.record.__dict__[column.name] = draft.before.__dict__.get(column.name)
