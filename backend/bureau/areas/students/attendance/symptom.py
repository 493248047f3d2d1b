"""What pupils of a class complain of on one day, and when so many do that the school doctor is told (晨午检)."""

from datetime import date
from typing import Annotated

from bureau.areas.students.attendance.marking import MARKERS
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, invalid, refuse
from bureau.kernel.field import Choice, Coded, CodeTable, Date, Integer, Moment, One, Rows, State, Text
from bureau.kernel.kind import Distinct, Kind, Stays
from bureau.kernel.shape import Shape
from bureau.kernel.words import Words
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass, school_class
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.record import Record

SYMPTOM = CodeTable("symptom", Words("Symptom", "症状"), "Bureau")


class SymptomReport(Record):
    """A symptom of one pupil on one day, by its code: no diagnosis is written down here."""

    student = One(Student, "Student", "学生", back=("symptom_reports", "Symptom reports", "症状登记"))
    school_class = One(SchoolClass, "Class", "班级", back=("symptom_reports", "Symptom reports", "症状登记"))
    school = One(School, "School", "学校")
    day = Date("Day", "日期")
    symptom = Coded(SYMPTOM, "Symptom", "症状")
    reported_by = Text(60, "Reported by", "登记人")
    reported_at = Moment("Reported at", "登记时间")


symptom_report = Kind(
    SymptomReport,
    label=("Symptom report", "Symptom reports", "症状登记"),
    personal=True,
    scope=Stays("school"),
    kin=("student", "pupils"),
    headed="school_class",
    read=MARKERS | rules.principal | rules.guardian,
    void=MARKERS,
    natural_key=("student", "day", "symptom"),
    title=("student.person.name", "day"),
    list=("student.number", "school_class.name", "day", "symptom"),
    order=("day",),
    filter=("day", "symptom"),
    group=("symptom", "day"),
)


class ClusterState(State):
    """Whether a cluster was seen to (处置状态)."""

    OPEN = "OPEN", "Open", "待处置"
    CLOSED = "CLOSED", "Closed", "已处置"


class SymptomCluster(Record):
    """So many pupils of a class with the same symptom within days that the school doctor is told (聚集性症状).

    It tells of a class and of no pupil.
    """

    school_class = One(SchoolClass, "Class", "班级", back=("symptom_clusters", "Symptom clusters", "聚集性症状"))
    school = One(School, "School", "学校", back=("symptom_clusters", "Symptom clusters", "聚集性症状"))
    symptom = Coded(SYMPTOM, "Symptom", "症状")
    first_day = Date("First day", "起始日期")
    last_day = Date("Last day", "最近日期")
    pupils = Integer(1, 200, "Pupils", "人数")
    state = Choice(ClusterState, "State", "处置状态", by_verbs=True)
    measures = Text(500, "What was done", "处置措施", lines=True, by_verbs=True).optional()
    closed_on = Date("Closed on", "处置日期", by_verbs=True).optional()


symptom_cluster = Kind(
    SymptomCluster,
    label=("Symptom cluster", "Symptom clusters", "聚集性症状"),
    scope=Stays("school"),
    headed="school_class",
    read=MARKERS | rules.principal | rules.director,
    title=("school_class.name", "first_day"),
    list=("school.name", "school_class.name", "symptom", "first_day", "last_day", "pupils", "state"),
    order=("last_day",),
    filter=("state", "symptom", "last_day"),
    group=("state", "symptom"),
    distinct=(Distinct(("school_class", "symptom", "first_day"), "first_day"),),
)


class SymptomLine(Shape):
    """A pupil, and what they complain of (症状)."""

    student = One(Student, "Student", "学生")
    symptom = Coded(SYMPTOM, "Symptom", "症状")


@action(school_class, MARKERS, label=("Report symptoms", "登记症状"))
async def report_symptoms(
    act: Act,
    school_class: SchoolClass,
    *,
    day: Annotated[date, SymptomReport.day],
    symptoms: Annotated[list[SymptomLine], Rows(SymptomLine, "Symptoms", "症状名单", most=200)],
) -> SchoolClass:
    """Note the symptoms of pupils of a class on a day; what is known already stays as it is."""
    if day > act.today:
        raise Refusal([invalid("day", "it is still to come.", "不能登记未来日期。")])
    if strangers := [n for n, s in enumerate(symptoms) if s.student.__dict__["school_class_id"] != school_class.id]:
        words = SymptomReport.school_class.words
        raise Refusal([fault(Code.MISMATCH, "symptoms", str(place), "student", other=words) for place in strangers])
    known = await act.hold_all(SymptomReport, school_class_id=school_class.id, day=day)
    there = {(one.__dict__["student_id"], one.symptom) for one in known}
    new = {(s.student.id, s.symptom): s for s in symptoms if (s.student.id, s.symptom) not in there}
    school = await School.get(id=school_class.__dict__["school_id"])
    by = {"reported_by": act.actor.name, "reported_at": act.tx.now()}
    place = {"school_class": school_class, "school": school, "day": day}
    await act.create_all(
        SymptomReport, [{"student": s.student, "symptom": s.symptom, **place, **by} for s in new.values()]
    )
    return school_class


@action(symptom_cluster, MARKERS, label=("Close", "登记处置"))
async def close_symptom_cluster(
    act: Act, cluster: SymptomCluster, *, measures: Annotated[str, SymptomCluster.measures]
) -> SymptomCluster:
    """Note what was done about a cluster of symptoms, the school doctor and the disease control being told."""
    if cluster.state == ClusterState.CLOSED:
        raise refuse(Code.ENDED, "id", kind=symptom_cluster.words)
    return await act.change(cluster, state=ClusterState.CLOSED, measures=measures, closed_on=act.today)
