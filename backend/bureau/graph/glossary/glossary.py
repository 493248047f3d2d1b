"""What the catalogue says of a closed set of kinds: made once for each set of rights, and kept as it was asked for."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

import orjson

from bureau.engine.kinds import Kinds
from bureau.graph.glossary.entries import kind_entry
from bureau.graph.glossary.projection import Selected, plain, projected
from bureau.graph.glossary.rights import Rights, rights_of
from bureau.graph.glossary.shapes import CatalogueArea, CatalogueRole, label
from bureau.graph.glossary.verbs import Verb, verbs_of
from bureau.kernel.action import Action
from bureau.kernel.actor import Actor
from bureau.kernel.area import Area
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words

_SCOPES_KEPT = 10_000
_RIGHTS_KEPT = 1_000
_ENTRIES_KEPT = 10
"""A whole catalogue takes some megabytes in memory."""
_TEXTS_KEPT = 100
"""And half a megabyte as JSON."""

Roles = Mapping[str, Words]
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Glossary:
    """The entries of kinds and verbs, which stay as they are while the process lives."""

    def __init__(self, kinds: Kinds, actions: tuple[Action, ...], areas: Iterable[Area], profile: str) -> None:
        self._kinds = kinds
        self._areas = tuple(areas)
        self._profile = profile
        self._shown = [kind for kind in kinds.all if _is_shown(kinds, kind)]
        self._verbs = {kind: verbs_of(kind, actions, profile) for kind in self._shown}
        self._rights: OrderedDict[Hashable, Rights] = OrderedDict()
        self._same: OrderedDict[Rights, Rights] = OrderedDict()
        self._digests: OrderedDict[Rights, bytes] = OrderedDict()
        self._entries: OrderedDict[Rights, Sequence[Any]] = OrderedDict()
        self._texts: OrderedDict[Hashable, str] = OrderedDict()

    def text(self, actor: Actor, wanted: Selected, roles: Roles, names: Iterable[str] | None) -> str:
        """What is wanted of an actor's catalogue as JSON, of all kinds or of those of these names."""
        only = None if names is None else frozenset(names)
        rights = self._rights_of(actor)
        version = self._version(rights, roles)
        key = (rights, wanted, version, only)
        return _kept(self._texts, key, _TEXTS_KEPT, lambda: self._written(rights, wanted, version, roles, only))

    def verbs_of(self, kind: Kind) -> tuple[Verb, ...]:
        """The verbs of a kind."""
        return self._verbs[kind]

    def _rights_of(self, actor: Actor) -> Rights:
        def found() -> Rights:
            rights = rights_of(actor, self._kinds, self._shown, (v for verbs in self._verbs.values() for v in verbs))
            return _kept(self._same, rights, _RIGHTS_KEPT, lambda: rights)

        scope = (actor.scope, actor.account is None, actor.is_system, actor.narrowing)
        return _kept(self._rights, scope, _SCOPES_KEPT, found)

    def _version(self, rights: Rights, roles: Roles) -> str:
        def digest() -> bytes:
            return hashlib.sha256(orjson.dumps([self._kinds_for(rights), self._area_entries])).digest()

        of_kinds = _kept(self._digests, rights, _RIGHTS_KEPT, digest)
        of_roles = orjson.dumps([(code, *words) for code, words in roles.items()])
        return hashlib.sha256(of_kinds + of_roles).hexdigest()[:16]

    def _written(
        self, rights: Rights, wanted: Selected, version: str, roles: Roles, only: frozenset[str] | None
    ) -> str:
        said = {
            "__typename": "Catalogue",
            "version": version,
            "areas": self._area_entries,
            "kinds": [kind for kind in self._kinds_for(rights) if only is None or kind["name"] in only],
            "roles": [plain(CatalogueRole(name=code, label=label(words))) for code, words in roles.items()],
        }
        return orjson.dumps(projected(wanted, said)).decode()

    def _kinds_for(self, rights: Rights) -> Sequence[Any]:
        return _kept(
            self._entries, rights, _ENTRIES_KEPT, lambda: [plain(self._entry(kind, rights)) for kind in self._shown]
        )

    def _entry(self, kind: Kind, rights: Rights) -> Any:
        area = next((area.name for area in self._areas if kind in area.kinds), "")
        return kind_entry(kind, area, self._kinds, self._verbs[kind], rights, self._profile)

    @cached_property
    def _area_entries(self) -> Sequence[Any]:
        return [plain(CatalogueArea(name=area.name, label=label(area.words))) for area in self._areas]


def _is_shown(kinds: Kinds, kind: Kind) -> bool:
    """Whether the API has records of a kind: at its root, or as a list of others that it has."""
    leads = (other for other in kinds.all if any(listed is kind for listed, _, _ in kinds.back(other)))
    return kind.rooted or any(other is not kind and _is_shown(kinds, other) for other in leads)


def _kept(kept: "OrderedDict[K, V]", key: K, most: int, make: Callable[[], V]) -> V:
    """What is kept under a key, or made now and kept in place of what was not asked for longest."""
    if key in kept:
        kept.move_to_end(key)
        return kept[key]
    made = kept[key] = make()
    if len(kept) > most:
        kept.popitem(last=False)
    return made
