"""Whatever offices do with pupils, by verbs and by procedures, in whatever order, the register stays one that agrees
with itself, with its entries and with its past.
"""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from bureau.catalogue import Catalogue
from bureau.graph.schema import BureauSchema
from tests.areas.students.holding import (
    Moment,
    Standing,
    entries_tell,
    look,
    nobody_decided_their_own,
    one_register,
    remembered,
    standings,
    steps_equal_journal,
    written,
)
from tests.areas.students.offices import OFFICES, Bureau, Peopled, peopled
from tests.support import databases
from tests.support.world import World

FITS = st.sampled_from((True, True, True, True, False))
"""Whether what is done is what may be done where the pupil stands, by whom it may; the rest is mostly refused."""
PUPILS = st.sampled_from(("单雄信", "单雄信", "张丽", "李伟", "王芳", "阿依古丽·买买提", "赵强"))
SCHOOLS = st.sampled_from(("东城小学", "东城中学", "西城小学", "成都市实验中学"))
GRADES = st.sampled_from(("P1", "P2", "P3", "J1", "J2", "S3"))
WHO = st.sampled_from(OFFICES)
CHOICE = st.integers(0, 59)
DAYS = st.sampled_from((0, 0, -3, 1))
CLASS_OF = {"P1": 1, "P2": 2, "P6": 1, "J1": 1}
"""How many classes of a grade there may be at a school."""

BY_STATUS: Mapping[str, tuple[str, ...]] = {
    "ENROLLED": ("suspendStudent", "sendAbroad", "transferOutOfCity", "changeClass", "reportDropout", "correctStatus"),
    "SUSPENDED": ("resumeStudent", "resumeStudent", "suspendStudent", "sendAbroad", "reportDropout", "correctStatus"),
    "DROPPED_OUT": ("suspendStudent", "transferOutOfCity", "correctStatus"),
    "ABROAD": ("returnFromAbroad", "returnFromAbroad", "correctStatus"),
    "TRANSFERRED_OUT": ("transferIn", "transferIn", "correctStatus"),
}
"""What may be done where somebody stands; of whom nothing is said here, an entry is taken back."""
VERBS = (*{verb for verbs in BY_STATUS.values() for verb in verbs}, "leaveStudent", "withdrawStudent", "expelStudent", "recordDeath", "placeStudent")  # fmt: skip
PROCEDURES_BY_STATUS: Mapping[str, tuple[str, ...]] = {
    "ENROLLED": ("openTransfer", "openTransfer", "openTransfer", "openSuspension", "openRepeat", "openSkip", "openAbroad", "openCorrection"),
    "SUSPENDED": ("openResumption", "openResumption", "openCorrection"),
    "ABROAD": ("openReturnFromAbroad",),
}  # fmt: skip
BY_GUARDIANS = ("openRepeat", "openSkip")
PROCEDURES = (*{one for some in PROCEDURES_BY_STATUS.values() for one in some}, "openWithdrawal", "openDeath")
WITHOUT_ENTRY = {"placeStudent", "admitStudents"}
"""What changes school, grade or class and is no change of status."""
OFTEN = 6
"""So much at least is done in a run, or it tries too little."""


