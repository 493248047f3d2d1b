"""When lessons may be held: what §1.6 asks of the day, the hours and the gaps of each, without a database."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bureau.areas.standards.free_days import why_free
from bureau.areas.standards.limits import latest, number
from bureau.areas.standards.training_body import TrainingCategory, TrainingMode
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import State
from bureau.machinery.calendars.school_days import SchoolDays


class Audience(State):
    """Whom a course is for (招生对象)."""

    PRESCHOOL = "PRESCHOOL", "Children below school age", "学龄前儿童"
    PRIMARY = "PRIMARY", "Primary pupils", "小学生"
    JUNIOR = "JUNIOR", "Junior pupils", "初中生"
    SENIOR = "SENIOR", "Senior pupils", "高中生"


@dataclass(frozen=True, slots=True)
class Slot:
    """The time of one lesson; times of day are `18:30`."""

    day: date
    begins: str
    ends: str
    class_hours: int = 1

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return minute(self.ends) - minute(self.begins)


@dataclass(frozen=True, slots=True)
class Teaching:
    """What is taught to whom, as far as times go."""

    category: TrainingCategory
    mode: TrainingMode
    audience: Audience
    division: str = ""


def minute(time: str) -> int:
    """The minute of the day at a time of day."""
    hours, _, minutes = time.partition(":")
    return int(hours) * 60 + int(minutes)


def slot_faults(slot: Slot, teaching: Teaching, school_days: SchoolDays, others: Sequence[Slot]) -> Iterator[Fault]:
    """What is wrong with the time of a lesson, beside the other lessons of its course."""
    if slot.minutes <= 0:
        yield invalid("ends", "it lies before the beginning.", "结束时间应晚于开始时间。")
        return
    yield from _on_its_day(slot, teaching, school_days)
    same_day = [other for other in others if other.day == slot.day]
    yield from _beside(slot, teaching, same_day)
    if teaching.audience == Audience.PRESCHOOL:
        most = number("preschool_day_minutes", slot.day, teaching.division)
        if most is not None and slot.minutes + sum(other.minutes for other in same_day) > most:
            yield fault(Code.PRESCHOOL_DAY, "ends", most=most)


def _on_its_day(slot: Slot, teaching: Teaching, school_days: SchoolDays) -> Iterator[Fault]:
    if teaching.category == TrainingCategory.SUBJECT and (reason := why_free(slot.day, school_days)):
        yield fault(Code.FREE_DAY, "day", day=str(slot.day), reason=reason)
    end = latest(teaching.mode, slot.day, teaching.division)
    if end is not None and minute(slot.ends) > minute(end):
        yield fault(Code.ENDS_LATE, "ends", most=end)
    most = number(f"lesson_minutes.{teaching.mode}", slot.day, teaching.division)
    if most is not None and slot.minutes > most:
        yield fault(Code.LESSON_LONG, "ends", most=most)


def _beside(slot: Slot, teaching: Teaching, same_day: Sequence[Slot]) -> Iterator[Fault]:
    """Two lessons of a course do not overlap, and lie so many minutes apart."""
    least = number(f"lesson_gap.{teaching.mode}", slot.day, teaching.division) or 0
    begins, ends = minute(slot.begins), minute(slot.ends)
    for other in same_day:
        if begins < minute(other.ends) and minute(other.begins) < ends:
            yield invalid("begins", f"another lesson lasts until {other.ends}.", f"与 {other.ends} 结束的课次重叠。")
        elif max(begins - minute(other.ends), minute(other.begins) - ends) < least:
            yield fault(Code.GAP_SHORT, "begins", least=least)
