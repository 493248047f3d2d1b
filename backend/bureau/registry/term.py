"""A term: half a school year, which is closed once nothing of it may change any more (学期)."""

from collections.abc import Iterable, Iterator
from datetime import date

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, refuse
from bureau.kernel.field import Choice, Coded, CodeTable, One, Span, State
from bureau.kernel.kind import CheckContext, Kind
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry.school_year import SchoolYear
from bureau.storage.act import Act
from bureau.storage.record import Record

SEASON = CodeTable("term_season", Words("Term", "学期"), "JY/T 1001-2012 XQ")


class TermStatus(State):
    """Whether days of a term may still be written (学期状态)."""

    OPEN = "OPEN", "Open", "开放"
    CLOSED = "CLOSED", "Closed", "已关闭"


class Term(Record):
    """A term of a school year. In a closed one nothing takes effect any more: what was counted stays counted."""

    school_year = One(SchoolYear, "School year", "学年", back=("terms", "Terms", "学期"))
    season = Coded(SEASON, "Term", "学期")
    period = Span("Period", "起止日期")
    status = Choice(TermStatus, "Status", "状态", by_verbs=True)


def _lies_in_its_year(term: Term, context: CheckContext) -> Iterator[Fault]:
    year = term.school_year.period
    start, until = term.period.start, term.period.until
    if until is None:
        yield fault(Code.REQUIRED, "period")
    elif start is None or not (year.start <= start and until <= year.until):
        yield fault(Code.MISMATCH, "period", other=Term.school_year.words)


term = Kind(
    Term,
    label=("Term", "Terms", "学期"),
    read=rules.everyone,
    create=rules.registrar.at(Level.CITY),
    update=rules.registrar.at(Level.CITY),
    void=rules.registrar.at(Level.CITY),
    natural_key=("school_year", "season"),
    list=("school_year.name", "season", "period", "status"),
    order=("period",),
    filter=("season", "status"),
    effective=("period",),
    apart=("school_year", "period"),
    closes=True,
    checks=(_lies_in_its_year,),
)


@action(term, rules.registrar.at(Level.CITY), label=("Close", "关闭学期"))
async def close_term(act: Act, term: Term) -> Term:
    """Close a term that has ended: from now on nothing takes effect on its days."""
    if term.period.until is None or term.period.until > act.today:
        raise refuse(Code.INVALID, "id", reason=Words("the term has not ended.", "学期尚未结束。"))
    return await act.change(term, status=TermStatus.CLOSED)


@action(term, rules.registrar.at(Level.CITY), label=("Reopen", "重新开放学期"))
async def reopen_term(act: Act, term: Term) -> Term:
    """Open a closed term again, so that what was found wrong in it can be put right."""
    return await act.change(term, status=TermStatus.OPEN)


async def closed_terms() -> list[Term]:
    """The terms in which nothing takes effect any more."""
    return await Term.filter(status=TermStatus.CLOSED, void_reason__isnull=True)


def in_closed_term(closed: Iterable[Term], path: str, *days: date | None) -> Iterator[Fault]:
    """§2.7: a fault at `path` for each day that lies in a closed term."""
    for day in days:
        for term in closed:
            if day is not None and term.period.holds(day):
                name = f"{term.period.start} – {term.period.until}"
                yield fault(Code.PERIOD_CLOSED, path, day=str(day), term=name)
