"""Whether a rule reaches a record: the writers' half of who may do what."""

from collections.abc import Mapping
from typing import Any

from bureau.kernel.actor import Actor
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.storage.drafts import Draft
from bureau.storage.rows import carry
from bureau.storage.tables import Table, headed_column, kin_column, owner_column, scope_columns


class Row:
    """A row, as rights look at it: some columns of a record that nobody loaded."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)


def columns_of(kind: Kind) -> tuple[str, ...]:
    """The columns of a row that rights look at."""
    owner, kin = owner_column(kind), kin_column(kind)
    named = [column.name for column in (owner, kin and kin[0], headed_column(kind)) if column]
    return tuple(dict.fromkeys(("id", *named, *(scope_columns(kind) or ()))))


def may_place(actor: Actor, draft: Draft, rule: Rule, table: Table) -> bool:
    """Whether `rule` lets the actor have a record where a draft would have it, as far as that is known."""
    carry(draft, table)
    return (draft.is_lost and actor.may_somewhere(rule)) or may_act(actor, draft.kind, rule, draft.record)


def may_act(actor: Actor, kind: Kind, rule: Rule, record: Any) -> bool:
    """Whether `rule` lets the actor act on a record, by the units it carries, or the account whose own it is."""
    owner, kin = owner_column(kind), kin_column(kind)
    if owner and actor.owns(rule, record.__dict__.get(owner.name)):
        return True
    if kin and actor.guards(rule, kin[1], record.__dict__.get(kin[0].name)):
        return True
    headed = headed_column(kind)
    if headed and actor.heads(rule, record.__dict__.get(headed.name)):
        return True
    columns = scope_columns(kind)
    if columns is None:
        return actor.sees_everything(rule)
    county, unit = (record.__dict__.get(column) for column in columns)
    return actor.reaches(rule, county, unit)
