"""An entry of the custody ledger: money that came in, was released with a lesson, or went back (资金监管流水)."""

from bureau.areas.standards.training_body import READERS, TrainingBody
from bureau.areas.standards.training_charge import TrainingCharge
from bureau.areas.standards.training_course import MOST
from bureau.areas.standards.training_lesson import TrainingLesson
from bureau.kernel.field import Choice, Date, Integer, One, Scaled, State, Text
from bureau.kernel.kind import Follows, Kind
from bureau.storage.record import Record


class CustodySort(State):
    """What an entry is of (流水类型)."""

    PAID_IN = "PAID_IN", "Paid in", "存入"
    RELEASED = "RELEASED", "Released", "拨付"
    REFUNDED = "REFUNDED", "Refunded", "退费"


class CustodyEntry(Record):
    """One movement in a body's custody account; a release that was wrong is answered by one below nothing.

    Entries are never changed.
    """

    charge = One(TrainingCharge, "Charge", "预收费", back=("entries", "Custody entries", "资金监管流水"))
    body = One(TrainingBody, "Training body", "校外培训机构", back=("custody", "Custody entries", "资金监管流水"))
    lesson = One(TrainingLesson, "Lesson", "课次", back=("entries", "Custody entries", "资金监管流水")).optional()
    sort = Choice(CustodySort, "Sort", "流水类型")
    amount = Scaled(2, "Amount", "金额", money=True, least=-MOST, most=MOST)
    class_hours = Integer(0, 1000, "Class-hours", "课时")
    day = Date("Day", "日期")
    reason = Text(200, "Reason", "原因").optional()


custody_entry = Kind(
    CustodyEntry,
    label=("Custody entry", "Custody entries", "资金监管流水"),
    scope=Follows("body"),
    read=READERS,
    title=("body.name", "day", "sort"),
    list=("body.name", "day", "sort", "amount", "class_hours", "reason"),
    order=("day", "amount"),
    filter=("day", "sort", "amount"),
    group=("sort",),
    sum=("amount",),
)
