"""A residence permit: the leave for a foreign teacher to live in the country (外国人居留许可)."""

from collections.abc import Iterator

from bureau.areas.exchange.foreign_teacher import REMINDED, ForeignTeacher
from bureau.kernel import rules
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.field import One, Span, Text
from bureau.kernel.kind import CheckContext, Clock, Follows, Kind
from bureau.kernel.rules import Level
from bureau.storage.record import Record


class ResidencePermit(Record):
    """The permit that lets a foreign teacher live in the country, for work."""

    teacher = One(
        ForeignTeacher, "Holder", "持有人", back=("residence_permits", "Residence permits", "居留许可"), by_verbs=True
    )
    number = Text(30, "Permit number", "居留许可号码", unique="ever", form="number", plain=True, pattern="[0-9A-Z]+")
    valid = Span("Validity", "有效期")


def _has_an_end(permit: ResidencePermit, context: CheckContext) -> Iterator[Fault]:
    """§10.2: a permit ends, and with the passport at the latest."""
    until, passport = permit.valid.until, permit.teacher.passport_until
    if until is None:
        yield invalid("valid", "a permit has an end.", "居留许可须有截止日期。")
    elif passport and until > passport and context.touches("valid", "teacher"):
        yield invalid("valid", "it reaches beyond the passport.", "许可有效期不得超过护照有效期。")


residence_permit = Kind(
    ResidencePermit,
    label=("Residence permit", "Residence permits", "居留许可"),
    personal=True,
    scope=Follows("teacher"),
    read=rules.foreign_affairs | rules.director_opened | rules.principal,
    create=rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    update=rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    void=rules.foreign_affairs.at(Level.CITY, Level.UNIT),
    natural_key=("number",),
    title=("teacher.person.name", "number"),
    list=("teacher.number", "number", "valid"),
    order=("valid",),
    search=("number",),
    filter=("number",),
    effective=("valid",),
    apart=("teacher", "valid"),
    clocks=(Clock("valid.until", REMINDED, rules.foreign_affairs),),
    checks=(_has_an_end,),
)
