"""Whether a rule reaches a record: the writers' half of who may do what."""

from typing import Any

from bureau.kernel.actor import Actor
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.storage.drafts import Draft
from bureau.storage.rows import carry
from bureau.storage.tables import Table, scope_columns


def may_place(actor: Actor, draft: Draft, rule: Rule, table: Table) -> bool:
    """Whether `rule` lets the actor have a record where a draft would have it, as far as that is known."""
    carry(draft, table)
    return (draft.is_lost and actor.may_somewhere(rule)) or may_act(actor, draft.kind, rule, draft.record)


def may_act(actor: Actor, kind: Kind, rule: Rule, record: Any) -> bool:
    """Whether `rule` lets the actor act on a record, by the units it carries, or the account whose own it is."""
    if kind.owner and actor.owns(rule, record.__dict__.get(kind.fields[kind.owner].column.name)):
        return True
    columns = scope_columns(kind)
    if columns is None:
        return actor.sees_everything(rule)
    county, unit = (record.__dict__.get(column) for column in columns)
    return actor.reaches(rule, county, unit)
