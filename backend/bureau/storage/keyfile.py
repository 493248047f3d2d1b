"""Key files: made on first use, complete or not at all, and read by their owner alone."""

import contextlib
import os
from collections.abc import Callable
from pathlib import Path


def key_file(path: Path, fresh: Callable[[], bytes]) -> bytes:
    """What the file holds; `fresh` says what a missing one begins with, and of several makers one prevails."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(fresh())
        with contextlib.suppress(FileExistsError):  # another process made it in this very moment
            os.link(draft, path)
        draft.unlink()
    return path.read_bytes()
