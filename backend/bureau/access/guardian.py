"""Guardians as users: invited by the school with a code, bound by number and phone to their own child (监护人账户)."""

import hashlib
import secrets
from datetime import date, timedelta
from typing import Annotated, Any

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.action import action
from bureau.kernel.actor import Wards
from bureau.kernel.errors import Code, refuse
from bureau.kernel.field import Choice, Integer, Moment, One, State, Text
from bureau.kernel.kind import Distinct, Follows, Kind
from bureau.registry.guardianship import Guardianship
from bureau.registry.standards import is_of_age, standard
from bureau.registry.student import Student
from bureau.storage.act import Act
from bureau.storage.database import Database
from bureau.storage.record import Record
from bureau.storage.sql import day_of, period_of

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's, which has no letters that are taken for digits."""
_LENGTH = 12
MOST_TRIES = 5
"""How often somebody with the code may name a number that is no guardian's."""
_LASTS = timedelta(days=30)
MOST_WARDS = 6
"""From more pupils on than these the school looks at a binding itself (§37: one person bound to more than six)."""


class BindingState(State):
    """How far it is that an account stands for a guardian (绑定状态)."""

    SCHOOL_CHECK = "SCHOOL_CHECK", "The school looks at it, since number or phone differ.", "待学校核验"
    ACTIVE = "ACTIVE", "The account sees the pupil's records.", "有效"
    SUSPENDED = "SUSPENDED", "It sees nothing for now, as by a protection order.", "已暂停"
    ENDED = "ENDED", "It is over, or was refused.", "已终止"


class GuardianInvitation(Record):
    """A code that a school gives to a pupil's guardians, with which each of them binds an account to the pupil.

    Only a digest of the code is kept; it is shown once, when it is made.
    """

    student = One(Student, "Student", "学生")
    digest = Text(64, "Digest", "摘要", plain=True, unique="ever", internal=True)
    made_at = Moment("Made at", "生成时间")
    expires_at = Moment("Expires at", "过期时间")
    tries = Integer(0, MOST_TRIES, "Failed tries", "失败次数")


class GuardianBinding(Record):
    """An account that stands for a guardian of a pupil, and sees the pupil's records where the guardianship says so."""

    account = One(Account, "Account", "账户")
    guardianship = One(Guardianship, "Guardianship", "监护关系")
    student = One(Student, "Student", "学生", back=("bindings", "Guardian accounts", "监护人账户"))
    state = Choice(BindingState, "State", "状态", by_verbs=True)
    bound_at = Moment("Bound at", "绑定时间")
    note = Text(500, "Note", "说明", lines=True).optional()


_KEEPERS = rules.registrar

guardian_invitation = Kind(
    GuardianInvitation,
    label=("Guardian invitation", "Guardian invitations", "监护人邀请码"),
    personal=True,
    scope=Follows("student"),
    read=_KEEPERS,
    void=_KEEPERS,
    title=("student.person.name", "expires_at"),
    list=("student.number", "made_at", "expires_at", "tries"),
    order=("expires_at",),
)

guardian_binding = Kind(
    GuardianBinding,
    label=("Guardian binding", "Guardian bindings", "监护人账户绑定"),
    personal=True,
    scope=Follows("student"),
    read=_KEEPERS | rules.principal,
    title=("student.person.name", "bound_at"),
    list=("student.number", "guardianship.relation", "state", "bound_at"),
    order=("bound_at",),
    filter=("state",),
    group=("state",),
    distinct=(Distinct(("account", "guardianship"), "account"),),
)

_NOTE = GuardianBinding.note


@action(guardian_binding, _KEEPERS, label=("Confirm", "确认绑定"))
async def confirm_binding(act: Act, binding: GuardianBinding, *, note: Annotated[str, _NOTE]) -> GuardianBinding:
    """Let an account see the pupil's records, since the school knows who it is; also after a suspension."""
    if binding.state not in (BindingState.SCHOOL_CHECK, BindingState.SUSPENDED):
        raise refuse(Code.ENDED, "id", kind=guardian_binding.words)
    return await act.change(binding, state=BindingState.ACTIVE, note=note)


@action(guardian_binding, _KEEPERS, label=("Suspend", "暂停绑定"))
async def suspend_binding(act: Act, binding: GuardianBinding, *, note: Annotated[str, _NOTE]) -> GuardianBinding:
    """Let an account see nothing for now, as by a protection order; within seconds."""
    if binding.state == BindingState.ENDED:
        raise refuse(Code.ENDED, "id", kind=guardian_binding.words)
    return await act.change(binding, state=BindingState.SUSPENDED, note=note)


@action(guardian_binding, _KEEPERS, label=("End", "终止绑定"))
async def end_binding(act: Act, binding: GuardianBinding, *, note: Annotated[str, _NOTE]) -> GuardianBinding:
    """End a binding, or refuse one that the school was to look at."""
    return await act.change(binding, state=BindingState.ENDED, note=note)


def new_code() -> str:
    """A code as it is handed out, in groups of four."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))
    return "-".join(code[first : first + 4] for first in range(0, _LENGTH, 4))


def digest_of_code(code: str) -> str:
    """What is kept of a code, however it was typed."""
    plain = "".join(character for character in code.upper() if character.isalnum())
    return hashlib.sha256(plain.translate(str.maketrans("OIL", "011")).encode()).hexdigest()


async def invite(act: Act, student: Student, code: str) -> GuardianInvitation:
    """Make an invitation of a pupil's guardians."""
    now = act.tx.now()
    return await act.create(
        GuardianInvitation,
        student=student,
        digest=digest_of_code(code),
        made_at=now,
        expires_at=now + _LASTS,
        tries=0,
    )


_WARDS = """
SELECT s.id, s.school_id, s.school_class_id, s.person_birth_date, g.withheld_until, g.period_from, g.period_until
FROM guardian_binding b JOIN guardianship g ON g.id = b.guardianship_id JOIN student s ON s.id = g.student_id
WHERE b.account_id = $1 AND b.state = 'ACTIVE' AND b.void_reason IS NULL AND g.void_reason IS NULL
    AND s.void_reason IS NULL AND g.may_see"""


async def wards_of(database: Database, account: int) -> Wards:
    """The pupils whose records an account sees today as their guardian: until they are of age, and while nothing is
    withheld.
    """
    today = database.clock.today()
    rows = [tuple(row) for row in await database.readers.fetch(_WARDS, [account], steady=True)]
    seen = [row for row in rows if _sees(today, *row[3:])]
    pupils, schools, classes = ({row[place] for row in seen} - {None} for place in range(3))
    return Wards(*(tuple(sorted(ids)) for ids in (pupils, schools, classes)))


def _sees(today: date, born: Any, withheld_until: Any, start: Any, until: Any) -> bool:
    age = standard("majority_age", today)
    is_minor = born is None or age is None or not is_of_age(day_of(born), int(age.value), today)
    is_withheld = withheld_until is not None and today < day_of(withheld_until)
    return is_minor and not is_withheld and period_of(start, until).holds(today)
