"""When the lamp of a task changes, counted in working days (亮灯; §13)."""

from datetime import date, timedelta
from typing import Any

from bureau.machinery.calendars.calendar import Calendar
from bureau.machinery.tasks.assigned_task import Lamp
from bureau.machinery.tasks.limits import limit


def times(calendar: Calendar, due: date, day: date) -> dict[str, Any]:
    """What a task with this last day holds, and its lamp on a day: yellow from the first day on from which few working
    days are left, red after its last day. One that is no working day gives way to the next that is.
    """
    last = calendar.on_or_after(due)
    yellow, red = calendar.from_which(last, limit("task_yellow_days", day)), last + timedelta(days=1)
    return {"yellow_from": yellow, "red_from": red, "calendar": calendar.version, "lamp": lamp_on(day, yellow, red)}


def lamp_on(day: date, yellow_from: date, red_from: date) -> Lamp:
    """The lamp of a task that is open on a day."""
    if day >= red_from:
        return Lamp.RED
    return Lamp.YELLOW if day >= yellow_from else Lamp.GREEN
