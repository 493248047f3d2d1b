"""Writes the case files anew: `python -m tests.engine.cases --write`."""

import os
import subprocess
import sys

if __name__ == "__main__":
    write = {"BUREAU_WRITE_CASES": "1"} if "--write" in sys.argv else {}
    command = [sys.executable, "-m", "pytest", "tests/engine/test_cases.py"]
    sys.exit(subprocess.run(command, env={**os.environ, **write}, check=False).returncode)
