"""A procedure: a file that says who may apply for what, and which offices decide it one after the other (办事流程).

    code = "transfer"
    kind = "student_case"
    outcome = "transfer_student"
    [open]
    roles = ["guardian", "registrar"]
    at = ["subject", "school"]
    [[material]]
    code = "household_register"
    …
    [[step]]
    code = "receiving_school"
    …

An area's `data/procedures/<code>.toml` is read when the product starts; what makes no sense in it is told with the
file's name, and nothing starts. A file is one version, from `valid_from` on: a case keeps to the one it began under.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from bureau.kernel.action import Action
from bureau.kernel.field import One, Sealed, State
from bureau.kernel.kind import Kind
from bureau.kernel.rules import BUILT_IN
from bureau.kernel.words import Words
from bureau.machinery.approvals.material import Material, material_of
from bureau.registry.standards import standard, standards

SUBJECT = "subject"
"""Stands for the record that a case is about, where a file names a unit."""
AUTHORITY = "authority"
"""The fact which office is in charge of a unit, asked of pairs: the unit's id, and that of what the case is about."""
GUARDIAN = "guardian"
SUPPLIES = ("number", "day", "case")
_SPINE = "bureau.registry"


class StepSort(State):
    """What happens at a step (环节类型)."""

    DECISION = "DECISION", "Decision", "审批"
    COUNTERSIGN = "COUNTERSIGN", "Countersignature", "会签"
    EXTERNAL = "EXTERNAL", "Decision of another authority", "外部审批"
    PUBLICITY = "PUBLICITY", "Publicity", "公示"


class ProcedureError(ValueError):
    """A procedure's file makes no sense; the text names the file and says why."""


@dataclass(frozen=True, slots=True)
class Publicity:
    """What everybody may read while a step lasts."""

    days: str
    """The standard that says for how many working days."""
    fields: tuple[tuple[str, bool], ...]
    """Paths from the subject or from an argument, each with whether it is masked."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure."""

    code: str
    words: Words
    roles: tuple[str, ...]
    at: str
    """`subject`, or the argument that names the unit or a record of one."""
    by_authority: bool
    """Whether it is the office in charge of that unit, and not the unit itself."""
    need: str
    """`any` one of those admitted, `all` of them, or how many different persons."""
    due: str
    """The standard that says within how many working days; empty where nothing is set."""
    sort: StepSort
    publicity: Publicity | None


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of a procedure."""

    code: str
    words: Words
    valid_from: date
    basis: str
    verified: bool
    """Whether the wording of its basis was read where it is published."""
    kind: Kind
    """The kind of its cases."""
    outcome: Action
    """What is done in the end; its subject is the cases' subject, and its arguments are the form."""
    form: str
    """The title of the statutory paper."""
    shown: tuple[str, ...]
    """What of the subject the form says besides, for those who do not see it."""
    supplied: Mapping[str, str]
    """Arguments that nobody fills in because the case knows them in the end: its `number`, `day`, or the `case`."""
    materials: tuple[Material, ...]
    """What it wants handed in, in the order of the file."""
    openers: tuple[str, ...]
    open_at: tuple[str, ...]
    steps: tuple[Step, ...]
    apart: tuple[frozenset[str], ...]
    """Steps of which nobody decides two."""
    package: str
    """The area whose standards it names, or else the registry's."""
    remedy: Words | None = None
    """What whoever is refused may do about it (复议、诉讼); it is told with the case."""

    def number(self, name: str, day: date, division: str) -> int:
        """What a standard that it names says on a day in a division; raises LookupError where it says nothing."""
        found = standard(name, day, division, package=self.package) or standard(name, day, division)
        if found is None:
            raise LookupError(f"{self.code}: nothing is set for {name} on {day}")
        return int(found.value)

    def subject_id(self, number: int) -> str:
        """The id of a record that its cases are about."""
        return f"{self.outcome.kind.type_name}:{number}"

    @property
    def asks_authority(self) -> bool:
        """Whether it must be known which office is in charge of a unit."""
        return any(step.by_authority for step in self.steps)

    def kept_apart(self, step: str) -> frozenset[str]:
        """The steps whose deciders do not decide this one."""
        return frozenset().union(*(steps - {step} for steps in self.apart if step in steps))


