"""What of the catalogue depends on who asks: what they may read, do and bring, and what lists let them ask by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bureau.engine.groups import groupings
from bureau.engine.kinds import Kinds
from bureau.engine.scope import Sight
from bureau.graph.glossary.verbs import Verb
from bureau.kernel.actor import Actor
from bureau.kernel.field import One
from bureau.kernel.kind import Kind
from bureau.machinery.imports.permission import may_bring
from bureau.machinery.imports.running import import_file


@dataclass(frozen=True, slots=True)
class Rights:
    """What one who asks has; two with the same rights see one catalogue."""

    listed: frozenset[str]
    """The kinds of which they may read records from the root."""
    fields: frozenset[str]
    """The fields that they may read of any record at all, each as `Student.grade`."""
    verbs: frozenset[str]
    """The mutations that they may use somewhere."""
    brought: frozenset[str]
    """The kinds of which they may bring files."""
    sifted: frozenset[str]
    """The paths that lists and summaries let them filter, order and group by, each as `Student.person.name`."""


def rights_of(actor: Actor, kinds: Kinds, shown: Iterable[Kind], verbs: Iterable[Verb]) -> Rights:
    """The rights of an actor over the kinds that the catalogue shows."""
    shown, sight = tuple(shown), Sight(actor, kinds)
    listed = {kind for kind in shown if _is_listed(actor, kinds, kind)}
    met = _met(actor, kinds, listed)
    brings = actor.may_somewhere(import_file.rule)
    return Rights(
        frozenset(kind.type_name for kind in listed),
        frozenset(f"{kind.type_name}.{name}" for kind in met for name in _read(actor, kind)),
        frozenset(verb.name for verb in verbs if actor.may_somewhere(verb.rule)),
        frozenset(kind.type_name for kind in shown if brings and may_bring(actor, kind)),
        frozenset(f"{kind.type_name}.{path}" for kind in shown for path in _sifted(sight, kinds, kind)),
    )


def _is_listed(actor: Actor, kinds: Kinds, kind: Kind) -> bool:
    return any(actor.may_somewhere(concrete.read) for concrete in kinds.concrete(kind))


def _met(actor: Actor, kinds: Kinds, listed: Iterable[Kind]) -> set[Kind]:
    """The kinds of which they meet records: from the root, and of those that hang nowhere on the way from others."""
    found = set(listed)
    waiting = list(found)
    while waiting:
        kind = waiting.pop()
        read = set(_read(actor, kind))
        leads = [kinds.target(kind, name) for name in read if isinstance(kind.fields[name], One)]
        leads += [other for other, _, _ in kinds.back(kind)]
        for other in leads:
            hangs_nowhere = other.scope is None and not other.owner and actor.admits(other.read)
            if hangs_nowhere and other not in found:
                found.add(other)
                waiting.append(other)
    return found


def _read(actor: Actor, kind: Kind) -> Iterator[str]:
    for name, declared in kind.fields.items():
        if not declared.internal and (declared.read is None or actor.may_somewhere(declared.read)):
            yield name


def _sifted(sight: Sight, kinds: Kinds, kind: Kind) -> Iterator[str]:
    """As the engine decides it: by what not every row shows, and by what their token does not know of, nothing is
    filtered, ordered or grouped.
    """
    relations = (name for name, declared in kind.fields.items() if isinstance(declared, One))
    for path in {*kind.filter, *kind.order, *groupings(kind), *relations}:
        head = path.partition(".")[0]
        declared = kind.fields[head]
        is_known = not isinstance(declared, One) or sight.knows(kinds.target(kind, head))
        if is_known and sight.may_sift(declared.read, kind):
            yield path
