"""The formats in which whole deliveries come and go, by name."""

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from bureau.engine.run import Engine
from bureau.kernel.kind import Kind
from bureau.machinery.interchange.clear import Clear
from bureau.machinery.interchange.edfi import read_edfi
from bureau.machinery.interchange.intake import Delivery
from bureau.machinery.interchange.oneroster import read_oneroster, write_oneroster
from bureau.machinery.interchange.profiles import profile
from bureau.machinery.interchange.registry import read_registry, write_registry
from bureau.machinery.interchange.scratch import Scratch
from bureau.machinery.interchange.tabular import read_tables
from bureau.storage.store import Store

Reader = Callable[[Sequence[Kind], Store, Path, Scratch], Delivery]
READERS: Mapping[str, Reader] = {
    "nias2": lambda kinds, store, path, scratch: read_tables(profile("nias2"), path, scratch, only="students"),
    "edfi": lambda kinds, store, path, scratch: read_edfi(profile("edfi"), path, scratch),
    "oneroster": read_oneroster,
    "registry": read_registry,
}
WRITERS = {"oneroster": write_oneroster, "registry": write_registry}


@contextlib.contextmanager
def delivered(name: str, kinds: Sequence[Kind], store: Store, path: Path) -> Iterator[Delivery]:
    """A delivery in the format of this name, read; what was read goes at the end. Raises CommandError."""
    with Scratch() as scratch:
        yield READERS[name](kinds, store, path, scratch)


async def deliver(
    name: str, engine: Engine, store: Store, kinds: Sequence[Kind], out: BinaryIO, clear: Clear | None = None
) -> None:
    """Write the records of these kinds in the format of this name."""
    await WRITERS[name](engine, store, kinds, out, clear)
