"""The code tables as records: one row a code, dated, in both languages, with the source that sets it."""

from bureau.kernel import rules
from bureau.kernel.codes import CodeBook, Entry
from bureau.kernel.field import Date, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.storage.readers import Readers
from bureau.storage.record import Record
from bureau.storage.sql import period_of


class CodeEntry(Record):
    """One code of a code table, with its words, the days it is in force and the standard it comes from."""

    code_table = Text(40, "Table", "代码表", plain=True, pattern=r"[a-z][a-z0-9_]*")
    code = Text(32, "Code", "代码", plain=True, pattern=r"[0-9A-Za-z./_-]+")
    english = Text(200, "English", "英文")
    chinese = Text(200, "Chinese", "中文")
    valid_from = Date("In force from", "生效日期").optional()
    valid_until = Date("In force until", "失效日期").optional()
    source = Text(200, "Source", "来源")


code_entry = Kind(
    CodeEntry,
    label=("Code entry", "Code entries", "代码"),
    read=rules.everyone,
    natural_key=("code_table", "code"),
    title=("chinese", "english", "code"),
    list=("code_table", "code", "english", "chinese"),
    order=("code",),
    filter=("code_table", "code"),
)


async def load_code_book(readers: Readers) -> CodeBook:
    """All code tables as they are stored now."""
    rows = await readers.fetch(
        "SELECT code_table, code, english, chinese, valid_from, valid_until FROM code_entry WHERE void_reason IS NULL"
    )
    return CodeBook(Entry(r[0], r[1], Words(r[2], r[3]), period_of(r[4], r[5])) for r in rows)
