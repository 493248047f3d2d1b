"""A kind of the tests' own that has every type of field, so that each is proved on both databases."""

from bureau.catalogue import Catalogue, catalogue
from bureau.kernel import rules
from bureau.kernel.field import (
    Boolean,
    Choice,
    Coded,
    Date,
    Integer,
    Moment,
    One,
    Scaled,
    Span,
    State,
    Text,
)
from bureau.kernel.kind import Kind
from bureau.registry.person import SEX
from bureau.storage.record import Record


class Phase(State):
    """Where a specimen stands."""

    FRESH = "FRESH", "Fresh", "新鲜"
    STALE = "STALE", "Stale", "陈旧"


class Specimen(Record):
    """A record with a field of every type."""

    name = Text(200, "Name", "名称", lines=True)
    code = Text(20, "Code", "代码", unique="live", form="number", plain=True, pattern=r"[0-9A-Z-]+").optional()
    sex = Coded(SEX, "Sex", "性别").optional()
    phase = Choice(Phase, "Phase", "阶段").optional()
    count = Integer(-(2**31), 2**31 - 1, "Count", "数量").optional()
    length = Scaled(3, "Length", "长度").optional()
    price = Scaled(2, "Price", "价格", money=True).optional()
    flag = Boolean("Flag", "标志").optional()
    day = Date("Day", "日期").optional()
    moment = Moment("Moment", "时间").optional()
    span = Span("Span", "期间").optional()
    note = Text(60, "Note", "备注", read=rules.registrar).optional()
    kin = One["Specimen"]("Specimen", "Kin", "亲缘", back=("kindred", "Kindred", "亲属")).optional()


specimen = Kind(
    Specimen,
    label=("Specimen", "Specimens", "样本"),
    read=rules.everyone,
    create=rules.registrar,
    update=rules.registrar,
    void=rules.registrar,
    natural_key=("code",),
    apart=("kin", "span"),
    list=("name",),
    order=("name", "count", "day", "span"),
    filter=("name", "code", "sex", "phase", "count", "length", "price", "flag", "day", "moment"),
    group=("sex", "phase", "flag"),
)


def with_specimens() -> Catalogue:
    """The product's catalogue and the specimen beside it."""
    return catalogue((specimen,))
