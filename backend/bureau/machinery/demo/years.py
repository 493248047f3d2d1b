"""The school years of the demo city: the present one, and the one before, whose terms are closed."""

from datetime import date

from bureau.kernel.period import Period
from bureau.machinery.demo.rows import insert, new
from bureau.registry.school_year import SchoolYear
from bureau.registry.term import Term, TermStatus
from bureau.storage.store import Store
from bureau.storage.transaction import Transaction


async def write_years(store: Store, tx: Transaction, year: int) -> SchoolYear:
    """Write them, with two terms each; returns the present one."""
    years = [
        new(SchoolYear, name=f"{first}-{first + 1}", period=Period(date(first, 9, 1), date(first + 1, 9, 1)))
        for first in (year - 1, year)
    ]
    await insert(store, tx, years)
    terms = []
    for first, of in zip((year - 1, year), years, strict=True):
        status = TermStatus.OPEN if first == year else TermStatus.CLOSED
        autumn, spring = (date(first, 9, 1), date(first + 1, 1, 24)), (date(first + 1, 2, 20), date(first + 1, 7, 11))
        terms += [
            new(Term, school_year=of, season=season, period=Period(*days), status=status)
            for season, days in (("1", autumn), ("2", spring))
        ]
    await insert(store, tx, terms)
    return years[-1]
