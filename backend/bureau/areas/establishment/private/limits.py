"""The numbers of private schools as they hold on a day."""

from datetime import date

from bureau.registry.stages import stages
from bureau.registry.standards import standard

PACKAGE = "bureau.areas.establishment.private"
_STAGES = "KPEJSV"
"""The stages in the order in which the highest of a school is told."""


def limit(name: str, day: date, division: str = "") -> int:
    """A number of `data/standards.csv`; raises LookupError where nothing is set."""
    found = standard(name, day, division, package=PACKAGE)
    if found is None:
        raise LookupError(f"nothing is set for {name} on {day}")
    return int(found.value)


def licence_years(school_type: str, purpose: str, day: date, division: str = "") -> int:
    """How long a licence of a school of this type and purpose lasts; raises LookupError where nothing is set."""
    taught = stages(school_type)
    highest = max(taught, key=_STAGES.index, default="K")
    return limit(f"licence_years.{highest}.{purpose}", day, division)
