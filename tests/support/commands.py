"""The command as an operator runs it: each in a process of its own, forked from one that has loaded the product before.

Loading takes longer than most commands do, and what is loaded is the same for all.
"""

import atexit
import json
import os
import subprocess
import sys
import traceback
from functools import cache
from pathlib import Path
from typing import IO, Any

from bureau.settings import __file__ as under_test

_CODE = str(Path(under_test).parents[1])
_SET = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", "PYTHONPATH": _CODE}


def bureau(*arguments: str, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the command in a directory of its own, with nothing set but what is said."""
    server = _server()
    assert server.stdin
    assert server.stdout
    said = cwd / ".said"
    asked = {"arguments": arguments, "cwd": str(cwd), "environment": {**_SET, **environment}, "said": str(said)}
    server.stdin.write(json.dumps(asked) + "\n")
    server.stdin.flush()
    code = int(server.stdout.readline())
    out, err = (said.with_suffix(f".{name}") for name in ("out", "err"))
    told = subprocess.CompletedProcess(list(arguments), code, out.read_text("utf-8"), err.read_text("utf-8"))
    out.unlink()
    err.unlink()
    return told


@cache
def _server() -> "subprocess.Popen[str]":
    root = Path(__file__).parents[2]
    server = subprocess.Popen(
        [sys.executable, "-m", __name__],
        cwd=root,
        env={**_SET, "PYTHONPATH": f"{_CODE}:{root}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(server.kill)
    return server


def _serve(asked: IO[str]) -> None:
    import bureau.cli
    import bureau.commands.accounts
    import bureau.commands.exporting
    import bureau.commands.importing
    import bureau.commands.trails

    for line in iter(asked.readline, ""):
        child = os.fork()
        if child == 0:
            _run(json.loads(line), bureau.cli.main)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _run(asked: dict[str, Any], main: Any) -> None:
    """Be the command, and end."""
    code = 0
    try:
        for number, name in ((1, "out"), (2, "err")):
            file = os.open(f"{asked['said']}.{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(file, number)
        os.environ.clear()
        os.environ.update(asked["environment"])
        os.chdir(asked["cwd"])
        sys.argv = ["bureau", *asked["arguments"]]
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve(sys.stdin)
