"""A session of the Putonghua test: one place, one day, one form (普通话水平测试场次)."""

from bureau.kernel import rules
from bureau.kernel.field import Choice, Date, Integer, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.kernel.rules import Level
from bureau.registry.unit import Unit
from bureau.storage.record import Record


class TestForm(State):
    """Of how many parts a test is (测试形式)."""

    FIVE_PARTS = "FIVE_PARTS", "Five parts, with a choice of words", "五项（含选择判断）"
    FOUR_PARTS = "FOUR_PARTS", "Four parts", "四项"


class TestSession(Record):
    """A session of the Putonghua test at one site."""

    code = Text(32, "Code", "场次编号", unique="ever", form="code")
    site = One(Unit, "Site", "测试站点", back=("test_sessions", "Test sessions", "测试场次"))
    held_on = Date("Held on", "测试日期")
    form = Choice(TestForm, "Form", "测试形式")
    seats = Integer(1, 10_000, "Seats", "席位数").optional()


test_session = Kind(
    TestSession,
    label=("Test session", "Test sessions", "测试场次"),
    scope=Stays("site"),
    read=(rules.language | rules.director).anywhere,
    create=rules.language.at(Level.CITY, Level.COUNTY),
    update=rules.language.at(Level.CITY, Level.COUNTY),
    void=rules.language.at(Level.CITY, Level.COUNTY),
    natural_key=("code",),
    title=("code", "held_on"),
    list=("code", "site.name", "held_on", "form", "seats"),
    order=("held_on", "code"),
    search=("code",),
    filter=("code", "held_on", "form"),
    group=("form",),
)
