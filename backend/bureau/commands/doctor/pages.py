"""The console: whether its documents are those of this version."""

from pathlib import Path

from bureau.catalogue import catalogue
from bureau.commands.doctor.finding import Finding, Patient, Severity
from bureau.engine.kinds import Kinds
from bureau.graph.console import FILE, console_documents
from bureau.graph.schema import BureauSchema
from bureau.http.pages import SITE
from bureau.kernel.words import Words


async def outdated_documents(patient: Patient, site: Path = SITE) -> Finding | None:
    """Whether there are documents of the console that this version cannot execute."""
    if not (site / FILE).exists():
        return None
    parts = catalogue()
    schema = BureauSchema(Kinds(parts.kinds, parts.tables), parts.actions, parts.questions)
    outdated = console_documents(schema.graphql, patient.settings, site).outdated
    if not outdated:
        return None
    named = "; ".join(outdated)
    return Finding(
        Severity.WARNING,
        Words(
            f"The console was built with documents that are not executed: {named}",
            f"管理界面的部分查询文档无法执行：{named}",
        ),
        Words("The screens that ask by them show an error.", "使用这些文档的页面会报错。"),
        Words("Build the pages of this very version: make setup.", "请用当前版本重新构建页面：make setup。"),
    )
