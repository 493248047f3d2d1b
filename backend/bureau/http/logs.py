"""How the process logs: one JSON object a line; of errors where they came up, never the values they were about."""

import logging
import sys
from collections.abc import MutableMapping
from types import TracebackType
from typing import Any

import structlog

from bureau.kernel.traces import trace_of

Entry = MutableMapping[str, Any]


def _traced(logger: Any, method: str, entry: Entry) -> Entry:
    """Say where an error came up, in place of the error."""
    error = entry.pop("exc_info", None)
    if isinstance(error, tuple):
        error = error[1]
    elif error and not isinstance(error, BaseException):
        error = sys.exc_info()[1]
    if error:
        entry["exception"] = trace_of(error)
    return entry


def _first_line(logger: Any, method: str, entry: Entry) -> Entry:
    """Of what libraries say, the first line: further ones show objects, with all that they hold."""
    entry["event"] = str(entry["event"]).strip().partition("\n")[0]
    return entry


_STAMPS: list[structlog.typing.Processor] = [
    structlog.processors.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
_WRITTEN = structlog.processors.JSONRenderer(ensure_ascii=False)


def configure_logs() -> None:
    """Send logs to standard output; call once, before anything is logged."""
    structlog.configure(
        processors=[structlog.contextvars.merge_contextvars, *_STAMPS, _traced, _WRITTEN],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stdout),
        cache_logger_on_first_use=False,
    )


class LibraryFormatter(structlog.stdlib.ProcessorFormatter):
    """Writes what libraries log as the product's own lines are written."""

    def __init__(self) -> None:
        super().__init__(
            foreign_pre_chain=[*_STAMPS, _first_line],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _traced, _WRITTEN],
            keep_exc_info=True,
        )

    def formatException(  # noqa: N802 (logging's name)
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return trace_of(ei[1]) if ei[1] else ""


LIBRARIES: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"ours": {"()": "bureau.http.logs.LibraryFormatter"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "ours", "stream": "ext://sys.stdout"}},
    "root": {"handlers": ["out"], "level": "WARNING"},  # below it some log every statement with its values
    "loggers": {
        "uvicorn": {"level": "INFO", "propagate": True},
        "uvicorn.access": {"handlers": [], "propagate": False},  # addresses hold what was searched for
    },
}
"""How libraries log, in the words of `logging.config`."""
