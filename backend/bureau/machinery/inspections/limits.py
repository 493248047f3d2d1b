"""The numbers by which inspections are timed, as they hold on a day."""

from datetime import date

from bureau.registry.standards import standard


def limit(name: str, day: date) -> int:
    """A number of `data/standards.csv`."""
    found = standard(name, day, package="bureau.machinery.inspections")
    assert found is not None, name
    return int(found.value)
