"""Words in the two languages of the bureau."""

from typing import Literal, NamedTuple

Language = Literal["en", "zh"]


class Words(NamedTuple):
    """One text in English and in Chinese."""

    en: str
    zh: str

    def in_(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en

    @property
    def both(self) -> str:
        """The Chinese text and the English one, for what has no reader's language."""
        return f"{self.zh} {self.en}"

    def filled(self, **params: object) -> "Words":
        """The same text with its `{placeholders}` filled."""
        return Words(self.en.format(**params), self.zh.format(**params))
