"""Kinds as entries of the catalogue: what each declares, as the one who asks may use it."""

import inspect
from collections.abc import Iterable

from bureau.engine.groups import group_name, groupings
from bureau.engine.kinds import Kinds
from bureau.engine.paging import order_name
from bureau.engine.titles import title
from bureau.graph.glossary.rights import Rights
from bureau.graph.glossary.shapes import CatalogueGrouping, CatalogueKind, CatalogueList, CatalogueOrder, Label, label
from bureau.graph.glossary.values import field_entry
from bureau.graph.glossary.verbs import Verb
from bureau.kernel.field import One
from bureau.kernel.kind import Kind
from bureau.kernel.text import camel
from bureau.kernel.words import Words


def kind_entry(
    kind: Kind, area: str, kinds: Kinds, verbs: Iterable[Verb], rights: Rights, profile: str
) -> CatalogueKind:
    """A kind, as one of these rights has it."""
    name = kind.type_name
    is_listed = kind.rooted and name in rights.listed

    def sifted(paths: Iterable[str]) -> list[str]:
        return [path for path in paths if f"{name}.{path}" in rights.sifted]

    return CatalogueKind(
        name=name,
        label=label(kind.words),
        label_plural=Label(en=kind.label[1], zh=kind.label[2]),
        description=inspect.cleandoc(kind.doc),
        area=area,
        singular=kind.singular if is_listed else None,
        plural=kind.plural if is_listed else None,
        title=[path_name(path) for path in title(kinds, kind)],
        columns=[path_name(path) for path in kind.list],
        variants=[k.type_name for k in kinds.concrete(kind)] if kind.abstract else [],
        is_personal=kind.personal,
        has_history=kind.history,
        can_import=name in rights.brought,
        is_searched=bool(kind.search),
        searched_by=_searched_by(kinds, kind),
        filter_type=f"{name}Filter",
        filters=[camel(path) for path in sifted(_filters(kind))],
        orders=[CatalogueOrder(name=order_name(path), path=path_name(path)) for path in sifted(kind.order)],
        groupings=[
            CatalogueGrouping(name=group_name(path), path=path_name(path), key=camel(path.replace(".", "_")))
            for path in sifted(groupings(kind))
        ],
        sums=[camel(path) for path in kind.sum],
        opens=camel(kind.opens) if kind.opens else None,
        lists=_lists(kinds, kind),
        fields=[
            field_entry(declared, profile, can_read=f"{name}.{field}" in rights.fields)
            for field, declared in kind.fields.items()
            if not declared.internal
        ],
        actions=[verb.entry(is_allowed=verb.name in rights.verbs) for verb in verbs],
    )


def path_name(path: str) -> str:
    """A path as the API writes it: `person.birthDate`."""
    return ".".join(map(camel, path.split(".")))


def _filters(kind: Kind) -> Iterable[str]:
    """The fields of its own that a kind's filter takes."""
    plain = (path for path in kind.filter if "." not in path)
    relations = (name for name, f in kind.fields.items() if isinstance(f, One) and not f.internal)
    return dict.fromkeys((*plain, *relations))


def _lists(kinds: Kinds, kind: Kind) -> list[CatalogueList]:
    back = ((other, declared.back) for other, _, declared in kinds.back(kind))
    return [
        CatalogueList(
            name=camel(named[0]),
            label=label(named[1]),
            target=other.type_name,
            summary=f"{camel(named[0])}Summary",
        )
        for other, named in back
        if named
    ]


def _searched_by(kinds: Kinds, kind: Kind) -> Label | None:
    words = tuple(_searched(kinds, kind))
    if not words:
        return None
    return Label(en=", ".join(w.en.lower() for w in words), zh="、".join(w.zh for w in words))


def _searched(kinds: Kinds, kind: Kind) -> Iterable[Words]:
    """The words of what the search box looks in; of a relation, those of what finds the related record."""
    found: dict[Words, None] = {}
    for name in kind.search:
        declared = kind.fields[name]
        inner = _searched(kinds, kinds.target(kind, name)) if isinstance(declared, One) else (declared.words,)
        found |= dict.fromkeys(inner)
    return found
