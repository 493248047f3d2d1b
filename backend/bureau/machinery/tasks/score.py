"""How well a task was done, by the numbers of `data/standards.csv` (督办计分; §13)."""

from datetime import date, timedelta

from bureau.machinery.calendars.calendar import Calendar
from bureau.machinery.tasks.assigned_task import AssignedTask
from bureau.machinery.tasks.limits import limit


def score(task: AssignedTask, calendar: Calendar, day: date) -> int:
    """The points of a task that is accepted on a day: full ones, less for a late signature, for each working day by
    which it was submitted late, and for each time that it was returned; never below 0.
    """
    points = limit("task_score_full", day)
    if task.signed_on is not None and task.signed_on > task.sign_due:
        points -= limit("task_score_late_signature", day)
    assert task.submitted_on is not None
    late = calendar.between(task.red_from - timedelta(days=1), task.submitted_on)
    points -= min(limit("task_score_late_most", day), late * limit("task_score_late_day", day))
    points -= task.times_returned * limit("task_score_return", day)
    return max(0, points)
