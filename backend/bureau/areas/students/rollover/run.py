"""A roll-over of a school year: all pupils of a unit's schools go up a grade, graduate or stay (学年升级)."""

from bureau.kernel import rules
from bureau.kernel.field import Boolean, Choice, Coded, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.machinery.jobs.job import Job
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.school_year import SchoolYear
from bureau.registry.stages import GRADE
from bureau.registry.student import Student
from bureau.registry.unit import Unit
from bureau.storage.record import Record

_MOST = 10_000_000


class RollOverState(State):
    """Where a roll-over stands (升级批次状态)."""

    PREVIEWING = "PREVIEWING", "Being previewed", "预演中"
    PREVIEWED = "PREVIEWED", "Previewed", "已预演"
    COMMITTING = "COMMITTING", "Being committed", "执行中"
    COMMITTED = "COMMITTED", "Committed", "已执行"
    UNDOING = "UNDOING", "Being undone", "撤销中"
    UNDONE = "UNDONE", "Undone", "已撤销"
    FAILED = "FAILED", "Failed", "失败"


class RollOver(Record):
    """One roll-over of a school year, of all schools at or below a unit: previewed, then committed as a whole or not.

    Nothing but the preview is written before it is committed, and all of it can be undone as long as nothing that came
    later depends on it. Schools that were rolled over already are left as they are, but for pupils who were left out.
    """

    unit = One(Unit, "Unit", "机构", back=("roll_overs", "Roll-overs", "升级批次"))
    from_year = One(SchoolYear, "From school year", "原学年")
    to_year = One(SchoolYear, "To school year", "新学年")
    state = Choice(RollOverState, "State", "状态")
    asked_at = Moment("Asked for at", "提交时间")
    asked_by = Text(60, "Asked for by", "提交人")
    job = One(Job, "Job", "后台任务").optional()
    pupils = Integer(0, _MOST, "Pupils", "学生数")
    promoted = Integer(0, _MOST, "Promoted", "升级人数")
    graduated = Integer(0, _MOST, "Graduated", "毕业人数")
    staying = Integer(0, _MOST, "Staying", "留在原年级人数")
    blocked = Integer(0, _MOST, "Blocked", "受阻人数")
    left_out = Integer(0, _MOST, "Left out", "暂不处理人数")
    entered = Integer(0, _MOST, "Of the new year already", "已属新学年人数")
    classes_risen = Integer(0, _MOST, "Classes that go up", "升级班级数")
    classes_made = Integer(0, _MOST, "Classes made", "新建班级数")
    classes_ended = Integer(0, _MOST, "Classes that end", "撤销班级数")
    committed_at = Moment("Committed at", "执行时间").optional()
    undone_at = Moment("Undone at", "撤销时间").optional()
    english_reason = Text(2000, "Why not (English)", "未成原因（英文）", lines=True).optional()
    chinese_reason = Text(2000, "Why not (Chinese)", "未成原因（中文）", lines=True).optional()
    positions = Text(40, "Position", "写入序号", plain=True, internal=True).optional()


READERS = rules.staff | rules.director

roll_over = Kind(
    RollOver,
    label=("Roll over", "Roll overs", "升级批次"),
    scope=Stays("unit"),
    read=READERS,
    title=("unit.name", "from_year.name"),
    list=("unit.name", "from_year.name", "to_year.name", "state", "pupils", "promoted", "graduated", "blocked"),
    order=("asked_at",),
    filter=("state", "asked_at"),
    group=("state",),
    history=False,
)


class RollOverLine(Record):
    """What a roll-over does with the pupils of one grade of one school."""

    run = One(RollOver, "Roll-over", "升级批次", back=("lines", "Lines", "分校分年级情况"))
    school = One(School, "School", "学校")
    grade = Coded(GRADE, "Grade", "年级")
    next_grade = Coded(GRADE, "Next grade", "新年级", note=("None where they graduate.", "毕业年级为空。")).optional()
    pupils = Integer(0, _MOST, "Pupils", "学生数")
    promoted = Integer(0, _MOST, "Promoted", "升级人数")
    graduated = Integer(0, _MOST, "Graduated", "毕业人数")
    staying = Integer(0, _MOST, "Staying", "留在原年级人数")
    blocked = Integer(0, _MOST, "Blocked", "受阻人数")
    left_out = Integer(0, _MOST, "Left out", "暂不处理人数")
    entered = Integer(0, _MOST, "Of the new year already", "已属新学年人数")


roll_over_line = Kind(
    RollOverLine,
    label=("Roll over line", "Roll over lines", "升级分校情况"),
    scope=Stays("school"),
    read=READERS,
    natural_key=("run", "school", "grade"),
    title=("school.name", "grade"),
    list=("school.name", "grade", "next_grade", "pupils", "promoted", "graduated", "staying", "blocked", "left_out"),
    order=("blocked", "school.name"),
    filter=("grade", "blocked"),
    group=("grade", "school"),
    history=False,
)


class ClassFate(State):
    """What becomes of a class (班级去向)."""

    RISES = "RISES", "Goes up", "升级"
    GOES_ON = "GOES_ON", "Goes on as a class of the next stage", "转为下一学段班级"
    ENDS = "ENDS", "Ends", "撤销"


