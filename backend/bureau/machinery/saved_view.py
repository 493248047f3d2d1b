"""A saved view: a list that somebody keeps under a name, wherever they sign in (常用视图)."""

from collections.abc import Iterator

import orjson

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.field import One, Text
from bureau.kernel.kind import CheckContext, Distinct, Kind
from bureau.storage.record import Record

_LONGEST = 8000


class SavedView(Record):
    """A list under a name: what is sought, in which order, with which columns, as the console's address has it."""

    owner = One(Account, "Account", "账户", internal=True)
    record_kind = Text(60, "Kind of record", "记录类型", plain=True, pattern="[A-Z][A-Za-z]*")
    name = Text(60, "Name", "名称")
    search = Text(_LONGEST, "What it shows", "显示内容", form="verbatim", note=("A JSON object.", "JSON 对象。"))


def _is_an_object(view: SavedView, _: CheckContext) -> Iterator[Fault]:
    try:
        found = orjson.loads(view.search)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict):
        yield invalid("search", "it is no JSON object.", "应为 JSON 对象。")


saved_view = Kind(
    SavedView,
    label=("Saved view", "Saved views", "常用视图"),
    owner="owner",
    read=rules.owner,
    create=rules.owner,
    update=rules.owner,
    void=rules.owner,
    distinct=(Distinct(("owner", "record_kind", "name"), told="name"),),
    title=("name", "record_kind"),
    list=("name", "record_kind", "search"),
    order=("name",),
    filter=("record_kind",),
    checks=(_is_an_object,),
    history=False,
)
