"""How the rules of student status stand to what is to be done: the parts that many verbs look at alike (核查)."""

from collections.abc import Iterator
from datetime import date

from bureau.areas.students.circumstances import Circumstances
from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.words import Words
from bureau.registry.status_changes import is_compulsory, is_for_compulsory_pupils, is_possible
from bureau.registry.student import Student, StudentStatus

STATUS_RULES = "教基〔2025〕1号（待核实）"
COMPULSORY_LAW = "义务教育法第二十七条"
OWN_RULES = "学籍管理要求（待核实）"


def judged(
    code: str, is_met: bool, met: Words, unmet: Words, clause: str, path: str = "", *, warns: bool = False
) -> Finding:
    """What a look at one rule found; one that only warns forbids nothing."""
    if is_met:
        return Finding(code, Verdict.PASSED, met, clause, path)
    return Finding(code, Verdict.WARNED if warns else Verdict.BLOCKED, unmet, clause, path)


def may_become(pupil: Student, after: StudentStatus) -> Iterator[Finding]:
    """§2.4: a status is reached only from certain others, and some by no pupil of compulsory education."""
    before = StudentStatus[pupil.status]
    yield judged(
        "status",
        before != after and is_possible(before, after),
        Words(f"From “{before.words.en}” to “{after.words.en}”.", f"由“{before.words.zh}”变更为“{after.words.zh}”。"),
        Words(
            f"The pupil is “{before.words.en}”; nobody goes from there to “{after.words.en}”.",
            f"学生当前为“{before.words.zh}”，不能变更为“{after.words.zh}”。",
        ),
        STATUS_RULES,
    )
    if is_compulsory(pupil.grade) and is_possible(before, after):
        yield judged(
            "compulsory",
            is_for_compulsory_pupils(before, after),
            Words("Pupils of compulsory education may.", "义务教育阶段学生可以办理。"),
            Words("Not for pupils of compulsory education.", "义务教育阶段学生不得办理。"),
            COMPULSORY_LAW,
        )


def is_enrolled(pupil: Student) -> Finding:
    """The pupil is present at a school: neither suspended nor gone."""
    status = StudentStatus[pupil.status]
    return judged(
        "enrolled",
        status == StudentStatus.ENROLLED,
        Words("The pupil is enrolled.", "学生在读。"),
        Words(f"The pupil is “{status.words.en}”.", f"学生当前为“{status.words.zh}”，并非在读。"),
        STATUS_RULES,
    )


def is_free_of_sanctions(pupil: Student, known: Circumstances) -> Finding:
    """§2.5: nobody changes school while a sanction is in force; which one is told to those who read sanctions alone."""
    return judged(
        "no_sanction",
        pupil.id not in known.sanctioned,
        Words("No sanction is in force.", "无生效中的处分。"),
        Words("A sanction is in force: it must be lifted first.", "学生受处分未解除，不予转学。"),
        STATUS_RULES,
    )


def takes_effect(pupil: Student, on: date, known: Circumstances, *, ends_stay: bool = False) -> Iterator[Finding]:
    """§2.7: nothing takes effect in days to come, in a closed term, or before what was done last; a stay that ends
    has lasted a day.
    """
    path = "effective_on"
    yield judged(
        "day_has_come",
        on <= known.today,
        Words("The day has come.", "生效日期已到。"),
        Words(f"It takes effect on {on}: decide it on that day or later.", f"{on} 方可生效，请届时办理。"),
        OWN_RULES,
        path,
    )
    closed = next((term for term in known.closed if term.period.holds(on)), None)
    yield judged(
        "term_open",
        closed is None,
        Words("It lies in no closed term.", "不在已关闭的学期内。"),
        Words("It lies in a term that is closed.", "处于已关闭的学期。"),
        OWN_RULES,
        path,
    )
    last = known.last.get(pupil.id)
    yield judged(
        "order",
        last is None or last <= on,
        Words("Nothing later was done.", "此后没有其他异动。"),
        Words(f"Something was done on {last}, after that day.", f"该生在 {last} 已有异动，不得早于该日。"),
        OWN_RULES,
        path,
    )
    stay = known.stays.get(pupil.id)
    begun = stay.period.start if stay is not None else None
    yield judged(
        "stay",
        not ends_stay or (begun is not None and begun < on),
        Words("The pupil stands in the school's register.", "学生有在读经历。"),
        Words(
            f"The present stay began on {begun}, not before that day." if begun else "No stay of the pupil is open.",
            f"在读经历自 {begun} 起，须晚于该日。" if begun else "学生没有尚未结束的就读经历。",
        ),
        OWN_RULES,
        path,
    )


def is_at_hand(approval_number: str | None) -> Finding:
    """§2.3: a change is approved under a number; a case gives its own."""
    return judged(
        "approval_number",
        bool(approval_number),
        Words(f"Approved under {approval_number}.", f"审批文号：{approval_number}。"),
        Words("No number of the approval is given.", "未填写审批文号。"),
        "JY/T 1001-2012（学籍异动数据项）",
        "approval_number",
        warns=True,
    )
