"""What stands on the paper of a case, in the words of one language: text alone, wherever it comes from."""

from dataclasses import dataclass

from bureau.kernel.words import Language, Words

LONG = 22
"""From so many characters on a value takes the whole width of the paper."""

HEADINGS = {
    "number": Words("Number", "受理编号"),
    "opened_on": Words("Opened on", "申请日期"),
    "applicant": Words("Applicant", "申请人"),
    "opened_for": Words("On behalf of", "代为申请"),
    "files": Words("Materials", "申请材料"),
    "opinions": Words("Opinions", "审核审批意见"),
    "state": Words("State", "办理状态"),
    "basis": Words("Basis", "办理依据"),
    "verification": Words("Verification code", "核验码"),
    "address": Words("To be checked at", "核验网址"),
    "printed": Words("Printed", "打印"),
    "substituted": Words(
        "Characters that the font lacks stand as their Unicode numbers.",
        "字库未收录的字符以统一码（Unicode）编号表示。",
    ),
    "public": Words("Made public from {start} to {end}", "公示：{start} 至 {end}"),
    "document": Words("Document {number} of {day}", "批准文号：{number}（{day}）"),
    "added": Words("{material}: {file} ({by}, {day})", "{material}：{file}（{by}，{day}）"),
    "colon": Words(": ", "："),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A heading of the form, and what was filled in."""

    name: str
    value: str

    @property
    def is_long(self) -> bool:
        """Whether it takes the whole width."""
        return len(self.value) > LONG or "\n" in self.value


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said at a step, and when."""

    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Turn:
    """A step: what it is, whose it is, how it stands, and what was said there."""

    name: str
    office: str
    state: str
    said: tuple[Said, ...]
    notes: tuple[str, ...]
    """The document of another authority, and what was made public."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it is set: the same for every format."""

    language: Language
    title: str
    number: str
    opened_on: str
    lines: tuple[Line, ...]
    files: tuple[str, ...]
    turns: tuple[Turn, ...]
    state: str
    basis: str
    verification: str
    address: str
    """Where whoever holds the paper compares it with its case."""
    printed: str
    """When, and by whom."""

    def heading(self, name: str) -> str:
        """What something is headed in the paper's language."""
        return HEADINGS[name].in_(self.language)

    @property
    def file_name(self) -> str:
        """What a file of it is called, without an ending."""
        return f"{self.title}-{self.number}"
