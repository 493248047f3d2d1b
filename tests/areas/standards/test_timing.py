"""When lessons may be held: free days, late ends, long lessons, short gaps, and small children, by the numbers of a day."""

from datetime import date

import pytest

from bureau.areas.standards.timing import Audience, Slot, Teaching, slot_faults
from bureau.areas.standards.training_body import TrainingCategory, TrainingMode
from bureau.kernel.period import Period
from bureau.machinery.calendars.calendar import Calendar
from bureau.machinery.calendars.school_days import SchoolDays, TermSpan

TERMS = (Period(date(2026, 9, 1), date(2027, 1, 23)), Period(date(2027, 2, 22), date(2027, 7, 10)))
DAYS = SchoolDays(
    [TermSpan(term, is_closed=False) for term in TERMS],
    Calendar({date(2026, 10, 1): False, date(2026, 10, 10): True}, 0),
)
THURSDAY = date(2026, 9, 10)
SUBJECT = Teaching(TrainingCategory.SUBJECT, TrainingMode.OFFLINE, Audience.PRIMARY)
ONLINE = Teaching(TrainingCategory.SUBJECT, TrainingMode.ONLINE, Audience.JUNIOR)
ARTS = Teaching(TrainingCategory.CULTURE_ARTS, TrainingMode.OFFLINE, Audience.PRIMARY)
SMALL = Teaching(TrainingCategory.SPORTS, TrainingMode.OFFLINE, Audience.PRESCHOOL)


def faults(slot: Slot, teaching: Teaching, *others: Slot) -> list[tuple[str, str]]:
    return [(found.code, found.path[0]) for found in slot_faults(slot, teaching, DAYS, others)]


@pytest.mark.parametrize(
    ("day", "is_free"),
    [
        (THURSDAY, False),
        (date(2026, 9, 12), True),  # a Saturday
        (date(2026, 9, 13), True),  # a Sunday
        (date(2026, 10, 1), True),  # the National Day
        (date(2026, 10, 10), False),  # a Saturday that is worked in its place
        (date(2027, 1, 22), False),  # the last day of the term
        (date(2027, 1, 25), True),  # a Monday of the winter holidays
        (date(2027, 7, 12), True),  # a Monday of the summer holidays
    ],
)
def test_no_subject_is_taught_on_free_days(day: date, is_free: bool) -> None:
    slot = Slot(day, "18:00", "18:45")
    assert faults(slot, SUBJECT) == ([("FREE_DAY", "day")] if is_free else [])
    assert faults(slot, ARTS) == []


@pytest.mark.parametrize(
    ("begins", "ends", "teaching", "found"),
    [
        ("19:45", "20:30", SUBJECT, []),
        ("19:45", "20:31", SUBJECT, [("ENDS_LATE", "ends")]),
        ("19:45", "20:31", ARTS, [("ENDS_LATE", "ends")]),
        ("20:30", "21:00", ONLINE, []),
        ("20:31", "21:01", ONLINE, [("ENDS_LATE", "ends")]),
        ("18:00", "18:30", ONLINE, []),
        ("18:00", "18:31", ONLINE, [("LESSON_LONG", "ends")]),
        ("18:00", "20:00", SUBJECT, []),
        ("18:00", "18:00", SUBJECT, [("INVALID", "ends")]),
        ("09:00", "11:29", SMALL, []),
        ("09:00", "11:30", SMALL, []),
        ("09:00", "11:31", SMALL, [("PRESCHOOL_DAY", "ends")]),
    ],
)
def test_lessons_end_in_time_and_are_no_longer_than_they_may_be(
    begins: str, ends: str, teaching: Teaching, found: list[tuple[str, str]]
) -> None:
    assert faults(Slot(THURSDAY, begins, ends), teaching) == found


@pytest.mark.parametrize(
    ("begins", "found"),
    [
        ("18:40", []),
        ("18:39", [("GAP_SHORT", "begins")]),
        ("18:30", [("GAP_SHORT", "begins")]),
        ("18:29", [("INVALID", "begins")]),
        ("17:20", []),
        ("17:21", [("GAP_SHORT", "begins")]),
    ],
)
def test_online_lessons_have_a_pause_between_them(begins: str, found: list[tuple[str, str]]) -> None:
    hours, minutes = divmod(int(begins[:2]) * 60 + int(begins[3:]) + 30, 60)
    slot = Slot(THURSDAY, begins, f"{hours:02}:{minutes:02}")
    other = Slot(THURSDAY, "18:00", "18:30")
    assert faults(slot, ONLINE, other) == found
    assert faults(slot, ONLINE, Slot(date(2026, 9, 11), "18:00", "18:30")) == [], "of another day"
    assert faults(slot, SUBJECT, other) == [one for one in found if one[0] == "INVALID"], (
        "on the premises none is asked"
    )


def test_the_lessons_of_small_children_are_added_up_over_the_day() -> None:
    morning = Slot(THURSDAY, "09:00", "10:30")
    assert faults(Slot(THURSDAY, "15:00", "16:00"), SMALL, morning) == []
    assert faults(Slot(THURSDAY, "15:00", "16:01"), SMALL, morning) == [("PRESCHOOL_DAY", "ends")]


def test_before_there_was_a_standard_nothing_limited() -> None:
    slot = Slot(date(2020, 9, 10), "20:00", "21:30")
    assert faults(slot, ARTS) == []
