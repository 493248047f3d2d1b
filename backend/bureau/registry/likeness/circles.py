"""Those around persons, read for many of them at once."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Sequence
from typing import Any

from bureau.registry.likeness.traits import COLUMNS, Circle, Traits
from bureau.storage.sql import DialectName, among

Fetch = Callable[[str, list[Any]], Awaitable[Sequence[Any]]]
"""Runs one statement that reads."""


async def traits(fetch: Fetch, dialect: DialectName, ids: Collection[int]) -> dict[int, Traits]:
    """What is compared of live persons, by id."""
    of, values = among(dialect, "id", ids)
    rows = await fetch(f"SELECT {COLUMNS} FROM person WHERE {of} AND void_reason IS NULL", values)
    return {row[0]: Traits.of_row(row) for row in rows}


async def circles(fetch: Fetch, dialect: DialectName, ids: Collection[int]) -> dict[int, Circle]:
    """Those around persons: of pupils their guardians and schools, of guardians the other guardians of their wards."""
    guardians: dict[int, set[int]] = defaultdict(set)
    phones: dict[int, set[bytes]] = defaultdict(set)
    schools: dict[int, set[int]] = defaultdict(set)
    of, values = among(dialect, "s.person_id", ids)
    sql = (
        "SELECT s.person_id, s.school_id, g.guardian_id, p.phone_digest FROM student s"
        " LEFT JOIN guardianship g ON g.student_id = s.id AND g.void_reason IS NULL"
        f" LEFT JOIN person p ON p.id = g.guardian_id WHERE {of} AND s.void_reason IS NULL"
    )
    for person, school, guardian, phone in map(tuple, await fetch(sql, values)):
        schools[person].add(school)
        if guardian is not None:
            guardians[person].add(guardian)
        if phone is not None:
            phones[person].add(bytes(phone))
    of, values = among(dialect, "g.guardian_id", ids)
    sql = (
        "SELECT g.guardian_id, g.student_id FROM guardianship g JOIN student s ON s.id = g.student_id"
        f" WHERE {of} AND g.void_reason IS NULL AND s.void_reason IS NULL"
    )
    for person, ward in map(tuple, await fetch(sql, values)):
        guardians[person].add(-ward)  # who stands by the same pupil is as near as who has the same guardian
    everybody = guardians.keys() | phones.keys() | schools.keys()
    return {
        person: Circle(frozenset(guardians[person]), frozenset(phones[person]), frozenset(schools[person]))
        for person in everybody
    }
