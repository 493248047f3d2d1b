"""A programme of student aid: who is helped, in which stages, by what standard (资助项目)."""

from bureau.kernel import rules
from bureau.kernel.field import Coded, Span, Text
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Level
from bureau.registry.student import BOARDING
from bureau.storage.record import Record


class AidProgramme(Record):
    """A programme by which pupils are helped; of those in one exclusive group a pupil has one in a semester."""

    code = Text(32, "Code", "项目代码", unique="ever", form="code")
    name = Text(100, "Name", "项目名称")
    stages = Text(
        6,
        "Stages",
        "适用学段",
        plain=True,
        form="number",
        pattern="[KPJSVE]+",
        note=("The letters of its stages, as PJ", "学段代码连写，如 PJ"),
    )
    standard = Text(
        40,
        "Standard",
        "标准名称",
        plain=True,
        pattern="[a-z_]+",
        note=(
            "Which of the dated standards sets its amounts; none where each award states its own",
            "金额所依标准；空则逐笔填写",
        ),
    ).optional()
    exclusive_group = Text(
        40,
        "Exclusive group",
        "互斥组",
        plain=True,
        pattern="[a-z_]+",
        note=("Programmes of one group exclude each other", "同组项目互斥"),
    ).optional()
    boarding = Coded(
        BOARDING, "Only for", "限就读方式", note=("Only for pupils who live so", "仅限此就读方式的学生")
    ).optional()
    basis = Text(200, "Basis", "政策依据").optional()
    validity = Span("In force", "有效期").optional()


aid_programme = Kind(
    AidProgramme,
    label=("Aid programme", "Aid programmes", "资助项目"),
    read=(rules.aid | rules.funds | rules.director).anywhere,
    create=rules.aid.at(Level.CITY),
    update=rules.aid.at(Level.CITY),
    void=rules.aid.at(Level.CITY),
    natural_key=("code",),
    list=("code", "name", "stages", "standard", "exclusive_group"),
    order=("code",),
    search=("code", "name"),
    filter=("code", "name", "standard", "exclusive_group"),
    group=("exclusive_group",),
    effective=("validity",),
)
