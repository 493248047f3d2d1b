"""A licence: the leave to run a private school, for a term, by one organiser, at one place (办学许可证)."""

import re
from collections.abc import Iterator, Sequence

from bureau.areas.establishment.private.organiser import OFFICERS, Organiser
from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid, warning
from bureau.kernel.field import Choice, Coded, Date, Integer, Moment, One, Sealed, Span, State, Text
from bureau.kernel.kind import CheckContext, Clock, Follows, Kind, Stays
from bureau.kernel.words import Words
from bureau.registry import numbers
from bureau.registry.person import Person
from bureau.registry.school import SCHOOL_TYPE, School
from bureau.registry.stages import stages
from bureau.registry.unit import Unit
from bureau.storage.record import Record

PRIVATE = "999"
"""The code of schools run by others than the state (§1.3)."""
COMPULSORY = frozenset("PJ")
REMINDED = (180, 90, 30)
"""§1.5: how many days before a licence runs out those concerned are reminded."""
_USUAL_NUMBER = re.compile("教民[0-9]{15}号")


class Purpose(State):
    """Whether a private school is run for profit (办学性质)."""

    NON_PROFIT = "NON_PROFIT", "Not for profit", "非营利性"
    FOR_PROFIT = "FOR_PROFIT", "For profit", "营利性"


class LicenceState(State):
    """Whether a licence holds (许可证状态)."""

    VALID = "VALID", "Valid", "有效"
    LAPSED = "LAPSED", "Lapsed", "已失效"
    REVOKED = "REVOKED", "Revoked", "已吊销"
    SURRENDERED = "SURRENDERED", "Given back", "已缴回注销"


class Licence(Record):
    """The licence of one private school: who runs it, for how long, and whether it still holds.

    It is renewed by itself for another term where nothing is on record against its organiser, and lapses where nobody
    is taught when it runs out.
    """

    number = Text(40, "Licence number", "许可证号", unique="ever", form="code")
    school = One(School, "School", "学校", back=("licences", "Licences", "办学许可证"))
    school_name = Text(200, "Name on it", "证载名称")
    type = Coded(SCHOOL_TYPE, "School type", "办学类型")
    purpose = Choice(Purpose, "Purpose", "办学性质")
    organiser = One(Organiser, "Organiser", "举办者", back=("licences", "Licences", "办学许可证"), by_verbs=True)
    organiser_name = Text(200, "Name of the organiser", "举办者名称", by_verbs=True)
    address = Text(200, "Address", "办学地址")
    principal_name = Text(60, "Principal", "校长", of_person=True)
    representative_name = Text(60, "Legal representative", "法定代表人", of_person=True)
    office = One(Unit, "Issued by", "发证机关", back=("issued_licences", "Licences it issued", "核发许可证"))
    office_name = Text(200, "Name of the issuing office", "发证机关名称")
    decision = Text(100, "Decision", "批准文号")
    issued_on = Date("Issued on", "发证日期")
    valid_from = Date("Valid from", "有效期起", by_verbs=True)
    valid_until = Date("Valid until", "有效期至", by_verbs=True, note=("Without that day.", "不含当日。"))
    renewed_on = Date("Last renewed on", "最近延续日期", by_verbs=True).optional()
    times_renewed = Integer(0, 1000, "Times renewed", "延续次数", by_verbs=True)
    state = Choice(LicenceState, "State", "许可证状态", by_verbs=True)
    decide_by = Date(
        "Change to be decided by",
        "变更审批期限",
        by_verbs=True,
        note=("Of another name, level or category.", "申请变更名称、层次、类别的法定审批期限。"),
    ).optional()
    decided_on = Date("Change decided on", "变更审批日期", by_verbs=True).optional()
    ended_on = Date("Ended on", "终止日期", by_verbs=True).optional()
    end_reason = Text(500, "Why it ended", "终止原因", by_verbs=True).optional()


class LicenceEventSort(State):
    """What happened to a licence (许可证变更类型)."""

    ISSUED = "ISSUED", "Issued", "核发"
    RENEWED = "RENEWED", "Renewed", "延续"
    ORGANISER_CHANGED = "ORGANISER_CHANGED", "Another organiser", "变更举办者"
    NAME_CHANGED = "NAME_CHANGED", "Another name", "变更名称"
    TYPE_CHANGED = "TYPE_CHANGED", "Another level or category", "变更层次、类别"
    AMENDED = "AMENDED", "Amended", "变更登记事项"
    LAPSED = "LAPSED", "Lapsed", "失效"
    REVOKED = "REVOKED", "Revoked", "吊销"
    SURRENDERED = "SURRENDERED", "Given back", "缴回注销"


class LicenceEvent(Record):
    """One thing that happened to a licence, none of it ever changed."""

    licence = One(Licence, "Licence", "办学许可证", back=("events", "Course", "变更记录"))
    sort = Choice(LicenceEventSort, "Sort", "变更类型")
    happened_on = Date("On", "日期")
    text = Text(1000, "What", "内容", lines=True).optional()
    document = Text(100, "Decision", "文号").optional()
    noted_by = Text(60, "Noted by", "登记人", of_person=True)
    noted_at = Moment("Noted at", "登记时间")