class Histories(RuleBasedStateMachine):
    """One bureau, and what its offices do there day after day."""

    def __init__(self, bureau: Bureau, done: Counter[str]) -> None:
        super().__init__()
        self.bureau, self._done = bureau, done
        self._before = standings(bureau)
        self._entry = max((row[0] for row in bureau.rows("SELECT id FROM status_change")), default=0)
        self._moments: list[Moment] = []
        self._rolled = False
        self._serial = 0

    def teardown(self) -> None:
        try:
            remembered(self.bureau, self._moments)
        finally:
            self.bureau.close()

    # What is done ------------------------------------------------------------------------------------------------

    @rule(fits=FITS, who=WHO, pupil=PUPILS, choice=CHOICE, to=SCHOOLS, grade=GRADES, days=DAYS)
    def does(self, fits: bool, who: str, pupil: str, choice: int, to: str, grade: str, days: int) -> None:
        stands = self._stands(pupil)
        verb = VERBS[choice % len(VERBS)]
        if fits:
            verbs = BY_STATUS.get(stands.status, ("correctStatus",))
            verb = verbs[choice % len(verbs)]
            verb = "placeStudent" if verb == "changeClass" and stands.school_class is None else verb
            who, to, grade, days = self._in_charge(pupil), self._school_for(pupil, choice), stands.grade, 0
            who = self._of_school(pupil) if verb in ("placeStudent", "changeClass", "reportDropout") else who
        given = self._given(verb, pupil, to, grade, choice, days)
        self._attempt(who, verb, pupil, id=self._id(pupil), **given)

    @rule(fits=FITS, who=WHO, pupil=PUPILS, choice=CHOICE, to=SCHOOLS, days=DAYS)
    def applies(self, fits: bool, who: str, pupil: str, choice: int, to: str, days: int) -> None:
        stands = self._stands(pupil)
        verb = PROCEDURES[choice % len(PROCEDURES)]
        if fits:
            verbs = PROCEDURES_BY_STATUS.get(stands.status, ("openCorrection",))
            verb = verbs[choice % len(verbs)]
            to, days = self._school_for(pupil, choice), 0
            who = "parent" if pupil == "单雄信" and choice % 2 else self._of_school(pupil)
            verb = verb if who == "parent" or verb not in BY_GUARDIANS else "openTransfer"
        given = self._given(verb, pupil, to, stands.grade, choice, days)
        given = {name: value for name, value in given.items() if name != "approvalNumber"}
        self._attempt(who, verb, pupil, student=self._id(pupil), **given)

    @precondition(lambda self: self._open_cases())
    @rule(fits=FITS, who=WHO, choice=CHOICE, decision=st.sampled_from(("APPROVE",) * 6 + ("REJECT",)))
    def decides(self, fits: bool, who: str, choice: int, decision: str) -> None:
        case, turn = self._case(choice)
        self._attempt(turn if fits else who, "decideCase", None, id=case, decision=decision, opinion="意见")

    @precondition(lambda self: self._open_cases())
    @rule(choice=CHOICE)
    def all_agree(self, choice: int) -> None:
        """Whoever may decides, one step after the other, until the case has ended or somebody else must do something."""
        for turn in range(4):
            if self._open_cases():
                case, who = self._case(choice % 2 + 2 * (choice // 2 + turn))
                if self._attempt(who, "decideCase", None, id=case, decision="APPROVE"):
                    self._attempt(who, "decideCase", None, id=case, decision="REJECT", opinion="不符合规定")

    @precondition(lambda self: self._open_cases())
    @rule(fits=FITS, who=WHO, choice=CHOICE, verb=st.sampled_from(("returnCase", "withdrawCase", "pauseCase", "resumeCase", "delegateCase", "recuseCase")))  # fmt: skip
    def handles(self, fits: bool, who: str, choice: int, verb: str) -> None:
        case, turn = self._case(choice)
        ((first,),) = self.bureau.rows(
            "SELECT code FROM case_step WHERE case_id = $1 AND sequence = 1", int(case.partition(":")[2])
        )
        given: dict[str, dict[str, Any]] = {
            "returnCase": {"step": first, "reason": "材料不全"},
            "withdrawCase": {"reason": "不再申请"},
            "pauseCase": {"sort": "SUPPLEMENT", "reason": "补正"},
            "resumeCase": {},
            "delegateCase": {
                "username": ("east_relative", "west_principal", "west_other")[choice % 3],
                "reason": "外出",
            },
            "recuseCase": {"reason": "与申请人有利害关系"},
        }
        self._attempt(turn if fits else who, verb, None, id=case, **given[verb])

    @precondition(lambda self: self._open_dropouts())
    @rule(fits=FITS, who=WHO, verb=st.sampled_from(("verifyDropout", "verifyDropout", "dismissDropout", "logPersuasion", "returnDropout", "endDropout")))  # fmt: skip
    def follows(self, fits: bool, who: str, verb: str) -> None:
        case, number = self._open_dropouts()[0]
        today = str(self.bureau.today)
        given: dict[str, dict[str, Any]] = {
            "verifyDropout": {"effectiveOn": today, "reason": "核实"},
            "dismissDropout": {"outcome": "在校"},
            "logPersuasion": {"doneOn": today, "way": "CALL", "doneBy": "班主任", "text": "同意返校"},
            "returnDropout": {"effectiveOn": today, "daysAttended": 5, "outcome": "已返校"},
            "endDropout": {"end": "LEFT", "outcome": "劝返无效", "reportNumber": "报告1"},
        }
        (pupil,) = (name for name, one in self.bureau.city.students.items() if one == number)
        office = self._in_charge(pupil) if fits else who
        self._attempt(office, verb, None, id=f"DropoutCase:{case}", **given[verb])

    @precondition(lambda self: self._stands("李伟").grade == "P6")
    @rule(fits=FITS, who=WHO, verb=st.sampled_from(("graduateStudents", "completeStudents")), pupil=PUPILS, to=SCHOOLS)
    def ends_a_stage(self, fits: bool, who: str, verb: str, pupil: str, to: str) -> None:
        """Who has finished a stage enters the next one."""
        pupil = "李伟" if fits else pupil
        self.bureau.wait(int(fits))  # a stay lasts a day
        stands, today = self._stands(pupil), str(self.bureau.today)
        ((number,),) = self.bureau.rows("SELECT number FROM student WHERE id = $1", self.bureau.city.students[pupil])
        self._serial += 1
        school = stands.school
        given = {"pupils": f"{number} B{self._serial}", "reason": "毕业", "approvalNumber": "样1"}
        if stands.status in ("GRADUATED", "COMPLETED"):
            verb, school, given = "admitStudents", self.bureau.city.schools[to], {"pupils": number, "grade": "J1"}
        office = self._in_charge(pupil) if fits else who
        self._attempt(office, verb, pupil, id=f"School:{school}", effectiveOn=today, **given)

    @rule(days=st.sampled_from((1, 1, 1, 3, 10, 110)))
    def time_passes(self, days: int) -> None:
        self.bureau.wait(days)

    @precondition(lambda self: not self._rolled and self.bureau.today >= date(2027, 1, 1))
    @rule(school=SCHOOLS)
    def the_year_ends(self, school: str) -> None:
        """A school goes up into the next year; who stands in the way is left out."""
        bureau, self._rolled = self.bureau, True
        bureau.wait_until(max(bureau.today, date(2027, 9, 1)))
        asked = {"unit": f"School:{bureau.city.schools[school]}", "fromYear": f"SchoolYear:{bureau.city.school_year}"}
        payload = bureau.run(bureau.api("city").write("previewRollOver", "rollOver { id }", **asked))
        assert payload["errors"] == [], payload
        bureau.work()
        run = payload["rollOver"]["id"]
        found = "query($id: ID!) { rollOver(id: $id) { state findings(first: 100) { nodes { id sort isBlocking } } } }"
        for each in bureau.run(bureau.api("city").data(found, id=run))["rollOver"]["findings"]["nodes"]:
            if each["isBlocking"]:
                verb = "confirmGraduation" if each["sort"] == "NOT_GRADUATED" else "leaveOutOfRollOver"
                assert bureau.write("city", verb, id=each["id"], reason="另行办理") == [], each
        assert bureau.write("city", "commitRollOver", id=run, confirmation=school) == []
        bureau.work()
        assert bureau.run(bureau.api("city").data(found, id=run))["rollOver"]["state"] == "COMMITTED"
        self._done["commitRollOver"] += 1
        self._note(frozenset(self._before))

    # What holds --------------------------------------------------------------------------------------------------

    @invariant()
    def holds(self) -> None:
        one_register(self.bureau)
        nobody_decided_their_own(self.bureau)
        steps_equal_journal(self.bureau)

    def _attempt(self, who: str, verb: str, pupil: str | None, **given: Any) -> list[tuple[str, str]]:
        """Do one thing; a refusal changes nothing. Its faults."""
        before = written(self.bureau)
        faults = self.bureau.write(who, verb, **given)
        if faults:
            assert written(self.bureau) == before, f"{verb} was refused with {faults}"
            return faults
        self._done[verb] += 1
        is_silent = verb in WITHOUT_ENTRY and pupil
        self._note(frozenset({self.bureau.city.students[pupil]}) if is_silent else frozenset())
        return faults

    def _note(self, without_entry: frozenset[int]) -> None:
        self._entry = entries_tell(self.bureau, self._before, self._entry, without_entry)
        self._before = standings(self.bureau)
        self._moments.append(look(self.bureau))

    # Who and what ------------------------------------------------------------------------------------------------

    def _id(self, pupil: str) -> str:
        return f"Student:{self.bureau.city.students[pupil]}"

    def _stands(self, pupil: str) -> Standing:
        return self._before[self.bureau.city.students[pupil]]

    def _name(self, school: int) -> str:
        return next(name for name, number in self.bureau.city.schools.items() if number == school)

    def _in_charge(self, pupil: str) -> str:
        """The office in charge of a pupil where they are now."""
        stands = self._stands(pupil)
        at = {"西城小学": "west", "成都市实验中学": "city"}.get(self._name(stands.school), "east")
        return "city" if stands.grade[0] in "SV" else at

    def _of_school(self, pupil: str) -> str:
        names = {"东城小学": "east_school", "西城小学": "west_school", "东城中学": "middle_school"}
        return names.get(self._name(self._stands(pupil).school), "direct_school")

    def _school_for(self, pupil: str, choice: int) -> str:
        """A school of the pupil's stage: mostly another than where they are."""
        stage = ("东城小学", "西城小学") if self._stands(pupil).grade[0] == "P" else ("东城中学", "成都市实验中学")
        others = [name for name in stage if name != self._name(self._stands(pupil).school)]
        return others[0] if choice % 6 else stage[choice % 2]

    def _open_cases(self) -> list[tuple[Any, ...]]:
        return self.bureau.rows(
            "SELECT c.id, s.unit_id, s.roles FROM procedure_case c JOIN case_step s ON s.case_id = c.id"
            " WHERE c.state = 'OPEN' AND s.state = 'WAITING' ORDER BY c.id DESC"
        )

    def _open_dropouts(self) -> list[tuple[Any, ...]]:
        return self.bureau.rows("SELECT id, student_id FROM dropout_case WHERE ended_on IS NULL ORDER BY id DESC")

    def _case(self, choice: int) -> tuple[str, str]:
        """An open case, and somebody who decides the step at which it waits."""
        cases = self._open_cases()
        case, unit, roles = cases[choice % min(len(cases), 2)]
        there = [
            who
            for who, actor in self.bureau.actors.items()
            if any(grant.unit == unit and grant.role in roles.split() for grant in actor.grants)
        ]
        return f"StudentCase:{case}", there[choice // 2 % len(there)]

    def _given(self, verb: str, pupil: str, to: str, grade: str, choice: int, days: int) -> dict[str, Any]:
        """Something for each argument that a verb takes, as far as there is anything."""
        bureau, on = self.bureau, self.bureau.today + timedelta(days=days)
        ((last,),) = bureau.rows(
            "SELECT max(id) FROM status_change c WHERE student_id = $1 AND corrects_id IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM status_change t WHERE t.corrects_id = c.id)",
            bureau.city.students[pupil],
        )
        is_known = verb != "openTransfer" or choice % 3 == 0  # the sender does not see the classes of the other school
        inside = verb in ("changeClass", "placeStudent", "resumeStudent", "openResumption")
        at = self._name(self._stands(pupil).school) if inside else to
        class_ = bureau.peopled.classes.get(f"{at} {grade} {choice % CLASS_OF.get(grade, 1) + 1}")
        values = {
            "effectiveOn": str(on),
            "until": str(on + timedelta(days=100)),
            "reason": "样本",
            "elsewhere": "外地",
            "approvalNumber": "样〔2026〕1号",
            "grade": grade,
            "school": f"School:{bureau.city.schools[to]}",
            "schoolClass": f"SchoolClass:{class_ or 999_999}" if (class_ and is_known) or inside else None,
            "change": f"StatusChange:{last or 999_999}",
            "absentSince": str(bureau.today - timedelta(days=5)),
        }
        mutation = bureau.schema.graphql.mutation_type
        assert mutation is not None
        taken = mutation.fields[verb].args["input"].type.of_type.fields  # type: ignore[union-attr]
        return {name: value for name, value in values.items() if name in taken and value is not None}


@pytest.fixture(scope="module")
async def office(
    server: databases.Server, small_world: tuple[str, World], parts: Catalogue, schema: BureauSchema
) -> AsyncIterator[Peopled]:
    template, city = small_world
    async with peopled(server, template, parts, schema, city) as found:
        yield found


@pytest.mark.parametrize(("examples", "steps"), [(3, 40), pytest.param(200, 80, marks=pytest.mark.soak)])
def test_whatever_is_done_the_register_agrees(
    server: databases.Server, office: Peopled, parts: Catalogue, schema: BureauSchema, examples: int, steps: int
) -> None:
    done: Counter[str] = Counter()
    run_state_machine_as_test(
        lambda: Histories(Bureau(server, parts, schema, office), done),
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            derandomize=examples < 10,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        ),
    )
    assert sum(done.values()) >= OFTEN, done
