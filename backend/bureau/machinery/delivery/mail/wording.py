"""What mails say: that something waits, of which kind it is, and where in the console; nothing of what it says."""

from collections import Counter
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from html import escape

from bureau.kernel.kind import Kind
from bureau.kernel.words import Words
from bureau.machinery.delivery.mail.letter import Letter
from bureau.machinery.delivery.mail.mail import MailSort
from bureau.machinery.delivery.mail.mail_address import code_of
from bureau.machinery.delivery.mail.unsubscribing import unsubscribe_link
from bureau.settings import Settings
from bureau.storage.seal import Keyring

_SUBJECT: Mapping[MailSort, Words] = {
    MailSort.CODE: Words("Your code: {code}", "您的验证码：{code}"),
    MailSort.NOTICE: Words("Something waits for you", "您有一条新消息"),
    MailSort.DIGEST: Words("{count} notices wait for you", "您有 {count} 条未读消息"),
}
_CODE = Words(
    "Somebody, you as we hope, wants to be told at this address when something waits. The code is {code}.\n"
    "If it was not you, do nothing: nothing more is sent here.",
    "有人（应为您本人）希望通过此邮箱接收消息提醒，验证码为 {code}。\n"
    "如非本人操作，请忽略本邮件，系统不会再向此邮箱发送邮件。",
)
_WAITS = Words("In the console there wait for you:", "管理系统中有以下事项等待您查看：")
_ONE = Words("{kind}: {count}", "{kind}：{count} 条")
_OTHER = Words("Other notices", "其他消息")
_OPEN = Words("Open the console", "打开管理系统")
_WHY = Words(
    "You get this because your account asks for it. Change that on the page of your account.",
    "您的账户已开启邮件提醒，可在“我的账户”页面修改。",
)
_END = Words("Send no more mails", "不再发送邮件")


class Wording:
    """Writes letters for one bureau."""

    def __init__(self, settings: Settings, keyring: Keyring, kinds: Mapping[str, Kind]) -> None:
        self._keyring = keyring
        self._kinds = kinds
        self._origin = settings.allowed_origins[0]
        self._from = settings.mail_from
        self._domain = parseaddr(settings.mail_from)[1].rpartition("@")[2]

    def message(self, letter: Letter) -> EmailMessage:
        """A letter as it goes to the server: plain text and HTML, under a Message-ID that a second sending has too."""
        message = EmailMessage(policy=SMTP)
        lines, link = self._lines(letter)
        message["From"] = self._from
        message["To"] = letter.address
        message["Subject"] = self._filled(_SUBJECT[letter.sort], letter)
        message["Date"] = format_datetime(letter.made_at)
        message["Message-ID"] = f"<{letter.key}@{self._domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no answering machine answers
        message["Content-Language"] = "zh-CN" if letter.is_chinese else "en"
        end = ""
        if letter.sort is not MailSort.CODE:
            end = f"{self._origin}{unsubscribe_link(self._keyring, letter.to, letter.target)}"
            message["List-Unsubscribe"] = f"<{end}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
        message.set_content(self._plain(letter, lines, link, end))
        message.add_alternative(self._html(letter, lines, link, end), subtype="html")
        return message

    def _lines(self, letter: Letter) -> tuple[list[str], str]:
        """What a letter says, and where it leads; nowhere for a code, so that nobody learns to follow such links."""
        if letter.sort is MailSort.CODE:
            return self._filled(_CODE, letter).split("\n"), ""
        counts = Counter(self._kind_named(subject, letter) for subject in letter.subjects)
        lines = [_said(_WAITS, letter)]
        lines += [_said(_ONE, letter).format(kind=kind, count=count) for kind, count in counts.items()]
        only = letter.subjects[0] if len(letter.subjects) == 1 else None
        return lines, f"{self._origin}/records/{only}" if only else f"{self._origin}/"

    def _kind_named(self, subject: str | None, letter: Letter) -> str:
        kind = self._kinds.get((subject or "").partition(":")[0])
        return _said(kind.words if kind else _OTHER, letter)

    def _filled(self, words: Words, letter: Letter) -> str:
        code = code_of(self._keyring, letter.owner, letter.mark) if letter.sort is MailSort.CODE else ""
        return _said(words, letter).format(code=code, count=len(letter.subjects))

    def _plain(self, letter: Letter, lines: list[str], link: str, end: str) -> str:
        said = [*lines, *(["", f"{_said(_OPEN, letter)}: {link}"] if link else [])]
        if end:
            said += ["", _said(_WHY, letter), f"{_said(_END, letter)}: {end}"]
        return "\n".join(said) + "\n"

    def _html(self, letter: Letter, lines: list[str], link: str, end: str) -> str:
        said = [f"<p>{escape(line)}</p>" for line in lines]
        if link:
            said.append(f'<p><a href="{escape(link)}">{escape(_said(_OPEN, letter))}</a></p>')
        if end:
            why, stop = escape(_said(_WHY, letter)), escape(_said(_END, letter))
            said.append(f'<p><small>{why} <a href="{escape(end)}">{stop}</a></small></p>')
        language = "zh-CN" if letter.is_chinese else "en"
        body = "".join(said)
        return f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"></head><body>{body}</body></html>\n'


def _said(words: Words, letter: Letter) -> str:
    return words.zh if letter.is_chinese else words.en
