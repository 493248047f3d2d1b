"""A care record: for how long a child was left behind, or lived with parents who migrated (留守儿童、随迁子女)."""

from collections.abc import Iterator

from bureau.areas.students.circumstances import PACKAGE
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Boolean, Choice, Coded, CodeTable, One, Span, State, Text
from bureau.kernel.kind import CheckContext, Follows, Kind
from bureau.kernel.words import Words
from bureau.registry.division import Division
from bureau.registry.standards import is_of_age, standard
from bureau.registry.student import Student
from bureau.storage.record import Record

CARE_GIVER = CodeTable("care_giver", Words("Who cares for the child", "照护人"), "国发〔2016〕13号")


class CareSort(State):
    """What is so for a time (类别)."""

    LEFT_BEHIND = "LEFT_BEHIND", "Left behind", "留守儿童"
    MIGRANT = "MIGRANT", "Living with parents who migrated", "随迁子女"


class ParentsAway(State):
    """Which parents are away (外出情况)."""

    BOTH = "BOTH", "Both", "父母双方外出"
    ONE = "ONE", "One, and the other cannot guard", "一方外出另一方无监护能力"


class CareRecord(Record):
    """The time in which a pupil is left behind, or lives away from home with parents who migrated.

    Left behind is who is below the age of the standards and whose parents are both away, or one of them while the other
    cannot guard. A child is one of the two at a time, or neither.
    """

    student = One(Student, "Student", "学生", back=("care_records", "Care records", "关爱档案"))
    sort = Choice(CareSort, "Sort", "类别")
    period = Span("Period", "起止日期")
    parents_away = Choice(ParentsAway, "Parents away", "父母外出情况").optional()
    care_giver = Coded(CARE_GIVER, "Who cares for the child", "照护人类别").optional()
    home = One(Division, "Registered at home in", "户籍所在地").optional()
    in_public_place = Boolean(
        "In a public or purchased place",
        "公办或政府购买学位",
        note=("For those who live with parents who migrated.", "随迁子女填写。"),
    ).optional()
    note = Text(1000, "Note", "关爱帮扶情况", lines=True).optional()


def _says_what_its_sort_needs(record: CareRecord, context: CheckContext) -> Iterator[Fault]:
    """§2.6: of a left-behind child who is away and who cares, of a migrant child where home is."""
    left = record.sort == CareSort.LEFT_BEHIND
    needed = ("parents_away", "care_giver") if left else ("home", "in_public_place")
    other = ("home", "in_public_place") if left else ("parents_away", "care_giver")
    given = {name: record.__dict__.get("_home" if name == "home" else name) for name in (*needed, *other)}
    for name in needed:
        if given[name] is None:
            yield fault(Code.REQUIRED, name)
    for name in other:
        if given[name] is not None:
            yield invalid(name, "it is asked of the other sort alone.", "该项仅适用于另一类别。")


def _is_young_enough(record: CareRecord, context: CheckContext) -> Iterator[Fault]:
    """§2.6: only who is below the age of the standards is left behind."""
    born, since = record.student.__dict__.get("person_birth_date"), record.period.start
    least = standard("left_behind_age", since, package=PACKAGE) if since else None
    if record.sort == CareSort.LEFT_BEHIND and born and least and is_of_age(born, int(least.value), since):
        reason = Words(f"{least.value} years old on {since}.", f"{since} 已满 {least.value} 周岁。")
        yield fault(Code.AGE, "period", reason=reason)


care_record = Kind(
    CareRecord,
    label=("Care record", "Care records", "关爱档案"),
    personal=True,
    scope=Follows("student"),
    kin=("student", "pupils"),
    read=rules.principal | rules.registrar | rules.aid | rules.director_opened | rules.guardian,
    create=rules.registrar,
    update=rules.registrar,
    void=rules.registrar,
    natural_key=("student", "period"),
    title=("student.person.name", "sort"),
    list=("student.number", "sort", "period", "parents_away", "care_giver", "home.name"),
    order=("period",),
    filter=("sort", "parents_away", "care_giver", "in_public_place"),
    group=("sort", "parents_away", "care_giver", "in_public_place"),
    effective=("period",),
    apart=("student", "period"),
    checks=(_says_what_its_sort_needs, _is_young_enough),
)
