"""What commands say, and which kinds they know."""

from collections.abc import Callable

from bureau import registry
from bureau.catalogue import AREAS
from bureau.graph.context import Services
from bureau.kernel.errors import CommandError, Refusal
from bureau.kernel.kind import Kind

Say = Callable[[str], None]
"""Tells the operator one line."""


def kind_called(services: Services, name: str) -> Kind:
    """The kind of a name as an operator writes it; raises CommandError, which names those there are."""
    kinds = {kind.name: kind for kind in services.kinds if kind.rooted and not kind.abstract}
    wanted = name.lower().replace("-", "_")
    if wanted not in kinds:
        raise CommandError(f"No kind “{name}”; there are {', '.join(sorted(kinds))}. 没有这种记录。")
    return kinds[wanted]


def said_of(refusal: Refusal) -> str:
    """Why something was refused, in a line."""
    return "; ".join(f"{'.'.join(f.path)}: {f.words.en}" for f in refusal.faults)


def held(services: Services) -> list[Kind]:
    """The kinds that make up the registry, and not the running of this bureau: no accounts, rights or settings."""
    own = {kind.name for part in (registry, *AREAS) for kind in part.KINDS}
    return [kind for kind in services.kinds if kind.name in own]
