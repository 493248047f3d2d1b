"""The daily sweep: opens and advances alerts, and tells those whose turn it is by the ladder."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any

from bureau.access.actors import grants_of
from bureau.areas.students.attendance.alert import (
    AbsenceAlert,
    AbsenceRule,
    AbsenceRung,
    AbsenceState,
    absence_alert,
)
from bureau.areas.students.attendance.finding import Absence, Cluster, absences, clusters
from bureau.areas.students.attendance.limits import limit
from bureau.areas.students.attendance.symptom import ClusterState, SymptomCluster, symptom_cluster
from bureau.kernel import rules
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.calendars.school_days import load_school_days
from bureau.machinery.jobs.run import Run
from bureau.machinery.jobs.task import task
from bureau.machinery.notices.notice import Message, send
from bureau.machinery.notices.reminding import Officers
from bureau.registry.school import School
from bureau.registry.school_class import SchoolClass
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.sql import among
from bureau.storage.transaction import Transaction

AT_ONCE = 500
"""Absences that are seen to in one step."""

_RUNGS = tuple(AbsenceRung)


@task(daily=time(18))
async def sweep_attendance(run: Run) -> Words:
    """Find the pupils who stay away and the classes with like symptoms, and tell those whose turn it is."""
    readers = run.store.database.readers
    term = (await load_school_days(readers)).term_of(run.day)
    found, like = await absences(readers, run.day, term.period if term else None), await clusters(readers, run.day)
    officers = Officers(await grants_of(run.store.database))
    run.total = len(found) + len(like)
    for start in range(0, len(found), AT_ONCE):
        run.done = min(start + AT_ONCE, len(found))
        await run.step(_on(run, _see_to_absences, found[start : start + AT_ONCE], officers))
    run.done = run.total
    await run.step(_on(run, _see_to_clusters, like, officers))
    return Words(
        f"{len(found)} absences and {len(like)} clusters of symptoms.",
        f"缺勤 {len(found)} 项，聚集性症状 {len(like)} 项。",
    )


def _on(run: Run, work: Callable[..., Awaitable[None]], *given: Any) -> Callable[[Transaction], Awaitable[None]]:
    return lambda tx: work(Act(run.store, tx, sweep_attendance.name), run.day, *given)


def rung_of(absence: Absence, day: date) -> AbsenceRung:
    """What is to be done about an absence by now; what is no chain is to be reported at once."""
    if absence.rule is not AbsenceRule.CHAIN or absence.days >= limit("absence_report_days", day):
        return AbsenceRung.REPORT
    return AbsenceRung.VISIT if absence.days >= limit("absence_visit_days", day) else AbsenceRung.CONTACT


async def _see_to_absences(act: Act, day: date, found: Sequence[Absence], officers: Officers) -> None:
    held = await act.hold_all(AbsenceAlert, student_id__in=list({absence.student for absence in found}))
    new: list[tuple[Absence, AbsenceRung]] = []
    changes: list[tuple[AbsenceAlert, Mapping[str, Any]]] = []
    for absence in found:
        rung = rung_of(absence, day)
        known = next((alert for alert in held if _is_the_same(alert, absence)), None)
        if known is None:
            new.append((absence, rung))
        elif known.state != AbsenceState.CLOSED and (known.last_day, known.days) != (absence.last, absence.days):
            higher = max(rung, AbsenceRung[known.rung], key=_RUNGS.index)
            changes.append((known, {"last_day": absence.last, "days": absence.days, "rung": higher}))
    places = await _places(found)
    opened = [_opened(absence, rung, day, places) for absence, rung in new]
    before = {alert.id: alert.rung for alert, _ in changes}
    written = await act.create_all(AbsenceAlert, opened) + await act.change_all(AbsenceAlert, changes)
    risen = [alert for alert in written if before.get(alert.id) != alert.rung]
    await _tell_of_alerts(act, risen, officers)


def _is_the_same(alert: AbsenceAlert, absence: Absence) -> bool:
    """Whether an alert is of what was found: of the same rule, and no later than the alert's own days allow."""
    is_of_them = alert.__dict__["student_id"] == absence.student and alert.rule == absence.rule
    return is_of_them and alert.first_day <= absence.last and absence.first <= alert.last_day


def _opened(absence: Absence, rung: AbsenceRung, day: date, places: "Places") -> Mapping[str, Any]:
    students, classes, schools = places
    class_ = classes[absence.school_class]
    return {
        "student": students[absence.student],
        "school_class": class_,
        "school": schools[class_.__dict__["school_id"]],
        "rule": absence.rule,
        "rung": rung,
        "first_day": absence.first,
        "last_day": absence.last,
        "days": absence.days,
        "state": AbsenceState.SUSPECTED,
        "opened_on": day,
    }


