"""Who is entered is compared with those who stand there already: what is much alike is said, and stops nothing."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bureau.kernel.errors import Code, warning
from bureau.registry.likeness.circles import circles
from bureau.registry.likeness.traits import ALONE, COLUMNS, Traits, around, shared
from bureau.registry.likeness.weights import weights
from bureau.registry.person import Person
from bureau.storage.act import Act
from bureau.storage.sql import among
from bureau.storage.ways import ways_to

MOST_NAMED = 5
MOST_COMPARED = 2000


async def warn_of_likeness(act: Act, person: Person) -> None:
    """Warn of those whom the actor sees and who are much like somebody just entered, the likest first.

    Of those beyond the actor's sight nothing is said; the search among all finds them.
    """
    if alike := await _alike(act, person):
        kind = act.store.kind_of(Person)
        records = {row.id: row for row in await Person.filter(id__in=alike)}
        seen = await ways_to(act.store, act.tx, kind, [*records.values()], kind.fields["name"])
        named = [(records[identity].name, *seen[identity][0]) for identity in alike if identity in seen]
        names = "; ".join(f"{name} {way.type_name}:{number}" for name, way, number in named[:MOST_NAMED])
        if names:
            act.tx.warnings.append(warning(Code.LIKENESS, "name", names=names))


async def _alike(act: Act, person: Person) -> list[int]:
    """The ids of those who reach the threshold, the likest first."""
    me = Traits.of_row([person.__dict__.get(column.strip()) for column in COLUMNS.split(",")])
    points = weights(act.today)
    likely = {other.id: found for other in await _near(act, me) if points.may_reach(found := shared(me, other))}
    if not likely:
        return []
    circle = await circles(lambda sql, values: act.tx.fetch(sql, *values), act.tx.dialect, [me.id, *likely])
    mine = circle.get(me.id, ALONE)
    scores = {
        other: points.score((*found, *around(mine, circle.get(other, ALONE), found))) for other, found in likely.items()
    }
    return sorted((other for other in scores if scores[other] >= points.threshold), key=lambda o: (-scores[o], o))


async def _near(act: Act, me: Traits) -> Sequence[Traits]:
    """Those of the same name, or born on the same day, or with day and month the other way round."""
    found: dict[int, Traits] = {}
    conditions: list[tuple[str, list[Any]]] = [("name = $1", [me.name])]
    if me.born is not None:
        conditions.append(among(act.tx.dialect, "birth_date", [me.born, *_swapped(me.born)], "date"))
    for of, values in conditions:
        sql = f"SELECT {COLUMNS} FROM person WHERE {of} AND void_reason IS NULL ORDER BY id LIMIT {MOST_COMPARED}"
        found |= {row[0]: Traits.of_row(row) for row in await act.tx.fetch(sql, *values)}
    found.pop(me.id, None)
    return list(found.values())


def _swapped(day: date) -> list[date]:
    return [date(day.year, day.day, day.month)] if day.day <= 12 and day.day != day.month else []
