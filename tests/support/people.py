"""Actors for tests: their grants are made here, not looked up."""

from datetime import date

from bureau.kernel.actor import Actor, Grant
from bureau.kernel.rules import Level


def actor(*grants: tuple[str, Level, int]) -> Actor:
    """Someone with these grants: role, level, unit."""
    return Actor(1, "tester", tuple(Grant(role, level, unit, date(2000, 1, 1)) for role, level, unit in grants))


def of_city(*roles: str, unit: int = 1) -> Actor:
    """Someone with roles on the whole city."""
    return actor(*((role, Level.CITY, unit) for role in roles))


def of_county(unit: int, *roles: str) -> Actor:
    """Someone with roles (registrar unless said) on one county."""
    return actor(*((role, Level.COUNTY, unit) for role in roles or ("registrar",)))


def of_school(unit: int, *roles: str) -> Actor:
    """Someone with roles (registrar unless said) on one school."""
    return actor(*((role, Level.UNIT, unit) for role in roles or ("registrar",)))


REGISTRAR = of_city(
    "registrar", "identity", "personnel", "funds", "aid", "foreign_affairs", "language", "security_admin"
)
"""The city's registrar, who has all offices besides, and keeps everybody's rights: what nobody is given in life."""
DIRECTOR = of_city("director", "director_opened")
"""A director who has opened persons."""