class RollOverClass(Record):
    """What a roll-over does with one class: its grade and its name in the new year.

    A class keeps its record, its number and its head teacher as long as it stays in its stage. Where its pupils go on
    into the next stage at the same school, a class of that stage is made, with the same number and head teacher, unless
    there is one, and the old one ends.
    """

    run = One(RollOver, "Roll-over", "升级批次", back=("classes", "Classes", "班级情况"))
    school = One(School, "School", "学校")
    school_class = One(SchoolClass, "Class", "班级")
    fate = Choice(ClassFate, "What becomes of it", "班级去向")
    grade = Coded(GRADE, "Grade", "年级")
    next_grade = Coded(GRADE, "Next grade", "新年级").optional()
    name = Text(60, "Name", "班级名称").optional()
    next_name = Text(60, "Name in the new year", "新学年班级名称").optional()
    goes_into = One(SchoolClass, "Into the class", "并入班级", note=("One that is there.", "已有的班级。")).optional()
    pupils = Integer(0, _MOST, "Pupils who go with it", "随班学生数")


roll_over_class = Kind(
    RollOverClass,
    label=("Roll over class", "Roll over classes", "升级班级情况"),
    scope=Stays("school"),
    read=READERS,
    natural_key=("run", "school_class"),
    title=("school.name", "name"),
    list=("school.name", "fate", "grade", "next_grade", "name", "next_name", "pupils"),
    order=("grade",),
    filter=("fate", "grade"),
    group=("fate", "grade"),
    history=False,
)


class RollOverRule(State):
    """What stops a pupil, or is to be looked at (升级核查项)."""

    SCHOOL_CLOSED = "SCHOOL_CLOSED", "The school closes before the new year", "学校在新学年前停办"
    NO_NEXT_GRADE = "NO_NEXT_GRADE", "The school does not teach the grade", "学校不开设该年级"
    CLASS_MISMATCH = (
        "CLASS_MISMATCH",
        "The class has ended, or is of another school or grade",
        "班级已撤销或与学校、年级不符",
    )
    OPEN_CASE = "OPEN_CASE", "A procedure is under way", "有未办结的业务"
    NOT_GRADUATED = "NOT_GRADUATED", "Not on a graduation list", "未列入毕业名单"
    SUSPENDED = "SUSPENDED", "Suspended, stays in the grade", "休学，留在原年级"
    NO_CLASS = "NO_CLASS", "Without a class in the new year", "新学年未编班"
    ODD_CLASS = "ODD_CLASS", "The class's grade does not follow from its entry year", "班级年级与入学年份不符"
    CLASS_TOO_LARGE = "CLASS_TOO_LARGE", "The class is larger than is usual", "班额超过规定"
    SCHOOL_TOO_LARGE = "SCHOOL_TOO_LARGE", "The school is larger than is usual", "学校规模超过规定"
    HINDERS = "HINDERS", "Hinders undoing", "阻碍撤销"


BLOCKING = frozenset(
    {
        RollOverRule.SCHOOL_CLOSED,
        RollOverRule.NO_NEXT_GRADE,
        RollOverRule.CLASS_MISMATCH,
        RollOverRule.OPEN_CASE,
        RollOverRule.NOT_GRADUATED,
    }
)


class RollOverSettlement(State):
    """How a finding is settled (处理方式)."""

    LEFT_OUT = "LEFT_OUT", "Left out", "本次不处理"
    CONFIRMED = "CONFIRMED", "Graduation confirmed", "确认毕业"


class RollOverFinding(Record):
    """What stops pupils from being rolled over, or is to be looked at: of one pupil, a class, a grade or a school.

    Who is left out stays as they are, without a class; a later roll-over of the same year takes them along.
    """

    run = One(RollOver, "Roll-over", "升级批次", back=("findings", "Findings", "核查结果"))
    unit = One(Unit, "School", "学校")
    is_blocking = Boolean("Blocks", "是否阻断")
    sort = Choice(RollOverRule, "Rule", "核查项")
    grade = Coded(GRADE, "Grade", "年级").optional()
    student = One(Student, "Student", "学生").optional()
    school_class = One(SchoolClass, "Class", "班级", note=("As it was.", "升级前的班级。")).optional()
    pupils = Integer(0, _MOST, "Pupils concerned", "涉及人数")
    record = Text(80, "Record", "相关记录", plain=True, note=("Its id.", "其标识。")).optional()
    english_text = Text(500, "In detail (English)", "说明（英文）").optional()
    chinese_text = Text(500, "In detail (Chinese)", "说明（中文）").optional()
    settlement = Choice(RollOverSettlement, "Settled by", "处理方式").optional()
    reason = Text(500, "Reason", "处理原因", lines=True).optional()
    settled_by = Text(60, "Who settled it", "处理人").optional()
    settled_at = Moment("Settled at", "处理时间").optional()


roll_over_finding = Kind(
    RollOverFinding,
    label=("Roll over finding", "Roll over findings", "升级核查结果"),
    personal=True,
    scope=Stays("unit"),
    read=rules.staff | rules.director_opened,
    title=("unit.name", "sort"),
    list=("unit.name", "is_blocking", "sort", "grade", "student.number", "pupils", "settlement"),
    order=("is_blocking",),
    filter=("is_blocking", "sort", "grade", "settlement"),
    group=("is_blocking", "sort", "grade", "settlement"),
    history=False,
)
