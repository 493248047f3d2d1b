"""A file that somebody handed in or had made: an attachment, a table to import, the result of an export (文件)."""

from bureau.access.account import Account
from bureau.kernel import rules
from bureau.kernel.field import Boolean, Choice, Integer, Moment, One, State, Text
from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.storage.record import Record

LONGEST_NAME = 200
"""Characters of a name; with an ending it stays below what file systems take."""


class FileState(State):
    """How far a file has come; it can be opened only when it is ready (文件状态)."""

    INCOMPLETE = "INCOMPLETE", "Incomplete", "未完成"
    CHECKING = "CHECKING", "Being checked", "检查中"
    READY = "READY", "Ready", "可用"
    REFUSED = "REFUSED", "Refused", "已拒收"


class FileUse(State):
    """What a file is for, which decides what it may be, how large, and for how long (文件用途)."""

    ATTACHMENT = "ATTACHMENT", "Attachment", "附件"
    TABLE = "TABLE", "Table to import", "导入表格"
    RESULT = "RESULT", "Result", "生成结果"


class Objection(State):
    """Why the content of a file is refused (拒收原因)."""

    UNKNOWN_TYPE = "UNKNOWN_TYPE", "Its content is of no type that is taken here.", "文件内容不属于可接收的类型。"
    OTHER_TYPE = "OTHER_TYPE", "Its content is not what its name says.", "文件内容与扩展名不符。"
    ACTIVE = (
        "ACTIVE",
        "It is a program or a web page, or holds scripts or macros.",
        "文件是程序或网页，或含有脚本或宏。",
    )
    LOCKED = "LOCKED", "It is locked by a password, so that nobody can check it.", "文件已加密，无法检查。"
    BOMB = "BOMB", "Unpacked, it would grow beyond all measure.", "文件解压后体积异常。"
    DAMAGED = "DAMAGED", "It is damaged and cannot be read.", "文件已损坏，无法读取。"
    TOO_LARGE_TO_SCAN = "TOO_LARGE_TO_SCAN", "The scanner takes no file of this size.", "文件超出安全扫描的大小限制。"
    INFECTED = "INFECTED", "The scanner found malicious software in it.", "安全扫描发现恶意代码。"


class File(Record):
    """A file that somebody handed in or had made; closed to all until it is checked, and then open to its owner."""

    owner = One(Account, "Owner", "所有人", internal=True)
    use = Choice(FileUse, "Use", "用途", by_verbs=True)
    name = Text(LONGEST_NAME, "Name", "文件名")
    size = Integer(0, 2**31 - 1, "Size", "大小", by_verbs=True, note=("In bytes.", "单位：字节。")).optional()
    state = Choice(FileState, "State", "状态", by_verbs=True)
    media_type = Text(
        100, "Media type", "媒体类型", plain=True, by_verbs=True, note=("By its content.", "按内容识别。")
    ).optional()
    sha256 = Text(64, "SHA-256", "SHA-256 摘要", plain=True, pattern="[0-9a-f]{64}", by_verbs=True).optional()
    objection = Choice(Objection, "Why it was refused", "拒收原因", by_verbs=True).optional()
    is_scanned = Boolean(
        "Scanned", "是否已扫描病毒", by_verbs=True, note=("For malicious software.", "恶意代码扫描。")
    ).optional()
    begun_at = Moment("Begun at", "开始时间", by_verbs=True)
    completed_at = Moment("Complete since", "完成时间", by_verbs=True).optional()
    expires_at = Moment(
        "Given up at", "到期时间", by_verbs=True, note=("Empty if it stays.", "为空表示长期保留。")
    ).optional()
    remove_at = Moment("Content to be removed at", "内容待清除时间", by_verbs=True).optional()
    removed_at = Moment("Content removed at", "内容清除时间", by_verbs=True).optional()


_OTHER_USE = Words("it was not uploaded as an attachment.", "该文件不是作为附件上传的。")


def objection_to(given: File) -> Words | None:
    """Why a file cannot be attached to a record: it is for something else, not checked yet, or was refused."""
    if given.use != FileUse.ATTACHMENT:
        return _OTHER_USE
    if given.state != FileState.READY:
        return Objection[given.objection].words if given.objection else FileState[given.state].words
    return None


file = Kind(
    File,
    label=("File", "Files", "文件"),
    owner="owner",
    read=rules.owner,
    void=rules.owner,
    random_ids=True,
    list=("name", "use", "size", "state", "objection", "begun_at"),
    order=("begun_at",),
    filter=("use", "state", "expires_at", "remove_at"),
    group=("use", "state"),
)
