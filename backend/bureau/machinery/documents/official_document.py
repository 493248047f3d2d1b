"""An official document: received from somebody, sent out, or for the house alone, under its number (公文)."""

from collections.abc import Iterator

from bureau.kernel import rules
from bureau.kernel.errors import Code, Fault, fault, invalid, warning
from bureau.kernel.field import Choice, Date, Integer, Moment, One, State, Text
from bureau.kernel.kind import CheckContext, Distinct, Kind, Stays
from bureau.machinery.documents.number import oddities
from bureau.machinery.documents.urgency import Urgency
from bureau.registry.unit import Unit
from bureau.storage.record import Record


class DocumentDirection(State):
    """Which way a document goes (收发类别)."""

    INCOMING = "INCOMING", "Received", "收文"
    OUTGOING = "OUTGOING", "Sent out", "发文"
    INTERNAL = "INTERNAL", "Internal", "内部文件"


class Secrecy(State):
    """How secret a document is (密级; 保守国家秘密法 art. 14)."""

    CONFIDENTIAL = "CONFIDENTIAL", "Confidential", "秘密"
    SECRET = "SECRET", "Secret", "机密"
    TOP_SECRET = "TOP_SECRET", "Top secret", "绝密"


class OfficialDocument(Record):
    """A document under its number: what it is called, when it was made, who sent it, who keeps it.

    Of a secret one there is nothing here but where the paper lies.
    """

    direction = Choice(DocumentDirection, "Direction", "收发类别", by_verbs=True)
    unit = One(
        Unit,
        "Kept by",
        "登记单位",
        by_verbs=True,
        back=("official_documents", "Official documents", "公文"),
    )
    number = Text(60, "Document number", "发文字号", form="code", by_verbs=True)
    organ_code = Text(10, "Organ code", "机关代字", form="code", by_verbs=True).optional()
    year = Integer(1949, 2999, "Year", "发文年份", by_verbs=True).optional()
    serial = Integer(1, 999_999, "Serial", "发文顺序号", by_verbs=True).optional()
    sender = Text(200, "Sender", "来文机关", by_verbs=True).optional()
    title = Text(200, "Title", "标题", note=("Of a secret one, nothing of its content.", "涉密文件不得填写涉密内容。"))
    dated_on = Date("Date of the document", "成文日期", by_verbs=True)
    received_on = Date("Received on", "收文日期", by_verbs=True).optional()
    urgency = Choice(Urgency, "Urgency", "紧急程度")
    secrecy = Choice(Secrecy, "Secrecy", "密级", by_verbs=True).optional()
    kept_at = Text(
        200,
        "Where the paper lies",
        "原件存放处",
        note=("All there is of a secret one.", "涉密文件只登记存放处。"),
    ).optional()
    summary = Text(1000, "Summary", "内容摘要", lines=True).optional()
    registered_by = Text(60, "Registered by", "登记人", of_person=True, by_verbs=True)
    registered_at = Moment("Registered at", "登记时间", by_verbs=True)
    given = Text(60, "Number given", "已编字号", unique="ever", internal=True).optional()


def _of_a_secret_one_only_where_it_lies(document: OfficialDocument, context: CheckContext) -> Iterator[Fault]:
    if document.secrecy is None:
        return
    if not document.kept_at:
        yield fault(Code.REQUIRED, "kept_at")
    if document.summary:
        yield invalid("summary", "nothing of a secret document is kept here.", "涉密文件不得在本系统登记内容。")


def _came_from_somebody(document: OfficialDocument, context: CheckContext) -> Iterator[Fault]:
    if document.direction != DocumentDirection.INCOMING or not context.touches("number", "dated_on", "received_on"):
        return
    received = document.received_on
    assert received is not None
    if received > context.today:
        yield invalid("received_on", "it lies in the future.", "收文日期不能晚于今天。")
    if document.dated_on > received:
        yield invalid("dated_on", "it was received before.", "成文日期不能晚于收文日期。")
    for words in oddities(document.number, context.today):
        yield warning(Code.ODD, "number", reason=words)


official_document = Kind(
    OfficialDocument,
    label=("Official document", "Official documents", "公文"),
    scope=Stays("unit"),
    read=rules.offices,
    update=rules.officers,
    void=rules.officers,
    title=("number", "title"),
    list=("number", "title", "direction", "sender", "urgency", "dated_on", "unit.name"),
    order=("dated_on", "registered_at"),
    filter=("number", "direction", "organ_code", "year", "sender", "urgency", "secrecy", "dated_on", "received_on"),
    search=("number", "title", "sender"),
    group=("direction", "urgency", "year", "organ_code"),
    distinct=(Distinct(("unit", "sender", "number"), "number"),),
    checks=(_of_a_secret_one_only_where_it_lies, _came_from_somebody),
)
