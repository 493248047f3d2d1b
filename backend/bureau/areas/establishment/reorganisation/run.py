"""A reorganisation: what becomes of schools and of their pupils, classes and staff, as one operation (学校调整)."""

from bureau.kernel import rules
from bureau.kernel.field import Boolean, Choice, Date, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind, Stays
from bureau.machinery.jobs.job import Job
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.teacher import Teacher
from bureau.registry.unit import Unit
from bureau.storage.record import Record

_MOST = 1_000_000


class ReorganisationSort(State):
    """What becomes of the schools (调整方式)."""

    MERGER = "MERGER", "Schools merge into another", "合并"
    SPLIT = "SPLIT", "Classes of a school become another school's", "分立"
    PLACEMENT = "PLACEMENT", "Classes are placed at another school", "分流安置"


class ReorganisationState(State):
    """Where a reorganisation stands (调整状态)."""

    PREVIEWING = "PREVIEWING", "Being previewed", "预演中"
    PREVIEWED = "PREVIEWED", "Previewed", "已预演"
    APPROVED = "APPROVED", "Approved", "已批准"
    COMMITTING = "COMMITTING", "Being carried out", "执行中"
    COMMITTED = "COMMITTED", "Carried out", "已执行"
    UNDOING = "UNDOING", "Being undone", "撤销中"
    UNDONE = "UNDONE", "Undone", "已撤销"
    FAILED = "FAILED", "Failed", "失败"


class Reorganisation(Record):
    """What becomes of schools on a day: previewed, approved where it takes a decision, then carried out as a whole or
    not at all.

    Nothing but the preview is written before it is carried out, and all of it can be undone as long as nothing that
    came later depends on it.
    """

    unit = One(Unit, "Bureau in charge", "主管机构", back=("reorganisations", "Reorganisations", "学校调整"))
    sort = Choice(ReorganisationSort, "Sort", "调整方式")
    successor = One(School, "School that takes over", "承接学校", back=("takeovers", "What it takes over", "承接调整"))
    effective_on = Date("Takes effect on", "生效日期")
    reason = Text(1000, "Reason", "原因", lines=True)
    state = Choice(ReorganisationState, "State", "状态")
    asked_at = Moment("Asked for at", "提交时间")
    asked_by = Text(60, "Asked for by", "提交人")
    job = One(Job, "Job", "后台任务").optional()
    pupils = Integer(0, _MOST, "Pupils", "学生数")
    classes = Integer(0, _MOST, "Classes", "班级数")
    teachers = Integer(0, _MOST, "Staff", "教职工数")
    posts = Integer(0, _MOST, "Posts", "岗位数")
    campuses = Integer(0, _MOST, "Campuses", "校区数")
    document = Text(100, "Decision", "批准文号").optional()
    approved_on = Date("Approved on", "批准日期").optional()
    committed_at = Moment("Carried out at", "执行时间").optional()
    undone_at = Moment("Undone at", "撤销时间").optional()
    english_reason = Text(2000, "Why not (English)", "未成原因（英文）", lines=True).optional()
    chinese_reason = Text(2000, "Why not (Chinese)", "未成原因（中文）", lines=True).optional()
    positions = Text(40, "Position", "写入序号", plain=True, internal=True).optional()


COUNTS = ("pupils", "classes", "teachers", "posts", "campuses")
"""What a reorganisation counts."""

READERS = rules.staff | rules.director | rules.personnel | rules.inspector

reorganisation = Kind(
    Reorganisation,
    label=("Reorganisation", "Reorganisations", "学校调整"),
    scope=Stays("unit"),
    read=READERS,
    title=("successor.name", "sort", "effective_on"),
    list=("sort", "successor.name", "effective_on", "state", "pupils", "classes", "teachers", "unit.name"),
    order=("asked_at", "effective_on"),
    filter=("sort", "state", "effective_on", "asked_at"),
    group=("sort", "state"),
    history=False,
)


class ReorganisationPart(Record):
    """What goes over: a whole school, or one class or member of staff of it."""

    run = One(Reorganisation, "Reorganisation", "学校调整", back=("parts", "What goes over", "调整对象"))
    school = One(School, "School", "学校", back=("reorganised", "Reorganisations of it", "本校调整"))
    school_class = One(SchoolClass, "Class", "班级").optional()
    teacher = One(Teacher, "Member of staff", "教职工").optional()


reorganisation_part = Kind(
    ReorganisationPart,
    label=("Reorganisation part", "Reorganisation parts", "调整对象"),
    scope=Stays("school"),
    read=READERS,
    title=("school.name", "school_class.name"),
    list=("school.name", "school_class.name", "teacher.number"),
    order=("school.name",),
    history=False,
)


class ReorganisationClass(Record):
    """What becomes of one class: its number and name at the school that takes it over."""

    run = One(Reorganisation, "Reorganisation", "学校调整", back=("class_lines", "Classes", "班级情况"))
    school = One(School, "School", "学校")
    school_class = One(SchoolClass, "Class", "班级")
    number = Integer(1, 99, "Number", "原班号")
    next_number = Integer(1, 99, "Number then", "新班号")
    name = Text(60, "Name", "原班级名称")
    next_name = Text(60, "Name then", "新班级名称")
    pupils = Integer(0, _MOST, "Pupils", "学生数")


reorganisation_class = Kind(
    ReorganisationClass,
    label=("Reorganisation class", "Reorganisation classes", "调整班级情况"),
    scope=Stays("school"),
    read=READERS,
    natural_key=("run", "school_class"),
    title=("school.name", "name"),
    list=("school.name", "name", "next_name", "number", "next_number", "pupils"),
    order=("number",),
    history=False,
)


class ReorganisationFinding(Record):
    """What stands in the way of a reorganisation, or is to be looked at."""

    run = One(Reorganisation, "Reorganisation", "学校调整", back=("findings", "Findings", "核查结果"))
    unit = One(Unit, "Unit", "机构")
    is_blocking = Boolean("Blocks", "是否阻断")
    code = Text(40, "Rule", "核查项", plain=True)
    english_text = Text(1000, "In detail (English)", "说明（英文）")
    chinese_text = Text(1000, "In detail (Chinese)", "说明（中文）")
    record = Text(80, "Record", "相关记录", plain=True, note=("Its id.", "其标识。")).optional()


reorganisation_finding = Kind(
    ReorganisationFinding,
    label=("Reorganisation finding", "Reorganisation findings", "调整核查结果"),
    scope=Stays("unit"),
    read=READERS,
    title=("unit.name", "code"),
    list=("unit.name", "is_blocking", "code", "chinese_text", "record"),
    order=("is_blocking",),
    filter=("is_blocking", "code"),
    group=("is_blocking", "code"),
    history=False,
)
