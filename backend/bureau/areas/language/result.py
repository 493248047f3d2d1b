"""A result of the Putonghua test: the scores of its parts, and the level they reach (普通话水平测试成绩)."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from bureau.areas.language.levels import LEVEL, level_of, most, rounded
from bureau.areas.language.session import TestSession
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, invalid, refuse, warning
from bureau.kernel.field import Boolean, Choice, Coded, One, Scaled, State, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.kernel.money import from_scaled
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.registry.teacher import Teacher
from bureau.storage.act import Act
from bureau.storage.record import Record

PARTS = ("syllables", "words", "judgement", "reading", "talk")


class Review(State):
    """Whether a result counts, or waits for a review that its level needs (复审状态)."""

    NOT_NEEDED = "NOT_NEEDED", "Not needed", "无需复审"
    PROVINCIAL = "PROVINCIAL", "Waits for the province", "待省级复审"
    NATIONAL = "NATIONAL", "Waits for the nation", "待国家复审"
    CONFIRMED = "CONFIRMED", "Confirmed", "复审通过"
    REFUSED = "REFUSED", "Not confirmed", "复审未通过"


COUNTS = (Review.NOT_NEEDED, Review.CONFIRMED)
"""Where a result stands that counts."""


class TestResult(Record):
    """What one teacher reached in one session of the Putonghua test.

    The total is rounded to a tenth, halves upwards, and the level is that of the rounded total. The first level
    counts when it has been reviewed, and has no certificate before.
    """

    session = One(TestSession, "Session", "测试场次", back=("results", "Results", "成绩"), by_verbs=True)
    teacher = One(
        Teacher, "Teacher", "教职工", back=("putonghua_results", "Putonghua results", "普通话成绩"), by_verbs=True
    )
    syllables = Scaled(2, "Single syllables", "读单音节字词", least=0, most=100_00)
    words = Scaled(2, "Words of several syllables", "读多音节词语", least=0, most=100_00)
    judgement = Scaled(2, "Choice of words", "选择判断", least=0, most=100_00).optional()
    reading = Scaled(2, "Reading aloud", "朗读短文", least=0, most=100_00)
    talk = Scaled(2, "Talk on a subject", "命题说话", least=0, most=100_00)
    total = Scaled(1, "Total", "总分", derived=True)
    level = Coded(LEVEL, "Level", "等级", derived=True).optional()
    review = Choice(Review, "Review", "复审状态", derived=True)
    certificate = Text(
        20, "Certificate number", "证书编号", unique="ever", form="number", plain=True, pattern="[0-9A-Z]+"
    ).optional()


async def _add_up(results: Sequence[TestResult]) -> None:
    """The total of the parts, the level it reaches, and the review that this level needs, unless it was held."""
    for result in results:
        session = result.__dict__["_session"]
        given = [getattr(result, part) or 0 for part in PARTS]
        if session is None or session.held_on is None:
            continue
        total = rounded(sum(given))
        if total == result.total and result.review is not None:
            continue
        found = level_of(total, session.held_on)
        result.total = total
        result.level = found.code if found else None
        result.review = Review[found.review] if found and found.review else Review.NOT_NEEDED


def _parts_are_of_the_form(result: TestResult, context: CheckContext) -> Iterator[Fault]:
    session = result.session
    for part in PARTS:
        score: int | None = getattr(result, part)
        limit = most(session.form, part, session.held_on)
        if limit is None and score is not None:
            yield invalid(part, "the session's form has no such part.", "本场次的测试形式没有该项。")
        elif limit is not None and score is None:
            yield fault(Code.REQUIRED, part)
        elif limit is not None and score is not None and score > limit:
            yield fault(Code.OUT_OF_RANGE, part, least="0.00", most=from_scaled(limit, 2))


def _was_held(result: TestResult, context: CheckContext) -> Iterator[Fault]:
    if result.session.held_on > context.today:
        yield invalid("session", "it has not been held yet.", "该场次尚未举行。")


def _certificate_waits(result: TestResult, context: CheckContext) -> Iterator[Fault]:
    """§11.1: no certificate for what has no level, or is still to be reviewed."""
    if result.certificate and (result.level is None or result.review not in COUNTS):
        yield invalid("certificate", "there is none before the review.", "未达等级或未经复审，不能登记证书。")
    if result.certificate and len(result.certificate) != 13 and context.touches("certificate"):
        reason = Words("thirteen digits are usual.", "通常为 13 位数字。")
        yield warning(Code.INVALID, "certificate", reason=reason)


test_result = Kind(
    TestResult,
    label=("Test result", "Test results", "普通话成绩"),
    personal=True,
    scope=Follows("teacher"),
    read=rules.language | rules.personnel | rules.director_opened | rules.principal,
    create=rules.language,
    update=rules.language,
    void=rules.language.at(Level.CITY, Level.COUNTY),
    natural_key=("session", "teacher"),
    title=("teacher.person.name", "session.code"),
    list=("session.code", "teacher.number", "total", "level", "review", "certificate"),
    order=("total",),
    filter=("level", "review", "total", "certificate"),
    group=("level", "review"),
    fills=(_add_up,),
    checks=(_parts_are_of_the_form, _was_held, _certificate_waits),
)


@action(test_result, rules.language.at(Level.CITY), label=("Enter a review", "登记复审"))
async def review_test_result(
    act: Act,
    result: TestResult,
    *,
    confirmed: Annotated[bool, Boolean("Confirmed", "复审通过")],
    certificate: Annotated[str | None, TestResult.certificate] = None,
) -> TestResult:
    """Enter what the province or the nation found: a result that it confirms counts from now on."""
    if result.review not in (Review.PROVINCIAL, Review.NATIONAL):
        raise refuse(Code.ENDED, "id", kind=Words("review", "复审"))
    review = Review.CONFIRMED if confirmed else Review.REFUSED
    return await act.change(result, review=review, **({"certificate": certificate} if certificate else {}))
