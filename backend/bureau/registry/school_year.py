"""A school year: from one September to the next, as the city sets it (学年)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault
from bureau.kernel.field import Span, Text
from bureau.kernel.kind import CheckContext, Kind
from bureau.kernel.rules import Level
from bureau.storage.record import Record


class SchoolYear(Record):
    """A school year of the city, named by the two years in which it lies: 2026-2027."""

    name = Text(9, "School year", "学年", unique="live", form="number", plain=True, pattern=r"\d{4}-\d{4}")
    period = Span("Period", "起止日期")


def _is_named_by_its_days(year: SchoolYear, context: CheckContext) -> Iterator[Fault]:
    first, second = map(int, year.name.split("-"))
    if second != first + 1 or year.period.start is None or year.period.start.year != first:
        yield fault(Code.MISMATCH, "name", other=SchoolYear.period.words)
    if year.period.until is None:
        yield fault(Code.REQUIRED, "period")


school_year = Kind(
    SchoolYear,
    label=("School year", "School years", "学年"),
    read=rules.everyone,
    create=rules.registrar.at(Level.CITY),
    update=rules.registrar.at(Level.CITY),
    void=rules.registrar.at(Level.CITY),
    natural_key=("name",),
    list=("name", "period"),
    order=("name",),
    filter=("name",),
    effective=("period",),
    checks=(_is_named_by_its_days,),
)
