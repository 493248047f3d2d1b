"""Key files: made on first use, complete or not at all, and read by their owner alone."""

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def key_file(path: Path, fresh: Callable[[], bytes]) -> bytes:
    """What the file holds; `fresh` says what a missing one begins with, and of several makers one prevails."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(fresh())
        with contextlib.suppress(FileExistsError):  # another maker was there first
            os.link(draft, path)
        Path(draft).unlink()
    return path.read_bytes()
