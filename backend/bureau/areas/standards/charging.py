"""What may be charged at once: the months, class-hours, yuan and day of a charge (§1.6), without a database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bureau.areas.standards.limits import number
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.money import from_fen
from bureau.kernel.period import months_later


@dataclass(frozen=True, slots=True)
class Terms:
    """What is charged, for what and when."""

    amount: int
    """Fen."""
    paid_on: date
    first_day: date
    """The day on which what it is for begins."""
    until: date | None
    """The end, exclusive, of the period that it is for; None where it is for class-hours alone."""
    class_hours: int | None
    """The class-hours that it is for; None where it is for a period alone."""
    hours_left: int | None = None
    """Class-hours that were paid for before and are not taught yet; None where nothing was paid before."""
    division: str = ""


def charge_faults(terms: Terms) -> Iterator[Fault]:
    """What is wrong with a charge. One for a period and for class-hours keeps both limits: the shorter binds."""
    on, division = terms.paid_on, terms.division
    months, hours = number("charge_months", on, division), number("charge_hours", on, division)
    if terms.until and months is not None and terms.until > months_later(terms.first_day, months):
        yield fault(Code.CHARGE_MONTHS, "last_day", most=months)
    if terms.class_hours and hours is not None and terms.class_hours > hours:
        yield fault(Code.CHARGE_HOURS, "class_hours", most=hours)
    yuan = number("charge_amount", on, division)
    if yuan is not None and terms.amount > yuan * 100:
        yield fault(Code.CHARGE_AMOUNT, "amount", most=from_fen(yuan * 100))
    yield from _not_too_early(terms)


def _not_too_early(terms: Terms) -> Iterator[Fault]:
    ahead = number("charge_ahead_months", terms.paid_on, terms.division)
    left = number("charge_hours_left", terms.paid_on, terms.division)
    if ahead is None:
        return
    earliest = months_later(terms.first_day, -ahead)
    is_renewal = terms.hours_left is not None and left is not None and terms.hours_left <= left
    if terms.paid_on < earliest and not is_renewal:
        yield fault(Code.CHARGE_EARLY, "paid_on", day=str(earliest), hours=left or 0)
