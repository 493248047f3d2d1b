"""Where a teacher stands with Putonghua: what the posts ask for, and what was reached (普通话达标情况)."""

from bureau.areas.language.levels import LEVEL
from bureau.kernel import rules
from bureau.kernel.field import Choice, Coded, One, State
from bureau.kernel.kind import Kind, Stays
from bureau.registry.person import Person
from bureau.registry.teacher import Teacher
from bureau.registry.unit import Unit
from bureau.storage.record import Record


class Standing(State):
    """Whether a teacher has the level that the posts ask for (达标状态)."""

    REACHED = "REACHED", "Reached", "已达标"
    BELOW = "BELOW", "Below", "未达标"
    NOT_ASKED = "NOT_ASKED", "Nothing asked", "无要求"


class PutonghuaStanding(Record):
    """What a teacher's posts ask for in Putonghua, and what the tests that count have shown.

    There is one for each teacher of whom posts or results are known; it is written with them, and by nobody else.
    """

    teacher = One(
        Teacher,
        "Teacher",
        "教职工",
        back=("putonghua_standings", "Putonghua standing", "普通话达标情况"),
        unique="live",
        derived=True,
    )
    person = One(Person, "Person", "人员", derived=True)
    unit = One(
        Unit, "Unit", "所属单位", back=("putonghua_standings", "Putonghua standings", "普通话达标情况"), derived=True
    )
    required = Coded(LEVEL, "Level asked for", "应达等级", derived=True).optional()
    reached = Coded(LEVEL, "Level reached", "已达等级", derived=True).optional()
    state = Choice(Standing, "Standing", "达标状态", derived=True)


putonghua_standing = Kind(
    PutonghuaStanding,
    label=("Putonghua standing", "Putonghua standings", "普通话达标情况"),
    personal=True,
    derived=True,
    scope=Stays("unit"),
    read=rules.language | rules.personnel | rules.director_opened | rules.principal,
    natural_key=("teacher",),
    title=("person.name",),
    list=("person.name", "unit.name", "required", "reached", "state"),
    order=("person.name",),
    search=("person",),
    filter=("state", "required", "reached"),
    group=("state", "required", "reached"),
    index=("state",),
)
