"""What is looked at before something is decided: each rule with its clause, and whether it is met (核查清单)."""

from collections.abc import Iterable
from dataclasses import dataclass

from bureau.kernel.errors import Code, Refusal, fault
from bureau.kernel.field import State
from bureau.kernel.words import Words


class Verdict(State):
    """How a rule stands to what is to be decided (核查结果)."""

    PASSED = "PASSED", "Met", "符合"
    WARNED = "WARNED", "To be looked at", "请注意"
    BLOCKED = "BLOCKED", "Not met", "不符合"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a look at one rule found."""

    code: str
    """Which rule it is, the same for every case: `not_suspended`."""
    verdict: Verdict
    words: Words
    """What was found, in words that whoever decides reads: "The class has room: 44 of 55."."""
    clause: str
    """Where the rule stands: 教基〔2025〕1号 art. 15; `（待核实）` where the wording was not read."""
    path: str = ""
    """The argument it is about, if it is about one."""


def blocked(findings: Iterable[Finding]) -> list[Finding]:
    """Those of them that forbid what is to be decided."""
    return [finding for finding in findings if finding.verdict is Verdict.BLOCKED]


def refuse_blocked(findings: Iterable[Finding]) -> None:
    """Raise Refusal NOT_MET with every rule that is not met."""
    if faults := [fault(Code.NOT_MET, f.path, rule=f.words, clause=f.clause) for f in blocked(findings)]:
        raise Refusal(faults)