class FiledAccount(Record):
    """The bank account that a private school not for profit has filed, through which all its income goes (§1.5)."""

    licence = One(Licence, "Licence", "办学许可证", back=("accounts", "Filed accounts", "备案账户"))
    representative = One(
        Person, "Legal representative", "法定代表人", back=("filed_accounts", "Filed accounts", "备案账户")
    )
    bank = Text(100, "Bank", "开户银行")
    account = Sealed("Account number", "账号", check=numbers.bank_account, subject="representative", reveal=OFFICERS)
    held = Span("Filed", "备案期间")


async def _know_others(licences: Sequence[Licence]) -> None:
    """Whether the schools have another licence that holds."""
    ids = [one.__dict__["school_id"] for one in licences]
    valid = Licence.filter(school_id__in=ids, state=LicenceState.VALID, void_reason__isnull=True)
    held = {(one.__dict__["school_id"], one.id) for one in await valid}
    for one in licences:
        mine = one.__dict__.get("id")
        others = {number for school, number in held if school == one.__dict__["school_id"]} - {mine}
        one.__dict__["_has_another"] = bool(others)


def _is_the_only_one(one: Licence, context: CheckContext) -> Iterator[Fault]:
    if one.state == LicenceState.VALID and one.__dict__.get("_has_another"):
        yield fault(Code.DUPLICATE, "school", kind=licence.words)


def _is_of_a_private_school(one: Licence, context: CheckContext) -> Iterator[Fault]:
    if context.touches("school") and one.school.organiser != PRIVATE:
        yield invalid("school", "it is not a private school.", "该校不是民办学校。")


def refusals(school_type: str, purpose: str | None, *, has_state_assets: bool) -> Iterator[Fault]:
    """§1.4: what no private school is ever approved as."""
    if purpose != Purpose.FOR_PROFIT:
        return
    if stages(school_type) & COMPULSORY:
        yield fault(Code.FOR_PROFIT_COMPULSORY, "purpose")
    if school_type.startswith("11") and has_state_assets:
        yield fault(Code.STATE_ASSETS_FOR_PROFIT, "purpose")


def _may_be(one: Licence, context: CheckContext) -> Iterator[Fault]:
    if context.touches("type", "purpose", "organiser"):
        yield from refusals(one.type, one.purpose, has_state_assets=one.organiser.has_state_assets)


def _has_a_usual_number(one: Licence, context: CheckContext) -> Iterator[Fault]:
    """Its form was not confirmed, so this warns."""
    if context.touches("number") and not _USUAL_NUMBER.fullmatch(one.number):
        yield warning(
            Code.INVALID, "number", reason=Words("教民, 15 digits and 号 are usual.", "通常为“教民”＋15 位数字＋“号”。")
        )


def _has_a_term(one: Licence, context: CheckContext) -> Iterator[Fault]:
    if one.valid_until <= one.valid_from:
        yield invalid("valid_until", "it ends after it begins.", "有效期至应晚于有效期起。")


licence = Kind(
    Licence,
    label=("Licence", "Licences", "办学许可证"),
    scope=Stays("school"),
    read=rules.offices,
    natural_key=("number",),
    title=("school_name", "number"),
    list=("number", "school_name", "type", "purpose", "organiser_name", "office_name", "valid_until", "state"),
    order=("valid_until", "school_name"),
    search=("number", "school_name", "organiser_name"),
    filter=("number", "type", "purpose", "state", "valid_until", "issued_on"),
    group=("type", "purpose", "state"),
    effective=("valid_from", "valid_until"),
    index=("state",),
    clocks=(
        Clock("valid_until", REMINDED, rules.registrar | rules.principal, unless="ended_on"),
        Clock("decide_by", (14, 7, 3, 1), OFFICERS, unless="decided_on"),
    ),
    fills=(_know_others,),
    checks=(_is_the_only_one, _is_of_a_private_school, _may_be, _has_a_usual_number, _has_a_term),
)

licence_event = Kind(
    LicenceEvent,
    label=("Licence event", "Licence events", "许可证变更记录"),
    scope=Follows("licence"),
    read=rules.offices,
    title=("sort", "happened_on"),
    list=("licence.number", "sort", "happened_on", "text", "document"),
    order=("happened_on",),
    filter=("sort", "happened_on"),
    group=("sort",),
)

filed_account = Kind(
    FiledAccount,
    label=("Filed account", "Filed accounts", "备案账户"),
    personal=True,
    scope=Follows("licence"),
    read=rules.registrar | rules.principal | rules.funds,
    create=OFFICERS,
    update=OFFICERS,
    void=OFFICERS,
    natural_key=("licence", "held"),
    title=("bank", "licence.number"),
    list=("licence.number", "bank", "account", "held"),
    order=("held",),
    effective=("held",),
    apart=("licence", "held"),
)
