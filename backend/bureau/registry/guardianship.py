"""A guardianship: who stands by a pupil, in which relation, and what they may decide, see and do (监护关系)."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.errors import Code, Fault, fault, invalid
from bureau.kernel.field import Boolean, Coded, CodeTable, Date, Integer, One, Span
from bureau.kernel.kind import Beside, CheckContext, Entry, Follows, Kind
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.likeness.entry import warn_of_likeness
from bureau.registry.person import RESIDENT_CARD, Person
from bureau.registry.person_entry import enter_person
from bureau.registry.standards import is_of_age, standard
from bureau.registry.student import Student, student
from bureau.storage.act import Act
from bureau.storage.record import Record

RELATION = CodeTable("family_relation", Words("Family relation", "家庭关系"), "GB/T 4761-2008")
CUSTODY = CodeTable("custody_basis", Words("Basis of custody", "监护依据"), "Civil Code (民法典) art. 27–36")
PARENTS = frozenset({"50", "51", "52"})
"""Parent, father, mother; whether who has married one is a guardian has to be said."""
_ONESELF = "01"
"""The relation that is none to anybody else."""


class Guardianship(Record):
    """What binds a person to a pupil: relation, rights, and in which order to call.

    The relation is what the guardian is to the pupil. Rights are said one by one, since courts give and take them one
    by one; those withheld until a day come back with it.
    """

    student = One(Student, "Student", "学生", back=("guardians", "Guardians", "监护人"))
    guardian = One(Person, "Guardian", "监护人", back=("wards", "Wards", "被监护学生"))
    relation = Coded(RELATION, "Relation to the pupil", "与学生关系")
    is_legal_guardian = Boolean("Legal guardian", "是否法定监护人")
    may_decide = Boolean("May decide", "可否代为决定")
    may_see = Boolean("May see records", "可否查看信息")
    may_collect = Boolean("May collect", "可否接送")
    custody_basis = Coded(CUSTODY, "Basis of custody", "监护依据").optional()
    withheld_until = Date("Rights withheld until", "权利暂停至").optional()
    contact_order = Integer(1, 9, "Order of contact", "联系顺序")
    period = Span("Period", "监护期间").optional()

    def gives_rights(self, day: date) -> bool:
        """Whether its rights, whichever they are, hold on a day: it lasts, and they are not withheld."""
        is_withheld = self.withheld_until is not None and day < self.withheld_until
        return not is_withheld and (not self.period or self.period.holds(day))


def _is_somebody_else(tie: Guardianship, context: CheckContext) -> Iterator[Fault]:
    if tie.student.person_id == tie.guardian.id:
        yield invalid("guardian", "nobody is their own guardian.", "监护人不能是学生本人。")
    elif tie.relation == _ONESELF:
        yield invalid("relation", "nobody is their own guardian.", "监护人不能是学生本人。")


def _can_be_called(tie: Guardianship, context: CheckContext) -> Iterator[Fault]:
    """§2.7: where the pupil is younger than the standards say, the guardian's phone is known."""
    born = tie.student.__dict__.get("person_birth_date")
    least = standard("guardian_phone_age", context.today)
    ended = tie.period is not None and tie.period.until is not None and tie.period.until <= context.today
    if context.profile != "cn" or born is None or least is None or ended:
        return
    if not is_of_age(born, int(least.value), context.today) and tie.guardian.__dict__.get("phone_mask") is None:
        yield fault(Code.REQUIRED, "guardian", "phone")


def _is_told_by_number(facts: dict[str, Any]) -> None:
    """Sex and date of birth follow from a resident identity number where no cell says them, from a wrong one too: it
    is then told that it is wrong, and not that they are missing.
    """
    number, problem = numbers.identity_number(facts.get("document_number", ""))
    if problem is None or problem.code is Code.CHECK_DIGIT:
        facts.setdefault("sex", numbers.sex(number))
        facts.setdefault("birth_date", numbers.birth_date(number))


def _has_the_rights_of_the_relation(entry: Entry) -> None:
    """Civil Code art. 27: parents are the guardians of minors, and may then do all that guardians may; of others a
    row has to say so. They are called in the order in which the row names them.
    """
    entry.values.setdefault("is_legal_guardian", entry.meant("relation") in PARENTS)
    for right in ("may_decide", "may_see", "may_collect"):
        entry.values.setdefault(right, bool(entry.meant("is_legal_guardian")))
    entry.values.setdefault("contact_order", entry.number)


guardianship = Kind(
    Guardianship,
    label=("Guardianship", "Guardianships", "监护关系"),
    personal=True,
    scope=Follows("student"),
    read=rules.staff,
    create=rules.registrar,
    update=rules.registrar,
    void=rules.registrar,
    natural_key=("student", "guardian"),
    title=("guardian.name", "student.person.name"),
    list=("student.number", "guardian.name", "relation", "is_legal_guardian", "contact_order"),
    order=("contact_order", "guardian.name"),
    filter=("relation", "is_legal_guardian", "may_collect", "custody_basis"),
    group=("relation", "is_legal_guardian", "custody_basis"),
    effective=("period",),
    beside=Beside(
        "student",
        times=2,
        brings="guardian",
        brought=_is_told_by_number,
        complete=_has_the_rights_of_the_relation,
    ),
    checks=(_is_somebody_else, _can_be_called),
)


@action(student, rules.registrar, label=("Add guardian", "登记监护人"))
async def add_guardian(
    act: Act,
    student: Student,
    *,
    relation: Annotated[str, Guardianship.relation],
    name: Annotated[str, Person.name],
    sex: Annotated[str | None, Person.sex] = None,
    birth_date: Annotated[date | None, Person.birth_date] = None,
    document_type: Annotated[str | None, Person.document_type] = None,
    document_number: Annotated[str | None, Person.document_number] = None,
    phone: Annotated[str | None, Person.phone] = None,
    is_legal_guardian: Annotated[bool, Guardianship.is_legal_guardian],
    may_decide: Annotated[bool, Guardianship.may_decide],
    may_see: Annotated[bool, Guardianship.may_see],
    may_collect: Annotated[bool, Guardianship.may_collect],
    custody_basis: Annotated[str | None, Guardianship.custody_basis] = None,
    contact_order: Annotated[int, Guardianship.contact_order],
) -> Student:
    """Enter a guardian of a pupil: the person, unless they stand there already, and what binds them to the pupil.

    Sex and date of birth follow from a resident identity number where they are not given. Who is known already, as a
    parent of two pupils is, must be named by the same identity number, name, sex and date of birth; of those whom
    the actor sees and who are much alike, the payload warns.
    """
    if document_type == RESIDENT_CARD and document_number:
        number, problem = numbers.identity_number(document_number)
        if problem is None:
            sex, birth_date = sex or numbers.sex(number), birth_date or numbers.birth_date(number)
    guardian = await enter_person(
        act,
        name=name,
        sex=sex,
        birth_date=birth_date,
        document_type=document_type,
        document_number=document_number,
        phone=phone,
    )
    await act.create(
        Guardianship,
        student=student,
        guardian=guardian,
        relation=relation,
        is_legal_guardian=is_legal_guardian,
        may_decide=may_decide,
        may_see=may_see,
        may_collect=may_collect,
        custody_basis=custody_basis,
        contact_order=contact_order,
    )
    await warn_of_likeness(act, guardian)
    return student