def load_procedures(package: str, kinds: Iterable[Kind], verbs: Iterable[Action]) -> tuple[Procedure, ...]:
    """The procedures of an area's package, by code and then by age; raises ProcedureError for one that makes no sense.

    `kinds` are the kinds of case that they may be of, `verbs` those that they may end in.
    """
    folder = files(package) / "data" / "procedures"
    known = {kind.name: kind for kind in kinds}
    outcomes = {verb.name: verb for verb in verbs}
    found = [_Reader(file, package, known, outcomes).read() for file in _files(folder)]
    for procedure in found:
        same = [other for other in found if (other.code, other.valid_from) == (procedure.code, procedure.valid_from)]
        if len(same) > 1:
            raise ProcedureError(f"{procedure.code}: two versions begin on {procedure.valid_from}")
    return tuple(sorted(found, key=lambda procedure: (procedure.code, procedure.valid_from)))


def in_force(procedures: Iterable[Procedure], code: str, day: date) -> Procedure | None:
    """The version of a procedure that holds on a day; None before its first."""
    held = [one for one in procedures if one.code == code and one.valid_from <= day]
    return max(held, key=lambda one: one.valid_from, default=None)


def procedure_words(folder: Traversable) -> Iterator[Mapping[str, str]]:
    """What a folder's files make of the code table `procedure`: codes like `TRANSFER`, with their newest words."""
    newest: dict[str, dict[str, Any]] = {}
    for file in _files(folder):
        given = tomllib.loads(file.read_text("utf-8"))
        code = given["code"]
        if code not in newest or newest[code]["valid_from"] < given["valid_from"]:
            newest[code] = given
    for code, given in newest.items():
        words = {"english": given["english"], "chinese": given["chinese"]}
        yield {"code_table": "procedure", "code": code.upper(), **words, "source": given["basis"]}


def _files(folder: Traversable) -> Sequence[Traversable]:
    if not folder.is_dir():
        return ()
    return sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)


_KEYS = {
    *("code", "english", "chinese", "valid_from", "basis", "verified", "kind", "outcome", "form"),
    *("shown", "supplied", "material", "open", "step", "apart", "remedy"),
}
_STEP_KEYS = {"code", "english", "chinese", "roles", "at", "need", "due", "sort", "publicity"}