Places = tuple[Mapping[int, Student], Mapping[int, SchoolClass], Mapping[int, School]]


async def _places(found: Iterable[Absence | Cluster]) -> Places:
    students = await Student.filter(id__in=[one.student for one in found if isinstance(one, Absence)])
    classes = await SchoolClass.filter(id__in=list({one.school_class for one in found}))
    schools = await School.filter(id__in=list({class_.__dict__["school_id"] for class_ in classes}))
    return {s.id: s for s in students}, {c.id: c for c in classes}, {s.id: s for s in schools}


async def _see_to_clusters(act: Act, day: date, found: Sequence[Cluster], officers: Officers) -> None:
    held = await act.hold_all(SymptomCluster, school_class_id__in=list({one.school_class for one in found}))
    _, classes, schools = await _places(found)
    new, changes = [], []
    for one in found:
        known = next((cluster for cluster in held if _is_the_same_cluster(cluster, one)), None)
        if known is None:
            class_ = classes[one.school_class]
            place = {"school_class": class_, "school": schools[class_.__dict__["school_id"]], "symptom": one.symptom}
            span = {"first_day": one.first, "last_day": one.last, "pupils": one.pupils}
            new.append({**place, **span, "state": ClusterState.OPEN})
        elif known.state == ClusterState.OPEN:
            changes.append((known, {"last_day": one.last, "pupils": max(one.pupils, known.pupils)}))
    opened = await act.create_all(SymptomCluster, new)
    await act.change_all(SymptomCluster, changes)
    words = Words(
        "Several pupils of a class have the same symptom: tell the school doctor and the disease control within a day.",
        "同一班级多名学生出现相同症状，请在 24 小时内报告校医和疾控机构。",
    )
    heads = await _heads(act.tx, opened)
    await _tell(
        act, symptom_cluster, [(one, words, _concerned(one, AbsenceRung.REPORT, heads, officers)) for one in opened]
    )


def _is_the_same_cluster(cluster: SymptomCluster, found: Cluster) -> bool:
    is_of_it = cluster.__dict__["school_class_id"] == found.school_class and cluster.symptom == found.symptom
    return is_of_it and cluster.first_day <= found.last and found.first <= cluster.last_day


async def _tell_of_alerts(act: Act, alerts: Sequence[AbsenceAlert], officers: Officers) -> None:
    """Tell the head teacher; from the visit on the school's registrar; once it is to be reported its bureau."""
    heads = await _heads(act.tx, alerts)
    told = []
    for alert in alerts:
        rung = AbsenceRung[alert.rung]
        words = Words(
            f"A pupil missed {alert.days} school days: {rung.words.en.lower()}.",
            f"有学生缺课 {alert.days} 个教学日：{rung.words.zh}。",
        )
        told.append((alert, words, _concerned(alert, rung, heads, officers)))
    await _tell(act, absence_alert, told)


def _concerned(
    record: AbsenceAlert | SymptomCluster, rung: AbsenceRung, heads: Mapping[int, set[int]], officers: Officers
) -> set[int]:
    place = record.__dict__
    found = set(heads.get(place["school_class_id"], ()))
    if rung is not AbsenceRung.CONTACT or not found:
        found |= officers.nearest(rules.registrar, place["county_id"], place["school_id"])
    if rung is AbsenceRung.REPORT:
        found |= officers.nearest(rules.registrar, place["county_id"], None)
    return found


async def _heads(tx: Transaction, records: Sequence[AbsenceAlert | SymptomCluster]) -> Mapping[int, set[int]]:
    """The open accounts of the head teachers of the classes that records are of."""
    classes = list({record.__dict__["school_class_id"] for record in records})
    of, values = among(tx.dialect, "c.id", classes)
    sql = (
        "SELECT c.id, a.id FROM school_class c JOIN teacher t ON t.id = c.head_teacher_id"
        f" JOIN account a ON a.person_id = t.person_id WHERE {of}"
        " AND t.void_reason IS NULL AND a.void_reason IS NULL AND a.closed_at IS NULL"
    )
    found: dict[int, set[int]] = {}
    for class_, account in map(tuple, await tx.fetch(sql, *values) if classes else ()):
        found.setdefault(class_, set()).add(account)
    return found


async def _tell(
    act: Act, kind: Kind, told: Iterable[tuple[AbsenceAlert | SymptomCluster, Words, Iterable[int]]]
) -> None:
    messages = [
        Message(account, words, f"{kind.type_name}:{one.id}", f"{kind.name}:{one.id}:{one.__dict__.get('rung', '')}")
        for one, words, accounts in told
        for account in accounts
    ]
    await send(act.store, messages, act.tx)
