"""The verbs of kinds as the catalogue has them: those that are derived, and those that are declared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bureau.graph.glossary.shapes import ActionVerb, CatalogueAction, CatalogueArgument, label
from bureau.graph.glossary.values import argument_entry
from bureau.graph.inputs import creatable, updatable
from bureau.graph.mutations import REASON
from bureau.kernel.action import Action
from bureau.kernel.field import Field, Numbered, Sealed
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule
from bureau.kernel.text import camel
from bureau.kernel.words import Words

PLAIN: Mapping[str, Words] = {
    "create": Words("New", "新建"),
    "update": Words("Change", "修改"),
    "void": Words("Make void", "作废"),
}
"""The verbs that are derived where a kind's rules admit anybody."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A mutation of a kind."""

    name: str
    kind: Kind
    rule: Rule
    sort: ActionVerb
    words: Words
    doc: str
    input: str
    acts: bool
    """Whether it acts on a record, which it names by its id."""
    arguments: tuple[CatalogueArgument, ...]
    opens: str | None = None
    """The field with a file that whoever may use it may open."""

    def entry(self, *, is_allowed: bool) -> CatalogueAction:
        """As the catalogue shows it to one who may use it or may not."""
        return CatalogueAction(
            name=self.name,
            label=label(self.words),
            description=self.doc,
            verb=self.sort,
            allowed=is_allowed,
            input=self.input,
            record=self.kind.singular,
            subject="id" if self.acts else None,
            has_expected_version=self.acts,
            opens=self.opens,
            arguments=list(self.arguments),
        )


def verbs_of(kind: Kind, actions: Iterable[Action], profile: str) -> tuple[Verb, ...]:
    """The verbs of a kind: create, update and void where there are any, then those that are declared for it, or for the
    kind it builds on.
    """
    declared = (_declared(action) for action in actions if action.kind in (kind, kind.base))
    return (*_derived(kind, profile), *declared)


def _derived(kind: Kind, profile: str) -> Iterator[Verb]:
    one, type_name = kind.label[0].lower(), kind.type_name
    if kind.create.admits_some:
        new = tuple(
            argument_entry(name, f, is_required=f.is_required(profile) and not isinstance(f, Numbered))
            for name, f in creatable(kind).items()
        )
        yield _plain(kind, ActionVerb.CREATE, f"A new {one}.", f"Create{type_name}Input", new)
    if kind.update.admits_some:
        changed = tuple(
            argument_entry(name, f, is_required=_stays(f, profile), path=camel(name))
            for name, f in updatable(kind).items()
        )
        yield _plain(kind, ActionVerb.UPDATE, f"Change values of the {one}.", f"Update{type_name}Input", changed)
    if kind.void.admits_some:
        why = (argument_entry("reason", REASON, is_required=True),)
        yield _plain(kind, ActionVerb.VOID, f"Make the {one} void; nothing is ever deleted.", "VoidInput", why)


def _stays(declared: Field[Any], profile: str) -> bool:
    """Whether a change may not clear a field; one that is sealed stays as it is where nothing is given."""
    return declared.is_required(profile) and not isinstance(declared, Sealed)


def _plain(kind: Kind, sort: ActionVerb, doc: str, given: str, arguments: tuple[CatalogueArgument, ...]) -> Verb:
    verb = sort.name.lower()
    rule: Rule = getattr(kind, verb)
    acts = sort is not ActionVerb.CREATE
    return Verb(f"{verb}{kind.type_name}", kind, rule, sort, PLAIN[verb], doc, given, acts, arguments)


def _declared(action: Action) -> Verb:
    arguments = tuple(
        argument_entry(name, declared, is_required=name in action.required)
        for name, declared in action.arguments.items()
    )
    return Verb(
        action.field_name,
        action.kind,
        action.rule,
        ActionVerb.OTHER,
        action.words,
        action.doc,
        action.input_name,
        bool(action.subject),
        arguments,
        camel(action.opens) if action.opens else None,
    )
