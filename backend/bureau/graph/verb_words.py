"""The words of verbs as the journal has them: those that the catalogue shows, and what the product does by itself."""

from collections.abc import Iterable, Mapping

from bureau.graph.glossary.verbs import PLAIN
from bureau.kernel.action import Action
from bureau.kernel.words import Words

_OWN: Mapping[str, Words] = {
    "import": Words("Import", "导入"),
    "undo_import": Words("Undo an import", "撤销导入"),
    "reconcile": Words("Reconcile", "核对比对"),
    "detect": Words("Find duplicates", "查重"),
    "report": Words("Report a problem", "上报问题"),
    "bind_guardian": Words("Bind a guardian", "绑定监护人"),
    "set_password": Words("Set a password", "设置口令"),
    "change_password": Words("Change the password", "修改口令"),
    "upload_file": Words("Upload", "上传"),
    "finish_upload": Words("Finish an upload", "完成上传"),
    "make_file": Words("Make a file", "生成文件"),
    "finish_file": Words("Finish a file", "完成文件"),
    "check_file": Words("Check a file", "检查文件"),
    "expire": Words("Expire", "到期"),
    "remove_content": Words("Remove the content", "清除内容"),
    "publish_figures": Words("Publish figures", "发布统计数据"),
    "demo": Words("Demo data", "演示数据"),
}
"""Verbs of the product that are no mutation of the catalogue."""

_FOLLOWED = Words("Followed from something else", "随其他变更更新")


def words_of_verb(verb: str, actions: Iterable[Action]) -> Words:
    """What a verb of the journal is called; what is neither done by somebody nor named here followed from something."""
    named = {**{action.name: action.words for action in actions}, **PLAIN, **_OWN}
    return named.get(verb, _FOLLOWED)
