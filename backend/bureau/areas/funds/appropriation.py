"""An appropriation: money granted to a school out of one source, for one purpose, in one fiscal year (拨款)."""

from collections.abc import Iterator
from datetime import date

from bureau.areas.funds.functions import FUNCTION, is_for, is_leaf
from bureau.areas.funds.source import FundSource
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Coded, Date, Integer, One, Scaled, Text
from bureau.kernel.kind import CheckContext, Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry.school import School
from bureau.registry.stages import stages
from bureau.storage.record import Record

DOCUMENT_NUMBER = r"[^〔〕]{1,20}〔[0-9]{4}〕[0-9]{1,6}号"
"""§17: the number of an official document, its year in hexagonal brackets."""

MOST = 10_000_000_000_000
"""Fen of one appropriation: a hundred thousand million yuan, so that no sum of a city's ever leaves 64 bits."""


class Appropriation(Record):
    """Money granted to a school, out of one source, for one purpose, in one fiscal year, by one document."""

    school = One(School, "School", "学校", back=("appropriations", "Appropriations", "拨款"))
    fiscal_year = Integer(1990, 2100, "Fiscal year", "预算年度")
    source = One(FundSource, "Source", "经费来源", back=("appropriations", "Appropriations", "拨款"))
    function = Coded(FUNCTION, "Function class", "支出功能分类")
    purpose = Text(200, "Purpose", "用途")
    amount = Scaled(2, "Amount", "金额", money=True, least=1, most=MOST)
    granted_on = Date("Granted on", "拨付日期")
    document_number = Text(40, "Document number", "拨款文号", form="code", pattern=DOCUMENT_NUMBER)


def _school_was_open(granted: Appropriation, context: CheckContext) -> Iterator[Fault]:
    held = granted.school.operation
    if held and not held.holds(granted.granted_on):
        yield fault(Code.CLOSED, "granted_on", kind=Appropriation.school.words)


def _source_was_in_force(granted: Appropriation, context: CheckContext) -> Iterator[Fault]:
    held = granted.source.validity
    if held and not held.holds(granted.granted_on):
        yield fault(Code.CLOSED, "source", kind=Appropriation.source.words)


def _falls_into_the_year(granted: Appropriation, context: CheckContext) -> Iterator[Fault]:
    """§4.2: nothing is posted to a year that is over; what is granted in advance, is so in the year before."""
    year = granted.fiscal_year
    if granted.granted_on > context.today:
        yield invalid("granted_on", "it lies in the future.", "拨付日期不能晚于今天。")
    elif not date(year - 1, 1, 1) <= granted.granted_on <= date(year, 12, 31):
        yield fault(Code.MISMATCH, "granted_on", other=Appropriation.fiscal_year.words)


def _is_posted_to_a_leaf(granted: Appropriation, context: CheckContext) -> Iterator[Fault]:
    """§4.5: money is posted to the last level of the classification, to one that is for what the school teaches."""
    if not is_leaf(granted.function):
        yield invalid("function", "there are classes below it; name one of those.", "应使用末级功能分类科目。")
    elif granted.school.type and not is_for(granted.function, stages(granted.school.type)):
        yield fault(Code.NOT_OFFERED, "function")


appropriation = Kind(
    Appropriation,
    label=("Appropriation", "Appropriations", "拨款"),
    scope=Stays("school"),
    read=rules.funds | rules.director,
    create=rules.funds.at(Level.CITY, Level.COUNTY),
    update=rules.funds.at(Level.CITY, Level.COUNTY),
    void=rules.funds.at(Level.CITY, Level.COUNTY),
    natural_key=("school", "document_number", "function", "source"),
    title=("school.name", "purpose", "document_number"),
    list=(
        "school.name",
        "fiscal_year",
        "source.name",
        "function",
        "purpose",
        "amount",
        "granted_on",
        "document_number",
    ),
    order=("granted_on", "amount"),
    search=("purpose", "document_number"),
    filter=("fiscal_year", "function", "amount", "granted_on", "document_number"),
    group=("fiscal_year", "function"),
    sum=("amount",),
    index=("fiscal_year",),
    checks=(_school_was_open, _source_was_in_force, _falls_into_the_year, _is_posted_to_a_leaf),
)
