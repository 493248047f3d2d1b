"""What must hold of pupils, their stays, entries and cases, whatever offices did."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, NamedTuple

from bureau.areas.students.moving import AT_A_SCHOOL
from tests.areas.students.offices import Bureau

SEEN = """query($t: DateTime) { students(asOf: $t, first: 100, orderBy: ID_ASC) { nodes {
    id version status grade { code } school { id } schoolClass { id } seatNumber enteredOn
    enrolments(orderBy: ID_ASC) { nodes { id version school { id } period { from until } endedBy { code } } }
    statusChanges(orderBy: ID_ASC) { nodes { id category { code } toStatus corrects { id } } }
    cases(orderBy: ID_ASC) { nodes { id state step } } } } }"""
"""What is seen of every pupil, now or as of a moment."""

_WRITTEN = ("student", "enrolment", "status_change", "dropout_case", "persuasion", "procedure_case", "case_step", "case_opinion", "case_party", "journal")  # fmt: skip


class Standing(NamedTuple):
    """Where a pupil stands."""

    status: str
    school: int
    grade: str
    school_class: int | None


def standings(bureau: Bureau) -> dict[int, Standing]:
    """Where each pupil stands now."""
    sql = "SELECT id, status, school_id, grade, school_class_id FROM student WHERE void_reason IS NULL"
    return {row[0]: Standing(*row[1:]) for row in bureau.rows(sql)}


def written(bureau: Bureau) -> dict[str, list[tuple[Any, ...]]]:
    """All that verbs may write, row by row."""
    return {table: bureau.rows(f"SELECT * FROM {table} ORDER BY id") for table in _WRITTEN}


class Moment(NamedTuple):
    """What was seen at a moment."""

    moment: str
    seen: Any


def look(bureau: Bureau) -> Moment:
    """What is seen now."""
    seen = bureau.run(bureau.api("registrar").data(SEEN))
    return Moment(datetime.now(UTC).isoformat(), seen)


def remembered(bureau: Bureau, moments: Sequence[Moment]) -> None:
    """As of each moment, exactly what was seen then is seen."""
    for moment, seen in moments:
        assert bureau.run(bureau.api("registrar").data(SEEN, t=moment)) == seen, moment


def one_register(bureau: Bureau) -> None:
    """Nobody stands in two registers: one live student of a person, one open stay exactly while at a school."""
    persons = bureau.rows("SELECT person_id FROM student WHERE void_reason IS NULL")
    assert len(set(persons)) == len(persons)
    stays = defaultdict(list)
    sql = "SELECT student_id, school_id, period_from, period_until, ended_by FROM enrolment WHERE void_reason IS NULL ORDER BY period_from, id"
    for pupil, *stay in bureau.rows(sql):
        stays[pupil].append(stay)
    for pupil, stands in standings(bureau).items():
        own = stays[pupil]
        assert [stay[0] for stay in own if stay[2] is None] == [stands.school] * (stands.status in AT_A_SCHOOL), pupil
        assert all((stay[2] is None) is (stay[3] is None) for stay in own), "a stay that ended says by what"
        for earlier, later in pairwise(own):
            assert earlier[2] <= later[1], "stays never overlap"
    loose = """SELECT s.id FROM student s JOIN school_class c ON c.id = s.school_class_id
        WHERE s.void_reason IS NULL AND (c.school_id <> s.school_id OR c.grade <> s.grade OR c.void_reason IS NOT NULL)"""
    assert bureau.rows(loose) == [], "a class is of the pupil's school and grade"


def entries_tell(bureau: Bureau, before: Mapping[int, Standing], since: int, without_entry: frozenset[int]) -> int:
    """What pupils are now follows from what they were and from the entries since then, but for those of whom something
    was done that needs no entry; the last entry.
    """
    known = dict(before)
    sql = """SELECT id, student_id, from_status, from_school_id, from_grade, from_class_id,
        to_status, to_school_id, to_grade, to_class_id FROM status_change WHERE id > $1 AND void_reason IS NULL ORDER BY id"""
    last = since
    for number, pupil, *told in bureau.rows(sql, since):
        was, then, last = Standing(*told[:4]), Standing(*told[4:]), number
        if pupil in known:  # who has just come from elsewhere was not known before
            assert was == known[pupil]._replace(school=was.school and known[pupil].school), f"entry {number}"
        known[pupil] = then if then.school is not None else then._replace(school=was.school)
    now = standings(bureau)
    for pupil in now.keys() - without_entry:
        assert known.get(pupil) == now[pupil], f"pupil {pupil} is not as the entries say"
    return last


def nobody_decided_their_own(bureau: Bureau) -> None:
    """No opinion is of whoever opened the case, of the pupil, of a guardian, or of anybody who stood aside."""
    own = """SELECT o.id FROM case_opinion o JOIN case_step s ON s.id = o.case_step_id
        JOIN procedure_case c ON c.id = s.case_id JOIN account a ON a.id = o.account_id
        LEFT JOIN account p ON p.id = c.opener_id LEFT JOIN student t ON t.id = c.student_id
        WHERE a.id = c.opener_id OR a.person_id = p.person_id OR a.person_id = t.person_id
            OR EXISTS (SELECT 1 FROM guardianship g WHERE g.student_id = t.id AND g.guardian_id = a.person_id)
            OR EXISTS (SELECT 1 FROM case_recusal r WHERE r.case_id = c.id AND r.account_id = a.id AND r.said_at < o.said_at)"""
    assert bureau.rows(own) == []
    by_kin = """SELECT j.id FROM journal j JOIN status_change c ON c.id = j.record_id JOIN student s ON s.id = c.student_id
        JOIN account a ON a.username = j.actor WHERE j.kind = 'status_change' AND (a.person_id = s.person_id
            OR EXISTS (SELECT 1 FROM guardianship g WHERE g.student_id = s.id AND g.guardian_id = a.person_id))"""
    assert bureau.rows(by_kin) == [], "nor does anybody change the status of a child of theirs"
    twice = "SELECT case_step_id, account_id FROM case_opinion GROUP BY case_step_id, account_id HAVING count(*) > 1"
    assert bureau.rows(twice) == [], "nobody says something twice at one step"


def steps_equal_journal(bureau: Bureau) -> None:
    """Who said what at the steps of cases is who the journal says wrote it, in the same order; one step waits of an
    open case, at the case's own unit, and none of one that has ended.
    """
    told = bureau.rows(
        "SELECT o.id, a.username FROM case_opinion o JOIN account a ON a.id = o.account_id ORDER BY o.id"
    )
    noted = """SELECT record_id, actor FROM journal WHERE kind = 'case_opinion' AND verb = 'decide_case' ORDER BY id"""
    assert [row for row in bureau.rows(noted) if row in told] == told
    waits = """SELECT c.id, c.state, count(s.id), min(s.unit_id), min(c.unit_id), min(s.sequence), min(c.sequence)
        FROM procedure_case c LEFT JOIN case_step s ON s.case_id = c.id AND s.state = 'WAITING' AND s.void_reason IS NULL
        GROUP BY c.id, c.state"""
    for case, state, count, at, unit, step, sequence in bureau.rows(waits):
        assert count == (state == "OPEN"), f"case {case} is {state} and {count} steps wait"
        assert state != "OPEN" or (at, step) == (unit, sequence)
    parties = """SELECT c.id FROM procedure_case c WHERE NOT EXISTS (SELECT 1 FROM case_party p
        WHERE p.case_id = c.id AND p.unit_id = c.unit_id AND p.void_reason IS NULL)"""
    assert bureau.rows(parties) == [], "the unit where a case waits takes part in it"