class _Reader:
    """Reads one file, and says of what makes no sense where it stands."""

    def __init__(
        self, file: Traversable, package: str, kinds: Mapping[str, Kind], outcomes: Mapping[str, Action]
    ) -> None:
        self._file = file
        self._package = package
        self._kinds = kinds
        self._outcomes = outcomes

    def read(self) -> Procedure:
        try:
            given = tomllib.loads(self._file.read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise self._wrong(str(error)) from error
        self._known(given, _KEYS, "the file")
        code = self._text(given, "code")
        if code != self._file.name.removesuffix(".toml").partition("@")[0]:
            raise self._wrong(f"its code is {code}: the file is called {code}.toml, or {code}@<year>.toml")
        outcome = self._one(self._outcomes, self._text(given, "outcome"), "outcome")
        if not outcome.subject:
            raise self._wrong(f"{outcome.name} acts on no record, so that there is nothing a case could be about")
        if sealed := [name for name, declared in outcome.arguments.items() if isinstance(declared, Sealed)]:
            raise self._wrong(f"{outcome.name} takes {sealed[0]}, which is sealed and can stand in no form")
        opened = given.get("open", {})
        steps = tuple(self._step(step, outcome) for step in given.get("step", ()))
        codes = [step.code for step in steps]
        if not steps or len(set(codes)) < len(codes):
            raise self._wrong("it has no step, or two of one code")
        return Procedure(
            code,
            Words(self._text(given, "english"), self._text(given, "chinese")),
            self._day(given),
            self._text(given, "basis"),
            bool(given.get("verified", False)),
            self._one(self._kinds, self._text(given, "kind"), "kind"),
            outcome,
            self._text(given, "form"),
            tuple(given.get("shown", ())),
            self._supplied(given.get("supplied", {}), outcome),
            self._materials(given.get("material", ())),
            self._roles(opened, guardian=True),
            tuple(self._place(at, outcome) for at in opened.get("at", (SUBJECT,))),
            steps,
            tuple(self._apart(one, codes) for one in given.get("apart", ())),
            self._package,
            self._remedy(given["remedy"]) if "remedy" in given else None,
        )

    def _step(self, given: Mapping[str, Any], outcome: Action) -> Step:
        code = self._text(given, "code")
        self._known(given, _STEP_KEYS, code)
        at, _, by_authority = self._text(given, "at").partition(".")
        if by_authority not in ("", AUTHORITY):
            raise self._wrong(f"{code} is at {given['at']}: there is {AUTHORITY}, and nothing else")
        sort, need = given.get("sort", "decision").upper(), str(given.get("need", "any"))
        if sort not in StepSort.__members__:
            raise self._wrong(f"{code} is of no known sort: {sort}")
        if need not in ("any", "all") and not (need.isdigit() and int(need) > 0):
            raise self._wrong(f"{code} needs {need}: any, all, or a number")
        due = given.get("due", "")
        if (sort == StepSort.PUBLICITY.value) != ("publicity" in given):
            raise self._wrong(f"{code}: what is made public belongs to a step of publicity, which cannot be without it")
        return Step(
            code,
            Words(self._text(given, "english"), self._text(given, "chinese")),
            self._roles(given, guardian=False),
            self._place(at, outcome),
            bool(by_authority),
            need,
            self._standard(due) if due else "",
            StepSort[sort],
            self._publicity(given["publicity"], outcome) if "publicity" in given else None,
        )

    def _publicity(self, given: Mapping[str, Any], outcome: Action) -> Publicity:
        self._known(given, {"days", "fields"}, "publicity")
        fields = []
        for field in given.get("fields", ()):
            path, _, how = field.partition(":")
            if how not in ("", "masked") or path.partition(".")[0] not in (outcome.subject, *outcome.arguments):
                raise self._wrong(f"{field} can be no public field")
            fields.append((path, bool(how)))
        return Publicity(self._standard(self._text(given, "days")), tuple(fields))

    def _supplied(self, given: Mapping[str, str], outcome: Action) -> Mapping[str, str]:
        for name, what in given.items():
            if name not in outcome.arguments or what not in SUPPLIES:
                raise self._wrong(f"{name} cannot be supplied by {what}")
        return given

    def _materials(self, given: Sequence[Mapping[str, Any]]) -> tuple[Material, ...]:
        try:
            found = tuple(map(material_of, given))
        except ValueError as error:
            raise self._wrong(str(error)) from error
        if len({one.code for one in found}) < len(found):
            raise self._wrong("it wants two materials of one code")
        return found

    def _remedy(self, given: Mapping[str, Any]) -> Words:
        self._known(given, {"english", "chinese"}, "remedy")
        return Words(self._text(given, "english"), self._text(given, "chinese"))

    def _apart(self, given: Mapping[str, Any], codes: Sequence[str]) -> frozenset[str]:
        for code in (steps := frozenset(given.get("steps", ()))):
            if code not in codes:
                raise self._wrong(f"there is no step {code} to be kept apart")
        return steps

    def _place(self, at: str, outcome: Action) -> str:
        if at != SUBJECT and not isinstance(outcome.arguments.get(at), One):
            raise self._wrong(f"{outcome.name} has no argument {at} that names a unit")
        return at

    def _roles(self, given: Mapping[str, Any], *, guardian: bool) -> tuple[str, ...]:
        roles = tuple(given.get("roles", ()))
        known = (*BUILT_IN, GUARDIAN) if guardian else BUILT_IN
        for role in roles:
            if role not in known:
                raise self._wrong(f"there is no role {role}")
        if not roles:
            raise self._wrong("nobody is named who may open it, or decide a step")
        return roles

    def _standard(self, name: str) -> str:
        if not any(one.name == name for package in (self._package, _SPINE) for one in standards(package)):
            raise self._wrong(f"there is no standard {name}")
        return name

    def _day(self, given: Mapping[str, Any]) -> date:
        try:
            return date.fromisoformat(str(given.get("valid_from")))
        except ValueError as error:
            raise self._wrong("valid_from is no day") from error

    def _text(self, given: Mapping[str, Any], key: str) -> str:
        value = given.get(key)
        if not isinstance(value, str) or not value:
            raise self._wrong(f"{key} is missing")
        return value

    def _one(self, known: Mapping[str, Any], name: str, what: str) -> Any:
        if name not in known:
            raise self._wrong(f"there is no {what} {name}")
        return known[name]

    def _known(self, given: Mapping[str, Any], keys: set[str], where: str) -> None:
        if unknown := sorted(given.keys() - keys):
            raise self._wrong(f"{where} has {unknown[0]}, which means nothing")

    def _wrong(self, why: str) -> ProcedureError:
        return ProcedureError(f"{self._package} data/procedures/{self._file.name}: {why}")
