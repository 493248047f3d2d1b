"""A bureau of the generic profile, empty but for its root, into which others deliver."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bureau.catalogue import Catalogue
from bureau.commands.importing import import_delivery
from bureau.graph.context import Services
from bureau.main import opened
from tests.support import databases


@pytest.fixture
async def elsewhere(server: databases.Server, template: str, parts: Catalogue) -> AsyncIterator[Services]:
    async with databases.database(server, template) as name:
        async with opened(server.settings(name, profile="generic"), parts) as services:
            yield services


async def delivered(services: Services, format_: str, path: Path, **how: bool) -> list[str]:
    """What is said of a delivery that is imported."""
    said: list[str] = []
    await import_delivery(services, format_, path, None, said.append, **how)
    return said
