"""A key file has one maker, however many begin at once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from bureau.storage.keyfile import key_file


def test_of_threads_that_make_one_file_all_read_what_stays_in_it(tmp_path: Path) -> None:
    makers = 8
    number = count()
    for turn in range(50):
        path, start = tmp_path / str(turn) / "a.key", threading.Barrier(makers)

        def made(path: Path = path, start: threading.Barrier = start) -> bytes:
            start.wait()
            return key_file(path, lambda: b"%d" % next(number))

        with ThreadPoolExecutor(makers) as pool:
            read = {task.result() for task in [pool.submit(made) for _ in range(makers)]}
        assert read == {path.read_bytes()}
        assert path.stat().st_mode & 0o777 == 0o600
        assert [file.name for file in path.parent.iterdir()] == ["a.key"]
