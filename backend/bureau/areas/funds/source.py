"""A source of funds: a pot out of which schools are granted money (经费来源)."""

from bureau.kernel import rules
from bureau.kernel.field import Boolean, Coded, CodeTable, Span, Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level
from bureau.kernel.words import Words
from bureau.storage.record import Record

SOURCE_TYPE = CodeTable("fund_source_type", Words("Type of source", "经费来源类别"), "Bureau: groups of 教育经费统计")


class FundSource(Record):
    """A pot out of which schools are granted money: the general budget, the surcharge for education, a donation."""

    code = Text(32, "Code", "来源代码", unique="ever", form="code")
    name = Text(100, "Name", "来源名称")
    type = Coded(SOURCE_TYPE, "Type of source", "经费来源类别")
    is_earmarked = Boolean("Earmarked", "是否专款")
    basis = Text(200, "Basis", "设立依据").optional()
    validity = Span("In force", "有效期").optional()


fund_source = Kind(
    FundSource,
    label=("Fund source", "Fund sources", "经费来源"),
    read=(rules.funds | rules.director).anywhere,
    create=rules.funds.at(Level.CITY),
    update=rules.funds.at(Level.CITY),
    void=rules.funds.at(Level.CITY),
    natural_key=("code",),
    list=("code", "name", "type", "is_earmarked"),
    order=("code",),
    search=("code", "name"),
    filter=("code", "name", "type", "is_earmarked"),
    group=("type", "is_earmarked"),
    effective=("validity",),
)
