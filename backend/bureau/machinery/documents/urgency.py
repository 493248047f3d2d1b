"""How pressing a document or a task is (紧急程度)."""

from bureau.kernel.field import State


class Urgency(State):
    """How pressing it is (紧急程度; §13)."""

    EXTRA_URGENT = "EXTRA_URGENT", "Extra urgent", "特急"
    URGENT = "URGENT", "Urgent", "加急"
    ORDINARY = "ORDINARY", "Ordinary", "平急"
