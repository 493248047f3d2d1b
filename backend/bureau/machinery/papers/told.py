"""What is told of a case to somebody, made into its paper."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bureau.kernel.clock import HOME
from bureau.kernel.words import Language, Words
from bureau.machinery.approvals.case import CaseState
from bureau.machinery.approvals.case_step import Decision, StepState
from bureau.machinery.papers.paper import HEADINGS, Line, Paper, Said, Turn

Told = Mapping[str, Any]
"""A record as the API answers it."""

_CODE_GROUP = 4
"""So many characters of a verification code stand together, to be typed from paper."""
_EMPTY = "—"


def paper_of(case: Told, language: Language, address: str, printed: tuple[datetime, str]) -> Paper:
    """The paper of a case that was asked for by the document `paper-of-a-case`; `printed` is when, and by whom."""
    return _Telling(language).paper(case, address, printed)


class _Telling:
    """Tells in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def paper(self, case: Told, address: str, printed: tuple[datetime, str]) -> Paper:
        code = case["verification"]
        at, by = printed
        return Paper(
            self._language,
            case["formTitle"],
            case["number"],
            _moment(case["openedAt"])[:10],
            tuple(self._lines(case)),
            tuple(map(self._file, case["files"]["nodes"])),
            tuple(self._turn(step) for step in case["steps"]["nodes"] if _is_told(step)),
            self._state(case),
            case["basis"],
            " ".join(code[start : start + _CODE_GROUP] for start in range(0, len(code), _CODE_GROUP)),
            f"{address}/verify/{code}",
            f"{at.astimezone(HOME):%Y-%m-%d %H:%M}  {by}",
        )

    def _lines(self, case: Told) -> Iterator[Line]:
        for entry in case["entries"]["nodes"]:
            yield Line(self._of(entry, "Name"), self._of(entry, "Value") or _EMPTY)
        yield Line(self._heading("applicant"), case["openedBy"])
        if case["openedFor"]:
            yield Line(self._heading("opened_for"), case["openedFor"])

    def _file(self, file: Told) -> str:
        told = {"material": self._of(file, "Name"), "file": file["fileName"], "by": file["addedBy"]}
        return self._heading("added", **told, day=_moment(file["addedAt"])[:10])

    def _turn(self, step: Told) -> Turn:
        state = self._in(StepState[step["state"]].words)
        return Turn(self._of(step, "Name"), step["unitName"], state, self._said(step), tuple(self._notes(step)))

    def _said(self, step: Told) -> tuple[Said, ...]:
        """What each said at a step; one that was sent back says so itself."""
        if step["state"] == StepState.RETURNED and step["decidedBy"]:
            state = self._in(StepState.RETURNED.words)
            return (self._one(state, step["opinion"], step["decidedBy"], step["decidedAt"]),)
        return tuple(
            self._one(self._in(Decision[one["decision"]].words), one["opinion"], one["saidBy"], one["saidAt"])
            for one in step["opinions"]["nodes"]
        )

    def _one(self, decision: str, opinion: str | None, by: str, at: str) -> Said:
        text = decision if not opinion or opinion == decision else f"{decision}{self._heading('colon')}{opinion}"
        return Said(text, by, _moment(at))

    def _notes(self, step: Told) -> Iterator[str]:
        if step["documentNumber"]:
            yield self._heading("document", number=step["documentNumber"], day=step["documentDate"] or "")
        if step["publicFrom"]:
            yield self._heading("public", start=step["publicFrom"], end=step["publicUntil"])
            if public := self._of(step, "public"):
                yield public

    def _state(self, case: Told) -> str:
        parts = [self._in(CaseState[case["state"]].words)]
        parts += [_moment(case["endedAt"])[:10]] if case["endedAt"] else []
        parts += [case["endReason"]] if case["endReason"] else []
        return "  ".join(parts)

    def _of(self, told: Told, name: str) -> str:
        """A value that is told in both languages: `chineseName`, or `publicChinese`."""
        language = "Chinese" if self._language == "zh" else "English"
        key = f"{name}{language}" if name[:1].islower() else f"{language.lower()}{name}"
        return str(told[key] or "")

    def _heading(self, name: str, **given: object) -> str:
        return self._in(HEADINGS[name].filled(**given))

    def _in(self, words: Words) -> str:
        return words.in_(self._language)


def _is_told(step: Told) -> bool:
    """Whether a turn tells how a case went: what came to nothing before it began does not."""
    return step["state"] != StepState.DROPPED or step["cameOn"] is not None


def _moment(told: str) -> str:
    return f"{datetime.fromisoformat(told).astimezone(HOME):%Y-%m-%d %H:%M}"
