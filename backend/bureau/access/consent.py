"""A consent: a pupil's guardian agrees to one version of a purpose, and may take it back (同意记录)."""

from typing import Annotated

from bureau.access.guardian import BindingState, GuardianBinding
from bureau.access.purpose import LegalBasis, ProcessingPurpose, is_newest
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Refusal, fault, invalid, refuse
from bureau.kernel.field import Choice, Moment, One, State, Text
from bureau.kernel.kind import Follows, Kind
from bureau.registry.guardianship import Guardianship
from bureau.registry.person import Person
from bureau.registry.standards import is_of_age, standard
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.record import Record


class ConsentWay(State):
    """How it was given (同意方式)."""

    ONLINE = "ONLINE", "By the guardian's own account", "监护人在线同意"
    PAPER = "PAPER", "On paper, which the school keeps", "书面同意（学校留存）"


class Consent(Record):
    """That a purpose which rests on consent was agreed to for a pupil, by whom and when, and when it was taken back.

    It is of one version of the purpose. A pupil who is of age agrees for themselves.
    """

    student = One(Student, "Student", "学生", back=("consents", "Consents", "同意记录"))
    purpose = One(ProcessingPurpose, "Purpose", "处理目的")
    guardianship = One(Guardianship, "Given as", "以何监护关系同意").optional()
    given_by = Text(60, "Given by", "同意人", of_person=True)
    way = Choice(ConsentWay, "How it was given", "同意方式")
    given_at = Moment("Given at", "同意时间")
    noted_by = Text(60, "Noted by", "登记人").optional()
    withdrawn_at = Moment("Withdrawn at", "撤回时间").optional()
    withdrawn_by = Text(60, "Withdrawn by", "撤回人").optional()
    withdraw_reason = Text(500, "Why it was withdrawn", "撤回说明", lines=True).optional()


_TAKERS = rules.registrar | rules.principal | rules.guardian

consent = Kind(
    Consent,
    label=("Consent", "Consents", "同意记录"),
    personal=True,
    scope=Follows("student"),
    kin=("student", "pupils"),
    read=rules.staff | rules.guardian,
    title=("student.person.name", "purpose.chinese_name"),
    list=("student.number", "purpose.chinese_name", "given_by", "way", "given_at", "withdrawn_at"),
    order=("given_at",),
    filter=("way", "given_at", "withdrawn_at"),
    group=("way",),
)


@action(consent, _TAKERS, label=("Give consent", "登记同意"), place="student")
async def give_consent(
    act: Act,
    *,
    student: Annotated[Student, Consent.student],
    purpose: Annotated[ProcessingPurpose, Consent.purpose],
    guardianship: Annotated[Guardianship | None, Consent.guardianship] = None,
) -> Consent:
    """Agree to a purpose for a pupil: a guardian by their account, or the school for what it has on paper.

    The school names the guardianship of who signed, who may decide; nobody's where the pupil is of age. Only the
    newest version that is in force is agreed to, and only where a purpose rests on consent.
    """
    if purpose.legal_basis != LegalBasis.CONSENT:
        basis = LegalBasis[purpose.legal_basis].words
        raise Refusal(
            [
                invalid(
                    "purpose",
                    f"it asks for no consent, for it rests on another basis: {basis.en}.",
                    f"该目的无需同意，其合法性基础为：{basis.zh}。",
                )
            ]
        )
    if not await is_newest(purpose, act.today):
        raise Refusal(
            [invalid("purpose", "another version is in force, or none is.", "该版本未生效或已有更新的版本。")]
        )
    if await Consent.filter(
        student_id=student.id, purpose_id=purpose.id, withdrawn_at__isnull=True, void_reason__isnull=True
    ).exists():
        raise refuse(Code.DUPLICATE, "purpose", kind=consent.words)
    is_online = guardianship is None and student.id in act.actor.wards.pupils
    tie, name = await (_own(act, student) if is_online else _signed(act, student, guardianship))
    return await act.create(
        Consent,
        student=student,
        purpose=purpose,
        guardianship=tie,
        given_by=name,
        way=ConsentWay.ONLINE if is_online else ConsentWay.PAPER,
        given_at=act.tx.now(),
        noted_by=None if is_online else act.actor.name,
    )


@action(consent, _TAKERS, label=("Withdraw consent", "撤回同意"))
async def withdraw_consent(
    act: Act, consent: Consent, *, reason: Annotated[str | None, Consent.withdraw_reason] = None
) -> Consent:
    """Take a consent back, from now on: what was done while it held stays lawful (个人信息保护法 art. 15).

    A guardian does it who may decide, whoever had given it; or the school for who says so on paper.
    """
    if consent.withdrawn_at is not None:
        raise refuse(Code.ENDED, "id", kind=act.store.kind_of(Consent).words)
    name = act.actor.name
    student = await Student.get(id=consent.__dict__["student_id"])
    if student.id in act.actor.wards.pupils:
        _, name = await _own(act, student)
    return await act.change(consent, withdrawn_at=act.tx.now(), withdrawn_by=name, withdraw_reason=reason)


async def _own(act: Act, student: Student) -> tuple[Guardianship | None, str]:
    """The guardianship by which the actor decides for a pupil, and who the guardian is; Refusal if they may not."""
    bindings = await GuardianBinding.filter(
        account_id=act.actor.account, student_id=student.id, state=BindingState.ACTIVE, void_reason__isnull=True
    )
    ids = [binding.__dict__["guardianship_id"] for binding in bindings]
    for tie in await Guardianship.filter(id__in=ids, void_reason__isnull=True).order_by("id"):
        if _may_decide(act, tie):
            return tie, (await Person.get(id=tie.__dict__["guardian_id"])).name
    raise refuse(Code.FORBIDDEN)


async def _signed(act: Act, student: Student, tie: Guardianship | None) -> tuple[Guardianship | None, str]:
    """Who signed for a pupil: the guardian of a guardianship, or the pupil who is of age."""
    person = await Person.get(id=student.__dict__["person_id"])
    age = standard("majority_age", act.today)
    if person.birth_date and age and is_of_age(person.birth_date, int(age.value), act.today):
        if tie is not None:
            raise Refusal([invalid("guardianship", "the pupil is of age.", "学生已成年，由本人同意。")])
        return None, person.name
    if tie is None:
        raise Refusal([fault(Code.REQUIRED, "guardianship")])
    if tie.__dict__["student_id"] != student.id:
        raise Refusal([fault(Code.MISMATCH, "guardianship", other=Consent.student.words)])
    if not _may_decide(act, tie):
        raise Refusal([invalid("guardianship", "it gives no right to decide.", "该监护人无权代为决定。")])
    return tie, (await Person.get(id=tie.__dict__["guardian_id"])).name


def _may_decide(act: Act, tie: Guardianship) -> bool:
    """Whether a guardianship lets somebody decide today."""
    return tie.may_decide and tie.gives_rights(act.today)
