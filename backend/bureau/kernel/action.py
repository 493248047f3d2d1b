"""An action: a verb with a rule, whose signature is its API.

    @action(student, registrar, label=("Register", "新生注册"), place="school")
    async def register_student(act: Act, *, school: Annotated[School, …], name: Annotated[str, Person.name]) -> Student:
        \"\"\"Enter a new pupil into the register of a school.\"\"\"

Input type, payload, console dialog and journal line follow. Each argument carries the field that says its words
and limits; an argument without one, or an action without a docstring, fails the build.
"""

import inspect
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from bureau.kernel.checklist import Finding
from bureau.kernel.field import Field
from bureau.kernel.kind import Kind
from bureau.kernel.rules import Rule, nobody
from bureau.kernel.text import camel, pascal
from bureau.kernel.words import Words

Work = Callable[..., Awaitable[Any]]

Checks = Callable[[Any, Sequence[Mapping[str, Any]]], Awaitable[Sequence[Sequence[Finding]]]]
"""Looks at the rules of a verb for many inputs at once, and tells of each what it found, in the order it is read in.
It is given the act, and of each input the arguments by name, the subject under the name that the verb has for it."""


@dataclass(frozen=True, eq=False)
class Action:
    """A declared verb of a kind."""

    name: str
    kind: Kind
    rule: Rule
    words: Words
    doc: str
    work: Work
    subject: str
    """The argument that is the record acted upon; empty for a verb that makes one."""
    place: str
    """The argument whose unit the rule must reach, where there is no subject yet and the kind hangs somewhere."""
    arguments: Mapping[str, Field[Any]]
    required: frozenset[str]
    checks: Checks | None = None
    """What is looked at before it is done; the verb itself refuses what is not met."""
    others: tuple[str, ...] = ()
    """Arguments beside `place` of which the unit of any suffices; the record at `place` may then be one that was
    shared with the actor."""
    known: frozenset[str] = frozenset()
    """Arguments that may be records which the actor does not see, because it is no secret that they are there."""
    opens: str = ""
    """The relation of its subject to a file that whoever may use it must look at, and so may open (`linkRecordFile`);
    the subject has the file's name beside it, as `<relation>_name`."""

    @property
    def field_name(self) -> str:
        """The mutation: `registerStudent`."""
        return camel(self.name)

    @property
    def input_name(self) -> str:
        """Its input type: `RegisterStudentInput`."""
        return f"{pascal(self.name)}Input"


def action(
    kind: Kind,
    rule: Rule,
    *,
    label: tuple[str, str],
    place: str = "",
    checks: Checks | None = None,
    known: Collection[str] = (),
    opens: str = "",
) -> Callable[[Work], Action]:
    """Declare the function below as a verb of `kind` that `rule` may use; see `Action.known` and `Action.opens`."""

    def declare(work: Work) -> Action:
        declared = replace(_declared(kind, rule, label, place, checks, work), known=frozenset(known), opens=opens)
        if not declared.subject and kind.scope is not None and place not in declared.arguments:
            raise TypeError(f"{declared.name} acts on no record, so it must say at which place it acts")
        if opens and not (declared.subject and {opens, f"{opens}_name"} <= kind.fields.keys()):
            raise TypeError(f"{declared.name} opens {opens}, which is no file of its record with a name beside it")
        return declared

    return declare


def outcome(kind: Kind, *, label: tuple[str, str], checks: Checks | None = None) -> Callable[[Work], Action]:
    """Declare the function below as what a procedure does in the end: a verb that nobody uses by itself."""
    return lambda work: _declared(kind, nobody, label, "", checks, work)


def _declared(kind: Kind, rule: Rule, label: tuple[str, str], place: str, checks: Checks | None, work: Work) -> Action:
    name = work.__name__
    doc = inspect.getdoc(work)
    if not doc:
        raise TypeError(f"{name} needs a docstring: it is the API's description")
    signature = inspect.signature(work)
    hints = get_type_hints(work, include_extras=True)
    _act, *parameters = signature.parameters.values()
    stated = [p for p in parameters if p.kind is p.KEYWORD_ONLY]
    return Action(
        name,
        kind,
        rule.of(camel(name)).on(*kind.family, writes=True),
        Words(*label),
        doc,
        work,
        next((p.name for p in parameters if p.kind is not p.KEYWORD_ONLY), ""),
        place,
        {p.name: field_of(name, p.name, hints[p.name]) for p in stated},
        frozenset(p.name for p in stated if p.default is p.empty),
        checks,
    )


def field_of(verb: str, name: str, hint: Any) -> Field[Any]:
    """The field that an argument's annotation carries; raises TypeError where there is none."""
    if get_origin(hint) is Annotated:
        for note in get_args(hint)[1:]:
            if isinstance(note, Field):
                return note
    raise TypeError(f"{verb}: the argument {name} carries no field with its words and limits")
