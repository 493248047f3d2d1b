"""The public data sets that some tests read: they lie beside the project and are no part of it."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("BUREAU_SHARED", Path(__file__).parents[3] / "shared")) / "data"

needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the public data sets are not beside the project (BUREAU_SHARED)"
)
