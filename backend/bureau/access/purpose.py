"""A processing purpose: what data of persons are used for, on which legal basis, and what they are told (处理目的)."""

from datetime import date

from bureau.kernel import rules
from bureau.kernel.field import Boolean, Choice, Integer, Span, State, Text
from bureau.kernel.kind import Distinct, Kind
from bureau.kernel.rules import Level
from bureau.storage.record import Record


class LegalBasis(State):
    """On what the processing rests (处理的合法性基础; 个人信息保护法 art. 13)."""

    CONSENT = "CONSENT", "Consent (art. 13.1)", "取得个人同意"
    CONTRACT = "CONTRACT", "A contract, or the management of staff (13.2)", "订立履行合同或人力资源管理"
    STATUTORY_DUTY = "STATUTORY_DUTY", "A duty that the law sets (13.3)", "履行法定职责或法定义务"
    EMERGENCY = "EMERGENCY", "Life, health or property in an emergency (13.4)", "应对突发事件或紧急保护"
    PUBLIC_INTEREST = "PUBLIC_INTEREST", "News and supervision in the public interest (13.5)", "公共利益的新闻与监督"
    PUBLISHED = "PUBLISHED", "What was lawfully published (13.6)", "合法公开的信息"
    OTHER_LAW = "OTHER_LAW", "What another law says (13.7)", "法律、行政法规规定的其他情形"


class ProcessingPurpose(Record):
    """One version of what data of persons are used for, with the text that those concerned are told.

    A new text is a new version: whoever consented to an older one has not consented to it.
    """

    code = Text(40, "Code", "代码", plain=True, pattern="[a-z][a-z0-9_]{1,39}")
    number = Integer(1, 999, "Version", "版本号")
    english_name = Text(100, "English name", "英文名称")
    chinese_name = Text(100, "Chinese name", "中文名称")
    text = Text(4000, "What those concerned are told", "告知内容", lines=True)
    legal_basis = Choice(LegalBasis, "Legal basis", "合法性基础")
    is_sensitive = Boolean(
        "Sensitive",
        "是否敏感个人信息",
        note=(
            "Health, finance, location, biometrics, or of children under 14.",
            "健康、金融账户、行踪轨迹、生物识别或不满十四周岁未成年人的信息。",
        ),
    )
    keep_months = Integer(1, 1200, "Kept for months", "保存期限（月）").optional()
    recipients = Text(500, "Recipients outside", "对外提供的接收方").optional()
    valid = Span("In force", "有效期")
    basis = Text(200, "Basis", "依据")


_KEEPER = rules.identity.at(Level.CITY)

processing_purpose = Kind(
    ProcessingPurpose,
    label=("Processing purpose", "Processing purposes", "处理目的"),
    read=rules.everyone,
    create=_KEEPER,
    update=_KEEPER,
    void=_KEEPER,
    natural_key=("code", "number"),
    title=("chinese_name", "english_name"),
    list=("code", "number", "chinese_name", "english_name", "legal_basis", "is_sensitive", "valid"),
    order=("code", "number"),
    filter=("code", "number", "legal_basis", "is_sensitive"),
    group=("legal_basis", "is_sensitive"),
    effective=("valid",),
    distinct=(Distinct(("code", "number"), "number"),),
)


async def is_newest(purpose: ProcessingPurpose, day: date) -> bool:
    """Whether a version is in force on a day and no newer one of its code is."""
    versions = await ProcessingPurpose.filter(code=purpose.code, void_reason__isnull=True)
    in_force = [version.number for version in versions if version.valid.holds(day)]
    return bool(in_force) and purpose.number == max(in_force) and purpose.valid.holds(day)
