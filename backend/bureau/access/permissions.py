"""What there is to be permitted: every rule that admits roles, as the API calls what it is the rule of."""

from collections.abc import Iterable, Iterator, Mapping

from bureau.kernel.action import Action
from bureau.kernel.errors import Fault, invalid
from bureau.kernel.kind import Fact, Kind
from bureau.kernel.question import Question
from bureau.kernel.rules import SEPARATED, Rule


def rules_by_target(kinds: Iterable[Kind], verbs: Iterable[Action | Question]) -> Mapping[str, Rule]:
    """Every rule of kinds, their restricted fields, their verbs and questions, by what it is about."""
    found: dict[str, Rule] = {}
    for rule in _rules(kinds, verbs):
        if rule.terms or rule.public or rule.own:
            found |= dict.fromkeys(rule.about, rule)
    return found


def _rules(kinds: Iterable[Kind], verbs: Iterable[Action | Question]) -> Iterator[Rule]:
    for kind in kinds:
        yield from (kind.read, kind.create, kind.update, kind.void, kind.file)
        yield from (declared.read for declared in kind.fields.values() if declared.read is not None)
    for verb in verbs:
        yield verb.rule


def judge_of_targets(kinds: Iterable[Kind], verbs: Iterable[Action | Question]) -> Fact:
    """What is wrong with something that a role of the bureau's own is to be permitted."""
    known = rules_by_target(kinds, verbs)

    def faults(target: str) -> Iterator[Fault]:
        rule = known.get(target)
        if rule is None:
            yield invalid("", "there is no such kind, field or verb.", "没有这样的类型、字段或操作。")
        elif {term.role for term in rule.terms} <= SEPARATED:
            yield invalid("", "it is for the separated administrations alone.", "仅限三员角色，不得另行授予。")

    return faults
