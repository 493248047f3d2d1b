"""Until when the present step of an inspection lasts, and when its lamp changes, counted in working days (亮灯)."""

from datetime import date, timedelta
from typing import Any

from bureau.machinery.calendars.calendar import Calendar
from bureau.machinery.inspections.limits import limit
from bureau.machinery.tasks.timing import lamp_on

UNTIMED: dict[str, Any] = {"yellow_from": None, "red_from": None, "calendar": None, "lamp": None}
"""What an inspection holds that waits for nothing."""


def timed(calendar: Calendar, due: date, day: date) -> dict[str, Any]:
    """What an inspection holds whose present step has this last day, and its lamp on a day: yellow from the first day
    on from which few working days are left, red after its last day. One that is no working day gives way to the next.
    """
    last = calendar.on_or_after(due)
    yellow, red = calendar.from_which(last, limit("inspection_yellow_days", day)), last + timedelta(days=1)
    said = {"due": due, "yellow_from": yellow, "red_from": red, "calendar": calendar.version}
    return said | {"lamp": lamp_on(day, yellow, red)}
