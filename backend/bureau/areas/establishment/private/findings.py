"""What a look at one rule of private schools found (核查)."""

from bureau.kernel.checklist import Finding, Verdict
from bureau.kernel.words import Words

_MET = Words("Met.", "符合。")


def judged(code: str, is_met: bool, unmet: Words, clause: str, path: str = "") -> Finding:
    """Whether a rule is met, and what is told where it is not."""
    return Finding(code, Verdict.PASSED if is_met else Verdict.BLOCKED, _MET if is_met else unmet, clause, path)
